"""What changes: the content of values, and what a path has found out."""

from __future__ import annotations

from itertools import count
from typing import Any
from weakref import ref

_births = count(1)
MISSING: Any = object()
"""The content of a place that does not exist."""


class State(dict[Any, Any]):
    """The changing content of a value. `born` orders states by age: what was made inside a branch or a loop's round is
    not joined with what was before. `ties` are those to other objects, if there are any."""

    __slots__ = ("__weakref__", "born", "ties")

    def __init__(self, *content: Any) -> None:
        super().__init__(*content)
        self.born = next(_births)
        self.ties: Ties | None = None


def serial(state: dict[Any, Any]) -> int:
    """What tells a state from all others, for good: the place of one that is gone may be taken by another."""
    return state.born if isinstance(state, State) else -id(state)


class Ties:
    """What a state has to do with those of other objects. `many`: it stands for several objects, or for one that may
    be another, `parts`; `wholes` are those that it is a part of. `later`: the keys of what code changes that was put
    off."""

    __slots__ = ("later", "many", "parts", "wholes")

    def __init__(self) -> None:
        self.many = False
        self.later: set[Any] = set()
        self.parts: list[State] = []
        self.wholes: list[ref[State]] = []


def ties_of(state: State) -> Ties:
    if state.ties is None:
        state.ties = Ties()
    return state.ties


class Identity:
    """What is equal to itself alone; `born` says when it was made."""

    __slots__ = ("born",)

    def __init__(self) -> None:
        self.born = next(_births)


_HEAVIEST = 48
"""Identities made of more parts are not kept: comparing them would take longer than it helps."""


def is_heavy(identity: object) -> bool:
    """It is made of too many parts."""
    return _weight(identity) > _HEAVIEST


def _weight(identity: object) -> int:
    if not isinstance(identity, tuple):
        return 1
    total = 0
    for part in identity:
        total += _weight(part)
        if total > _HEAVIEST:
            break
    return total


def mark_many(state: State) -> None:
    """From here on it stands for several objects."""
    _tied_now(state)
    ties_of(state).many = True


def _tied_now(state: State) -> None:
    """Ties are not taken back, and are no content of a place."""
    from .reading import spoil

    spoil(state)


def tie(whole: State, *parts: State) -> None:
    """The whole stands for any of the parts: what is written to one of them may have been written to another."""
    mark_many(whole)
    ties = ties_of(whole)
    for part in parts:
        _tied_now(part)
        ties.parts.append(part)
        ties_of(part).wholes.append(ref(whole))


def tied(state: State) -> list[State]:
    """The other states that what is written to this one may have been written to: what it stands for, and what stands
    for any of those."""
    found = {id(state): state}
    for upwards in (False, True):
        pending = [*found.values()]
        while pending:
            ties = pending.pop().ties
            if ties is None:
                continue
            for other in filter(None, (known() for known in ties.wholes)) if upwards else ties.parts:
                if id(other) not in found:
                    found[id(other)] = other
                    pending.append(other)
    del found[id(state)]
    return [*found.values()]


class Learnt(State):
    """What a path has found out. Where two paths meet, only what both know remains."""

    __slots__ = ()

    def meet(self, left: Any, right: Any) -> Any:
        """What is left of two different facts; None is nothing."""
        return None


def births() -> int:
    """Every state made so far is older than this."""
    return next(_births)

"""Forks of the path: every change of state is journalled, so that a branch can be run, taken back, and joined."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.budget import spend
from ..core.containers import join_values
from ..core.plain import Constant
from ..core.tensor import Tensor
from ..core.value import Choice, Learnt, State, Value, births

if TYPE_CHECKING:
    from collections.abc import Hashable

    from .machine import Machine

MISSING: Any = object()
"""The content of a place that does not exist."""

Place = tuple[int, "Hashable"]
Delta = dict[Place, tuple[dict[Any, Any], "Hashable", Any]]
"""What a branch changed: by place, the state, the key, and the new content."""

MOST_ALTERNATIVES = 4


class Mark(NamedTuple):
    """A moment to come back to: how long the journal was, and which states did not exist yet."""

    at: int
    born: int

    def made_after(self, state: dict[Any, Any]) -> bool:
        return isinstance(state, State) and state.born > self.born


def mark_of(machine: Machine) -> Mark:
    """This moment."""
    return Mark(len(machine.journal), births())


@dataclass(slots=True)
class Exit:
    """A path that left the block early, by return, break or continue: the value, and the state it left with, as
    changes against the state at `mark`."""

    kind: str
    value: Value | None
    mark: Mark
    delta: Delta
    assumed: dict[Hashable, bool] = field(default_factory=dict)


def write(machine: Machine, state: dict[Any, Any], key: Hashable, new: Any) -> None:
    """Changes a place; `MISSING` removes it."""
    machine.journal.append((state, key, state.get(key, MISSING)))
    _put(state, key, new)


def _put(state: dict[Any, Any], key: Hashable, new: Any) -> None:
    if new is MISSING:
        state.pop(key, None)
    else:
        state[key] = new


def rewind(machine: Machine, mark: Mark) -> Delta:
    """Takes back everything since the mark, and returns it."""
    spend(len(machine.journal) - mark.at)
    _rebase(machine, mark)
    delta: Delta = {}
    journal = machine.journal
    for state, key, old in reversed(journal[mark.at :]):
        place = (id(state), key)
        if place not in delta:
            delta[place] = (state, key, state.get(key, MISSING))
        _put(state, key, old)
    del journal[mark.at :]
    return delta


def _rebase(machine: Machine, mark: Mark) -> None:
    """Exits recorded since the mark are told against the state at the mark, which is about to be restored."""
    journal = machine.journal
    for left in machine.frame.exits:
        if left.mark.at <= mark.at:
            continue
        first: dict[Place, Any] = {}
        for state, key, old in journal[left.mark.at :]:
            first.setdefault((id(state), key), old)
        base: Delta = {}
        for state, key, _ in journal[mark.at : left.mark.at]:
            place = (id(state), key)
            base[place] = (state, key, first.get(place, state.get(key, MISSING)))
        left.delta = {**base, **left.delta}
        left.mark = Mark(mark.at, left.mark.born)  # what was made before it left is shared with the paths that went on


def replay_delta(machine: Machine, delta: Delta) -> None:
    """Makes the changes of a branch again."""
    for state, key, new in delta.values():
        write(machine, state, key, new)


def merge(machine: Machine, mark: Mark, key: Hashable, then: Delta, otherwise: Delta) -> None:
    """Joins two branches that started here, at the mark; `key` is the condition that `then` assumed true."""
    for place in {**then, **otherwise}:
        state, name, _ = then.get(place) or otherwise[place]
        now = state.get(name, MISSING)
        left = then[place][2] if place in then else now
        right = otherwise[place][2] if place in otherwise else now
        if mark.made_after(state):
            _settle(machine, state, name, left if place in then else right)
        else:
            _settle(machine, state, name, _joined(state, key, left, right))


def restore_older(machine: Machine, mark: Mark) -> None:
    """Takes back, at the end of an analysis, what it changed in states that were there before, such as a library's
    objects; its own states stay as they are, for the rules to read."""
    for state, key, old in reversed(machine.journal[mark.at :]):
        if isinstance(state, State) and not mark.made_after(state):
            _put(state, key, old)


def changed_since(machine: Machine, mark: Mark) -> Delta:
    """The places changed since the mark, with what they held then."""
    spend(len(machine.journal) - mark.at)
    old: Delta = {}
    for state, key, before in machine.journal[mark.at :]:
        old.setdefault((id(state), key), (state, key, before))
    return old


def join_exit(machine: Machine, left: Exit, alone: bool) -> None:
    """Joins the present state with that of a path that left early; `alone` says that no other path got here."""
    before = changed_since(machine, left.mark)
    for place in {**before, **left.delta}:
        state, key, _ = before.get(place) or left.delta[place]
        now = state.get(key, MISSING)
        there = left.delta[place][2] if place in left.delta else before[place][2]
        if left.mark.made_after(state):
            _settle(machine, state, key, there if place in left.delta else now)
        else:
            _settle(machine, state, key, there if alone else _joined(state, ("exit", id(left)), now, there))


def _settle(machine: Machine, state: dict[Any, Any], key: Hashable, new: Any) -> None:
    """Writes what two paths joined to, unless it is there already."""
    if state.get(key, MISSING) is not new:
        write(machine, state, key, new)


def _joined(state: dict[Any, Any], key: Hashable, left: Any, right: Any) -> Any:
    if not isinstance(state, Learnt):
        return join_contents(key, left, right)
    if same(left, right):
        return left
    both = state.meet(left, right)
    return MISSING if both is None else both


def forget_learnt(machine: Machine, mark: Mark) -> None:
    """What was learnt since the mark holds only where the path went that way, which it may not have done."""
    for state, key, before in changed_since(machine, mark).values():
        if isinstance(state, Learnt):
            _settle(machine, state, key, _joined(state, key, state.get(key, MISSING), before))


def join_contents(key: Hashable, left: Any, right: Any) -> Any:
    """What two branches left in one place."""
    if left is right or right is MISSING:
        return left
    if left is MISSING:
        return right
    if isinstance(left, Value) and isinstance(right, Value):
        return either(key, left, right)
    joiner = getattr(left, "join", None)
    if joiner is not None and not isinstance(left, (str, bytes)):
        return joiner(right)
    return left


def either(key: Hashable, left: Value, right: Value) -> Value:
    """`left` where the condition holds, `right` where it does not."""
    if same(left, right):
        return left
    alternatives = [
        ({**conditions, key: held}, value)
        for held, side in ((True, left), (False, right))
        for conditions, value in _alternatives(side)
        if conditions.get(key, held) == held
    ]
    if not alternatives or all(same(alternatives[0][1], value) for _, value in alternatives[1:]):
        return alternatives[0][1] if alternatives else left
    if len(alternatives) > MOST_ALTERNATIVES:
        joined = alternatives[0][1]
        for _, value in alternatives[1:]:
            joined = join_values(joined, value)
        return joined
    return Choice(alternatives)


def _alternatives(value: Value) -> list[tuple[dict[Hashable, bool], Value]]:
    return list(value.alternatives) if isinstance(value, Choice) else [({}, value)]


def same(left: Any, right: Any) -> bool:
    """Nothing tells the two contents apart."""
    if left is right:
        return True
    if isinstance(left, Tensor) and isinstance(right, Tensor):
        alike = left.shape == right.shape and left.dtype == right.dtype and left.library is right.library
        return alike and left.facts == right.facts
    if isinstance(left, Constant) and isinstance(right, Constant):
        return left.key() == right.key()
    if isinstance(left, Value) or isinstance(right, Value):
        return False
    if isinstance(left, tuple) and isinstance(right, tuple) and len(left) == len(right):
        return all(same(a, b) for a, b in zip(left, right, strict=True))
    try:
        return bool(left == right)
    except Exception:  # a comparison of contents that we know nothing of
        return False

"""Objects that stand for several: of what is written to them, nobody knows which one it was written to. Places that
code changes that was put off: nobody knows when."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from ..core.joining import join_values
from ..core.reading import MANY, saw
from ..core.state import MISSING, State, tied
from ..core.value import Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Hashable

    from .machine import Machine


class Repeated:
    """The spans of time in which the rounds of loops were followed that stand for many: what was made in one of them
    was made in each."""

    __slots__ = ("ends", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, start: int, end: int) -> None:
        """Takes in those that lie inside."""
        at = bisect_right(self.starts, start - 1)
        self.starts[at:], self.ends[at:] = [start], [end]

    def holds(self, state: State) -> bool:
        if not self.starts:
            return False
        at = bisect_right(self.starts, state.born) - 1
        return at >= 0 and state.born <= self.ends[at]


def is_many(machine: Machine, state: Any) -> bool:
    """The state is that of several objects."""
    if not isinstance(state, State):
        return False
    saw(state, MANY)
    return (state.ties is not None and state.ties.many) or machine.repeated.holds(state)


def write_shared(machine: Machine, state: State, key: Hashable, new: Any) -> None:
    """Changes a place that may be that of other objects too, or not."""
    from .fork import record

    hidden = isinstance(key, str) and key.startswith(" ")
    put_off = state.ties is not None and key in state.ties.later
    if hidden or not (put_off or is_many(machine, state)):
        record(machine, state, key, new)
    else:
        _may_be(machine, state, key, new)
    for other in () if hidden else tied(state):
        _may_be(machine, other, key, new)


def _may_be(machine: Machine, state: State, key: Hashable, new: Any) -> None:
    from .fork import record, same

    old = state.get(key, MISSING)
    if old is not new and not same(old, new):
        record(machine, state, key, _both(old, new))


def _both(old: Any, new: Any) -> Any:
    if isinstance(old, Value) and isinstance(new, Value):
        return join_values(old, new)
    joiner = getattr(old, "join", None)
    if joiner is not None and type(old) is type(new) and not isinstance(old, (str, bytes, Value)):
        return joiner(new)
    return Unknown("it may have changed")

"""Objects of a library's classes that were made alike: what is true of one is true of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .budget import spend
from .sequence import Sequence
from .state import State, tie
from .tensor import Tensor
from .value import Value

if TYPE_CHECKING:
    from .objects import Instance

_DEEPEST = 8
"""Parts of parts are compared so far."""


def twin(left: Instance, right: Instance, depth: int = _DEEPEST) -> Instance | None:
    """An object that stands for both, where they hold the same; what is written to it may be written to either."""
    if left.cls is not right.cls or left.cls.library_path() is None or not depth:
        return None
    if not isinstance(left.state, State) or not isinstance(right.state, State):
        return None
    if dict.keys(left.state) != dict.keys(right.state):
        return None
    held: dict[str, Any] = {}
    for name in dict.keys(left.state):
        found = _one(left.state[name], right.state[name], depth - 1)
        if found is None:
            return None
        held[name] = found
    spend(len(held))
    states: Any = (left.state, right.state)
    for whole, state, part in ((left, states[0], states[1]), (right, states[1], states[0])):
        if state.ties is not None and state.ties.parts:  # it stands for several already
            tie(state, part)
            return whole
    made = State(held)
    tie(made, *states)
    return type(left)(left.cls, made)


def _one(left: Any, right: Any, depth: int) -> Any:
    """What both are; None if that is not one."""
    if left is right:
        return left
    if type(left) is not type(right):
        return None
    if isinstance(left, Value):
        return _value(left, right, depth)
    if isinstance(left, dict):
        if left.keys() != right.keys():
            return None
        found = {key: _one(one, right[key], depth) for key, one in left.items()}
        return None if None in found.values() else found
    return left if left == right else None


def _value(left: Any, right: Any, depth: int) -> Any:
    from .objects import Instance

    if isinstance(left, Instance):
        return twin(left, right, depth)
    if isinstance(left, Tensor):
        alike = left.shape == right.shape and left.dtype == right.dtype and left.facts == right.facts
        return left if alike and left.library is right.library else None
    if type(left) is Sequence:
        return _sequence(left, right, depth)
    return left if left.key() is not None and left.key() == right.key() else None


def _sequence(left: Sequence, right: Sequence, depth: int) -> Sequence | None:
    if left.rest is not None or right.rest is not None or left.names != right.names:
        return None
    if left.type_name != right.type_name or len(left.items) != len(right.items):
        return None
    items = [_one(a, b, depth) for a, b in zip(left.items, right.items, strict=True)]
    if None in items:
        return None
    if all(item is mine for item, mine in zip(items, left.items, strict=True)):
        return left
    whole = Sequence(left.type_name, items, names=left.names)
    if left.type_name == "list":
        tie(whole.state, left.state, right.state)
    return whole

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

_MOST = 400
"""Objects with more parts are not compared."""


def twin(left: Instance, right: Instance) -> Instance | None:
    """An object that stands for both, where they hold the same; what is written to it may be written to either."""
    if left.cls is not right.cls or left.cls.library_path() is None:
        return None
    found: Instance | None = _Pairs().instance(left, right)
    return found


class _Pairs:
    """One comparison: the pairs that were met, so that what refers to itself ends it, and how many parts there were."""

    def __init__(self) -> None:
        self.met: set[tuple[int, int]] = set()
        self.parts = 0

    def one(self, left: Any, right: Any) -> Any:
        """What both are; None if that is not one."""
        if left is right:
            return left
        self.parts += 1
        if type(left) is not type(right) or self.parts > _MOST:
            return None
        if isinstance(left, Value):
            return self.value(left, right)
        if isinstance(left, dict):
            return self.entries(left, right)
        return left if left == right else None

    def entries(self, left: dict[Any, Any], right: dict[Any, Any]) -> dict[Any, Any] | None:
        if dict.keys(left) != dict.keys(right):
            return None
        found = {}
        for key in dict.keys(left):
            one = self.one(left[key], right[key])
            if one is None:
                return None
            found[key] = one
        return found

    def value(self, left: Any, right: Any) -> Any:
        from .objects import Instance

        if isinstance(left, Instance):
            return self.instance(left, right)
        if isinstance(left, Tensor):
            alike = left.shape == right.shape and left.dtype == right.dtype and left.facts == right.facts
            return left if alike and left.library is right.library else None
        if type(left) is Sequence:
            return self.sequence(left, right)
        return left if left.key() is not None and left.key() == right.key() else None

    def instance(self, left: Instance, right: Instance) -> Any:
        pair = (id(left.state), id(right.state))
        states: Any = (left.state, right.state)
        if left.cls is not right.cls or pair in self.met or not all(isinstance(one, State) for one in states):
            return None
        self.met.add(pair)
        held = self.entries(left.state, right.state)
        if held is None:
            return None
        spend(len(held))
        for whole, state, part in ((left, states[0], states[1]), (right, states[1], states[0])):
            if state.ties is not None and state.ties.parts:  # it stands for several already
                tie(state, part)
                return whole
        made = State(held)
        tie(made, *states)
        return type(left)(left.cls, made)

    def sequence(self, left: Sequence, right: Sequence) -> Sequence | None:
        if left.rest is not None or right.rest is not None or left.names != right.names:
            return None
        if left.type_name != right.type_name or len(left.items) != len(right.items):
            return None
        items = []
        for mine, theirs in zip(left.items, right.items, strict=True):
            items.append(self.one(mine, theirs))
            if items[-1] is None:
                return None
        if all(item is mine for item, mine in zip(items, left.items, strict=True)):
            return left
        whole = Sequence(left.type_name, items, names=left.names)
        if left.type_name == "list":
            tie(whole.state, left.state, right.state)
        return whole

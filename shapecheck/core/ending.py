"""Sequences whose last element is smaller than the others: the batches of a loader."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .counting import Index
from .dim import Dim
from .mapping import Mapping
from .plain import Constant
from .sequence import Sequence
from .tensor import Tensor

if TYPE_CHECKING:
    from .dim import Atom
    from .value import Value


class Ending(NamedTuple):
    """`size` is `full` in so many `rounds`, and then `last` once. `what` tells of the last round."""

    size: Atom
    full: Dim
    last: Dim
    rounds: Dim
    what: str = ""


def of_last_round(value: Value, ending: Ending) -> Value:
    """The last element, where `value` stands for all: its length, and its number among those that are counted."""
    if isinstance(value, Index):
        return Constant(value.start + ending.rounds * value.step)
    if type(value) is Sequence and value.type_name == "tuple" and value.rest is None:
        return Sequence("tuple", (of_last_round(item, ending) for item in value.items), names=value.names)
    return with_size(value, ending.size, ending.last)


def with_size(value: Value, size: Atom, by: Dim) -> Value:
    """A value with a length put for a name, wherever that is seen to depend on it."""
    sizes = {size: by}
    if isinstance(value, Tensor):
        shape = value.shape.substitute(sizes)
        if shape is value.shape:
            return value
        made = Tensor(shape, value.dtype, value.library, value.box, value.origin)
        made.node = value.node
        return made
    if type(value) is Sequence:
        number = value.contents.number
        rest = None if value.rest is None else with_size(value.rest, size, by)
        items = (with_size(item, size, by) for item in value.items)
        count = None if number is None else number.substitute(sizes)
        return Sequence(value.type_name, items, rest, count, value.names)
    if type(value) is Mapping:
        entries = {key: with_size(one, size, by) for key, one in value.items.items()}
        return Mapping(entries, value.open, value.type_name)
    if isinstance(value, Constant) and isinstance(value.payload, Dim):
        return Constant(value.payload.substitute(sizes))
    return value

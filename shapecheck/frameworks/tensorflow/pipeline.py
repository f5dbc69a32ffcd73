"""What a dataset of `tf.data` is to us: one of its elements, and how many there are.

A `Dataset` keeps what it yields under " element", whether that is a batch under " batched", and the number of elements
under " count".
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Class, Instance
from ...core.plain import Constant
from ...core.value import State, Unknown, Value
from .dialect import each

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.value import Arguments, Context


def dataset(element: Value, count: Dim | None = None, batched: bool = False, cls: Class | None = None) -> Instance:
    """A dataset of such elements."""
    from .dataset import DATASET

    marked = each(lambda one: one.with_facts(batch=batched), element)
    state: dict[str, Any] = {" element": marked, " count": count or Dim.unknown(), " batched": batched}
    return Instance(cls or DATASET, state)


def element_of(value: Value) -> Value:
    """What the dataset yields."""
    found = value.hidden("element") if isinstance(value, Instance) else None
    return found if isinstance(found, Value) else Unknown("an element of a dataset")


def count_of(value: Value) -> Dim:
    """How many elements it yields."""
    found = value.hidden("count") if isinstance(value, Instance) else None
    return found if isinstance(found, Dim) else Dim.unknown()


def is_batched(value: Value) -> bool:
    """Whether the first axis of its elements counts samples."""
    return bool(value.hidden("batched")) if isinstance(value, Instance) else False


def arguments_of(element: Value) -> tuple[Value, ...]:
    """What a function of elements is called with: a tuple gives several arguments."""
    if isinstance(element, Sequence) and element.type_name == "tuple" and element.known is not None:
        return tuple(element.known)
    return (element,)


_MAPPING = State({"depth": 0})


@contextmanager
def mapping(context: Context) -> Iterator[None]:
    """A function of elements is followed: TensorFlow makes a graph of it, in which shapes are what is known of them."""
    depth = _MAPPING["depth"]
    context.write(_MAPPING, "depth", depth + 1)
    try:
        yield
    finally:
        context.write(_MAPPING, "depth", depth)


def in_map() -> bool:
    """Whether an op is put into the graph of such a function."""
    return bool(_MAPPING["depth"])


def drops(given: Arguments, position: int) -> bool:
    """`drop_remainder=True`"""
    asked = given.get(position, "drop_remainder")
    return isinstance(asked, Constant) and asked.payload is True

"""`tf.data`: datasets made of one other, element by element or batch by batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim, maximum, minimum
from ...core.objects import Instance
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Unknown, Value
from ..keras.dialect import batch_dim
from .dialect import each, tensor
from .elements import (
    batches_of,
    described,
    in_front,
    mapped,
    number_of,
    padded,
    returned,
    row_facts,
    row_of,
)
from .pipeline import arguments_of, count_of, dataset, drops, element_of, is_batched, mapping
from .ragged import ragged
from .variables import without_first

if TYPE_CHECKING:
    from ...core.value import Context


def _map(context: Context, arguments: Arguments) -> Value:
    self, function = arguments.positional[0], without_first(arguments).get(0, "map_func")
    if function is None:
        return dataset(Unknown("no function"), count_of(self), is_batched(self))
    with mapping(context):
        made = context.call(function, Arguments(arguments_of(element_of(self))))
    return dataset(mapped(made), count_of(self), is_batched(self))


def _flat_map(context: Context, arguments: Arguments) -> Value:
    """The function makes a dataset of every element."""
    self, function = arguments.positional[0], without_first(arguments).get(0, "map_func")
    made = context.call(function, Arguments(arguments_of(element_of(self)))) if function is not None else NONE
    if not isinstance(made, Instance):
        return dataset(Unknown("a dataset"))
    return dataset(element_of(made), batched=is_batched(made))


def _scan(context: Context, arguments: Arguments) -> Value:
    """The function of a state and an element gives the next state and what is yielded."""
    self, given = arguments.positional[0], without_first(arguments)
    state, function = given.get(0, "initial_state"), given.get(1, "scan_func")
    if state is None or function is None:
        return dataset(Unknown("no function"), count_of(self))
    made = context.call(function, Arguments((returned(state), *arguments_of(element_of(self)))))
    parts = made.known if isinstance(made, Sequence) else None
    return dataset(returned(parts[1]) if parts and len(parts) == 2 else Unknown("what a scan yields"), count_of(self))


# -- batches ---------------------------------------------------------------------------------------------------


def _batch(context: Context, arguments: Arguments) -> Value:
    self, given = arguments.positional[0], without_first(arguments)
    first, count = batches_of(count_of(self), given.get(0, "batch_size"), drops(given, 1))
    return dataset(each(lambda one: in_front(one, first), element_of(self)), count, batched=True)


def _padded_batch(context: Context, arguments: Arguments) -> Value:
    """Every axis becomes as long as the longest of its batch, or as it is asked for."""
    self, given = arguments.positional[0], without_first(arguments)
    first, count = batches_of(count_of(self), given.get(0, "batch_size"), drops(given, 3))
    shapes = given.get(1, "padded_shapes")
    element = _padded(element_of(self), None if shapes is NONE else shapes)
    return dataset(each(lambda one: in_front(one, first), element), count, batched=True)


def _padded(element: Value, shapes: Value | None) -> Value:
    if isinstance(element, Sequence) and element.known is not None:
        parts = shapes.known if isinstance(shapes, Sequence) else None
        if parts is not None and len(parts) == len(element.known):
            return Sequence.tuple(_padded(one, shape) for one, shape in zip(element.known, parts, strict=True))
        return Sequence.tuple(_padded(one, None if shapes is None else Unknown("a shape")) for one in element.known)
    if isinstance(element, Mapping):
        found = shapes.items if isinstance(shapes, Mapping) else {}
        given = {key: found.get(key, None if shapes is None else Unknown("a shape")) for key in element.items}
        return Mapping({key: _padded(one, given[key]) for key, one in element.items.items()}, element.open)
    if not isinstance(element, Tensor):
        return element
    wanted = described(None, shapes) if shapes is not None and not isinstance(shapes, Unknown) else None
    if isinstance(wanted, Tensor) and wanted.shape.known_rank:
        return tensor(wanted.shape, element.dtype)
    loose = element.shape.map(lambda dim: Dim.unknown()) if isinstance(shapes, Unknown) else padded(element.shape)
    return tensor(loose, element.dtype)


def _unbatch(context: Context, arguments: Arguments) -> Value:
    self = arguments.positional[0]
    return dataset(each(lambda one: tensor(row_of(one.shape), one.dtype, row_facts(one)), element_of(self)))


def _rebatch(context: Context, arguments: Arguments) -> Value:
    """The samples of batches in batches of another size."""
    self, given = arguments.positional[0], without_first(arguments)
    size = number_of(given.get(0, "batch_size"))
    first = (Dim.of(size) if drops(given, 1) else batch_dim(size)) if size else batch_dim()
    element = each(
        lambda one: in_front(tensor(row_of(one.shape), one.dtype, row_facts(one)), first), element_of(self)
    )
    return dataset(element, None, batched=True)


def _ragged_batch(context: Context, arguments: Arguments) -> Value:
    """Axes of any length stay so for every sample."""
    self, given = arguments.positional[0], without_first(arguments)
    first, count = batches_of(count_of(self), given.get(0, "batch_size"), drops(given, 1))

    def batched(one: Tensor) -> Tensor:
        open_axes = any(dim.value is None for part in one.shape.parts for dim in part) or not one.shape.known_rank
        made = in_front(one, first)
        return ragged(made.shape, made.dtype) if open_axes else made

    return dataset(each(batched, element_of(self)), count, batched=True)


# -- the same elements -----------------------------------------------------------------------------------------


def _same(context: Context, arguments: Arguments) -> Value:
    """shuffle, cache, prefetch: the same elements."""
    self = arguments.positional[0]
    return dataset(element_of(self), count_of(self), is_batched(self))


def _some(context: Context, arguments: Arguments) -> Value:
    """filter, take_while: elements like these, an unknown number of them."""
    self = arguments.positional[0]
    return dataset(element_of(self), None, is_batched(self))


def _repeat(context: Context, arguments: Arguments) -> Value:
    self, times = arguments.positional[0], number_of(without_first(arguments).get(0, "count"))
    count = count_of(self) * times if times is not None and times >= 0 else None
    return dataset(element_of(self), count, is_batched(self))


def _shard(context: Context, arguments: Arguments) -> Value:
    """Every n-th element."""
    self, given = arguments.positional[0], without_first(arguments)
    shards, index = number_of(given.get(0, "num_shards")), number_of(given.get(1, "index"))
    if not shards or index is None or not 0 <= index < shards:
        return _some(context, arguments)
    count = (count_of(self) - index + (shards - 1)) // shards
    return dataset(element_of(self), count, is_batched(self))


def _take(context: Context, arguments: Arguments) -> Value:
    self, number = arguments.positional[0], number_of(without_first(arguments).get(0, "count"))
    count = minimum(count_of(self), number) if number is not None and number >= 0 else Dim.unknown()
    return dataset(element_of(self), count, is_batched(self))


def _skip(context: Context, arguments: Arguments) -> Value:
    self, number = arguments.positional[0], number_of(without_first(arguments).get(0, "count"))
    count = maximum(count_of(self) - number, 0) if number is not None and number >= 0 else Dim.unknown()
    return dataset(element_of(self), count, is_batched(self))


def _enumerate(context: Context, arguments: Arguments) -> Value:
    self = arguments.positional[0]
    made = dataset(element_of(self), count_of(self), is_batched(self))
    made.state[" element"] = Sequence.tuple((tensor(Shape(), "int64"), element_of(self)))
    return made


def _window(context: Context, arguments: Arguments) -> Value:
    """Datasets of windows of elements."""
    self, given = arguments.positional[0], without_first(arguments)
    size = number_of(given.get(0, "size"))
    count = Dim.of(size) if size is not None and drops(given, 3) else Dim.unknown()
    return dataset(_windows(element_of(self), count, is_batched(self)))


def _windows(element: Value, count: Dim, batched: bool) -> Value:
    """A structure of elements, as one of datasets."""
    if isinstance(element, Sequence):
        return Sequence("tuple", (_windows(item, count, batched) for item in element))
    if isinstance(element, Mapping):
        return Mapping({key: _windows(one, count, batched) for key, one in element.items.items()}, element.open)
    return dataset(element, count, batched)


def _apply(context: Context, arguments: Arguments) -> Value:
    function = without_first(arguments).get(0, "transformation_func")
    if function is None:
        return _some(context, arguments)
    return context.call(function, Arguments((arguments.positional[0],)))


def _reduce(context: Context, arguments: Arguments) -> Value:
    start = without_first(arguments).get(0, "initial_state")
    return returned(start) if start is not None else Unknown("a dataset, reduced")


def _counted(context: Context, arguments: Arguments) -> Value:
    """The program says how many there are."""
    self, number = arguments.positional[0], number_of(without_first(arguments).get(0, "expected_cardinality"))
    return dataset(element_of(self), Dim.of(number) if number is not None and number >= 0 else None, is_batched(self))


def _single(context: Context, arguments: Arguments) -> Value:
    return element_of(arguments.positional[0])


CHANGING = {
    "map": _map, "flat_map": _flat_map, "interleave": _flat_map, "scan": _scan, "batch": _batch,
    "padded_batch": _padded_batch, "unbatch": _unbatch, "rebatch": _rebatch, "ragged_batch": _ragged_batch,
    "repeat": _repeat, "shard": _shard, "take": _take, "skip": _skip, "enumerate": _enumerate, "window": _window,
    "apply": _apply, "reduce": _reduce, "assert_cardinality": _counted, "get_single_element": _single,
    **dict.fromkeys(("shuffle", "cache", "prefetch", "with_options", "snapshot"), _same),
    **dict.fromkeys(("filter", "take_while", "unique", "ignore_errors"), _some),
}  # fmt: skip
"""The methods of a dataset that make another of it."""

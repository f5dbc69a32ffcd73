"""`tf.data`: datasets made of several, and of groups of elements; and the functions that came before the methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.objects import Class, Instance, library_class
from ...core.plain import NONE, Constant
from ...core.shape import Shape, join_shapes
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from ..keras.dialect import batch_dim
from .dialect import TF, asked, each, tensor, to_tensor
from .elements import in_front, leaves, padded
from .pipeline import arguments_of, count_of, dataset, element_of, is_batched
from .variables import without_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

# -- several ---------------------------------------------------------------------------------------------------


def zipped(context: Context, arguments: Arguments) -> Value:
    """`Dataset.zip`: a structure of datasets becomes a dataset of structures."""
    given: tuple[Value, ...] = arguments.positional
    structure = arguments.keywords.get("datasets") or (given[0] if len(given) == 1 else Sequence.tuple(given))
    several = _datasets(structure)
    if not several:
        return dataset(Unknown("datasets that are not known"))
    counts = [count_of(one) for one in several]
    made = dataset(NONE, counts[0] if all(one == counts[0] for one in counts) else Dim.unknown())
    made.state[" batched"] = all(map(is_batched, several))
    made.state[" element"] = _elements(structure)
    return made


def _datasets(value: Value) -> list[Value]:
    if isinstance(value, Sequence) and value.known is not None:
        return [one for item in value.known for one in _datasets(item)]
    if isinstance(value, Mapping):
        return [one for item in value.items.values() for one in _datasets(item)]
    return [value] if isinstance(value, Instance) else []


def _elements(value: Value) -> Value:
    if isinstance(value, Sequence) and value.known is not None:
        return Sequence.tuple(map(_elements, value.known))
    if isinstance(value, Mapping):
        return Mapping({key: _elements(item) for key, item in value.items.items()}, value.open)
    return element_of(value)


def joined(mine: Value, theirs: Value) -> Value:
    """What is true of the elements of both."""
    pairs = zip(leaves(mine), leaves(theirs), strict=False)
    shapes = {id(a): join_shapes(a.shape, b.shape) for a, b in pairs}
    return each(lambda one: tensor(shapes.get(id(one), one.shape), one.dtype), mine)


def _concatenate(context: Context, arguments: Arguments) -> Value:
    self, other = arguments.positional[0], without_first(arguments).get(0, "dataset")
    if other is None:
        return dataset(Unknown("no dataset"))
    return dataset(joined(element_of(self), element_of(other)), count_of(self) + count_of(other), is_batched(self))


def mixed(context: Context, arguments: Arguments) -> Value:
    """An element of one of the datasets, then of another."""
    given = arguments.get(0, "datasets")
    several = given.known if isinstance(given, Sequence) else None
    if not several:
        return dataset(Unknown("datasets that are not known"))
    element = element_of(several[0])
    for other in several[1:]:
        element = joined(element, element_of(other))
    return dataset(element, None, all(map(is_batched, several)))


# -- groups ----------------------------------------------------------------------------------------------------


def _group_by_window(context: Context, arguments: Arguments) -> Value:
    """A function of a key and of the dataset of its elements makes a dataset."""
    self, given = arguments.positional[0], without_first(arguments)
    key, reduce = given.get(0, "key_func"), given.get(1, "reduce_func")
    if key is None or reduce is None:
        return dataset(Unknown("no function"))
    context.call(key, Arguments(arguments_of(element_of(self))))
    made = context.call(reduce, Arguments((tensor(Shape(), "int64"), dataset(element_of(self)))))
    return dataset(element_of(made), None, is_batched(made)) if isinstance(made, Instance) else dataset(made)


def _bucket(context: Context, arguments: Arguments) -> Value:
    """Batches of elements of about one length, padded."""
    self, given = arguments.positional[0], without_first(arguments)
    plain = given.get(3, "padded_shapes") in (None, NONE)
    loose = each(lambda one: tensor(padded(one.shape), one.dtype) if plain else tensor(
        one.shape.map(lambda dim: Dim.unknown()), one.dtype), element_of(self))  # fmt: skip
    return dataset(each(lambda one: in_front(one, batch_dim()), loose), None, batched=True)


def _resample(context: Context, arguments: Arguments) -> Value:
    """The class, and the element."""
    self, function = arguments.positional[0], without_first(arguments).get(0, "class_func")
    kind = context.call(function, Arguments(arguments_of(element_of(self)))) if function is not None else None
    made = dataset(element_of(self), None, is_batched(self))
    made.state[" element"] = Sequence.tuple((kind or Unknown("a class"), element_of(self)))
    return made


GROUPING = {
    "concatenate": _concatenate, "group_by_window": _group_by_window, "bucket_by_sequence_length": _bucket,
    "rejection_resample": _resample,
}  # fmt: skip
"""The methods of a dataset that put its elements together."""

# -- functions for `apply` -------------------------------------------------------------------------------------


def _by_method(*names: str) -> Callable[[Context, Arguments], Value]:
    """`apply(f(...))` does what the method of that name does; the last one takes the arguments."""

    def make(context: Context, arguments: Arguments) -> Value:
        def transform(context: Context, given: Arguments) -> Value:
            self = given.positional[0]
            for name in names[:-1]:
                self = _called(context, self, name, Arguments())
            return _called(context, self, names[-1], arguments)

        return Native(names[-1], transform)

    return make


def _called(context: Context, self: Value, name: str, arguments: Arguments) -> Value:
    return context.call(context.attribute(self, name), arguments)


def _map_and_batch(context: Context, arguments: Arguments) -> Value:
    def transform(context: Context, given: Arguments) -> Value:
        function, size = arguments.get(0, "map_func"), arguments.get(1, "batch_size")
        drop = arguments.get(3, "drop_remainder")
        if function is None or size is None:
            return dataset(Unknown("no function"))
        made = _called(context, given.positional[0], "map", Arguments((function,)))
        return _called(context, made, "batch", Arguments((size,), {"drop_remainder": drop} if drop else {}))

    return Native("map_and_batch", transform)


def _shuffle_and_repeat(context: Context, arguments: Arguments) -> Value:
    def transform(context: Context, given: Arguments) -> Value:
        times = arguments.get(1, "count")
        return _called(context, given.positional[0], "repeat", Arguments((times,) if times is not None else ()))

    return Native("shuffle_and_repeat", transform)


_OLD = {
    "unbatch": "unbatch", "ignore_errors": "ignore_errors", "group_by_window": "group_by_window",
    "bucket_by_sequence_length": "bucket_by_sequence_length", "scan": "scan", "take_while": "take_while",
    "unique": "unique", "assert_cardinality": "assert_cardinality", "snapshot": "snapshot",
    "rejection_resample": "rejection_resample", "enumerate_dataset": "enumerate", "parallel_interleave": "interleave",
    "dense_to_ragged_batch": "ragged_batch", "prefetch_to_device": "prefetch", "copy_to_device": "prefetch",
}  # fmt: skip
for _name, _method in _OLD.items():
    declare(f"tensorflow.data.experimental.{_name}", Native(_name, _by_method(_method)))
declare("tensorflow.data.experimental.map_and_batch", Native("map_and_batch", _map_and_batch))
declare("tensorflow.data.experimental.shuffle_and_repeat", Native("shuffle_and_repeat", _shuffle_and_repeat))
for _name in ("sample_from_datasets", "choose_from_datasets"):
    declare(f"tensorflow.data.experimental.{_name}", Native(_name, mixed))


def _get_single_element(context: Context, arguments: Arguments) -> Value:
    given = arguments.get(0, "dataset")
    return element_of(given) if given is not None else Unknown("no dataset")


declare("tensorflow.data.experimental.get_single_element", Native("get_single_element", _get_single_element))


def counting(context: Context, arguments: Arguments) -> Value:
    """0, 1, 2 and so on, for ever."""
    dtype = arguments.get(2, "dtype")
    return dataset(tensor(Shape(), asked(dtype, "int64")))


declare("tensorflow.data.experimental.Counter", Native("Counter", counting))


# -- tables in files -------------------------------------------------------------------------------------------


def _csv(context: Context, arguments: Arguments) -> Value:
    """A column of each record: the dtypes are those of the defaults."""
    defaults = without_first(arguments).get(1, "record_defaults")
    known = defaults.known if isinstance(defaults, Sequence) else None
    if known is None:
        return dataset(Unknown("columns that are not known"))
    return dataset(Sequence.tuple(tensor(Shape(), _dtype_of(one)) for one in known))


def _dtype_of(column: Value) -> str | None:
    found = asked(column, None) if not isinstance(column, (Tensor, Sequence, Constant)) else None
    return found or (to_tensor(column).dtype if isinstance(column, (Tensor, Sequence, Constant)) else None)


def _make_csv(context: Context, arguments: Arguments) -> Value:
    """Batches of columns by name, and the labels: which columns there are says the file."""
    label = arguments.get(4, "label_name")
    columns = Mapping({}, open=True)
    size = arguments.get(1, "batch_size")
    number = size.payload if isinstance(size, Constant) and isinstance(size.payload, int) else None
    if label is None or label is NONE:
        return dataset(columns, None, batched=True)
    labels = tensor(Shape.of(batch_dim(number)), None)
    return dataset(Sequence.tuple((columns, labels)), None, batched=True)


declare("tensorflow.data.experimental.make_csv_dataset", Native("make_csv_dataset", _make_csv))


def table_of(base: Class) -> None:
    """Declares the class of datasets of tables, which derives from that of all datasets."""
    made = library_class("tensorflow.data.experimental.CsvDataset", base, __new__=_csv)
    TF.classes(made)

"""`tf.data`: a dataset is described by one of its elements, and by how many there are.

A `Dataset` keeps what it yields under " element", whether that is a batch under " batched", and the number of elements
under " count".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.objects import Class, Instance, Property, Static, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape, join_shapes
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from ..numpy.dialect import NUMPY
from .dialect import TF, each, tensor
from .elements import (
    batches_of,
    components,
    described,
    in_front,
    leaves,
    number_of,
    of_signature,
    padded,
    returned,
    row_facts,
    row_of,
    size_of,
)
from .variables import nothing, without_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

_PATH = "tensorflow.data.Dataset"


def dataset(element: Value, count: Dim | None = None, batched: bool = False, cls: Class | None = None) -> Instance:
    """A dataset of such elements."""
    marked = each(lambda one: one.with_facts(batch=batched), element)
    state: dict[str, Any] = {" element": marked, " count": count or Dim.unknown(), " batched": batched}
    return Instance(cls or DATASET, state)


def _element(value: Value) -> Value:
    found = value.hidden("element") if isinstance(value, Instance) else None
    return found if isinstance(found, Value) else Unknown("an element of a dataset")


def _count(value: Value) -> Dim:
    found = value.hidden("count") if isinstance(value, Instance) else None
    return found if isinstance(found, Dim) else Dim.unknown()


def _batched(value: Value) -> bool:
    return bool(value.hidden("batched")) if isinstance(value, Instance) else False


# -- making ----------------------------------------------------------------------------------------------------


def _from_tensor_slices(context: Context, arguments: Arguments) -> Value:
    element = context.apply(f"{_PATH}.from_tensor_slices", arguments)
    return dataset(element, size_of(arguments.get(0, "tensors")))


def _from_tensors(context: Context, arguments: Arguments) -> Value:
    given = arguments.get(0, "tensors")
    return dataset(components(given) if given is not None else Unknown("no tensors"), Dim.of(1))


def _from_generator(context: Context, arguments: Arguments) -> Value:
    signature = arguments.get(4, "output_signature")
    if signature is not None and signature is not NONE:
        return dataset(of_signature(signature))
    return dataset(described(arguments.get(1, "output_types"), arguments.get(2, "output_shapes")))


def _range(context: Context, arguments: Arguments) -> Value:
    numbers = [number_of(one) for one in arguments.positional]
    known = [number for number in numbers if number is not None]
    count = Dim.of(len(range(*known))) if known and len(known) == len(numbers) else Dim.unknown()
    return dataset(tensor(Shape(), "int64"), count)


def _zip(context: Context, arguments: Arguments) -> Value:
    given: tuple[Value, ...] = arguments.positional
    if len(given) == 1 and isinstance(given[0], Sequence) and given[0].known is not None:
        given = given[0].known
    datasets = arguments.keywords.get("datasets")
    if not given and isinstance(datasets, Sequence):
        given = datasets.known or ()
    if not given:
        return dataset(Unknown("datasets that are not known"))
    counts = [_count(one) for one in given]
    count = counts[0] if all(one == counts[0] for one in counts) else Dim.unknown()
    made = dataset(Sequence.tuple(map(_element, given)), count)
    made.state[" batched"] = all(map(_batched, given))
    made.state[" element"] = Sequence.tuple(map(_element, given))
    return made


def _texts(context: Context, arguments: Arguments) -> Value:
    """Lines, records and names of files."""
    return dataset(tensor(Shape(), "string"))


# -- changing --------------------------------------------------------------------------------------------------


def _parts(element: Value) -> tuple[Value, ...]:
    """What a function of elements is called with: a tuple gives several arguments."""
    if isinstance(element, Sequence) and element.type_name == "tuple" and element.known is not None:
        return tuple(element.known)
    return (element,)


def _map(context: Context, arguments: Arguments) -> Value:
    self, function = arguments.positional[0], without_first(arguments).get(0, "map_func")
    if function is None:
        return dataset(Unknown("no function"), _count(self), _batched(self))
    return dataset(returned(context.call(function, Arguments(_parts(_element(self))))), _count(self), _batched(self))


def _flat_map(context: Context, arguments: Arguments) -> Value:
    """The function makes a dataset of every element."""
    self, function = arguments.positional[0], without_first(arguments).get(0, "map_func")
    made = context.call(function, Arguments(_parts(_element(self)))) if function is not None else NONE
    return (
        dataset(_element(made), batched=_batched(made)) if isinstance(made, Instance) else dataset(Unknown("a dataset"))
    )


def _batch(context: Context, arguments: Arguments) -> Value:
    self, given = arguments.positional[0], without_first(arguments)
    size, drop = given.get(0, "batch_size"), given.get(1, "drop_remainder")
    dropped = isinstance(drop, Constant) and drop.payload is True
    first, count = batches_of(_count(self), size, dropped)
    return dataset(each(lambda one: in_front(one, first), _element(self)), count, batched=True)


def _padded_batch(context: Context, arguments: Arguments) -> Value:
    self, given = arguments.positional[0], without_first(arguments)
    drop = given.get(3, "drop_remainder")
    first, count = batches_of(
        _count(self), given.get(0, "batch_size"), isinstance(drop, Constant) and drop.payload is True
    )
    element = each(lambda one: in_front(tensor(padded(one.shape), one.dtype), first), _element(self))
    return dataset(element, count, batched=True)


def _unbatch(context: Context, arguments: Arguments) -> Value:
    self = arguments.positional[0]
    return dataset(each(lambda one: tensor(row_of(one.shape), one.dtype, row_facts(one)), _element(self)))


def _same(context: Context, arguments: Arguments) -> Value:
    """shuffle, cache, prefetch: the same elements."""
    self = arguments.positional[0]
    return dataset(_element(self), _count(self), _batched(self))


def _some(context: Context, arguments: Arguments) -> Value:
    """filter, repeat: elements like these, an unknown number of them."""
    self = arguments.positional[0]
    return dataset(_element(self), None, _batched(self))


def _take(context: Context, arguments: Arguments) -> Value:
    from ...core.dim import minimum

    self, number = arguments.positional[0], number_of(without_first(arguments).get(0, "count"))
    count = minimum(_count(self), number) if number is not None and number >= 0 else Dim.unknown()
    return dataset(_element(self), count, _batched(self))


def _skip(context: Context, arguments: Arguments) -> Value:
    from ...core.dim import maximum

    self, number = arguments.positional[0], number_of(without_first(arguments).get(0, "count"))
    count = maximum(_count(self) - number, 0) if number is not None and number >= 0 else Dim.unknown()
    return dataset(_element(self), count, _batched(self))


def _enumerate(context: Context, arguments: Arguments) -> Value:
    self = arguments.positional[0]
    made = dataset(_element(self), _count(self), _batched(self))
    made.state[" element"] = Sequence.tuple((tensor(Shape(), "int64"), _element(self)))
    return made


def _concatenate(context: Context, arguments: Arguments) -> Value:
    self, other = arguments.positional[0], without_first(arguments).get(0, "dataset")
    mine, theirs = _element(self), _element(other) if other is not None else NONE
    pairs = zip(leaves(mine), leaves(theirs), strict=False)
    shapes = {id(a): join_shapes(a.shape, b.shape) for a, b in pairs}
    joined = each(lambda one: tensor(shapes.get(id(one), one.shape), one.dtype), mine)
    return dataset(joined, _count(self) + _count(other) if other is not None else None, _batched(self))


def _window(context: Context, arguments: Arguments) -> Value:
    """Datasets of windows of elements."""
    self, given = arguments.positional[0], without_first(arguments)
    drop, size = given.get(3, "drop_remainder"), number_of(given.get(0, "size"))
    dropped = isinstance(drop, Constant) and drop.payload is True
    inner = each(lambda one: one, _element(self))
    count = Dim.of(size) if size is not None and dropped else Dim.unknown()
    if isinstance(inner, Sequence):
        return dataset(Sequence("tuple", (dataset(item, count, _batched(self)) for item in inner)))
    return dataset(dataset(inner, count, _batched(self)))


def _apply(context: Context, arguments: Arguments) -> Value:
    function = without_first(arguments).get(0, "transformation_func")
    return (
        context.call(function, Arguments((arguments.positional[0],)))
        if function is not None
        else _some(context, arguments)
    )


def _reduce(context: Context, arguments: Arguments) -> Value:
    given = without_first(arguments)
    start = given.get(0, "initial_state")
    return returned(start) if start is not None else Unknown("a dataset, reduced")


# -- reading ---------------------------------------------------------------------------------------------------


def _iterate(context: Context, arguments: Arguments) -> Value:
    self = arguments.positional[0]
    return Sequence("iterator", (), _element(self), _count(self))


def _arrays(context: Context, arguments: Arguments) -> Value:
    self = arguments.positional[0]
    element = each(lambda one: Tensor(one.shape, one.dtype, NUMPY, one.box), _element(self))
    return Sequence("iterator", (), element, _count(self))


def _length(context: Context, arguments: Arguments) -> Value:
    count = _count(arguments.positional[0])
    return Scalar("int") if count.is_unknown else Constant(count)


def _cardinality(context: Context, arguments: Arguments) -> Value:
    count = _count(arguments.positional[0])
    return tensor(Shape(), "int64").with_facts(constant=None if count.is_unknown else count)


def _spec(context: Context, arguments: Arguments) -> Value:
    from .variables import TENSOR_SPEC

    def describe(value: Value) -> Value:
        if isinstance(value, Sequence):
            return Sequence(value.type_name, map(describe, value.items))
        if isinstance(value, Mapping):
            return Mapping({key: describe(item) for key, item in value.items.items()})
        return Instance(TENSOR_SPEC, {" tensor": value}) if isinstance(value, Tensor) else value

    return describe(_element(arguments.positional[0]))


def _iterator(context: Context, arguments: Arguments) -> Value:
    """`make_one_shot_iterator()` of TensorFlow 1."""
    return Instance(ITERATOR, {" element": _element(arguments.positional[0])})


def _get_next(context: Context, arguments: Arguments) -> Value:
    return _element(arguments.positional[0])


def _initializer(context: Context, arguments: Arguments) -> Value:
    from .graph import operation

    return operation()


def _next_of_iterator(context: Context, arguments: Arguments) -> Value:
    return Sequence("iterator", (), _element(arguments.positional[0]), Dim.unknown())


ITERATOR = library_class(
    "tensorflow.data.Iterator", get_next=_get_next, __iter__=_next_of_iterator, __next__=_get_next,
    initializer=Property(Native("initializer", _initializer)), make_initializer=_initializer,
)  # fmt: skip


def _static(function: Callable[[Context, Arguments], Value]) -> Static:
    return Static(Native(function.__name__, function))


DATASET = library_class(
    _PATH,
    from_tensor_slices=_static(_from_tensor_slices),
    from_tensors=_static(_from_tensors),
    from_generator=_static(_from_generator),
    range=_static(_range),
    zip=_static(_zip),
    list_files=_static(_texts),
    map=_map,
    batch=_batch,
    padded_batch=_padded_batch,
    unbatch=_unbatch,
    shuffle=_same,
    cache=_same,
    prefetch=_same,
    with_options=_same,
    snapshot=_same,
    repeat=_some,
    filter=_some,
    shard=_some,
    take_while=_some,
    rejection_resample=_some,
    take=_take,
    skip=_skip,
    enumerate=_enumerate,
    concatenate=_concatenate,
    window=_window,
    apply=_apply,
    flat_map=_flat_map,
    interleave=_flat_map,
    reduce=_reduce,
    ragged_batch=_some,
    unique=_some,
    __iter__=_iterate,
    as_numpy_iterator=_arrays,
    __len__=_length,
    cardinality=_cardinality,
    element_spec=Property(Native("element_spec", _spec)),
    make_one_shot_iterator=_iterator,
    make_initializable_iterator=_iterator,
    save=nothing,
)
TF.classes(DATASET, ITERATOR)


def _new_texts(context: Context, arguments: Arguments) -> Value:
    return dataset(tensor(Shape(), "string"))


for _name in ("TextLineDataset", "TFRecordDataset", "FixedLengthRecordDataset"):
    _class = library_class(f"tensorflow.data.{_name}", DATASET, __new__=_new_texts)
    TF.classes(_class)


def _of_dataset(context: Context, arguments: Arguments) -> Value:
    """Functions of `tf.data` that take the dataset first."""
    given = arguments.get(0, "dataset")
    return _iterator(context, Arguments((given,))) if given is not None else Unknown("no dataset")


for _name in ("make_one_shot_iterator", "make_initializable_iterator"):
    declare(f"tensorflow.compat.v1.data.{_name}", Native(_name, _of_dataset))
declare("tensorflow.data.experimental.cardinality", Native("cardinality", _cardinality))
declare("tensorflow.data.Options", library_class("tensorflow.data.Options", __init__=nothing))
declare("tensorflow.data.AUTOTUNE", Constant(-1))
declare("tensorflow.data.experimental.AUTOTUNE", Constant(-1))

"""`tf.data`: how datasets are made and read; what is made of them is in files of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.objects import Instance, Property, Static, library_class
from ...core.outcome import Mismatch, Raised, Undecided
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from ..numpy.dialect import NUMPY
from .changing import CHANGING
from .dialect import TF, asked, each, tensor
from .elements import components, described, number_of, of_signature, size_of
from .grouping import GROUPING, counting, mixed, table_of, zipped
from .pipeline import count_of, dataset, element_of
from .variables import nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.span import Span
    from ...core.value import Context

_PATH = "tensorflow.data.Dataset"


# -- making ----------------------------------------------------------------------------------------------------


def _from_tensor_slices(context: Context, arguments: Arguments) -> Value:
    element = context.apply(f"{_PATH}.from_tensor_slices", arguments)
    return dataset(element, _slices(arguments.get(0, "tensors")))


def _slices(tensors: Value | None) -> Dim:
    """How many there are; a list of lists whose rows differ has been told of already."""
    try:
        return size_of(tensors)
    except (Mismatch, Undecided):
        return Dim.unknown()


def _from_tensors(context: Context, arguments: Arguments) -> Value:
    given = arguments.get(0, "tensors")
    return dataset(components(given) if given is not None else Unknown("no tensors"), Dim.of(1))


def _from_generator(context: Context, arguments: Arguments) -> Value:
    signature = arguments.get(4, "output_signature")
    if signature is not None and signature is not NONE:
        declared = of_signature(signature)
    else:
        declared = described(arguments.get(1, "output_types"), arguments.get(2, "output_shapes"))
    _try(context, arguments, declared)
    return dataset(declared)


def _try(context: Context, arguments: Arguments, declared: Value) -> None:
    """Compares what a generator of the program yields with what it was declared to yield."""
    generator = arguments.get(0, "generator")
    if generator is None or generator.kind not in ("function", "method") or arguments.get(3, "args") is not None:
        return
    try:
        made = context.call(generator, Arguments())
    except Raised:  # it may use what the program makes later
        return
    first = made.items[0] if isinstance(made, Sequence) and made.items else None
    if first is not None:
        span = arguments.span(4, "output_signature") or arguments.span(2, "output_shapes")
        spans: dict[int | str, Span] = {"signature": span} if span is not None else {}
        context.apply(f"{_PATH}.from_generator.element", Arguments((first, declared), {}, spans))


def _range(context: Context, arguments: Arguments) -> Value:
    numbers = [number_of(one) for one in arguments.positional]
    known = [number for number in numbers if number is not None]
    count = Dim.of(len(range(*known))) if known and len(known) == len(numbers) else Dim.unknown()
    return dataset(tensor(Shape(), asked(arguments.get(None, "output_type"), "int64")), count)


def _random(context: Context, arguments: Arguments) -> Value:
    return dataset(tensor(Shape(), "int64"))


def _texts(context: Context, arguments: Arguments) -> Value:
    """Lines, records and names of files."""
    return dataset(tensor(Shape(), "string"))


# -- reading ---------------------------------------------------------------------------------------------------


def _iterate(context: Context, arguments: Arguments) -> Value:
    self = arguments.positional[0]
    return Sequence("iterator", (), element_of(self), count_of(self))


def _arrays(context: Context, arguments: Arguments) -> Value:
    self = arguments.positional[0]
    element = each(lambda one: Tensor(one.shape, one.dtype, NUMPY, one.box), element_of(self))
    return Sequence("iterator", (), element, count_of(self))


def _length(context: Context, arguments: Arguments) -> Value:
    count = count_of(arguments.positional[0])
    return Scalar("int") if count.is_unknown else Constant(count)


def _cardinality(context: Context, arguments: Arguments) -> Value:
    count = count_of(arguments.positional[0])
    return tensor(Shape(), "int64").with_facts(constant=None if count.is_unknown else count)


def _spec(context: Context, arguments: Arguments) -> Value:
    from .variables import TENSOR_SPEC

    def describe(value: Value) -> Value:
        if isinstance(value, Sequence):
            return Sequence(value.type_name, map(describe, value.items))
        if isinstance(value, Mapping):
            return Mapping({key: describe(item) for key, item in value.items.items()})
        return Instance(TENSOR_SPEC, {" tensor": value}) if isinstance(value, Tensor) else value

    return describe(element_of(arguments.positional[0]))


def _iterator(context: Context, arguments: Arguments) -> Value:
    """`make_one_shot_iterator()` of TensorFlow 1."""
    return Instance(ITERATOR, {" element": element_of(arguments.positional[0])})


def _get_next(context: Context, arguments: Arguments) -> Value:
    return element_of(arguments.positional[0])


def _initializer(context: Context, arguments: Arguments) -> Value:
    from .graph import operation

    return operation()


def _next_of_iterator(context: Context, arguments: Arguments) -> Value:
    return Sequence("iterator", (), element_of(arguments.positional[0]), Dim.unknown())


ITERATOR = library_class(
    "tensorflow.data.Iterator", get_next=_get_next, __iter__=_next_of_iterator, __next__=_get_next,
    initializer=Property(Native("initializer", _initializer)), make_initializer=_initializer,
)  # fmt: skip


def _static(function: Callable[[Context, Arguments], Value]) -> Static:
    return Static(Native(function.__name__, function))


DATASET = library_class(
    _PATH,
    **{name: _static(function) for name, function in {
        "from_tensor_slices": _from_tensor_slices, "from_tensors": _from_tensors, "from_generator": _from_generator,
        "range": _range, "random": _random, "counter": counting, "zip": zipped, "list_files": _texts,
        "sample_from_datasets": mixed, "choose_from_datasets": mixed,
    }.items()},
    **CHANGING, **GROUPING,
    __iter__=_iterate, as_numpy_iterator=_arrays, __len__=_length, cardinality=_cardinality,
    element_spec=Property(Native("element_spec", _spec)), make_one_shot_iterator=_iterator,
    make_initializable_iterator=_iterator, save=nothing,
)  # fmt: skip
TF.classes(DATASET, ITERATOR)
table_of(DATASET)


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
for _root in ("tensorflow.data", "tensorflow.data.experimental"):
    for _name, _number in {"AUTOTUNE": -1, "INFINITE_CARDINALITY": -1, "UNKNOWN_CARDINALITY": -2}.items():
        declare(f"{_root}.{_name}", Constant(_number))

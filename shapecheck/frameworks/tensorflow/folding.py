"""Functions that are called for one row after the other, and arrays of tensors that a loop writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence, join_values
from ...core.dim import Dim
from ...core.objects import Instance, Property, library_class
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant
from ...core.shape import Shape, join_shapes
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .dialect import TF, TensorFlowDType, asked, each, python_spell, tensor, to_tensor
from .flow import tensors_of
from .shapes import ShapeValue, shape_of
from .variables import itself, nothing, without_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

# -- folds -----------------------------------------------------------------------------------------------------


def _row(elems: Value) -> Value:
    return each(lambda one: tensor(one.shape[1:], one.dtype), elems)


def _folded(context: Context, arguments: Arguments) -> tuple[Value, Value, Dim] | None:
    """What the function is given first, what it gives, and the number of rows; None where that is not known."""
    function, elems = arguments.get(0, "fn"), arguments.get(1, "elems")
    if elems is None or function is None:
        return None
    elems = to_tensor(elems) if isinstance(elems, Sequence) and not tensors_of(elems) else elems
    parts = tensors_of(elems)
    if not parts or not all(one.shape.known_rank and one.shape.rank for one in parts):
        return None
    given = arguments.get(2, "initializer")
    has_start = given is not None and given is not NONE
    start = _tensors(given) if given is not None and has_start else _row(elems)
    made = context.call(function, Arguments((start, _row(elems))))
    return start, _tensors(made), parts[0].shape[0]


def _tensors(value: Value) -> Value:
    """Numbers become tensors."""
    if isinstance(value, Sequence) and value.known is not None and tensors_of(value):
        return Sequence(value.type_name, map(_tensors, value.known))
    return to_tensor(value) if isinstance(value, (Constant, Sequence)) and value is not NONE else value


def _steady(start: Value, made: Value) -> bool:
    """Every round gives what the first one does."""
    pairs = zip(tensors_of(start), tensors_of(made), strict=False)
    return all(a.shape.equals(b.shape) is Truth.YES for a, b in pairs)


def _scan(context: Context, arguments: Arguments) -> Value:
    """The results of all rounds, one above the other."""
    found = _folded(context, arguments)
    if found is None:
        return Unknown("tf.scan")
    start, made, count = found
    steady = _steady(start, made)
    return each(lambda one: tensor(Shape.of(count) + (one.shape if steady else Shape.unknown()), one.dtype), made)


def _fold(context: Context, arguments: Arguments) -> Value:
    """What the last round gives."""
    found = _folded(context, arguments)
    if found is None:
        return Unknown("tf.foldl")
    start, made, _ = found
    return each(lambda one: tensor(one.shape, one.dtype), made) if _steady(start, made) else join_values(start, made)


for _name, _function in {"scan": _scan, "foldl": _fold, "foldr": _fold}.items():
    declare(f"tensorflow.{_name}", Native(f"tensorflow.{_name}", _function))


# -- arrays of tensors -----------------------------------------------------------------------------------------

_ARRAY = "tensorflow.TensorArray"


@TF.op(f"{_ARRAY}.write")
def written(element: Tensor, value: Tensor, infer: bool = True) -> Tensor:
    """Elements have one dtype and, unless it was said otherwise, one shape."""
    if element.dtype is not None and value.dtype is not None and element.dtype != value.dtype:
        raise Mismatch("tf-dtype-mix", f"{value.dtype} into an array of {element.dtype}", argument="value",
                       runtime=(f"TensorArray dtype is {element.dtype} but Op is trying to write dtype {value.dtype}",
                                "TensorArray dtype is"), help=f"tf.cast(..., tf.{element.dtype})")  # fmt: skip
    if infer and element.shape.equals(value.shape) is Truth.NO:
        raise Mismatch(
            "collate-unequal-sizes", f"{value.shape} into an array of {element.shape}", argument="value",
            runtime=(f"Incompatible shape for value ({python_spell(value.shape)}), expected "
                     f"({python_spell(element.shape)})", "Incompatible ranks", "Incompatible shapes"),
        )  # fmt: skip
    shape = value.shape if element.shape == Shape.unknown() else join_shapes(element.shape, value.shape)
    return tensor(shape if infer else Shape.unknown(), element.dtype or value.dtype)


def _init_array(context: Context, arguments: Arguments) -> Value:
    array, given = arguments.positional[0], without_first(arguments)
    if not isinstance(array, Instance):
        return NONE
    dtype, size, dynamic = given.get(0, "dtype"), given.get(1, "size"), given.get(2, "dynamic_size")
    infer, shape = given.get(7, "infer_shape"), given.get(8, "element_shape")
    known = size.dim if isinstance(size, Constant) else None
    if isinstance(size, Tensor) and isinstance(size.facts.constant, (int, Dim)):
        known = Dim.of(size.facts.constant)
    grows = dynamic is not None and not (isinstance(dynamic, Constant) and not dynamic.payload)
    array.hide(context, "element", tensor(shape_of(shape), asked(dtype, None)))
    array.hide(context, "count", Constant(known if known is not None and not grows else Dim.unknown()))
    array.hide(context, "infer", Constant(not (isinstance(infer, Constant) and infer.payload is False)))
    return NONE


def _element(array: Value) -> Tensor:
    found = array.hidden("element") if isinstance(array, Instance) else None
    return found if isinstance(found, Tensor) else tensor(Shape.unknown(), None)


def _count(array: Value) -> Dim:
    found = array.hidden("count") if isinstance(array, Instance) else None
    return found.dim if isinstance(found, Constant) and found.dim is not None else Dim.unknown()


def _put(context: Context, array: Value, value: Value, infer: Value | None = None) -> None:
    if isinstance(array, Instance):
        keep = infer or array.hidden("infer") or Constant(True)
        made = context.apply(f"{_ARRAY}.write", Arguments((_element(array), value, keep)))
        array.hide(context, "element", made if isinstance(made, Tensor) else tensor(Shape.unknown(), None))


def _write(context: Context, arguments: Arguments) -> Value:
    array, value = arguments.positional[0], without_first(arguments).get(1, "value")
    if value is not None:
        _put(context, array, value)
    return array


def _unstack(context: Context, arguments: Arguments) -> Value:
    array, value = arguments.positional[0], without_first(arguments).get(0, "value")
    if isinstance(array, Instance):
        known = isinstance(value, Tensor) and value.shape.known_rank and value.shape.rank > 0
        if isinstance(value, Tensor) and known:
            _put(context, array, tensor(value.shape[1:], value.dtype))
            array.hide(context, "count", Constant(value.shape[0]))
        else:
            array.hide(context, "element", tensor(Shape.unknown(), _element(array).dtype))
            array.hide(context, "count", Constant(Dim.unknown()))
    return array


def _read(context: Context, arguments: Arguments) -> Value:
    element = _element(arguments.positional[0])
    return tensor(element.shape, element.dtype)


def _stack(context: Context, arguments: Arguments) -> Value:
    element = _element(arguments.positional[0])
    return tensor(Shape.of(_count(arguments.positional[0])) + element.shape, element.dtype)


def _gather(context: Context, arguments: Arguments) -> Value:
    element = _element(arguments.positional[0])
    return tensor(Shape.of(Dim.unknown()) + element.shape, element.dtype)


def _concat(context: Context, arguments: Arguments) -> Value:
    element = _element(arguments.positional[0])
    rest = element.shape[1:] if element.shape.known_rank and element.shape.rank else Shape.unknown()
    return tensor(Shape.of(Dim.unknown()) + rest, element.dtype)


def _forget(context: Context, arguments: Arguments) -> Value:
    array = arguments.positional[0]
    if isinstance(array, Instance):
        array.hide(context, "element", tensor(Shape.unknown(), _element(array).dtype))
        array.hide(context, "count", Constant(Dim.unknown()))
    return array


def _size(context: Context, arguments: Arguments) -> Value:
    count = _count(arguments.positional[0])
    return tensor(Shape(), "int32", Facts(low=0, constant=None if count.is_unknown else count))


def _said(read: Callable[[Tensor], Value]) -> Property:
    return Property(Native("read", lambda context, arguments: read(_element(arguments.positional[0]))))


TENSOR_ARRAY = library_class(
    _ARRAY, __init__=_init_array, write=_write, read=_read, stack=_stack, gather=_gather, concat=_concat,
    unstack=_unstack, scatter=_forget, split=_forget, size=_size, identity=itself, grad=itself, close=nothing,
    mark_used=nothing,
    dtype=_said(lambda one: TensorFlowDType(one.dtype) if one.dtype else Unknown("a dtype that is not known")),
    element_shape=_said(lambda one: ShapeValue(one.shape)),
)  # fmt: skip
TF.classes(TENSOR_ARRAY)


# -- tables ----------------------------------------------------------------------------------------------------


def _init_table(context: Context, arguments: Arguments) -> Value:
    """A table gives what its initializer, or its default, is made of."""
    table, given = arguments.positional[0], without_first(arguments)
    source = given.get(0, "initializer")
    if isinstance(table, Instance) and isinstance(source, Instance):
        found = source.hidden("dtype")
        table.hide(context, "dtype", found if isinstance(found, Value) else NONE)
    return NONE


def _init_pairs(context: Context, arguments: Arguments) -> Value:
    source, given = arguments.positional[0], without_first(arguments)
    values, dtype = given.get(1, "values"), given.get(3, "value_dtype")
    if isinstance(source, Instance):
        made = asked(dtype, None)
        if made is None and isinstance(values, (Tensor, Sequence, Constant)):
            made = to_tensor(values).dtype
        source.hide(context, "dtype", Constant(made) if made else NONE)
    return NONE


def _lookup(context: Context, arguments: Arguments) -> Value:
    """One value for each key."""
    table, keys = arguments.positional[0], without_first(arguments).get(0, "keys")
    found = table.hidden("dtype") if isinstance(table, Instance) else None
    dtype = found.payload if isinstance(found, Constant) and isinstance(found.payload, str) else None
    made = to_tensor(keys) if isinstance(keys, (Tensor, Sequence, Constant)) else None
    return tensor(made.shape, dtype) if made is not None and made.library is TF.library else Unknown("a lookup")


for _name in ("KeyValueTensorInitializer", "TextFileInitializer"):
    TF.classes(
        library_class(f"tensorflow.lookup.{_name}", __init__=_init_pairs if _name.startswith("Key") else nothing)
    )
for _name in ("StaticHashTable", "StaticVocabularyTable"):
    TF.classes(library_class(f"tensorflow.lookup.{_name}", __init__=_init_table, lookup=_lookup, __getitem__=_lookup))

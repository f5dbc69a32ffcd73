"""Gradient tapes, compiled functions, control flow and functions of nested structures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, join_values
from ...core.dim import Dim
from ...core.objects import library_class
from ...core.outcome import remark
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Choice, Native, Unknown, Value
from ..binding import Ignored
from ..declare import declare
from .dialect import TF, asked, each, tensor
from .graph import gradient_of
from .variables import itself, nothing, without_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

# -- tapes -----------------------------------------------------------------------------------------------------

_TAPE = "tensorflow.GradientTape"


@TF.op(f"{_TAPE}.gradient")
def gradient(
    target: Value, sources: Value, output_gradients: Ignored = None, unconnected_gradients: Ignored = None
) -> Value:
    """The structure of the sources, with the gradient of each."""
    for source in tensors_of(sources):
        if source.dtype is not None and not source.dtype.startswith(("float", "bfloat", "complex")):
            remark("integer-requires-grad", f"the gradient by a {source.dtype} tensor is None", argument="sources",
                   help="make it a float: dtype=tf.float32")  # fmt: skip
    return each(gradient_of, sources)


def tensors_of(value: Value) -> list[Tensor]:
    """The tensors in nested lists and tuples."""
    if isinstance(value, Tensor):
        return [value]
    return [one for part in value for one in tensors_of(part)] if isinstance(value, Sequence) else []


@TF.op(f"{_TAPE}.jacobian")
def jacobian(target: Value, sources: Value, *args: Ignored, **kwargs: Ignored) -> Value:
    """The axes of the target before those of each source."""
    if not isinstance(target, Tensor):
        return Unknown("the jacobian of several values")
    return each(lambda source: tensor(target.shape + source.shape, target.dtype), sources)


def _of_tape(name: str) -> Callable[[Context, Arguments], Value]:
    def method(context: Context, arguments: Arguments) -> Value:
        return context.apply(f"{_TAPE}.{name}", without_first(arguments))

    return method


TAPE = library_class(
    _TAPE, __init__=nothing, __enter__=itself, __exit__=nothing, watch=nothing, reset=nothing, stop_recording=itself,
    gradient=_of_tape("gradient"), jacobian=_of_tape("jacobian"),
)  # fmt: skip
TF.classes(TAPE)


# -- functions -------------------------------------------------------------------------------------------------


def _decorated(context: Context, arguments: Arguments) -> Value:
    """`@tf.function`, with or without arguments: the function itself."""
    function = arguments.get(0, "func")
    if function is not None and function is not NONE:
        return function
    return Native("tensorflow.function", lambda context, arguments: arguments.get(0, "func") or NONE)


for _name in ("function", "autograph.experimental.do_not_convert", "custom_gradient", "recompute_grad"):
    declare(f"tensorflow.{_name}", Native(f"tensorflow.{_name}", _decorated))


# -- control flow ----------------------------------------------------------------------------------------------


def _cond(context: Context, arguments: Arguments) -> Value:
    """One of two functions is called: what is true of both results."""
    given = [
        arguments.get(1, "true_fn") or arguments.get(None, "fn1"),
        arguments.get(2, "false_fn") or arguments.get(None, "fn2"),
    ]
    results = [context.call(function, Arguments()) for function in given if function is not None]
    return join_values(*results) if len(results) == 2 else Unknown("tf.cond")


def _map_fn(context: Context, arguments: Arguments) -> Value:
    """The function of every row, stacked again."""
    function, elems = arguments.get(0, "fn"), arguments.get(1, "elems")
    counted = (
        next((t for t in tensors_of(elems) if t.shape.known_rank and t.shape.rank), None) if elems is not None else None
    )
    if function is None or elems is None or counted is None:
        return Unknown("tf.map_fn")
    row = each(lambda t: tensor(t.shape[1:], t.dtype), elems)
    result = context.call(function, Arguments((row,)))
    front: Dim = counted.shape[0]
    dtype = arguments.get(None, "fn_output_signature") or arguments.get(2, "dtype")
    wanted = asked(dtype, None) if dtype is not None else None
    return each(lambda t: tensor(Shape.of(front) + t.shape, wanted or t.dtype), result)


def _python_function(context: Context, arguments: Arguments) -> Value:
    """`tf.py_function(f, inp, Tout)` forgets all shapes."""
    out = arguments.get(2, "Tout")
    if isinstance(out, Sequence) and out.known is not None:
        return Sequence.list(tensor(Shape.unknown(), asked(one, None)) for one in out.known)
    return tensor(Shape.unknown(), asked(out, None) if out is not None else None)


def _switch_case(context: Context, arguments: Arguments) -> Value:
    return Unknown("tf.switch_case")


for _name, _function in {
    "cond": _cond, "map_fn": _map_fn, "vectorized_map": _map_fn, "py_function": _python_function,
    "py_func": _python_function, "numpy_function": _python_function, "switch_case": _switch_case, "case": _switch_case,
}.items():  # fmt: skip
    declare(f"tensorflow.{_name}", Native(f"tensorflow.{_name}", _function))


# -- nested structures -----------------------------------------------------------------------------------------


def _map_structure(context: Context, arguments: Arguments) -> Value:
    """The function of the leaves of one structure, or of several alike."""
    function, structures = arguments.positional[0], arguments.positional[1:]
    return _mapped(context, function, structures) if structures else Unknown("tf.nest.map_structure")


def _mapped(context: Context, function: Value, structures: tuple[Value, ...]) -> Value:
    first = structures[0]
    if isinstance(first, Sequence) and all(isinstance(s, Sequence) and s.known is not None for s in structures):
        columns = zip(*(s.known or () for s in structures if isinstance(s, Sequence)), strict=False)
        return Sequence(first.type_name, [_mapped(context, function, tuple(column)) for column in columns])
    if isinstance(first, Mapping) and all(isinstance(s, Mapping) for s in structures):
        keys = [key for key in first.items if all(isinstance(s, Mapping) and key in s.items for s in structures)]
        parts = {k: tuple(s.items[k] for s in structures if isinstance(s, Mapping)) for k in keys}
        return Mapping({key: _mapped(context, function, part) for key, part in parts.items()})
    return context.call(function, Arguments(structures))


def _flatten(context: Context, arguments: Arguments) -> Value:
    structure = arguments.get(0, "structure")
    return Sequence.list(_leaves(structure)) if structure is not None else Unknown("tf.nest.flatten")


def _leaves(value: Value) -> list[Value]:
    if isinstance(value, Sequence) and value.known is not None:
        return [leaf for part in value.known for leaf in _leaves(part)]
    if isinstance(value, Mapping) and not value.open:
        return [leaf for key in sorted(value.items, key=str) for leaf in _leaves(value.items[key])]
    return [value]


declare("tensorflow.nest.map_structure", Native("tensorflow.nest.map_structure", _map_structure))
declare("tensorflow.nest.flatten", Native("tensorflow.nest.flatten", _flatten))


def _packed(context: Context, arguments: Arguments) -> Value:
    """The leaves that a list has, in the places of those of a structure."""
    structure, flat = arguments.get(0, "structure"), arguments.get(1, "flat_sequence")
    leaves = list(flat.known) if isinstance(flat, Sequence) and flat.known is not None else None
    if structure is None or leaves is None or len(leaves) != len(_leaves(structure)):
        return Unknown("tf.nest.pack_sequence_as")
    return _filled(structure, leaves)


def _filled(structure: Value, leaves: list[Value]) -> Value:
    if isinstance(structure, Sequence) and structure.known is not None:
        parts = [_filled(one, leaves) for one in structure.known]
        return Sequence(structure.type_name, parts, names=structure.names)
    if isinstance(structure, Mapping) and not structure.open:
        by_key = {key: _filled(structure.items[key], leaves) for key in sorted(structure.items, key=str)}
        return Mapping({key: by_key[key] for key in structure.items})
    return leaves.pop(0)


def _nested(context: Context, arguments: Arguments) -> Value:
    given = arguments.get(0, "seq")
    if given is None or isinstance(given, (Unknown, Choice)):
        return Unknown("whether a structure is nested")
    return Constant(isinstance(given, (Sequence, Mapping)))


for _name, _function in {"pack_sequence_as": _packed, "is_nested": _nested}.items():
    declare(f"tensorflow.nest.{_name}", Native(f"tensorflow.nest.{_name}", _function))
declare("tensorflow.nest.assert_same_structure", Native("tensorflow.nest.assert_same_structure", nothing))


def _tuple(context: Context, arguments: Arguments) -> Value:
    return arguments.get(0, "tensors") or NONE


declare("tensorflow.tuple", Native("tensorflow.tuple", _tuple))

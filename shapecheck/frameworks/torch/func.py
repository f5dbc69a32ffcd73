"""`torch.func`: functions of functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from .dialect import T, tensor

if TYPE_CHECKING:
    from ...core.value import Context


@T.native("torch.func.functional_call", "torch.nn.utils.stateless.functional_call")
def functional_call(context: Context, arguments: Arguments) -> Value:
    """Calls a module with other weights; the shapes of its own are taken."""
    module, given = arguments.get(0, "module"), arguments.get(2, "args")
    if module is None or given is None or arguments.get(3, "kwargs") is not None:
        return Unknown("functional_call")
    parts = given.known if isinstance(given, Sequence) else (given,)
    return Unknown("arguments of unknown number") if parts is None else context.call(module, Arguments(parts))


def of_function(path: str, act: Any) -> None:
    """A function that takes a function and returns another, which `act` calls."""

    @T.native(path)
    def make(context: Context, arguments: Arguments) -> Value:
        function = arguments.get(0, "func")
        if function is None:
            return Unknown(path)
        return Native(path, lambda context, given: act(context, function, arguments, given))


def _shaped_as_argument(context: Context, made: Arguments, given: Arguments) -> Value:
    at = made.get(1, "argnums")
    number = getattr(at, "payload", 0) if at is not None else 0
    one = given.positional[number] if isinstance(number, int) and number < len(given.positional) else None
    return tensor(one.shape, one.dtype) if isinstance(one, Tensor) else Unknown("a gradient")


def _grad(context: Context, function: Value, made: Arguments, given: Arguments) -> Value:
    """The gradient has the shape of the argument."""
    context.call(function, given)
    return _shaped_as_argument(context, made, given)


def _grad_and_value(context: Context, function: Value, made: Arguments, given: Arguments) -> Value:
    value = context.call(function, given)
    return Sequence.tuple((_shaped_as_argument(context, made, given), value))


def _vmap(context: Context, function: Value, made: Arguments, given: Arguments) -> Value:
    """The function sees tensors without the mapped axis, which its results get in front."""
    axes = made.get(1, "in_dims")
    if made.get(2, "out_dims") is not None or given.keywords or (axes is not None and not _is_zero(axes)):
        return Unknown("vmap along other axes")
    shapes = [one.shape for one in given.positional if isinstance(one, Tensor)]
    lengths = [shape[0] for shape in shapes if shape.known_rank and shape.rank]
    if not lengths or len(lengths) != len(given.positional):
        return Unknown("vmap of what is not known")
    parts = [context.item(one, Constant(0)) for one in given.positional]
    return _in_front(context.call(function, Arguments(parts)), lengths[0])


def _is_zero(value: Value) -> bool:
    return isinstance(value, Constant) and value.payload == 0


def _in_front(value: Value, length: Dim) -> Value:
    if isinstance(value, Tensor):
        return tensor(Shape.of(length) + value.shape, value.dtype)
    if isinstance(value, Sequence) and value.known is not None:
        return Sequence(value.type_name, (_in_front(one, length) for one in value.known))
    return Unknown("a result of vmap")


for _root in ("torch.func", "torch"):
    of_function(f"{_root}.vmap", _vmap)
of_function("torch.func.grad", _grad)
of_function("torch.func.grad_and_value", _grad_and_value)

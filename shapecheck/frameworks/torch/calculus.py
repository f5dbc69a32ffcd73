"""Derivatives of functions: `torch.func` and `torch.autograd.functional`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from .dialect import T, tensor
from .func import of_function
from .natives import as_list, given

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context


def _each(value: Value, change: Callable[[Tensor], Value]) -> Value:
    """The same structure, with something else in the place of each tensor."""
    if isinstance(value, Tensor):
        return change(value)
    if isinstance(value, Sequence) and value.known is not None:
        return Sequence(value.type_name, (_each(one, change) for one in value.known), names=value.names)
    if isinstance(value, Mapping) and not value.open:
        return Mapping({key: _each(one, change) for key, one in value.items.items()})
    return Unknown("a derivative")


def _alike(one: Tensor) -> Value:
    return tensor(one.shape, one.dtype)


def _jacobian(result: Value, inputs: Value) -> Value:
    """For each tensor of the result, for each of the inputs: the axes of both."""
    return _each(result, lambda of: _each(inputs, lambda by: tensor(of.shape + by.shape, of.dtype)))


def _chosen(made: Arguments, call: Arguments) -> Value | None:
    """The arguments that a derivative is taken by."""
    at = made.get(1, "argnums") or Constant(0)
    if isinstance(at, Sequence) and at.known is not None:
        found = [_at(one, call) for one in at.known]
        return None if None in found else Sequence.tuple(one for one in found if one is not None)
    return _at(at, call)


def _at(number: Value, call: Arguments) -> Value | None:
    place = getattr(number, "payload", None)
    known = isinstance(place, int) and -len(call.positional) <= place < len(call.positional)
    return call.positional[place] if known and isinstance(place, int) else None


def _with_aux(made: Arguments) -> bool:
    return made.keywords.get("has_aux") is not None


def _derived(context: Context, function: Value, made: Arguments, call: Arguments, times: int) -> Value:
    result, inputs = context.call(function, call), _chosen(made, call)
    if inputs is None or _with_aux(made):
        return Unknown("a derivative")
    for _ in range(times):
        result = _jacobian(result, inputs)
    return result


def _jacobian_of(context: Context, function: Value, made: Arguments, call: Arguments) -> Value:
    return _derived(context, function, made, call, 1)


def _hessian_of(context: Context, function: Value, made: Arguments, call: Arguments) -> Value:
    return _derived(context, function, made, call, 2)


def _as_it_is(context: Context, function: Value, made: Arguments, call: Arguments) -> Value:
    return context.call(function, call)


of_function("torch.func.jacrev", _jacobian_of)
of_function("torch.func.jacfwd", _jacobian_of)
of_function("torch.func.hessian", _hessian_of)
of_function("torch.func.functionalize", _as_it_is)


@T.native("torch.func.jvp")
def jvp(context: Context, arguments: Arguments) -> Value:
    """What the function returns, and how it changes."""
    function, primals = arguments.get(0, "func"), arguments.get(1, "primals")
    if function is None or not isinstance(primals, Sequence) or primals.known is None or _with_aux(arguments):
        return Unknown("jvp")
    result = context.call(function, Arguments(primals.known))
    return Sequence.tuple((result, _each(result, _alike)))


@T.native("torch.func.vjp", "torch.func.linearize")
def vjp(context: Context, arguments: Arguments) -> Value:
    """What the function returns, and a function of its change."""
    if not arguments.positional or arguments.open or _with_aux(arguments):
        return Unknown("vjp")
    result = context.call(arguments.positional[0], Arguments(arguments.positional[1:]))
    return Sequence.tuple((result, Native("a derivative", lambda context, arguments: Unknown("a derivative"))))


@T.native("torch.func.stack_module_state")
def stack_module_state(context: Context, arguments: Arguments) -> Value:
    as_list(context, arguments.get(0, "models"))
    return Sequence.tuple((Unknown("stacked parameters"), Unknown("stacked buffers")))


# -- functions that are given the inputs, too -------------------------------------------------------------------


def _computed(context: Context, arguments: Arguments) -> tuple[Value, Value] | None:
    """What the function returns for the inputs, and these."""
    function, inputs = arguments.get(0, "func"), given(arguments, 1, "inputs")
    if function is None or inputs is None:
        return None
    if isinstance(inputs, Sequence):
        return None if inputs.known is None else (context.call(function, Arguments(inputs.known)), inputs)
    return context.call(function, Arguments((inputs,))), inputs


def _functional(name: str, answer: Callable[[Value, Value], Value]) -> None:
    @T.native(f"torch.autograd.functional.{name}")
    def act(context: Context, arguments: Arguments) -> Value:
        found = _computed(context, arguments)
        return Unknown(name) if found is None else answer(*found)


def _second(result: Value, inputs: Value) -> Value:
    """Of one number by one tensor."""
    once = _jacobian(result, inputs)
    return _jacobian(once, inputs) if isinstance(inputs, Tensor) and _is_number(result) else Unknown("a hessian")


def _is_number(result: Value) -> bool:
    return isinstance(result, Tensor) and result.shape == Shape()


def _beside(change: Any) -> Any:
    return lambda result, inputs: Sequence.tuple((result, change(result, inputs)))


_functional("jacobian", _jacobian)
_functional("hessian", _second)
_functional("jvp", _beside(lambda result, inputs: _each(result, _alike)))
for _name in ("vjp", "hvp", "vhp"):
    _functional(_name, _beside(lambda result, inputs: _each(inputs, _alike)))


@T.native("torch.autograd.gradcheck", "torch.autograd.gradgradcheck")
def gradcheck(context: Context, arguments: Arguments) -> Value:
    """Calls the function; whether its derivatives are right is not known."""
    return Unknown("whether derivatives are right") if _computed(context, arguments) is not None else NONE

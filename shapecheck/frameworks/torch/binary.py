"""Element-wise functions of two operands: arithmetic, comparison, logic; as functions, methods and operators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...core.dtype import family
from ...core.outcome import Mismatch, remark
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from .dialect import T, shape_of, tensor
from .pointwise import BOTH, WRITES, cast_back, require_number
from .values import require_least

if TYPE_CHECKING:
    from ..binding import Ignored, Operand

METHOD = ("torch.Tensor.{}",)
_FROM_MODEL = {"linear", "relu", "sigmoid", "tanh", "softmax", "log_softmax"}
_DECISIONS = {"argmax", "round", "threshold"}
"""Activations of tensors that hold predicted classes."""


def binary(input: Operand, other: Operand, *, out: Ignored = None) -> Shape:
    return broadcast(shape_of(input), shape_of(other))


def operator(input: Operand, other: Operand) -> Shape:
    return broadcast(shape_of(input), shape_of(other))


def inplace(input: Tensor, other: Operand) -> Tensor:
    """The result is written to the first operand: its shape and the category of its dtype must be able to hold it."""
    fits(input.shape, broadcast(input.shape, shape_of(other)))
    cast_back(input.dtype, T.promote([input, other]))
    return input


def fits(shape: Shape, result: Shape) -> None:
    """A result that is written to a tensor has that tensor's shape."""
    if shape.equals(result) is Truth.NO:
        raise Mismatch(
            "elementwise-shape-mismatch",
            f"a result {result} does not fit into the tensor {shape} it is written to",
            runtime=f"output with shape {shape} doesn't match the broadcast shape {result}",
        )


# -- arithmetic -------------------------------------------------------------------------------------------------


def _range(change: Any, *operands: Operand) -> Facts | None:
    """The range of the result, where one operand is a number."""
    found = next((o for o in operands if isinstance(o, Tensor)), None)
    number = next((o for o in operands if isinstance(o, (int, float)) and not isinstance(o, bool)), None)
    if found is None or number is None or found.facts.low is None or found.facts.high is None:
        return None
    facts = found.facts
    ends = [change(*(end if o is found else o for o in operands)) for end in (facts.low, facts.high)]
    return Facts(low=min(ends), high=max(ends), attained=facts.attained)


def _arithmetic(change: Any, input: Operand, other: Operand) -> Tensor:
    shape = broadcast(shape_of(input), shape_of(other))
    return tensor(shape, T.promote([input, other]), _range(change, input, other))


def _add(a: float, b: float) -> float:
    return a + b


def _sub(a: float, b: float) -> float:
    return a - b


def _mul(a: float, b: float) -> float:
    return a * b


@T.op("torch.add", "torch.Tensor.add")
def add(input: Operand, other: Operand, *, alpha: Ignored = 1, out: Ignored = None) -> Tensor:
    return (
        _arithmetic(_add, input, other)
        if alpha == 1
        else tensor(broadcast(shape_of(input), shape_of(other)), T.promote([input, other]))
    )


@T.op("torch.sub", "torch.Tensor.sub", "torch.subtract", "torch.Tensor.subtract")
def sub(input: Operand, other: Operand, *, alpha: Ignored = 1, out: Ignored = None) -> Tensor:
    _require_numbers(input, other)
    _pairwise(input, other)
    _wraps(input, other)
    return (
        _arithmetic(_sub, input, other)
        if alpha == 1
        else tensor(broadcast(shape_of(input), shape_of(other)), T.promote([input, other]))
    )


@T.op("torch.mul", "torch.Tensor.mul", "torch.multiply", "torch.Tensor.multiply")
def mul(input: Operand, other: Operand, *, out: Ignored = None) -> Tensor:
    return _arithmetic(_mul, input, other)


@T.op("torch.Tensor.__add__", "torch.Tensor.__radd__")
def add_operator(input: Operand, other: Operand) -> Tensor:
    return _arithmetic(_add, input, other)


@T.op("torch.Tensor.__sub__")
def sub_operator(input: Operand, other: Operand) -> Tensor:
    return sub(input, other)


@T.op("torch.Tensor.__rsub__")
def rsub_operator(input: Operand, other: Operand) -> Tensor:
    return sub(other, input)


@T.op("torch.Tensor.__mul__", "torch.Tensor.__rmul__")
def mul_operator(input: Operand, other: Operand) -> Tensor:
    return _arithmetic(_mul, input, other)


_MASK = (
    "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the "
    "`~` or `logical_not()` operator instead."
)


def _require_numbers(*operands: Operand) -> None:
    for operand in operands:
        require_number(operand, "subtracts", _MASK)


@T.op("torch.rsub")
def rsub(input: Operand, other: Operand, *, alpha: Ignored = 1) -> Shape:
    _require_numbers(input, other)
    return broadcast(shape_of(input), shape_of(other))


def _quotient(input: Operand, other: Operand) -> Tensor:
    dtype = T.result_dtype("float", [input, other])
    shape = broadcast(shape_of(input), shape_of(other))
    facts = _range(lambda a, b: a / b, input, other) if not isinstance(other, (int, float)) or other else None
    return tensor(shape, dtype, facts if isinstance(other, (int, float)) else None)


@T.op("torch.Tensor.__truediv__", "torch.Tensor.__div__")
def divide_operator(input: Operand, other: Operand) -> Tensor:
    return _quotient(input, other)


@T.op("torch.Tensor.__rtruediv__", "torch.Tensor.__rdiv__", dtype="float")
def reflected_divide(input: Operand, other: Operand) -> Shape:
    return broadcast(shape_of(input), shape_of(other))


@T.op("torch.true_divide", "torch.Tensor.true_divide", dtype="float")
def true_divide(dividend: Operand, divisor: Operand, *, out: Ignored = None) -> Shape:
    return broadcast(shape_of(dividend), shape_of(divisor))


@T.op("torch.div", "torch.Tensor.div", "torch.divide", "torch.Tensor.divide")
def div(input: Operand, other: Operand, *, rounding_mode: Any = None, out: Ignored = None) -> Tensor:
    if rounding_mode is None:
        return _quotient(input, other)
    return tensor(broadcast(shape_of(input), shape_of(other)), T.promote([input, other]))


@T.op("torch.Tensor.div_", "torch.Tensor.divide_", traits=WRITES)
def div_inplace(input: Tensor, other: Operand, *, rounding_mode: Any = None) -> Tensor:
    fits(input.shape, broadcast(input.shape, shape_of(other)))
    cast_back(input.dtype, T.result_dtype("float" if rounding_mode is None else "promote", [input, other]))
    return input


@T.op("torch.Tensor.__itruediv__", "torch.Tensor.__idiv__", "torch.Tensor.true_divide_", traits=WRITES)
def true_divide_inplace(input: Tensor, other: Operand) -> Tensor:
    return div_inplace(input, other)


@T.op("torch.Tensor.sub_", "torch.Tensor.subtract_", "torch.Tensor.__isub__", traits=WRITES)
def sub_inplace(input: Tensor, other: Operand, *, alpha: Ignored = 1) -> Tensor:
    _require_numbers(input, other)
    return inplace(input, other)


@T.op("torch.Tensor.add_", traits=WRITES)
def add_inplace(input: Tensor, other: Operand, *, alpha: Ignored = 1) -> Tensor:
    return inplace(input, other)


def _widest(input: Operand, other: Operand, **_: Ignored) -> str | None:
    """In double precision, whatever the operands are."""
    kind = family(T.promote([input, other]))
    return None if kind is None else "complex128" if kind == "complex" else "float64"


_PROMOTING = (
    "remainder fmod maximum minimum fmax fmin gcd lcm bitwise_and bitwise_or bitwise_xor bitwise_left_shift "
    "bitwise_right_shift heaviside nextafter"
)
T.family(_PROMOTING + " logaddexp logaddexp2 hypot floor_divide", binary, BOTH, "promote")
T.family("atan2 arctan2 copysign ldexp xlogy igamma igammac", binary, BOTH, "float")
T.family("xlogy xlog1py zeta gammainc gammaincc", binary, ("torch.special.{}",), "float")
T.family(
    "chebyshev_polynomial_t chebyshev_polynomial_u chebyshev_polynomial_v chebyshev_polynomial_w hermite_polynomial_h "
    "hermite_polynomial_he laguerre_polynomial_l legendre_polynomial_p shifted_chebyshev_polynomial_t "
    "shifted_chebyshev_polynomial_u shifted_chebyshev_polynomial_v shifted_chebyshev_polynomial_w",
    binary,
    ("torch.special.{}",),
    "float",
)
T.op("torch.float_power", "torch.Tensor.float_power", dtype=_widest)(binary)
T.family(
    "bitwise_and bitwise_or bitwise_xor bitwise_left_shift bitwise_right_shift floor_divide fmod gcd lcm hypot "
    "mul multiply remainder pow atan2 arctan2 xlogy copysign heaviside nextafter igamma igammac ldexp",
    inplace,
    ("torch.Tensor.{}_",),
    traits=WRITES,
)
T.family(
    "__floordiv__ __rfloordiv__ __mod__ __rmod__ __and__ __or__ __xor__ __lshift__ __rshift__ __pow__ __rpow__ "
    "__rand__ __ror__ __rxor__ __rlshift__ __rrshift__",
    operator,
    METHOD,
    "promote",
)
T.family(
    "__iadd__ __imul__ __ifloordiv__ __imod__ __ipow__ __iand__ __ior__ __ixor__ __ilshift__ __irshift__",
    inplace,
    METHOD,
    traits=WRITES,
)
T.family("logical_and logical_or logical_xor", binary, BOTH, "bool")


@T.op("torch.pow", "torch.Tensor.pow", dtype="promote")
def power(input: Operand, exponent: Operand, *, out: Ignored = None) -> Shape:
    return broadcast(shape_of(input), shape_of(exponent))


def _wraps(input: Operand, other: Operand) -> None:
    """Bytes have no negative numbers: an image minus its mean wraps around."""
    if isinstance(input, Tensor) and input.dtype == "uint8" and isinstance(other, int) and other > 0:
        known = input.shape.known_rank and input.shape.rank >= 2
        if known and (input.facts.low is None or input.facts.low < other):
            remark(
                "uint8-arithmetic-overflow",
                f"uint8 minus {other} wraps around below 0",
                help="convert first: x.float()",
            )


def _column_and_row(input: Operand, other: Operand) -> tuple[Tensor, Tensor] | None:
    """The operands where one is [n, 1] and the other [n]: the result is [n, n]."""
    if not isinstance(input, Tensor) or not isinstance(other, Tensor):
        return None
    for column, row in ((input, other), (other, input)):
        if not column.shape.known_rank or not row.shape.known_rank or (column.rank, row.rank) != (2, 1):
            continue
        same = column.shape[0].equals(row.shape[0]) is Truth.YES
        if same and column.shape[1] == 1 and row.shape[0].is_one() is not Truth.YES:
            related = {id(box) for box in column.box.boxes()} & {id(box) for box in row.box.boxes()}
            return None if related else (column, row)
    return None


def _pairwise(input: Operand, other: Operand) -> None:
    found = _column_and_row(input, other)
    if found and found[0].facts.activation in _FROM_MODEL:
        column, row = found
        remark(
            "manual-loss-broadcast",
            f"{column.shape} minus {row.shape} gives every pair: [n, n] instead of [n]",
            column.shape[0],
            row.shape[0],
            help="give both the same shape: y.unsqueeze(1), or x.squeeze(1)",
        )


# -- comparison -------------------------------------------------------------------------------------------------

_TRUTH = Facts(low=0, high=1)


def comparison(input: Operand, other: Operand, *, out: Ignored = None) -> Tensor:
    decided = isinstance(other, (int, float)) and isinstance(input, Tensor)
    facts = Facts(low=0, high=1, activation="threshold") if decided else _TRUTH
    return tensor(broadcast(shape_of(input), shape_of(other)), "bool", facts)


def compare_operator(input: Operand, other: Operand) -> Tensor:
    return comparison(input, other)


def equality(input: Operand, other: Operand, *, out: Ignored = None) -> Tensor:
    found = _column_and_row(input, other)
    if found and found[0].facts.activation in _DECISIONS:
        column, row = found
        remark(
            "accuracy-broadcast",
            f"{column.shape} == {row.shape} compares every pair: [n, n] instead of [n]",
            column.shape[0],
            row.shape[0],
            help="drop the axis first: pred.squeeze(1) == y, or y.view_as(pred)",
        )
    return tensor(broadcast(shape_of(input), shape_of(other)), "bool", _TRUTH)


@T.op("torch.Tensor.__eq__", "torch.Tensor.__ne__")
def equality_operator(input: Operand, other: Operand) -> Tensor | bool:
    return False if input is None or other is None else equality(input, other)


T.family("eq ne not_equal", equality, BOTH)
T.family("lt le gt ge less less_equal greater greater_equal", comparison, BOTH)
T.family("__lt__ __le__ __gt__ __ge__", compare_operator, METHOD)


def compare_inplace(input: Tensor, other: Operand) -> Tensor:
    fits(input.shape, broadcast(input.shape, shape_of(other)))
    return input


_ORDERS = "eq ne not_equal lt le gt ge less less_equal greater greater_equal logical_and logical_or logical_xor"
T.family(_ORDERS, compare_inplace, ("torch.Tensor.{}_",), traits=WRITES)


@T.op("torch.isclose", "torch.Tensor.isclose", dtype="bool")
def isclose(input: Tensor, other: Tensor, rtol: Ignored = 1e-05, atol: Ignored = 1e-08,
            equal_nan: Ignored = False) -> Shape:  # fmt: skip
    for name, given in (("rtol", rtol), ("atol", atol)):
        require_least(given, 0, name, f"{name} must be greater than or equal to zero, but got {{}}")
    return broadcast(input.shape, other.shape)


# -- three operands ---------------------------------------------------------------------------------------------


@T.op("torch.addcmul", "torch.Tensor.addcmul", "torch.addcdiv", "torch.Tensor.addcdiv", dtype="promote")
def addcmul(input: Tensor, tensor1: Tensor, tensor2: Tensor, *, value: Ignored = 1, out: Ignored = None) -> Shape:
    return broadcast(input.shape, tensor1.shape, tensor2.shape)


@T.op("torch.Tensor.addcmul_", "torch.Tensor.addcdiv_", traits=WRITES)
def addcmul_inplace(input: Tensor, tensor1: Tensor, tensor2: Tensor, *, value: Ignored = 1) -> Tensor:
    fits(input.shape, broadcast(input.shape, tensor1.shape, tensor2.shape))
    return input


@T.op("torch.lerp", "torch.Tensor.lerp")
def lerp(input: Tensor, end: Tensor, weight: Operand, *, out: Ignored = None) -> Shape:
    return broadcast(input.shape, end.shape, shape_of(weight))


@T.op("torch.Tensor.lerp_", traits=WRITES)
def lerp_inplace(input: Tensor, end: Tensor, weight: Operand) -> Tensor:
    fits(input.shape, broadcast(input.shape, end.shape, shape_of(weight)))
    return input


def _clamped(input: Tensor, min: Operand | None, max: Operand | None) -> Tensor:
    shape = broadcast(input.shape, *(o.shape for o in (min, max) if isinstance(o, Tensor)))
    low = min if isinstance(min, (int, float)) else input.facts.low
    high = max if isinstance(max, (int, float)) else input.facts.high
    plain = not isinstance(min, Tensor) and not isinstance(max, Tensor)
    facts = Facts(low=low, high=high) if plain else None
    return tensor(shape, T.promote([o for o in (input, min, max) if o is not None]), facts)


@T.op("torch.clamp", "torch.Tensor.clamp", "torch.clip", "torch.Tensor.clip")
def clamp(input: Tensor, min: Operand | None = None, max: Operand | None = None, *, out: Ignored = None) -> Tensor:
    return _clamped(input, min, max)


@T.op("torch.Tensor.clamp_", "torch.Tensor.clip_", traits=WRITES)
def clamp_inplace(input: Tensor, min: Operand | None = None, max: Operand | None = None) -> Tensor:
    fits(input.shape, broadcast(input.shape, *(o.shape for o in (min, max) if isinstance(o, Tensor))))
    return input


@T.op("torch.clamp_min", "torch.Tensor.clamp_min")
def clamp_min(input: Tensor, min: Operand, *, out: Ignored = None) -> Tensor:
    return _clamped(input, min, None)


@T.op("torch.clamp_max", "torch.Tensor.clamp_max")
def clamp_max(input: Tensor, max: Operand, *, out: Ignored = None) -> Tensor:
    return _clamped(input, None, max)


@T.op("torch.Tensor.clamp_min_", "torch.Tensor.clamp_max_", traits=WRITES)
def clamp_one_inplace(input: Tensor, min: Operand) -> Tensor:
    return input

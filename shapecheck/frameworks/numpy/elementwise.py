"""NumPy's universal functions: operands broadcast, dtypes promote."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Undecided
from ...core.plain import Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Value
from ..binding import DType, Ignored
from . import fold, ranges
from .dialect import NP, array
from .kinds import (
    bits,
    bool_as_int8,
    boolean,
    double,
    first_float,
    float_,
    integers,
    magnitude,
    no_bool,
    no_complex,
    number,
    quotient,
)
from .operands import Side, broadcast, forget, is_kind, side

if TYPE_CHECKING:
    from collections.abc import Callable

    from .kinds import Rule


class Unary(NamedTuple):
    """A function of one operand: its dtype, what it computes, and the range of its results."""

    dtype: Rule
    compute: Callable[[Any], Any] | None = None
    low: float | None = None
    high: float | None = None


UNARY: dict[str, Unary] = {
    "sqrt": Unary(float_, math.sqrt, 0), "exp": Unary(float_, math.exp, 0), "log": Unary(float_, math.log),
    "log2": Unary(float_, math.log2), "log10": Unary(float_, math.log10), "log1p": Unary(float_, math.log1p),
    "exp2": Unary(float_, lambda x: 2.0**x, 0), "expm1": Unary(float_, math.expm1, -1),
    "sin": Unary(float_, math.sin, -1, 1), "cos": Unary(float_, math.cos, -1, 1), "tan": Unary(float_, math.tan),
    "tanh": Unary(float_, math.tanh, -1, 1), "sinh": Unary(float_, math.sinh), "cosh": Unary(float_, math.cosh, 1),
    "arcsin": Unary(float_), "arccos": Unary(float_), "arctan": Unary(float_), "arcsinh": Unary(float_),
    "arccosh": Unary(float_), "arctanh": Unary(float_),
    "cbrt": Unary(no_complex(float_)), "fabs": Unary(no_complex(float_), abs, 0),
    "deg2rad": Unary(no_complex(float_), math.radians), "radians": Unary(no_complex(float_), math.radians),
    "rad2deg": Unary(no_complex(float_), math.degrees), "degrees": Unary(no_complex(float_), math.degrees),
    "spacing": Unary(no_complex(float_)),
    "square": Unary(bool_as_int8(number), lambda x: x * x, 0), "reciprocal": Unary(bool_as_int8(number)),
    "conjugate": Unary(bool_as_int8(number)),
    "sign": Unary(no_bool(number), lambda x: (x > 0) - (x < 0), -1, 1),
    "negative": Unary(no_bool(number), lambda x: -x),
    "positive": Unary(no_bool(number), lambda x: x),
    "isnan": Unary(boolean, None, 0, 1), "isinf": Unary(boolean, None, 0, 1), "isfinite": Unary(boolean, None, 0, 1),
    "signbit": Unary(no_complex(boolean), None, 0, 1), "logical_not": Unary(boolean, lambda x: not x, 0, 1),
    "invert": Unary(integers(number)), "absolute": Unary(magnitude, abs, 0),
    "bitwise_count": Unary(bits, lambda x: abs(x).bit_count(), 0, 64),
    "floor": Unary(no_complex(number), math.floor), "ceil": Unary(no_complex(number), math.ceil),
    "trunc": Unary(no_complex(number), math.trunc), "rint": Unary(float_, round),
}  # fmt: skip
_ROUNDING = {"floor", "ceil", "trunc", "rint", "fix", "round", "around"}
ALSO = {
    "conjugate": ("numpy.conj",),
    "negative": ("numpy.ndarray.__neg__",),
    "positive": ("numpy.ndarray.__pos__",), "absolute": ("numpy.abs", "numpy.ndarray.__abs__"),
    "invert": ("numpy.bitwise_not", "numpy.bitwise_invert", "numpy.ndarray.__invert__"),
    "arcsin": ("numpy.asin",), "arccos": ("numpy.acos",), "arctan": ("numpy.atan",), "arcsinh": ("numpy.asinh",),
    "arccosh": ("numpy.acosh",), "arctanh": ("numpy.atanh",), "divide": ("numpy.true_divide",),
    "remainder": ("numpy.mod",), "power": ("numpy.pow",), "arctan2": ("numpy.atan2",),
    "left_shift": ("numpy.bitwise_left_shift",), "right_shift": ("numpy.bitwise_right_shift",),
}  # fmt: skip
"""The other paths of functions."""


def apply_unary(name: str, of: Unary, one: Side, dtype: str | None, out: Any) -> Tensor:
    found = dtype or of.dtype(one)
    compute = of.compute
    constant = fold.attempt(lambda: fold.each(compute, one.facts.constant)) if compute else None
    if is_kind(found, "float"):
        constant = fold.attempt(lambda: fold.each(float, constant))
    low, high = rounded(one.facts) if name in _ROUNDING else (of.low, of.high)
    facts = ranges.UNARY[name](one.facts) if name in ranges.UNARY else Facts(low=low, high=high)
    if name in ("square", "absolute") and found in ("int8", "int16", "int32") and facts.high is None:
        facts = Facts()  # the largest numbers wrap around
    return result(one.shape, found, exact(replace(facts, constant=constant)), out)


def rounded(facts: Facts) -> tuple[float | None, float | None]:
    """The range of rounded numbers, whichever way they are rounded."""
    low, high = facts.low, facts.high
    return (None if low is None else math.floor(low)), (None if high is None else math.ceil(high))


def result(shape: Shape, dtype: str | None, facts: Facts, out: Any = None) -> Tensor:
    """The array that is returned: `out`, where one is given."""
    if isinstance(out, Tensor):
        forget(out)
        return out
    if dtype == "object" and shape == Shape():
        raise Undecided("an object")
    return array(shape, dtype, ranges.within(facts, dtype))


def _rounded_quotient(name: str, value: Value) -> Dim | None:
    """Exact for the quotient of two sizes: `np.ceil(n / size)`."""
    if name not in ("floor", "ceil") or not isinstance(value, Scalar) or value.quotient is None:
        return None
    left, right = value.quotient
    low, least = left.bounds()[0], right.bounds()[0]
    if low is None or low < 0 or least is None or least < 1:
        return None
    return left // right if name == "floor" else (left + right - 1) // right


def _unary(name: str, of: Unary) -> Callable[..., Tensor]:
    def function(
        x: Value, out: Value | None = None, *, where: Ignored = True, casting: Ignored = "same_kind",
        order: Ignored = "K", dtype: DType | None = None, subok: Ignored = True, signature: Ignored = None,
    ) -> Tensor:  # fmt: skip
        size = _rounded_quotient(name, x)
        if size is not None:
            return array(Shape(), "float64", Facts(constant=size))
        return apply_unary(name, of, side(x), dtype, out)

    return function


for _name, _of in UNARY.items():
    NP.op(f"numpy.{_name}", *ALSO.get(_name, ()), traits={"like": "x", "wraps": "x"})(_unary(_name, _of))

BINARY: dict[str, tuple[Rule, str]] = {
    "add": (number, "+"), "subtract": (no_bool(number), "-"), "multiply": (number, "*"),
    "divide": (quotient, "/"), "floor_divide": (no_complex(bool_as_int8(number)), "//"),
    "remainder": (no_complex(bool_as_int8(number)), "%"), "fmod": (no_complex(bool_as_int8(number)), ""),
    "power": (bool_as_int8(number), "**"), "float_power": (double, ""),
    "maximum": (number, ""), "minimum": (number, ""), "fmax": (number, ""), "fmin": (number, ""),
    "arctan2": (no_complex(float_), ""), "hypot": (no_complex(float_), ""),
    "logaddexp": (no_complex(float_), ""), "logaddexp2": (no_complex(float_), ""),
    "copysign": (no_complex(float_), ""), "nextafter": (no_complex(float_), ""), "heaviside": (no_complex(float_), ""),
    "equal": (boolean, "=="), "not_equal": (boolean, "!="), "less": (boolean, "<"), "less_equal": (boolean, "<="),
    "greater": (boolean, ">"), "greater_equal": (boolean, ">="),
    "logical_and": (boolean, ""), "logical_or": (boolean, ""), "logical_xor": (boolean, ""),
    "bitwise_and": (integers(number), "&"), "bitwise_or": (integers(number), "|"),
    "bitwise_xor": (integers(number), "^"),
    "left_shift": (integers(bool_as_int8(number)), "<<"), "right_shift": (integers(bool_as_int8(number)), ">>"),
    "gcd": (integers(no_bool(number)), ""), "lcm": (integers(no_bool(number)), ""), "ldexp": (first_float, ""),
}  # fmt: skip
"""Functions of two operands: the dtype, and the operator that computes the elements of small ones."""
OPERATORS = {
    "add": "add", "subtract": "sub", "multiply": "mul", "divide": "truediv", "floor_divide": "floordiv",
    "remainder": "mod", "power": "pow", "equal": "eq", "not_equal": "ne", "less": "lt", "less_equal": "le",
    "greater": "gt", "greater_equal": "ge", "bitwise_and": "and", "bitwise_or": "or", "bitwise_xor": "xor",
    "left_shift": "lshift", "right_shift": "rshift",
}  # fmt: skip
"""The functions that stand behind the operators of arrays."""


_MONOTONIC = {"add", "subtract", "multiply", "divide", "floor_divide"}


def apply_binary(name: str, left: Side, right: Side, dtype: str | None = None, out: Any = None) -> Tensor:
    rule, operator = BINARY[name]
    shape = broadcast(left.shape, right.shape)
    found = dtype or rule(left, right)
    low, high = ranges.combine(name, (left.facts.low, left.facts.high), (right.facts.low, right.facts.high))
    if rule is boolean:
        low, high = 0, 1
    if name == "remainder" and not is_integral(found):
        high = right.facts.high if low is not None else None
    constant = None
    if operator and (rule is boolean or found in ("int64", "float64")) and shape.numbers is not None:
        constant = fold.attempt(lambda: fold.pairs(operator, left.facts.constant, right.facts.constant))
        if found == "float64":
            constant = fold.attempt(lambda: fold.each(float, constant))
    ends = name in _MONOTONIC and low is not None and high is not None
    wraps = name == "remainder" and is_integral(found) and _wraps(left, right)
    attained = (ends and (_shifted(left, right) or _shifted(right, left))) or wraps or None
    return result(shape, found, exact(Facts(low=low, high=high, constant=constant, attained=attained)), out)


def _wraps(left: Side, right: Side) -> bool:
    """The remainders of whole numbers without a gap are all there are."""
    by, facts = right.facts.high, left.facts
    if not isinstance(by, int) or right.facts.low != by or right.shape != Shape():
        return False
    count = left.shape.numel.value if left.shape.known_rank else None
    return ranges.gapless(facts, count) and int((facts.high or 0) - (facts.low or 0)) + 1 >= by > 0


def is_integral(dtype: str | None) -> bool:
    return family(dtype) in ("int", "uint", "bool")


def _shifted(one: Side, other: Side) -> bool:
    """The same number is added to (or multiplied with) every element, so the extremes stay extremes."""
    return bool(one.facts.attained) and other.shape == Shape() and other.facts.low == other.facts.high is not None


def exact(facts: Facts) -> Facts:
    """The range that the elements have, where they are known."""
    if facts.constant is None:
        return facts
    low, high = fold.bounds(facts.constant)
    return replace(facts, low=low, high=high, attained=low is not None or None)


def _binary(name: str) -> Callable[..., Tensor]:
    def function(
        x1: Value, x2: Value, out: Value | None = None, *, where: Ignored = True, casting: Ignored = "same_kind",
        order: Ignored = "K", dtype: DType | None = None, subok: Ignored = True, signature: Ignored = None,
    ) -> Tensor:  # fmt: skip
        return apply_binary(name, side(x1), side(x2), dtype, out)

    return function


def _repeats(name: str, one: Value | None, other: Value | None) -> bool:
    """A whole number of NumPy repeats a list as Python's do, where an array without axes multiplies."""
    whole = isinstance(other, Tensor) and other.shape == Shape() and is_kind(other.dtype, "int", "uint")
    return name == "multiply" and whole and isinstance(one, Sequence)


def _operator(name: str) -> Callable[..., Tensor]:
    compares = BINARY[name][0] is boolean

    def function(x1: Value, x2: Value) -> Tensor:
        if compares and (x1 is None or x2 is None):
            other = side(x2 if x1 is None else x1)
            return array(other.shape, "bool")
        if _repeats(name, x1, x2) or _repeats(name, x2, x1):
            raise Undecided("a sequence that is repeated")
        left, right = side(x1), side(x2)
        if name == "power" and left.dtype == "bool" and right.weak is not None:
            # a few exponents have a short way of their own
            return array(left.shape, None)
        return apply_binary(name, left, right)

    return function


for _name in BINARY:
    NP.op(f"numpy.{_name}", *ALSO.get(_name, ()), traits={"like": "x1 x2"})(_binary(_name))
    if _name in OPERATORS:
        NP.op(f"numpy.ndarray.__{OPERATORS[_name]}__")(_operator(_name))


@NP.op("numpy.ndarray.conjugate", "numpy.ndarray.conj")
def conjugate(self: Tensor) -> Tensor:
    return self if not is_kind(self.dtype, "complex") else self.like()


@NP.op("numpy.divmod", "numpy.ndarray.__divmod__")
def divmod_(
    x1: Value, x2: Value, out: Value | None = None, *, where: Ignored = True, casting: Ignored = "same_kind",
    order: Ignored = "K", dtype: DType | None = None, subok: Ignored = True, signature: Ignored = None,
) -> tuple[Tensor, Tensor]:  # fmt: skip
    left, right = side(x1), side(x2)
    return apply_binary("floor_divide", left, right, dtype), apply_binary("remainder", left, right, dtype)


@NP.op("numpy.modf")
def modf(
    x: Value, out: Value | None = None, *, where: Ignored = True, casting: Ignored = "same_kind", order: Ignored = "K",
    dtype: DType | None = None, subok: Ignored = True, signature: Ignored = None,
) -> tuple[Tensor, Tensor]:  # fmt: skip
    one = side(x)
    found = dtype or no_complex(float_)(one)
    return array(one.shape, found), array(one.shape, found)


@NP.op("numpy.frexp")
def frexp(
    x: Value, out: Value | None = None, *, where: Ignored = True, casting: Ignored = "same_kind", order: Ignored = "K",
    dtype: DType | None = None, subok: Ignored = True, signature: Ignored = None,
) -> tuple[Tensor, Tensor]:  # fmt: skip
    one = side(x)
    return array(one.shape, no_complex(float_)(one)), array(one.shape, "int32")

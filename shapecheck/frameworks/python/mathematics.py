"""`math` and `statistics`: Python's own answer for known numbers, sizes where they stay exact."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ...core.dim import Dim
from ...core.plain import Constant, Scalar
from ...core.value import Arguments, Unknown, Value
from ..declare import declare
from .tools import binary, compute, computed, harmless, held_class, native, plain, pure, sequence_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

for _name in ("pi", "e", "tau", "inf", "nan"):
    declare(f"math.{_name}", Constant(getattr(math, _name)))
_FLOATS = (
    "sqrt exp expm1 exp2 log log2 log10 log1p sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh "
    "hypot degrees radians erf erfc gamma lgamma fabs fmod copysign pow cbrt fsum remainder dist ldexp nextafter "
    "ulp"
)
for _name in _FLOATS.split():
    if hasattr(math, _name):
        pure(f"math.{_name}", getattr(math, _name), "float")
for _name in ("isnan", "isinf", "isfinite", "isclose"):
    pure(f"math.{_name}", getattr(math, _name), "bool")
computed("math", unknown="frexp modf sumprod fma")


def _bounded(name: str, largest: int) -> None:
    """A function of whole numbers that grows fast."""

    @native(f"math.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        known = plain(arguments)
        if known is None or any(not isinstance(one, (int, float)) or abs(one) > largest for one in known[0]):
            return Scalar("int")
        return compute(getattr(math, name), arguments, "int")


for _name, _largest in {
    "factorial": 500,
    "comb": 2000,
    "perm": 500,
    "gcd": 2**64,
    "lcm": 2**64,
    "isqrt": 2**64,
}.items():
    _bounded(_name, _largest)


def _rounding(name: str, of_sizes: Callable[[Dim, Dim], Dim]) -> None:
    """Exact for the quotient of two sizes: `math.ceil(n / size)`."""

    @native(f"math.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        if len(arguments.positional) != 1:
            return Unknown(name)
        value = arguments.positional[0]
        if isinstance(value, Constant):
            return value if value.dim is not None and not isinstance(value.payload, bool) else compute(
                getattr(math, name), arguments, "int"
            )  # fmt: skip
        if isinstance(value, Scalar) and value.quotient is not None:
            left, right = value.quotient
            low, least = left.bounds()[0], right.bounds()[0]
            if low is not None and low >= 0 and least is not None and least > 0:
                return Constant(of_sizes(left, right))
        return Scalar("int")


_rounding("floor", lambda left, right: left // right)
_rounding("trunc", lambda left, right: left // right)
_rounding("ceil", lambda left, right: (left + right - 1) // right)


@native("math.prod")
def product(context: Context, arguments: Arguments) -> Value:
    found = sequence_of(context, arguments.positional[0]) if arguments.positional else None
    value: Value = arguments.keywords.get("start") or Constant(1)
    if found is None or found.known is None:
        return Unknown("product of an unknown sequence")
    for item in found.known:
        value = binary(context, "*", value, item)
    return value


computed(
    "statistics",
    float="fmean stdev pstdev variance pvariance harmonic_mean geometric_mean",
    unknown="mean median median_low median_high mode multimode quantiles",
)
computed("cmath", complex="sqrt exp log sin cos rect", float="phase", unknown="polar")
for _path in ("decimal.Decimal", "fractions.Fraction"):
    held_class(_path)
harmless("decimal", unknown="getcontext setcontext localcontext Context ROUND_HALF_UP ROUND_DOWN ROUND_UP")

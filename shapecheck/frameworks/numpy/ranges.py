"""The range that the elements of a result lie in, from the ranges of the operands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...core.dtype import FAMILY, bits
from ...core.tensor import NO_FACTS, Facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.dim import Dim

    Range = tuple[float | None, float | None]


def limits(dtype: str | None) -> Range:
    """The least and the greatest number of an integer dtype."""
    kind = FAMILY.get(dtype or "")
    if kind == "bool":
        return 0, 1
    if kind == "uint":
        return 0, 2 ** bits(dtype or "") - 1
    return (-(2 ** (bits(dtype or "") - 1)), 2 ** (bits(dtype or "") - 1) - 1) if kind == "int" else (None, None)


def within(facts: Facts, dtype: str | None) -> Facts:
    """The facts, unless a number does not fit the dtype and wraps around."""
    if dtype is None or FAMILY.get(dtype) in ("float", "complex", "object", "string"):
        return facts
    least, greatest = limits(dtype)
    for bound in (facts.low, facts.high):
        if bound is not None and least is not None and greatest is not None and not least <= bound <= greatest:
            return NO_FACTS
    return facts


def places(length: Dim) -> Facts:
    """The indices along an axis of that length."""
    return Facts(low=0, high=length.value - 1 if length.value and length.value > 0 else None)


def occurring(facts: Facts, count: int | None) -> Facts:
    """Both ends of a range of whole numbers occur among so many draws: the odds against it are below one in 10^9."""
    if not facts.drawn or facts.attained or count is None or facts.low is None or facts.high is None:
        return facts
    return replace(facts, attained=count >= 22 * (facts.high - facts.low + 1) or None)


def gapless(facts: Facts, count: int | None) -> bool:
    """Every whole number of the range occurs."""
    if not facts.attained or facts.low is None or facts.high is None:
        return False
    return bool(facts.drawn) or (bool(facts.distinct) and count == facts.high - facts.low + 1)


def combine(name: str, left: Range, right: Range) -> Range:
    """The range of an element-wise result of two operands; unknown for names it does not know."""
    rule = _BINARY.get(name)
    return rule(left, right) if rule else (None, None)


def _add(left: Range, right: Range) -> Range:
    return _sum(left[0], right[0]), _sum(left[1], right[1])


def _subtract(left: Range, right: Range) -> Range:
    return _add(left, (_negated(right[1]), _negated(right[0])))


def _sum(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a + b


def _negated(a: float | None) -> float | None:
    return None if a is None else -a


def _multiply(left: Range, right: Range) -> Range:
    corners = [a * b for a in left for b in right if a is not None and b is not None]
    return (min(corners), max(corners)) if len(corners) == 4 else (None, None)


def _divide(left: Range, right: Range) -> Range:
    if right[0] is None or right[0] <= 0 or right[1] is None:
        return None, None
    return _multiply(left, (1 / right[1], 1 / right[0]))


def _floor_divide(left: Range, right: Range) -> Range:
    by = right[0]
    if by is None or by <= 0 or by != right[1]:
        return None, None
    return tuple(None if a is None else a // by for a in left)  # type: ignore[return-value]


def _remainder(left: Range, right: Range) -> Range:
    by = right[0]
    if by is None or by <= 0 or right[1] is None:
        return None, None
    whole = isinstance(by, int) and isinstance(right[1], int)
    return 0, right[1] - 1 if whole else right[1]


def _greater(left: Range, right: Range) -> Range:
    lows = [a for a in (left[0], right[0]) if a is not None]
    highs = (left[1], right[1])
    return max(lows) if lows else None, None if None in highs else max(highs)  # type: ignore[type-var]


def _lesser(left: Range, right: Range) -> Range:
    low, high = _greater(_flip(left), _flip(right))
    return _negated(high), _negated(low)


def _flip(of: Range) -> Range:
    return _negated(of[1]), _negated(of[0])


def _bitwise_and(left: Range, right: Range) -> Range:
    """Not above any operand that is not negative."""
    highs = [high for low, high in (left, right) if low is not None and low >= 0 and high is not None]
    return (0, min(highs)) if highs else (None, None)


def negative(of: Facts) -> Facts:
    return Facts(low=_negated(of.high), high=_negated(of.low), attained=of.attained)


def absolute(of: Facts) -> Facts:
    if of.low is not None and of.low >= 0:
        return Facts(low=of.low, high=of.high, attained=of.attained)
    known = of.low is not None and of.high is not None
    return Facts(low=0, high=max(abs(of.low or 0), abs(of.high or 0)) if known else None)


UNARY: dict[str, Callable[[Facts], Facts]] = {
    "negative": negative, "absolute": absolute, "fabs": absolute, "positive": lambda of: of,
}  # fmt: skip

_BINARY: dict[str, Callable[[Range, Range], Range]] = {
    "add": _add, "subtract": _subtract, "multiply": _multiply, "divide": _divide, "floor_divide": _floor_divide,
    "remainder": _remainder, "maximum": _greater, "minimum": _lesser, "bitwise_and": _bitwise_and,
}  # fmt: skip


def join(*several: Facts) -> Facts:
    """The range that holds the elements of all."""
    lows, highs = [f.low for f in several], [f.high for f in several]
    return Facts(
        low=None if None in lows or not lows else min(lows),  # type: ignore[type-var]
        high=None if None in highs or not highs else max(highs),  # type: ignore[type-var]
    )

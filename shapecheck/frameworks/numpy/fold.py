"""Elements of small arrays, computed: numbers and sizes in nested tuples. Anything in doubt is `Unfolded`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ...core.dim import Dim
from ...core.plain import BINARY, compare
from ...core.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable

_SIZES = {"+", "-", "*", "//", "%"}
_COMPARISONS = {"==", "!=", "<", "<=", ">", ">="}


class Unfolded(Exception):
    """The elements are not known, or are not worth knowing."""


def plain(element: Any) -> Any:
    """The element as a Python number or text."""
    if isinstance(element, Dim):
        if element.value is None:
            raise Unfolded
        return element.value
    return element


def each(function: Callable[[Any], Any], constant: Any) -> Any:
    """The function of every element."""
    if isinstance(constant, tuple):
        return tuple(each(function, element) for element in constant)
    if constant is None:
        raise Unfolded
    try:
        return checked(function(plain(constant)))
    except (ArithmeticError, ValueError, TypeError) as error:
        raise Unfolded from error


def checked(number: Any) -> Any:
    """Refuses what NumPy would compute otherwise: overflow and not-a-number."""
    if isinstance(number, float) and not math.isfinite(number):
        raise Unfolded
    if isinstance(number, int) and not -(2**63) <= number < 2**63:
        raise Unfolded
    return number


def pairs(operator: str, left: Any, right: Any) -> Any:
    """`left operator right` for every pair of elements, with broadcasting."""
    depth, other = _depth(left), _depth(right)
    if depth == other == 0:
        return _one(operator, left, right)
    if depth > other:
        return tuple(pairs(operator, element, right) for element in left)
    if depth < other:
        return tuple(pairs(operator, left, element) for element in right)
    if len(left) != len(right):
        left, right = (left * len(right), right) if len(left) == 1 else (left, right * len(left))
    return tuple(pairs(operator, a, b) for a, b in zip(left, right, strict=True))


def _depth(constant: Any) -> int:
    if constant is None:
        raise Unfolded
    if not isinstance(constant, tuple):
        return 0
    return 1 + _depth(constant[0]) if constant else 1


def _one(operator: str, left: Any, right: Any) -> Any:
    if isinstance(left, Dim) or isinstance(right, Dim):
        if all(isinstance(x, (Dim, int)) for x in (left, right)):
            if operator in _SIZES and not (operator in ("//", "%") and Dim.of(right) == 0):
                return BINARY[operator](Dim.of(left), Dim.of(right))
            if operator in _COMPARISONS:
                answer = compare(operator, Dim.of(left), Dim.of(right))
                if answer is not Truth.MAYBE:
                    return answer is Truth.YES
        left, right = plain(left), plain(right)
    if operator == "**" and (abs(right) > 64 or (isinstance(right, int) and right < 0 and isinstance(left, int))):
        raise Unfolded
    try:
        return checked(BINARY[operator](left, right))
    except (ArithmeticError, ValueError, TypeError, KeyError) as error:
        raise Unfolded from error


def flat(constant: Any) -> list[Any]:
    """All elements in order."""
    if isinstance(constant, tuple):
        return [element for part in constant for element in flat(part)]
    if constant is None:
        raise Unfolded
    return [constant]


def total(operator: str, constant: Any, start: int) -> Any:
    """The sum or product of all elements."""
    result: Any = start
    for element in flat(constant):
        result = _one(operator, result, element)
    return result


def running(operator: str, constant: Any, start: int) -> Any:
    """The sums or products up to every element."""
    found, result = [], start
    for element in flat(constant):
        result = _one(operator, result, element)
        found.append(result)
    return tuple(found)


def attempt(work: Callable[[], Any]) -> Any:
    """What the work computes; None where it cannot be told."""
    try:
        return work()
    except Unfolded:
        return None


def bounds(constant: Any) -> tuple[float | None, float | None]:
    """The least and the greatest element, if there is an order among them."""
    try:
        numbers = [plain(element) for element in flat(constant)]
    except Unfolded:
        return None, None
    ordered = all(isinstance(number, (int, float)) and number == number for number in numbers)
    return (min(numbers), max(numbers)) if numbers and ordered else (None, None)

"""From sizes that were tried to an expression: a polynomial with whole coefficients, or nothing."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations
from math import prod
from typing import Any

Size = Any
"""A number, a name, or an operator with its operands."""

_PRIMES = (7, 11, 13, 17, 19, 23, 29, 31)
_MOST_SYMBOLS = 6
_MOST_PRODUCTS = 3
"""With more symbols only products of two of them are tried."""
_LARGEST = 2000
_RANDOM = 8


def examples(symbols: dict[str, list[int | None]]) -> dict[str, int] | None:
    """A number for each symbol, no two alike where that is possible; None where there are too many symbols."""
    if len(symbols) > _MOST_SYMBOLS:
        return None
    sizes: dict[str, int] = {}
    for name, (low, high) in symbols.items():
        least = max(low or 1, 1)
        free = (prime for prime in _PRIMES if prime >= least and prime not in sizes.values())
        sizes[name] = _within(next(free, least + len(sizes)), least, high)
    return sizes


def points(symbols: dict[str, list[int | None]], literals: set[int]) -> list[dict[str, int]]:
    """Sizes to try: the examples first; each symbol at its least, and beyond all the numbers of the question; and all
    of them anew. Raises ValueError where there are too many symbols."""
    base = examples(symbols)
    if base is None:
        raise ValueError("too many sizes that are not known")
    beyond = min(2 * max(literals, default=8) + 5, _LARGEST)
    found = [base]
    for name, (low, high) in symbols.items():
        least = max(low or 1, 1)
        for size in (least, least + 1, least + 5, 24, 64, 240, beyond):
            found.append({**base, name: _within(size, least, high)})
    chance = random.Random(0)
    for _ in range(_RANDOM if len(symbols) > 1 else 0):
        drawn = {name: (chance.randint(1, 40), max(low or 1, 1), high) for name, (low, high) in symbols.items()}
        found.append({name: _within(*one) for name, one in drawn.items()})
    unique = {tuple(sorted(point.items())): point for point in found}
    return list(unique.values())


def _within(size: int, low: int, high: int | None) -> int:
    return max(low, size if high is None else min(size, high))


def evaluate(size: Size, sizes: dict[str, Any]) -> Any:
    """The number (or the symbol of a framework) that an expression means."""
    if isinstance(size, str):
        return sizes[size]
    if not isinstance(size, list):
        return size
    operator, first, *others = size
    total = evaluate(first, sizes)
    for other in others:
        total = _ARITHMETIC[operator](total, evaluate(other, sizes))
    return total


_ARITHMETIC: dict[str, Any] = {
    "+": lambda a, b: a + b, "*": lambda a, b: a * b, "//": lambda a, b: a // b, "%": lambda a, b: a % b,
    "max": max, "min": min,
}  # fmt: skip


def fit(tried: list[dict[str, int]], values: list[int]) -> Size | None:
    """The only polynomial of the symbols, none of them squared, that gives the value at every point: the simplest one
    of a constant, a sum and a sum of products. None if there is none, or if the points leave it open."""
    names = sorted(tried[0])
    highest = len(names) if len(names) <= _MOST_PRODUCTS else 2
    terms: list[tuple[str, ...]] = []
    for degree in range(highest + 1):
        terms += combinations(names, degree)
        found = _solve([[prod([point[name] for name in term]) for term in terms] for point in tried], values)
        if found is not None:
            whole = all(coefficient.denominator == 1 for coefficient in found)
            return _spelt(terms, [int(coefficient) for coefficient in found]) if whole else None
    return None


def _spelt(terms: list[tuple[str, ...]], coefficients: list[int]) -> Size:
    parts: list[Size] = []
    for term, coefficient in zip(terms, coefficients):  # noqa: B905
        if coefficient:
            factors = [*([coefficient] if coefficient != 1 or not term else []), *term]
            parts.append(factors[0] if len(factors) == 1 else ["*", *factors])
    return 0 if not parts else parts[0] if len(parts) == 1 else ["+", *parts]


def _solve(rows: list[list[int]], values: list[int]) -> list[Fraction] | None:
    """The only solution of these equations, exactly; None if there is none, or more than one."""
    left = [[Fraction(number) for number in (*row, value)] for row, value in zip(rows, values)]  # noqa: B905
    width = len(rows[0])
    for column in range(width):
        pivot = next((row for row in left[column:] if row[column]), None)
        if pivot is None:
            return None
        left.remove(pivot)
        left.insert(column, pivot)
        pivot[:] = [number / pivot[column] for number in pivot]
        for row in left:
            if row is not pivot and row[column]:
                row[:] = [number - row[column] * other for number, other in zip(row, pivot)]  # noqa: B905
    if any(row[width] for row in left[width:]):
        return None
    return [row[width] for row in left[:width]]

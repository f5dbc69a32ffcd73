"""The length of one axis: a polynomial with integer coefficients over named and unknown sizes."""

from __future__ import annotations

import math
import operator
from itertools import count
from typing import TYPE_CHECKING

from .bounds import bounds_of
from .origin import Origin, pending
from .spelling import spell
from .truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_serial = count(1)
_MAX_TERMS, _MAX_DEGREE, _LONGEST_KEY = 64, 16, 500
"""What is longer becomes a new unknown."""


class Atom:
    """A size that is not taken apart further: a name, an unknown, or a floor division, modulo, maximum or minimum.

    `key` alone decides identity. `low` and `high` bound the value; None means unbounded.
    """

    __slots__ = ("high", "key", "kind", "low", "operands")

    def __init__(
        self, key: str, kind: str, operands: tuple[Dim, ...] = (), low: int | None = 0, high: int | None = None
    ) -> None:
        self.key, self.kind, self.operands, self.low, self.high = key, kind, operands, low, high

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Atom) and self.key == other.key)

    def __hash__(self) -> int:
        return hash(self.key)

    def evaluate(self, sizes: Mapping[str, int]) -> int:
        if self.kind in ("name", "unknown"):
            return sizes[self.key]
        left, right = (operand.evaluate(sizes) for operand in self.operands)
        return _ARITHMETIC[self.kind](left, right)


_ARITHMETIC: dict[str, Callable[[int, int], int]] = {
    "//": operator.floordiv, "%": operator.mod, "max": max, "min": min,
}  # fmt: skip

Monomial = tuple[Atom, ...]


class Dim:
    """A length; `value` is the number, if it is one. Equality and hashing look at the polynomial and ignore the origin.

    Most lengths are numbers: what is done to those takes a short way."""

    __slots__ = ("_hash", "_terms", "origin", "value")

    def __init__(self, terms: Mapping[Monomial, int] | None = None, origin: Origin | None = None) -> None:
        terms = terms or {}
        self._terms = terms if all(terms.values()) else {m: c for m, c in terms.items() if c}
        self.value = (self._terms.get(()) if len(self._terms) == 1 else None) if self._terms else 0
        self.origin = origin
        self._hash: int | None = None

    # -- making ------------------------------------------------------------------------------------------------

    @classmethod
    def of(cls, size: Dim | int, origin: Origin | None = None) -> Dim:
        if isinstance(size, Dim):
            return size if origin is None else size.at(origin)
        made = cls.__new__(cls)
        made.value = number = int(size)
        made._terms, made.origin, made._hash = {(): number} if number else {}, origin, None
        return made

    @classmethod
    def named(cls, name: str, low: int = 0, origin: Origin | None = None) -> Dim:
        """The size that the user's code calls `name`; the same name is the same size."""
        return cls({(Atom(name, "name", low=low),): 1}, origin)

    @classmethod
    def unknown(cls, low: int | None = 0, origin: Origin | None = None, high: int | None = None) -> Dim:
        """A size nothing is known of but its bounds, different from every other unknown."""
        return cls({(Atom(f"?{next(_serial)}", "unknown", (), low, high),): 1}, origin)

    def at(self, origin: Origin | None) -> Dim:
        """The same length, made elsewhere."""
        made = Dim.__new__(Dim)
        made._terms, made.value, made.origin, made._hash = self._terms, self.value, origin, self._hash
        return made

    # -- reading -----------------------------------------------------------------------------------------------

    @property
    def atom(self) -> Atom | None:
        """The atom, if the length is exactly one."""
        if len(self._terms) == 1:
            ((monomial, coefficient),) = self._terms.items()
            if coefficient == 1 and len(monomial) == 1:
                return monomial[0]
        return None

    @property
    def is_unknown(self) -> bool:
        """No user-visible name describes this size."""
        return self.value is None and any(atom.kind == "unknown" for atom in self.atoms())

    def atoms(self) -> set[Atom]:
        """Every atom in the length, those inside a floor division and the like included."""
        found: set[Atom] = set()
        for monomial in self._terms:
            for atom in monomial:
                found.add(atom)
                for operand in atom.operands:
                    found |= operand.atoms()
        return found

    def bounds(self) -> tuple[int | None, int | None]:
        """The least and the greatest value that the length can take; None is unbounded."""
        return (self.value, self.value) if self.value is not None else bounds_of(self._terms)

    def evaluate(self, sizes: Mapping[str, int]) -> int:
        """The number, given one for every atom's key."""
        return sum(c * math.prod(atom.evaluate(sizes) for atom in m) for m, c in self._terms.items())

    def substitute(self, sizes: Mapping[Atom, Dim]) -> Dim:
        """The length with atoms replaced; the origin stays."""
        if self.value is not None or not sizes or not self._mentions(sizes):
            return self
        total = Dim.of(0)
        for monomial, coefficient in self._terms.items():
            product = Dim.of(coefficient)
            for atom in monomial:
                product = product * _substitute_atom(atom, sizes)
            total = total + product
        return total.at(self.origin)

    def _mentions(self, sizes: Mapping[Atom, Dim]) -> bool:
        return any(
            atom in sizes or any(operand._mentions(sizes) for operand in atom.operands)
            for monomial in self._terms
            for atom in monomial
        )

    def full(self) -> Dim:
        """The length where every named size that is bounded above (a batch) has its greatest value: a case that does
        occur, so that what fails for it fails for certain."""
        if self.value is not None:
            return self
        greatest = {a: Dim.of(a.high) for a in self.atoms() if a.kind == "name" and a.high is not None}
        return self.substitute(greatest)

    # -- arithmetic --------------------------------------------------------------------------------------------

    def _result(self, terms: Mapping[Monomial, int], other: Dim) -> Dim:
        return Dim(terms, pending(self.origin, other.origin))

    def __add__(self, other: Dim | int) -> Dim:
        other = Dim.of(other)
        if not self._terms or not other._terms:
            return other if not self._terms else self
        if self.value is not None and other.value is not None:
            return Dim.of(self.value + other.value, pending(self.origin, other.origin))
        terms = dict(self._terms)
        for monomial, coefficient in other._terms.items():
            terms[monomial] = terms.get(monomial, 0) + coefficient
        made = self._result(terms, other)
        return made if len(terms) <= _MAX_TERMS else Dim.unknown(made.bounds()[0], made.origin, made.bounds()[1])

    def __neg__(self) -> Dim:
        if self.value is not None:
            return Dim.of(-self.value, self.origin)
        return Dim({m: -c for m, c in self._terms.items()}, self.origin)

    def __sub__(self, other: Dim | int) -> Dim:
        return self + -Dim.of(other)

    def __rsub__(self, other: int) -> Dim:
        return Dim.of(other) + -self

    def __mul__(self, other: Dim | int) -> Dim:
        other = Dim.of(other)
        if self.value == 1 or other.value == 1:
            return other if self.value == 1 else self
        if self.value is not None and other.value is not None:
            return Dim.of(self.value * other.value, pending(self.origin, other.origin))
        if len(self._terms) * len(other._terms) > _MAX_TERMS:
            return Dim.unknown(None, pending(self.origin, other.origin))
        terms: dict[Monomial, int] = {}
        for left, a in self._terms.items():
            for right, b in other._terms.items():
                both = tuple(sorted(left + right, key=lambda atom: atom.key)) if left and right else left or right
                terms[both] = terms.get(both, 0) + a * b
        flat = max(map(len, terms), default=0) <= _MAX_DEGREE
        return self._result(terms, other) if flat else Dim.unknown(None, pending(self.origin, other.origin))

    __radd__ = __add__
    __rmul__ = __mul__

    def __floordiv__(self, other: Dim | int) -> Dim:
        other = Dim.of(other)
        if other.value == 1:
            return self
        if self.value is not None and other.value:
            return Dim.of(self.value // other.value, pending(self.origin, other.origin))
        quotient, rest = _divide(self, other)
        if not rest._terms:
            return quotient.at(pending(self.origin, other.origin))
        if rest.value is not None and other.value:
            return (quotient + rest.value // other.value).at(pending(self.origin, other.origin))
        atom = _atom("//", rest, other)
        return (quotient + Dim({(atom,): 1})).at(pending(self.origin, other.origin))

    def __rfloordiv__(self, other: int) -> Dim:
        return Dim.of(other) // self

    def __mod__(self, other: Dim | int) -> Dim:
        other = Dim.of(other)
        if self.value is not None and other.value:
            return Dim.of(self.value % other.value)
        _, rest = _divide(self, other)
        if not rest._terms:
            return Dim.of(0)
        if rest.value is not None and other.value:
            return Dim.of(rest.value % other.value)
        return self._result({(_atom("%", rest, other),): 1}, other)

    def __rmod__(self, other: int) -> Dim:
        return Dim.of(other) % self

    def __pow__(self, exponent: int) -> Dim:
        product = Dim.of(1)
        for _ in range(exponent):
            product = product * self
        return product

    # -- comparison --------------------------------------------------------------------------------------------

    def equals(self, other: Dim | int) -> Truth:
        """YES if the lengths are always the same, NO if they never are."""
        other = Dim.of(other)
        if self.value is not None and other.value is not None:
            return Truth.of(self.value == other.value)
        difference = _difference(self, other)
        if len(difference) <= 1 and all(not monomial for monomial in difference):
            return Truth.of(not difference)
        low, high = bounds_of(difference)
        if (low is not None and low > 0) or (high is not None and high < 0):
            return Truth.NO
        if len(difference) > _MAX_TERMS:
            return Truth.MAYBE
        divisor = math.gcd(*(c for m, c in difference.items() if m))
        return Truth.NO if difference.get((), 0) % divisor else Truth.MAYBE

    def less(self, other: Dim | int) -> Truth:
        """YES if this length is always below the other, NO if it never is."""
        other = Dim.of(other)
        if self.value is not None and other.value is not None:
            return Truth.of(self.value < other.value)
        low, high = bounds_of(_difference(self, other))
        if high is not None and high < 0:
            return Truth.YES
        return Truth.NO if low is not None and low >= 0 else Truth.MAYBE

    def is_one(self) -> Truth:
        return self.equals(1)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, int):
            return self.value == other
        return isinstance(other, Dim) and self.value == other.value and self._terms == other._terms

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(frozenset(self._terms.items()) if self.value is None else self.value)
        return self._hash

    # -- text --------------------------------------------------------------------------------------------------

    def __str__(self) -> str:
        return str(self.value) if self.value is not None else spell(self._terms)

    def __repr__(self) -> str:
        return f"Dim({self})"


def _difference(left: Dim, right: Dim) -> dict[Monomial, int]:
    """The terms of `left - right`."""
    if left._terms == right._terms:
        return {}
    terms = dict(left._terms)
    for monomial, coefficient in right._terms.items():
        terms[monomial] = terms.get(monomial, 0) - coefficient
    return {monomial: coefficient for monomial, coefficient in terms.items() if coefficient}


def _key(dim: Dim) -> str:
    return str(sorted((tuple(atom.key for atom in m), c) for m, c in dim._terms.items()))


def _atom(kind: str, left: Dim, right: Dim) -> Atom:
    low, high = _atom_bounds(kind, left, right)
    key = f"{kind}({_key(left)},{_key(right)})"
    if len(key) > _LONGEST_KEY:
        return Atom(f"?{next(_serial)}", "unknown", (), low, high)
    return Atom(key, kind, (left, right), low, high)


def _atom_bounds(kind: str, left: Dim, right: Dim) -> tuple[int | None, int | None]:
    (low, high), (right_low, right_high) = left.bounds(), right.bounds()
    if kind == "max":
        lows = [bound for bound in (low, right_low) if bound is not None]
        return (max(lows) if lows else None), (None if high is None or right_high is None else max(high, right_high))
    if kind == "min":
        highs = [bound for bound in (high, right_high) if bound is not None]
        return (None if low is None or right_low is None else min(low, right_low)), (min(highs) if highs else None)
    positive = right_low is not None and right_low > 0
    if kind == "%":
        return (0 if positive else None), (right_high - 1 if positive and right_high is not None else None)
    if right.value is not None and right.value > 0:
        return (None if low is None else low // right.value), (None if high is None else high // right.value)
    return (0 if positive and low is not None and low >= 0 else None), None


def _divide(dividend: Dim, divisor: Dim) -> tuple[Dim, Dim]:
    """A quotient and what is left, so that dividend = quotient * divisor + rest, term by term."""
    if dividend._terms == divisor._terms and divisor._terms:
        return Dim.of(1), Dim.of(0)
    if len(divisor._terms) != 1:
        return Dim.of(0), dividend
    ((by, factor),) = divisor._terms.items()
    quotient: dict[Monomial, int] = {}
    rest: dict[Monomial, int] = {}
    for monomial, coefficient in dividend._terms.items():
        left = list(monomial)
        for atom in by:
            if atom not in left:
                break
            left.remove(atom)
        else:
            if by or monomial:
                whole, remainder = divmod(coefficient, factor)
                if remainder == 0:
                    quotient[tuple(left)] = whole
                    continue
        rest[monomial] = coefficient
    if not by:
        constant = rest.pop((), 0)
        whole, remainder = divmod(constant, factor) if rest else (0, constant)
        quotient[()], rest[()] = whole, remainder
    return Dim(quotient), Dim(rest)


def _substitute_atom(atom: Atom, sizes: Mapping[Atom, Dim]) -> Dim:
    if atom in sizes:
        return sizes[atom]
    if not atom.operands:
        return Dim({(atom,): 1})
    left, right = (operand.substitute(sizes) for operand in atom.operands)
    if atom.kind == "//":
        return left // right
    if atom.kind == "%":
        return left % right
    return maximum(left, right) if atom.kind == "max" else minimum(left, right)


def _extreme(kind: str, left: Dim, right: Dim) -> Dim:
    smaller = left.less(right)
    if smaller is Truth.MAYBE and right.less(left) is not Truth.MAYBE:
        smaller = right.less(left).negate()
    if left == right or smaller is not Truth.MAYBE:
        take_right = (smaller is Truth.YES) == (kind == "max")
        return right if take_right and left != right else left
    first, second = sorted((left, right), key=_key)
    return Dim({(_atom(kind, first, second),): 1}, pending(left.origin, right.origin))


def maximum(left: Dim | int, right: Dim | int) -> Dim:
    """The larger of two lengths."""
    return _extreme("max", Dim.of(left), Dim.of(right))


def minimum(left: Dim | int, right: Dim | int) -> Dim:
    """The smaller of two lengths."""
    return _extreme("min", Dim.of(left), Dim.of(right))


def product(sizes: tuple[Dim, ...] | list[Dim]) -> Dim:
    """The number of elements of a shape; 1 for none."""
    total = Dim.of(1)
    for size in sizes:
        total = total * size
    return total

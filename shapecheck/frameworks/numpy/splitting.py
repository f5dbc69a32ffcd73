"""Functions that take arrays apart."""

from __future__ import annotations

from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from . import fold
from .axes import axis as nth
from .dialect import NP, asarray
from .movement import view


def pieces(a: Tensor, parts: Value, axis: int, exact: bool) -> list[Tensor]:
    """The views that a split gives. Source: numpy.array_split."""
    at = nth(axis, a.rank)
    length = a.shape[at]
    given = asarray(parts)
    if given.shape != Shape():
        sizes = _between(length, given)
    else:
        number = given.facts.constant
        if not isinstance(number, (int, Dim)) or Dim.of(number).value is None:
            raise Undecided("the number of parts is not known")
        sizes = _equal(a.shape, length, Dim.of(number).value or 0, exact)
    kept = {"one_hot": a.facts.one_hot} if at < a.rank - 1 else {}
    return [view(a, a.shape.replace(at, size), attained=None, **kept) for size in sizes]


def _between(length: Dim, indices: Tensor) -> list[Dim]:
    """The lengths of the pieces between the given places."""
    if indices.facts.constant is None or indices.rank != 1:
        raise Undecided("the places of a split are not known")
    from ...algebra.indexing import Part, slice_length

    places = [Dim.of(place) for place in fold.flat(indices.facts.constant)]
    return [
        slice_length(length, Part(start, stop)) for start, stop in zip([None, *places], [*places, None], strict=True)
    ]


_MOST_PARTS = 1 << 14


def _equal(shape: Shape, length: Dim, number: int, exact: bool) -> list[Dim]:
    if number <= 0:
        raise Undecided("a split into no parts")
    rest = length % number
    if exact and rest.equals(0) is Truth.NO:
        raise Mismatch("view-size-mismatch", f"{length} elements in {number} equal parts", length,
                       runtime="array split does not result in an equal division")  # fmt: skip
    if number > _MOST_PARTS:
        raise Undecided("a split into too many parts")
    if exact:
        return [length // number] * number
    if length.value is None:
        return [(length + (number - 1 - i)) // number for i in range(number)]
    return [length // number + (1 if i < (rest.value or 0) else 0) for i in range(number)]


@NP.op("numpy.split")
def split(ary: Tensor, indices_or_sections: Value, axis: int = 0) -> list[Tensor]:
    return pieces(ary, indices_or_sections, axis, exact=True)


@NP.op("numpy.array_split")
def array_split(ary: Tensor, indices_or_sections: Value, axis: int = 0) -> list[Tensor]:
    return pieces(ary, indices_or_sections, axis, exact=False)


@NP.op("numpy.vsplit")
def vsplit(ary: Tensor, indices_or_sections: Value) -> list[Tensor]:
    return pieces(_with_axes(ary, 2, "vsplit"), indices_or_sections, 0, exact=True)


@NP.op("numpy.hsplit")
def hsplit(ary: Tensor, indices_or_sections: Value) -> list[Tensor]:
    return pieces(_with_axes(ary, 1, "hsplit"), indices_or_sections, 1 if ary.rank > 1 else 0, exact=True)


@NP.op("numpy.dsplit")
def dsplit(ary: Tensor, indices_or_sections: Value) -> list[Tensor]:
    return pieces(_with_axes(ary, 3, "dsplit"), indices_or_sections, 2, exact=True)


def _with_axes(a: Tensor, rank: int, name: str) -> Tensor:
    if a.rank < rank:
        raise Mismatch("dim-out-of-range", f"{a.shape} has fewer than {rank} axes",
                       runtime=f"{name} only works on arrays of {rank} or more dimensions")  # fmt: skip
    return a

"""Sorting, searching, sets and counting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...core.dim import Dim, maximum
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Value
from ..binding import Ignored
from . import fold, ranges
from .axes import axis as nth
from .creation import mix, span
from .dialect import NP, array, asarray
from .operands import is_kind
from .promote import promote_types


def _many(dtype: str | None, facts: Facts | None = None, count: Dim | None = None) -> Tensor:
    """As many elements as turn out to be."""
    return array(Shape.of(count or Dim.unknown()), dtype, facts)


# -- sorting ---------------------------------------------------------------------------------------------------


def _along(a: Tensor, axis: int | None) -> Shape:
    """The shape of what is sorted: flat, where the axis is None."""
    if axis is None:
        return Shape.of(a.shape.numel)
    if a.rank == 0:
        raise Mismatch("dim-out-of-range", "a scalar is sorted",
                       runtime=f"axis {axis} is out of bounds for array of dimension 0")  # fmt: skip
    nth(axis, a.rank)
    return a.shape


@NP.op("numpy.sort")
def sort(a: Tensor, axis: int | None = -1, kind: Ignored = None, order: Ignored = None, *,
         stable: Ignored = None) -> Tensor:  # fmt: skip
    return array(_along(a, axis), a.dtype, span(a.facts))


@NP.op("numpy.ndarray.sort")
def sort_method(self: Tensor, axis: int = -1, kind: Ignored = None, order: Ignored = None, *,
                stable: Ignored = None) -> None:  # fmt: skip
    _along(self, axis)
    mix(self, sort=True)


@NP.op("numpy.ndarray.partition")
def partition_method(self: Tensor, kth: Ignored, axis: int = -1, kind: Ignored = "introselect",
                     order: Ignored = None) -> None:  # fmt: skip
    _along(self, axis)
    mix(self, sort=True)


@NP.op("numpy.argsort", "numpy.ndarray.argsort")
def argsort(a: Tensor, axis: int | None = -1, kind: Ignored = None, order: Ignored = None, *,
            stable: Ignored = None) -> Tensor:  # fmt: skip
    return _places_along(a, axis)


def _places_along(a: Tensor, axis: int | None) -> Tensor:
    """The places of elements along an axis; a scalar counts as one element."""
    one = array(Shape.of(1), a.dtype) if a.shape.known_rank and a.rank == 0 else a
    shape = _along(one, axis)
    return array(shape, "int64", ranges.places(shape[0 if axis is None else axis]))


@NP.op("numpy.partition")
def partition(a: Tensor, kth: Ignored, axis: int | None = -1, kind: Ignored = "introselect",
              order: Ignored = None) -> Tensor:  # fmt: skip
    return array(_along(a, axis), a.dtype, span(a.facts))


@NP.op("numpy.argpartition", "numpy.ndarray.argpartition")
def argpartition(a: Tensor, kth: Ignored, axis: int | None = -1, kind: Ignored = "introselect",
                 order: Ignored = None) -> Tensor:  # fmt: skip
    return _places_along(a, axis)


@NP.op("numpy.lexsort")
def lexsort(keys: Tensor, axis: Ignored = -1) -> Tensor:
    return array(keys.shape[1:] if keys.rank > 1 else Shape(), "int64")


@NP.op("numpy.searchsorted", "numpy.ndarray.searchsorted")
def searchsorted(a: Tensor, v: Tensor, side: Ignored = "left", sorter: Ignored = None) -> Tensor:
    if a.shape.known_rank and a.rank != 1:
        raise Mismatch(
            "dim-out-of-range",
            f"a search in {a.shape}",
            runtime="object too deep for desired array" if a.rank else "object of too small depth",
        )
    high = a.shape[0].value if a.shape.known_rank else None
    return array(v.shape, "int64", Facts(low=0, high=high))


@NP.op("numpy.digitize")
def digitize(x: Tensor, bins: Tensor, right: Ignored = False) -> Tensor:
    if bins.shape.known_rank and bins.rank != 1:
        raise Mismatch("dim-out-of-range", f"bins of shape {bins.shape}", runtime="object too deep for desired array")
    return array(x.shape, "int64", Facts(low=0, high=bins.shape[0].value))


# -- sets ------------------------------------------------------------------------------------------------------


@NP.op("numpy.unique")
def unique(
    ar: Tensor, return_index: bool = False, return_inverse: bool = False, return_counts: bool = False,
    axis: int | None = None, *, equal_nan: Ignored = True, sorted: Ignored = True,
) -> Any:  # fmt: skip
    if axis is None:
        length = ar.shape.numel if ar.shape.known_rank else Dim.unknown()
        values = _many(ar.dtype, span(ar.facts), _distinct(ar))
        inverse = ar.shape
    else:
        at = nth(axis, ar.rank)
        length = ar.shape[at]
        values = array(ar.shape.replace(at, Dim.unknown()), ar.dtype, span(ar.facts))
        inverse = Shape.of(length)
    count = values.shape[0 if axis is None else axis]
    more = []
    if return_index:
        more.append(array(Shape.of(count), "int64", ranges.places(length)))
    if return_inverse:
        more.append(array(inverse, "int64", _numbering(ar, count)))
    if return_counts:
        more.append(array(Shape.of(count), "int64", Facts(low=1)))
    return (values, *more) if more else values


def _numbering(a: Tensor, count: Dim) -> Facts:
    """Which of so many different elements each is: at most as many as there are whole numbers in the range."""
    found, facts = ranges.places(count), a.facts
    if count.value:
        return replace(found, attained=True)
    whole = is_kind(a.dtype, "int", "uint", "bool") and facts.low is not None and facts.high is not None
    return Facts(low=0, high=int((facts.high or 0) - (facts.low or 0))) if whole else found


def _distinct(a: Tensor) -> Dim | None:
    """How many different elements a small array has."""
    facts = a.facts
    elements = fold.attempt(lambda: [fold.plain(element) for element in fold.flat(facts.constant)])
    if elements is None and ranges.gapless(facts, a.shape.numel.value if a.shape.known_rank else None):
        return Dim.of(int((facts.high or 0) - (facts.low or 0) + 1))
    return None if elements is None else Dim.of(len(set(elements)))


@NP.op("numpy.isin", "numpy.in1d")
def isin(element: Tensor, test_elements: Ignored, assume_unique: Ignored = False, invert: Ignored = False, *,
         kind: Ignored = None) -> Tensor:  # fmt: skip
    return array(element.shape, "bool", Facts(low=0, high=1))


@NP.op("numpy.intersect1d")
def intersect1d(ar1: Tensor, ar2: Tensor, assume_unique: Ignored = False, return_indices: bool = False) -> Any:
    count = Dim.unknown()
    common = _many(promote_types(ar1.dtype, ar2.dtype), None, count)
    return (common, _many("int64", None, count), _many("int64", None, count)) if return_indices else common


@NP.op("numpy.union1d")
def union1d(ar1: Tensor, ar2: Tensor) -> Tensor:
    return _many(promote_types(ar1.dtype, ar2.dtype), ranges.join(ar1.facts, ar2.facts))


@NP.op("numpy.setdiff1d")
def setdiff1d(ar1: Tensor, ar2: Tensor, assume_unique: Ignored = False) -> Tensor:
    return _many(ar1.dtype, Facts(low=ar1.facts.low, high=ar1.facts.high))


@NP.op("numpy.setxor1d")
def setxor1d(ar1: Tensor, ar2: Tensor, assume_unique: Ignored = False) -> Tensor:
    return _many(promote_types(ar1.dtype, ar2.dtype))


# -- counting --------------------------------------------------------------------------------------------------


@NP.op("numpy.bincount")
def bincount(x: Tensor, weights: Tensor | None = None, minlength: Dim | int = 0) -> Tensor:
    if x.shape.known_rank and x.rank != 1:
        raise Mismatch(
            "dim-out-of-range",
            f"the counts of {x.shape}",
            runtime="object too deep for desired array" if x.rank else "object of too small depth",
        )
    if weights is not None:
        require_equal(weights.shape[0], x.shape[0], "elementwise-shape-mismatch", "{got} weights for {wanted} numbers",
                      runtime="The weights and list don't have the same length.")  # fmt: skip
    known = x.facts.attained and isinstance(x.facts.high, int)
    count = maximum(minlength, int(x.facts.high or 0) + 1) if known else Dim.unknown()
    return array(Shape.of(count), "int64" if weights is None else "float64", Facts(low=0 if weights is None else None))


def _edges(bins: Value | int) -> Dim:
    """How many edges the bins have."""
    if isinstance(bins, int):
        return Dim.of(bins + 1)
    given = asarray(bins)
    if given.dtype == "string" or not given.shape.known_rank:
        return Dim.unknown()
    if given.rank == 0:
        number = given.facts.constant
        return Dim.of(number) + 1 if isinstance(number, (int, Dim)) else Dim.unknown()
    return given.shape[0]


def _edge_dtype(a: Tensor, bins: Value | int) -> str | None:
    if isinstance(bins, int) or asarray(bins).shape == Shape():
        return "float32" if a.dtype == "float32" else None if a.dtype == "float16" else "float64"
    return asarray(bins).dtype


@NP.op("numpy.histogram")
def histogram(a: Tensor, bins: Value | int = 10, range: Ignored = None, density: Ignored = None,
              weights: Tensor | None = None) -> tuple[Tensor, Tensor]:  # fmt: skip
    edges = _edges(bins)
    dtype = "int64" if density is None and weights is None else None
    return array(Shape.of(edges - 1), dtype, Facts(low=0)), array(Shape.of(edges), _edge_dtype(a, bins))


@NP.op("numpy.histogram_bin_edges")
def histogram_bin_edges(a: Tensor, bins: Value | int = 10, range: Ignored = None, weights: Ignored = None) -> Tensor:
    return array(Shape.of(_edges(bins)), _edge_dtype(a, bins))


@NP.op("numpy.histogram2d")
def histogram2d(x: Tensor, y: Tensor, bins: Value | int = 10, range: Ignored = None, density: Ignored = None,
                weights: Ignored = None) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
    require_equal(x.shape[0], y.shape[0], "elementwise-shape-mismatch", "{got} and {wanted} points",
                  runtime="x and y must have the same length.")  # fmt: skip
    first = second = _edges(bins)
    given = asarray(bins) if isinstance(bins, Value) else None
    if given is not None and given.shape.known_rank and given.rank:
        raise Undecided("bins of two dimensions")
    return (array(Shape.of(first - 1, second - 1), "float64", Facts(low=0)), array(Shape.of(first), None),
            array(Shape.of(second), None))  # fmt: skip

"""Sorting, searching, sets, counting and rounding."""

from __future__ import annotations

from typing import Any

from ...core.dim import Dim, maximum, minimum
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Value
from ..binding import DType, Ignored, Ints
from . import fold, ranges
from .axes import axes, axis as nth
from .creation import span
from .dialect import NP, array, asarray
from .elementwise import exact, result, rounded
from .kinds import float_
from .movement import moved
from .operands import Side, broadcast, is_kind, promoted, side
from .promote import promote_types
from .reduction import mean_of



def _many(dtype: str | None, facts: Facts | None = None, count: Dim | None = None) -> Tensor:
    """As many elements as turn out to be."""
    return array(Shape.of(count or Dim.unknown()), dtype, facts)


def _places(length: Dim) -> Facts:
    return Facts(low=0, high=None if length.value is None else length.value - 1)


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
    for box in self.box.boxes():
        box.state["facts"] = span(box.facts)


@NP.op("numpy.argsort", "numpy.ndarray.argsort")
def argsort(a: Tensor, axis: int | None = -1, kind: Ignored = None, order: Ignored = None, *,
            stable: Ignored = None) -> Tensor:  # fmt: skip
    return _places_along(a, axis)


def _places_along(a: Tensor, axis: int | None) -> Tensor:
    """The places of elements along an axis; a scalar counts as one element."""
    one = array(Shape.of(1), a.dtype) if a.shape.known_rank and a.rank == 0 else a
    shape = _along(one, axis)
    return array(shape, "int64", _places(shape[0 if axis is None else axis]))


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
        raise Mismatch("dim-out-of-range", f"a search in {a.shape}",
                       runtime="object too deep for desired array" if a.rank else "object of too small depth")  # fmt: skip
    return array(v.shape, "int64", Facts(low=0))


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
        more.append(array(Shape.of(count), "int64", _places(length)))
    if return_inverse:
        more.append(array(inverse, "int64", _places(count)))
    if return_counts:
        more.append(array(Shape.of(count), "int64", Facts(low=1)))
    return (values, *more) if more else values


def _distinct(a: Tensor) -> Dim | None:
    """How many different elements a small array has."""
    elements = fold.attempt(lambda: [fold.plain(element) for element in fold.flat(a.facts.constant)])
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
        raise Mismatch("dim-out-of-range", f"the counts of {x.shape}",
                       runtime="object too deep for desired array" if x.rank else "object of too small depth")  # fmt: skip
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


# -- rounding, clipping and the like ---------------------------------------------------------------------------


@NP.op("numpy.clip")
def clip(
    a: Value, a_min: Value | None = None, a_max: Value | None = None, out: Value | None = None, *,
    min: Value | None = None, max: Value | None = None, dtype: DType | None = None, **kwargs: Ignored,
) -> Tensor:  # fmt: skip
    return _clipped(a, a_min or min, a_max or max, dtype, out)


@NP.op("numpy.ndarray.clip")
def clip_method(self: Value, min: Value | None = None, max: Value | None = None, out: Value | None = None,
                **kwargs: Ignored) -> Tensor:  # fmt: skip
    return _clipped(self, min, max, None, out)


def _clipped(a: Value, low: Value | None, high: Value | None, dtype: str | None, out: Value | None) -> Tensor:
    sides = [side(value) for value in (a, low, high) if value is not None]
    shape = broadcast(*(s.shape for s in sides))
    source = sides[0].facts
    bottom = source.low if low is None else _above(side(low).facts.low, source.low)
    top = source.high if high is None else _below(side(high).facts.high, source.high)
    found = dtype or promoted(*sides)
    return result(shape, found, Facts(low=bottom, high=top), out)


def _above(bound: float | None, low: float | None) -> float | None:
    return bound if low is None or bound is None else max(bound, low)


def _below(bound: float | None, high: float | None) -> float | None:
    return bound if high is None or bound is None else min(bound, high)


@NP.op("numpy.round", "numpy.around", "numpy.ndarray.round")
def round_(a: Tensor, decimals: int = 0, out: Value | None = None) -> Tensor:
    constant = fold.attempt(lambda: fold.each(lambda x: round(x, decimals), a.facts.constant))
    low, high = rounded(a.facts) if decimals == 0 else (None, None)
    dtype = "float16" if a.dtype == "bool" else a.dtype
    return result(a.shape, dtype, exact(Facts(low=low, high=high, constant=constant)), out)


@NP.op("numpy.fix")
def fix(x: Tensor, out: Value | None = None) -> Tensor:
    return result(x.shape, x.dtype, Facts(*rounded(x.facts)), out)


@NP.op("numpy.nan_to_num")
def nan_to_num(x: Tensor, copy: Ignored = True, nan: Ignored = 0.0, posinf: Ignored = None,
               neginf: Ignored = None) -> Tensor:  # fmt: skip
    return x.like()


@NP.op("numpy.sinc")
def sinc(x: Tensor) -> Tensor:
    return array(x.shape, mean_of(x.dtype))


@NP.op("numpy.i0")
def i0(x: Tensor) -> Tensor:
    return array(x.shape, mean_of(x.dtype))


def _part(name: str) -> Any:
    def function(val: Tensor) -> Tensor:
        if is_kind(val.dtype, "complex"):
            return array(val.shape, "float32" if val.dtype == "complex64" else "float64")
        return moved(val, val.shape, last=True) if name == "real" else array(val.shape, val.dtype)

    return function


for _name in ("real", "imag"):
    NP.op(f"numpy.{_name}")(_part(_name))
    NP.op(f"numpy.ndarray.{_name}", read=True)(_part(_name))


@NP.op("numpy.angle")
def angle(z: Tensor, deg: Ignored = False) -> Tensor:
    dtype = {"complex64": "float32", "complex128": "float64"}.get(z.dtype or "")
    if z.dtype == "bool":
        dtype = "float64"
    return array(z.shape, dtype or float_(Side(z.shape, z.dtype, z.facts)))


@NP.op("numpy.unwrap")
def unwrap(p: Tensor, discont: Ignored = None, axis: Ignored = -1, *, period: Ignored = 6.283185307179586) -> Tensor:
    return array(p.shape, None if is_kind(p.dtype, "int", "uint", "bool") else p.dtype)


@NP.op("numpy.isclose")
def isclose(a: Value, b: Value, rtol: Ignored = 1e-05, atol: Ignored = 1e-08, equal_nan: Ignored = False) -> Tensor:
    return array(broadcast(side(a).shape, side(b).shape), "bool", Facts(low=0, high=1))


@NP.op("numpy.isneginf", "numpy.isposinf")
def isneginf(x: Tensor, out: Value | None = None) -> Tensor:
    return result(x.shape, "bool", Facts(low=0, high=1), out)


@NP.op("numpy.isreal", "numpy.iscomplex")
def isreal(x: Tensor) -> Tensor:
    return array(x.shape, "bool", Facts(low=0, high=1))


@NP.op("numpy.interp")
def interp(x: Tensor, xp: Tensor, fp: Tensor, left: Ignored = None, right: Ignored = None,
           period: Ignored = None) -> Tensor:  # fmt: skip
    require_equal(fp.shape[0], xp.shape[0], "elementwise-shape-mismatch", "{wanted} points and {got} values",
                  runtime="fp and xp are not of the same length.")  # fmt: skip
    return array(x.shape, "complex128" if is_kind(fp.dtype, "complex") else "float64")


def _window_length(name: str) -> Any:
    default = "full" if name == "convolve" else "valid"

    def function(a: Tensor, v: Tensor, mode: str = default) -> Tensor:
        for one in (a, v):
            if one.shape.known_rank and one.rank > 1:
                raise Mismatch("dim-out-of-range", f"{name} of {one.shape}", runtime="object too deep for desired array")
        long, short = maximum(a.shape.numel, v.shape.numel), minimum(a.shape.numel, v.shape.numel)
        lengths = {"full": long + short - 1, "same": long, "valid": long - short + 1}
        dtype = promote_types(a.dtype, v.dtype)
        return array(Shape.of(lengths.get(mode, Dim.unknown())), dtype)

    return function


for _name in ("convolve", "correlate"):
    NP.op(f"numpy.{_name}")(_window_length(_name))


@NP.op("numpy.gradient")
def gradient(f: Tensor, *varargs: Value, axis: Ints | None = None, edge_order: Ignored = 1) -> Any:
    over = axes(axis, f.rank)
    found = [array(f.shape, mean_of(f.dtype)) for _ in over]
    return found[0] if len(found) == 1 else tuple(found)


@NP.op("numpy.cov")
def cov(
    m: Tensor, y: Tensor | None = None, rowvar: bool = True, bias: Ignored = False, ddof: Ignored = None,
    fweights: Ignored = None, aweights: Ignored = None, *, dtype: DType | None = None,
) -> Tensor:  # fmt: skip
    return _variables(m, y, rowvar, dtype)


@NP.op("numpy.corrcoef")
def corrcoef(x: Tensor, y: Tensor | None = None, rowvar: bool = True, bias: Ignored = None, ddof: Ignored = None, *,
             dtype: DType | None = None) -> Tensor:  # fmt: skip
    return _variables(x, y, rowvar, dtype)


def _variables(m: Tensor, y: Tensor | None, rowvar: bool, dtype: str | None) -> Tensor:
    """One row and column for each variable; one variable gives a scalar."""
    count = Dim.of(0)
    for each in (m, y):
        if each is not None:
            if each.rank > 2:
                raise Mismatch("dim-out-of-range", f"variables {each.shape}", runtime="m has more than 2 dimensions")
            count = count + (1 if each.rank < 2 else each.shape[0] if rowvar else each.shape[1])
    found = dtype or NP.promote([array(Shape(), e.dtype) for e in (m, y) if e is not None] + [array(Shape(), "float64")])
    if count.equals(1).value == "maybe":
        return array(Shape.unknown(), found)
    return array(Shape() if count == 1 else Shape.of(count, count), found)


@NP.op("numpy.polyfit")
def polyfit(x: Tensor, y: Tensor, deg: Dim, rcond: Ignored = None, full: bool = False, w: Ignored = None,
            cov: Ignored = False) -> Tensor:  # fmt: skip
    if full or cov:
        raise Undecided("a fit with its diagnostics")
    if x.shape.known_rank and x.rank != 1:
        raise Mismatch("dim-out-of-range", f"a fit over {x.shape}", runtime="expected 1D vector for x")
    if y.shape.known_rank and y.rank not in (1, 2):
        raise Mismatch("dim-out-of-range", f"a fit of {y.shape}", runtime="expected 1D or 2D array for y")
    require_equal(y.shape[0], x.shape[0], "elementwise-shape-mismatch", "{wanted} points and {got} values",
                  runtime="expected x and y to have same length")  # fmt: skip
    return array(Shape((deg + 1, *y.shape.dims[1:])), "float64")


@NP.op("numpy.polyval")
def polyval(p: Tensor, x: Tensor) -> Tensor:
    return array(x.shape, promote_types(p.dtype, x.dtype))


@NP.op("numpy.packbits")
def packbits(a: Tensor, axis: int | None = None, bitorder: Ignored = "big") -> Tensor:
    if axis is None:
        return array(Shape.of((a.shape.numel + 7) // 8), "uint8")
    at = nth(axis, a.rank)
    return array(a.shape.replace(at, (a.shape[at] + 7) // 8), "uint8")


@NP.op("numpy.unpackbits")
def unpackbits(a: Tensor, axis: int | None = None, count: int | None = None, bitorder: Ignored = "big") -> Tensor:
    if count is not None:
        raise Undecided("a number of bits")
    at = 0 if axis is None else nth(axis, a.rank)
    flat = Shape.of(a.shape.numel) if axis is None else a.shape
    return array(flat.replace(at, flat[at] * 8), "uint8", Facts(low=0, high=1))



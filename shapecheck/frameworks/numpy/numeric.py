"""Rounding, clipping, interpolation, and what is computed from samples."""

from __future__ import annotations

from typing import Any

from ...core.dim import Dim, maximum, minimum
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Value
from ..binding import DType, Ignored, Ints
from . import fold, ranges
from .axes import axes
from .axes import axis as nth
from .creation import span
from .dialect import NP, array, asarray
from .elementwise import exact, result, rounded
from .kinds import float_
from .movement import moved
from .operands import Side, broadcast, is_kind, promoted, side
from .promote import promote_types
from .reduction import mean_of


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
    bounds = (sides[0].facts.low, sides[0].facts.high)
    # numpy.minimum(a_max, numpy.maximum(a, a_min))
    for name, value in (("maximum", low), ("minimum", high)):
        if value is not None:
            other = side(value).facts
            bounds = ranges.combine(name, bounds, (other.low, other.high))
    return result(shape, dtype or promoted(*sides), Facts(low=bounds[0], high=bounds[1]), out)


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
    facts, real = x.facts, is_kind(x.dtype, "float", "complex")
    if facts.low is None or facts.high is None:
        return x.like()
    return x.like(facts=Facts(min(facts.low, 0), max(facts.high, 0)) if real else span(facts))


@NP.op("numpy.sinc")
def sinc(x: Tensor) -> Tensor:
    return array(x.shape, mean_of(x.dtype))


@NP.op("numpy.i0")
def i0(x: Tensor) -> Tensor:
    return array(x.shape, mean_of(x.dtype))


def _array_only(value: Value) -> Tensor:
    """Of a Python number these functions give a Python number."""
    if isinstance(value, (Constant, Scalar)):
        raise Undecided("a number that stays one")
    return asarray(value)


def _part(name: str) -> Any:
    def function(val: Value) -> Tensor:
        val = _array_only(val)
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
def isreal(x: Value) -> Tensor:
    return array(_array_only(x).shape, "bool", Facts(low=0, high=1))


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
                raise Mismatch(
                    "dim-out-of-range", f"{name} of {one.shape}", runtime="object too deep for desired array"
                )
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
    found = dtype or NP.promote(
        [array(Shape(), e.dtype) for e in (m, y) if e is not None] + [array(Shape(), "float64")]
    )
    if count == 0:
        found = None
    if count.equals(1).value == "maybe":
        return array(Shape.unknown(), found)
    return array(Shape() if count == 1 else Shape.of(count, count), found)


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
    at = 0 if axis is None else nth(axis, a.rank, scalar=True)
    flat = Shape.of(a.shape.numel) if axis is None or not a.rank else a.shape
    return array(flat.replace(at, flat[at] * 8), "uint8", Facts(low=0, high=1))

"""Polynomials by their coefficients."""

from __future__ import annotations

from ...core.dim import Dim, maximum
from ...core.objects import Instance, library_class
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Context, Unknown, Value
from ..binding import Ignored
from .dialect import NP, array
from .promote import promote_types


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


def _zeros_may_lead(*several: Tensor) -> str | None:
    """Leading zeros are cut off, so that lengths are not sure."""
    return promote_types(*(one.dtype for one in several))


@NP.op("numpy.polymul")
def polymul(a1: Tensor, a2: Tensor) -> Tensor:
    return array(Shape.of(Dim.unknown()), _zeros_may_lead(a1, a2))


@NP.op("numpy.polyadd", "numpy.polysub")
def polyadd(a1: Tensor, a2: Tensor) -> Tensor:
    if a1.rank > 1 or a2.rank > 1:
        raise Undecided("coefficients in a matrix")
    lengths = [Dim.of(1) if one.rank == 0 else one.shape[0] for one in (a1, a2)]
    return array(Shape.of(maximum(*lengths)), _zeros_may_lead(a1, a2))


@NP.op("numpy.roots")
def roots(p: Tensor) -> Tensor:
    return array(Shape.of(Dim.unknown()), None)


@NP.op("numpy.poly")
def poly(seq_of_zeros: Tensor) -> Tensor:
    if seq_of_zeros.rank not in (1, 2) or seq_of_zeros.shape == Shape.of(0):
        raise Undecided("zeros that are no vector")
    return array(Shape.of(seq_of_zeros.shape[0] + 1), None)


def _vector(p: Tensor) -> Tensor:
    if p.rank != 1:
        raise Undecided("coefficients that are no vector")
    return p


@NP.op("numpy.polyder")
def polyder(p: Tensor, m: int = 1) -> Tensor:
    return array(Shape.of(maximum(_vector(p).shape[0] - m, 0)), None)


@NP.op("numpy.polyint")
def polyint(p: Tensor, m: int = 1, k: Ignored = None) -> Tensor:
    return array(Shape.of(_vector(p).shape[0] + m), None)


def _init(context: Context, arguments: Arguments) -> Value:
    instance, given = arguments.get(0, "self"), arguments.get(1, "c_or_r")
    if isinstance(instance, Instance) and given is not None:
        instance.hide(context, "coefficients", given)
    return NONE


def _call(context: Context, arguments: Arguments) -> Value:
    instance, at = arguments.get(0, "self"), arguments.get(1, "val")
    held = instance.hidden("coefficients") if isinstance(instance, Instance) else None
    if held is None or at is None:
        return Unknown("the value of a polynomial")
    return context.apply("numpy.polyval", Arguments((held, at)))


NP.classes(library_class("numpy.poly1d", __init__=_init, __call__=_call))

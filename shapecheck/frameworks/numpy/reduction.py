"""Functions that take axes away, or run along them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.reduce import reduce
from ...core.dim import Dim, maximum
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ..binding import DType, Ignored, Ints
from . import fold
from .axes import axes
from .axes import axis as nth
from .dialect import NP, array
from .elementwise import exact, result
from .operands import is_kind, side
from .promote import promote_types

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Value

BOTH = ("numpy.{}", "numpy.ndarray.{}")


def reduced(shape: Shape, axis: Ints | None, keep: bool = False) -> Shape:
    """The shape without the axes. Source: numpy.ufunc.reduce, which lets a scalar have an axis 0."""
    if axis is None:
        return reduce(shape, None, keep)
    if not shape.known_rank:
        return Shape.unknown()
    gone = axes(axis, shape.rank, scalar=True)
    return reduce(shape, gone, keep)


def needs_elements(shape: Shape) -> None:
    if any(dim == 0 for part in shape.parts for dim in part):
        raise Undecided("a reduction of no elements")


# -- dtypes ----------------------------------------------------------------------------------------------------


def total(dtype: str | None) -> str | None:
    """Sums of small integers are kept in large ones."""
    if is_kind(dtype, "bool", "int"):
        return "int64"
    return "uint64" if is_kind(dtype, "uint") else dtype


def mean_of(dtype: str | None) -> str | None:
    return "float64" if is_kind(dtype, "bool", "int", "uint") else dtype


def deviation(dtype: str | None) -> str | None:
    return {"complex64": "float32", "complex128": "float64"}.get(dtype or "", mean_of(dtype))


# -- families --------------------------------------------------------------------------------------------------


def _sum(name: str) -> Callable[..., Tensor]:
    operator, start = ("+", 0) if name.endswith("sum") else ("*", 1)

    def function(
        a: Tensor, axis: Ints | None = None, dtype: DType | None = None, out: Value | None = None,
        keepdims: bool = False, initial: Ignored = None, where: Ignored = None,
    ) -> Tensor:  # fmt: skip
        shape = reduced(a.shape, axis, keepdims)
        found = dtype or total(a.dtype)
        low = 0 if a.facts.low is not None and a.facts.low >= 0 else None
        constant = None
        if shape == Shape() and initial is None and where is None and found in ("int64", "float64"):
            constant = fold.attempt(lambda: fold.total(operator, a.facts.constant, start))
        return result(shape, found, exact(Facts(low=low, constant=constant)), out)

    return function


def _mean(
    a: Tensor, axis: Ints | None = None, dtype: DType | None = None, out: Value | None = None, keepdims: bool = False,
    *, where: Ignored = None,
) -> Tensor:  # fmt: skip
    facts = Facts(low=a.facts.low, high=a.facts.high)
    return result(reduced(a.shape, axis, keepdims), dtype or mean_of(a.dtype), facts, out)


def _std(
    a: Tensor, axis: Ints | None = None, dtype: DType | None = None, out: Value | None = None, ddof: Ignored = 0,
    keepdims: bool = False, *, where: Ignored = None, mean: Ignored = None, correction: Ignored = None,
) -> Tensor:  # fmt: skip
    return result(reduced(a.shape, axis, keepdims), dtype or deviation(a.dtype), Facts(low=0), out)


def _extreme(name: str) -> Callable[..., Tensor]:
    choose: Any = max if "max" in name else min

    def function(
        a: Tensor, axis: Ints | None = None, out: Value | None = None, keepdims: bool = False, initial: Ignored = None,
        where: Ignored = None,
    ) -> Tensor:  # fmt: skip
        if initial is None:
            needs_elements(a.shape)
        shape = reduced(a.shape, axis, keepdims)
        constant = None
        if shape == Shape() and initial is None and where is None:
            constant = fold.attempt(lambda: choose(fold.plain(e) for e in fold.flat(a.facts.constant)))
            if constant is None:
                constant = _end(a, choose)
        facts = Facts(constant=constant) if initial is not None else Facts(a.facts.low, a.facts.high, constant=constant)
        return result(shape, a.dtype, exact(facts), out)

    return function


def _end(a: Tensor, choose: Any) -> int | None:
    """The greatest or least of whole numbers whose range is taken to both its ends."""
    facts = a.facts
    ends = [end for end in (facts.low, facts.high) if end is not None and int(end) == end]
    sure = facts.attained and not facts.batch and len(ends) == 2 and is_kind(a.dtype, "int", "uint")
    some = sure and a.shape.known_rank and a.shape.numel.less(1) is Truth.NO
    return int(choose(ends)) if some else None


def _arg(a: Tensor, axis: int | None = None, out: Value | None = None, *, keepdims: bool = False) -> Tensor:
    needs_elements(a.shape)
    if axis is None:
        size = a.shape.numel if a.shape.known_rank else Dim.unknown()
        shape = reduced(a.shape, None, keepdims)
    elif not a.shape.known_rank:
        size, shape = Dim.unknown(), Shape.unknown()
    else:
        at = nth(axis, a.rank, scalar=True)
        size = a.shape.dims[at] if a.shape.dims else Dim.of(1)
        shape = reduced(a.shape, (axis,), keepdims)
    return result(shape, "int64", Facts(low=0, high=None if size.value is None else size.value - 1), out)


def _truth(
    a: Tensor, axis: Ints | None = None, out: Value | None = None, keepdims: bool = False, *, where: Ignored = None
) -> Tensor:
    return result(reduced(a.shape, axis, keepdims), "bool", Facts(low=0, high=1), out)


def _median(
    a: Tensor, axis: Ints | None = None, out: Value | None = None, overwrite_input: Ignored = False,
    keepdims: bool = False,
) -> Tensor:  # fmt: skip
    return result(reduced(a.shape, axis, keepdims), mean_of(a.dtype), Facts(low=a.facts.low, high=a.facts.high), out)


def _quantile(
    a: Tensor, q: Value, axis: Ints | None = None, out: Value | None = None, overwrite_input: Ignored = False,
    method: Any = "linear", keepdims: bool = False, *, weights: Ignored = None, interpolation: Ignored = None,
) -> Tensor:  # fmt: skip
    at = side(q)
    if at.shape.known_rank and at.shape.rank > 2:
        raise Undecided("quantiles of many axes")
    if is_kind(a.dtype, "complex"):
        raise Undecided("quantiles of complex numbers")
    dtype = mean_of(a.dtype) if at.weak is not None else promote_types(mean_of(a.dtype), mean_of(at.dtype))
    known = isinstance(method, str) and method == "linear"
    return result(at.shape + reduced(a.shape, axis, keepdims), dtype if known else None, Facts(), out)


def _cumulative(name: str) -> Callable[..., Tensor]:
    operator, start = ("+", 0) if name.endswith("sum") else ("*", 1)

    def function(
        a: Tensor, axis: int | None = None, dtype: DType | None = None, out: Value | None = None
    ) -> Tensor:  # fmt: skip
        found = dtype or total(a.dtype)
        if axis is not None:
            nth(axis, a.rank, scalar=True)
        shape = Shape.of(a.shape.numel) if axis is None or a.rank == 0 else a.shape
        constant = None
        if shape.rank == 1 and found in ("int64", "float64"):
            constant = fold.attempt(lambda: fold.running(operator, a.facts.constant, start))
        return result(shape, found, exact(Facts(constant=constant)), out)

    return function


NAN = ("numpy.nan{}",)
LIKE = {"like": "a"}
"""A table that is reduced gives a column, so that nothing is known of the result of what may be one."""
for _name in ("sum", "prod"):
    NP.family(_name, _sum(_name), BOTH, traits=LIKE)
    NP.family(_name, _sum(_name), NAN, traits=LIKE)
for _name in ("max", "min"):
    NP.op(f"numpy.{_name}", f"numpy.a{_name}", f"numpy.ndarray.{_name}", traits=LIKE)(_extreme(_name))
    NP.family(_name, _extreme(_name), NAN, traits=LIKE)
for _pattern in (BOTH, NAN):
    NP.family("mean", _mean, _pattern, traits=LIKE)
    NP.family("std var", _std, _pattern, traits=LIKE)
    NP.family("argmax argmin", _arg, _pattern)
    NP.family("cumsum", _cumulative("cumsum"), _pattern, traits=LIKE)
    NP.family("cumprod", _cumulative("cumprod"), _pattern, traits=LIKE)
NP.family("any all", _truth, BOTH, traits=LIKE)
NP.family("median nanmedian", _median, ("numpy.{}",))
NP.family("percentile quantile nanpercentile nanquantile", _quantile, ("numpy.{}",))


@NP.op("numpy.ptp")
def ptp(a: Tensor, axis: Ints | None = None, out: Value | None = None, keepdims: bool = False) -> Tensor:
    needs_elements(a.shape)
    return result(reduced(a.shape, axis, keepdims), a.dtype, Facts(), out)


@NP.op("numpy.count_nonzero")
def count_nonzero(a: Tensor, axis: Ints | None = None, *, keepdims: bool = False) -> Tensor:
    return array(reduced(a.shape, axis, keepdims), "int64", Facts(low=0))


@NP.op("numpy.average")
def average(
    a: Tensor, axis: Ints | None = None, weights: Tensor | None = None, returned: bool = False, *,
    keepdims: bool = False,
) -> Any:  # fmt: skip
    shape = reduced(a.shape, axis, keepdims)
    if weights is not None:
        _check_weights(a.shape, axis, weights.shape)
    dtype = mean_of(a.dtype)
    if weights is not None:
        dtype = NP.promote([array(Shape(), dtype), array(Shape(), mean_of(weights.dtype))])
    found = array(shape, dtype)
    return (found, array(shape, dtype)) if returned else found


def _check_weights(shape: Shape, axis: Ints | None, weights: Shape) -> None:
    if not (shape.known_rank and weights.known_rank) or shape.rank == weights.rank:
        for got, wanted in zip(weights.dims, shape.dims, strict=True) if shape.known_rank == weights.known_rank else ():
            require_equal(got, wanted, "elementwise-shape-mismatch", "weights of {got} for {wanted}",
                          runtime="Axis must be specified when shapes of a and weights differ.")  # fmt: skip
        return
    if axis is None:
        raise Mismatch("elementwise-shape-mismatch", f"weights {weights} for {shape}",
                       runtime="Axis must be specified when shapes of a and weights differ.")  # fmt: skip
    if weights.rank == len(axis) == 1:
        require_equal(weights[0], shape[axis[0]], "elementwise-shape-mismatch", "{got} weights for {wanted} elements",
                      runtime="Shape of weights must be consistent with shape of a along specified axis.")  # fmt: skip


@NP.op("numpy.diff")
def diff(a: Tensor, n: int = 1, axis: int = -1, prepend: Tensor | None = None, append: Tensor | None = None) -> Tensor:
    if n == 0:
        raise Undecided("what is given, whatever it is")
    if a.rank == 0:
        raise Mismatch("dim-out-of-range", "the differences of a scalar",
                       runtime="diff requires input that is at least one dimensional")  # fmt: skip
    at = nth(axis, a.rank)
    length = a.shape[at]
    for more in (prepend, append):
        if more is not None:
            length = length + (1 if more.rank == 0 else more.shape[at])
    # truth values are compared, not subtracted
    dtype = a.dtype if prepend is None and append is None else None
    return array(a.shape.replace(at, maximum(length - n, 0)), dtype)


@NP.op("numpy.trapezoid", "numpy.trapz")
def trapezoid(y: Tensor, x: Tensor | None = None, dx: Ignored = 1.0, axis: int = -1) -> Tensor:
    if x is not None and x.rank > 1:
        raise Undecided("several lines of sample points")
    return array(reduced(y.shape, (axis,)), mean_of(y.dtype) if x is None else None)


@NP.op("numpy.trace", "numpy.ndarray.trace")
def trace(
    a: Tensor, offset: Ignored = 0, axis1: int = 0, axis2: int = 1, dtype: DType | None = None,
    out: Value | None = None,
) -> Tensor:  # fmt: skip
    return result(without_pair(a.shape, axis1, axis2), dtype or total(a.dtype), Facts(), out)


def without_pair(shape: Shape, first: int, second: int) -> Shape:
    """Without the two axes that a diagonal runs along."""
    if shape.rank < 2:
        raise Mismatch("dim-out-of-range", f"a diagonal of {shape}",
                       runtime="diag requires an array of at least two dimensions")  # fmt: skip
    return shape.without(*axes((first, second), shape.rank))

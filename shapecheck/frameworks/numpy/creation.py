"""Arrays made of nothing, of numbers, and of other data."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from ...algebra.axes import axis as nth
from ...core.containers import Sequence
from ...core.dim import Dim, maximum, minimum
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..binding import Dims, DType, Ignored
from . import fold, ranges
from .dialect import NP, array, asarray
from .literal import LARGEST_CONSTANT, array_of
from .operands import broadcast, broadcast_into, promoted, side
from .promote import promote_types


def sizes(shape: Dims) -> Shape:
    """A shape that was given as an argument."""
    if any(size.less(0) is Truth.YES for size in shape):
        raise Undecided("a negative length")
    return Shape(shape)


def cast(facts: Facts, source: str | None, target: str | None) -> Facts:
    """The facts that stay true when the elements are converted."""
    if source == target:
        return facts
    kept = replace(span(facts), drawn=facts.drawn, distinct=facts.distinct)
    if family(target) in ("int", "uint") and family(source) in ("float", "complex", None):
        # the digits behind the point are cut off
        low, high = (None if bound is None else int(bound) for bound in (facts.low, facts.high))
        kept = Facts(low=low, high=high, attained=facts.attained, drawn=facts.drawn)
    if target == "bool":
        return Facts(low=0, high=1)
    if target == "object":
        return Facts()
    if family(target) in ("int", "uint") and (kept.low is None or kept.high is None):
        return Facts()  # what is too large, or no number, becomes anything
    kept = ranges.within(kept, target)
    constant = facts.constant if kept.low is not None and target in ("int64", "float64") else None
    if constant is not None:
        constant = fold.attempt(lambda: fold.each(int if target == "int64" else float, constant))
    return replace(kept, one_hot=facts.one_hot, constant=constant)


def span(facts: Facts) -> Facts:
    """The range alone: what stays true when elements change places or are repeated."""
    return Facts(low=facts.low, high=facts.high, attained=facts.attained)


@NP.op("numpy.array")
def array_(
    object: Value, dtype: DType | None = None, *, copy: Value | bool = True, order: Ignored = "K",
    subok: Ignored = False, ndmin: int = 0, ndmax: Ignored = 0, like: Ignored = None,
) -> Tensor:  # fmt: skip
    # what is copied keeps its elements when the original is written to
    made = _converted(object, dtype) if copy is True else _same_or_converted(object, dtype)
    missing = ndmin - made.shape.rank if ndmin else 0
    shape = Shape([1] * missing) + made.shape if missing > 0 else made.shape
    return array(shape, made.dtype, made.box)


def _converted(value: Value | None, dtype: str | None) -> Tensor:
    made = array_of(value, dtype == "object") if isinstance(value, Value) and _is_data(value) else _object(value)
    return array(made.shape, dtype or made.dtype, cast(made.facts, made.dtype, dtype or made.dtype))


def _is_data(value: Value) -> bool:
    return isinstance(value, (Tensor, Sequence, Constant, Scalar))


def _object(value: Value | None) -> Tensor:
    return array(Shape(), "object") if value is None else asarray(value)


@NP.op("numpy.asarray", "numpy.asanyarray", "numpy.asarray_chkfinite")
def asarray_(
    a: Value, dtype: DType | None = None, order: Ignored = None, *, device: Ignored = None, copy: Ignored = None,
    like: Ignored = None,
) -> Tensor:  # fmt: skip
    return _same_or_converted(a, dtype)


@NP.op("numpy.require")
def require(a: Value, dtype: DType | None = None, requirements: Ignored = None, *, like: Ignored = None) -> Tensor:
    return _same_or_converted(a, dtype)


@NP.op("numpy.ascontiguousarray", "numpy.asfortranarray")
def ascontiguousarray(a: Value, dtype: DType | None = None, *, like: Ignored = None) -> Tensor:
    made = _same_or_converted(a, dtype)
    return made.like(Shape.of(1), facts=span(made.facts)) if made.shape == Shape() else made


def mix(a: Tensor, sort: bool = False) -> None:
    """The elements changed places: their range stays, and rows that were one-hot are so. Less is never wrong, so that
    no fork of the path has to take it back."""
    for box in a.box.boxes():
        whole = box.base is None and box is a.box and a.shape.known_rank and a.rank > 1
        facts = box.facts
        drawn = None if sort else facts.drawn
        hot = facts.one_hot if whole else None
        box.state["facts"] = replace(span(facts), one_hot=hot, drawn=drawn, distinct=facts.distinct)


def _same_or_converted(value: Value | None, dtype: str | None) -> Tensor:
    """An array that has the dtype already is returned as it is."""
    if isinstance(value, Tensor) and dtype in (None, value.dtype):
        return asarray(value)
    return _converted(value, dtype)


@NP.op("numpy.copy")
def copy(a: Tensor, order: Ignored = "K", subok: Ignored = False) -> Tensor:
    return a.like(facts=a.facts)


@NP.op("numpy.zeros", dtype="float64")
def zeros(shape: Dims, dtype: DType | None = None, order: Ignored = "C", *, device: Ignored = None,
          like: Ignored = None) -> Tensor:  # fmt: skip
    return array(sizes(shape), dtype or "float64", Facts(low=0, high=0, attained=True))


@NP.op("numpy.ones", dtype="float64")
def ones(shape: Dims, dtype: DType | None = None, order: Ignored = "C", *, device: Ignored = None,
         like: Ignored = None) -> Tensor:  # fmt: skip
    return array(sizes(shape), dtype or "float64", Facts(low=1, high=1, attained=True))


@NP.op("numpy.empty", dtype="float64")
def empty(shape: Dims, dtype: DType | None = None, order: Ignored = "C", *, device: Ignored = None,
          like: Ignored = None) -> Tensor:  # fmt: skip
    return array(sizes(shape), dtype or "float64")


@NP.op("numpy.full")
def full(
    shape: Dims, fill_value: Tensor, dtype: DType | None = None, order: Ignored = "C", *, device: Ignored = None,
    like: Ignored = None,
) -> Tensor:  # fmt: skip
    target = sizes(shape)
    broadcast_into(fill_value.shape, target)
    found = dtype or fill_value.dtype
    return array(target, found, cast(span(fill_value.facts), fill_value.dtype, found))


@NP.op("numpy.zeros_like")
def zeros_like(
    a: Tensor, dtype: DType | None = None, order: Ignored = "K", subok: Ignored = True, shape: Dims | None = None, *,
    device: Ignored = None,
) -> Tensor:  # fmt: skip
    return array(a.shape if shape is None else sizes(shape), dtype or a.dtype, Facts(low=0, high=0, attained=True))


@NP.op("numpy.ones_like")
def ones_like(
    a: Tensor, dtype: DType | None = None, order: Ignored = "K", subok: Ignored = True, shape: Dims | None = None, *,
    device: Ignored = None,
) -> Tensor:  # fmt: skip
    return array(a.shape if shape is None else sizes(shape), dtype or a.dtype, Facts(low=1, high=1, attained=True))


@NP.op("numpy.empty_like")
def empty_like(
    prototype: Tensor, dtype: DType | None = None, order: Ignored = "K", subok: Ignored = True,
    shape: Dims | None = None, *, device: Ignored = None,
) -> Tensor:  # fmt: skip
    return array(prototype.shape if shape is None else sizes(shape), dtype or prototype.dtype)


@NP.op("numpy.full_like")
def full_like(
    a: Tensor, fill_value: Tensor, dtype: DType | None = None, order: Ignored = "K", subok: Ignored = True,
    shape: Dims | None = None, *, device: Ignored = None,
) -> Tensor:  # fmt: skip
    target = a.shape if shape is None else sizes(shape)
    broadcast_into(fill_value.shape, target)
    return array(target, dtype or a.dtype)


@NP.op("numpy.arange")
def arange(
    start_or_stop: Value, stop: Value | None = None, step: Value | int = 1, *, dtype: DType | None = None,
    device: Ignored = None, like: Ignored = None,
) -> Tensor:  # fmt: skip
    given = [v for v in (start_or_stop, stop, step) if isinstance(v, Value)]
    parts = [side(value) for value in given]
    found = dtype or _range_dtype(parts)
    first, last = (Constant(0), start_or_stop) if stop is None else (start_or_stop, stop)
    count = _count(_element(first), _element(last), _element(step))
    facts = _range_facts(_element(first), _element(step), count, found)
    return array(Shape.of(count), found, cast(facts, dtype and _range_dtype(parts), dtype))


def _range_dtype(parts: list[Any]) -> str | None:
    """At least as wide as Python's numbers."""
    return promote_types("int64", promoted(*parts))


def _element(value: Any) -> Any:
    """A number or a size; None if it is not known."""
    if not isinstance(value, Value):
        return value
    if isinstance(value, Constant):
        return value.dim if value.dim is not None else value.payload
    return value.facts.constant if isinstance(value, Tensor) else None


def _count(start: Any, stop: Any, step: Any) -> Dim:
    """How many numbers lie in the range."""
    whole = [isinstance(part, (int, Dim)) for part in (start, stop, step)]
    by = step.value if isinstance(step, Dim) else step
    if all(whole) and isinstance(by, int) and by:
        room = Dim.of(stop) - start if by > 0 else Dim.of(start) - stop
        size = abs(by)
        return maximum(room if size == 1 else (room + (size - 1)) // size, 0)
    numbers = [part.value if isinstance(part, Dim) else part for part in (start, stop, step)]
    first, last, by = (float(part) if isinstance(part, (int, float)) else math.nan for part in numbers)
    if by and not math.isnan(first + last + by):
        return Dim.of(max(0, math.ceil((last - first) / by)))
    return Dim.unknown()


def _range_facts(start: Any, step: Any, count: Dim, dtype: str | None) -> Facts:
    low = start.value if isinstance(start, Dim) else start
    by = step.value if isinstance(step, Dim) else step
    if not isinstance(low, (int, float)) or not isinstance(by, (int, float)):
        return Facts()
    if count.value is None or count.value == 0:
        whole = isinstance(low, int) and isinstance(by, int) and by != 0
        return Facts(low=low if by > 0 else None, high=low if by < 0 else None, distinct=whole or None)
    last = low + (count.value - 1) * by
    constant = None
    if count.value <= LARGEST_CONSTANT and dtype in ("int64", "float64"):
        constant = tuple(low + i * by for i in range(count.value))
    whole = isinstance(low, int) and isinstance(by, int)
    return Facts(low=min(low, last), high=max(low, last), constant=constant, attained=True, distinct=whole or None)


@NP.op("numpy.eye")
def eye(
    N: Dim, M: Dim | None = None, k: int = 0, dtype: DType | None = "float64", order: Ignored = "C", *,
    device: Ignored = None, like: Ignored = None,
) -> Tensor:  # fmt: skip
    square = (M is None or M == N) and k == 0
    return array(sizes((N, N if M is None else M)), dtype or "float64", Facts(low=0, high=1, one_hot=square or None))


@NP.op("numpy.identity")
def identity(n: Dim, dtype: DType | None = None, *, like: Ignored = None) -> Tensor:
    return array(sizes((n, n)), dtype or "float64", Facts(low=0, high=1, one_hot=True))


@NP.op("numpy.tri")
def tri(N: Dim, M: Dim | None = None, k: Ignored = 0, dtype: DType | None = "float64", *,
        like: Ignored = None) -> Tensor:  # fmt: skip
    return array(sizes((N, N if M is None else M)), dtype or "float64", Facts(low=0, high=1))


@NP.op("numpy.tril", "numpy.triu")
def tril(m: Tensor, k: Ignored = 0) -> Tensor:
    if m.rank == 0:
        raise Mismatch("dim-out-of-range", "a triangle of a scalar",
                       runtime="tri() missing 1 required positional argument: 'N'")  # fmt: skip
    return m.like(Shape((m.shape[0], m.shape[0]))) if m.rank == 1 else m.like()


@NP.op("numpy.diag")
def diag(v: Tensor, k: int = 0) -> Tensor:
    if v.rank == 1:
        size = v.shape[0] + abs(k)
        return v.like(Shape.of(size, size))
    if v.rank != 2:
        raise Mismatch("dim-out-of-range", f"the diagonal of {v.shape}", runtime="Input must be 1- or 2-d.")
    return array(Shape.of(diagonal_length(v.shape[0], v.shape[1], k)), v.dtype, v.box.view(Facts()))


def diagonal_length(rows: Dim, columns: Dim, offset: int) -> Dim:
    """How many elements lie on a diagonal."""
    if offset >= 0:
        columns = columns - offset
    else:
        rows = rows + offset
    return maximum(minimum(rows, columns), 0)


@NP.op("numpy.diagflat")
def diagflat(v: Tensor, k: int = 0) -> Tensor:
    size = v.shape.numel + abs(k)
    return v.like(Shape.of(size, size))


@NP.op("numpy.indices")
def indices(dimensions: Dims, dtype: DType | None = "int64", sparse: bool = False) -> Any:
    lengths = sizes(dimensions)
    if not sparse:
        return array(Shape.of(len(lengths)) + lengths, dtype, Facts(low=0))
    return tuple(array(_only(lengths, i), dtype, Facts(low=0)) for i in range(lengths.rank))


def _only(lengths: Shape, at: int) -> Shape:
    return Shape(dim if i == at else Dim.of(1) for i, dim in enumerate(lengths.dims))


@NP.op("numpy.meshgrid")
def meshgrid(*xi: Value, copy: Ignored = True, sparse: bool = False, indexing: str = "xy") -> list[Tensor]:
    arrays = [asarray(x) for x in xi]
    lengths = Shape(a.shape.numel for a in arrays)
    swap = indexing == "xy" and len(arrays) > 1
    found = []
    for i, a in enumerate(arrays):
        full = _only(lengths, i) if sparse else lengths
        shape = Shape((full.dims[1], full.dims[0], *full.dims[2:])) if swap else full
        found.append(a.like(shape, facts=span(a.facts)))
    return tuple(found)  # type: ignore[return-value]


def _spaced(start: Value, stop: Value, num: Dim, axis: int, dtype: str | None) -> Tensor:
    first, last = asarray(start), asarray(stop)
    shape = broadcast(first.shape, last.shape)
    at = nth(axis, shape.rank + 1)
    bounds = [fact for a in (first, last) for fact in (a.facts.low, a.facts.high)]
    known = [b for b in bounds if b is not None]
    facts = Facts(low=min(known), high=max(known)) if len(known) == 4 else Facts()
    return array(Shape((*shape.dims[:at], num, *shape.dims[at:])), dtype, ranges.within(facts, dtype))


def _spaced_dtype(start: Value, stop: Value) -> str | None:
    """Python's numbers are weak here, too."""
    return promoted(side(start), side(stop), side(Constant(1.0)))


@NP.op("numpy.linspace")
def linspace(
    start: Value, stop: Value, num: Dim | int = 50, endpoint: Ignored = True, retstep: bool = False,
    dtype: DType | None = None, axis: int = 0, *, device: Ignored = None,
) -> Any:  # fmt: skip
    found = _spaced(start, stop, Dim.of(num), axis, dtype or _spaced_dtype(start, stop))
    return (found, array(found.shape.without(axis), _spaced_dtype(start, stop))) if retstep else found


@NP.op("numpy.logspace")
def logspace(
    start: Value, stop: Value, num: Dim | int = 50, endpoint: Ignored = True, base: Value | float = 10.0,
    dtype: DType | None = None, axis: int = 0,
) -> Tensor:  # fmt: skip
    found = _spaced(start, stop, Dim.of(num), axis, dtype or _spaced_dtype(start, stop))
    if isinstance(base, Tensor):
        raise Undecided("several bases")
    return found.like()


@NP.op("numpy.geomspace")
def geomspace(
    start: Value, stop: Value, num: Dim | int = 50, endpoint: Ignored = True, dtype: DType | None = None,
    axis: int = 0,
) -> Tensor:  # fmt: skip
    wide = promote_types(_spaced_dtype(start, stop), "float64")
    return _spaced(start, stop, Dim.of(num), axis, dtype or wide)


_PYTHON = {"bool": "bool", "int": "int", "uint": "int", "float": "float", "complex": "complex", "string": "str"}


def scalar(dtype: str | None) -> Value:
    """A Python number of unknown value."""
    kind = _PYTHON.get(family(dtype) or "")
    return Scalar(kind) if kind else Unknown("an element of an array")


def element(a: Tensor) -> Value:
    """An array without axes that was taken out of another: of texts a text, of objects anything."""
    if family(a.dtype) == "object" and (not a.shape.known_rank or a.shape == Shape()):
        return Unknown("an object of an array")
    if a.shape == Shape() and family(a.dtype) == "string":
        return scalar(a.dtype)
    return a


def bounded(a: Tensor) -> Value:
    """An element as a Python number, with the few values that it can have."""
    low, high = a.facts.low, a.facts.high
    if family(a.dtype) in ("int", "uint") and low is not None and high is not None and high - low < LARGEST_CONSTANT:
        return Scalar("int", among=tuple(range(int(low), int(high) + 1)))
    if family(a.dtype) == "float" and low is not None and low == high:
        return Constant(float(low))
    return scalar(a.dtype)

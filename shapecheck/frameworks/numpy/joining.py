"""Functions that put arrays together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim, maximum
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..binding import DType, Ignored, Ints
from . import fold, ranges
from .axes import axis as nth
from .creation import span
from .dialect import NP, array, asarray
from .promote import promote_types

if TYPE_CHECKING:
    from collections.abc import Callable

ALL_BUT = "all the input array dimensions except for the concatenation axis must match exactly"


class Run:
    """The arrays that are joined: some known one by one, and `count` more that are like `rest`. even: those all have
    the same lengths, for they are rows of one array; batches may differ in theirs."""

    def __init__(self, arrays: list[Tensor], count: Dim | None = None, even: bool = False) -> None:
        self.arrays = arrays
        self.count = count
        self.even = even

    @classmethod
    def of(cls, value: Value) -> Run:
        if isinstance(value, Sequence):
            arrays = [asarray(item) for item in value.items]
            if value.rest is not None and value.count != 0:
                return cls([*arrays, asarray(value.rest)], value.count)
            return cls(arrays)
        if isinstance(value, Unknown):
            raise Undecided(value.reason)
        rows = asarray(value)
        if rows.rank == 0:
            raise Undecided("a scalar where arrays are expected")
        if rows.rank == 1 and rows.dtype in (None, "object"):  # the elements may be arrays
            return cls([array(Shape.unknown(), None)], rows.shape[0])
        return cls([array(rows.shape[1:], rows.dtype, span(rows.facts))], rows.shape[0], even=True)

    def whole(self, number: int, length: Dim) -> Dim:
        """The sum of a length over the arrays that the one of that number stands for."""
        if self.count is None or number < len(self.arrays) - 1:
            return length
        return length * self.count if self.even or length.value is not None else Dim.unknown()

    @property
    def size(self) -> Dim:
        return Dim.of(len(self.arrays)) if self.count is None else self.count + (len(self.arrays) - 1)

    def map(self, change: Callable[[Tensor], Tensor]) -> Run:
        return Run([change(a) for a in self.arrays], self.count, self.even)

    @property
    def dtype(self) -> str | None:
        return promote_types(*(a.dtype for a in self.arrays))

    @property
    def facts(self) -> Facts:
        hot = all(a.facts.one_hot for a in self.arrays) or None
        kept = ranges.join(*(a.facts for a in self.arrays))
        some = all(a.facts.attained and a.shape.known_rank and a.shape.numel.less(1) is Truth.NO for a in self.arrays)
        sure = some and (self.count is None or self.count.less(1) is Truth.NO)
        return Facts(low=kept.low, high=kept.high, one_hot=hot, attained=sure or None)


def concatenated(run: Run, axis: int | None, dtype: str | None = None) -> Tensor:
    """Joined along an axis; all other axes must agree. Source: numpy.concatenate."""
    if not run.arrays:
        raise Undecided("an empty list, which others may fill")
    if axis is None:
        run, axis = run.map(lambda a: array(Shape.of(a.shape.numel), a.dtype, a.facts)), 0
    shapes = [a.shape for a in run.arrays]
    known = next((shape for shape in shapes if shape.known_rank), None)
    if known is None:
        return array(Shape.unknown(), dtype or run.dtype, run.facts)
    if known.rank == 0:
        raise Mismatch("cat-rank-mismatch", "scalars are concatenated",
                       runtime="zero-dimensional arrays cannot be concatenated")  # fmt: skip
    at = nth(axis, known.rank)
    lengths, total = list(known.dims), Dim.of(0)
    for number, shape in enumerate(shapes):
        if not shape.known_rank:
            total = total + Dim.unknown()
            continue
        _agree(known, shape, number, at, lengths)
        whole = run.whole(number, shape[at])
        total = whole + total if number else whole
    lengths[at] = total
    facts = run.facts if at < known.rank - 1 else replace(run.facts, one_hot=None)
    constant = _constants(run) if known.rank == 1 else None
    return array(Shape(lengths), dtype or run.dtype, replace(facts, constant=constant))


def _constants(run: Run) -> Any:
    if run.count is not None or any(a.facts.constant is None for a in run.arrays):
        return None
    return tuple(element for a in run.arrays for element in fold.flat(a.facts.constant))


def _agree(first: Shape, shape: Shape, number: int, at: int, lengths: list[Dim]) -> None:
    if shape.rank != first.rank:
        raise Mismatch(
            "cat-rank-mismatch", f"{first} and {shape} have different ranks",
            runtime="all the input arrays must have same number of dimensions, but the array at index 0 has "
            f"{first.rank} dimension(s) and the array at index {number} has {shape.rank} dimension(s)",
        )  # fmt: skip
    for i, dim in enumerate(shape.dims):
        if i != at:
            lengths[i] = require_equal(
                dim, lengths[i], "concat-shape-mismatch",
                f"{first} and {shape} differ at axis {i}, and are joined along axis {at}",
                runtime=f"{ALL_BUT}, but along dimension {i}, the array at index 0 has size {lengths[i]} "
                f"and the array at index {number} has size {dim}",
            )  # fmt: skip


def stacked(run: Run, axis: int, dtype: str | None = None) -> Tensor:
    """Joined along a new axis; all shapes must agree. Source: numpy.stack."""
    if not run.arrays:
        raise Mismatch("collate-unequal-sizes", "nothing to stack", runtime="need at least one array to stack")
    shapes = [a.shape for a in run.arrays]
    known = next((shape for shape in shapes if shape.known_rank), None)
    if known is None:
        return array(Shape.unknown(), dtype or run.dtype)
    at = nth(axis, known.rank + 1)
    lengths = list(known.dims)
    for shape in shapes:
        if not shape.known_rank:
            continue
        if shape.rank != known.rank:
            raise Mismatch("collate-unequal-sizes", f"{known} and {shape} cannot be stacked",
                           runtime="all input arrays must have the same shape")  # fmt: skip
        for i, dim in enumerate(shape.dims):
            lengths[i] = require_equal(
                dim, lengths[i], "collate-unequal-sizes", f"{known} and {shape} cannot be stacked",
                runtime="all input arrays must have the same shape",
            )  # fmt: skip
    facts = run.facts if at < known.rank else replace(run.facts, one_hot=None)
    return array(Shape([*lengths[:at], run.size, *lengths[at:]]), dtype or run.dtype, facts)


@NP.op("numpy.concatenate", "numpy.concat")
def concatenate(
    arrays: Value, axis: int | None = 0, out: Ignored = None, *, dtype: DType | None = None,
    casting: Ignored = "same_kind",
) -> Tensor:  # fmt: skip
    return concatenated(Run.of(arrays), axis, dtype)


@NP.op("numpy.stack")
def stack(
    arrays: Value, axis: int = 0, out: Ignored = None, *, dtype: DType | None = None, casting: Ignored = "same_kind"
) -> Tensor:
    return stacked(Run.of(arrays), axis, dtype)


def _at_least(rank: int) -> Callable[[Tensor], Tensor]:
    """A scalar gets one axis, a vector an axis in front of it, a matrix one behind it."""

    def grown(a: Tensor) -> Tensor:
        if not a.shape.known_rank:
            return a
        dims = list(a.shape.dims) or [Dim.of(1)]
        if len(dims) == 1 and rank > 1:
            dims = [Dim.of(1), *dims]
        return array(Shape([*dims, 1] if len(dims) < rank else dims), a.dtype, a.facts)

    return grown


@NP.op("numpy.vstack", "numpy.row_stack")
def vstack(tup: Value, *, dtype: DType | None = None, casting: Ignored = "same_kind") -> Tensor:
    return concatenated(Run.of(tup).map(_at_least(2)), 0, dtype)


@NP.op("numpy.hstack")
def hstack(tup: Value, *, dtype: DType | None = None, casting: Ignored = "same_kind") -> Tensor:
    run = Run.of(tup).map(_at_least(1))
    if run.arrays and not run.arrays[0].shape.known_rank:
        raise Undecided("the rank of what is stacked")
    return concatenated(run, 0 if run.arrays and run.arrays[0].rank == 1 else 1, dtype)


@NP.op("numpy.dstack")
def dstack(tup: Value) -> Tensor:
    return concatenated(Run.of(tup).map(_at_least(3)), 2)


@NP.op("numpy.column_stack")
def column_stack(tup: Value) -> Tensor:
    def column(a: Tensor) -> Tensor:
        if a.rank >= 2:
            return a
        return array(Shape.of(a.shape.numel, 1), a.dtype, a.facts)

    return concatenated(Run.of(tup).map(column), 1)


@NP.op("numpy.append")
def append(arr: Tensor, values: Tensor, axis: int | None = None) -> Tensor:
    return concatenated(Run([arr, values]), axis)


@NP.op("numpy.insert")
def insert(arr: Tensor, obj: Value, values: Tensor, axis: int | None = None) -> Tensor:
    lengths = (arr.shape.numel,) if axis is None else arr.shape.dims
    at = 0 if axis is None else nth(axis, arr.rank)
    places = asarray(obj)
    one = places.shape == Shape() or places.shape == Shape.of(1)
    if not one:
        more = places.shape.numel
    elif values.rank and (axis is None or arr.rank == 1):
        more = values.shape.numel if places.shape == Shape() else Dim.unknown()
    else:
        more = Dim.of(1) if values.rank < max(arr.rank, 1) else Dim.unknown()
    return array(Shape((*lengths[:at], lengths[at] + more, *lengths[at + 1 :])), arr.dtype)


@NP.op("numpy.delete")
def delete(arr: Tensor, obj: Value, axis: int | None = None) -> Tensor:
    lengths = (arr.shape.numel,) if axis is None else arr.shape.dims
    at = 0 if axis is None else nth(axis, arr.rank)
    removed = asarray(obj) if obj.kind != "slice" else None
    # several places may name the same element
    single = removed is not None and removed.shape == Shape() and removed.dtype != "bool"
    size = lengths[at] - 1 if single else Dim.unknown()
    return array(Shape((*lengths[:at], size, *lengths[at + 1 :])), arr.dtype, _subset(arr))


def _subset(a: Tensor) -> Facts:
    return Facts(low=a.facts.low, high=a.facts.high)


@NP.op("numpy.block")
def block(arrays: Value) -> Tensor:
    depth = _depth(arrays)
    return _block(arrays, depth, max(depth, _highest(arrays)))


def _depth(value: Value) -> int:
    if not isinstance(value, Sequence):
        return 0
    if value.known is None or not value.items:
        raise Undecided("blocks of unknown number")
    return 1 + _depth(value.items[0])


def _highest(value: Value) -> int:
    """The highest rank of all blocks: those of lower ones get axes in front."""
    return max(map(_highest, value.items)) if isinstance(value, Sequence) else asarray(value).rank


def _block(value: Value, depth: int, deepest: int) -> Tensor:
    if not isinstance(value, Sequence):
        found = asarray(value)
        return array(Shape([1] * max(deepest - found.rank, 0)) + found.shape, found.dtype, span(found.facts))
    return concatenated(Run([_block(item, depth - 1, deepest) for item in value.items]), -depth)


@NP.op("numpy.pad")
def pad(array: Tensor, pad_width: Value, mode: Any = "constant", **kwargs: Ignored) -> Tensor:
    widths = asarray(pad_width)
    if widths.facts.constant is None:
        return array.like(Shape.of_rank(array.rank))
    pairs = _pairs(widths, array.rank)
    shape = Shape(before + dim + after for dim, (before, after) in zip(array.shape.dims, pairs, strict=True))
    low, high = array.facts.low, array.facts.high
    kept = mode != "constant" and mode not in ("linear_ramp", "mean", "empty") and isinstance(mode, str)
    if mode == "constant" and "constant_values" not in kwargs and low is not None and high is not None:
        return array.like(shape, facts=Facts(low=min(low, 0), high=max(high, 0)))
    return array.like(shape, facts=Facts(low=low, high=high) if kept else None)


def _pairs(widths: Tensor, rank: int) -> list[tuple[Any, Any]]:
    """One pair of numbers for each axis. Source: numpy.pad broadcasts `pad_width` to (rank, 2)."""
    constant = widths.facts.constant
    if widths.rank == 0:
        return [(constant, constant)] * rank
    if widths.rank == 1:
        pair = constant * 2 if len(constant) == 1 else constant
        return [_pair(pair)] * rank
    rows = constant * rank if len(constant) == 1 else constant
    if len(rows) != rank:
        raise Mismatch(
            "elementwise-shape-mismatch", f"{len(rows)} pairs of widths for {rank} axes",
            runtime="operands could not be broadcast together with remapped shapes [original->remapped]: "
            f"({len(rows)},2) and requested shape ({rank},2)",
        )  # fmt: skip
    return [_pair(row) for row in rows]


def _pair(row: Any) -> tuple[Any, Any]:
    pair = row * 2 if len(row) == 1 else row
    if len(pair) != 2:
        raise Undecided("the widths of padding")
    return pair[0], pair[1]


@NP.op("numpy.ediff1d")
def ediff1d(ary: Tensor, to_end: Tensor | None = None, to_begin: Tensor | None = None) -> Tensor:
    more = [a.shape.numel for a in (to_end, to_begin) if a is not None]
    return array(Shape.of(sum(more, maximum(ary.shape.numel - 1, 0))), ary.dtype)


@NP.op("numpy.trim_zeros")
def trim_zeros(filt: Value, trim: Ignored = "fb", axis: Ints | None = None) -> Tensor:
    if not isinstance(filt, Tensor):
        raise Undecided("a list that is trimmed stays a list")
    return filt.like(Shape.of_rank(filt.rank), facts=_subset(filt))

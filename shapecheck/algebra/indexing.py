"""`x[...]`: integers, slices, new axes, `...`, and arrays of indices or of truth values."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.dim import Dim, maximum, minimum
from ..core.outcome import Mismatch, Undecided
from ..core.shape import Shape
from ..core.truth import Truth
from .broadcast import broadcast


@dataclass(frozen=True, slots=True)
class Part:
    """A slice; a part that is not known is an unknown `Dim`, a missing one None."""

    start: Dim | None = None
    stop: Dim | None = None
    step: int | None = None


NEW_AXIS = None
Index = "Dim | Part | Shape | Mask | None | type(...)"


@dataclass(frozen=True, slots=True)
class Mask:
    """An array of truth values; it takes as many axes as it has and gives one of unknown length."""

    shape: Shape


@dataclass(frozen=True, slots=True)
class Places:
    """An array of integers of which the least and the greatest are known."""

    shape: Shape
    low: int
    high: int


def take(shape: Shape, indices: tuple[object, ...], selects: bool = False) -> Shape:
    """The shape of `x[indices]`. A `Dim` is an integer, a `Shape` an array of integers. Source: NumPy's indexing.

    selects: integers take their axis away first, and are no arrays beside others, as in torch.
    """
    if sum(index is ... for index in indices) > 1:
        raise Undecided("more than one ellipsis")
    used = sum(_axes_taken(index) for index in indices)
    if ... not in [i if i is ... else None for i in indices]:
        indices = (*indices, ...)
    if not shape.known_rank:
        return _take_unknown(shape, indices)
    if used > shape.rank:
        raise Mismatch(
            "dim-out-of-range",
            f"{used} indices for {shape}",
            runtime=f"too many indices for tensor of dimension {shape.rank}",
        )
    result: list[Dim] = []
    arrays: list[Shape] = []
    known: list[tuple[Dim, Places]] = []
    places: list[tuple[int, int]] = []  # (position among the indices, position in the result)
    axis = 0
    for at, index in enumerate(indices):
        if index is ...:
            rest = shape.rank - used
            result.extend(shape.dims[axis : axis + rest])
            axis += rest
        elif index is NEW_AXIS:
            result.append(Dim.of(1))
        elif isinstance(index, Part):
            result.append(slice_length(shape.dims[axis], index))
            axis += 1
        elif selects and isinstance(index, Dim):
            _check(shape.dims[axis], index)
            axis += 1
        else:
            arrays.append(_array(shape, axis, index))
            if isinstance(index, Places):
                known.append((shape.dims[axis], index))
            places.append((at, len(result)))
            axis += _axes_taken(index)
    found = _place(result, arrays, places, selects)
    if not any(isinstance(index, Mask) for index in indices) and all(d.less(1) is Truth.NO for d in found.dims):
        for length, index in known:  # where nothing is taken, nobody looks at the places
            _check(length, Dim.of(index.low))
            _check(length, Dim.of(index.high))
    return found


def _array(shape: Shape, axis: int, index: object) -> Shape:
    if isinstance(index, Dim):
        _check(shape.dims[axis], index)
        return Shape()
    if isinstance(index, Mask):
        for i, length in enumerate(index.shape.dims):
            if length.equals(shape.dims[axis + i]) is Truth.NO:
                raise Mismatch(
                    "elementwise-shape-mismatch", f"a mask {index.shape} for {shape}", length, shape.dims[axis + i]
                )
        return Shape.of(Dim.unknown())
    if isinstance(index, Places):
        return index.shape
    if isinstance(index, Shape):
        return index
    raise Undecided("an index of unknown kind")


def _place(result: list[Dim], arrays: list[Shape], places: list[tuple[int, int]], selects: bool) -> Shape:
    """Puts the axes that the arrays give where the arrays stood: together, or in front if they stood apart."""
    if not arrays:
        return Shape(result)
    joined = broadcast(*arrays)
    apart = places[-1][1] - places[0][1] if selects else places[-1][0] - places[0][0] - (len(places) - 1)
    together = apart == 0
    at = places[0][1] if together else 0
    return Shape((*result[:at], *joined.dims, *result[at:]))


def _take_unknown(shape: Shape, indices: tuple[object, ...]) -> Shape:
    """As far as the axes in front are known; else only that there may be axes."""
    before, _ = shape.parts
    if all(isinstance(i, (Part, Dim)) or i is ... or i is NEW_AXIS for i in indices):
        front: list[Dim] = []
        axis = 0
        for index in indices:
            if index is ...:
                break
            if index is NEW_AXIS:
                front.append(Dim.of(1))
                continue
            if isinstance(index, Part):
                front.append(slice_length(before[axis], index) if axis < len(before) else Dim.unknown())
            axis += 1
        if indices[-1] is ...:
            return Shape(front, gap=len(front)) if axis >= len(before) else Shape.unknown()
    return Shape.unknown()


def _axes_taken(index: object) -> int:
    if index is ... or index is NEW_AXIS:
        return 0
    return index.shape.rank if isinstance(index, Mask) else 1


def _check(length: Dim, index: Dim) -> None:
    if index.less(length) is Truth.NO or index.less(-length) is Truth.YES:
        raise Mismatch(
            "dim-out-of-range",
            f"index {index} on an axis of {length}",
            length,
            runtime=f"index {index} is out of bounds for dimension with size {length}",
        )


def slice_length(length: Dim, part: Part) -> Dim:
    """How many elements `start:stop:step` takes of an axis."""
    step = 1 if part.step is None else part.step
    if step == 0:
        raise Mismatch("dim-out-of-range", "a slice with step 0")
    if step < 0:
        return _backward(length, part, step)
    start = _bound(length, part.start, Dim.of(0))
    stop = _bound(length, part.stop, length)
    if start == 0 and stop is length and step == 1:
        return length
    count = maximum(stop - start, 0)
    return count if step == 1 else (count + (step - 1)) // step


def _bound(length: Dim, given: Dim | None, default: Dim) -> Dim:
    if given is None:
        return default
    negative = given.less(0)
    if negative is Truth.MAYBE:
        return Dim.unknown()
    return maximum(length + given, 0) if negative is Truth.YES else minimum(given, length)


def _backward(length: Dim, part: Part, step: int) -> Dim:
    if part.start is None and part.stop is None:
        return (length + (-step - 1)) // -step
    numbers = [None if p is None else p.value for p in (part.start, part.stop)]
    if length.value is None or (part.start and numbers[0] is None) or (part.stop and numbers[1] is None):
        return Dim.unknown()
    return Dim.of(len(range(length.value)[slice(numbers[0], numbers[1], step)]))

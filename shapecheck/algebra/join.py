"""Concatenation, stacking and splitting."""

from __future__ import annotations

from ..core.dim import Dim
from ..core.outcome import Mismatch, Undecided, require_equal
from ..core.shape import Shape
from .axes import axis as nth


def concat(shapes: tuple[Shape, ...], axis: int) -> Shape:
    """Joined along an axis; all other axes must agree."""
    if not shapes:
        raise Undecided("an empty list of tensors")  # more likely filled by something that was not followed
    first = shapes[0]
    at = nth(axis, first.rank)
    if not -1 < at < first.rank:
        raise Undecided(f"axis {axis} of {first}")
    total = Dim.of(0)
    lengths = list(first.dims)
    for number, shape in enumerate(shapes):
        if shape.rank != first.rank:
            raise Mismatch(
                "cat-rank-mismatch",
                f"{first} and {shape} have different ranks",
                runtime=f"Tensors must have same number of dimensions: got {first.rank} and {shape.rank}",
            )
        for i, dim in enumerate(shape.dims):
            if i != at:
                lengths[i] = require_equal(
                    dim,
                    lengths[i],
                    "concat-shape-mismatch",
                    f"{first} and {shape} differ at axis {i}, and are joined along axis {at}",
                    runtime=f"Sizes of tensors must match except in dimension {at}. "
                    f"Expected size {lengths[i]} but got size {dim} for tensor number {number} in the list.",
                )
        total = shape[at] + total if number else shape[at]
    lengths[at] = total
    return Shape(lengths)


def stack(shapes: tuple[Shape, ...], axis: int, kind: str = "collate-unequal-sizes") -> Shape:
    """Joined along a new axis; all shapes must agree."""
    if not shapes:
        raise Undecided("an empty list of tensors")
    first = shapes[0]
    at = nth(axis, first.rank + 1)
    lengths = list(first.dims)
    for number, shape in enumerate(shapes):
        if shape.rank != first.rank:
            raise Mismatch(kind, f"{first} and {shape} cannot be stacked")
        for i, dim in enumerate(shape.dims):
            lengths[i] = require_equal(
                dim,
                lengths[i],
                kind,
                f"{first} and {shape} cannot be stacked",
                runtime=f"stack expects each tensor to be equal size, but got {first} at entry 0 "
                f"and {shape} at entry {number}",
            )
    return Shape([*lengths[:at], Dim.of(len(shapes)), *lengths[at:]])


def split_sizes(total: Dim, size: int) -> list[Dim]:
    """The lengths of pieces of `size`; the last may be shorter."""
    if total.value is None or size <= 0:
        raise Undecided("the length that is split is not known")
    whole, rest = divmod(total.value, size)
    return [Dim.of(size)] * whole + ([Dim.of(rest)] if rest or not whole else [])


def at_least(shape: Shape, rank: int) -> Shape:
    """With axes of length 1 put in front; for rank 3 a matrix gets the last one behind. Source: numpy.atleast_3d."""
    if shape.rank >= rank:
        return shape
    if rank == 1:
        return Shape.of(1)
    if rank == 2:
        return Shape((Dim.of(1), *(shape.dims or (Dim.of(1),))))
    if shape.rank == 2:
        return shape + (1,)
    return Shape((Dim.of(1), *(shape.dims or (Dim.of(1),)), Dim.of(1)))

"""Axes that change places."""

from __future__ import annotations

from ..core.outcome import Mismatch
from ..core.shape import Shape
from .axes import axis


def permute(shape: Shape, order: tuple[int, ...]) -> Shape:
    """The axes in a new order; every axis is named once."""
    if len(order) != shape.rank:
        raise Mismatch(
            "permute-rank-mismatch",
            f"{len(order)} axes are named for a tensor of rank {shape.rank}",
            runtime="permute(sparse_coo): number of dimensions in the tensor input does not match the length of the "
            f"desired ordering of dimensions i.e. input.dim() = {shape.rank} is not equal to len(dims) = {len(order)}",
        )
    found = [axis(number, shape.rank) for number in order]
    if sorted(found) != list(range(shape.rank)):
        raise Mismatch("permute-rank-mismatch", f"the order {order} names an axis twice")
    return Shape(shape.dims[i] for i in found)


def transpose(shape: Shape, first: int, second: int) -> Shape:
    """Two axes swapped."""
    if not shape.known_rank and {first, second} == {-1, -2} and len(shape.parts[1]) >= 2:
        before, after = shape.parts
        return Shape((*before, *after[:-2], after[-1], after[-2]), shape.gap)
    order = list(range(shape.rank))
    if not order:
        return shape
    a, b = axis(first, shape.rank), axis(second, shape.rank)
    order[a], order[b] = order[b], order[a]
    return Shape(shape.dims[i] for i in order)


def move_axes(shape: Shape, source: tuple[int, ...], target: tuple[int, ...]) -> Shape:
    """Axes moved to new positions, the others in their old order."""
    if len(source) != len(target):
        raise Mismatch("permute-rank-mismatch", "as many targets as sources are needed")
    sources = [axis(number, shape.rank) for number in source]
    targets = [axis(number, shape.rank) for number in target]
    order = [i for i in range(shape.rank) if i not in sources]
    for to, come in sorted(zip(targets, sources, strict=True)):
        order.insert(to, come)
    return Shape(shape.dims[i] for i in order)

"""Reductions over axes."""

from __future__ import annotations

from ..core.dim import Dim
from ..core.shape import Shape
from .axes import axes


def reduce(shape: Shape, axis: int | tuple[int, ...] | list[int] | None = None, keep: bool = False) -> Shape:
    """The shape after the axes are reduced; kept axes get length 1. None reduces all."""
    if axis is None:
        return Shape(tuple(Dim.of(1) for _ in shape.dims)) if keep else Shape()
    gone = axes(axis, shape.rank)
    if not shape.dims:
        return shape
    if keep:
        return Shape(Dim.of(1) if i in gone else dim for i, dim in enumerate(shape.dims))
    return shape.without(*gone)

"""Element-wise operands: lengths agree from the last axis on, or one of them is 1."""

from __future__ import annotations

from functools import reduce

from ..core.dim import Dim
from ..core.outcome import Mismatch, assume_equal
from ..core.shape import Shape
from ..core.truth import Truth


def broadcast(*shapes: Shape, kind: str = "elementwise-shape-mismatch") -> Shape:
    """The common shape of operands. Source: the broadcasting rules of NumPy, which the other libraries share."""
    return reduce(lambda left, right: _pair(left, right, kind), shapes, Shape())


def broadcast_to(shape: Shape, target: Shape, kind: str = "elementwise-shape-mismatch") -> Shape:
    """The target, if the shape can be stretched to it."""
    if shape.known_rank and target.known_rank:
        if shape.rank > target.rank:
            raise Mismatch(kind, f"{shape} cannot be stretched to {target}")
        for mine, wanted in zip(shape.dims[::-1], target.dims[::-1], strict=False):
            if mine.equals(1) is Truth.NO and mine.equals(wanted) is Truth.NO:
                raise Mismatch(kind, f"{shape} cannot be stretched to {target}", mine, wanted)
    return target


def _pair(left: Shape, right: Shape, kind: str) -> Shape:
    if left == Shape() or right == Shape():
        return right if left == Shape() else left
    mine, theirs = left.tail, right.tail
    tail = []
    for i in range(1, max(len(mine), len(theirs)) + 1):
        if i > len(mine) or i > len(theirs):
            shape, dims = (left, theirs) if i > len(mine) else (right, mine)
            if not shape.known_rank:
                break
            tail.append(dims[-i])
            continue
        tail.append(_length(mine[-i], theirs[-i], left, right, -i, kind))
    known = left.known_rank and right.known_rank
    return Shape(tail[::-1], None if known else 0)


def _length(mine: Dim, theirs: Dim, left: Shape, right: Shape, axis: int, kind: str) -> Dim:
    same = mine.equals(theirs)
    if same is Truth.YES:
        return mine if mine.origin or not theirs.origin else theirs
    one, other_one = mine.equals(1), theirs.equals(1)
    if one is Truth.YES:
        return theirs
    if other_one is Truth.YES:
        return mine
    if one is Truth.NO and other_one is Truth.NO:
        if same is Truth.NO:
            raise Mismatch(
                kind,
                f"{left} and {right} do not broadcast: {mine} against {theirs} at axis {axis}",
                mine,
                theirs,
                runtime=f"The size of tensor a ({mine}) must match the size of tensor b ({theirs}) "
                f"at non-singleton dimension {max(left.least_rank, right.least_rank) + axis}",
            )
        assume_equal(mine, theirs)
        return theirs if mine.is_unknown else mine
    if same is Truth.NO and one is Truth.NO:
        assume_equal(theirs, Dim.of(1))
        return mine
    if same is Truth.NO and other_one is Truth.NO:
        assume_equal(mine, Dim.of(1))
        return theirs
    if one is Truth.NO:
        return mine
    if other_one is Truth.NO:
        return theirs
    return Dim.unknown()

"""Matrix products."""

from __future__ import annotations

from ..core.dim import Dim
from ..core.outcome import Mismatch, require_equal
from ..core.shape import Shape
from .broadcast import broadcast


def matmul(left: Shape, right: Shape, kind: str = "matmul-shape-mismatch") -> Shape:
    """`left @ right`: rank 1 is a vector, leading axes are batches and broadcast. Source: numpy.matmul."""
    if left.known_rank and right.known_rank and 0 in (left.rank, right.rank):
        raise Mismatch(kind, "a scalar in a matrix product", runtime="both arguments to matmul need to be at least 1D")
    inner = right[0] if right.known_rank and right.rank == 1 else right[-2]
    runtime = (
        f"mat1 and mat2 shapes cannot be multiplied ({left[-2] if left.least_rank > 1 else 1}x{left[-1]} "
        f"and {inner}x{right[-1]})"
    )
    require_equal(left[-1], inner, kind, f"{left} @ {right}: {{got}} against {{wanted}}", runtime=runtime)
    rows: tuple[Dim, ...] = () if left.known_rank and left.rank == 1 else (left[-2],)
    columns: tuple[Dim, ...] = () if right.known_rank and right.rank == 1 else (right[-1],)
    batch_left = left[:-2] if rows else Shape()
    batch_right = right[:-2] if columns else Shape()
    return broadcast(batch_left, batch_right, kind=kind) + Shape((*rows, *columns))


def dot(left: Shape, right: Shape, kind: str = "matmul-shape-mismatch") -> Shape:
    """`numpy.dot`: the last axis of the left with the second last of the right, without broadcasting."""
    if left == Shape() or right == Shape():
        return right if left == Shape() else left
    if right.rank == 1:
        inner, columns = right[0], Shape()
    else:
        inner, columns = right[-2], Shape((*right.dims[:-2], right[-1]))
    runtime = (
        f"shapes {_numpy(left)} and {_numpy(right)} not aligned: {left[-1]} (dim {left.rank - 1}) != {inner} "
        f"(dim {max(right.rank - 2, 0)})"
    )
    require_equal(left[-1], inner, kind, f"dot of {left} and {right}: {{got}} against {{wanted}}", runtime=runtime)
    return left[:-1] + columns


def _numpy(shape: Shape) -> str:
    return "(" + ",".join(str(dim) for dim in shape.dims) + ("," if shape.rank == 1 else "") + ")"

"""`keras.ops` of linear algebra: on the last two axes, for every matrix in front of them."""

from __future__ import annotations

from typing import Any

from ...algebra.broadcast import broadcast
from ...algebra.matmul import dot
from ...core.dim import Dim, minimum
from ...core.outcome import Undecided, require_equal
from ...core.shape import Shape
from ...core.tensor import Tensor
from ..binding import Ignored
from .dialect import K, float_of, promote, tensor
from .ops_elementwise import AT


def matrix(x: Tensor, square: bool = False) -> tuple[Shape, Dim, Dim]:
    """The axes in front of a matrix, its rows and its columns."""
    if x.rank < 2:
        raise Undecided("a matrix of less than two axes")
    rows, columns = x.shape[-2], x.shape[-1]
    if square:
        require_equal(columns, rows, "matmul-shape-mismatch", f"{x.shape} is not square",
                      runtime="Expected a square matrix.")  # fmt: skip
    return x.shape[:-2], rows, columns


def _kept(x: Tensor) -> Tensor:
    matrix(x, square=True)
    return tensor(x.shape, float_of(x.dtype))


def _kept_upper(x: Tensor, upper: Ignored = False) -> Tensor:
    return _kept(x)


def _number(x: Tensor) -> Tensor:
    front, _, _ = matrix(x, square=True)
    return tensor(front, float_of(x.dtype))


K.family("inv", _kept, AT)
K.family("cholesky cholesky_inverse", _kept_upper, AT)
K.family("det logdet", _number, AT)


@K.op("keras.ops.slogdet")
def slogdet(x: Tensor) -> tuple[Tensor, Tensor]:
    return _number(x), _number(x)


@K.op("keras.ops.eigh")
def eigh(x: Tensor) -> tuple[Tensor, Tensor]:
    front, rows, _ = matrix(x, square=True)
    return tensor(front + (rows,), float_of(x.dtype)), tensor(x.shape, float_of(x.dtype))


@K.op("keras.ops.eig")
def eig(x: Tensor) -> tuple[Tensor, Tensor]:
    front, rows, _ = matrix(x, square=True)
    return tensor(front + (rows,), None), tensor(x.shape, None)


@K.op("keras.ops.lu_factor")
def lu_factor(x: Tensor) -> tuple[Tensor, Tensor]:
    front, rows, columns = matrix(x)
    return tensor(x.shape, float_of(x.dtype)), tensor(front + (minimum(rows, columns),), "int32")


@K.op("keras.ops.pinv")
def pinv(x: Tensor, rcond: Ignored = None) -> Tensor:
    front, rows, columns = matrix(x)
    return tensor(front + (columns, rows), float_of(x.dtype))


@K.op("keras.ops.matrix_rank")
def matrix_rank(x: Tensor, tol: Ignored = None) -> Tensor:
    front, _, _ = matrix(x)
    return tensor(front, "int32")


@K.op("keras.ops.qr")
def qr(x: Tensor, mode: str = "reduced") -> tuple[Tensor, Tensor]:
    front, rows, columns = matrix(x)
    inner = rows if mode == "complete" else minimum(rows, columns)
    dtype = float_of(x.dtype)
    return tensor(front + (rows, inner), dtype), tensor(front + (inner, columns), dtype)


@K.op("keras.ops.svd")
def svd(x: Tensor, full_matrices: bool = True, compute_uv: bool = True) -> Any:
    front, rows, columns = matrix(x)
    least, dtype = minimum(rows, columns), float_of(x.dtype)
    values = tensor(front + (least,), dtype)
    if not compute_uv:
        return values
    left, right = (rows, columns) if full_matrices else (least, least)
    return tensor(front + (rows, left), dtype), values, tensor(front + (right, columns), dtype)


@K.op("keras.ops.solve")
def solve(a: Tensor, b: Tensor) -> Tensor:
    return _solved(a, b)


@K.op("keras.ops.solve_triangular")
def solve_triangular(a: Tensor, b: Tensor, lower: Ignored = False) -> Tensor:
    return _solved(a, b)


def _solved(a: Tensor, b: Tensor) -> Tensor:
    """The unknowns are as many as the right side has rows."""
    _, rows, _ = matrix(a, square=True)
    if b.rank not in (a.rank, a.rank - 1):
        raise Undecided("a right side of another rank")
    sides = b.shape[-1] if b.rank == a.rank - 1 else b.shape[-2]
    require_equal(sides, rows, "matmul-shape-mismatch", f"{a.shape} has {{wanted}} rows, {b.shape} {{got}}")
    return tensor(b.shape, float_of(promote([a, b])))


@K.op("keras.ops.lstsq")
def lstsq(a: Tensor, b: Tensor, rcond: Ignored = None) -> Tensor:
    if a.rank != 2 or b.rank not in (1, 2):
        raise Undecided("equations of other ranks")
    require_equal(b.shape[0], a.shape[0], "matmul-shape-mismatch",
                  f"{a.shape} has {{wanted}} rows, {b.shape} {{got}}")  # fmt: skip
    return tensor(Shape((a.shape[1], *b.shape.dims[1:])), float_of(promote([a, b])))


# -- products --------------------------------------------------------------------------------------------------


@K.op("keras.ops.inner")
def inner(x1: Tensor, x2: Tensor) -> Tensor:
    """Of the last axes."""
    if 0 in (x1.rank, x2.rank):
        return tensor(x1.shape if x1.rank else x2.shape, promote([x1, x2]))
    last = require_equal(x2.shape[-1], x1.shape[-1], "matmul-shape-mismatch", "the last axes are {wanted} and {got}")
    return tensor(dot(x1.shape[:-1] + (last,), Shape((last,))) + x2.shape[:-1], promote([x1, x2]))


@K.op("keras.ops.vdot")
def vdot(x1: Tensor, x2: Tensor) -> Tensor:
    require_equal(x2.shape.numel, x1.shape.numel, "matmul-shape-mismatch", "{wanted} elements against {got}")
    return tensor(Shape(), promote([x1, x2]))


@K.op("keras.ops.kron")
def kron(x1: Tensor, x2: Tensor) -> Tensor:
    rank = max(x1.rank, x2.rank)
    left, right = ((Dim.of(1),) * (rank - x.rank) + x.shape.dims for x in (x1, x2))
    return tensor(Shape(a * b for a, b in zip(left, right, strict=True)), promote([x1, x2]))


@K.op("keras.ops.cross")
def cross(x1: Tensor, x2: Tensor, axisa: int = -1, axisb: int = -1, axisc: int = -1,
          axis: int | None = None) -> Tensor:  # fmt: skip
    """Of vectors of length 3 (or 2, whose product is a number)."""
    if (axisa, axisb, axisc, axis) not in ((-1, -1, -1, None), (-1, -1, -1, -1)):
        raise Undecided("vectors along other axes")
    lengths = x1.shape[-1].value, x2.shape[-1].value
    if not set(lengths) <= {2, 3}:
        raise Undecided("vectors of other lengths")
    front = broadcast(x1.shape[:-1], x2.shape[:-1])
    return tensor(front if lengths == (2, 2) else front + (3,), promote([x1, x2]))


@K.op("keras.ops.cdist")
def cdist(x: Tensor, y: Tensor) -> Tensor:
    """The distances of all pairs of rows."""
    require_equal(y.shape[-1], x.shape[-1], "matmul-shape-mismatch", "points of {wanted} and {got} coordinates")
    front = broadcast(x.shape[:-2], y.shape[:-2])
    return tensor(front + (x.shape[-2], y.shape[-2]), None)

"""Decompositions and solutions of systems of equations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra.broadcast import broadcast
from ...algebra.matmul import matmul
from ...core.containers import Sequence
from ...core.dim import minimum
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.shape import Shape
from ...core.tensor import Tensor
from .dialect import T, named, tensor
from .pointwise import REAL

if TYPE_CHECKING:
    from ..binding import Ignored, Tensors

_COMPLEX = {"float32": "complex64", "float64": "complex128"}


def real_dtype(dtype: str | None) -> str | None:
    return REAL.get(dtype or "", dtype)


def require_square(A: Tensor, name: str) -> Shape:
    if A.rank < 2:
        raise Mismatch(
            "layer-input-rank",
            f"{name} of {A.shape}",
            argument="A",
            runtime=f"linalg.{name}: The input tensor A must have at least 2 dimensions.",
        )
    require_equal(
        A.shape[-2],
        A.shape[-1],
        "matmul-shape-mismatch",
        f"{name} of a matrix that is not square: {A.shape}",
        argument="A",
        runtime=f"linalg.{name}: A must be batches of square matrices, but they are "
        f"{A.shape[-2]} by {A.shape[-1]} matrices",
    )
    return A.shape


@T.op(
    "torch.linalg.inv",
    "torch.inverse",
    "torch.Tensor.inverse",
    "torch.linalg.matrix_exp",
    "torch.matrix_exp",
    "torch.Tensor.matrix_exp",
)
def inv(A: Tensor, *, out: Ignored = None) -> Shape:
    return require_square(A, "inv")


@T.op("torch.linalg.cholesky", "torch.cholesky", "torch.Tensor.cholesky")
def cholesky(A: Tensor, upper: Ignored = False, *, out: Ignored = None) -> Shape:
    return require_square(A, "cholesky")


@T.op("torch.linalg.det", "torch.det", "torch.Tensor.det", "torch.logdet", "torch.Tensor.logdet")
def det(A: Tensor, *, out: Ignored = None) -> Shape:
    return require_square(A, "det")[:-2]


@T.op("torch.linalg.slogdet", "torch.slogdet", "torch.Tensor.slogdet")
def slogdet(A: Tensor, *, out: Ignored = None) -> Sequence:
    shape = require_square(A, "slogdet")[:-2]
    return named("sign logabsdet", tensor(shape, A.dtype), tensor(shape, real_dtype(A.dtype)))


@T.op("torch.linalg.matrix_power", "torch.matrix_power", "torch.Tensor.matrix_power")
def matrix_power(A: Tensor, n: Ignored, *, out: Ignored = None) -> Shape:
    return require_square(A, "matrix_power")


@T.op("torch.linalg.pinv", "torch.pinverse", "torch.Tensor.pinverse")
def pinv(A: Tensor, rcond: Ignored = None, *, atol: Ignored = None, rtol: Ignored = None, hermitian: Ignored = False,
         out: Ignored = None) -> Shape:  # fmt: skip
    if any(isinstance(tolerance, Tensor) for tolerance in (rcond, atol, rtol)):
        raise Undecided("a tolerance for each matrix")
    return A.shape[:-2] + (A.shape[-1], A.shape[-2])


@T.op("torch.linalg.svd")
def svd(A: Tensor, full_matrices: bool = True, *, driver: Ignored = None, out: Ignored = None) -> Sequence:
    rows, columns = A.shape[-2], A.shape[-1]
    few = minimum(rows, columns)
    batch = A.shape[:-2]
    return named(
        "U S Vh",
        tensor(batch + (rows, rows if full_matrices else few), A.dtype),
        tensor(batch + (few,), real_dtype(A.dtype)),
        tensor(batch + (columns if full_matrices else few, columns), A.dtype),
    )


@T.op("torch.svd", "torch.Tensor.svd")
def svd_old(input: Tensor, some: bool = True, compute_uv: bool = True, *, out: Ignored = None) -> Sequence:
    rows, columns = input.shape[-2], input.shape[-1]
    few = minimum(rows, columns)
    batch = input.shape[:-2]
    left, right = (few, few) if some and compute_uv else (rows, columns)
    return named(
        "U S V",
        tensor(batch + (rows, left), input.dtype),
        tensor(batch + (few,), real_dtype(input.dtype)),
        tensor(batch + (columns, right), input.dtype),
    )


@T.op("torch.linalg.svdvals")
def svdvals(A: Tensor, *, driver: Ignored = None, out: Ignored = None) -> Tensor:
    return tensor(A.shape[:-2] + (minimum(A.shape[-2], A.shape[-1]),), real_dtype(A.dtype))


@T.op("torch.linalg.eigh")
def eigh(A: Tensor, UPLO: Ignored = "L", *, out: Ignored = None) -> Sequence:
    shape = require_square(A, "eigh")
    return named("eigenvalues eigenvectors", tensor(shape[:-1], real_dtype(A.dtype)), tensor(shape, A.dtype))


@T.op("torch.linalg.eigvalsh")
def eigvalsh(A: Tensor, UPLO: Ignored = "L", *, out: Ignored = None) -> Tensor:
    return tensor(require_square(A, "eigvalsh")[:-1], real_dtype(A.dtype))


@T.op("torch.linalg.eig")
def eig(A: Tensor, *, out: Ignored = None) -> Sequence:
    shape = require_square(A, "eig")
    dtype = _COMPLEX.get(A.dtype or "", A.dtype)
    return named("eigenvalues eigenvectors", tensor(shape[:-1], dtype), tensor(shape, dtype))


@T.op("torch.linalg.eigvals")
def eigvals(A: Tensor, *, out: Ignored = None) -> Tensor:
    return tensor(require_square(A, "eigvals")[:-1], _COMPLEX.get(A.dtype or "", A.dtype))


@T.op("torch.linalg.qr")
def qr(A: Tensor, mode: str = "reduced", *, out: Ignored = None) -> Sequence:
    rows, columns = A.shape[-2], A.shape[-1]
    few = minimum(rows, columns)
    batch = A.shape[:-2]
    if mode == "r":
        return named("Q R", tensor(Shape.of(0), A.dtype), tensor(batch + (few, columns), A.dtype))
    inner = rows if mode == "complete" else few
    return named("Q R", tensor(batch + (rows, inner), A.dtype), tensor(batch + (inner, columns), A.dtype))


@T.op("torch.chain_matmul")
def chain_matmul(*matrices: Tensor) -> Tensor:
    return multi_dot(matrices)


@T.op("torch.linalg.multi_dot")
def multi_dot(tensors: Tensors, *, out: Ignored = None) -> Tensor:
    shape = tensors[0].shape
    for one in tensors[1:]:
        shape = matmul(shape, one.shape)
    return tensor(shape, tensors[0].dtype)


@T.op("torch.linalg.solve_triangular")
def solve_triangular(A: Tensor, B: Tensor, *, upper: Ignored, left: Ignored = True, unitriangular: Ignored = False,
                     out: Ignored = None) -> Shape:  # fmt: skip
    return broadcast(A.shape[:-2], B.shape[:-2]) + (B.shape[-2], B.shape[-1])


@T.op("torch.linalg.matrix_rank", dtype="int64")
def matrix_rank(A: Tensor, tol: Ignored = None, *, atol: Ignored = None, rtol: Ignored = None,
                hermitian: Ignored = False, out: Ignored = None) -> Shape:  # fmt: skip
    return A.shape[:-2]

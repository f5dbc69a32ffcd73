"""`tf.linalg`: factors of matrices, solutions of systems, and what is computed by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...core.dim import minimum
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ..binding import Ignored, Ints
from .dialect import TF, asked, need, quoting, settle, spell, tensor
from .elementwise import family, fill
from .movement import matrix_transpose
from .products import matrices, square
from .reduction import reduced

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Value

_SQUARE = ("{}(tf.eye(3))", "{}(tf.eye(3, batch_shape=[2]))", "{}(tf.ones([2, 3]))", "{}(tf.ones([3]))")
_COMPLEX = {"float32": "complex64", "float64": "complex128"}


def _complex(dtype: str | None) -> str | None:
    return _COMPLEX.get(dtype or "", dtype)


# -- of one matrix ---------------------------------------------------------------------------------------------


def _logarithm(matrix: Tensor, name: Ignored = None) -> Tensor:
    square(matrix, "Cholesky")
    return tensor(matrix.shape[:-2], matrix.dtype)


def _root(input: Tensor, name: Ignored = None) -> Tensor:
    square(input, "MatrixSquareRoot")
    return tensor(input.shape, input.dtype)


def _determinants(input: Tensor, name: Ignored = None) -> tuple[Tensor, Tensor]:
    square(input, "LogMatrixDeterminant")
    return tensor(input.shape[:-2], input.dtype), tensor(input.shape[:-2], input.dtype)


def _eigenvalues(tensor: Tensor, name: Ignored = None) -> Tensor:
    square(tensor, "Eig")
    return tensor.like(tensor.shape[:-1], _complex(tensor.dtype))


def _eigenvectors(tensor: Tensor, name: Ignored = None) -> tuple[Tensor, Tensor]:
    return _eigenvalues(tensor), tensor.like(tensor.shape, _complex(tensor.dtype))


def _symmetric(tensor: Tensor, name: Ignored = None) -> Tensor:
    square(tensor, "SelfAdjointEigV2")
    return tensor.like(tensor.shape[:-1])


family("logdet", _logarithm, ("tensorflow.linalg.{}",), _SQUARE)
family("sqrtm", _root, ("tensorflow.linalg.{}", "tensorflow.matrix_square_root"), _SQUARE)
family("slogdet", _determinants, ("tensorflow.linalg.{}",), _SQUARE)
family("eigvals", _eigenvalues, ("tensorflow.linalg.{}", "tensorflow.{}"), _SQUARE)
family("eig", _eigenvectors, ("tensorflow.linalg.{}", "tensorflow.{}"), _SQUARE)
family("eigvalsh", _symmetric, ("tensorflow.linalg.{}",), _SQUARE)


@TF.op("tensorflow.linalg.logm",
       samples=("tf.linalg.logm(tf.complex(tf.eye(3), tf.zeros([3, 3])))", "tf.linalg.logm(tf.eye(3))"))  # fmt: skip
def logm(input: Tensor, name: Ignored = None) -> Tensor:
    need(input, "complex", "MatrixLogarithm", "input")
    square(input, "MatrixLogarithm")
    return tensor(input.shape, input.dtype)


@TF.op("tensorflow.linalg.adjoint",
       samples=("tf.linalg.adjoint(tf.ones([2, 3]))", "tf.linalg.adjoint(tf.ones([7, 2, 3]))",
                "tf.linalg.adjoint(tf.ones([3]))"))  # fmt: skip
def adjoint(matrix: Tensor, name: Ignored = None) -> Tensor:
    return matrix_transpose(matrix)


@TF.op("tensorflow.linalg.qr", "tensorflow.qr",
       samples=("tf.linalg.qr(tf.ones([2, 3]))", "tf.linalg.qr(tf.ones([5, 3]))",
                "tf.linalg.qr(tf.ones([5, 3]), full_matrices=True)", "tf.linalg.qr(tf.ones([3]))",
                "tf.linalg.qr(tf.ones([7, 3, 5]))", "tf.linalg.qr(tf.ones([3, 3], tf.int32))"))  # fmt: skip
def qr(input: Tensor, full_matrices: bool = False, name: Ignored = None) -> tuple[Tensor, Tensor]:
    matrices(input, "Qr")
    rows, columns = input.shape[-2], input.shape[-1]
    least = rows if full_matrices else minimum(rows, columns)
    front = input.shape[:-2]
    return (tensor(front + Shape.of(rows, least), input.dtype),
            tensor(front + Shape.of(least, columns), input.dtype))  # fmt: skip


@TF.op("tensorflow.linalg.lu",
       samples=("tf.linalg.lu(tf.eye(3))", "tf.linalg.lu(tf.eye(3, batch_shape=[2]), output_idx_type=tf.int64)",
                "tf.linalg.lu(tf.ones([2, 3]))"))  # fmt: skip
def lu(input: Tensor, output_idx_type: Value | str = "int32", name: Ignored = None) -> tuple[Tensor, Tensor]:
    square(input, "Lu")
    return tensor(input.shape, input.dtype), tensor(input.shape[:-1], asked(output_idx_type, "int32"), Facts(low=0))


@TF.op("tensorflow.linalg.pinv",
       samples=("tf.linalg.pinv(tf.ones([2, 3]))", "tf.linalg.pinv(tf.ones([7, 2, 3]))",
                "tf.linalg.pinv(tf.ones([2, 3], tf.int32))"))  # fmt: skip
def pinv(a: Tensor, rcond: Ignored = None, validate_args: Ignored = False, name: Ignored = None) -> Tensor:
    matrices(a, "Svd")
    return tensor(a.shape[:-2] + Shape.of(a.shape[-1], a.shape[-2]), a.dtype)


@TF.op("tensorflow.linalg.matrix_rank", samples=("tf.linalg.matrix_rank(tf.ones([2, 3]))",
                                                 "tf.linalg.matrix_rank(tf.ones([7, 2, 3]))"))  # fmt: skip
def matrix_rank(a: Tensor, tol: Ignored = None, validate_args: Ignored = False, name: Ignored = None) -> Tensor:
    matrices(a, "Svd")
    return tensor(a.shape[:-2], "int32", Facts(low=0))


@TF.op("tensorflow.linalg.normalize",
       samples=("tf.linalg.normalize(tf.ones([2, 3]))", "tf.linalg.normalize(tf.ones([2, 3]), axis=1)",
                "tf.linalg.normalize(tf.ones([2, 3]), axis=2)",
                "tf.linalg.normalize(tf.ones([2, 3, 5]), 'euclidean', [0, 1])"))  # fmt: skip
def normalize(
    tensor: Tensor, ord: Ignored = "euclidean", axis: Ints | None = None, name: Ignored = None
) -> tuple[Tensor, Tensor]:
    return tensor.like(tensor.shape), tensor.like(reduced(tensor, axis, True))


@TF.op("tensorflow.linalg.tensor_diag_part", "tensorflow.diag_part",
       samples=("tf.linalg.tensor_diag_part(tf.ones([3, 3]))", "tf.linalg.tensor_diag_part(tf.ones([2, 3, 2, 3]))",
                "tf.linalg.tensor_diag_part(tf.ones([2, 3]))", "tf.linalg.tensor_diag_part(tf.ones([3]))"))  # fmt: skip
def tensor_diag_part(input: Tensor, name: Ignored = None) -> Tensor:
    if input.rank % 2 or not input.rank:
        raise Mismatch("bmm-requires-rank-3", f"the diagonal of {input.shape}",
                       runtime=f"The rank of the tensor should be even and positive, got shape {spell(input.shape)}")
    half = input.rank // 2
    if input.shape[:half].equals(input.shape[half:]) is Truth.NO:
        raise Mismatch("matmul-shape-mismatch", f"the diagonal of {input.shape}, whose halves differ",
                       runtime=("Invalid shape", "Dimensions must be equal"))  # fmt: skip
    return tensor(input.shape[:half], input.dtype)


# -- systems ---------------------------------------------------------------------------------------------------


def _solved(matrix: Tensor, rhs: Tensor, op: str) -> Tensor:
    """[..., M, M] and [..., M, K] to [..., M, K]; leading axes are stretched."""
    square(matrix, op)
    dtype = settle((matrix, rhs), op)
    matrices(rhs, op, "rhs")
    if rhs.shape[-2].equals(matrix.shape[-2]) is Truth.NO:
        raise Mismatch(
            "matmul-shape-mismatch", f"{matrix.shape} against {rhs.shape}", matrix.shape[-2], rhs.shape[-2],
            argument="rhs",
            runtime=("are incompatible", f"Input matrix and rhs are incompatible: {matrix.shape[-2]} vs "
                     f"{rhs.shape[-2]}", "must be equal"),
        )  # fmt: skip
    with quoting("Batch dimensions of the operands are incompatible", "Incompatible shapes"):
        batch = broadcast(matrix.shape[:-2], rhs.shape[:-2])
    return tensor(batch + Shape.of(rhs.shape[-2], rhs.shape[-1]), dtype)


_SYSTEM = ("{}(tf.eye(3), tf.ones([3, 2]))", "{}(tf.eye(3, batch_shape=[7]), tf.ones([7, 3, 2]))",
           "{}(tf.eye(3), tf.ones([2, 3]))", "{}(tf.eye(3), tf.ones([3]))", "{}(tf.ones([2, 3]), tf.ones([2, 3]))",
           "{}(tf.eye(3), tf.ones([3, 2], tf.float64))")  # fmt: skip


@TF.op("tensorflow.linalg.cholesky_solve", "tensorflow.cholesky_solve",
       samples=fill(_SYSTEM, "tf.linalg.cholesky_solve"))  # fmt: skip
def cholesky_solve(chol: Tensor, rhs: Tensor, name: Ignored = None) -> Tensor:
    return _solved(chol, rhs, "MatrixTriangularSolve")


@TF.op("tensorflow.linalg.triangular_solve", "tensorflow.matrix_triangular_solve",
       samples=fill((*_SYSTEM, "{}(tf.eye(3), tf.ones([7, 3, 2]))"), "tf.linalg.triangular_solve"))  # fmt: skip
def triangular_solve(
    matrix: Tensor, rhs: Tensor, lower: Ignored = True, adjoint: Ignored = False, name: Ignored = None
) -> Tensor:
    return _solved(matrix, rhs, "MatrixTriangularSolve")


@TF.op("tensorflow.linalg.lstsq", "tensorflow.matrix_solve_ls",
       samples=("tf.linalg.lstsq(tf.ones([5, 3]), tf.ones([5, 2]))",
                "tf.linalg.lstsq(tf.ones([5, 3]), tf.ones([4, 2]))",
                "tf.linalg.lstsq(tf.ones([7, 5, 3]), tf.ones([7, 5, 2]), l2_regularizer=0.5)",
                "tf.linalg.lstsq(tf.ones([5, 3]), tf.ones([5]))"))  # fmt: skip
def lstsq(
    matrix: Tensor, rhs: Tensor, l2_regularizer: Ignored = 0.0, fast: Ignored = True, name: Ignored = None
) -> Tensor:
    matrices(matrix, "MatrixSolveLs")
    dtype = settle((matrix, rhs), "MatrixSolveLs")
    matrices(rhs, "MatrixSolveLs", "rhs")
    if rhs.shape[-2].equals(matrix.shape[-2]) is Truth.NO:
        raise Mismatch("matmul-shape-mismatch", f"{matrix.shape} against {rhs.shape}", matrix.shape[-2],
                       rhs.shape[-2], argument="rhs",
                       runtime=("Matrix size-incompatible", "Dimensions must be equal"))  # fmt: skip
    return tensor(matrix.shape[:-2] + Shape.of(matrix.shape[-1], rhs.shape[-1]), dtype)


@TF.op("tensorflow.linalg.banded_triangular_solve",
       samples=("tf.linalg.banded_triangular_solve(tf.ones([2, 5]), tf.ones([5, 3]))",
                "tf.linalg.banded_triangular_solve(tf.ones([2, 5]), tf.ones([4, 3]))"))  # fmt: skip
def banded_triangular_solve(
    bands: Tensor, rhs: Tensor, lower: Ignored = True, adjoint: Ignored = False, name: Ignored = None
) -> Tensor:
    dtype = settle((bands, rhs), "BandedTriangularSolve")
    if bands.shape[-1].equals(rhs.shape[-2]) is Truth.NO:
        raise Mismatch("matmul-shape-mismatch", f"bands {bands.shape} against {rhs.shape}", bands.shape[-1],
                       rhs.shape[-2], argument="rhs", runtime="In[0] mismatch In[1] shape")  # fmt: skip
    return tensor(broadcast(bands.shape[:-2], rhs.shape[:-2]) + Shape.of(rhs.shape[-2], rhs.shape[-1]), dtype)


def _by_factors(result: Callable[[Tensor], Shape]) -> Callable[..., Tensor]:
    def function(
        lower_upper: Tensor, perm: Tensor, validate_args: Ignored = False, name: Ignored = None
    ) -> Tensor:
        square(lower_upper, "Lu")
        return tensor(result(lower_upper), lower_upper.dtype)

    return function


for _name in ("lu_matrix_inverse", "lu_reconstruct"):
    TF.op(f"tensorflow.linalg.{_name}",
          samples=(f"tf.linalg.{_name}(tf.eye(3), [0, 1, 2])",
                   f"tf.linalg.{_name}(tf.eye(3, batch_shape=[2]), [[0, 1, 2]] * 2)"),
          )(_by_factors(lambda factors: factors.shape))  # fmt: skip


@TF.op("tensorflow.linalg.lu_solve",
       samples=("tf.linalg.lu_solve(tf.eye(3), [0, 1, 2], tf.ones([3, 2]))",))  # fmt: skip
def lu_solve(
    lower_upper: Tensor, perm: Ignored, rhs: Tensor, validate_args: Ignored = False, name: Ignored = None
) -> Tensor:
    return _solved(lower_upper, rhs, "MatrixTriangularSolve")


# -- three diagonals -------------------------------------------------------------------------------------------


def _compact(diagonals: Any) -> Tensor:
    if not isinstance(diagonals, Tensor):
        raise Undecided("diagonals in a sequence")
    return diagonals


@TF.op("tensorflow.linalg.tridiagonal_matmul",
       samples=("tf.linalg.tridiagonal_matmul(tf.ones([3, 5]), tf.ones([5, 2]))",))  # fmt: skip
def tridiagonal_matmul(
    diagonals: Any, rhs: Tensor, diagonals_format: Any = "compact", name: Ignored = None
) -> Tensor:
    return tensor(rhs.shape, settle((_compact(diagonals), rhs), "TridiagonalMatMul"))


@TF.op("tensorflow.linalg.tridiagonal_solve",
       samples=("tf.linalg.tridiagonal_solve(tf.ones([3, 5]), tf.ones([5]))",
                "tf.linalg.tridiagonal_solve(tf.constant([[0., 1.], [3., 4.], [1., 0.]]), tf.ones([2, 3]))"),
       )  # fmt: skip
def tridiagonal_solve(
    diagonals: Any, rhs: Tensor, diagonals_format: Any = "compact", transpose_rhs: Ignored = False,
    conjugate_rhs: Ignored = False, name: Ignored = None, partial_pivoting: Ignored = True,
    perturb_singular: Ignored = False,
) -> Tensor:  # fmt: skip
    return tensor(rhs.shape, settle((_compact(diagonals), rhs), "TridiagonalSolve"))


@TF.op("tensorflow.linalg.eigh_tridiagonal", samples=("tf.linalg.eigh_tridiagonal(tf.ones([5]), tf.ones([4]))",))
def eigh_tridiagonal(
    alpha: Tensor, beta: Tensor, eigvals_only: bool = True, select: Any = "a", select_range: Ignored = None,
    tol: Ignored = None, name: Ignored = None,
) -> Any:  # fmt: skip
    if select != "a":
        raise Undecided("some of the eigenvalues")
    dtype = {"complex64": "float32", "complex128": "float64"}.get(alpha.dtype or "", alpha.dtype)
    values = tensor(alpha.shape, dtype)
    return values if eigvals_only else (values, tensor(alpha.shape + Shape.of(alpha.shape[-1]), alpha.dtype))


# -- vectors ---------------------------------------------------------------------------------------------------


@TF.op("tensorflow.linalg.cross", "tensorflow.cross",
       samples=("tf.linalg.cross(tf.ones([2, 3]), tf.ones([2, 3]))", "tf.linalg.cross(tf.ones([3]), tf.ones([3]))",
                "tf.linalg.cross(tf.ones([2, 4]), tf.ones([2, 4]))",
                "tf.linalg.cross(tf.ones([2, 3]), tf.ones([3]))"))  # fmt: skip
def cross(a: Tensor, b: Tensor, name: Ignored = None) -> Tensor:
    dtype = settle((a, b), "Cross")
    if a.shape.equals(b.shape) is Truth.NO:
        raise Mismatch("elementwise-shape-mismatch", f"{a.shape} and {b.shape}",
                       runtime=("Both inputs must be of same shape", "must be equal"))  # fmt: skip
    if a.shape.least_rank and a.shape[-1].equals(3) is Truth.NO:
        raise Mismatch("elementwise-shape-mismatch", f"vectors of {a.shape[-1]} numbers", a.shape[-1],
                       runtime=("Cross-products are only defined for 3-element vectors.", "must be 3"))  # fmt: skip
    return tensor(a.shape if a.shape.fully_known else b.shape, dtype)



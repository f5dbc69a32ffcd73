"""Matrix products, tensordot, einsum and linear algebra."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.axes import axis as nth
from ...algebra.axes import whole
from ...algebra.broadcast import broadcast
from ...algebra.einsum import einsum as contract
from ...algebra.matmul import matmul as product
from ...algebra.movement import transpose as swap
from ...core.dim import Dim, minimum
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ..binding import Ignored
from .dialect import TF, asked, need, quoting, settle, spell, tensor
from .elementwise import family

if TYPE_CHECKING:
    from ...core.value import Value

_MATMUL = (
    "{}(tf.ones([2, 3]), tf.ones([3, 5]))", "{}(tf.ones([2, 3]), tf.ones([4, 5]))", "{}(tf.ones([3]), tf.ones([3, 5]))",
    "{}(tf.ones([2, 3]), tf.ones([3]))", "{}(tf.ones([7, 2, 3]), tf.ones([7, 3, 5]))",
    "{}(tf.ones([7, 2, 3]), tf.ones([3, 5]))",
    "{}(tf.ones([7, 2, 3]), tf.ones([4, 3, 5]))", "{}(tf.ones([2, 3]), tf.ones([5, 3]), transpose_b=True)",
    "{}(tf.ones([3, 2]), tf.ones([3, 5]), True)", "{}(tf.ones([2, 3]), np.ones([3, 5]))",
    "{}(np.ones([2, 3]), tf.ones([3, 5]))",
    "{}(tf.ones([2, 3]), tf.ones([3, 5], tf.float64))", "{}([[1., 2.]], [[1.], [2.]])",
    "{}(tf.ones([2, 3]), tf.ones([3, 5]), adjoint_b=True)",
    "{}(tf.ones([1, 2, 3]), tf.ones([7, 3, 5]))",
)  # fmt: skip


@TF.op("tensorflow.matmul", "tensorflow.linalg.matmul", samples=tuple(s.replace("{}", "tf.matmul") for s in _MATMUL))
def matmul(
    a: Tensor, b: Tensor, transpose_a: bool = False, transpose_b: bool = False, adjoint_a: bool = False,
    adjoint_b: bool = False, a_is_sparse: Ignored = False, b_is_sparse: Ignored = False,
    output_type: Value | None = None,
    grad_a: Ignored = False, grad_b: Ignored = False, name: Ignored = None,
) -> Tensor:  # fmt: skip
    dtype = asked(output_type, settle((a, b), "MatMul"))
    return tensor(multiplied(a.shape, b.shape, transpose_a or adjoint_a, transpose_b or adjoint_b), dtype)


def multiplied(left: Shape, right: Shape, transpose_left: bool = False, transpose_right: bool = False) -> Shape:
    """The shape of a product of matrices; TensorFlow takes no vectors."""
    if not left.known_rank and not right.known_rank:
        return Shape.unknown()
    for at, side in enumerate((left, right)):
        if side.known_rank and side.rank < 2:
            raise Mismatch(
                "bmm-requires-rank-3", f"matmul of {left} and {right}: a matrix is needed", *side.dims,
                argument="ab"[at],
                runtime=(f"In[{at}] ndims must be >= 2 [Op:MatMul]", f"Shape must be rank 2 but is rank {side.rank} "
                         f"for '{{{{node MatMul}}}} = MatMul' with input shapes: {spell(left)}, {spell(right)}."),
                help="tf.expand_dims(..., axis) or tf.linalg.matvec",
            )  # fmt: skip
    if not left.known_rank or not right.known_rank:
        return Shape((), gap=0) + _ends(left, right, transpose_left, transpose_right)
    first = swap(left, -1, -2) if transpose_left else left
    second = swap(right, -1, -2) if transpose_right else right
    inner = (first[-1], second[-2])
    with quoting(
        f"Matrix size-incompatible: In[0]: {spell(left)}, In[1]: {spell(right)} [Op:MatMul]"
        if left.rank == right.rank == 2
        else f"In[0] mismatch In[1] shape: {inner[0]} vs. {inner[1]}: {spell(left)} {spell(right)} [Op:BatchMatMulV2]",
        f"Dimensions must be equal, but are {inner[0]} and {inner[1]} for '{{{{node MatMul}}}} = MatMul' "
        f"with input shapes: {spell(left)}, {spell(right)}.",
    ):
        return product(first, second)


def _ends(left: Shape, right: Shape, transpose_left: bool, transpose_right: bool) -> Shape:
    """Rows and columns, as far as they are known."""
    rows, columns = Dim.unknown(), Dim.unknown()
    if left.least_rank >= 2 and left.known_rank:
        rows = left[-1] if transpose_left else left[-2]
    if right.least_rank >= 2 and right.known_rank:
        columns = right[-2] if transpose_right else right[-1]
    return Shape((rows, columns))


@TF.op("tensorflow.linalg.matvec",
       samples=("tf.linalg.matvec(tf.ones([2, 3]), tf.ones([3]))",
                "tf.linalg.matvec(tf.ones([7, 2, 3]), tf.ones([7, 3]))",
                "tf.linalg.matvec(tf.ones([2, 3]), tf.ones([4]))",
                "tf.linalg.matvec(tf.ones([3, 2]), tf.ones([3]), transpose_a=True)"))  # fmt: skip
def matvec(
    a: Tensor, b: Tensor, transpose_a: bool = False, adjoint_a: bool = False, a_is_sparse: Ignored = False,
    b_is_sparse: Ignored = False, name: Ignored = None,
) -> Tensor:  # fmt: skip
    dtype = settle((a, b), "MatMul")
    made = multiplied(a.shape, b.shape + Shape.of(1), transpose_a or adjoint_a)
    return tensor(made[:-1], dtype)


@TF.op("tensorflow.tensordot", "tensorflow.linalg.tensordot",
       samples=("tf.tensordot(tf.ones([2, 3]), tf.ones([3, 5]), 1)",
                "tf.tensordot(tf.ones([2, 3, 5]), tf.ones([5, 3]), axes=[[1, 2], [1, 0]])",
                "tf.tensordot(tf.ones([2, 3]), tf.ones([3]), [[1], [0]])",
                "tf.tensordot(tf.ones([2, 3]), tf.ones([5]), 1)",
                "tf.tensordot(tf.ones([3]), tf.ones([3]), 1)",
                "tf.tensordot(tf.ones([2, 3, 5]), tf.ones([3, 5, 7]), 2)",
                "tf.tensordot(tf.ones([2]), tf.ones([3]), 0)",
                "tf.tensordot(tf.ones([2, 3]), tf.ones([5, 3]), axes=[1, 1])"))  # fmt: skip
def tensordot(a: Tensor, b: Tensor, axes: Any, name: Ignored = None) -> Tensor:
    dtype = settle((a, b), "MatMul", lenient=True)
    left, right = _summed(a.rank, b.rank, axes)
    with quoting(f"Matrix size-incompatible: tensordot of {spell(a.shape)} and {spell(b.shape)} [Op:MatMul]"):
        for i, j in zip(left, right, strict=True):
            require_equal(
                a.shape[i], b.shape[j], "matmul-shape-mismatch", f"axis {i} of {a.shape} with axis {j} of {b.shape}"
            )
    rest = [dim for i, dim in enumerate(a.shape.dims) if i not in left]
    return tensor(Shape([*rest, *(dim for j, dim in enumerate(b.shape.dims) if j not in right)]), dtype)


def _summed(left: int, right: int, axes: Any) -> tuple[list[int], list[int]]:
    """The axes that are summed over, of both."""
    if isinstance(axes, int):
        if axes > min(left, right):
            raise Mismatch(
                "dim-out-of-range",
                f"{axes} axes of tensors of ranks {left} and {right}",
                argument="axes",
                runtime=f"`axes` must not be larger than the number of dimensions of tensor. Received: {axes}",
            )
        return list(range(left - axes, left)), list(range(axes))
    if not isinstance(axes, (list, tuple)) or len(axes) != 2:
        raise Undecided("axes of an unknown form")
    first, second = ([whole(one)] if isinstance(one, (int, Dim)) else list(map(whole, one)) for one in axes)
    if len(first) != len(second):
        raise Mismatch("dim-out-of-range", f"{len(first)} axes against {len(second)}", argument="axes",
                       runtime="Different number of contraction axes `a` and `b`")  # fmt: skip
    return [nth(i, left) for i in first], [nth(j, right) for j in second]


@TF.op("tensorflow.einsum", "tensorflow.linalg.einsum",
       samples=("tf.einsum('ij,jk->ik', tf.ones([2, 3]), tf.ones([3, 5]))",
                "tf.einsum('bij,bjk->bik', tf.ones([7, 2, 3]), tf.ones([7, 3, 5]))",
                "tf.einsum('ij,jk', tf.ones([2, 3]), tf.ones([3, 5]))", "tf.einsum('ij->ji', tf.ones([2, 3]))",
                "tf.einsum('ij,jk->ik', tf.ones([2, 3]), tf.ones([4, 5]))",
                "tf.einsum('...i,ij->...j', tf.ones([7, 2, 3]), tf.ones([3, 5]))",
                "tf.einsum('ii->i', tf.ones([3, 3]))", "tf.einsum('ij->', tf.ones([2, 3]))",
                "tf.einsum('ijk,jk->i', tf.ones([2, 3, 5]), tf.ones([3, 5]))",
                "tf.einsum('ij,jk->ik', tf.ones([2, 3, 4]), tf.ones([3, 5]))"))  # fmt: skip
def einsum(equation: str, *inputs: Tensor, **kwargs: Any) -> Tensor:
    dtype = settle(inputs, "Einsum", lenient=True)
    with quoting("Expected dimension sizes to agree: " + " ".join(spell(one.shape) for one in inputs) + " [Op:Einsum]"):
        return tensor(contract(equation, tuple(one.shape for one in inputs)), dtype)


# -- linear algebra --------------------------------------------------------------------------------------------


def matrices(input: Tensor, op: str, argument: str = "input") -> None:
    """The op takes matrices of floats, or batches of them."""
    need(input, "float complex", op, argument)
    if input.shape.known_rank and input.rank < 2:
        raise Mismatch("bmm-requires-rank-3", f"{op} of {input.shape}", argument=argument,
                       runtime=f"Input tensor {spell(input.shape)} must have rank >= 2")  # fmt: skip


def square(input: Tensor, op: str) -> None:
    """The op takes matrices with as many rows as columns."""
    matrices(input, op)
    if input.shape[-1].equals(input.shape[-2]) is Truth.NO:
        raise Mismatch(
            "matmul-shape-mismatch",
            f"{op} of {input.shape}, which is not square",
            input.shape[-2],
            input.shape[-1],
            runtime=f"Input matrices must be squares, got {input.shape[-2]} != {input.shape[-1]}",
        )


def _inverse(input: Tensor, adjoint: Ignored = False, name: Ignored = None) -> Tensor:
    square(input, "MatrixInverse")
    return tensor(input.shape, input.dtype)


def _same_square(input: Tensor, name: Ignored = None) -> Tensor:
    square(input, "Cholesky")
    return tensor(input.shape, input.dtype)


def _determinant(input: Tensor, name: Ignored = None) -> Tensor:
    square(input, "MatrixDeterminant")
    return tensor(input.shape[:-2], input.dtype)


_SQUARE = ("{}(tf.eye(3))", "{}(tf.eye(3, batch_shape=[2]))", "{}(tf.ones([2, 3]))", "{}(tf.ones([3]))")
family("inv", _inverse, ("tensorflow.linalg.{}",), _SQUARE)
family("matrix_inverse", _inverse, ("tensorflow.compat.v1.{}", "tensorflow.{}"), _SQUARE)
family("cholesky expm", _same_square, ("tensorflow.linalg.{}",), _SQUARE)
family("det", _determinant, ("tensorflow.linalg.{}",), _SQUARE)
family("matrix_determinant", _determinant, ("tensorflow.compat.v1.{}", "tensorflow.{}"), _SQUARE)


@TF.op("tensorflow.linalg.trace", "tensorflow.trace", samples=("tf.linalg.trace(tf.ones([2, 3, 5]))",
                                                               "tf.linalg.trace(tf.ones([3]))"))  # fmt: skip
def trace(x: Tensor, name: Ignored = None) -> Tensor:
    if x.shape.known_rank and x.rank < 2:
        raise Mismatch("bmm-requires-rank-3", f"the trace of {x.shape}", runtime="Input must have rank >= 2")
    return tensor(x.shape[:-2] if x.shape.known_rank else Shape.unknown(), x.dtype)


@TF.op("tensorflow.linalg.diag_part", "tensorflow.matrix_diag_part",
       samples=("tf.linalg.diag_part(tf.ones([2, 3]))", "tf.linalg.diag_part(tf.ones([2, 3, 5]))",
                "tf.linalg.diag_part(tf.ones([3]))"))  # fmt: skip
def diag_part(
    input: Tensor, name: Ignored = "diag_part", k: Any = 0, padding_value: Ignored = 0, align: Ignored = "RIGHT_LEFT"
) -> Tensor:
    if k != 0:
        raise Undecided("another diagonal")
    if input.shape.known_rank and input.rank < 2:
        raise Mismatch("bmm-requires-rank-3", f"the diagonal of {input.shape}",
                       runtime=f"input must be at least 2-dim, received shape: {spell(input.shape)}")  # fmt: skip
    return tensor(input.shape[:-2] + Shape.of(minimum(input.shape[-1], input.shape[-2])), input.dtype)


@TF.op("tensorflow.linalg.diag", "tensorflow.matrix_diag", samples=("tf.linalg.diag(tf.ones([3]))",
                                                                    "tf.linalg.diag(tf.ones([2, 3]))"))  # fmt: skip
def diag(
    diagonal: Tensor, name: Ignored = "diag", k: Any = 0, num_rows: Any = -1, num_cols: Any = -1,
    padding_value: Ignored = 0, align: Ignored = "RIGHT_LEFT",
) -> Tensor:  # fmt: skip
    if (k, num_rows, num_cols) != (0, -1, -1):
        raise Undecided("another diagonal")
    return tensor(diagonal.shape + Shape.of(diagonal.shape[-1]), diagonal.dtype)


@TF.op("tensorflow.linalg.tensor_diag", "tensorflow.diag", samples=("tf.linalg.tensor_diag(tf.ones([3]))",
                                                                    "tf.linalg.tensor_diag(tf.ones([2, 3]))")
       )  # fmt: skip
def tensor_diag(diagonal: Tensor, name: Ignored = None) -> Tensor:
    return tensor(diagonal.shape + diagonal.shape, diagonal.dtype)


@TF.op("tensorflow.linalg.band_part", "tensorflow.matrix_band_part",
       samples=("tf.linalg.band_part(tf.ones([2, 3]), -1, 0)", "tf.linalg.band_part(tf.ones([3]), -1, 0)"))  # fmt: skip
def band_part(input: Tensor, num_lower: Ignored, num_upper: Ignored, name: Ignored = None) -> Tensor:
    if input.shape.known_rank and input.rank < 2:
        raise Mismatch("bmm-requires-rank-3", f"a band of {input.shape}",
                       runtime=f"input must be at least 2-dim, received shape: {spell(input.shape)}")  # fmt: skip
    return tensor(input.shape, input.dtype)


@TF.op("tensorflow.linalg.set_diag", "tensorflow.matrix_set_diag",
       samples=("tf.linalg.set_diag(tf.ones([3, 3]), tf.zeros([3]))",
                "tf.linalg.set_diag(tf.ones([2, 3, 3]), tf.zeros([2, 3]))"))  # fmt: skip
def set_diag(
    input: Tensor, diagonal: Tensor, name: Ignored = "set_diag", k: Ignored = 0, align: Ignored = "RIGHT_LEFT"
) -> Tensor:
    return tensor(input.shape, input.dtype)


@TF.op("tensorflow.linalg.solve", "tensorflow.matrix_solve",
       samples=("tf.linalg.solve(tf.eye(3), tf.ones([3, 2]))", "tf.linalg.solve(tf.eye(3), tf.ones([2, 3]))",
                "tf.linalg.solve(tf.eye(3), tf.ones([3]))"))  # fmt: skip
def solve(matrix: Tensor, rhs: Tensor, adjoint: Ignored = False, name: Ignored = None) -> Tensor:
    square(matrix, "MatrixSolve")
    dtype = settle((matrix, rhs), "MatrixSolve")
    if rhs.shape.known_rank and rhs.rank < 2:
        raise Mismatch("bmm-requires-rank-3", f"a right side {rhs.shape}", argument="rhs",
                       runtime=f"In[1] ndims must be >= 2: {rhs.rank}")  # fmt: skip
    if rhs.shape[-2].equals(matrix.shape[-2]) is Truth.NO:
        raise Mismatch(
            "matmul-shape-mismatch",
            f"{matrix.shape} against {rhs.shape}",
            matrix.shape[-2],
            rhs.shape[-2],
            runtime=f"Input matrix and rhs are incompatible: {matrix.shape[-2]} vs {rhs.shape[-2]}",
        )
    with quoting("Batch dimensions of the operands are incompatible"):
        batch = broadcast(matrix.shape[:-2], rhs.shape[:-2])
    return tensor(batch + Shape.of(rhs.shape[-2], rhs.shape[-1]), dtype)


@TF.op("tensorflow.linalg.svd", "tensorflow.svd", samples=("tf.linalg.svd(tf.ones([2, 3]))",
                                                           "tf.linalg.svd(tf.ones([2, 3]), True)",
                                                           "tf.linalg.svd(tf.ones([7, 3, 2]), compute_uv=False)")
       )  # fmt: skip
def svd(tensor: Tensor, full_matrices: bool = False, compute_uv: bool = True, name: Ignored = None) -> Any:
    rows, columns = tensor.shape[-2], tensor.shape[-1]
    least = minimum(rows, columns)
    batch = tensor.shape[:-2]
    made = [tensor.like(shape) for shape in (batch + Shape.of(least), batch + Shape.of(rows,
    rows if full_matrices else least),
                                             batch + Shape.of(columns,
                                             columns if full_matrices else least))]  # fmt: skip
    return tuple(made) if compute_uv else made[0]


@TF.op("tensorflow.linalg.eigh", "tensorflow.self_adjoint_eig", samples=("tf.linalg.eigh(tf.eye(3))",
                                                                         "tf.linalg.eigh(tf.ones([2, 3]))")
       )  # fmt: skip
def eigh(tensor: Tensor, name: Ignored = None) -> tuple[Tensor, Tensor]:
    square(tensor, "SelfAdjointEigV2")
    return tensor.like(tensor.shape[:-1]), tensor.like(tensor.shape)

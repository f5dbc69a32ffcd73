"""Systems of equations, and the factors that solve them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra.axes import axis
from ...algebra.broadcast import broadcast
from ...core.dim import minimum
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from .dialect import T, is_true, named, tensor
from .linalg import real_dtype, require_square
from .products import require_one_dtype

if TYPE_CHECKING:
    from ...core.containers import Sequence
    from ...core.dim import Dim
    from ..binding import Ignored, Ints


def _require_matrix(A: Tensor, runtime: str) -> None:
    if A.shape.known_rank and A.rank < 2:
        raise Mismatch("layer-input-rank", f"a matrix of {A.shape}", argument="A", runtime=runtime)


def _is_vector(A: Tensor, B: Tensor) -> bool:
    """torch takes B for one right side, or a batch of them, where it has the shape of A without its last axis."""
    if not A.shape.known_rank or not B.shape.known_rank:
        raise Undecided("the ranks are not known")
    if B.rank == 0:
        raise Undecided("a right side without axes")
    if B.rank == 1:
        return True
    if B.rank != A.rank - 1:
        return False
    same = B.shape.equals(A.shape[:-1])
    if same is Truth.MAYBE:
        raise Undecided("one right side, or several")
    return same is Truth.YES


def _solved(A: Tensor, B: Tensor, left: bool, name: str) -> Shape:
    """The X of AX = B, or of XA = B."""
    require_square(A, name)
    require_one_dtype(A.dtype, B.dtype, "B", f"{name}: Expected A and B to have the same dtype")
    if _is_vector(A, B):
        require_equal(B.shape[-1], A.shape[-1], "matmul-shape-mismatch", "a side of {got} for {wanted} equations",
                      argument="B", runtime=f"{name}: Incompatible shapes of A and B for the equation AX = B "
                      f"({A.shape[-2]}x{A.shape[-1]} and {B.shape[-1]}x1)")  # fmt: skip
        return broadcast(A.shape[:-2], B.shape[:-1]) + (B.shape[-1],)
    return _several(A, B, left, name)


def _several(A: Tensor, B: Tensor, left: bool, name: str) -> Shape:
    require_equal(
        B.shape[-2 if left else -1],
        A.shape[-1],
        "matmul-shape-mismatch",
        "sides of {got} for {wanted} equations",
        argument="B",
        runtime=f"{name}: Incompatible shapes of A and B for the equation {'AX = B' if left else 'XA = B'} "
        f"({A.shape[-2]}x{A.shape[-1]} and {B.shape[-2]}x{B.shape[-1]})",
    )
    return broadcast(A.shape[:-2], B.shape[:-2]) + (B.shape[-2], B.shape[-1])


@T.op("torch.linalg.solve")
def solve(A: Tensor, B: Tensor, *, left: bool = True, out: Ignored = None) -> Shape:
    return _solved(A, B, left, "linalg.solve")


@T.op("torch.linalg.solve_ex")
def solve_ex(A: Tensor, B: Tensor, *, left: bool = True, check_errors: Ignored = False,
             out: Ignored = None) -> Sequence:  # fmt: skip
    shape = _solved(A, B, left, "linalg.solve")
    return named("result info", tensor(shape, A.dtype), tensor(Shape.unknown(), "int32"))


@T.op("torch.cholesky_solve", "torch.Tensor.cholesky_solve")
def cholesky_solve(B: Tensor, L: Tensor, upper: Ignored = False, *, out: Ignored = None) -> Shape:
    return _by_factor(L, B, "cholesky_solve")


def _by_factor(factor: Tensor, B: Tensor, name: str) -> Shape:
    require_square(factor, name)
    if B.rank < 2:
        raise Undecided("a right side without a second axis")
    return _several(factor, B, True, name)


@T.op("torch.linalg.lu_solve")
def lu_solve(LU: Tensor, pivots: Tensor, B: Tensor, *, left: bool = True, adjoint: Ignored = False,
             out: Ignored = None) -> Shape:  # fmt: skip
    require_square(LU, "lu_solve")
    return _several(LU, B, left, "linalg.lu_solve")


@T.op("torch.lu_solve", "torch.Tensor.lu_solve")
def lu_solve_old(b: Tensor, LU_data: Tensor, LU_pivots: Tensor, *, out: Ignored = None) -> Shape:
    return lu_solve(LU_data, LU_pivots, b)


@T.op("torch.linalg.ldl_solve")
def ldl_solve(LD: Tensor, pivots: Tensor, B: Tensor, *, hermitian: Ignored = False, out: Ignored = None) -> Shape:
    return _by_factor(LD, B, "ldl_solve")


@T.op("torch.triangular_solve", "torch.Tensor.triangular_solve")
def triangular_solve(b: Tensor, A: Tensor, upper: Ignored = True, transpose: Ignored = False,
                     unitriangular: Ignored = False, *, out: Ignored = None) -> Sequence:  # fmt: skip
    shape = _by_factor(A, b, "triangular_solve")
    return named("solution cloned_coefficient", tensor(shape, b.dtype), tensor(shape[:-2] + A.shape[-2:], A.dtype))


@T.op("torch.linalg.lstsq")
def lstsq(A: Tensor, B: Tensor, rcond: Ignored = None, *, driver: Ignored = None) -> Sequence:
    _require_matrix(A, "torch.linalg.lstsq: input must have at least 2 dimensions.")
    rows = B.shape[-1] if _is_vector(A, B) else B.shape[-2]
    require_equal(rows, A.shape[-2], "matmul-shape-mismatch", "sides of {got} for {wanted} equations", argument="B",
                  runtime="linalg.lstsq: input.size(-2) should match other.size(-2)")  # fmt: skip
    if _is_vector(A, B):
        shape = broadcast(A.shape[:-2], B.shape[:-1]) + (A.shape[-1],)
    else:
        shape = broadcast(A.shape[:-2], B.shape[:-2]) + (A.shape[-1], B.shape[-1])
    rest = tensor(Shape.unknown(), None)
    return named("solution residuals rank singular_values", tensor(shape, A.dtype), rest, rest, rest)


# -- factors ----------------------------------------------------------------------------------------------------


def _fewer(A: Tensor) -> Dim:
    _require_matrix(A, "The input tensor A must have at least 2 dimensions.")
    return minimum(A.shape[-2], A.shape[-1])


def _flag(A: Tensor) -> Tensor:
    return tensor(A.shape[:-2], "int32")


@T.op("torch.linalg.inv_ex")
def inv_ex(A: Tensor, *, check_errors: Ignored = False, out: Ignored = None) -> Sequence:
    return named("inverse info", tensor(require_square(A, "linalg.inv"), A.dtype), _flag(A))


@T.op("torch.linalg.cholesky_ex")
def cholesky_ex(A: Tensor, *, upper: Ignored = False, check_errors: Ignored = False, out: Ignored = None) -> Sequence:
    return named("L info", tensor(require_square(A, "linalg.cholesky"), A.dtype), _flag(A))


@T.op("torch.cholesky_inverse", "torch.Tensor.cholesky_inverse")
def cholesky_inverse(L: Tensor, upper: Ignored = False, *, out: Ignored = None) -> Shape:
    return require_square(L, "cholesky_inverse")


@T.op("torch.linalg.lu_factor")
def lu_factor(A: Tensor, *, pivot: Ignored = True, out: Ignored = None) -> Sequence:
    few = _fewer(A)
    return named("LU pivots", tensor(A.shape, A.dtype), tensor(A.shape[:-2] + (few,), "int32"))


@T.op("torch.linalg.lu_factor_ex")
def lu_factor_ex(A: Tensor, *, pivot: Ignored = True, check_errors: Ignored = False, out: Ignored = None) -> Sequence:
    return named("LU pivots info", *lu_factor(A).items, _flag(A))


@T.op("torch.lu", "torch.Tensor.lu")
def lu_old(A: Tensor, pivot: Ignored = True, get_infos: bool = False, out: Ignored = None) -> tuple[Tensor, ...]:
    factors = (tensor(A.shape, A.dtype), tensor(A.shape[:-2] + (_fewer(A),), "int32"))
    return (*factors, _flag(A)) if get_infos else factors


def _permutation(A: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    rows, columns, few, batch = A.shape[-2], A.shape[-1], _fewer(A), A.shape[:-2]
    sizes = ((rows, rows), (rows, few), (few, columns))
    first, second, third = (tensor(batch + pair, A.dtype) for pair in sizes)
    return first, second, third


@T.op("torch.linalg.lu")
def lu(A: Tensor, *, pivot: bool = True, out: Ignored = None) -> Sequence:
    P, L, U = _permutation(A)
    return named("P L U", P if pivot else tensor(Shape.of(0), A.dtype), L, U)


@T.op("torch.lu_unpack")
def lu_unpack(LU_data: Tensor, LU_pivots: Tensor, unpack_data: bool = True, unpack_pivots: bool = True, *,
              out: Ignored = None) -> Sequence:  # fmt: skip
    P, L, U = _permutation(LU_data)
    none = tensor(Shape.of(0), LU_data.dtype)
    return named("P L U", P if unpack_pivots else none, L if unpack_data else none, U if unpack_data else none)


@T.op("torch.linalg.ldl_factor")
def ldl_factor(A: Tensor, *, hermitian: Ignored = False, out: Ignored = None) -> Sequence:
    shape = require_square(A, "linalg.ldl_factor_ex")
    return named("LD pivots", tensor(shape, A.dtype), tensor(shape[:-1], "int32"))


@T.op("torch.linalg.ldl_factor_ex")
def ldl_factor_ex(A: Tensor, *, hermitian: Ignored = False, check_errors: Ignored = False,
                  out: Ignored = None) -> Sequence:  # fmt: skip
    return named("LD pivots info", *ldl_factor(A).items, _flag(A))


@T.op("torch.geqrf", "torch.Tensor.geqrf")
def geqrf(input: Tensor, *, out: Ignored = None) -> Sequence:
    return named("a tau", tensor(input.shape, input.dtype), tensor(input.shape[:-2] + (_fewer(input),), input.dtype))


@T.op("torch.linalg.householder_product", "torch.orgqr", "torch.Tensor.orgqr")
def householder_product(A: Tensor, tau: Tensor, *, out: Ignored = None) -> Shape:
    return A.shape


@T.op("torch.ormqr", "torch.Tensor.ormqr")
def ormqr(input: Tensor, tau: Tensor, other: Tensor, left: Ignored = True, transpose: Ignored = False, *,
          out: Ignored = None) -> Tensor:  # fmt: skip
    if input.shape.known_rank and input.rank < 2:
        raise Mismatch("layer-input-rank", f"reflectors {input.shape}", argument="input",
                       runtime="torch.ormqr: input must have at least 2 dimensions.")  # fmt: skip
    on_left = is_true(left)
    if on_left is not None and tau.shape.known_rank and tau.rank and other.shape.known_rank and other.rank > 1:
        side = other.shape[-2 if on_left else -1]
        wanted = minimum(side, input.shape[-1])
        if input.shape.known_rank and tau.shape[-1].equals(wanted) is Truth.NO:
            raise Mismatch("matmul-shape-mismatch", f"{tau.shape[-1]} factors for {wanted} reflectors", argument="tau",
                           runtime="torch.ormqr: tau.shape[-1] must be equal to min(other.shape[-2], input.shape[-1])"
                           )  # fmt: skip
    return tensor(other.shape, other.dtype)


@T.op("torch.qr", "torch.Tensor.qr")
def qr_old(input: Tensor, some: bool = True, *, out: Ignored = None) -> Sequence:
    rows, columns, batch = input.shape[-2], input.shape[-1], input.shape[:-2]
    inner = _fewer(input) if some else rows
    sizes = ((rows, inner), (inner, columns))
    return named("Q R", *(tensor(batch + pair, input.dtype) for pair in sizes))


@T.op("torch.svd_lowrank")
def svd_lowrank(A: Tensor, q: Dim | None = None, niter: Ignored = 2, M: Ignored = None) -> tuple[Tensor, ...]:
    return _few_vectors(A, minimum(_fewer(A), 6) if q is None else q)


@T.op("torch.pca_lowrank")
def pca_lowrank(A: Tensor, q: Dim | None = None, center: Ignored = True, niter: Ignored = 2) -> tuple[Tensor, ...]:
    return _few_vectors(A, minimum(_fewer(A), 6) if q is None else q)


def _few_vectors(A: Tensor, q: Dim) -> tuple[Tensor, ...]:
    batch = A.shape[:-2]
    sizes = ((A.shape[-2], q), (q,), (A.shape[-1], q))
    dtypes = (A.dtype, real_dtype(A.dtype), A.dtype)
    return tuple(tensor(batch + size, dtype) for size, dtype in zip(sizes, dtypes, strict=True))


@T.op("torch.lobpcg")
def lobpcg(A: Tensor, k: Dim | None = None, B: Ignored = None, X: Tensor | None = None, n: Ignored = None,
           iK: Ignored = None, niter: Ignored = None, tol: Ignored = None, largest: Ignored = None,
           method: Ignored = None, tracker: Ignored = None, ortho_iparams: Ignored = None,
           ortho_fparams: Ignored = None, ortho_bparams: Ignored = None) -> tuple[Tensor, Tensor]:  # fmt: skip
    if k is None:
        raise Undecided("how many eigenvalues there are")
    batch = A.shape[:-2]
    return tensor(batch + (k,), A.dtype), tensor(batch + (A.shape[-2], k), A.dtype)


# -- of tensors with more axes ----------------------------------------------------------------------------------


@T.op("torch.linalg.cond")
def cond(A: Tensor, p: Ignored = None, *, out: Ignored = None) -> Tensor:
    return tensor(A.shape[:-2], real_dtype(A.dtype))


@T.op("torch.linalg.tensorinv")
def tensorinv(A: Tensor, ind: int = 2, *, out: Ignored = None) -> Shape:
    return A.shape[ind:] + A.shape[:ind]


@T.op("torch.linalg.tensorsolve")
def tensorsolve(A: Tensor, B: Tensor, dims: Ints | None = None, *, out: Ignored = None) -> Shape:
    if not A.shape.known_rank or not B.shape.known_rank:
        raise Undecided("the ranks are not known")
    lengths = list(A.shape.dims)
    if dims is not None:
        places = [axis(number, A.rank) for number in dims]
        lengths = [d for i, d in enumerate(lengths) if i not in places] + [lengths[i] for i in places]
    return Shape(lengths[B.rank :])


@T.op("torch.linalg.vander")
def vander(x: Tensor, *, N: Dim | None = None) -> Tensor:
    whole = x.dtype in ("uint8", "int8", "int16", "int32", "bool")
    shape = Shape.of(1) if x.shape == Shape() else x.shape
    return tensor(shape + (shape[-1] if N is None else N,), "int64" if whole else x.dtype)


@T.op("torch.linalg.vecdot")
def vecdot(x: Tensor, y: Tensor, *, dim: int = -1, out: Ignored = None) -> Shape:
    shape = broadcast(x.shape, y.shape)
    return shape.without(axis(dim, shape.rank))

"""Matrix products, and linear algebra."""

from __future__ import annotations

from typing import Any

from ...algebra.einsum import einsum as summed
from ...algebra.matmul import dot as dot_shape
from ...algebra.matmul import matmul as matmul_shape
from ...core.containers import Sequence
from ...core.dim import Dim, minimum
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.plain import Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Value
from ..binding import DType, Ignored, Ints
from .axes import axes
from .axes import axis as nth
from .dialect import NP, array, asarray
from .elementwise import result
from .operands import broadcast, is_kind, spell
from .promote import promote_types
from .reduction import deviation, mean_of, reduced

KIND = "matmul-shape-mismatch"


def both(a: Tensor, b: Tensor) -> str | None:
    return promote_types(a.dtype, b.dtype)


@NP.op("numpy.dot", "numpy.ndarray.dot")
def dot(a: Tensor, b: Tensor, out: Value | None = None) -> Tensor:
    return result(dot_shape(a.shape, b.shape, KIND), both(a, b), Facts(), out)


def _multiplied(x1: Tensor, x2: Tensor) -> Shape:
    try:
        return matmul_shape(x1.shape, x2.shape, KIND)
    except Mismatch as found:
        raise Mismatch(KIND, found.text, *found.sizes, runtime=_matmul_words(x1.shape, x2.shape, found)) from None


def _matmul_words(left: Shape, right: Shape, found: Mismatch) -> str:
    """Source: the gufunc signature (n?,k),(k,m?)->(n?,m?) of numpy.matmul."""
    if left.known_rank and right.known_rank and 0 in (left.rank, right.rank):
        which = 0 if left.rank == 0 else 1
        return (f"matmul: Input operand {which} does not have enough dimensions (has 0, gufunc core with signature "
                "(n?,k),(k,m?)->(n?,m?) requires 1)")  # fmt: skip
    inner = right[-2] if right.least_rank > 1 else right[-1]
    if found.sizes and found.sizes[0] == left[-1] and found.sizes[1] == inner:
        return (f"matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
                f"(n?,k),(k,m?)->(n?,m?) (size {inner} is different from {left[-1]})")  # fmt: skip
    return f"operands could not be broadcast together with remapped shapes {spell(left)} {spell(right)}"


@NP.op("numpy.matmul")
def matmul(
    x1: Tensor, x2: Tensor, out: Value | None = None, *, axes: Ignored = None, axis: Ignored = None,
    keepdims: Ignored = False, casting: Ignored = "same_kind", order: Ignored = "K", dtype: DType | None = None,
    subok: Ignored = True, signature: Ignored = None,
) -> Tensor:  # fmt: skip
    return result(_multiplied(x1, x2), dtype or both(x1, x2), Facts(), out)


@NP.op("numpy.ndarray.__matmul__")
def matmul_operator(x1: Tensor, x2: Tensor) -> Tensor:
    return result(_multiplied(x1, x2), both(x1, x2), Facts())


@NP.op("numpy.inner")
def inner(a: Tensor, b: Tensor) -> Tensor:
    if a.shape == Shape() or b.shape == Shape():
        return array(b.shape if a.shape == Shape() else a.shape, both(a, b))
    words = f"shapes {spell(a.shape)} and {spell(b.shape)} not aligned: {a.shape[-1]} != {b.shape[-1]}"
    require_equal(a.shape[-1], b.shape[-1], KIND, "inner product of {got} and {wanted} elements", runtime=words)
    return result(a.shape[:-1] + b.shape[:-1], both(a, b), Facts())


@NP.op("numpy.outer")
def outer(a: Tensor, b: Tensor, out: Value | None = None) -> Tensor:
    return result(Shape.of(a.shape.numel, b.shape.numel), both(a, b), Facts(), out)


@NP.op("numpy.vdot")
def vdot(a: Tensor, b: Tensor) -> Tensor:
    require_equal(a.shape.numel, b.shape.numel, KIND, "vectors of {got} and {wanted} elements",
                  runtime="cannot reshape array of size {} into shape {}")  # fmt: skip
    return result(Shape(), both(a, b), Facts())


@NP.op("numpy.tensordot")
def tensordot(a: Tensor, b: Tensor, axes: Any = 2) -> Tensor:
    if isinstance(axes, int):
        left, right = list(range(a.rank - axes, a.rank)), list(range(axes))
        if axes > min(a.rank, b.rank):
            raise Mismatch(
                "dim-out-of-range", f"{axes} axes of {a.shape} and {b.shape}", runtime="tuple index out of range"
            )
    else:
        left, right = ([part] if isinstance(part, int) else list(part) for part in axes)
    words = "shape-mismatch for sum"
    if len(left) != len(right):
        raise Mismatch(KIND, f"{len(left)} axes against {len(right)}", runtime=words)
    left, right = [nth(i, a.rank) for i in left], [nth(i, b.rank) for i in right]
    for i, j in zip(left, right, strict=True):
        require_equal(a.shape[i], b.shape[j], KIND, "axes of {got} and {wanted} elements", runtime=words)
    return result(_without(a.shape, left) + _without(b.shape, right), both(a, b), Facts())


def _without(shape: Shape, gone: list[int]) -> Shape:
    return Shape(dim for i, dim in enumerate(shape.dims) if i not in gone)


@NP.op("numpy.kron")
def kron(a: Tensor, b: Tensor) -> Tensor:
    rank = max(a.rank, b.rank)
    pairs = zip(*((Dim.of(1),) * (rank - s.rank) + s.shape.dims for s in (a, b)), strict=True)
    return array(Shape(x * y for x, y in pairs), both(a, b))


@NP.op("numpy.cross", "numpy.linalg.cross")
def cross(a: Tensor, b: Tensor, axisa: int = -1, axisb: int = -1, axisc: int = -1, axis: int | None = None) -> Tensor:
    if axis is not None or (axisa, axisb, axisc) != (-1, -1, -1):
        raise Undecided("a cross product along other axes than the last")
    if (a.shape[-1] != 3 and a.shape[-1].value not in (None, 2)) or b.shape[-1].value not in (None, 2, 3):
        raise Mismatch(KIND, f"a cross product of {a.shape} and {b.shape}", a.shape[-1], b.shape[-1],
                       runtime="incompatible dimensions for cross product (dimension must be 2 or 3)")  # fmt: skip
    if a.shape[-1] != 3 or b.shape[-1] != 3:
        raise Undecided("a cross product in two dimensions")
    return array(broadcast(a.shape, b.shape), both(a, b))


# -- linear algebra --------------------------------------------------------------------------------------------


def _floating(dtype: str | None) -> str | None:
    """What LAPACK computes with; half precision is refused."""
    if dtype == "float16":
        raise Undecided("linear algebra of float16")
    return mean_of(dtype)


def matrix(a: Tensor, square: bool = False) -> Tensor:
    """Refuses what is not a stack of (square) matrices. Source: numpy.linalg."""
    if a.shape.known_rank and a.rank < 2:
        raise Mismatch(
            "dim-out-of-range", f"a matrix is expected, not {a.shape}",
            runtime=f"{a.rank}-dimensional array given. Array must be at least two-dimensional",
        )  # fmt: skip
    if square:
        require_equal(a.shape[-2], a.shape[-1], KIND, "a matrix of {got} by {wanted} is not square",
                      runtime="Last 2 dimensions of the array must be square")  # fmt: skip
    return a


def named(names: str, *parts: Tensor) -> Sequence:
    """A tuple whose parts have names."""
    return Sequence("tuple", parts, names=tuple(names.split()))


def _squares(name: str) -> Any:
    def function(a: Tensor) -> Tensor:
        return array(matrix(a, square=True).shape, _floating(a.dtype))

    return function


NP.op("numpy.linalg.inv")(_squares("inv"))


@NP.op("numpy.linalg.cholesky")
def cholesky(a: Tensor, *, upper: Ignored = False) -> Tensor:
    return array(matrix(a, square=True).shape, _floating(a.dtype))


@NP.op("numpy.linalg.pinv")
def pinv(a: Tensor, rcond: Ignored = None, hermitian: Ignored = False, *, rtol: Ignored = None) -> Tensor:
    shape = matrix(a).shape
    return array(shape[:-2] + Shape.of(shape[-1], shape[-2]), _floating(a.dtype))


@NP.op("numpy.linalg.det")
def det(a: Tensor) -> Tensor:
    return array(matrix(a, square=True).shape[:-2], _floating(a.dtype))


@NP.op("numpy.linalg.slogdet")
def slogdet(a: Tensor) -> Sequence:
    shape = matrix(a, square=True).shape[:-2]
    return named("sign logabsdet", array(shape, _floating(a.dtype)), array(shape, deviation(a.dtype)))


@NP.op("numpy.linalg.solve")
def solve(a: Tensor, b: Tensor) -> Tensor:
    matrix(a, square=True)
    words = "solve: Input operand 1 has a mismatch in its core dimension 0"
    dtype = promote_types(_floating(a.dtype), _floating(b.dtype))
    if b.rank == 1:
        require_equal(b.shape[0], a.shape[-1], KIND, "{got} right-hand sides for {wanted} unknowns", runtime=words)
        return array(a.shape[:-1], dtype)
    require_equal(b.shape[-2], a.shape[-1], KIND, "{got} right-hand sides for {wanted} unknowns", runtime=words)
    return array(broadcast(a.shape[:-2], b.shape[:-2]) + b.shape.dims[-2:], dtype)


@NP.op("numpy.linalg.lstsq")
def lstsq(a: Tensor, b: Tensor, rcond: Ignored = None) -> Any:
    if a.rank != 2:
        raise Mismatch("dim-out-of-range", f"a matrix is expected, not {a.shape}",
                       runtime=f"{a.rank}-dimensional array given. Array must be two-dimensional")  # fmt: skip
    require_equal(b.shape[0], a.shape[0], KIND, "{got} right-hand sides for {wanted} equations",
                  runtime="Incompatible dimensions")  # fmt: skip
    dtype = promote_types(_floating(a.dtype), _floating(b.dtype))
    rows = Shape((a.shape[1], *b.shape.dims[1:]))
    singular = array(Shape.of(minimum(a.shape[0], a.shape[1])), deviation(dtype))
    return array(rows, dtype), array(Shape.of(Dim.unknown()), deviation(dtype)), array(Shape(), "int32"), singular


@NP.op("numpy.linalg.svd")
def svd(a: Tensor, full_matrices: bool = True, compute_uv: bool = True, hermitian: Ignored = False) -> Any:
    shape, dtype = matrix(a).shape, _floating(a.dtype)
    rows, columns, stack = shape[-2], shape[-1], shape[:-2]
    few = minimum(rows, columns)
    values = array(stack + Shape.of(few), deviation(dtype))
    if not compute_uv:
        return values
    left = stack + Shape.of(rows, rows if full_matrices else few)
    right = stack + Shape.of(columns if full_matrices else few, columns)
    return named("U S Vh", array(left, dtype), values, array(right, dtype))


@NP.op("numpy.linalg.eig")
def eig(a: Tensor) -> Sequence:
    # complex where the eigenvalues are
    shape = matrix(a, square=True).shape
    return named("eigenvalues eigenvectors", array(shape[:-1], None), array(shape, None))


@NP.op("numpy.linalg.eigh")
def eigh(a: Tensor, UPLO: Ignored = "L") -> Sequence:
    shape, dtype = matrix(a, square=True).shape, _floating(a.dtype)
    return named("eigenvalues eigenvectors", array(shape[:-1], deviation(dtype)), array(shape, dtype))


@NP.op("numpy.linalg.eigvals")
def eigvals(a: Tensor) -> Tensor:
    return array(matrix(a, square=True).shape[:-1], None)


@NP.op("numpy.linalg.eigvalsh")
def eigvalsh(a: Tensor, UPLO: Ignored = "L") -> Tensor:
    return array(matrix(a, square=True).shape[:-1], deviation(_floating(a.dtype)))


@NP.op("numpy.linalg.qr")
def qr(a: Tensor, mode: str = "reduced") -> Any:
    shape, dtype = matrix(a).shape, _floating(a.dtype)
    rows, columns, stack = shape[-2], shape[-1], shape[:-2]
    few = minimum(rows, columns)
    if mode == "reduced":
        return named("Q R", array(stack + Shape.of(rows, few), dtype), array(stack + Shape.of(few, columns), dtype))
    if mode == "complete":
        return named("Q R", array(stack + Shape.of(rows, rows), dtype), array(stack + Shape.of(rows, columns), dtype))
    if mode == "r":
        return array(stack + Shape.of(few, columns), dtype)
    raise Undecided(f"mode {mode} of qr")


@NP.op("numpy.linalg.matrix_rank")
def matrix_rank(A: Tensor, tol: Ignored = None, hermitian: Ignored = False, *, rtol: Ignored = None) -> Any:
    return Scalar("int") if A.rank < 2 else array(A.shape[:-2], "int64", Facts(low=0))


@NP.op("numpy.linalg.matrix_power")
def matrix_power(a: Tensor, n: int) -> Tensor:
    return array(matrix(a, square=True).shape, a.dtype if n >= 0 else _floating(a.dtype))


@NP.op("numpy.linalg.cond")
def cond(x: Tensor, p: Ignored = None) -> Tensor:
    return array(matrix(x).shape[:-2], deviation(x.dtype))


@NP.op("numpy.linalg.multi_dot")
def multi_dot(arrays: Any, *, out: Ignored = None) -> Tensor:
    if not isinstance(arrays, (list, tuple)) or not all(isinstance(a, Tensor) for a in arrays) or len(arrays) < 2:
        raise Undecided("the matrices of a product")
    found: Tensor = arrays[0]
    for other in arrays[1:]:
        found = array(dot_shape(found.shape, other.shape, KIND), both(found, other))
    return found


@NP.op("numpy.linalg.norm")
def norm(x: Tensor, ord: Ignored = None, axis: Ints | None = None, keepdims: bool = False) -> Tensor:
    if axis is not None:
        axes(axis, x.rank)
    dtype = deviation(x.dtype)
    if is_kind(x.dtype, "bool", "object"):
        dtype = None
    return array(reduced(x.shape, axis, keepdims), dtype, Facts(low=0))


# -- einsum ----------------------------------------------------------------------------------------------------


@NP.op("numpy.einsum")
def einsum(*operands: Value, out: Ignored = None, optimize: Ignored = False, **kwargs: Ignored) -> Tensor:
    equation = getattr(operands[0], "payload", None) if operands else None
    if not isinstance(equation, str):
        raise Undecided("an equation that is not known")
    arrays = [asarray(value) for value in operands[1:]]
    try:
        shape = summed(equation, tuple(a.shape for a in arrays))
    except Mismatch as found:
        words = _einsum_words(equation, arrays, found)
        raise Mismatch(found.kind, found.text, *found.sizes, runtime=words) from None
    return result(shape, promote_types(*(a.dtype for a in arrays)), Facts())


def _einsum_words(equation: str, arrays: list[Tensor], found: Mismatch) -> str:
    if found.sizes:
        return "operands could not be broadcast together with remapped shapes [original->remapped]:"
    terms = equation.partition("->")[0].replace(" ", "").split(",")
    if len(terms) != len(arrays):
        amount = "more" if len(arrays) < len(terms) else "fewer"
        return f"{amount} operands provided to einstein sum function than specified in the subscripts string"
    for at, (term, a) in enumerate(zip(terms, arrays, strict=True)):
        if len(term.replace("...", "")) > a.rank:
            return f"einstein sum subscripts string contains too many subscripts for operand {at}"
        if len(term) < a.rank and "..." not in term:
            return "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided"
    return "einstein sum subscripts string included output subscript"

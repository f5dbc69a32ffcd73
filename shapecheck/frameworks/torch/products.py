"""Matrix products and sums of products."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.axes import axis
from ...algebra.broadcast import broadcast, broadcast_to
from ...algebra.einsum import einsum as sum_of_products
from ...algebra.matmul import matmul as product
from ...core.containers import Sequence
from ...core.dim import product as total
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from .binary import fits
from .dialect import MODES, T, spoken_type, tensor, tensors_of
from .pointwise import WRITES

if TYPE_CHECKING:
    from ..binding import Ignored


def in_order(shape: Shape, dtype: str | None) -> Tensor:
    """A result that is laid out in order."""
    return tensor(shape, dtype, Facts(order=tuple(range(shape.rank))) if shape.known_rank else None)


def require_one_dtype(left: str | None, right: str | None, argument: str, runtime: str = "") -> None:
    """Products do not promote: both operands have one dtype."""
    if left is None or right is None or left == right or MODES["lenient"]:
        return
    kinds = {left, right}
    halves = {"float16", "bfloat16"}
    if family(left) != "float" and family(right) == "float":
        kind, fix = "integer-input", "convert it: x.float()"
    elif "float64" in kinds and family(left) == family(right) == "float":
        kind, fix = "float64-input", "convert it: x.float()" if left == "float64" else ""
    elif kinds & halves and family(left) == family(right) == "float":
        kind, fix = "half-float-mix", "convert one of them, or use torch.autocast"
    else:
        kind, fix = "integer-input", ""
    raise Mismatch(
        kind,
        f"{left} with {right}",
        argument=argument,
        runtime=runtime
        or f"expected m1 and m2 to have the same dtype, but got: {spoken_type(left)} != {spoken_type(right)}",
        help=fix,
    )


def _refusal(left: Shape, right: Shape) -> str:
    """What torch says of inner lengths that differ: it depends on which kernel it would have called."""
    if right.rank == 1:
        rows = total(left.dims[:-1])
        if left.rank == 1:
            return (
                f"inconsistent tensor size, expected tensor [{left[0]}] and src [{right[0]}] to have the same "
                f"number of elements, but got {left[0]} and {right[0]} elements respectively"
            )
        return f"size mismatch, got input ({rows}), mat ({rows}x{left[-1]}), vec ({right[0]})"
    if right.rank == 2:
        rows = total(left.dims[:-1])
        return f"mat1 and mat2 shapes cannot be multiplied ({rows}x{left[-1]} and {right[0]}x{right[1]})"
    count = total(broadcast(Shape(left.dims[:-2]), Shape(right.dims[:-2]), kind="matmul-shape-mismatch").dims)
    return (
        f"Expected size for first two dimensions of batch2 tensor to be: [{count}, {left[-1]}] "
        f"but got: [{count}, {right[-2]}]."
    )


def _multiplied(left: Tensor, right: Tensor) -> Tensor:
    try:
        shape = product(left.shape, right.shape)
    except Mismatch as refused:
        if refused.sizes and refused.sizes[0] is left.shape[-1] and left.shape.known_rank and right.shape.known_rank:
            refused.runtime = (_refusal(left.shape, right.shape),)
        raise
    require_one_dtype(left.dtype, right.dtype, "other")
    return in_order(shape, left.dtype or right.dtype)


@T.op("torch.matmul", "torch.Tensor.matmul", "torch.linalg.matmul")
def matmul(input: Tensor, other: Tensor, *, out: Ignored = None) -> Tensor:
    return _multiplied(input, other)


@T.op("torch.Tensor.__matmul__")
def matmul_operator(input: Tensor, other: Tensor) -> Tensor:
    return _multiplied(input, other)


@T.op("torch.Tensor.__rmatmul__")
def reflected_matmul(input: Tensor, other: Tensor) -> Tensor:
    return _multiplied(other, input)


def _require_rank(what: Tensor, rank: int, name: str, argument: str, runtime: str) -> None:
    if what.shape.known_rank and what.rank != rank:
        kind = "bmm-requires-rank-3"
        raise Mismatch(
            kind, f"{name} takes tensors of rank {rank}, got {what.shape}", argument=argument, runtime=runtime
        )


@T.op("torch.mm", "torch.Tensor.mm", "torch.spmm", "torch.sparse.mm")
def mm(input: Tensor, mat2: Tensor, out_dtype: Ignored = None, *, out: Ignored = None) -> Tensor:
    _require_rank(input, 2, "mm", "input", "self must be a matrix")
    _require_rank(mat2, 2, "mm", "mat2", "mat2 must be a matrix")
    return _multiplied(input, mat2)


@T.op("torch.bmm", "torch.Tensor.bmm")
def bmm(input: Tensor, mat2: Tensor, out_dtype: Ignored = None, *, out: Ignored = None) -> Tensor:
    _require_rank(input, 3, "bmm", "input", "batch1 must be a 3D tensor")
    _require_rank(mat2, 3, "bmm", "mat2", "batch2 must be a 3D tensor")
    return tensor(_batched(input.shape, mat2.shape), input.dtype, _multiplied_dtype(input, mat2))


def _multiplied_dtype(left: Tensor, right: Tensor) -> Facts:
    require_one_dtype(left.dtype, right.dtype, "mat2")
    return Facts(order=(0, 1, 2))


def _batched(left: Shape, right: Shape) -> Shape:
    left = left if left.known_rank else Shape.of_rank(3)
    right = right if right.known_rank else Shape.of_rank(3)
    runtime = (
        f"Expected size for first two dimensions of batch2 tensor to be: [{left[0]}, {left[2]}] but got: "
        f"[{right[0]}, {right[1]}]."
    )
    batch = require_equal(right[0], left[0], "matmul-shape-mismatch", "batches of {got} and {wanted}", runtime=runtime)
    require_equal(
        left[2], right[1], "matmul-shape-mismatch", f"{left} @ {right}: {{got}} against {{wanted}}", runtime=runtime
    )
    return Shape.of(batch, left[1], right[2])


@T.op("torch.mv", "torch.Tensor.mv")
def mv(input: Tensor, vec: Tensor, *, out: Ignored = None) -> Tensor:
    _require_rank(input, 2, "mv", "input", f"vector + matrix @ vector expected, got 1, {input.shape.least_rank}, 1")
    _require_rank(vec, 1, "mv", "vec", f"vector + matrix @ vector expected, got 1, 2, {vec.shape.least_rank}")
    return _multiplied(input, vec)


@T.op("torch.dot", "torch.Tensor.dot")
def dot(input: Tensor, tensor: Tensor, *, out: Ignored = None) -> Tensor:
    return _vectors(input, tensor, "dot")


@T.op("torch.vdot", "torch.Tensor.vdot")
def vdot(input: Tensor, other: Tensor, *, out: Ignored = None) -> Tensor:
    return _vectors(input, other, "dot")


def _vectors(left: Tensor, right: Tensor, name: str) -> Tensor:
    words = f"1D tensors expected, but got {left.shape.least_rank}D and {right.shape.least_rank}D tensors"
    _require_rank(left, 1, name, "input", words)
    _require_rank(right, 1, name, "other", words)
    a, b = (t.shape[0] if t.shape.known_rank else None for t in (left, right))
    if a is not None and b is not None:
        require_equal(
            a,
            b,
            "matmul-shape-mismatch",
            "vectors of {got} and {wanted}",
            runtime=f"inconsistent tensor size, expected tensor [{a}] and src [{b}] to have the same number of "
            f"elements, but got {a} and {b} elements respectively",
        )
    return tensor(Shape(), left.dtype or right.dtype)


@T.op("torch.inner", "torch.Tensor.inner")
def inner(input: Tensor, other: Tensor, *, out: Ignored = None) -> Tensor:
    if 0 in (input.rank, other.rank):
        return tensor(broadcast(input.shape, other.shape), T.promote([input, other]))
    require_equal(
        input.shape[-1],
        other.shape[-1],
        "matmul-shape-mismatch",
        "last axes of {got} and {wanted}",
        runtime=f"inner() the last dimension must match on both input tensors but got shapes {input.shape} and "
        f"{other.shape}",
    )
    return tensor(input.shape[:-1] + other.shape[:-1], input.dtype or other.dtype)


@T.op("torch.outer", "torch.Tensor.outer", "torch.ger", "torch.Tensor.ger")
def outer(input: Tensor, vec2: Tensor, *, out: Ignored = None) -> Tensor:
    for which, one in (("self", input), ("vec2", vec2)):
        _require_rank(
            one, 1, "outer", "input", f"outer: Expected 1-D argument {which}, but got {one.shape.least_rank}-D"
        )
    return tensor(Shape.of(input.shape[0], vec2.shape[0]), T.promote([input, vec2]))


# -- added to something -----------------------------------------------------------------------------------------


def _added(input: Tensor, shape: Shape) -> Shape:
    """The first operand is stretched to the product."""
    try:
        broadcast_to(input.shape, shape)
    except Mismatch as mismatch:
        raise Mismatch(
            "elementwise-shape-mismatch",
            mismatch.text,
            *mismatch.sizes,
            argument="input",
            runtime=f"The expanded size of the tensor must match the existing size.  Target sizes: {shape}.  "
            f"Tensor sizes: {input.shape}",
        ) from None
    return shape


def _addmm(input: Tensor, mat1: Tensor, mat2: Tensor) -> Shape:
    _require_rank(mat1, 2, "addmm", "mat1", f"mat1 must be a matrix, got {mat1.shape.least_rank}-D tensor")
    _require_rank(mat2, 2, "addmm", "mat2", f"mat2 must be a matrix, got {mat2.shape.least_rank}-D tensor")
    return _added(input, product(mat1.shape, mat2.shape))


@T.op("torch.addmm", "torch.Tensor.addmm")
def addmm(input: Tensor, mat1: Tensor, mat2: Tensor, *, beta: Ignored = 1, alpha: Ignored = 1,
          out: Ignored = None) -> Shape:  # fmt: skip
    return _addmm(input, mat1, mat2)


@T.op("torch.Tensor.addmm_", traits=WRITES)
def addmm_inplace(input: Tensor, mat1: Tensor, mat2: Tensor, *, beta: Ignored = 1, alpha: Ignored = 1) -> Tensor:
    fits(input.shape, _addmm(input, mat1, mat2))
    return input


@T.op("torch.addmv", "torch.Tensor.addmv")
def addmv(input: Tensor, mat: Tensor, vec: Tensor, *, beta: Ignored = 1, alpha: Ignored = 1,
          out: Ignored = None) -> Shape:  # fmt: skip
    return _added(input, product(mat.shape, vec.shape))


@T.op("torch.addr", "torch.Tensor.addr", dtype="promote")
def addr(input: Tensor, vec1: Tensor, vec2: Tensor, *, beta: Ignored = 1, alpha: Ignored = 1,
         out: Ignored = None) -> Shape:  # fmt: skip
    return _added(input, Shape.of(vec1.shape[0], vec2.shape[0]))


@T.op("torch.baddbmm", "torch.Tensor.baddbmm")
def baddbmm(input: Tensor, batch1: Tensor, batch2: Tensor, *, beta: Ignored = 1, alpha: Ignored = 1,
            out: Ignored = None) -> Shape:  # fmt: skip
    _require_rank(batch1, 3, "baddbmm", "batch1", "batch1 must be a 3D tensor")
    _require_rank(batch2, 3, "baddbmm", "batch2", "batch2 must be a 3D tensor")
    return _added(input, _batched(batch1.shape, batch2.shape))


@T.op("torch.addbmm", "torch.Tensor.addbmm")
def addbmm(input: Tensor, batch1: Tensor, batch2: Tensor, *, beta: Ignored = 1, alpha: Ignored = 1,
           out: Ignored = None) -> Shape:  # fmt: skip
    return _added(input, _batched(batch1.shape, batch2.shape)[1:])


# -- sums of products -------------------------------------------------------------------------------------------


@T.op("torch.einsum")
def einsum(*args: Value) -> Tensor:
    """einsum(equation, operand, ...), or einsum(equation, [operand, ...])."""
    equation, operands = args[0], args[1:]
    if not isinstance(equation, Constant) or not isinstance(equation.payload, str):
        raise Undecided("an equation that is not known")
    found = tensors_of(*operands) if len(operands) != 1 or isinstance(operands[0], Sequence) else _single(operands[0])
    shape = sum_of_products(equation.payload, tuple(one.shape for one in found))
    dtypes = {one.dtype for one in found if one.dtype}
    if len(dtypes) == 2 and len(found) == 2 and "," in equation.payload:
        require_one_dtype(found[0].dtype, found[1].dtype, "operands")
    return tensor(shape, dtypes.pop() if len(dtypes) == 1 else None)


def _single(value: Value) -> tuple[Tensor, ...]:
    return (value if isinstance(value, Tensor) else tensor(Shape.unknown(), None),)


@T.op("torch.tensordot")
def tensordot(a: Tensor, b: Tensor, dims: Any = 2, out: Ignored = None) -> Tensor:
    if isinstance(dims, Tensor):
        raise Undecided("axes given by a tensor")
    if isinstance(dims, int):
        left, right = list(range(a.rank - dims, a.rank)), list(range(dims))
    else:
        left, right = (
            [axis(n, t.rank) for n in (d if isinstance(d, (list, tuple)) else [d])]
            for d, t in zip(dims, (a, b), strict=True)
        )
    for i, j in zip(left, right, strict=True):
        if Truth.YES in (a.shape[i].is_one(), b.shape[j].is_one()):  # the other is summed
            continue
        require_equal(
            a.shape[i],
            b.shape[j],
            "matmul-shape-mismatch",
            "contracts axes of {got} and {wanted}",
            runtime="contracted dimensions need to match, but first has size "
            f"{a.shape[i]} in dim {i} and second has size {b.shape[j]} in dim {j}",
        )
    return tensor(a.shape.without(*left) + b.shape.without(*right), a.dtype or b.dtype)


@T.op("torch.kron", "torch.Tensor.kron", dtype="promote")
def kron(input: Tensor, other: Tensor, *, out: Ignored = None) -> Shape:
    rank = max(input.rank, other.rank)
    sides = [(1,) * (rank - t.rank) + t.shape for t in (input, other)]
    return Shape(x * y for x, y in zip(*sides, strict=True))


@T.op("torch.cross", "torch.Tensor.cross", dtype="promote")
def cross(input: Tensor, other: Tensor, dim: int | None = None, *, out: Ignored = None) -> Shape:
    if input.shape.known_rank and other.shape.known_rank and input.rank != other.rank:
        raise Mismatch("matmul-shape-mismatch", f"a cross product of {input.shape} and {other.shape}",
                       runtime="linalg.cross: inputs must have the same number of dimensions.")  # fmt: skip
    shape = broadcast(input.shape, other.shape)
    if dim is None and shape.known_rank and all(size.equals(3) is Truth.NO for size in shape.dims):
        raise Mismatch(
            "matmul-shape-mismatch", f"a cross product of {shape}", runtime="no dimension of size 3 in input"
        )
    if dim is not None:
        at = axis(dim, shape.rank)
        same = input.shape.known_rank and other.shape.known_rank
        short = next((one.shape[at] for one in (input, other) if same and one.shape[at].equals(3) is Truth.NO), None)
        require_equal(
            shape[at] if short is None else short,
            3,
            "matmul-shape-mismatch",
            "a cross product along an axis of {got}",
            runtime=f"linalg.cross: inputs dimension {dim} must have length 3. Got {input.shape[at]} and "
            f"{other.shape[at]}",
        )
    return shape


@T.op("torch.linalg.cross", dtype="promote")
def linalg_cross(input: Tensor, other: Tensor, *, dim: int = -1, out: Ignored = None) -> Shape:
    return cross(input, other, dim)


@T.op("torch.cdist")
def cdist(x1: Tensor, x2: Tensor, p: Ignored = 2.0, compute_mode: Ignored = None) -> Shape:
    """The distances between all rows of one and all rows of the other."""
    for name, one in (("X1", x1), ("X2", x2)):
        if one.shape.known_rank and one.rank < 2:
            raise Mismatch(
                "layer-input-rank",
                f"cdist of {one.shape}",
                argument=name.lower(),
                runtime=f"cdist only supports at least 2D tensors, {name} got: {one.rank}D",
            )
    require_equal(
        x1.shape[-1],
        x2.shape[-1],
        "matmul-shape-mismatch",
        "rows of {got} and {wanted}",
        runtime=f"X1 and X2 must have the same number of columns. X1: {x1.shape[-1]} X2: {x2.shape[-1]}",
    )
    return broadcast(x1.shape[:-2], x2.shape[:-2]) + (x1.shape[-2], x2.shape[-2])

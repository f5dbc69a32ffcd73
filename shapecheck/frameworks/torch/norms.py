"""Norms, distances and differences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.axes import axis
from ...algebra.broadcast import broadcast
from ...core.dim import maximum
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from .dialect import T, asked, tensor
from .pointwise import REAL, real_part
from .reductions import reduced, summed
from .values import require_least

if TYPE_CHECKING:
    from ...core.value import Value
    from ..binding import Ignored, Ints


@T.op("torch.norm", "torch.Tensor.norm")
def norm(input: Tensor, p: Ignored = "fro", dim: Ints | None = None, keepdim: bool = False, out: Ignored = None,
         dtype: Value | None = None) -> Tensor:  # fmt: skip
    return tensor(reduced(input, dim, keepdim), asked(dtype, real_part(input)))


@T.op("torch.linalg.norm")
def linalg_norm(A: Tensor, ord: Any = None, dim: Ints | None = None, keepdim: bool = False, *, out: Ignored = None,
                dtype: Value | None = None) -> Tensor:  # fmt: skip
    return tensor(reduced(A, dim, keepdim), asked(dtype, real_part(A)))


@T.op("torch.linalg.vector_norm")
def vector_norm(x: Tensor, ord: Ignored = 2, dim: Ints | None = None, keepdim: bool = False, *,
                dtype: Value | None = None, out: Ignored = None) -> Tensor:  # fmt: skip
    return tensor(reduced(x, dim, keepdim), asked(dtype, real_part(x)))


@T.op("torch.linalg.matrix_norm")
def matrix_norm(A: Tensor, ord: Ignored = "fro", dim: Ints = (-2, -1), keepdim: bool = False, *,
                dtype: Value | None = None, out: Ignored = None) -> Tensor:  # fmt: skip
    return tensor(reduced(A, dim, keepdim), asked(dtype, real_part(A)))


@T.op("torch.dist", "torch.Tensor.dist")
def dist(input: Tensor, other: Tensor, p: Ignored = 2) -> Tensor:
    dtype = T.promote([input, other])
    broadcast(input.shape, other.shape)
    return tensor(Shape(), REAL.get(dtype or "", dtype))


@T.op("torch.equal", "torch.Tensor.equal", "torch.allclose", "torch.Tensor.allclose")
def equal(input: Tensor, other: Tensor, rtol: Ignored = 1e-05, atol: Ignored = 1e-08,
          equal_nan: Ignored = False) -> Any:  # fmt: skip
    raise Undecided("a comparison of elements")


@T.op("torch.diff", "torch.Tensor.diff")
def diff(input: Tensor, n: int = 1, dim: int = -1, prepend: Tensor | None = None, append: Tensor | None = None, *,
         out: Ignored = None) -> Tensor:  # fmt: skip
    at = axis(dim, input.rank)
    require_least(n, 0, "n", "order must be non-negative but got {}")
    if n == 0:
        return input
    length = input.shape[at]
    for more in (prepend, append):
        length = length + (more.shape[at] if more is not None else 0)
    dtype = T.promote([o for o in (input, prepend, append) if o is not None])
    left = length - n
    return tensor(input.shape.replace(at, left if n == 1 and length.less(1) is Truth.NO else maximum(left, 0)), dtype)


@T.op("torch.trace", "torch.Tensor.trace", dtype=summed)
def trace(input: Tensor) -> Shape:
    if input.shape.known_rank and input.rank != 2:
        raise Mismatch("layer-input-rank", f"the trace of {input.shape}", argument="input",
                       runtime=f"trace: expected a matrix, but got tensor with dim {input.rank}")  # fmt: skip
    return Shape()


@T.op("torch.norm_except_dim")
def norm_except_dim(v: Tensor, pow: Ignored = 2, dim: int = 0) -> Shape:
    """The norms along an axis, which keep all axes."""
    if dim == -1:
        return Shape()
    if not v.shape.known_rank:
        raise Undecided("the rank is not known")
    at = axis(dim, v.rank)
    return Shape(size if i == at else 1 for i, size in enumerate(v.shape.dims))

"""Tensors made of nothing, of numbers and nested lists, and of arrays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..numpy.literal import describe
from .dialect import T, asked, copied, is_true, tensor
from .pointwise import WRITES

if TYPE_CHECKING:
    from ..binding import Dims, Ignored, Operand

_OPTIONS_DOC = "out, layout, device, pin_memory, generator: the shape does not depend on them"


def fresh(shape: Shape, dtype: str | None, **facts: Any) -> Tensor:
    """A new tensor, laid out in order."""
    for dim in shape.dims if shape.known_rank else ():
        if dim.less(0) is Truth.YES:
            raise Mismatch("view-size-mismatch", f"a tensor with a length of {dim}", dim,
                           runtime=f"Trying to create tensor with negative dimension {dim}: {shape}")  # fmt: skip
    order = tuple(range(shape.rank)) if shape.known_rank else None
    return tensor(shape, dtype, Facts(order=order, **facts))


def require_grad(dtype: str | None, requires_grad: Value | None) -> None:
    if is_true(requires_grad) and family(dtype) in ("bool", "int", "uint"):
        raise Mismatch(
            "integer-requires-grad",
            f"a gradient for {dtype} numbers",
            runtime="Only Tensors of floating point and complex dtype can require gradients",
            help="dtype=torch.float32",
        )


def _filled(size: tuple[Dim, ...], dtype: Value | None, requires_grad: Value | None, **facts: Any) -> Tensor:
    name = asked(dtype, T.default_float)
    require_grad(name, requires_grad)
    return fresh(Shape(size), name, **facts)


@T.op("torch.zeros")
def zeros(*size: Dim, out: Ignored = None, dtype: Value | None = None, layout: Ignored = None, device: Ignored = None,
          requires_grad: Value | None = None, pin_memory: Ignored = False, names: Ignored = None) -> Tensor:  # fmt: skip
    return _filled(size, dtype, requires_grad, low=0, high=0)


@T.op("torch.ones")
def ones(*size: Dim, out: Ignored = None, dtype: Value | None = None, layout: Ignored = None, device: Ignored = None,
         requires_grad: Value | None = None, pin_memory: Ignored = False, names: Ignored = None) -> Tensor:  # fmt: skip
    return _filled(size, dtype, requires_grad, low=1, high=1)


@T.op("torch.empty", "torch.randn", "torch.rand")
def random(*size: Dim, generator: Ignored = None, out: Ignored = None, dtype: Value | None = None, layout: Ignored = None,
           device: Ignored = None, requires_grad: Value | None = None, pin_memory: Ignored = False,
           memory_format: Ignored = None, names: Ignored = None) -> Tensor:  # fmt: skip
    return _filled(size, dtype, requires_grad)

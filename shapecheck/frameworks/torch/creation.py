"""Tensors filled with one number or with nothing in particular, by size or like another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from .dialect import T, asked, is_true, tensor

if TYPE_CHECKING:
    from ...core.value import Value
    from ..binding import Dims, Ignored, Operand


def fresh(shape: Shape, dtype: str | None, **facts: Any) -> Tensor:
    """A new tensor, laid out in order."""
    for dim in shape.dims if shape.known_rank else ():
        if dim.less(0) is Truth.YES:
            raise Mismatch(
                "view-size-mismatch",
                f"a tensor with a length of {dim}",
                dim,
                runtime=f"Trying to create tensor with negative dimension {dim}: {shape}",
            )
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
    return fresh(Shape(size), name, grad=is_true(requires_grad) or None, **facts)


@T.op("torch.zeros")
def zeros(*size: Dim, out: Ignored = None, dtype: Value | None = None, layout: Ignored = None, device: Ignored = None,
          requires_grad: Value | None = None, pin_memory: Ignored = False,
          names: Ignored = None) -> Tensor:  # fmt: skip
    return _filled(size, dtype, requires_grad, low=0, high=0)


@T.op("torch.ones")
def ones(*size: Dim, out: Ignored = None, dtype: Value | None = None, layout: Ignored = None, device: Ignored = None,
         requires_grad: Value | None = None, pin_memory: Ignored = False,
         names: Ignored = None) -> Tensor:  # fmt: skip
    return _filled(size, dtype, requires_grad, low=1, high=1)


@T.op("torch.empty", "torch.randn", "torch.rand")
def random(*size: Dim, generator: Ignored = None, out: Ignored = None, dtype: Value | None = None,
           layout: Ignored = None, device: Ignored = None, requires_grad: Value | None = None,
           pin_memory: Ignored = False, memory_format: Ignored = None, names: Ignored = None) -> Tensor:  # fmt: skip
    return _filled(size, dtype, requires_grad)


@T.op("torch.full")
def full(size: Dims, fill_value: Operand, *, out: Ignored = None, dtype: Value | None = None, layout: Ignored = None,
         device: Ignored = None, requires_grad: Value | None = None,
         pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    """Without a dtype, that of the value."""
    name = asked(dtype, T.promote([fill_value]))
    require_grad(name, requires_grad)
    known = isinstance(fill_value, (int, float)) and not isinstance(fill_value, bool)
    return fresh(Shape(size), name, low=fill_value if known else None, high=fill_value if known else None)


def _like(input: Tensor, dtype: Value | None, **facts: Any) -> Tensor:
    order = input.facts.order
    return tensor(input.shape, asked(dtype, input.dtype), Facts(order=order, **facts))


@T.op("torch.zeros_like")
def zeros_like(input: Tensor, *, dtype: Value | None = None, layout: Ignored = None, device: Ignored = None,
               requires_grad: Ignored = False, memory_format: Ignored = None) -> Tensor:  # fmt: skip
    return _like(input, dtype, low=0, high=0)


@T.op("torch.ones_like")
def ones_like(input: Tensor, *, dtype: Value | None = None, layout: Ignored = None, device: Ignored = None,
              requires_grad: Ignored = False, memory_format: Ignored = None) -> Tensor:  # fmt: skip
    return _like(input, dtype, low=1, high=1)


@T.op("torch.empty_like", "torch.rand_like", "torch.randn_like")
def empty_like(input: Tensor, *, dtype: Value | None = None, layout: Ignored = None, device: Ignored = None,
               requires_grad: Ignored = False, memory_format: Ignored = None,
               pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    return _like(input, dtype)


@T.op("torch.full_like")
def full_like(input: Tensor, fill_value: Ignored, *, dtype: Value | None = None, layout: Ignored = None,
              device: Ignored = None, requires_grad: Ignored = False,
              memory_format: Ignored = None) -> Tensor:  # fmt: skip
    return _like(input, dtype)


@T.op("torch.randint_like")
def randint_like(input: Tensor, low: Ignored = None, high: Ignored = None, *, dtype: Value | None = None,
                 layout: Ignored = None, device: Ignored = None, requires_grad: Ignored = False,
                 memory_format: Ignored = None) -> Tensor:  # fmt: skip
    return _like(input, dtype)


@T.op("torch.Tensor.new_zeros", "torch.Tensor.new_ones", "torch.Tensor.new_empty")
def new_zeros(self: Tensor, *size: Dim, dtype: Value | None = None, device: Ignored = None, layout: Ignored = None,
              requires_grad: Ignored = False, pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    return fresh(Shape(size), asked(dtype, self.dtype))


@T.op("torch.Tensor.new_full")
def new_full(self: Tensor, size: Dims, fill_value: Ignored, *, dtype: Value | None = None, device: Ignored = None,
             layout: Ignored = None, requires_grad: Ignored = False,
             pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    return fresh(Shape(size), asked(dtype, self.dtype))


@T.op("torch.fill")
def fill(input: Tensor, value: Ignored) -> Tensor:
    return tensor(input.shape, input.dtype)


@T.op("torch.frombuffer")
def frombuffer(buffer: Ignored, *, dtype: Value, count: Dim | None = None, offset: Ignored = 0,
               requires_grad: Ignored = False) -> Tensor:  # fmt: skip
    known = count is not None and count.less(0) is Truth.NO
    return tensor(Shape.of(count if count is not None and known else Dim.unknown()), asked(dtype, None))


@T.op("torch.from_file")
def from_file(filename: Ignored, shared: Ignored = None, size: Dim | None = None, *, dtype: Value | None = None,
              layout: Ignored = None, device: Ignored = None, pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    return tensor(Shape.of(0 if size is None else size), asked(dtype, T.default_float))

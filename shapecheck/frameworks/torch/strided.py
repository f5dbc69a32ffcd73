"""Tensors by strides, and the functions that give a copy where their namesakes give a view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.axes import axis
from ...core.containers import Sequence
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Tensor
from ..binding import parameters_of
from . import joining, shaping, splitting
from .dialect import T, asked, keep_elements, tensor
from .indexing import select
from .tensors import detach

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Value
    from ..binding import Dims, Ignored


def _by_strides(size: Dims, stride: Dims) -> Shape:
    if len(size) != len(stride):
        raise Mismatch(
            "permute-rank-mismatch",
            f"{len(size)} lengths and {len(stride)} strides",
            argument="stride",
            runtime="mismatch in length of strides and shape",
        )
    return Shape(size)


@T.op("torch.as_strided", "torch.Tensor.as_strided", "torch.as_strided_copy")
def as_strided(input: Tensor, size: Dims, stride: Dims, storage_offset: Ignored = None) -> Tensor:
    return tensor(_by_strides(size, stride), input.dtype, keep_elements(input.facts))


@T.op("torch.Tensor.as_strided_", traits={"reshapes": "input"})
def as_strided_inplace(input: Tensor, size: Dims, stride: Dims, storage_offset: Ignored = None) -> Tensor:
    return as_strided(input, size, stride)


@T.op("torch.as_strided_scatter", "torch.Tensor.as_strided_scatter")
def as_strided_scatter(input: Tensor, src: Tensor, size: Dims, stride: Dims, storage_offset: Ignored = None) -> Shape:
    _by_strides(size, stride)
    return input.shape


@T.op("torch.empty_strided")
def empty_strided(size: Dims, stride: Dims, *, dtype: Value | None = None, layout: Ignored = None,
                  device: Ignored = None, requires_grad: Ignored = False, pin_memory: Ignored = False
                  ) -> Tensor:  # fmt: skip
    return tensor(_by_strides(size, stride), asked(dtype, T.default_float))


@T.op("torch.Tensor.new_empty_strided")
def new_empty_strided(self: Tensor, size: Dims, stride: Dims, dtype: Value | None = None, layout: Ignored = None,
                      device: Ignored = None, requires_grad: Ignored = False, pin_memory: Ignored = False
                      ) -> Tensor:  # fmt: skip
    return tensor(_by_strides(size, stride), asked(dtype, self.dtype))


@T.op("torch.empty_permuted")
def empty_permuted(size: Dims, physical_layout: Dims, *, dtype: Value | None = None, layout: Ignored = None,
                   device: Ignored = None, requires_grad: Ignored = False, pin_memory: Ignored = False
                   ) -> Tensor:  # fmt: skip
    if len(size) != len(physical_layout):
        raise Mismatch(
            "permute-rank-mismatch",
            f"{len(physical_layout)} axes in memory for {len(size)} lengths",
            argument="physical_layout",
            runtime="Number of dimensions in the tensor input does not match the length of the physical layout; "
            f"i.e. len(size) = {len(size)} is not equal to len(physical_layout) = {len(physical_layout)}",
        )
    places = [number.value for number in physical_layout]
    if None not in places and sorted(axis(place or 0, len(size)) for place in places) != list(range(len(size))):
        raise Mismatch("permute-rank-mismatch", f"axes {places} name one twice", argument="physical_layout",
                       runtime="Duplicate dim not allowed")  # fmt: skip
    return tensor(Shape(size), asked(dtype, T.default_float))


# -- copies -----------------------------------------------------------------------------------------------------


def _copied(result: Any) -> Any:
    """Nothing is known of the layout of a copy."""
    if isinstance(result, Sequence):
        rest = None if result.rest is None else _copied(result.rest)
        return Sequence(result.type_name, map(_copied, result.items), rest, result.contents.number)
    return tensor(result.shape, result.dtype, keep_elements(result.facts)) if isinstance(result, Tensor) else result


def _copying(function: Callable[..., Any]) -> Callable[..., Any]:
    def copy(**given: Any) -> Any:
        return _copied(function(**given))

    copy.parameters = tuple(  # type: ignore[attr-defined]
        p._replace(by="position") if p.by == "rest" else p for p in parameters_of(function)
    )
    return copy


_VIEWS: dict[str, Callable[..., Any]] = {
    "alias": detach, "detach": detach, "diagonal": joining.diagonal, "expand": shaping.broadcast_to,
    "narrow": splitting.narrow, "permute": shaping.permute, "select": select, "split": splitting.split,
    "split_with_sizes": splitting.split_with_sizes, "squeeze": shaping.squeeze, "t": shaping.t,
    "transpose": shaping.transpose, "unbind": splitting.unbind, "unfold": splitting.unfold,
    "unsqueeze": shaping.unsqueeze, "view": shaping.reshape,
}  # fmt: skip
for _name, _function in _VIEWS.items():
    _paths = (f"torch.{_name}_copy",) if _name != "narrow" else ("torch.narrow_copy", "torch.Tensor.narrow_copy")
    T.op(*_paths)(_copying(_function))

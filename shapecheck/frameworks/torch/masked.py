"""`torch.masked`: reductions and normalizations of the elements that a mask leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra.axes import axis
from ...algebra.broadcast import broadcast, broadcast_to
from ...core.dtype import family
from ...core.shape import Shape
from ...core.tensor import Tensor
from .dialect import T, asked, tensor
from .pointwise import REAL
from .reductions import reduced, summed

if TYPE_CHECKING:
    from ...core.value import Value
    from ..binding import Ignored, Ints

_WHOLE = ("bool", "int", "uint")


def _masked(input: Tensor, mask: Tensor | None) -> None:
    """The mask is stretched to the tensor."""
    if mask is not None:
        broadcast_to(mask.shape, input.shape)


def _over(input: Tensor, dim: Ints | int | None, keepdim: bool | None) -> Shape:
    return reduced(input, dim, bool(keepdim))


def _total(input: Tensor, dim: Ints | None = None, *, keepdim: bool | None = False, dtype: Value | None = None,
           mask: Tensor | None = None) -> Tensor:  # fmt: skip
    _masked(input, mask)
    return tensor(_over(input, dim, keepdim), summed(input, dtype))


T.family("sum prod", _total, ("torch.masked.{}",))


def _kept(input: Tensor, dim: Ints | None = None, *, keepdim: bool | None = False, dtype: Value | None = None,
          mask: Tensor | None = None) -> Tensor:  # fmt: skip
    _masked(input, mask)
    return tensor(_over(input, dim, keepdim), asked(dtype, input.dtype))


T.family("amax amin", _kept, ("torch.masked.{}",))


@T.op("torch.masked.mean")
def mean(input: Tensor, dim: Ints | None = None, *, keepdim: bool | None = False, dtype: Value | None = None,
         mask: Tensor | None = None) -> Tensor:  # fmt: skip
    """Of truth values, whole numbers."""
    _masked(input, mask)
    return tensor(_over(input, dim, keepdim), asked(dtype, None if family(input.dtype) in _WHOLE else input.dtype))


@T.op("torch.masked.argmax", "torch.masked.argmin")
def argmax(input: Tensor, dim: int | None = None, *, keepdim: bool | None = False, dtype: Value | None = None,
           mask: Tensor | None = None) -> Tensor:  # fmt: skip
    """The places have the tensor's dtype."""
    _masked(input, mask)
    return tensor(_over(input, dim, keepdim), asked(dtype, input.dtype))


@T.op("torch.masked.median")
def median(input: Tensor, dim: int = -1, *, keepdim: bool = False, dtype: Value | None = None,
           mask: Tensor | None = None) -> Tensor:  # fmt: skip
    _masked(input, mask)
    return tensor(_over(input, dim, keepdim), asked(dtype, input.dtype))


@T.op("torch.masked.norm")
def norm(input: Tensor, ord: Ignored = 2.0, dim: Ints | None = None, *, keepdim: bool | None = False,
         dtype: Value | None = None, mask: Tensor | None = None) -> Tensor:  # fmt: skip
    _masked(input, mask)
    found = asked(dtype, input.dtype)
    return tensor(_over(input, dim, keepdim), REAL.get(found or "", found))


@T.op("torch.masked.var", "torch.masked.std")
def var(input: Tensor, dim: Ints | None = None, unbiased: Ignored = None, *, correction: Ignored = None,
        keepdim: bool | None = False, dtype: Value | None = None, mask: Tensor | None = None) -> Tensor:  # fmt: skip
    _masked(input, mask)
    whole = family(input.dtype) in _WHOLE
    return tensor(_over(input, dim, keepdim), asked(dtype, None if whole else input.dtype))


@T.op("torch.masked.logsumexp")
def logsumexp(input: Tensor, dim: Ints | None = None, *, keepdim: bool = False, dtype: Value | None = None,
              mask: Tensor | None = None) -> Tensor:  # fmt: skip
    _masked(input, mask)
    whole = family(input.dtype) in _WHOLE
    return tensor(_over(input, dim, keepdim), asked(dtype, None if whole else input.dtype))


def _along(input: Tensor, dim: int, *, dtype: Value | None = None, mask: Tensor | None = None) -> Tensor:
    _masked(input, mask)
    if input.shape.known_rank:
        axis(dim, input.rank)
    return tensor(input.shape, asked(dtype, input.dtype))


T.family("softmax log_softmax softmin", _along, ("torch.masked.{}",))


@T.op("torch.masked.cumsum", "torch.masked.cumprod")
def running(input: Tensor, dim: int, *, dtype: Value | None = None, mask: Tensor | None = None) -> Tensor:
    return tensor(_along(input, dim, mask=mask).shape, summed(input, dtype))


@T.op("torch.masked.normalize")
def normalize(input: Tensor, ord: Ignored, dim: int, *, eps: Ignored = 1e-12, dtype: Value | None = None,
              mask: Tensor | None = None) -> Tensor:  # fmt: skip
    return _along(input, dim, dtype=dtype, mask=mask)


@T.op("torch.masked.logaddexp")
def logaddexp(input: Tensor, other: Tensor, *, dtype: Value | None = None, input_mask: Tensor | None = None,
              other_mask: Tensor | None = None) -> Tensor:  # fmt: skip
    _masked(input, input_mask)
    _masked(other, other_mask)
    found = T.promote([input, other])
    return tensor(broadcast(input.shape, other.shape), asked(dtype, found))

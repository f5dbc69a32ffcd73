"""Elements in another order: flipped, rolled, rotated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra import movement
from ...algebra.axes import axes, axis
from ...core.outcome import Mismatch
from ...core.tensor import Tensor
from .dialect import T, copied

if TYPE_CHECKING:
    from ..binding import Ignored, Ints


def _flipped(input: Tensor, dims: tuple[int, ...]) -> Tensor:
    axes(dims, input.rank)
    return copied(input)


@T.op("torch.flip")
def flip(input: Tensor, dims: Ints) -> Tensor:
    return _flipped(input, dims)


@T.op("torch.Tensor.flip")
def flip_method(self: Tensor, *dims: int) -> Tensor:
    return _flipped(self, dims)


@T.op("torch.fliplr", "torch.Tensor.fliplr", "torch.flipud", "torch.Tensor.flipud")
def fliplr(input: Tensor) -> Tensor:
    return copied(input)


@T.op("torch.roll", "torch.Tensor.roll")
def roll(input: Tensor, shifts: Ignored, dims: Ints | None = None) -> Tensor:
    for number in dims or ():
        axis(number, input.rank)
    return copied(input)


@T.op("torch.rot90", "torch.Tensor.rot90")
def rot90(input: Tensor, k: int = 1, dims: Ints = (0, 1)) -> Tensor:
    if len(dims) != 2:
        raise Mismatch(
            "dim-out-of-range",
            f"rotates {len(dims)} axes",
            argument="dims",
            runtime=f"expected total rotation dims == 2, but got dims = {len(dims)}",
        )
    return copied(input, input.shape if k % 2 == 0 else movement.transpose(input.shape, dims[0], dims[1]))

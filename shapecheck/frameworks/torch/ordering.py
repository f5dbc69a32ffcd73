"""Elements in another order: flipped, rolled, rotated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra import movement
from ...algebra.axes import axes, axis
from ...core.containers import Sequence
from ...core.outcome import Mismatch
from ...core.plain import Constant
from ...core.tensor import Tensor
from .dialect import T, copied

if TYPE_CHECKING:
    from ...core.value import Value
    from ..binding import Ints


def _flipped(input: Tensor, dims: tuple[int, ...]) -> Tensor:
    axes(dims, input.rank)
    return copied(input)


@T.op("torch.flip")
def flip(input: Tensor, dims: Ints) -> Tensor:
    return _flipped(input, dims)


@T.op("torch.Tensor.flip")
def flip_method(self: Tensor, *dims: int) -> Tensor:
    return _flipped(self, dims)


def _require_axes(input: Tensor, count: int) -> None:
    if input.shape.known_rank and input.rank < count:
        raise Mismatch("layer-input-rank", f"flips {input.shape}", argument="input",
                       runtime=f"Input must be >= {count}-d.")  # fmt: skip


@T.op("torch.fliplr", "torch.Tensor.fliplr")
def fliplr(input: Tensor) -> Tensor:
    _require_axes(input, 2)
    return copied(input)


@T.op("torch.flipud", "torch.Tensor.flipud")
def flipud(input: Tensor) -> Tensor:
    _require_axes(input, 1)
    return copied(input)


@T.op("torch.roll", "torch.Tensor.roll")
def roll(input: Tensor, shifts: Value, dims: Ints | None = None) -> Tensor:
    count = shifts.size.value if isinstance(shifts, Sequence) else 1 if isinstance(shifts, Constant) else None
    if dims is not None and count is not None and count != len(dims):
        raise Mismatch(
            "dim-out-of-range",
            f"{count} shifts for {len(dims)} axes",
            argument="shifts",
            runtime=f"shifts and dimensions must align. shifts: {count}, dims:{len(dims)}",
        )
    if count == 0:
        raise Mismatch("argument-value", "no shifts", argument="shifts", runtime="`shifts` required")
    for number in dims or ():
        if input.shape.known_rank and input.rank == 0:
            raise Mismatch("dim-out-of-range", "roll of a tensor without axes", argument="dims",
                           runtime=f"Dimension specified as {number} but tensor has no dimensions")  # fmt: skip
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
    if axis(dims[0], input.rank) == axis(dims[1], input.rank):
        raise Mismatch(
            "dim-out-of-range",
            f"rotates axis {dims[0]} into itself",
            argument="dims",
            runtime=f"expected rotation dims to be different, but got dim0 = {dims[0]} and dim1 = {dims[1]}",
        )
    return copied(input, input.shape if k % 2 == 0 else movement.transpose(input.shape, dims[0], dims[1]))

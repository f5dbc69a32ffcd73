"""Patches of images as columns, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.window import window
from ...core.dim import product
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import T, lengths

if TYPE_CHECKING:
    from ..binding import Ignored


def _unfolded(input: Tensor, kernel_size: Any, dilation: Any, padding: Any, stride: Any) -> Shape:
    """[batch, channels * kernel, windows]"""
    if input.rank not in (3, 4):
        raise Mismatch(
            "layer-input-rank",
            f"unfold of {input.shape}",
            argument="input",
            runtime="Expected 3D or 4D "
            f"(batch mode) tensor with optional 0 dim batch size for input, but got: {input.shape}",
        )
    shape = input.shape
    kernel = lengths(kernel_size, 2)
    windows = [
        window(size, k, s, 2 * p, d)
        for size, k, s, p, d in zip(shape.dims[-2:], kernel, *(lengths(n, 2) for n in (stride, padding, dilation)),
                                    strict=True)
    ]  # fmt: skip
    return Shape((*shape.dims[:-3], shape[-3] * product(kernel), product(windows)))


@T.op("torch.nn.functional.unfold")
def functional_unfold(input: Tensor, kernel_size: Value, dilation: Value | int = 1, padding: Value | int = 0,
                      stride: Value | int = 1) -> Shape:  # fmt: skip
    return _unfolded(input, kernel_size, dilation, padding, stride)


@T.layer("torch.nn.Unfold")
def unfold(input: Tensor, *, kernel_size: Value, dilation: Value | int = 1, padding: Value | int = 0,
           stride: Value | int = 1) -> Shape:  # fmt: skip
    return _unfolded(input, kernel_size, dilation, padding, stride)


def _folded(input: Tensor, output_size: Any, kernel_size: Any) -> Shape:
    kernel = product(lengths(kernel_size, 2))
    channels = input.shape[-2]
    if (channels % kernel).equals(0) is Truth.NO:
        raise Mismatch(
            "conv-in-channels-mismatch",
            f"{channels} rows, which kernels of {kernel} do not divide",
            channels,
            argument="input",
            runtime="Expected size of input's dimension 1 to be divisible by the product of "
            f"kernel_size, but got input.size(1)={channels}",
        )
    return Shape((*input.shape.dims[:-2], channels // kernel, *lengths(output_size, 2)))


@T.op("torch.nn.functional.fold")
def functional_fold(input: Tensor, output_size: Value, kernel_size: Value, dilation: Ignored = 1,
                    padding: Ignored = 0, stride: Ignored = 1) -> Shape:  # fmt: skip
    return _folded(input, output_size, kernel_size)


@T.layer("torch.nn.Fold")
def fold(input: Tensor, *, output_size: Value, kernel_size: Value, dilation: Ignored = 1, padding: Ignored = 0,
         stride: Ignored = 1) -> Shape:  # fmt: skip
    return _folded(input, output_size, kernel_size)

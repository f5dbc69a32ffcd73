"""Windows that slide over axes: convolution and pooling."""

from __future__ import annotations

from ..core.dim import Dim, maximum
from ..core.outcome import Mismatch
from ..core.truth import Truth


def window(
    size: Dim,
    kernel: Dim | int,
    stride: Dim | int = 1,
    padding: Dim | int = 0,
    dilation: Dim | int = 1,
    *,
    ceil: bool = False,
    runtime: str = "",
) -> Dim:
    """How many windows fit. `padding` counts both sides together; `ceil` lets a last window hang over."""
    span = (Dim.of(kernel) - 1) * dilation + 1
    room = size + padding - span
    hang = stride - 1 if ceil else 0
    if (room + hang).less(0) is Truth.YES:
        raise Mismatch(
            "conv-kernel-exceeds-input",
            f"a window of {span} on an axis of {size + padding}",
            size,
            span,
            runtime=runtime or f"Kernel size can't be greater than actual input size ({size + padding}, {span})",
        )
    if not ceil:
        return room // stride + 1
    count = (room + stride - 1) // stride + 1
    # the last window must start inside the input or its left padding
    over = ((count - 1) * stride).less(size + Dim.of(padding) // 2)
    return count - 1 if over is Truth.NO else count if over is Truth.YES else Dim.unknown()


def same(size: Dim, stride: Dim | int = 1) -> Dim:
    """How many windows with padding "same": the input's length over the stride, rounded up."""
    return (size + stride - 1) // stride


def transposed(
    size: Dim,
    kernel: Dim | int,
    stride: Dim | int = 1,
    padding: Dim | int = 0,
    output_padding: Dim | int = 0,
    dilation: Dim | int = 1,
) -> Dim:
    """The length that a transposed convolution gives. `padding` counts both sides together."""
    return (size - 1) * stride + (Dim.of(kernel) - 1) * dilation + 1 + output_padding - padding


def transposed_same(size: Dim, stride: Dim | int = 1) -> Dim:
    return size * stride


def transposed_valid(size: Dim, kernel: Dim | int, stride: Dim | int = 1) -> Dim:
    return size * stride + maximum(Dim.of(kernel) - stride, 0)

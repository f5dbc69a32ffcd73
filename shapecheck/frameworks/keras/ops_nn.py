"""`keras.ops.nn`: windows, norms and losses as functions."""

from __future__ import annotations

from typing import Any

from ...algebra.axes import axis as nth
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ..binding import Dims, DType, Ignored
from . import loss_checks as check
from .convolution import as_dims, several, split, window_sizes
from .convolution import joined as images
from .dialect import K, extended, float_of, promote, tensor
from .ops_elementwise import AT

_ONE: Any = 1

# -- windows ---------------------------------------------------------------------------------------------------


def _pooled(inputs: Tensor, pool_size: Dims, strides: Dims | None = None, padding: str = "valid",
            data_format: str | None = None) -> Tensor:  # fmt: skip
    batch, spatial, channels = split(inputs.shape, data_format)
    size = several(pool_size, len(spatial))
    sizes = window_sizes(spatial, size, strides if strides is not None else size, padding, None)
    return tensor(images(batch, sizes, channels, data_format), inputs.dtype)


K.family("max_pool average_pool", _pooled, AT)


def _adaptive(inputs: Tensor, output_size: Dims, data_format: str | None = None) -> Tensor:
    batch, spatial, channels = split(inputs.shape, data_format)
    return tensor(images(batch, several(output_size, len(spatial)), channels, data_format), inputs.dtype)


K.family("adaptive_max_pool adaptive_average_pool", _adaptive, AT)


def _kernel(inputs: Tensor, kernel: Tensor) -> tuple[tuple[Dim, ...], Dim, Dim]:
    """The spatial lengths of a kernel, and the channels that it takes and gives."""
    if kernel.rank != inputs.rank:
        raise Mismatch("layer-input-rank", f"a kernel of {kernel.rank} axes for input of {inputs.rank}",
                       argument="kernel",
                       runtime="Kernel shape must have the same length as input, but received kernel of shape")
    return kernel.shape.dims[:-2], kernel.shape[-2], kernel.shape[-1]


@K.op("keras.ops.conv")
def conv(inputs: Tensor, kernel: Tensor, strides: Dims = _ONE, padding: str = "valid", data_format: str | None = None,
         dilation_rate: Dims = _ONE) -> Tensor:  # fmt: skip
    lengths, taken, given = _kernel(inputs, kernel)
    batch, spatial, channels = split(inputs.shape, data_format)
    if taken.value is not None and channels.value is not None and taken.value > 0 and channels.value % taken.value:
        raise Mismatch("conv-in-channels-mismatch", f"the kernel takes {taken} channels, got {channels}", channels,
                       taken, argument="inputs",
                       runtime="The number of input channels must be evenly divisible by kernel's in_channels.")
    sizes = window_sizes(spatial, lengths, as_dims(strides), padding, as_dims(dilation_rate))
    return tensor(images(batch, sizes, given, data_format), promote([inputs, kernel]))


@K.op("keras.ops.depthwise_conv")
def depthwise_conv(inputs: Tensor, kernel: Tensor, strides: Dims = _ONE, padding: str = "valid",
                   data_format: str | None = None, dilation_rate: Dims = _ONE) -> Tensor:  # fmt: skip
    lengths, taken, times = _kernel(inputs, kernel)
    batch, spatial, channels = split(inputs.shape, data_format)
    if taken.equals(channels) is Truth.NO:
        raise Undecided("a kernel of other channels")
    sizes = window_sizes(spatial, lengths, as_dims(strides), padding, as_dims(dilation_rate))
    return tensor(images(batch, sizes, channels * times, data_format), promote([inputs, kernel]))


@K.op("keras.ops.separable_conv")
def separable_conv(inputs: Tensor, depthwise_kernel: Tensor, pointwise_kernel: Tensor, strides: Dims = _ONE,
                   padding: str = "valid", data_format: str | None = None,
                   dilation_rate: Dims = _ONE) -> Tensor:  # fmt: skip
    first = depthwise_conv(inputs, depthwise_kernel, strides, padding, data_format, dilation_rate)
    return conv(first, pointwise_kernel, _ONE, "valid", data_format, _ONE)


@K.op("keras.ops.conv_transpose")
def conv_transpose(inputs: Tensor, kernel: Tensor, strides: Dims = _ONE, padding: str = "valid",
                   output_padding: Dims | None = None, data_format: str | None = None,
                   dilation_rate: Dims = _ONE) -> Tensor:  # fmt: skip
    """The kernel's last axes are those of the output and of the input."""
    from .convolution import transposed_sizes

    lengths, given, taken = _kernel(inputs, kernel)
    batch, spatial, channels = split(inputs.shape, data_format)
    if taken.equals(channels) is Truth.NO:
        raise Undecided("a kernel of other channels")
    sizes = transposed_sizes(spatial, lengths, as_dims(strides), padding, output_padding, as_dims(dilation_rate))
    return tensor(images(batch, sizes, given, data_format), promote([inputs, kernel]))


@K.op("keras.ops.unfold")
def unfold(x: Tensor, kernel_size: Dims, dilation: Dims = _ONE, padding: Dims = 0,  # type: ignore[assignment]
           stride: Dims = _ONE) -> Tensor:  # fmt: skip
    """[batch, channels, height, width] as columns of patches."""
    if x.rank != 4:
        raise Undecided("patches of another rank")
    kernel, places = several(kernel_size, 2), Dim.of(1)
    spread, edge, step = (several(as_dims(one), 2) for one in (dilation, padding, stride))
    for i, size in enumerate(x.shape.dims[2:]):
        places = places * ((size + edge[i] * 2 - (kernel[i] - 1) * spread[i] - 1) // step[i] + 1)
    return tensor(Shape((x.shape[0], x.shape[1] * kernel[0] * kernel[1], places)), x.dtype)


@K.op("keras.ops.fold")
def fold(x: Tensor, output_size: Dims, kernel_size: Dims, dilation: Ignored = 1, padding: Ignored = 0,
         stride: Ignored = 1) -> Tensor:  # fmt: skip
    """Columns of patches as [batch, channels, height, width]."""
    if x.rank != 3:
        raise Undecided("columns of another rank")
    kernel = several(kernel_size, 2)
    return tensor(Shape((x.shape[0], x.shape[1] // (kernel[0] * kernel[1]), *several(output_size, 2))), x.dtype)


def _blocks(x: Tensor, block: Dim, data_format: str, apart: bool) -> Tensor:
    if x.rank != 4:
        raise Undecided("images of another rank")
    batch, spatial, channels = split(x.shape, data_format)
    if apart:
        sizes, channels = tuple(size * block for size in spatial), channels // (block * block)
    else:
        sizes, channels = tuple(size // block for size in spatial), channels * block * block
    return tensor(images(batch, sizes, channels, data_format), x.dtype)


@K.op("keras.ops.depth_to_space")
def depth_to_space(x: Tensor, block_size: Dim, data_format: str = "channels_last") -> Tensor:
    return _blocks(x, block_size, data_format, True)


@K.op("keras.ops.space_to_depth")
def space_to_depth(x: Tensor, block_size: Dim, data_format: str = "channels_last") -> Tensor:
    return _blocks(x, block_size, data_format, False)


# -- norms -----------------------------------------------------------------------------------------------------


@K.op("keras.ops.batch_normalization")
def batch_normalization(x: Tensor, mean: Tensor, variance: Tensor, axis: int, offset: Ignored = None,
                        scale: Ignored = None, epsilon: Ignored = 0.001) -> Tensor:  # fmt: skip
    length = x.shape[nth(axis, x.rank)]
    for one, name in ((mean, "mean"), (variance, "variance")):
        if one.shape.known_rank and one.rank == 1:
            require_equal(one.shape[0], length, "norm-shape-mismatch", f"{name} of {{got}} for {{wanted}} channels",
                          runtime=f"`{name}` must be a vector of length")  # fmt: skip
    return tensor(x.shape, x.dtype)


@K.op("keras.ops.layer_normalization")
def layer_normalization(x: Tensor, gamma: Ignored = None, beta: Ignored = None, axis: Ignored = -1,
                        epsilon: Ignored = None, **kwargs: Ignored) -> Tensor:  # fmt: skip
    return tensor(x.shape, float_of(x.dtype))


@K.op("keras.ops.rms_normalization")
def rms_normalization(x: Tensor, scale: Ignored = None, axis: Ignored = -1, epsilon: Ignored = None) -> Tensor:
    return tensor(x.shape, float_of(x.dtype))


# -- losses ----------------------------------------------------------------------------------------------------


@K.op("keras.ops.binary_crossentropy")
def binary_crossentropy(target: Tensor, output: Tensor, from_logits: Ignored = False) -> Tensor:
    check.binary(target, output, "binary_crossentropy", False)
    return tensor(output.shape, None)


@K.op("keras.ops.categorical_crossentropy")
def categorical_crossentropy(target: Tensor, output: Tensor, from_logits: Ignored = False, axis: int = -1) -> Tensor:
    if axis not in (-1, output.rank - 1):
        raise Undecided("classes along another axis")
    return tensor(check.categorical(target, output, "categorical_crossentropy", False), None)


@K.op("keras.ops.sparse_categorical_crossentropy")
def sparse_categorical_crossentropy(target: Tensor, output: Tensor, from_logits: Ignored = False,
                                    axis: int = -1) -> Tensor:  # fmt: skip
    if axis not in (-1, output.rank - 1):
        raise Undecided("classes along another axis")
    return tensor(check.sparse(target, output, "sparse_categorical_crossentropy", False), None)


@K.op("keras.ops.psnr")
def psnr(x1: Tensor, x2: Tensor, max_val: Ignored) -> Tensor:
    require_equal(x1.shape.numel, x2.shape.numel, "elementwise-shape-mismatch", "{got} and {wanted} elements")
    return tensor(Shape(), None)


@K.op("keras.ops.multi_hot")
def multi_hot(inputs: Tensor, num_classes: Dim | None = None, axis: int = -1, dtype: DType | None = None,
              sparse: Ignored = False, **kwargs: Ignored) -> Tensor:  # fmt: skip
    """Several ids as one row of zeros and ones: the last axis but the batch is taken together."""
    if num_classes is None or axis not in (-1, inputs.rank) or inputs.rank not in (1, 2):
        raise Undecided("rows along another axis")
    front = inputs.shape[:-1] if inputs.rank == 2 else Shape()
    return tensor(extended(front, num_classes), dtype or "float32", Facts(low=0, high=1))

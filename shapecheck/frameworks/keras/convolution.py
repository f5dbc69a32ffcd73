"""Convolutions, pooling, padding, cropping and upsampling over one, two or three axes."""

from __future__ import annotations

from typing import Any

from ...algebra.window import same, transposed_same, transposed_valid, window
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ..binding import Dims, Ignored
from .activations import activated
from .checks import check_layout, need_rank, ranked
from .dialect import K, changed, kept, spell

Lengths = tuple[Dim, ...]
_ONE: Any = 1
_TWOS: Any = {1: 2, 2: (2, 2), 3: (2, 2, 2)}


def several(sizes: Lengths | None, axes: int, default: int = 1) -> Lengths:
    """One size for each axis."""
    if sizes is None:
        return (Dim.of(default),) * axes
    if len(sizes) == 1:
        return sizes * axes
    if len(sizes) != axes:
        raise Undecided(f"{len(sizes)} sizes for {axes} axes")
    return sizes


def split(shape: Shape, data_format: str | None) -> tuple[Dim, Lengths, Dim]:
    """The batch, the spatial lengths and the channels."""
    if data_format == "channels_first":
        return shape[0], shape.dims[2:], shape[1]
    return shape[0], shape.dims[1:-1], shape[-1]


def joined(batch: Dim, spatial: Lengths, channels: Dim, data_format: str | None) -> Shape:
    if data_format == "channels_first":
        return Shape((batch, channels, *spatial))
    return Shape((batch, *spatial, channels))


def window_sizes(spatial: Lengths, kernel: Lengths, strides: Any, padding: str, dilation: Any,
                 runtime: str = "") -> Lengths:
    """The spatial lengths of a convolution's result."""
    axes = len(spatial)
    step, spread = several(as_dims(strides), axes), several(as_dims(dilation), axes)
    padding = padding.lower()  # Keras takes any case
    if padding == "same":
        return tuple(same(size, stride) for size, stride in zip(spatial, step, strict=True))
    found = []
    for i, size in enumerate(spatial):
        if padding == "causal" and i == 0:
            found.append(same(size, step[i]))
        else:
            found.append(window(size, kernel[i], step[i], 0, spread[i], runtime=runtime))
    return tuple(found)


# -- convolution -----------------------------------------------------------------------------------------------


def convolution(
    x: Tensor,
    axes: int,
    layer: str,
    filters: Dim | None,
    kernel_size: Lengths,
    strides: Lengths | None,
    padding: str,
    data_format: str | None,
    dilation_rate: Lengths | None,
    groups: Dim | int,
    multiplier: Dim | int = 1,
) -> Tensor:
    """A convolution with `filters` outputs, or (None) one with `multiplier` outputs for each input channel."""
    need_rank(x, axes + 2, layer, "inputs", least=True)
    if x.shape.known_rank and x.rank > axes + 2:
        raise Mismatch("layer-input-rank", f"{layer} takes {axes + 2} axes, got {x.rank}: {x.shape}", argument="inputs",
                       runtime="Kernel shape must have the same length as input, but received kernel of shape")
    x = ranked(x, axes + 2, layer, "inputs")
    check_layout(x, axes, layer, data_format)
    batch, spatial, channels = split(x.shape, data_format)
    kernel, step = several(kernel_size, axes), several(strides, axes)
    spread = several(dilation_rate, axes)
    _check_groups(channels, filters, groups)
    out = channels * multiplier if filters is None else filters
    shown = Shape((*kernel, channels, out))
    runtime = (
        f"Computed output size would be zero or negative. Received `inputs shape={spell(x.shape)}`, "
        f"`kernel shape={spell(shown)}`, `dilation_rate=[{' '.join(map(str, spread))}]`"
    )
    sizes = window_sizes(spatial, kernel, step, padding, spread, runtime)
    return changed(x, joined(batch, sizes, out, data_format))


def _check_groups(channels: Dim, filters: Dim | None, groups: Dim | int) -> None:
    for size, what in ((channels, "input channels"), (filters, "filters")):
        if size is not None and groups != 1 and (size % groups).equals(0) is Truth.NO:
            runtime = (
                "The number of input channels must be evenly divisible by the number of groups. "
                f"Received groups={groups}, but the input has {size} channels"
                if size is channels
                else "The number of filters must be evenly divisible by the number of groups. "
                f"Received: groups={groups}, filters={size}."
            )
            raise Mismatch("groups-not-divisible", f"{groups} groups do not divide {size} {what}", size, Dim.of(groups),
                           argument="inputs" if size is channels else "filters", runtime=runtime)  # fmt: skip


def _filters_divide(filters: Dim, groups: Dim) -> None:
    """What the constructor refuses."""
    _check_groups(Dim.of(groups), filters, groups)


def _conv(axes: int) -> None:
    """Conv1D, Conv2D and Conv3D have the same parameters; `strides` defaults differ in spelling alone."""
    name = f"Conv{axes}D"
    ones: Any = 1 if axes == 1 else (1,) * axes

    def conv(inputs: Tensor, *, filters: Dim, kernel_size: Dims, strides: Dims = ones,
             padding: str = "valid", data_format: str | None = None,
             dilation_rate: Dims = ones, groups: Dim = _ONE, activation: Ignored = None,
             use_bias: Ignored = True, kernel_initializer: Ignored = "glorot_uniform",
             bias_initializer: Ignored = "zeros", **others: Ignored) -> Tensor:  # fmt: skip
        made = convolution(inputs, axes, name, filters, kernel_size, as_dims(strides), padding, data_format,
                           as_dims(dilation_rate), groups)  # fmt: skip
        return activated(made, activation)

    K.layer(f"keras.layers.{name}", locks_axis=-1, check=_filters_divide)(conv)
    # a class of its own, for its name says that the arguments may be those of Keras 1
    K.layer(f"keras.layers.Convolution{axes}D", base=f"keras.layers.{name}", locks_axis=-1)(conv)


def as_dims(sizes: Lengths | int | None) -> Lengths | None:
    """A default, which is plain Python, as lengths."""
    if sizes is None:
        return None
    return (Dim.of(sizes),) if isinstance(sizes, (int, Dim)) else tuple(Dim.of(size) for size in sizes)


def _depthwise(axes: int) -> None:
    name = f"DepthwiseConv{axes}D"
    ones: Any = 1 if axes == 1 else (1,) * axes

    def conv(inputs: Tensor, *, kernel_size: Dims, strides: Dims = ones,
             padding: str = "valid", depth_multiplier: Dim = _ONE, data_format: str | None = None,
             dilation_rate: Dims = ones, activation: Ignored = None, use_bias: Ignored = True,
             **others: Ignored) -> Tensor:  # fmt: skip
        made = convolution(inputs, axes, name, None, kernel_size, as_dims(strides), padding, data_format,
                           as_dims(dilation_rate), 1, depth_multiplier)  # fmt: skip
        return activated(made, activation)

    K.layer(f"keras.layers.{name}", locks_axis=-1)(conv)


def _separable(axes: int) -> None:
    name = f"SeparableConv{axes}D"
    ones: Any = 1 if axes == 1 else (1,) * axes

    def conv(inputs: Tensor, *, filters: Dim, kernel_size: Dims, strides: Dims = ones,
             padding: str = "valid", data_format: str | None = None, dilation_rate: Dims = ones,
             depth_multiplier: Ignored = 1, activation: Ignored = None, use_bias: Ignored = True,
             **others: Ignored) -> Tensor:  # fmt: skip
        made = convolution(inputs, axes, name, filters, kernel_size, as_dims(strides), padding, data_format,
                           as_dims(dilation_rate), 1)  # fmt: skip
        return activated(made, activation)

    K.layer(f"keras.layers.{name}", f"keras.layers.SeparableConvolution{axes}D", locks_axis=-1)(conv)


def _transposed(x: Tensor, axes: int, layer: str, filters: Dim, kernel_size: Lengths, strides: Lengths | None,
                padding: str, output_padding: Lengths | None, data_format: str | None,
                dilation_rate: Lengths | None) -> Tensor:  # fmt: skip
    """Source: keras/src/backend/common/backend_utils.py, compute_conv_transpose_output_shape."""
    x = ranked(x, axes + 2, layer, "inputs")
    batch, spatial, _ = split(x.shape, data_format)
    sizes = transposed_sizes(spatial, kernel_size, strides, padding, output_padding, dilation_rate)
    return changed(x, joined(batch, sizes, filters, data_format))


def transposed_sizes(spatial: Lengths, kernel_size: Lengths, strides: Lengths | None, padding: str,
                     output_padding: Lengths | None, dilation_rate: Lengths | None) -> Lengths:  # fmt: skip
    """The spatial lengths of a transposed convolution's result."""
    axes = len(spatial)
    kernel, step, spread = several(kernel_size, axes), several(strides, axes), several(dilation_rate, axes)
    extra = several(output_padding, axes) if output_padding is not None else None
    padding = padding.lower()
    sizes = []
    for i, (size, width, stride) in enumerate(zip(spatial, kernel, step, strict=True)):
        span = (width - 1) * spread[i] + 1
        if extra is None:
            full = transposed_same(size, stride) if padding == "same" else transposed_valid(size, span, stride)
        elif padding == "same":
            full = (size - 1) * stride + span - (span // 2) * 2 + extra[i]
        else:
            full = (size - 1) * stride + span + extra[i]
        sizes.append(full)
    return tuple(sizes)


def _conv_transpose(axes: int) -> None:
    name = f"Conv{axes}DTranspose"
    ones: Any = 1 if axes == 1 else (1,) * axes

    def conv(inputs: Tensor, *, filters: Dim, kernel_size: Dims, strides: Dims = ones,
             padding: str = "valid", output_padding: Dims | None = None, data_format: str | None = None,
             dilation_rate: Dims = ones, activation: Ignored = None, use_bias: Ignored = True,
             **others: Ignored) -> Tensor:  # fmt: skip
        made = _transposed(inputs, axes, name, filters, kernel_size, as_dims(strides), padding, output_padding,
                           data_format, as_dims(dilation_rate))  # fmt: skip
        return activated(made, activation)

    def conv_3d(inputs: Tensor, *, filters: Dim, kernel_size: Dims, strides: Dims = ones,
                padding: str = "valid", data_format: str | None = None, output_padding: Dims | None = None,
                dilation_rate: Dims = ones, activation: Ignored = None, use_bias: Ignored = True,
                **others: Ignored) -> Tensor:  # fmt: skip
        return conv(inputs, filters=filters, kernel_size=kernel_size, strides=strides, padding=padding,
                    output_padding=output_padding, data_format=data_format, dilation_rate=dilation_rate,
                    activation=activation)  # fmt: skip

    paths = (f"keras.layers.{name}", f"keras.layers.Convolution{axes}DTranspose")
    K.layer(*paths, locks_axis=-1)(conv_3d if axes == 3 else conv)


for _axes in (1, 2, 3):
    _conv(_axes)
    _conv_transpose(_axes)
for _axes in (1, 2):
    _depthwise(_axes)
    _separable(_axes)


# -- pooling ---------------------------------------------------------------------------------------------------


def pooled(x: Tensor, axes: int, layer: str, pool_size: Lengths, strides: Lengths | None, padding: str,
           data_format: str | None) -> Tensor:  # fmt: skip
    x = ranked(x, axes + 2, layer, "inputs")
    batch, spatial, channels = split(x.shape, data_format)
    pool = several(pool_size, axes)
    step = pool if strides is None else several(strides, axes)
    shown = " ".join(str(dim.value) for dim in x.shape)
    runtime = (
        f"Computed output size would be zero or negative. Received: `inputs.shape=[{shown}]`, "
        f"`pool_size=[{' '.join(map(str, pool))}]`, `strides={spell(Shape(step))}`, `padding={padding}`."
    )
    sizes = window_sizes(spatial, pool, step, padding, 1, runtime)
    return kept(x, joined(batch, sizes, channels, data_format))


def _pool(axes: int) -> None:
    twos: Any = 2 if axes == 1 else (2,) * axes

    def max_pool(inputs: Tensor, *, pool_size: Dims = twos, strides: Dims | None = None,
                 padding: str = "valid", data_format: str | None = None, name: Ignored = None,
                 **others: Ignored) -> Tensor:  # fmt: skip
        return pooled(inputs, axes, f"MaxPooling{axes}D", as_dims(pool_size) or (), strides, padding, data_format)

    def average_pool(inputs: Tensor, *, pool_size: Dims, strides: Dims | None = None, padding: str = "valid",
                     data_format: str | None = None, name: Ignored = None, **others: Ignored) -> Tensor:  # fmt: skip
        try:
            made = pooled(inputs, axes, f"AveragePooling{axes}D", pool_size, strides, padding, data_format)
        except Mismatch as found:
            if data_format != "channels_first" or found.kind != "conv-kernel-exceeds-input":
                raise
            raise Undecided("an average over nothing") from None  # eager TensorFlow gives an empty tensor
        return changed(inputs, made.shape)

    def global_pool(inputs: Tensor, mask: Ignored = None, *, data_format: str | None = None, keepdims: bool = False,
                    **others: Ignored) -> Tensor:  # fmt: skip
        inputs = ranked(inputs, axes + 2, f"GlobalAveragePooling{axes}D", "inputs")
        batch, _, channels = split(inputs.shape, data_format)
        if keepdims:
            return changed(inputs, joined(batch, (Dim.of(1),) * axes, channels, data_format))
        return changed(inputs, Shape((batch, channels)))

    def global_plain(inputs: Tensor, *, data_format: str | None = None, keepdims: bool = False,
                     **others: Ignored) -> Tensor:  # fmt: skip
        return global_pool(inputs, data_format=data_format, keepdims=keepdims)

    def global_max(inputs: Tensor, *, data_format: str | None = None, keepdims: bool = False,
                   **others: Ignored) -> Tensor:  # fmt: skip
        return kept(inputs, global_pool(inputs, data_format=data_format, keepdims=keepdims).shape)

    def adaptive(inputs: Tensor, *, output_size: Dims, data_format: str | None = None, **others: Ignored) -> Tensor:
        if inputs.rank != axes + 2:
            raise Undecided("adaptive pooling over other axes")
        batch, _, channels = split(inputs.shape, data_format)
        return changed(inputs, joined(batch, several(output_size, axes), channels, data_format))

    layers = "keras.layers."
    K.layer(f"{layers}MaxPooling{axes}D", f"{layers}MaxPool{axes}D")(max_pool)
    K.layer(f"{layers}AveragePooling{axes}D", f"{layers}AvgPool{axes}D")(average_pool)
    K.layer(f"{layers}GlobalAveragePooling{axes}D",
            f"{layers}GlobalAvgPool{axes}D")(global_pool if axes == 1 else global_plain)
    K.layer(f"{layers}GlobalMaxPooling{axes}D", f"{layers}GlobalMaxPool{axes}D")(global_max)
    K.layer(f"{layers}AdaptiveAveragePooling{axes}D", f"{layers}AdaptiveMaxPooling{axes}D")(adaptive)


for _axes in (1, 2, 3):
    _pool(_axes)


# -- resampling ------------------------------------------------------------------------------------------------


def pairs(value: object, axes: int) -> tuple[tuple[Dim, Dim], ...]:
    """How much to add or cut on both sides of each axis: one number, one for each axis, or a pair for each."""
    if isinstance(value, (int, Dim)):
        return ((Dim.of(value), Dim.of(value)),) * axes
    if not isinstance(value, (tuple, list)):
        raise Undecided("a padding of unknown form")
    if axes == 1 and len(value) == 2 and all(isinstance(side, (int, Dim)) for side in value):
        return ((Dim.of(value[0]), Dim.of(value[1])),)
    if len(value) != axes:
        raise Undecided("a padding of another length than there are axes")
    found = []
    for side in value:
        two = side if isinstance(side, (tuple, list)) else (side, side)
        if len(two) != 2 or not all(isinstance(part, (int, Dim)) for part in two):
            raise Undecided("a padding of unknown form")
        found.append((Dim.of(two[0]), Dim.of(two[1])))
    return tuple(found)


def _upsampled(x: Tensor, axes: int, size: Lengths, data_format: str | None) -> Tensor:
    x = ranked(x, axes + 2, f"UpSampling{axes}D", "inputs")
    batch, spatial, channels = split(x.shape, data_format)
    grown = tuple(length * times for length, times in zip(spatial, several(size, axes), strict=True))
    return kept(x, joined(batch, grown, channels, data_format))


@K.layer("keras.layers.UpSampling1D")
def up_sampling_1d(inputs: Tensor, *, size: Dims = _TWOS[1], **others: Ignored) -> Tensor:
    return _upsampled(inputs, 1, as_dims(size) or (), None)


@K.layer("keras.layers.UpSampling2D")
def up_sampling_2d(inputs: Tensor, *, size: Dims = _TWOS[2], data_format: str | None = None,
                   interpolation: Ignored = "nearest", **others: Ignored) -> Tensor:  # fmt: skip
    return _upsampled(inputs, 2, as_dims(size) or (), data_format)


@K.layer("keras.layers.UpSampling3D")
def up_sampling_3d(inputs: Tensor, *, size: Dims = _TWOS[3], data_format: str | None = None,
                   **others: Ignored) -> Tensor:  # fmt: skip
    return _upsampled(inputs, 3, as_dims(size) or (), data_format)


def _padded(x: Tensor, axes: int, padding: object, data_format: str | None) -> Tensor:
    x = ranked(x, axes + 2, f"ZeroPadding{axes}D", "inputs")
    batch, spatial, channels = split(x.shape, data_format)
    grown = tuple(length + a + b for length, (a, b) in zip(spatial, pairs(padding, axes), strict=True))
    return kept(x, joined(batch, grown, channels, data_format))


def _cropped(x: Tensor, axes: int, cropping: object, data_format: str | None) -> Tensor:
    x = ranked(x, axes + 2, f"Cropping{axes}D", "inputs")
    batch, spatial, channels = split(x.shape, data_format)
    sizes = []
    for length, (a, b) in zip(spatial, pairs(cropping, axes), strict=True):
        if (length - a - b).less(1) is Truth.YES:
            raise Mismatch("conv-kernel-exceeds-input", f"{a + b} are cropped from an axis of {length}", length, a + b,
                           argument="cropping",
                           runtime="Values in `cropping` argument should be smaller than the corresponding spatial "
                                   f"dimension of the input. Received: input_shape={spell(x.shape)}")  # fmt: skip
        sizes.append(length - a - b)
    return kept(x, joined(batch, tuple(sizes), channels, data_format))


def _pad_and_crop(axes: int) -> None:
    one: Any = 1 if axes == 1 else (1, 1) if axes == 2 else ((1, 1),) * 3
    cut: Any = (1, 1) if axes == 1 else ((0, 0),) * 2 if axes == 2 else ((1, 1),) * 3

    def zero_padding(inputs: Tensor, *, padding: Any = one, data_format: str | None = None,
                     **others: Ignored) -> Tensor:
        return _padded(inputs, axes, padding, data_format)

    def cropping_1d(inputs: Tensor, *, cropping: Any = cut, **others: Ignored) -> Tensor:
        return _cropped(inputs, 1, cropping, None)

    def cropping(inputs: Tensor, *, cropping: Any = cut, data_format: str | None = None, **others: Ignored) -> Tensor:
        return _cropped(inputs, axes, cropping, data_format)

    K.layer(f"keras.layers.ZeroPadding{axes}D")(zero_padding)
    K.layer(f"keras.layers.Cropping{axes}D")(cropping_1d if axes == 1 else cropping)


for _axes in (1, 2, 3):
    _pad_and_crop(_axes)

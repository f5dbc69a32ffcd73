"""`tf.nn`: convolution and pooling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.window import same as same_windows
from ...core.containers import Sequence
from ...core.dim import Dim, maximum
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.undefined import is_undefined
from ..binding import Dims, Ignored, Ints
from .dialect import TF, settle, spell, tensor
from .elementwise import fill
from .nn import need_rank

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Value

# -- convolution -----------------------------------------------------------------------------------------------


def spatial(sizes: Ints | None, count: int, channels_first: bool) -> tuple[int, ...]:
    """Strides or window sizes for the spatial axes: one number, one an axis, or one for every axis of the input."""
    if sizes is None:
        return (1,) * count
    if len(sizes) == 1:
        return sizes * count
    if len(sizes) == count:
        return tuple(sizes)
    if len(sizes) == count + 2:
        return tuple(sizes[2:] if channels_first else sizes[1:-1])
    raise Undecided(f"{len(sizes)} numbers for {count} axes")


def windows(size: Dim, kernel: Dim, stride: int, padding: Any, dilation: int = 1) -> Dim:
    """How many windows an axis has; TensorFlow gives none rather than refuse where the window is too large."""
    span = (kernel - 1) * dilation + 1
    if padding == "SAME":
        return same_windows(size, stride)
    before, after = (0, 0) if padding == "VALID" else padding
    room = size + before + after - span
    return maximum((room + stride) // stride, 0)


def in_graph(x: Tensor) -> bool:
    """A length is None: shapes are worked out before there are numbers, and none of them may be negative."""
    return x.shape.known_rank and any(map(is_undefined, x.shape.dims))


def need_room(size: Dim, span: Dim) -> None:
    """A graph refuses a window that is larger than what it slides over."""
    if size.less(span) is Truth.YES:
        raise Mismatch(
            "conv-kernel-exceeds-input", f"a window of {span} on an axis of {size}", size, span,
            runtime=f"Negative dimension size caused by subtracting {span} from {size}",
            help="padding='SAME', or less pooling before",
        )  # fmt: skip


def _paddings(padding: Any, count: int, channels_first: bool) -> list[Any]:
    if isinstance(padding, str):
        if padding.upper() not in ("SAME", "VALID"):
            raise Undecided(f"padding {padding}")
        return [padding.upper()] * count
    if isinstance(padding, (list, tuple)) and len(padding) == count + 2:
        return [tuple(pair) for pair in (padding[2:] if channels_first else padding[1:-1])]
    raise Undecided("a padding that is not known")


def convolve(
    input: Tensor, filters: Tensor, count: int, strides: Ints | None, padding: Any, data_format: str | None,
    dilations: Ints | None, op: str,
) -> Tensor:  # fmt: skip
    """[batch, spatial..., in] with [kernel..., in, out] to [batch, spatial..., out]; leading axes are batches."""
    first = bool(data_format) and str(data_format).startswith("NC")
    need_rank(input, count + 2, op, at_least=not first,
          words=f"convolution input must be {count + 2}-dimensional: {spell(input.shape)}")  # fmt: skip
    if filters.shape.known_rank and filters.rank != count + 2:
        raise Mismatch("layer-input-rank", f"filters of rank {filters.rank}", argument="filters",
                       runtime=f"filter must be {count + 2}-dimensional: {spell(filters.shape)}")  # fmt: skip
    dtype = settle((input, filters), op)
    if not input.shape.known_rank:
        return tensor(Shape.of_rank(count + 1) + Shape.of(filters.shape[-1]), dtype)
    batch = input.shape.dims[: input.rank - count - 1] if not first else input.shape.dims[:1]
    sizes = input.shape.dims[2:] if first else input.shape.dims[-count - 1 : -1]
    channels = input.shape[1] if first else input.shape[-1]
    _channels(channels, filters.shape[-2], filters.shape[-1])
    steps, gaps = spatial(strides, count, first), spatial(dilations, count, first)
    pads = _paddings(padding, count, first)
    for size, width, pad, gap in zip(sizes, filters.shape.dims, pads, gaps, strict=False):
        if pad == "VALID" and in_graph(input):
            need_room(size, (width - 1) * gap + 1)
    out = [windows(*each) for each in zip(sizes, filters.shape.dims[:count], steps, pads, gaps, strict=True)]
    made = (*batch, filters.shape[-1], *out) if first else (*batch, *out, filters.shape[-1])
    return tensor(Shape(made), dtype)


def _channels(channels: Dim, depth: Dim, out: Dim) -> None:
    """The filters' depth divides the channels, into groups that divide the filters."""
    if depth.value == 0:
        return
    groups = channels // depth
    if (channels % depth).equals(0) is not Truth.NO:
        if groups.value != 0 and (out % groups).equals(0) is Truth.NO:
            raise Mismatch(
                "conv-in-channels-mismatch", f"{channels} channels for filters of depth {depth}, and {groups} groups "
                f"do not divide {out} filters", channels, depth, argument="filters",
                runtime=(f"output depth must be evenly divisible by number of groups: {out} vs {groups}",
                         f"Depth of output ({out}) is not a multiple of the number of groups ({groups})"),
            )  # fmt: skip
        return
    raise Mismatch(
        "conv-in-channels-mismatch", f"{channels} channels for filters of depth {depth}", channels, depth,
        argument="filters",
        runtime=(f"input depth must be evenly divisible by filter depth: {channels} vs {depth} [Op:Conv2D]",
                 f"Depth of input ({channels}) is not a multiple of input depth of filter ({depth})"),
    )  # fmt: skip


_CONV = {
    1: ("{}(tf.ones([2, 8, 3]), tf.ones([3, 3, 5]), 1, 'SAME')",
        "{}(tf.ones([2, 9, 3]), tf.ones([3, 3, 5]), 2, 'VALID')",
        "{}(tf.ones([2, 8, 3]), tf.ones([3, 4, 5]), 1, 'SAME')"),
    2: ("{}(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 5]), 1, 'SAME')",
        "{}(tf.ones([2, 8, 9, 3]), tf.ones([3, 2, 3, 5]), strides=[1, 2, 2, 1], padding='VALID')",
        "{}(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 4, 5]), 1, 'SAME')",
        "{}(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 5]), [2, 3], 'SAME')",
        "{}(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 5]), 1, [[0, 0], [1, 1], [1, 2], [0, 0]])",
        "{}(tf.ones([2, 2, 2, 3]), tf.ones([3, 3, 3, 5]), 1, 'VALID')",
        "{}(tf.ones([2, 8, 8]), tf.ones([3, 3, 3, 5]), 1, 'SAME')",
        "{}(tf.ones([2, 9, 9, 3]), tf.ones([3, 3, 3, 5]), 1, 'VALID', dilations=2)",
        "{}(tf.ones([2, 8, 8, 6]), tf.ones([3, 3, 3, 4]), 1, 'SAME')",
        "{}(tf.ones([2, 8, 8, 3], tf.float64), tf.ones([3, 3, 3, 5]), 1, 'SAME')"),
    3: ("{}(tf.ones([2, 4, 5, 6, 3]), tf.ones([3, 3, 3, 3, 5]), [1, 1, 1, 1, 1], 'SAME')",
        "{}(tf.ones([2, 4, 5, 6, 3]), tf.ones([2, 2, 2, 3, 5]), [1, 2, 2, 2, 1], 'VALID')"),
}  # fmt: skip


@TF.op("tensorflow.nn.conv1d", samples=fill(_CONV[1], "tf.nn.conv1d"))
def conv1d(
    input: Tensor, filters: Tensor, stride: Ints, padding: Any, data_format: str | None = "NWC",
    dilations: Ints | None = None, name: Ignored = None, *, use_cudnn_on_gpu: Ignored = None,
) -> Tensor:  # fmt: skip
    return convolve(input, filters, 1, stride, padding, data_format, dilations, "Conv2D")


@TF.op("tensorflow.nn.conv2d", samples=fill(_CONV[2], "tf.nn.conv2d"))
def conv2d(
    input: Tensor, filters: Tensor, strides: Ints, padding: Any, data_format: str | None = "NHWC",
    dilations: Ints | None = None, name: Ignored = None, *, use_cudnn_on_gpu: Ignored = True,
) -> Tensor:  # fmt: skip
    return convolve(input, filters, 2, strides, padding, data_format, dilations, "Conv2D")


@TF.op("tensorflow.compat.v1.nn.conv2d",
       samples=("tf.compat.v1.nn.conv2d(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 5]), [1, 2, 2, 1], 'SAME')",
                "tf.compat.v1.nn.conv2d(tf.ones([2, 8, 9, 3]), filter=tf.ones([3, 3, 3, 5]), strides=2, "
                "padding='SAME')",
                "tf.compat.v1.nn.conv2d(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 4, 5]), 1, 'SAME')"))  # fmt: skip
def conv2d_v1(
    input: Tensor, filter: Tensor | None = None, strides: Ints | None = None, padding: Any = None,
    use_cudnn_on_gpu: Ignored = True, data_format: str | None = "NHWC", dilations: Ints | None = (1, 1, 1, 1),
    name: Ignored = None, filters: Tensor | None = None,
) -> Tensor:  # fmt: skip
    chosen = filter if filter is not None else filters
    if chosen is None:
        raise Undecided("no filter")
    return convolve(input, chosen, 2, strides, padding, data_format, dilations, "Conv2D")


@TF.op("tensorflow.nn.conv3d", samples=fill(_CONV[3], "tf.nn.conv3d"))
def conv3d(
    input: Tensor, filters: Tensor, strides: Ints, padding: Any, data_format: str | None = "NDHWC",
    dilations: Ints | None = None, name: Ignored = None,
) -> Tensor:  # fmt: skip
    return convolve(input, filters, 3, strides, padding, data_format, dilations, "Conv3D")


@TF.op("tensorflow.nn.conv2d_transpose",
       samples=("tf.nn.conv2d_transpose(tf.ones([2, 4, 4, 5]), tf.ones([3, 3, 3, 5]), [2, 8, 8, 3], 2)",
                "tf.nn.conv2d_transpose(tf.ones([2, 4, 4, 5]), tf.ones([3, 3, 3, 7]), [2, 8, 8, 3], 2)",
                "tf.nn.conv2d_transpose(tf.ones([2, 4, 4, 5]), tf.ones([3, 3, 3, 5]), [2, 9, 9, 3], 2, 'VALID')",
                "tf.nn.conv2d_transpose(tf.ones([2, 4, 4, 5]), tf.ones([3, 3, 3, 5]), [2, 7, 8, 3], 2)",
                "tf.nn.conv2d_transpose(tf.ones([2, 4, 4, 5]), tf.ones([3, 3, 3, 5]), [2, 4, 4, 3], [1, 2, 2, 1])",
                "tf.nn.conv2d_transpose(tf.ones([2, 4, 4, 5]), tf.ones([3, 3, 3, 5]), [2, 8, 8, 4], 2)",
                "tf.nn.conv2d_transpose(tf.ones([2, 4, 4, 5]), tf.ones([3, 3, 3, 5]), [1, 8, 8, 3], 2)",
                "tf.nn.conv2d_transpose(tf.ones([2, 5, 4, 4]), tf.ones([3, 3, 3, 5]), [2, 3, 8, 8], 2, "
                "data_format='NCHW')",
                "tf.nn.conv2d_transpose(tf.ones([2, 4, 4, 5]), tf.ones([3, 3, 3, 5]), [2, 8, 8, 3], 2, 'VALID')"),
       )  # fmt: skip
def conv2d_transpose(
    input: Tensor, filters: Tensor, output_shape: Dims, strides: Ignored, padding: Ignored = "SAME",
    data_format: str | None = "NHWC", dilations: Ignored = None, name: Ignored = None,
) -> Tensor:  # fmt: skip
    need_rank(input, 4, "Conv2DTranspose")
    dtype = settle((input, filters), "Conv2DBackpropInput")
    depth = input.shape[1] if str(data_format).startswith("NC") else input.shape[-1]
    if filters.shape[-1].equals(depth) is Truth.NO:
        raise Mismatch(
            "conv-in-channels-mismatch", f"{depth} channels for filters of {filters.shape[-1]}", depth,
            filters.shape[-1], argument="filters",
            runtime=f"input channels does not match filter's input channels, {depth} != {filters.shape[-1]}",
        )  # fmt: skip
    first = str(data_format).startswith("NC")
    if len(output_shape) == 4 and getattr(dilations, "payload", dilations) is None:
        _need_inverse(input, filters, Shape(output_shape), strides, padding, first)
    return tensor(Shape(output_shape), dtype)


def _need_inverse(
    input: Tensor, filters: Tensor, out: Shape, strides: Value | None, padding: Value | str, first: bool
) -> None:
    """A convolution of the result would give the input: that decides the lengths and channels of the result."""
    pairs = [(out[0], input.shape[0], "batch"), (out[1 if first else -1], filters.shape[-2], "channels")]
    steps = sizes_of(strides)
    same = {"SAME": True, "VALID": False}.get(str(getattr(padding, "payload", padding)).upper())
    if steps is not None and same is not None:
        step = spatial(steps, 2, first)
        front = slice(2, None) if first else slice(1, -1)
        for size, stride, width, found in zip(out.dims[front], step, filters.shape.dims, input.shape.dims[front],
                                              strict=False):  # fmt: skip
            pairs.append((windows(size, width, stride, "SAME" if same else "VALID", 1), found, "lengths"))
    for made, given, what in pairs:
        if made.equals(given) is Truth.NO:
            raise Mismatch(
                "elementwise-shape-mismatch",
                f"{what} of output_shape {out} belong to an input of {made}, not of {given}", made, given,
                argument="output_shape",
                runtime=("doesn't match", "are inconsistent", "must be equal", "Size of out_backprop"),
            )  # fmt: skip


def sizes_of(value: Value | None) -> tuple[int, ...] | None:
    """Strides, if they are known numbers."""
    found = value.known if isinstance(value, Sequence) else (value,)
    numbers = [one.payload for one in found or () if isinstance(one, Constant) and isinstance(one.payload, int)]
    return tuple(numbers) if numbers and len(numbers) == len(found or ()) else None


@TF.op("tensorflow.nn.depthwise_conv2d",
       samples=("tf.nn.depthwise_conv2d(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 2]), [1, 1, 1, 1], 'SAME')",
                "tf.nn.depthwise_conv2d(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 4, 2]), [1, 1, 1, 1], 'SAME')",
                "tf.nn.depthwise_conv2d(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 1]), [1, 2, 2, 1], 'VALID')"),
       )  # fmt: skip
def depthwise_conv2d(
    input: Tensor, filter: Tensor, strides: Ints, padding: Any, data_format: str | None = None,
    dilations: Ints | None = None, name: Ignored = None,
) -> Tensor:  # fmt: skip
    need_rank(input, 4, "DepthwiseConv2dNative")
    settle((input, filter), "DepthwiseConv2dNative")
    if str(data_format).startswith("NC"):
        raise Undecided(f"data_format {data_format}")
    channels = input.shape[-1]
    if filter.shape[-2].equals(channels) is Truth.NO:
        raise Mismatch(
            "conv-in-channels-mismatch", f"{channels} channels for filters of {filter.shape[-2]}", channels,
            filter.shape[-2], argument="filter",
            runtime=f"input and filter must have the same depth: {channels} vs {filter.shape[-2]}",
        )  # fmt: skip
    merged = Shape((*filter.shape.dims[:2], channels, channels * filter.shape[-1]))
    return convolve(input, filter.like(merged), 2, strides, padding, None, dilations, "Conv2D")


_SEPARABLE = (
    "tf.nn.separable_conv2d(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 2]), tf.ones([1, 1, {}, 5]), [1] * 4, 'SAME')"
)


@TF.op("tensorflow.nn.separable_conv2d", samples=(_SEPARABLE.format(6), _SEPARABLE.format(7)))
def separable_conv2d(
    input: Tensor, depthwise_filter: Tensor, pointwise_filter: Tensor, strides: Ints, padding: Any,
    data_format: str | None = None, dilations: Ints | None = None, name: Ignored = None,
) -> Tensor:  # fmt: skip
    deep = depthwise_conv2d(input, depthwise_filter, strides, padding, data_format, dilations)
    if deep.shape[-1].equals(pointwise_filter.shape[-2]) is Truth.NO:
        _channels_refused(deep.shape[-1], pointwise_filter.shape[-2])
    return convolve(deep, pointwise_filter, 2, (1,), "VALID", None, None, "Conv2D")


def _channels_refused(channels: Dim, depth: Dim) -> None:
    raise Mismatch("conv-in-channels-mismatch", f"{channels} channels for filters of depth {depth}", channels, depth,
                   runtime=f"Dimensions must be equal, but are {channels} and {depth}")  # fmt: skip


@TF.op("tensorflow.nn.atrous_conv2d",
       samples=("tf.nn.atrous_conv2d(tf.ones([2, 9, 9, 3]), tf.ones([3, 3, 3, 5]), 2, 'VALID')",))  # fmt: skip
def atrous_conv2d(value: Tensor, filters: Tensor, rate: Ints, padding: Any, name: Ignored = None) -> Tensor:
    return convolve(value, filters, 2, (1,), padding, None, rate, "Conv2D")


# -- pooling ---------------------------------------------------------------------------------------------------


def _pool(count: int | None, default: str | None) -> Callable[..., Tensor]:
    def function(
        input: Tensor, ksize: Ints, strides: Ints, padding: Any, data_format: str | None = default, name: Ignored = None
    ) -> Tensor:
        return pooled(input, count, ksize, strides, padding, data_format)

    return function


def pooled(
    input: Tensor, count: int | None, ksize: Ints, strides: Ints, padding: Any, data_format: str | None
) -> Tensor:
    """Windows over the spatial axes; channels stay."""
    if count is None:
        if not input.shape.known_rank:
            return tensor(Shape.of_rank(len(ksize)) if len(ksize) > 3 else Shape.unknown(), input.dtype)
        count = input.shape.rank - 2
        if count < 1:
            raise Mismatch("layer-input-rank", f"pooling of rank {count + 2}",
                           runtime=f"Input tensor must be of rank 3, 4 or 5 but was {count + 2}.")  # fmt: skip
    first = bool(data_format) and str(data_format).startswith("NC")
    need_rank(
        input, count + 2, "pooling", words=f"tensor_in_shape must have 2 spatial dimensions. {spell(input.shape)}"
    )
    if not input.shape.known_rank:
        return tensor(Shape.of_rank(count + 2), input.dtype)
    sizes = input.shape.dims[2:] if first else input.shape.dims[1:-1]
    kernels, steps = spatial(ksize, count, first), spatial(strides, count, first)
    pads = _paddings(padding, count, first)
    for size, kernel, pad in zip(sizes, kernels, pads, strict=True):
        if pad == "VALID" and in_graph(input):
            need_room(size, Dim.of(kernel))
    out = [windows(s, Dim.of(k), step, pad) for s, k, step, pad in zip(sizes, kernels, steps, pads, strict=True)]
    batch, channels = input.shape[0], input.shape[1] if first else input.shape[-1]
    made = (batch, channels, *out) if first else (batch, *out, channels)
    return tensor(Shape(made), input.dtype, Facts(low=input.facts.low, high=input.facts.high))


_POOL = ("{}(tf.ones([2, 8, 9, 3]), 2, 2, 'SAME')", "{}(tf.ones([2, 8, 9, 3]), [1, 3, 2, 1], [1, 2, 2, 1], 'VALID')",
         "{}(tf.ones([2, 8, 9, 3]), ksize=[2, 3], strides=1, padding='VALID')", "{}(tf.ones([2, 3]), 2, 2, 'SAME')",
         "{}(tf.ones([2, 1, 1, 3]), 2, 2, 'VALID')", "{}(tf.ones([2, 8, 3]), 2, 2, 'SAME')")  # fmt: skip
for _kind in ("max", "avg"):
    TF.op(f"tensorflow.nn.{_kind}_pool", samples=fill(_POOL, f"tf.nn.{_kind}_pool"))(_pool(None, None))
    TF.op(f"tensorflow.nn.{_kind}_pool1d",
          samples=(f"tf.nn.{_kind}_pool1d(tf.ones([2, 9, 3]), 2, 2, 'VALID')",
                   f"tf.nn.{_kind}_pool1d(tf.ones([2, 9, 3]), 2, 2, 'SAME')"),
          )(_pool(1, "NWC"))  # fmt: skip
    TF.op(f"tensorflow.nn.{_kind}_pool2d", samples=fill(_POOL, f"tf.nn.{_kind}_pool2d"))(_pool(2, "NHWC"))
    TF.op(f"tensorflow.nn.{_kind}_pool3d", samples=(f"tf.nn.{_kind}_pool3d(tf.ones([2, 4, 6, 8, 3]), 2, 2, 'VALID')",),
          )(_pool(3, "NDHWC"))  # fmt: skip

"""`tf.nn`: activations, convolution, pooling, normalization, dropout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.axes import axis as nth
from ...algebra.broadcast import broadcast
from ...algebra.window import same as same_windows
from ...core.dim import Dim, maximum
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ..binding import Dims, Ignored, Ints
from .dialect import TF, need, quoting, settle, spell, tensor
from .elementwise import fill
from .products import multiplied

if TYPE_CHECKING:
    from collections.abc import Callable

# -- activations -----------------------------------------------------------------------------------------------

_ACTIVATION = ("{}(tf.ones([2, 3]))", "{}(np.ones([2, 3]))", "{}(tf.ones([2, 3], tf.int32))", "{}([1., 2.])")


def _activation(activation: str, takes: str, low: float | None = None, high: float | None = None) -> Callable[..., Tensor]:
    def function(features: Tensor, name: Ignored = None) -> Tensor:
        need(features, takes, activation.capitalize(), "features")
        return tensor(features.shape, features.dtype, Facts(low=low, high=high, activation=activation))

    return function


def _declare(name: str, function: Callable[..., Tensor], *more: str) -> None:
    TF.op(f"tensorflow.nn.{name}", *more, samples=fill(_ACTIVATION, f"tf.nn.{name}"))(function)


_declare("relu", _activation("relu", "float int uint", low=0))
_declare("relu6", _activation("relu6", "float int uint", low=0, high=6))
_declare("elu", _activation("elu", "float", low=-1))
_declare("selu", _activation("selu", "float"))
_declare("softplus", _activation("softplus", "float", low=0), "tensorflow.math.softplus")
_declare("softsign", _activation("softsign", "float", low=-1, high=1), "tensorflow.math.softsign")


def _leaky_relu(features: Tensor, alpha: Ignored = 0.2, name: Ignored = None) -> Tensor:
    dtype = "float32" if features.dtype in ("int32", "int64") else features.dtype
    return tensor(features.shape, dtype, Facts(activation="leaky_relu"))


def _swish(features: Tensor, beta: Ignored = 1.0) -> Tensor:
    need(features, "float", "Swish", "features")
    return tensor(features.shape, features.dtype, Facts(activation="swish"))


def _gelu(features: Tensor, approximate: Ignored = False, name: Ignored = None) -> Tensor:
    need(features, "float", "Gelu", "features")
    return tensor(features.shape, features.dtype, Facts(activation="gelu"))


_declare("leaky_relu", _leaky_relu)
_declare("swish", _swish, "tensorflow.nn.silu")
_declare("gelu", _gelu)


@TF.op("tensorflow.nn.crelu", samples=("tf.nn.crelu(tf.ones([2, 3]))",))
def crelu(features: Tensor, axis: int = -1, name: Ignored = None) -> Tensor:
    at = nth(axis, features.rank)
    return tensor(features.shape.replace(at, features.shape[at] * 2), features.dtype, Facts(low=0))


def _softmax(activation: str) -> Callable[..., Tensor]:
    def function(logits: Tensor, axis: int | None = None, name: Ignored = None) -> Tensor:
        need(logits, "float", "Softmax", "logits")
        at = -1 if axis is None else axis
        if logits.shape.known_rank:
            with quoting(f"`axis` {at} is out of the range of the logits' rank {logits.rank}"):
                if logits.shape == Shape():
                    raise Mismatch("dim-out-of-range", "softmax of a scalar")
                at = nth(at, logits.rank) - logits.rank
        low, high = (0, 1) if activation == "softmax" else (None, 0)
        return tensor(logits.shape, logits.dtype, Facts(low=low, high=high, activation=activation, axis=at))

    return function


for _name in ("softmax", "log_softmax"):
    TF.op(
        f"tensorflow.nn.{_name}", f"tensorflow.math.{_name}", f"tensorflow.{_name}",
        samples=fill((*_ACTIVATION, "{}(tf.ones([2, 3]), axis=0)", "{}(tf.ones([2, 3, 5]), 1)", "{}(tf.ones([2, 3]), 2)"), f"tf.nn.{_name}"),
    )(_softmax(_name))  # fmt: skip


# -- dense -----------------------------------------------------------------------------------------------------


@TF.op("tensorflow.nn.bias_add",
       samples=("tf.nn.bias_add(tf.ones([2, 3]), tf.ones([3]))", "tf.nn.bias_add(tf.ones([2, 3]), tf.ones([2]))", "tf.nn.bias_add(tf.ones([2]), tf.ones([2]))",
                "tf.nn.bias_add(tf.ones([2, 3]), tf.ones([1, 3]))", "tf.nn.bias_add(tf.ones([2, 4, 4, 3]), tf.ones([3]))",
                "tf.nn.bias_add(tf.ones([2, 3, 4, 4]), tf.ones([3]), data_format='NCHW')", "tf.nn.bias_add(tf.ones([2, 3]), np.ones([3]))"))  # fmt: skip
def bias_add(value: Tensor, bias: Tensor, data_format: str | None = None, name: Ignored = None) -> Tensor:
    dtype = settle((value, bias), "BiasAdd")
    if not value.shape.known_rank or not bias.shape.known_rank:
        return tensor(value.shape, dtype)
    words = ""
    if value.rank < 2:
        words = f"Input tensor must be at least 2D: {spell(value.shape)}"
    elif bias.rank != 1:
        words = f"Biases must be 1D: {spell(bias.shape)}"
    if words:
        raise Mismatch("layer-input-rank", f"a bias {bias.shape} for {value.shape}", runtime=words)
    channels = value.shape[1] if str(data_format).startswith("NC") else value.shape[-1]
    if bias.shape[0].equals(channels) is Truth.NO:
        raise Mismatch(
            "elementwise-shape-mismatch", f"a bias of {bias.shape[0]} for {channels} columns", bias.shape[0], channels,
            argument="bias",
            runtime=(f"Must provide as many biases as the last dimension of the input tensor: {spell(bias.shape)} vs. "
                     f"{spell(value.shape)} [Op:BiasAdd]", f"Dimensions must be equal, but are {channels} and {bias.shape[0]}"),
        )  # fmt: skip
    return tensor(value.shape, dtype)


def _affine(x: Tensor, weights: Tensor, biases: Tensor) -> Tensor:
    settle((x, weights, biases), "MatMul")
    made = tensor(multiplied(x.shape, weights.shape), x.dtype)
    return bias_add(made, biases)


@TF.op("tensorflow.compat.v1.nn.xw_plus_b", "tensorflow.nn.xw_plus_b",
       samples=("tf.compat.v1.nn.xw_plus_b(tf.ones([2, 3]), tf.ones([3, 5]), tf.ones([5]))",
                "tf.compat.v1.nn.xw_plus_b(tf.ones([2, 3]), tf.ones([3, 5]), tf.ones([3]))"))  # fmt: skip
def xw_plus_b(x: Tensor, weights: Tensor, biases: Tensor, name: Ignored = None) -> Tensor:
    return _affine(x, weights, biases)


@TF.op("tensorflow.compat.v1.nn.relu_layer", "tensorflow.nn.relu_layer",
       samples=("tf.compat.v1.nn.relu_layer(tf.ones([2, 3]), tf.ones([3, 5]), tf.ones([5]))",))  # fmt: skip
def relu_layer(x: Tensor, weights: Tensor, biases: Tensor, name: Ignored = None) -> Tensor:
    return _affine(x, weights, biases).with_facts(low=0, activation="relu")


def _dropout(x: Tensor, rate: Ignored = None, noise_shape: Ignored = None, seed: Ignored = None, name: Ignored = None) -> Tensor:
    need(x, "float complex", "Dropout", "x")
    return tensor(x.shape, x.dtype)


@TF.op("tensorflow.nn.dropout", samples=("tf.nn.dropout(tf.ones([2, 3]), 0.5)", "tf.nn.dropout(tf.ones([2, 3]), rate=0.2)", "tf.nn.dropout(tf.ones([2], tf.int32), 0.5)"))
def dropout(x: Tensor, rate: Ignored, noise_shape: Ignored = None, seed: Ignored = None, name: Ignored = None) -> Tensor:
    return _dropout(x)


@TF.op("tensorflow.compat.v1.nn.dropout", samples=("tf.compat.v1.nn.dropout(tf.ones([2, 3]), 0.5)",))
def dropout_v1(
    x: Tensor, keep_prob: Ignored = None, noise_shape: Ignored = None, seed: Ignored = None, name: Ignored = None,
    rate: Ignored = None,
) -> Tensor:  # fmt: skip
    return _dropout(x)


@TF.op("tensorflow.nn.l2_loss", samples=("tf.nn.l2_loss(tf.ones([2, 3]))", "tf.nn.l2_loss(tf.ones([2], tf.int32))"))
def l2_loss(t: Tensor, name: Ignored = None) -> Tensor:
    need(t, "float", "L2Loss", "t")
    return tensor(Shape(), t.dtype, Facts(low=0))


@TF.op("tensorflow.nn.batch_normalization",
       samples=("tf.nn.batch_normalization(tf.ones([2, 3]), tf.ones([3]), tf.ones([3]), tf.ones([3]), tf.ones([3]), 1e-3)",
                "tf.nn.batch_normalization(tf.ones([2, 3]), tf.ones([5]), tf.ones([5]), None, None, 1e-3)",
                "tf.nn.batch_normalization(tf.ones([2, 3]), 0., 1., None, None, 1e-3)"))  # fmt: skip
def batch_normalization(
    x: Tensor, mean: Tensor, variance: Tensor, offset: Tensor | None, scale: Tensor | None, variance_epsilon: Ignored,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    shape = x.shape
    for part in (mean, variance, offset, scale):
        if part is not None:
            with quoting(f"Incompatible shapes: {spell(x.shape)} vs. {spell(part.shape)} [Op:Mul]"):
                shape = broadcast(shape, part.shape)
    return tensor(shape, x.dtype)


@TF.op("tensorflow.nn.local_response_normalization", "tensorflow.nn.lrn",
       samples=("tf.nn.local_response_normalization(tf.ones([2, 4, 4, 3]))", "tf.nn.local_response_normalization(tf.ones([2, 3]))"))  # fmt: skip
def local_response_normalization(
    input: Tensor, depth_radius: Ignored = 5, bias: Ignored = 1, alpha: Ignored = 1, beta: Ignored = 0.5,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    _rank(input, 4, "LRN")
    return tensor(input.shape, input.dtype)


def _rank(x: Tensor, rank: int, op: str, at_least: bool = False, words: str = "") -> None:
    if x.shape.known_rank and (x.rank < rank or (not at_least and x.rank != rank)):
        raise Mismatch(
            "layer-input-rank", f"{op} of rank {x.rank}: {x.shape}, {rank} axes are needed", *x.shape.dims,
            argument="input",
            runtime=(words or f"input must be {rank}-dimensional{spell(x.shape)}",
                     f"Shape must be rank {rank} but is rank {x.rank}"),
        )  # fmt: skip


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
    _rank(input, count + 2, op, at_least=not first,
          words=f"convolution input must be {count + 2}-dimensional: {spell(input.shape)}")  # fmt: skip
    if filters.shape.known_rank and filters.rank != count + 2:
        raise Mismatch("layer-input-rank", f"filters of rank {filters.rank}", argument="filters",
                       runtime=f"filter must be {count + 2}-dimensional: {spell(filters.shape)}")  # fmt: skip
    dtype = settle((input, filters), op)
    if not input.shape.known_rank:
        return tensor(Shape.of_rank(count + 2)[:-1] + (filters.shape[-1],), dtype)
    batch = input.shape.dims[: input.rank - count - 1] if not first else input.shape.dims[:1]
    sizes = input.shape.dims[2:] if first else input.shape.dims[-count - 1 : -1]
    channels = input.shape[1] if first else input.shape[-1]
    _channels(channels, filters.shape[-2], input, filters)
    steps, gaps = spatial(strides, count, first), spatial(dilations, count, first)
    pads = _paddings(padding, count, first)
    out = [windows(*each) for each in zip(sizes, filters.shape.dims[:count], steps, pads, gaps, strict=True)]
    made = (*batch, filters.shape[-1], *out) if first else (*batch, *out, filters.shape[-1])
    return tensor(Shape(made), dtype)


def _channels(channels: Dim, depth: Dim, input: Tensor, filters: Tensor) -> None:
    if depth.value == 0 or (channels % depth).equals(0) is not Truth.NO:
        return
    raise Mismatch(
        "conv-in-channels-mismatch", f"{channels} channels for filters of depth {depth}", channels, depth,
        argument="filters",
        runtime=(f"input depth must be evenly divisible by filter depth: {channels} vs {depth} [Op:Conv2D]",
                 f"Depth of input ({channels}) is not a multiple of input depth of filter ({depth})"),
    )  # fmt: skip


_CONV = {
    1: ("{}(tf.ones([2, 8, 3]), tf.ones([3, 3, 5]), 1, 'SAME')", "{}(tf.ones([2, 9, 3]), tf.ones([3, 3, 5]), 2, 'VALID')",
        "{}(tf.ones([2, 8, 3]), tf.ones([3, 4, 5]), 1, 'SAME')"),
    2: ("{}(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 5]), 1, 'SAME')", "{}(tf.ones([2, 8, 9, 3]), tf.ones([3, 2, 3, 5]), strides=[1, 2, 2, 1], padding='VALID')",
        "{}(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 4, 5]), 1, 'SAME')", "{}(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 5]), [2, 3], 'SAME')",
        "{}(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 5]), 1, [[0, 0], [1, 1], [1, 2], [0, 0]])", "{}(tf.ones([2, 2, 2, 3]), tf.ones([3, 3, 3, 5]), 1, 'VALID')",
        "{}(tf.ones([2, 8, 8]), tf.ones([3, 3, 3, 5]), 1, 'SAME')", "{}(tf.ones([2, 9, 9, 3]), tf.ones([3, 3, 3, 5]), 1, 'VALID', dilations=2)",
        "{}(tf.ones([2, 8, 8, 6]), tf.ones([3, 3, 3, 4]), 1, 'SAME')", "{}(tf.ones([2, 8, 8, 3], tf.float64), tf.ones([3, 3, 3, 5]), 1, 'SAME')"),
    3: ("{}(tf.ones([2, 4, 5, 6, 3]), tf.ones([3, 3, 3, 3, 5]), [1, 1, 1, 1, 1], 'SAME')", "{}(tf.ones([2, 4, 5, 6, 3]), tf.ones([2, 2, 2, 3, 5]), [1, 2, 2, 2, 1], 'VALID')"),
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
                "tf.compat.v1.nn.conv2d(tf.ones([2, 8, 9, 3]), filter=tf.ones([3, 3, 3, 5]), strides=[1, 1, 1, 1], padding='VALID')",
                "tf.compat.v1.nn.conv2d(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 4, 5]), [1, 1, 1, 1], 'SAME')"))  # fmt: skip
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
                "tf.nn.conv2d_transpose(tf.ones([2, 4, 4, 5]), tf.ones([3, 3, 3, 5]), output_shape=[2, 9, 9, 3], strides=[1, 2, 2, 1], padding='VALID')"))  # fmt: skip
def conv2d_transpose(
    input: Tensor, filters: Tensor, output_shape: Dims, strides: Ignored, padding: Ignored = "SAME",
    data_format: str | None = "NHWC", dilations: Ignored = None, name: Ignored = None,
) -> Tensor:  # fmt: skip
    _rank(input, 4, "Conv2DTranspose")
    dtype = settle((input, filters), "Conv2DBackpropInput")
    depth = input.shape[1] if str(data_format).startswith("NC") else input.shape[-1]
    if filters.shape[-1].equals(depth) is Truth.NO:
        raise Mismatch(
            "conv-in-channels-mismatch", f"{depth} channels for filters of {filters.shape[-1]}", depth,
            filters.shape[-1], argument="filters",
            runtime=f"input channels does not match filter's input channels, {depth} != {filters.shape[-1]}",
        )  # fmt: skip
    return tensor(Shape(output_shape), dtype)


@TF.op("tensorflow.nn.depthwise_conv2d",
       samples=("tf.nn.depthwise_conv2d(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 2]), [1, 1, 1, 1], 'SAME')",
                "tf.nn.depthwise_conv2d(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 4, 2]), [1, 1, 1, 1], 'SAME')",
                "tf.nn.depthwise_conv2d(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 1]), [1, 2, 2, 1], 'VALID')"))  # fmt: skip
def depthwise_conv2d(
    input: Tensor, filter: Tensor, strides: Ints, padding: Any, data_format: str | None = None,
    dilations: Ints | None = None, name: Ignored = None,
) -> Tensor:  # fmt: skip
    _rank(input, 4, "DepthwiseConv2dNative")
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


@TF.op("tensorflow.nn.separable_conv2d",
       samples=("tf.nn.separable_conv2d(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 2]), tf.ones([1, 1, 6, 5]), [1, 1, 1, 1], 'SAME')",
                "tf.nn.separable_conv2d(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 2]), tf.ones([1, 1, 7, 5]), [1, 1, 1, 1], 'SAME')"))  # fmt: skip
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


@TF.op("tensorflow.nn.atrous_conv2d", samples=("tf.nn.atrous_conv2d(tf.ones([2, 9, 9, 3]), tf.ones([3, 3, 3, 5]), 2, 'VALID')",))
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
        count = input.shape.rank - 2 if input.shape.known_rank else len(ksize) - 2
        if count < 1:
            raise Mismatch("layer-input-rank", f"pooling of rank {count + 2}",
                           runtime=f"Input tensor must be of rank 3, 4 or 5 but was {count + 2}.")  # fmt: skip
    first = bool(data_format) and str(data_format).startswith("NC")
    _rank(input, count + 2, "pooling", words=f"tensor_in_shape must have 2 spatial dimensions. {spell(input.shape)}")
    if not input.shape.known_rank:
        return tensor(Shape.of_rank(count + 2), input.dtype)
    sizes = input.shape.dims[2:] if first else input.shape.dims[1:-1]
    kernels, steps = spatial(ksize, count, first), spatial(strides, count, first)
    pads = _paddings(padding, count, first)
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
          samples=(f"tf.nn.{_kind}_pool1d(tf.ones([2, 9, 3]), 2, 2, 'VALID')", f"tf.nn.{_kind}_pool1d(tf.ones([2, 9, 3]), 2, 2, 'SAME')"),
          )(_pool(1, "NWC"))  # fmt: skip
    TF.op(f"tensorflow.nn.{_kind}_pool2d", samples=fill(_POOL, f"tf.nn.{_kind}_pool2d"))(_pool(2, "NHWC"))
    TF.op(f"tensorflow.nn.{_kind}_pool3d", samples=(f"tf.nn.{_kind}_pool3d(tf.ones([2, 4, 6, 8, 3]), 2, 2, 'VALID')",),
          )(_pool(3, "NDHWC"))  # fmt: skip

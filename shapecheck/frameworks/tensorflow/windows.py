"""`tf.nn`: convolution and pooling by other names, and what is seldom used: transposed, fractional, morphological."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ..binding import Dims, Ignored, Ints
from .convolution import conv2d_transpose, convolve, pooled, sizes_of, spatial, windows
from .dialect import TF, asked, settle, tensor
from .nn import need_rank

if TYPE_CHECKING:
    from ...core.value import Value


def _spatial_count(input: Tensor, filters: Tensor | None = None) -> int:
    """How many axes are slid over; told by the filters, or by the input."""
    if filters is not None and filters.shape.known_rank:
        return filters.rank - 2
    return input.rank - 2


@TF.op("tensorflow.nn.convolution",
       samples=("tf.nn.convolution(tf.ones([2, 8, 3]), tf.ones([3, 3, 5]))",
                "tf.nn.convolution(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 5]), strides=2, padding='SAME')",
                "tf.nn.convolution(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3, 5]), dilations=[2, 2])",
                "tf.nn.convolution(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 4, 5]))",
                "tf.nn.convolution(tf.ones([2, 8, 9]), tf.ones([3, 3, 3, 5]))",
                "tf.nn.convolution(tf.ones([2, 4, 5, 6, 3]), tf.ones([2, 2, 2, 3, 5]))"))  # fmt: skip
def convolution(
    input: Tensor, filters: Tensor, strides: Ints | None = None, padding: Any = "VALID", data_format: str | None = None,
    dilations: Ints | None = None, name: Ignored = None,
) -> Tensor:  # fmt: skip
    return convolve(input, filters, _spatial_count(input, filters), strides, padding, data_format, dilations, "Conv2D")


# -- transposed ------------------------------------------------------------------------------------------------


def _transposed(
    input: Tensor, filters: Tensor, output_shape: tuple[Dim, ...], strides: Value, padding: Any, count: int,
    data_format: str | None,
) -> Tensor:  # fmt: skip
    """[batch, spatial..., in] with [kernel..., out, in] to the shape that is asked for, which a convolution undoes."""
    need_rank(input, count + 2, "a transposed convolution")
    need_rank(filters, count + 2, "filters")
    dtype = settle((input, filters), "Conv3DBackpropInputV2")
    first = str(data_format).startswith("NC")
    out = Shape(output_shape)
    pairs = [(input.shape[1 if first else -1], filters.shape[-1], "channels")]
    if len(out) == count + 2:
        pairs += [(out[0], input.shape[0], "batch"), (out[1 if first else -1], filters.shape[-2], "channels")]
        steps = sizes_of(strides)
        if steps is not None and isinstance(padding, str):
            front = slice(2, None) if first else slice(1, -1)
            for size, step, width, found in zip(out.dims[front], spatial(steps, count, first), filters.shape.dims,
                                                input.shape.dims[front], strict=False):  # fmt: skip
                pairs.append((windows(size, width, step, padding.upper()), found, "lengths"))
    for made, given, what in pairs:
        if made.equals(given) is Truth.NO:
            raise Mismatch(
                "conv-in-channels-mismatch" if what == "channels" else "elementwise-shape-mismatch",
                f"{what} of {input.shape} by {filters.shape} are {made} and {given}", made, given,
                argument="output_shape",
                runtime=("doesn't match", "must be equal", "Size of out_backprop", "does not match", "incompatible"),
            )  # fmt: skip
    return tensor(out, dtype)


_CONV1D = "tf.nn.conv1d_transpose(tf.ones([2, 4, 5]), tf.ones([3, 3, {}]), [2, {}, 3], 2)"
_CONV3D = "tf.nn.conv3d_transpose(tf.ones([2, 4, 4, 4, 5]), tf.ones([3, 3, 3, 3, {}]), [2, {}, 8, 8, 3], 2)"


@TF.op("tensorflow.nn.conv1d_transpose", samples=(_CONV1D.format(5, 8), _CONV1D.format(4, 8), _CONV1D.format(5, 9)))
def conv1d_transpose(
    input: Tensor, filters: Tensor, output_shape: Dims, strides: Value, padding: Any = "SAME",
    data_format: str | None = "NWC", dilations: Ignored = None, name: Ignored = None,
) -> Tensor:  # fmt: skip
    return _transposed(input, filters, output_shape, strides, padding, 1, data_format)


@TF.op("tensorflow.nn.conv3d_transpose", samples=(_CONV3D.format(5, 8), _CONV3D.format(4, 8), _CONV3D.format(5, 9)))
def conv3d_transpose(
    input: Tensor, filters: Tensor, output_shape: Dims, strides: Value, padding: Any = "SAME",
    data_format: str | None = "NDHWC", dilations: Ignored = None, name: Ignored = None,
) -> Tensor:  # fmt: skip
    return _transposed(input, filters, output_shape, strides, padding, 3, data_format)


@TF.op("tensorflow.nn.conv_transpose",
       samples=("tf.nn.conv_transpose(tf.ones([2, 4, 4, 5]), tf.ones([3, 3, 3, 5]), [2, 8, 8, 3], 2)",
                "tf.nn.conv_transpose(tf.ones([2, 4, 5]), tf.ones([3, 3, 4]), [2, 8, 3], 2)"))  # fmt: skip
def conv_transpose(
    input: Tensor, filters: Tensor, output_shape: Dims, strides: Value, padding: Any = "SAME",
    data_format: str | None = None, dilations: Ignored = None, name: Ignored = None,
) -> Tensor:  # fmt: skip
    if len(output_shape) == 4:
        return conv2d_transpose(input, filters, output_shape, strides, padding, data_format, dilations)
    return _transposed(input, filters, output_shape, strides, padding, len(output_shape) - 2, data_format)


@TF.op("tensorflow.nn.atrous_conv2d_transpose",
       samples=("tf.nn.atrous_conv2d_transpose(tf.ones([2, 8, 8, 5]), tf.ones([3, 3, 3, 5]), [2, 8, 8, 3], 2, 'SAME')",
                "tf.nn.atrous_conv2d_transpose(tf.ones([2, 8, 8, 4]), tf.ones([3, 3, 3, 5]), [2, 8, 8, 3], 2, 'SAME')"),
       )  # fmt: skip
def atrous_conv2d_transpose(
    value: Tensor, filters: Tensor, output_shape: Dims, rate: Ignored, padding: Ignored, name: Ignored = None
) -> Tensor:
    dtype = settle((value, filters), "Conv2DBackpropInput")
    if value.shape.least_rank and filters.shape.least_rank and value.shape[-1].equals(filters.shape[-1]) is Truth.NO:
        raise Mismatch("conv-in-channels-mismatch", f"{value.shape[-1]} channels for filters of {filters.shape[-1]}",
                       value.shape[-1], filters.shape[-1], argument="filters",
                       runtime=("`value` channels", "value's input channels does not match filter's input channels"))
    return tensor(Shape(output_shape), dtype)


def _of_filters(
    input: Ignored, filter_sizes: Dims, out_backprop: Tensor, strides: Ignored, padding: Ignored,
    data_format: Ignored = "NHWC", dilations: Ignored = (1, 1, 1, 1), name: Ignored = None,
) -> Tensor:  # fmt: skip
    return tensor(Shape(filter_sizes), out_backprop.dtype)


def _of_input(
    input_sizes: Dims, filter: Ignored, out_backprop: Tensor, strides: Ignored, padding: Ignored,
    data_format: Ignored = "NHWC", dilations: Ignored = (1, 1, 1, 1), name: Ignored = None,
) -> Tensor:  # fmt: skip
    return tensor(Shape(input_sizes), out_backprop.dtype)


_BACK = "tf.nn.depthwise_conv2d_backprop_{}, tf.ones([2, 8, 8, 6]), [1, 1, 1, 1], 'SAME')"
TF.op("tensorflow.nn.depthwise_conv2d_backprop_filter",
      samples=(_BACK.format("filter(tf.ones([2, 8, 8, 3]), [3, 3, 3, 2]"),))(_of_filters)  # fmt: skip
TF.op("tensorflow.nn.depthwise_conv2d_backprop_input",
      samples=(_BACK.format("input([2, 8, 8, 3], tf.ones([3, 3, 3, 2])"),))(_of_input)  # fmt: skip


# -- pooling ---------------------------------------------------------------------------------------------------


@TF.op("tensorflow.nn.pool",
       samples=("tf.nn.pool(tf.ones([2, 8, 9, 3]), [2, 2], 'MAX')",
                "tf.nn.pool(tf.ones([2, 8, 9, 3]), [2, 3], 'AVG', strides=[2, 3], padding='SAME')",
                "tf.nn.pool(tf.ones([2, 8, 3]), [2], 'MAX')"))  # fmt: skip
def pool(
    input: Tensor, window_shape: Ints, pooling_type: Ignored, strides: Ints | None = None, padding: Any = "VALID",
    data_format: str | None = None, dilations: Ints | None = None, name: Ignored = None,
) -> Tensor:  # fmt: skip
    if dilations is not None and any(one != 1 for one in dilations):
        raise Undecided("a dilated pool")
    return pooled(input, len(window_shape), window_shape, strides or (1,), padding, data_format)


@TF.op("tensorflow.nn.max_pool_with_argmax",
       samples=("tf.nn.max_pool_with_argmax(tf.ones([2, 8, 9, 3]), 2, 2, 'SAME')",
                "tf.nn.max_pool_with_argmax(tf.ones([2, 8, 9, 3]), [1, 3, 3, 1], [1, 2, 2, 1], 'VALID', "
                "output_dtype=tf.int32)",
                "tf.nn.max_pool_with_argmax(tf.ones([8, 9, 3]), 2, 2, 'SAME')"))  # fmt: skip
def max_pool_with_argmax(
    input: Tensor, ksize: Ints, strides: Ints, padding: Any, data_format: str | None = "NHWC",
    output_dtype: Value | str = "int64", include_batch_in_index: Ignored = False, name: Ignored = None,
) -> tuple[Tensor, Tensor]:  # fmt: skip
    made = pooled(input, 2, ksize, strides, padding, data_format)
    return made, tensor(made.shape, asked(output_dtype, "int64"), Facts(low=0))


def _fractional(
    value: Tensor, pooling_ratio: Any, pseudo_random: Ignored = False, overlapping: Ignored = False, seed: Ignored = 0,
    name: Ignored = None,
) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
    """An axis is divided by the ratio, and rounded down."""
    ratios = pooling_ratio if isinstance(pooling_ratio, (tuple, list)) else (pooling_ratio,)
    if len(ratios) == 1:
        ratios = (1.0, ratios[0], ratios[0], 1.0)
    dims = [
        dim if ratio == 1.0 else Dim.of(int(dim.value / ratio)) if dim.value is not None else Dim.unknown()
        for dim, ratio in zip(value.shape.dims, ratios, strict=True)
    ]
    rows, columns = dims[1] + 1, dims[2] + 1
    return tensor(Shape(dims), value.dtype), tensor(Shape.of(rows), "int64"), tensor(Shape.of(columns), "int64")


for _name in ("fractional_max_pool", "fractional_avg_pool"):
    TF.op(f"tensorflow.nn.{_name}",
          samples=(f"tf.nn.{_name}(tf.ones([2, 8, 9, 3]), [1.0, 1.5, 1.3, 1.0])",
                   f"tf.nn.{_name}(tf.ones([2, 8, 9, 3]), (1.0, 1.7, 1.0, 1.0))"))(_fractional)  # fmt: skip


# -- morphology ------------------------------------------------------------------------------------------------


def _morphed(input: Tensor, filters: Tensor, strides: Ints, padding: Any, dilations: Ints) -> Tensor:
    """[batch, rows, columns, depth] with filters [rows, columns, depth]; the depth stays."""
    need_rank(input, 4, "Dilation2D")
    need_rank(filters, 3, "filters")
    if input.shape.known_rank and input.shape[-1].equals(filters.shape[-1]) is Truth.NO:
        raise Mismatch("conv-in-channels-mismatch", f"{input.shape[-1]} channels for filters of {filters.shape[-1]}",
                       input.shape[-1], filters.shape[-1], argument="filters",
                       runtime=(f"input and filter must have the same depth: {input.shape[-1]} vs "
                                f"{filters.shape[-1]}", "must be equal"))  # fmt: skip
    batch, height, width, depth = input.shape.dims
    rows, columns = (
        windows(size, filters.shape[at - 1], strides[at], str(padding).upper(), dilations[at])
        for at, size in ((1, height), (2, width))
    )
    return tensor(Shape((batch, rows, columns, depth)), settle((input, filters), "Dilation2D"))


_MORPH = ("{}(tf.ones([2, 8, 9, 3]), tf.ones([3, 2, 3]), [1, 1, 1, 1], 'VALID', 'NHWC', [1, 1, 1, 1])",
          "{}(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 3]), [1, 2, 2, 1], 'SAME', 'NHWC', [1, 2, 2, 1])",
          "{}(tf.ones([2, 8, 9, 3]), tf.ones([3, 3, 4]), [1, 1, 1, 1], 'SAME', 'NHWC', [1, 1, 1, 1])")  # fmt: skip


@TF.op("tensorflow.nn.dilation2d", samples=tuple(one.replace("{}", "tf.nn.dilation2d") for one in _MORPH))
def dilation2d(
    input: Tensor, filters: Tensor, strides: Ints, padding: Any, data_format: Ignored, dilations: Ints,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    return _morphed(input, filters, strides, padding, dilations)


@TF.op("tensorflow.nn.erosion2d", samples=tuple(one.replace("{}", "tf.nn.erosion2d") for one in _MORPH))
def erosion2d(
    value: Tensor, filters: Tensor, strides: Ints, padding: Any, data_format: Ignored, dilations: Ints,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    return _morphed(value, filters, strides, padding, dilations)


# -- connectionist temporal classification ---------------------------------------------------------------------


@TF.op("tensorflow.nn.ctc_loss",
       samples=("tf.nn.ctc_loss([[1, 2], [1, 1]], tf.ones([5, 2, 4]), [2, 2], [5, 5])",
                "tf.nn.ctc_loss([[1, 2], [1, 1]], tf.ones([2, 5, 4]), [2, 2], [5, 5], logits_time_major=False)"))
def ctc_loss(
    labels: Ignored, logits: Tensor, label_length: Ignored, logit_length: Ignored, logits_time_major: Any = True,
    unique: Ignored = None, blank_index: Ignored = None, name: Ignored = None,
) -> Tensor:  # fmt: skip
    """Logits [time, batch, classes], or [batch, time, classes], to one loss a sample."""
    if not isinstance(logits_time_major, bool):
        raise Undecided("which axis is time")
    need_rank(logits, 3, "ctc_loss")
    batch = logits.shape[1 if logits_time_major else 0] if logits.shape.known_rank else Dim.unknown()
    return tensor(Shape.of(batch), "float32", Facts(low=0))


@TF.op("tensorflow.nn.collapse_repeated",
       samples=("tf.nn.collapse_repeated([[1, 1, 2], [2, 2, 2]], [3, 3])",))  # fmt: skip
def collapse_repeated(labels: Tensor, seq_length: Tensor, name: Ignored = None) -> tuple[Tensor, Tensor]:
    return tensor(Shape.of(labels.shape[0], Dim.unknown()), labels.dtype), tensor(seq_length.shape, seq_length.dtype)


@TF.op("tensorflow.nn.ctc_unique_labels", samples=("tf.nn.ctc_unique_labels([[1, 1, 2], [2, 2, 2]])",))
def ctc_unique_labels(labels: Tensor, name: Ignored = None) -> tuple[Tensor, Tensor]:
    return tensor(Shape.of(labels.shape[0], Dim.unknown()), "int64"), tensor(labels.shape, "int32")



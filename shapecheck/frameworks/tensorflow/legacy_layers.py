"""`tf.layers` of TensorFlow 1, functions that make their own weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.dim import Dim
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Native, Value
from ..binding import Ignored, Ints
from .convolution import pooled, spatial, windows
from .dialect import TF, need, python_spell, tensor
from .shapes import need_axes, need_defined

if TYPE_CHECKING:
    from collections.abc import Callable


def _at(*names: str) -> tuple[str, ...]:
    return tuple(f"tensorflow.layers.{name}" for name in names)


def activated(shape: Shape, dtype: str | None, activation: Value | None) -> Tensor:
    """The result after an activation, whose name rules want to know."""
    name = activation.name.rpartition(".")[2] if isinstance(activation, Native) else None
    low = 0 if name in ("relu", "sigmoid", "softmax") else None
    return tensor(shape, dtype, Facts(low=low, activation=name, axis=-1 if name == "softmax" else None))


def _need_rank(inputs: Tensor, rank: int, layer: str) -> None:
    if inputs.shape.known_rank and inputs.rank != rank:
        kind = "missing-channel-dim" if inputs.rank == rank - 1 else "layer-input-rank"
        raise Mismatch(
            kind, f"{layer} takes {rank} axes, got {inputs.shape}", *inputs.shape.dims, argument="inputs",
            runtime=f"Input 0 of layer {layer} is incompatible with the layer: expected ndim={rank}, found "
            f"ndim={inputs.rank}. Full shape received: {python_spell(inputs.shape)}",
        )  # fmt: skip


def need_features(inputs: Tensor, axis: int, layer: str) -> None:
    """The layer makes its weights for the length of that axis."""
    need_axes(inputs, layer, "inputs", f"The last dimension of the inputs to `{layer}` should be defined.",
              "The last dimension of the inputs to a Dense layer should be defined.",
              "'NoneType' object is not subscriptable")  # fmt: skip
    if inputs.shape.known_rank and inputs.shape.rank:
        need_defined(
            Shape.of(inputs.shape[axis]), f"{layer} of {inputs.shape}: weights for an axis", "inputs",
            f"The last dimension of the inputs to `{layer}` should be defined. Found `None`.",
            "The last dimension of the inputs to a Dense layer should be defined.",
            "The channel dimension of the inputs should be defined",
        )  # fmt: skip


@TF.op(*_at("dense"), samples=("tf.layers.dense(tf.ones([2, 3]), 5)", "tf.layers.dense(tf.ones([2, 4, 3]), units=5)",
                               "tf.layers.dense(tf.ones([]), 5)"))  # fmt: skip
def dense(
    inputs: Tensor, units: Dim, activation: Value | None = None, use_bias: Ignored = True,
    kernel_initializer: Ignored = None,
    bias_initializer: Ignored = None, kernel_regularizer: Ignored = None, bias_regularizer: Ignored = None,
    activity_regularizer: Ignored = None, kernel_constraint: Ignored = None, bias_constraint: Ignored = None,
    trainable: Ignored = True, name: Ignored = None, reuse: Ignored = None,
) -> Tensor:  # fmt: skip
    need(inputs, "float", "dense", "inputs")
    need_features(inputs, -1, "Dense")
    if inputs.shape.known_rank and inputs.rank < 2:
        raise Mismatch("missing-batch-dim", f"dense of {inputs.shape}", argument="inputs",
                       runtime="Input 0 of layer dense is incompatible with the layer: expected min_ndim=2, found "
                       f"ndim={inputs.rank}.")  # fmt: skip
    front = Shape(inputs.shape.dims[:-1]) if inputs.shape.known_rank else Shape.unknown()
    return activated(front + Shape.of(units), inputs.dtype, activation)


def convolved(inputs: Tensor, count: int, filters: Dim, kernel: Ints, strides: Ints, padding: str, first: bool,
               dilation: Ints, activation: Value | None, layer: str) -> Tensor:  # fmt: skip
    _need_rank(inputs, count + 2, layer)
    need_axes(inputs, layer, "inputs", "'NoneType' object is not subscriptable")
    if not inputs.shape.known_rank:
        return tensor(Shape.of_rank(count + 2), inputs.dtype)
    need_features(inputs, 1 if first else -1, f"Conv{count}D")
    sizes = inputs.shape.dims[2:] if first else inputs.shape.dims[1:-1]
    lengths = zip(
        sizes,
        spatial(kernel, count, first),
        spatial(strides, count, first),
        spatial(dilation, count, first),
        strict=True,
    )
    out = [_window(size, Dim.of(width), step, padding, gap) for size, width, step, gap in lengths]
    made = (inputs.shape[0], filters, *out) if first else (inputs.shape[0], *out, filters)
    return activated(Shape(made), inputs.dtype, activation)


def _window(size: Dim, kernel: Dim, stride: int, padding: str, dilation: int) -> Dim:
    if padding.upper() == "VALID" and size.less((kernel - 1) * dilation + 1) is Truth.YES:
        raise Mismatch(
            "conv-kernel-exceeds-input", f"a window of {kernel} on an axis of {size}", size, kernel,
            runtime=f"Negative dimension size caused by subtracting {kernel} from {size}",
        )  # fmt: skip
    return windows(size, kernel, stride, padding.upper(), dilation)


def _conv(count: int, name: str) -> Callable[..., Tensor]:
    def function(
        inputs: Tensor, filters: Dim, kernel_size: Ints, strides: Ints = (1,), padding: str = "valid",
        data_format: str = "channels_last", dilation_rate: Ints = (1,), activation: Value | None = None,
        use_bias: Ignored = True,
        kernel_initializer: Ignored = None, bias_initializer: Ignored = None, kernel_regularizer: Ignored = None,
        bias_regularizer: Ignored = None, activity_regularizer: Ignored = None, kernel_constraint: Ignored = None,
        bias_constraint: Ignored = None, trainable: Ignored = True, name: Ignored = None, reuse: Ignored = None,
    ) -> Tensor:  # fmt: skip
        first = data_format == "channels_first"
        return convolved(
            inputs, count, filters, kernel_size, strides, padding, first, dilation_rate, activation, layer
        )

    layer = name
    return function


_CONV = ("tf.layers.conv{}d({}, 5, 3)", "tf.layers.conv{}d({}, filters=5, kernel_size=3, padding='same', strides=2)")
for _count, _input in ((1, "tf.ones([2, 8, 3])"), (2, "tf.ones([2, 8, 9, 3])"), (3, "tf.ones([2, 5, 6, 7, 3])")):
    TF.op(*_at(f"conv{_count}d"), samples=(
        *(sample.format(_count, _input) for sample in _CONV), f"tf.layers.conv{_count}d(tf.ones([2, 3]), 5, 3)",
    ))(_conv(_count, f"conv{_count}d"))  # fmt: skip


@TF.op(*_at("conv2d_transpose"),
       samples=("tf.layers.conv2d_transpose(tf.ones([2, 4, 5, 3]), 7, 3, strides=2, padding='same')",
                "tf.layers.conv2d_transpose(tf.ones([2, 4, 5, 3]), 7, 3, strides=(2, 1))"))  # fmt: skip
def conv2d_transpose(
    inputs: Tensor, filters: Dim, kernel_size: Ints, strides: Ints = (1, 1), padding: str = "valid",
    data_format: str = "channels_last", activation: Value | None = None, use_bias: Ignored = True, **kwargs: Any,
) -> Tensor:  # fmt: skip
    from ...algebra.window import transposed_same, transposed_valid

    _need_rank(inputs, 4, "conv2d_transpose")
    first = data_format == "channels_first"
    sizes = inputs.shape.dims[2:] if first else inputs.shape.dims[1:-1]
    steps, widths = spatial(strides, 2, first), spatial(kernel_size, 2, first)
    same = padding.upper() == "SAME"
    out = [transposed_same(size, step) if same else transposed_valid(size, width, step)
           for size, step, width in zip(sizes, steps, widths, strict=True)]  # fmt: skip
    made = (inputs.shape[0], filters, *out) if first else (inputs.shape[0], *out, filters)
    return activated(Shape(made), inputs.dtype, activation)


def _pool(count: int) -> Callable[..., Tensor]:
    def function(
        inputs: Tensor, pool_size: Ints, strides: Ints, padding: str = "valid", data_format: str = "channels_last",
        name: Ignored = None,
    ) -> Tensor:  # fmt: skip
        layout = "NC" if data_format == "channels_first" else None
        _need_rank(inputs, count + 2, f"max_pooling{count}d")
        return pooled(inputs, count, pool_size, strides, padding.upper(), layout)

    return function


for _count, _input in ((1, "tf.ones([2, 8, 3])"), (2, "tf.ones([2, 8, 9, 3])"), (3, "tf.ones([2, 5, 6, 7, 3])")):
    for _kind in ("max", "average"):
        TF.op(*_at(f"{_kind}_pooling{_count}d"), samples=(
            f"tf.layers.{_kind}_pooling{_count}d({_input}, 2, 2)",
            f"tf.layers.{_kind}_pooling{_count}d({_input}, pool_size=3, strides=2, padding='same')",
        ))(_pool(_count))  # fmt: skip


@TF.op(*_at("flatten"), "tensorflow.contrib.layers.flatten", "tensorflow.contrib.slim.flatten",
       samples=("tf.layers.flatten(tf.ones([2, 3, 5]))", "tf.layers.flatten(tf.ones([2]))"))  # fmt: skip
def flatten(inputs: Tensor, name: Ignored = None, data_format: Ignored = "channels_last") -> Tensor:
    if inputs.shape.known_rank and inputs.rank == 1:
        return tensor(Shape((inputs.shape[0], 1)), inputs.dtype)
    if not inputs.shape.known_rank:
        return tensor(Shape.of_rank(2), inputs.dtype)
    return tensor(Shape((inputs.shape[0], Shape(inputs.shape.dims[1:]).numel)), inputs.dtype)


@TF.op(
    *_at("dropout"),
    "tensorflow.contrib.layers.dropout", "tensorflow.contrib.slim.dropout",
    samples=("tf.layers.dropout(tf.ones([2, 3]), 0.5, training=True)",),
)
def dropout(
    inputs: Tensor, rate: Ignored = 0.5, noise_shape: Ignored = None, seed: Ignored = None, training: Ignored = False,
    name: Ignored = None, **kwargs: Any,
) -> Tensor:  # fmt: skip
    return tensor(inputs.shape, inputs.dtype)


@TF.op(*_at("batch_normalization"), "tensorflow.contrib.layers.batch_norm", "tensorflow.contrib.slim.batch_norm",
       samples=("tf.layers.batch_normalization(tf.ones([2, 3]))",
                "tf.layers.batch_normalization(tf.ones([2, 4, 4, 3]), axis=-1)"))  # fmt: skip
def batch_normalization(inputs: Tensor, axis: Ignored = -1, *args: Ignored, **kwargs: Any) -> Tensor:
    return tensor(inputs.shape, inputs.dtype)

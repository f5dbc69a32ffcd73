"""`tf.contrib.layers` and `tf.contrib.slim`: layers as functions, whose defaults an `arg_scope` may change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.dim import Dim
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Arguments, Native, Value
from ..binding import Ignored, Ints
from ..declare import declare
from .convolution import pooled
from .dialect import TF, tensor
from .legacy_layers import activated, conv2d_transpose, convolved, need_features

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

_ROOTS = ("tensorflow.contrib.layers", "tensorflow.contrib.slim")
_HERE = "tensorflow.contrib.layers.python.layers.layers."
_SIZED = ("stride", "padding")
"""What decides the spatial lengths, and is often given by a scope."""


@TF.op(f"{_HERE}fully_connected")
def fully_connected(
    inputs: Tensor, num_outputs: Dim, activation_fn: Value | str = "relu", **kwargs: Any
) -> Tensor:
    need_features(inputs, -1, "Dense")
    front = Shape(inputs.shape.dims[:-1]) if inputs.shape.known_rank else Shape.unknown()
    given = activation_fn if isinstance(activation_fn, Value) else None
    return activated(front + Shape.of(num_outputs), inputs.dtype, given)


@TF.op(f"{_HERE}conv2d")
def conv2d(
    inputs: Tensor, num_outputs: Dim, kernel_size: Ints, stride: Ints = (1,), padding: str = "SAME",
    data_format: str | None = None, rate: Ints = (1,), activation_fn: Value | None = None, **kwargs: Any,
) -> Tensor:  # fmt: skip
    first = data_format == "NCHW"
    return convolved(inputs, 2, num_outputs, kernel_size, stride, padding, first, rate, activation_fn, "conv2d")


@TF.op(f"{_HERE}conv2d_transpose")
def transposed(
    inputs: Tensor, num_outputs: Dim, kernel_size: Ints, stride: Ints = (1,), padding: str = "SAME",
    data_format: str | None = None, activation_fn: Value | None = None, **kwargs: Any,
) -> Tensor:  # fmt: skip
    layout = "channels_first" if data_format == "NCHW" else "channels_last"
    return conv2d_transpose(inputs, num_outputs, kernel_size, stride, padding, layout, activation_fn)


@TF.op(f"{_HERE}max_pool2d", f"{_HERE}avg_pool2d")
def pool2d(
    inputs: Tensor, kernel_size: Ints, stride: Ints = (2,), padding: str = "VALID", data_format: str | None = None,
    **kwargs: Any,
) -> Tensor:  # fmt: skip
    return pooled(inputs, 2, kernel_size, stride, padding.upper(), "NC" if data_format == "NCHW" else None)


@TF.op(*(f"{root}.one_hot_encoding" for root in _ROOTS))
def one_hot_encoding(
    labels: Tensor, num_classes: Dim, on_value: Ignored = 1.0, off_value: Ignored = 0.0, **kwargs: Ignored
) -> Tensor:
    return tensor(labels.shape + Shape.of(num_classes), "float32", Facts(low=0, high=1, one_hot=True))


def _scoped(name: str) -> Callable[[Context, Arguments], Value]:
    """A layer whose window the call itself gives, or that no scope changes."""

    def call(context: Context, arguments: Arguments) -> Value:
        made = context.apply(_HERE + name, arguments)
        sure = all(word in arguments.keywords for word in _SIZED) or not context.mentions("arg_scope")
        if sure or not isinstance(made, Tensor) or not made.shape.known_rank or made.rank != 4:
            return made
        batch, _, _, channels = made.shape.dims
        return tensor(Shape((batch, Dim.unknown(), Dim.unknown(), channels)), made.dtype)

    return call


for _name in ("conv2d", "conv2d_transpose", "max_pool2d", "avg_pool2d", "fully_connected"):
    for _root in _ROOTS:
        declare(f"{_root}.{_name}", Native(f"{_root}.{_name}", _scoped(_name)))
for _old, _new in {"convolution2d": "conv2d", "convolution": "conv2d", "linear": "fully_connected"}.items():
    declare(f"tensorflow.contrib.layers.{_old}", Native(_old, _scoped(_new)))

"""`tf.nn`: activations, biases, normalization, dropout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra.axes import axis as nth
from ...algebra.broadcast import broadcast
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ..binding import Ignored
from .dialect import TF, need, quoting, settle, spell, tensor
from .elementwise import fill
from .products import multiplied

if TYPE_CHECKING:
    from collections.abc import Callable

# -- activations -----------------------------------------------------------------------------------------------

_ACTIVATION = ("{}(tf.ones([2, 3]))", "{}(np.ones([2, 3]))", "{}(tf.ones([2, 3], tf.int32))", "{}([1., 2.])")


def _activation(
    activation: str, takes: str, low: float | None = None, high: float | None = None
) -> Callable[..., Tensor]:
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
        samples=fill((*_ACTIVATION, "{}(tf.ones([2, 3]), axis=0)", "{}(tf.ones([2, 3, 5]), 1)",
                                    "{}(tf.ones([2, 3]), 2)"), f"tf.nn.{_name}"),
    )(_softmax(_name))  # fmt: skip


# -- dense -----------------------------------------------------------------------------------------------------


@TF.op("tensorflow.nn.bias_add",
       samples=("tf.nn.bias_add(tf.ones([2, 3]), tf.ones([3]))", "tf.nn.bias_add(tf.ones([2, 3]), tf.ones([2]))",
                "tf.nn.bias_add(tf.ones([2]), tf.ones([2]))",
                "tf.nn.bias_add(tf.ones([2, 3]), tf.ones([1, 3]))",
                "tf.nn.bias_add(tf.ones([2, 4, 4, 3]), tf.ones([3]))",
                "tf.nn.bias_add(tf.ones([2, 3, 4, 4]), tf.ones([3]), data_format='NCHW')",
                "tf.nn.bias_add(tf.ones([2, 3]), np.ones([3]))"))  # fmt: skip
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
                     f"{spell(value.shape)} [Op:BiasAdd]",
                     f"Dimensions must be equal, but are {channels} and {bias.shape[0]}"),
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


def _dropout(
    x: Tensor, rate: Ignored = None, noise_shape: Ignored = None, seed: Ignored = None, name: Ignored = None
) -> Tensor:
    need(x, "float complex", "Dropout", "x")
    return tensor(x.shape, x.dtype)


@TF.op("tensorflow.nn.dropout", samples=("tf.nn.dropout(tf.ones([2, 3]), 0.5)",
                                         "tf.nn.dropout(tf.ones([2, 3]), rate=0.2)",
                                         "tf.nn.dropout(tf.ones([2], tf.int32), 0.5)"))  # fmt: skip
def dropout(
    x: Tensor, rate: Ignored, noise_shape: Ignored = None, seed: Ignored = None, name: Ignored = None
) -> Tensor:
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


_NORMALIZED = "tf.nn.batch_normalization(tf.ones([2, 3]), {}, {}, 1e-3)"


@TF.op("tensorflow.nn.batch_normalization",
       samples=(_NORMALIZED.format("tf.ones([3]), tf.ones([3])", "tf.ones([3]), tf.ones([3])"),
                _NORMALIZED.format("tf.ones([5]), tf.ones([5])", "None, None"),
                _NORMALIZED.format("0., 1.", "None, None")),
       )  # fmt: skip
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
       samples=("tf.nn.local_response_normalization(tf.ones([2, 4, 4, 3]))",
                "tf.nn.local_response_normalization(tf.ones([2, 3]))"))  # fmt: skip
def local_response_normalization(
    input: Tensor, depth_radius: Ignored = 5, bias: Ignored = 1, alpha: Ignored = 1, beta: Ignored = 0.5,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    need_rank(input, 4, "LRN")
    return tensor(input.shape, input.dtype)


def need_rank(x: Tensor, rank: int, op: str, at_least: bool = False, words: str = "") -> None:
    if x.shape.known_rank and (x.rank < rank or (not at_least and x.rank != rank)):
        raise Mismatch(
            "layer-input-rank", f"{op} of rank {x.rank}: {x.shape}, {rank} axes are needed", *x.shape.dims,
            argument="input",
            runtime=(words or f"input must be {rank}-dimensional{spell(x.shape)}",
                     f"Shape must be rank {rank} but is rank {x.rank}"),
        )  # fmt: skip

"""Activation functions: as arguments of layers, as functions, as layers."""

from __future__ import annotations

from ...core.dtype import family
from ...core.outcome import Mismatch, remark
from ...core.plain import NONE, Constant
from ...core.tensor import Facts, Tensor
from ...core.value import Native, Value
from ..binding import Ignored
from .dialect import K, changed, kept, tensor, text

_RANGES: dict[str, tuple[float | None, float | None]] = {
    "softmax": (0, 1), "sigmoid": (0, 1), "hard_sigmoid": (0, 1), "relu": (0, None), "relu6": (0, 6), "tanh": (-1, 1),
    "softplus": (0, None), "softsign": (-1, 1), "exponential": (0, None), "log_softmax": (None, 0),
    "log_sigmoid": (None, 0), "elu": (None, None), "hard_tanh": (-1, 1), "sparsemax": (0, 1), "squareplus": (0, None),
    "sparse_sigmoid": (0, 1), "linear": (None, None),
}  # fmt: skip
"""What the elements lie between; activations that are not named here are not bounded."""

NAMES = (
    "celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_tanh leaky_relu linear log_sigmoid "
    "log_softmax mish relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus sparse_sigmoid "
    "sparsemax squareplus tanh tanh_shrink threshold"
)
_SYNONYMS = {"swish": "silu", "hard_swish": "hard_silu", "ReLU": "relu", "Softmax": "softmax",
             "LeakyReLU": "leaky_relu",
             "PReLU": "leaky_relu", "ELU": "elu"}  # fmt: skip
UNKNOWN = "?"
"""The name of an activation that is not known."""


def activation_name(value: Value | str | None) -> str:
    """The name of the activation that an argument means: a name, a function, a layer; None is linear."""
    if value is None or value is NONE or (isinstance(value, Constant) and value.payload is None):
        return "linear"
    found = value if isinstance(value, str) else text(value) or _path(value).rpartition(".")[2]
    found = _SYNONYMS.get(found, found)
    return found if found in NAMES.split() else UNKNOWN


def _path(value: Value) -> str:
    """The library path of a function or of a layer's class."""
    if isinstance(value, Native):
        return value.name
    for owner in (value, getattr(value, "spec", None), getattr(value, "cls", None)):
        path = getattr(owner, "path", None)
        if isinstance(path, str):
            return path
    return ""


def activated(x: Tensor, activation: Value | str | None, axis: int | None = -1) -> Tensor:
    """The tensor after an activation: `softmax` over an axis of length 1 is always 1."""
    name = activation_name(activation)
    low, high = _RANGES.get(name, (None, None))
    if name in ("softmax", "log_softmax"):
        if axis is not None and x.shape.known_rank and -x.rank <= axis < x.rank and x.shape[axis] == 1:
            remark(
                "softmax-single-unit",
                "softmax over one unit is always 1",
                x.shape[axis],
                argument="activation",
                runtime=f"You are using a softmax over axis {axis} of a tensor of shape {x.shape}. This axis has "
                "size 1. The softmax operation will always return the value 1, which is likely not what you intended. "
                "Did you mean to use a sigmoid instead?",
                help="use activation='sigmoid' for one unit, or two units with softmax",
            )
        return x.with_facts(activation=name, axis=axis, low=low, high=high)
    return Tensor(x.shape, x.dtype, x.library, Facts(activation=name, low=low, high=high))


def _dtype(x: Tensor) -> str | None:
    """Floats stay; what becomes of integers differs from function to function."""
    return x.dtype if family(x.dtype) == "float" else None


# -- functions -------------------------------------------------------------------------------------------------


def _function(name: str) -> None:
    def activation(x: Tensor, *parameters: Ignored, **others: Ignored) -> Tensor:
        return activated(tensor(x.shape, _dtype(x)), name)

    paths = (f"keras.activations.{name}",) if name == "mish" else (f"keras.activations.{name}", f"keras.ops.{name}")
    K.op(*paths, samples=(f"keras.activations.{name}(keras.ops.ones((2, 4)))",))(activation)


_FUNCTIONS = {name for name in NAMES.split() if name not in ("softmax", "log_softmax", "linear", "glu", "relu6")}
for _name in sorted(_FUNCTIONS - {"exponential"}):
    _function(_name)


def _only(path: str, name: str) -> None:
    def activation(x: Tensor, *parameters: Ignored, **others: Ignored) -> Tensor:
        return activated(tensor(x.shape, _dtype(x)), name)

    K.op(path)(activation)


_only("keras.activations.exponential", "exponential")
_only("keras.activations.relu6", "relu6")
_only("keras.ops.relu6", "relu6")


@K.op("keras.activations.linear")
def linear(x: Tensor) -> Tensor:
    return tensor(x.shape, x.dtype, x.box)


@K.op("keras.activations.softmax", "keras.ops.softmax")
def softmax(x: Tensor, axis: int | None = -1) -> Tensor:
    return activated(tensor(x.shape, _dtype(x)), "softmax", axis)


@K.op("keras.activations.log_softmax", "keras.ops.log_softmax")
def log_softmax(x: Tensor, axis: int | None = -1) -> Tensor:
    return activated(tensor(x.shape, _dtype(x)), "log_softmax", axis)


@K.op("keras.activations.glu", "keras.ops.glu")
def glu(x: Tensor, axis: int = -1) -> Tensor:
    """Halves an axis of even length."""
    length = x.shape[axis]
    if (length % 2) == 1:
        raise Mismatch("view-size-mismatch", f"glu halves an axis of {length}", length, argument="x",
                       runtime=f"axis size must be divisible by 2. Received: x.shape={x.shape} with axis={axis}")
    return tensor(x.shape.replace(axis, length // 2), _dtype(x))


# -- layers ----------------------------------------------------------------------------------------------------


@K.layer("keras.layers.Activation")
def activation(inputs: Tensor, *, activation: Ignored, **others: Ignored) -> Tensor:
    return activated(kept(inputs) if activation_name(activation) == "linear" else changed(inputs), activation)


@K.layer("keras.layers.ReLU")
def relu(inputs: Tensor, *, max_value: Ignored = None, negative_slope: Ignored = 0.0, threshold: Ignored = 0.0,
         **others: Ignored) -> Tensor:  # fmt: skip
    return activated(changed(inputs), "relu")


@K.layer("keras.layers.LeakyReLU")
def leaky_relu(inputs: Tensor, *, negative_slope: Ignored = 0.3, **others: Ignored) -> Tensor:
    return activated(changed(inputs), "leaky_relu")


@K.layer("keras.layers.ELU")
def elu(inputs: Tensor, *, alpha: Ignored = 1.0, **others: Ignored) -> Tensor:
    return activated(changed(inputs), "elu")


@K.layer("keras.layers.Softmax")
def softmax_layer(inputs: Tensor, mask: Ignored = None, *, axis: Ignored = -1, **others: Ignored) -> Tensor:
    payload = axis.payload if isinstance(axis, Constant) else axis
    return activated(changed(inputs), "softmax", payload if isinstance(payload, int) else -1)


@K.layer("keras.layers.PReLU")
def prelu(inputs: Tensor, *, alpha_initializer: Ignored = "Zeros", alpha_regularizer: Ignored = None,
          alpha_constraint: Ignored = None, shared_axes: Ignored = None, **others: Ignored) -> Tensor:  # fmt: skip
    """Learns a slope for every element of a sample, unless axes are shared: their lengths are fixed when built."""
    return activated(changed(inputs), "leaky_relu")


@K.layer("keras.layers.ThresholdedReLU")
def thresholded_relu(inputs: Tensor, *, theta: Ignored = 1.0, **others: Ignored) -> Tensor:
    return activated(changed(inputs), "relu")

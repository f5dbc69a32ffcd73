"""Activations and dropout: the shape stays, what is known of the values changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.axes import axis
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided, remark, require_equal
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from ..binding import Parameter, Required
from .dialect import MODES, T, asked, flows_on, spoken, tensor
from .linear import weight
from .reductions import is_batch
from .values import refuse, remark_mode, require_least, require_order, require_word, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..binding import Ignored


def activated(input: Tensor, name: str, low: float | None = None, high: float | None = None, dtype: str | None = None,
              **facts: Any) -> Tensor:  # fmt: skip
    found = Facts(activation=name, low=low, high=high, batch=input.facts.batch, grad=flows_on(input.facts), **facts)
    return tensor(input.shape, dtype or input.dtype, found)


def _float(input: Tensor) -> str | None:
    return T.default_float if family(input.dtype) in ("bool", "int", "uint") else input.dtype


# -- relu, sigmoid, tanh ----------------------------------------------------------------------------------------


@T.op("torch.relu", "torch.Tensor.relu")
def relu(input: Tensor) -> Tensor:
    return activated(input, "relu", low=0)


@T.op("torch.nn.functional.relu")
def functional_relu(input: Tensor, inplace: Ignored = False) -> Tensor:
    return activated(input, "relu", low=0)


@T.layer("torch.nn.ReLU")
def relu_layer(input: Tensor, *, inplace: Ignored = False) -> Tensor:
    return activated(input, "relu", low=0)


@T.op(
    "torch.relu_",
    "torch.Tensor.relu_",
    "torch.nn.functional.relu_",
    "torch.Tensor.sigmoid_",
    "torch.Tensor.tanh_",
    "torch.sigmoid_",
    "torch.tanh_",
    traits={"writes": "input"},
)
def activate_inplace(input: Tensor) -> Tensor:
    return input


@T.op("torch.nn.functional.relu6")
def functional_relu6(input: Tensor, inplace: Ignored = False) -> Tensor:
    return activated(input, "relu", low=0, high=6)


@T.layer("torch.nn.ReLU6")
def relu6(input: Tensor, *, inplace: Ignored = False) -> Tensor:
    return activated(input, "relu", low=0, high=6)


@T.op("torch.sigmoid", "torch.Tensor.sigmoid", "torch.special.expit")
def sigmoid(input: Tensor, *, out: Ignored = None) -> Tensor:
    return activated(input, "sigmoid", 0, 1, _float(input))


@T.layer("torch.nn.Sigmoid")
def sigmoid_layer(input: Tensor) -> Tensor:
    return activated(input, "sigmoid", 0, 1, _float(input))


@T.op("torch.tanh", "torch.Tensor.tanh")
def tanh(input: Tensor, *, out: Ignored = None) -> Tensor:
    return activated(input, "tanh", -1, 1, _float(input))


@T.layer("torch.nn.Tanh")
def tanh_layer(input: Tensor) -> Tensor:
    return activated(input, "tanh", -1, 1, _float(input))


@T.op("torch.nn.functional.logsigmoid")
def logsigmoid(input: Tensor) -> Tensor:
    return activated(input, "logsigmoid", high=0)


@T.layer("torch.nn.LogSigmoid")
def logsigmoid_layer(input: Tensor) -> Tensor:
    return activated(input, "logsigmoid", high=0)


@T.op("torch.nn.functional.sigmoid")
def functional_sigmoid(input: Tensor) -> Tensor:
    return sigmoid(input)


@T.op("torch.nn.functional.tanh")
def functional_tanh(input: Tensor) -> Tensor:
    return tanh(input)


# -- softmax ----------------------------------------------------------------------------------------------------


def _softmax(input: Tensor, dim: int | None, name: str, dtype: str | None = None) -> Tensor:
    """`dim` is remarked where it is left out, runs over the samples of a batch, or over one unit."""
    at = None
    if dim is not None and input.shape.known_rank:
        at = axis(dim, input.rank)
    elif input.shape.known_rank:
        at = 0 if input.rank in (0, 1, 3) else 1
        remark(
            "softmax-implicit-dim",
            f"softmax over axis {at} of {input.shape}: the axis is not given",
            argument="dim",
            runtime="Implicit dimension choice for softmax has been deprecated. Change the call to include dim=X as an "
            "argument.",
            help=f"dim={at}" if at == input.rank - 1 else "give the axis of the classes: dim=-1",
        )
    if at is not None and input.rank:
        _remark_axis(input, at)
    if name != "log_softmax":
        return activated(input, name, 0, 1, dtype or _plain(input), axis=at)
    return activated(input, name, high=0, dtype=dtype or _plain(input), axis=at)


def _plain(input: Tensor) -> str | None:
    if family(input.dtype) in ("bool", "int", "uint"):
        raise Mismatch(
            "integer-input",
            f"softmax of {input.dtype} numbers",
            argument="input",
            runtime=f"\"softmax_lastdim_kernel_impl\" not implemented for '{spoken(input.dtype)}'",
        )
    return input.dtype


def _remark_axis(input: Tensor, at: int) -> None:
    length = input.shape[at]
    units = input.facts.activation is not None and (at == input.rank - 1 or input.rank == 4)
    if length == 1 and input.rank > 1 and units:  # attention to one element is 1, and right
        remark(
            "softmax-single-unit",
            "softmax over one unit is always 1",
            length,
            argument="input",
            help="sigmoid, or two units",
        )
    elif at == 0 and input.rank == 2 and is_batch(input):
        remark(
            "softmax-wrong-dim",
            f"softmax over the {length} samples of the batch, not over the {input.shape[1]} classes",
            length,
            argument="dim",
            help="dim=1",
        )


def _declare_softmax(name: str, sign: int = 1) -> None:
    fact = "softmax" if name == "softmin" else name

    @T.op(f"torch.nn.functional.{name}")
    def functional(input: Tensor, dim: int | None = None, _stacklevel: Ignored = 3,
                   dtype: Value | None = None) -> Tensor:  # fmt: skip
        return _softmax(input, dim, fact, asked(dtype, None))

    if name != "softmin":

        @T.op(f"torch.{name}", f"torch.Tensor.{name}", f"torch.special.{name}")
        def function(input: Tensor, dim: int, dtype: Value | None = None, *, out: Ignored = None) -> Tensor:
            return _softmax(input, dim, fact, asked(dtype, None))

    @T.layer({"softmax": "torch.nn.Softmax", "log_softmax": "torch.nn.LogSoftmax", "softmin": "torch.nn.Softmin"}[name])
    def layer(input: Tensor, *, dim: int | None = None) -> Tensor:
        return _softmax(input, dim, fact)


for _name in ("softmax", "log_softmax", "softmin"):
    _declare_softmax(_name)


@T.layer("torch.nn.Softmax2d")
def softmax2d(input: Tensor) -> Tensor:
    if input.shape.known_rank and input.rank not in (3, 4):
        raise Mismatch(
            "layer-input-rank",
            f"takes 3D or 4D input, got {input.shape}",
            argument="input",
            runtime=f"Softmax2d: expected input to be 3D or 4D, got {input.rank}D instead",
        )
    return _softmax(input, -3, "softmax")


@T.op("torch.nn.functional.gumbel_softmax")
def gumbel_softmax(logits: Tensor, tau: Ignored = 1, hard: Ignored = False, eps: Ignored = 1e-10,
                   dim: int = -1) -> Tensor:  # fmt: skip
    return _softmax(logits, dim, "softmax")


# -- the others: names with their parameters --------------------------------------------------------------------


def _require_parameters(approximate: Any = None, lambd: Any = None, lower: Any = None, upper: Any = None,
                        min_val: Any = None, max_val: Any = None, name: str = "", p: Any = None,
                        **_: Any) -> None:  # fmt: skip
    """What activations refuse whatever they are given."""
    require_word(approximate, ("none", "tanh"), "approximate", "approximate argument must be either none or tanh.")
    if name.lower() == "softshrink":
        require_least(lambd, 0, "lambd", "lambda must be in range [0, inf) for input dtype, but found {}")
    require_order(lower, upper, "lower", "Lower bound should be less than or equal to the upper bound")
    require_order(min_val, max_val, "min_val", "min_val cannot be greater than max_val")
    if said(p) is not None and not 0 <= said(p) <= 1:
        refuse(p, "p", f"dropout probability has to be between 0 and 1, but got {said(p)}")


def _shaped_as_input(by: str, parameters: dict[str, Any], change: Callable[[Tensor], Tensor],
                     name: str = "") -> Callable[..., Tensor]:  # fmt: skip
    """A function of a tensor and parameters that the shape does not depend on."""

    def function(input: Tensor, **given: Any) -> Tensor:
        _require_parameters(**given, name=name)
        if parameters.get("training") is True and "training" not in given and MODES["evaluates"]:
            remark("functional-dropout-always-on", "drops in evaluation, too", help="training=self.training")
        return change(input)

    given = (Parameter(name, "Ignored", default, by) for name, default in parameters.items())
    function.parameters = (Parameter("input", "Tensor", Required, "position"), *given)  # type: ignore[attr-defined]
    return function


def _other(input: Tensor) -> Tensor:
    found = activated(input, "other")
    return found if family(input.dtype) in ("float", "complex") else tensor(found.shape, None, found.facts)


def _dropped(input: Tensor) -> Tensor:
    """Scaled, and zero in places: a linear output stays one."""
    if family(input.dtype) in ("int", "uint"):
        raise Undecided("dropout of whole numbers")
    linear = input.facts.activation == "linear"
    return tensor(input.shape, input.dtype, Facts(activation="linear" if linear else None, batch=input.facts.batch))


_INPLACE: dict[str, Any] = {"inplace": False}
_FUNCTIONS: dict[str, dict[str, Any]] = {
    "elu": {"alpha": 1.0, **_INPLACE}, "selu": _INPLACE, "celu": {"alpha": 1.0, **_INPLACE}, "silu": _INPLACE,
    "gelu": {"approximate": "none"}, "mish": _INPLACE, "leaky_relu": {"negative_slope": 0.01, **_INPLACE},
    "rrelu": {"lower": 1 / 8, "upper": 1 / 3, "training": False, **_INPLACE},
    "hardtanh": {"min_val": -1.0, "max_val": 1.0, **_INPLACE}, "hardswish": _INPLACE, "hardsigmoid": _INPLACE,
    "hardshrink": {"lambd": 0.5}, "softshrink": {"lambd": 0.5}, "softplus": {"beta": 1, "threshold": 20},
    "softsign": {}, "tanhshrink": {}, "threshold": {"threshold": Required, "value": Required, **_INPLACE},
}  # fmt: skip
_LAYERS: dict[str, dict[str, Any]] = {
    "ELU": {"alpha": 1.0, **_INPLACE}, "SELU": _INPLACE, "CELU": {"alpha": 1.0, **_INPLACE}, "SiLU": _INPLACE,
    "GELU": {"approximate": "none"}, "Mish": _INPLACE, "LeakyReLU": {"negative_slope": 0.01, **_INPLACE},
    "RReLU": {"lower": 1 / 8, "upper": 1 / 3, **_INPLACE}, "Hardswish": _INPLACE, "Hardsigmoid": _INPLACE,
    "Hardtanh": {"min_val": -1.0, "max_val": 1.0, **_INPLACE, "min_value": None, "max_value": None},
    "Hardshrink": {"lambd": 0.5}, "Softshrink": {"lambd": 0.5}, "Softplus": {"beta": 1.0, "threshold": 20.0},
    "Softsign": {}, "Tanhshrink": {}, "Threshold": {"threshold": Required, "value": Required, **_INPLACE},
}  # fmt: skip
for _name, _given in _FUNCTIONS.items():
    T.op(f"torch.nn.functional.{_name}")(_shaped_as_input("position", _given, _other, _name))
for _name, _given in _LAYERS.items():
    T.layer(f"torch.nn.{_name}")(_shaped_as_input("name", _given, _other, _name))

for _name in ("dropout", "dropout1d", "dropout2d", "dropout3d"):
    _given = {"p": 0.5, "training": True, **_INPLACE}
    T.op(f"torch.nn.functional.{_name}")(_shaped_as_input("position", _given, _dropped))
for _name in ("alpha_dropout", "feature_alpha_dropout"):
    _given = {"p": 0.5, "training": False, **_INPLACE}
    T.op(f"torch.nn.functional.{_name}")(_shaped_as_input("position", _given, _dropped))


def _dropped_by_layer(input: Tensor) -> Tensor:
    remark_mode("elements are dropped at random")
    return _dropped(input)


for _name in ("Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout"):
    T.layer(f"torch.nn.{_name}")(_shaped_as_input("name", {"p": 0.5, **_INPLACE}, _dropped_by_layer))


@T.op("torch.dropout")
def dropout(input: Tensor, p: Ignored, train: Ignored) -> Tensor:
    return _dropped(input)


@T.op("torch.selu", "torch.celu", "torch.rrelu", "torch.threshold", "torch.hardshrink", "torch.Tensor.hardshrink")
def other(input: Tensor, *given: Ignored) -> Tensor:
    return _other(input)


# -- with a size of their own -----------------------------------------------------------------------------------


def _gated(input: Tensor, dim: int) -> Tensor:
    """One half of an axis gates the other."""
    at = axis(dim, input.rank)
    if input.rank == 0:
        raise Mismatch(
            "layer-input-rank",
            "glu of a tensor without axes",
            argument="input",
            runtime="glu does not support 0-dimensional tensors",
        )
    length = input.shape[at]
    if (length % 2).equals(0) is Truth.NO:
        raise Mismatch(
            "groups-not-divisible",
            f"half of an axis of {length}",
            length,
            argument="input",
            runtime=f"Halving dimension must be even, but dimension {at} is size {length}",
        )
    return tensor(input.shape.replace(at, length // 2), input.dtype)


@T.op("torch.nn.functional.glu")
def functional_glu(input: Tensor, dim: int = -1) -> Tensor:
    return _gated(input, dim)


@T.layer("torch.nn.GLU")
def glu(input: Tensor, *, dim: int = -1) -> Tensor:
    return _gated(input, dim)


def _parametric(input: Tensor, count: Dim) -> Tensor:
    if count.equals(1) is Truth.NO and input.shape.known_rank:
        channels = input.shape[1] if input.rank > 1 else Dim.of(1)
        require_equal(
            channels,
            count,
            "norm-shape-mismatch",
            "expects {wanted} channels, got {got}",
            argument="input",
            runtime="Mismatch of parameter numbers and input channel size. Found parameter numbers = "
            f"{count} and channel size = {channels}.",
        )
    return activated(input, "other")


@T.op("torch.nn.functional.prelu", "torch.prelu", "torch.Tensor.prelu")
def functional_prelu(input: Tensor, weight: Tensor) -> Tensor:
    if weight.shape.known_rank and weight.rank > 1:
        raise Mismatch("layer-input-rank", f"a slope of {weight.shape}", argument="weight",
                       runtime="prelu: Expected `weight` to be a scalar or 1D tensor, but got: ndim = "
                       f"{weight.rank}")  # fmt: skip
    return _parametric(input, weight.shape.numel)


def _prelu_weights(num_parameters: Dim | int = 1) -> dict[str, Any]:
    return {"weight": weight(Shape.of(num_parameters))}


@T.layer("torch.nn.PReLU", weights=_prelu_weights)
def prelu(input: Tensor, *, num_parameters: Dim | int = 1, init: Ignored = 0.25, device: Ignored = None,
          dtype: Ignored = None) -> Tensor:  # fmt: skip
    return _parametric(input, Dim.of(num_parameters))

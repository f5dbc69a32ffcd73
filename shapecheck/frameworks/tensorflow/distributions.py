"""Distributions: of `tf.distributions`, `tf.contrib.distributions` and TensorFlow Probability.

Parameters are stretched to one shape, that of the batch; a sample has the axes that were asked for in front of it, and
those of an event behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...core.objects import Instance, library_class
from ...core.outcome import Mismatch, Undecided
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Unknown, Value
from ..binding import Dims
from ..declare import declare
from .dialect import TF, tensor, to_tensor
from .variables import without_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

_PATH = "tensorflow.distributions.Distribution"
_SCALAR = {
    "Normal": "loc scale", "Laplace": "loc scale", "Gumbel": "loc scale", "Uniform": "low high", "Beta":
    "concentration1 concentration0", "Gamma": "concentration rate", "Exponential": "rate", "Poisson": "rate",
    "StudentT": "df loc scale", "LogNormal": "loc scale", "Cauchy": "loc scale",
}  # fmt: skip
"""The parameters of distributions of single numbers."""
_COUNTED = {"Bernoulli": 0, "Categorical": 1, "OneHotCategorical": 1}
"""Distributions of `logits` or `probs`, and how many axes of these count the classes."""
_WHOLE = {"Bernoulli", "Categorical", "OneHotCategorical"}


@TF.op(f"{_PATH}.sample")
def sample(like: Tensor, event: Tensor, sample_shape: Dims = (), dtype: str | None = None) -> Tensor:
    """The axes that are asked for, those of the batch, and those of an event."""
    return tensor(Shape(sample_shape) + like.shape + event.shape, dtype)


@TF.op(f"{_PATH}.log_prob")
def log_prob(like: Tensor, event: Tensor, value: Tensor) -> Tensor:
    """A value is stretched over the batch."""
    axes = event.rank
    if not value.shape.known_rank or value.rank < axes:
        raise Undecided("the rank is not known")
    front = value.shape[: value.rank - axes] if axes else value.shape
    try:
        return tensor(broadcast(front, like.shape), like.dtype)
    except Mismatch as found:
        found.argument = "value"
        found.runtime = ("Incompatible shapes", "Dimensions must be equal, but are")
        raise


def _init(names: str) -> Callable[[Context, Arguments], Value]:
    order = names.split()

    def init(context: Context, arguments: Arguments) -> Value:
        itself, given = arguments.positional[0], without_first(arguments)
        found = [given.get(at, name) for at, name in enumerate(order)]
        if isinstance(itself, Instance):
            try:
                tensors = [to_tensor(value) for value in found if value is not None and value is not NONE]
                shape = broadcast(*(one.shape for one in tensors)) if len(tensors) == len(order) else Shape.unknown()
            except (Mismatch, Undecided):
                shape = Shape.unknown()
            itself.hide(context, "like", tensor(shape, "float32"))
        return NONE

    return init


def _init_counted(axes: int) -> Callable[[Context, Arguments], Value]:
    def init(context: Context, arguments: Arguments) -> Value:
        itself, given = arguments.positional[0], without_first(arguments)
        parameter = given.get(0, "logits") or given.get(1, "probs")
        if isinstance(parameter, Constant) and parameter.payload is None:
            parameter = given.get(1, "probs")
        shape = parameter.shape if isinstance(parameter, Tensor) else Shape.unknown()
        known = shape.known_rank and shape.rank >= axes
        if isinstance(itself, Instance):
            front = Shape(shape.dims[: shape.rank - axes]) if known else Shape.unknown()
            itself.hide(context, "like", tensor(front, "float32"))
            if itself.cls.name == "OneHotCategorical":
                itself.hide(context, "event", tensor(shape[-1:] if known else Shape.of_rank(1), None))
        return NONE

    return init


def _call(name: str, context: Context, arguments: Arguments, more: dict[str, Value]) -> Value:
    itself = arguments.positional[0]
    like = itself.hidden("like") if isinstance(itself, Instance) else None
    if not isinstance(itself, Instance) or not isinstance(like, Tensor):
        return context.gap(f"{name} of a distribution")
    event = itself.hidden("event") or tensor(Shape(), None)
    return context.apply(f"{_PATH}.{name}", Arguments((like, event), more))


def _sample(context: Context, arguments: Arguments) -> Value:
    itself, asked_for = arguments.positional[0], without_first(arguments).get(0, "sample_shape")
    whole = isinstance(itself, Instance) and itself.cls.name in _WHOLE
    more: dict[str, Value] = {"dtype": Constant("int32" if whole else "float32")}
    if asked_for is not None:
        more["sample_shape"] = asked_for
    return _call("sample", context, arguments, more)


def _log_prob(context: Context, arguments: Arguments) -> Value:
    value = without_first(arguments).get(0, "value")
    return _call("log_prob", context, arguments, {"value": value or Unknown("no value")})


def _of_batch(context: Context, arguments: Arguments) -> Value:
    """A number for each distribution of the batch."""
    return _call("sample", context, arguments, {"dtype": Constant("float32")})


_METHODS: dict[str, Any] = {
    "sample": _sample, "log_prob": _log_prob, "prob": _log_prob, "cdf": _log_prob, "mean": _of_batch,
    "stddev": _of_batch, "variance": _of_batch,
}  # fmt: skip
_CLASSES = {**{name: _init(parameters) for name, parameters in _SCALAR.items()},
            **{name: _init_counted(axes) for name, axes in _COUNTED.items()}}  # fmt: skip
for _name, _begin in _CLASSES.items():
    for _root in ("tensorflow.distributions", "tensorflow.contrib.distributions"):
        declare(f"{_root}.{_name}", library_class(f"{_root}.{_name}", __init__=_begin, **_METHODS))

"""The weights of layers: their shapes, how many numbers they hold, and whether others fit in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim, product
from ...core.objects import Instance
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Unknown, Value
from ..binding import Ignored
from ..numpy.dialect import NUMPY
from .base_layer import LAYER, declared
from .dialect import K, flag, snake, spell, text
from .model_views import layers_of
from .models import MODEL
from .natives import Failed, method

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context
    from .models import Spans

    Own = dict[str, Value]
    Shapes = list[Shape]

_GATES = {"LSTM": 4, "GRU": 3, "SimpleRNN": 1}


def _length(own: Own, name: str) -> Dim:
    value = own.get(name)
    return value.dim if isinstance(value, Constant) and value.dim is not None else Dim.unknown(low=1)


def _has(own: Own, name: str, default: bool = True) -> bool | None:
    return default if name not in own else flag(own[name])


def _with_bias(own: Own, kernels: Shapes, units: Dim) -> Shapes | None:
    biased = _has(own, "use_bias")
    return None if biased is None else [*kernels, *([Shape((units,))] if biased else [])]


def _dense(own: Own, x: Shape) -> Shapes | None:
    units = _length(own, "units")
    return _with_bias(own, [Shape((x[-1], units))], units)


def _sides(own: Own, axes: int) -> tuple[Dim, ...]:
    size = own.get("kernel_size")
    if isinstance(size, Sequence) and size.known is not None and len(size.known) == axes:
        return tuple(item.dim or Dim.unknown() if isinstance(item, Constant) else Dim.unknown() for item in size.known)
    return (_length(own, "kernel_size"),) * axes


def _conv(axes: int, transposed: bool) -> Callable[[Own, Shape], Shapes | None]:
    def shapes(own: Own, x: Shape) -> Shapes | None:
        if x.rank != axes + 2:
            return None
        filters = _length(own, "filters")
        channels = x[1] if text(own.get("data_format")) == "channels_first" else x[-1]
        taken = channels if "groups" not in own else channels // _length(own, "groups")
        last = (filters, channels) if transposed else (taken, filters)
        return _with_bias(own, [Shape((*_sides(own, axes), *last))], filters)

    return shapes


def _embedding(own: Own, x: Shape) -> Shapes | None:
    return [Shape((_length(own, "input_dim"), _length(own, "output_dim")))]


def _batch_norm(own: Own, x: Shape) -> Shapes | None:
    if "axis" in own or None in (_has(own, "center"), _has(own, "scale")):
        return None
    return [Shape((x[-1],))] * (2 + bool(_has(own, "center")) + bool(_has(own, "scale")))


def _recurrent(name: str) -> Callable[[Own, Shape], Shapes | None]:
    def shapes(own: Own, x: Shape) -> Shapes | None:
        units, gates = _length(own, "units"), _GATES[name]
        found = [Shape((x[-1], units * gates)), Shape((units, units * gates))]
        if name != "GRU" or _has(own, "use_bias") is False:
            return _with_bias(own, found, units * gates)
        split = _has(own, "reset_after")
        return None if split is None else [*found, Shape((2, units * 3)) if split else Shape((units * 3,))]

    return shapes


_KINDS: dict[str, Callable[[Own, Shape], Shapes | None]] = {
    "Dense": _dense, "Embedding": _embedding, "BatchNormalization": _batch_norm,
    **{f"Conv{axes}D": _conv(axes, False) for axes in (1, 2, 3)},
    **{f"Conv{axes}DTranspose": _conv(axes, True) for axes in (1, 2, 3)}, **{name: _recurrent(name) for name in _GATES},
}  # fmt: skip
_NONE = frozenset(
    "Activation Add Average AveragePooling1D AveragePooling2D AveragePooling3D Concatenate Cropping1D Cropping2D Dot "
    "Dropout Flatten GaussianDropout GaussianNoise GlobalAveragePooling1D GlobalAveragePooling2D GlobalMaxPooling1D "
    "GlobalMaxPooling2D InputLayer LeakyReLU Masking MaxPooling1D MaxPooling2D MaxPooling3D Maximum Multiply Permute "
    "ReLU RepeatVector Reshape Rescaling Softmax SpatialDropout1D SpatialDropout2D Subtract UpSampling1D UpSampling2D "
    "ZeroPadding1D ZeroPadding2D".split()
)  # fmt: skip
"""Layers without weights (drop-outs keep a seed, which is no weight)."""


def weights_of(context: Context, layer: Value) -> Shapes | None:
    """The shapes of a built layer's or model's weights, in their order; None if they are not known."""
    if not isinstance(layer, Instance):
        return None
    if layer.cls.is_a("keras.Model"):
        parts = layers_of(context, layer) if layer.cls.path is not None else None
        found = [weights_of(context, part) for part in parts] if parts else [None]
        return None if None in found else [shape for part in found for shape in part or ()]
    spec, x = declared(layer), layer.hidden("input")
    name = spec.path.rpartition(".")[2] if spec is not None else ""
    if layer.cls.path is None or not isinstance(x, Tensor) or not x.shape.known_rank or not x.rank:
        return None
    if name in _NONE:
        return []
    kind = _KINDS.get(name)
    own: Own = {**(layer.hidden("given") or {}), **(layer.hidden("constructor") or {})}
    return kind(own, x.shape) if kind is not None else None


@method("Layer.get_weights")
def _get_weights(context: Context, layer: Instance, arguments: Arguments) -> Value:
    found = weights_of(context, layer)
    if found is None or (layer.cls.is_a("keras.Model") and layer.hidden("layers") is None):
        return Unknown("the weights of a layer")
    return Sequence.list([Tensor(shape, "float32", NUMPY) for shape in found])


@method("Layer.count_params")
def _count_params(context: Context, layer: Instance, arguments: Arguments) -> Value:
    """How many numbers the weights hold."""
    found = weights_of(context, layer)
    if found is None:
        return Scalar("int")
    total = Dim.of(0)
    for shape in found:
        total = total + product(shape.dims)
    return Constant(total) if total.value is not None else Scalar("int")


@K.op("keras.layers.Layer.set_weights")
def refused(weights: Ignored, own: Ignored, layer: Ignored, problem: Ignored) -> None:
    """The weights do not fit; what is wrong was found before."""
    if isinstance(problem, Failed):
        raise problem.mismatch


def _report(context: Context, layer: Instance, weights: Value, own: Shapes, mismatch: Mismatch, spans: Spans) -> Value:
    arrays = Sequence.list([Tensor(shape, "float32", NUMPY) for shape in own])
    told = (weights, arrays, Constant(snake(layer.cls.name)), Failed(mismatch))
    return context.apply("keras.layers.Layer.set_weights", Arguments(told, {}, spans), {"": layer})


@method("Layer.set_weights")
def _set_weights(context: Context, layer: Instance, arguments: Arguments) -> Value:
    """As many arrays as the layer has weights, each of the same shape. Source: keras/src/layers/layer.py."""
    given = arguments.get(1, "weights")
    mine, theirs = weights_of(context, layer), given.known if isinstance(given, Sequence) else None
    several = layer.cls.is_a("keras.Model") and layer.hidden("layers") is None
    if mine is None or theirs is None or given is None or several:
        return NONE
    name = snake(layer.cls.name)
    spans: Spans = {"weights": arguments.spans[1]} if 1 in arguments.spans else {}
    if len(theirs) != len(mine):
        words = f"{layer.cls.name} has {len(mine)} weights, {len(theirs)} are given"
        problem = Mismatch("checkpoint-shape-mismatch", words, argument="weights",
                           runtime=f"You called `set_weights(weights)` on layer '{name}' with a weight list of length "
                           f"{len(theirs)}, but the layer was expecting {len(mine)} weights.")  # fmt: skip
        return _report(context, layer, given, mine, problem, spans)
    for own, other in zip(mine, theirs, strict=True):
        if isinstance(other, Tensor) and own.equals(other.shape) is Truth.NO:
            problem = Mismatch("checkpoint-shape-mismatch", f"a weight of {layer.cls.name} is {own}, {other.shape} is "
                               "given", argument="weights", runtime=f"Layer {name} weight shape {spell(own)} is not "
                               f"compatible with provided weight shape {spell(other.shape)}.")  # fmt: skip
            return _report(context, layer, given, mine, problem, spans)
    return NONE


for _cls in (LAYER, MODEL):
    _cls.state.update(get_weights=_get_weights, set_weights=_set_weights, count_params=_count_params)

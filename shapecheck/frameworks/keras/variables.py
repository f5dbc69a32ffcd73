"""The weights of layers: their shapes, how many numbers they hold, and whether others fit in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Instance
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Native, Unknown, Value
from ..binding import Ignored
from ..numpy.dialect import NUMPY
from . import freezing
from .dialect import K, batch_dim, leaves, snake, spell, tensor
from .model_views import held_by, layers_of
from .natives import Failed, method, parse_shape
from .weights import NAMES, arguments_of, attention, kind_of, position, total
from .weights import NONE as WITHOUT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...core.value import Context
    from .models import Spans

    Shapes = list[Shape]

_ATTENTION = ("MultiHeadAttention", "GroupQueryAttention", "Attention", "AdditiveAttention")


def weights_of(context: Context, layer: Value) -> Shapes | None:
    """The shapes of a built layer's or model's weights, in their order; None if they are not known."""
    if not isinstance(layer, Instance):
        return None
    if layer.cls.is_a("keras.Model"):
        parts = layers_of(context, layer) if layer.cls.path is not None else None
        found = [weights_of(context, part) for part in _once(parts)] if parts is not None else [None]
        return None if None in found else [shape for part in found for shape in part or ()]
    return _own(layer) if layer.cls.path is not None else None


def _once(parts: Iterable[Value]) -> list[Value]:
    """A layer that stands in several places has its weights once."""
    return list({id(part.state) if isinstance(part, Instance) else id(part): part for part in parts}.values())


def _own(layer: Instance) -> Shapes | None:
    """The weights of one of Keras's layers."""
    name, inner = (layer.cls.library_path() or "").rpartition(".")[2], layer.hidden("layer")
    if name in WITHOUT:
        return []
    if name == "TimeDistributed":
        return _own(inner) if isinstance(inner, Instance) and inner.cls.path is not None else None
    if name in _ATTENTION:
        called: Arguments | None = layer.hidden("called")
        parts = [] if called is None else [called.get(i, word) for i, word in enumerate(("query", "value", "key"))]
        given = [leaf for part in parts if part is not None for leaf in leaves(part) if isinstance(leaf, Tensor)]
        return attention(name, arguments_of(layer), given)
    x = layer.hidden("input") or layer.hidden("built for")
    if not isinstance(x, Tensor) or not x.shape.known_rank or not x.rank:
        return None
    return kind_of(layer, x.shape)


def named(layer: Instance, name: str) -> Value | None:
    """`layer.kernel` and the like."""
    own = _own(layer) if name in NAMES else None
    at = position((layer.cls.library_path() or "").rpartition(".")[2], name, arguments_of(layer))
    return tensor(own[at]) if own is not None and at is not None and at < len(own) else None


def count(context: Context, layer: Value, seen: set[int]) -> Dim | None:
    """How many numbers the weights of a layer hold, and of the layers inside; None if that is not known."""
    if not isinstance(layer, Instance):
        return None
    if id(layer.state) in seen:
        return Dim.of(0)
    seen.add(id(layer.state))
    if layer.hidden("layers") is not None or layer.hidden("outputs") is not None:
        parts = layers_of(context, layer)
        return None if parts is None or layer.cls.path is None else _sum(context, parts, seen)
    path = layer.cls.library_path() or ""
    if layer.cls.path is not None:
        inner = layer.hidden("layer")
        if isinstance(inner, Instance) and path == "keras.layers.TimeDistributed":
            return count(context, inner, seen)
        own = weights_of(context, layer)
        return None if own is None else total(own)
    own = [] if path in ("keras.layers.Layer", "keras.Model") else _own(layer)
    added = layer.hidden("added") or ()
    held = held_by(layer) if own is not None and layer.hidden("built") else None
    inside = _sum(context, held, seen) if held is not None else None
    return None if inside is None or own is None else inside + total([*own, *(one.shape for one in added)])


def _sum(context: Context, parts: Iterable[Value], seen: set[int]) -> Dim | None:
    found = Dim.of(0)
    for part in parts:
        own = count(context, part, seen)
        if own is None:
            return None
        found = found + own
    return found


@method("Layer.get_weights")
def _get_weights(context: Context, layer: Instance, arguments: Arguments) -> Value:
    found = weights_of(context, layer)
    if found is None or (layer.cls.is_a("keras.Model") and layer.hidden("layers") is None):
        return Unknown("the weights of a layer")
    return Sequence.list([Tensor(shape, "float32", NUMPY) for shape in found])


@method("Layer.count_params")
def _count_params(context: Context, layer: Instance, arguments: Arguments) -> Value:
    """How many numbers the weights hold."""
    found = count(context, layer, set())
    return Constant(found) if found is not None and found.value is not None else Scalar("int")


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
                               "given", argument="weights", runtime=f"weight shape {spell(own)} is not "
                               f"compatible with provided weight shape {spell(other.shape)}.")  # fmt: skip
            return _report(context, layer, given, mine, problem, spans)
    return NONE


@method("Layer.build")
def _build(context: Context, layer: Instance, arguments: Arguments) -> Value:
    """A layer of Keras's own makes its weights for inputs of this shape."""
    lengths = parse_shape(arguments.get(1, "input_shape") or NONE)
    if lengths and layer.cls.path is not None and not layer.cls.is_a("keras.Model"):
        sizes = (batch_dim(), *(Dim.unknown() if dim is None else dim for dim in lengths[1:]))
        layer.hide(context, "built for", tensor(Shape(sizes)))
    return NONE


METHODS: dict[str, Native] = {
    "build": _build, "get_weights": _get_weights, "set_weights": _set_weights, "count_params": _count_params,
    **freezing.METHODS,
}  # fmt: skip

from . import stored  # noqa: E402,F401  it gives models what reads and writes their weights

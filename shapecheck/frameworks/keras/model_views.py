"""What a model shows of itself: its layers, inputs, outputs and shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.objects import Instance
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Choice, Unknown, Value
from .base_layer import shapes_of
from .dialect import KERAS, batch_dim, given, leaves, number, tensor, text
from .graph import Graph
from .natives import Given, axes_after, computed, method, parse_shape
from .networks import grown

if TYPE_CHECKING:
    from ...core.span import Span
    from ...core.value import Context

    Spans = dict[int | str, Span]
from .models import MODEL, added_layers, declared_inputs, one_layer

_MOST_HELD = 2000

# -- what a model shows ----------------------------------------------------------------------------------------


def layers_of(context: Context, model: Instance) -> list[Value] | None:
    """The layers: those that were added, or those of the graph in Keras's order."""
    found = _layers_of(context, model)
    for layer in found or () if model.hidden("copied") else ():
        if isinstance(layer, Instance):
            layer.hide(context, "in copies", True)
    return found


def _layers_of(context: Context, model: Instance) -> list[Value] | None:
    if model.hidden("layers") is not None:
        added = added_layers(model)
        return None if added is None else list(added)
    outputs: Value | None = grown(context, model) or model.hidden("outputs")
    if outputs is None:
        return held_by(model) if model.cls.path is None else None
    known: Sequence | None = model.hidden("graph")
    if known is None:
        parts = list(leaves(outputs))
        found = Graph(context, declared_inputs(model), [x for x in parts if isinstance(x, Tensor)]).layers()
        if found is None or not all(isinstance(x, Tensor) for x in parts):
            return None
        known = Sequence.tuple(found)
        model.hide(context, "graph", known)
    return list(known.items)


def held_by(layer: Instance) -> list[Value] | None:
    """The layers that the attributes of an object of the program's class hold, in order; None if there may be others.

    Source: keras/src/utils/tracking.py.
    """
    added, found = layer.hidden("added") or (), list[Value]()
    queue = [value for _, value in reversed(tuple(layer.visible()))]
    while queue:
        value = queue.pop()
        if isinstance(value, Instance):
            found += [value] if value.cls.is_a("keras.layers.Layer") else []
        elif isinstance(value, (Sequence, Mapping)):
            whole = value.known is not None if isinstance(value, Sequence) else not value.open
            if not whole or len(queue) > _MOST_HELD:
                return None
            queue += reversed(tuple(value.items if isinstance(value, Sequence) else value.items.values()))
        elif isinstance(value, (Unknown, Choice)):
            return None
        elif isinstance(value, Tensor) and value.library is KERAS and value.node is None and all(
            value is not one for one in added
        ):
            return None  # a variable made by hand counts, a constant does not
    return list({id(one.state) if isinstance(one, Instance) else id(one): one for one in found}.values())


@computed("Model.layers")
def _layers(context: Context, model: Instance) -> Value:
    found = layers_of(context, model)
    return Sequence.list(found) if found else Unknown("layers of a model")


@method("Model.get_layer")
def _get_layer(context: Context, model: Instance, arguments: Arguments) -> Value:
    asked = Given("name index", arguments)
    found, index, name = layers_of(context, model), number(asked["index"]), text(asked["name"])
    if found is None:
        return Unknown("a layer of a model")
    if index is not None and -len(found) <= index < len(found):
        return found[index]
    named = (layer for layer in found if isinstance(layer, Instance) and text(given(layer, "name")) == name)
    return next(named, Unknown(f"layer {name}"))


@computed("Model.output_shape")
def _output_shape(context: Context, model: Instance) -> Value:
    return shapes_of(model.hidden("output") or NONE)


@computed("Model.input_shape")
def _input_shape(context: Context, model: Instance) -> Value:
    return shapes_of(model.hidden("inputs") or NONE)


@computed("Model.inputs")
def _inputs(context: Context, model: Instance) -> Value:
    found = declared_inputs(model)
    return Sequence.list(found) if found else Unknown("inputs of a model")


@computed("Model.outputs")
def _outputs(context: Context, model: Instance) -> Value:
    found: Value | None = model.hidden("output")
    return Sequence.list(leaves(found)) if found is not None else Unknown("outputs of a model")


@computed("Model.input")
def _input(context: Context, model: Instance) -> Value:
    found: Value | None = model.hidden("inputs")
    return found or Unknown("input of a model")


@method("Model.build")
def _build(context: Context, model: Instance, arguments: Arguments) -> Value:
    """`build(input_shape)` of a Sequential without a declared input: the shape counts the batch."""
    asked = Given("input_shape", arguments)
    layers = added_layers(model)
    lengths = parse_shape(asked["input_shape"])
    if layers is None or lengths is None or declared_inputs(model):
        return NONE
    dims = axes_after(asked["input_shape"], 1)
    first = lengths[0] if lengths and lengths[0] is not None else batch_dim()
    x: Value = tensor(Shape((first, *dims)))
    model.hide(context, "inputs", x)
    for layer in layers:
        x = one_layer(context, layer, x)
    model.hide(context, "output", x)
    return NONE


MODEL.state.update(
    layers=_layers, get_layer=_get_layer, output_shape=_output_shape, input_shape=_input_shape, inputs=_inputs,
    outputs=_outputs, input=_input, build=_build,
)  # fmt: skip

from . import training, variables  # noqa: E402,F401  they give the classes more methods

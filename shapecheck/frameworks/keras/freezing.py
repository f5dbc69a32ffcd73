"""`layer.trainable`: what is set on a layer is set on all layers inside it.

Sources: keras/src/layers/layer.py, tf_keras/src/engine/base_layer.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.objects import Instance
from ...core.plain import NONE, Constant
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from .dialect import flag, leaves
from .graph import INPUT
from .model_views import held_by, layers_of
from .natives import method

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.value import Context

_DOUBT = "keras layers that may have been frozen"
"""Where the last object that was frozen with layers that are not known is noted."""


@method("Layer.trainable")
def _trainable(context: Context, layer: Instance, arguments: Arguments) -> Value:
    """What was set last; before that it depends on the constructor."""
    known: Value | None = layer.hidden("trainable")
    doubt = layer.hidden("in copies") or layer.hidden("trainable since") is not context.memory.get(_DOUBT)
    return Unknown("trainable") if known is None or doubt else known


@method("Layer.trainable")
def _freeze(context: Context, layer: Instance, arguments: Arguments) -> Value:
    asked = flag(arguments.get(1, "value"))
    new: Value = Unknown("trainable") if asked is None else Constant(asked)
    queue, seen = [layer], set[int]()
    doubt = False
    while queue:
        one = queue.pop()
        if id(one.state) in seen:
            continue
        seen.add(id(one.state))
        if one is not layer and one.cls.find("trainable") is not layer.cls.find("trainable"):
            one.set_attribute(context, "trainable", new)  # a property of the program's
            continue
        _note(context, one, new)
        inside = _inside(context, one)
        doubt = doubt or inside is None
        queue += inside or ()
    if doubt:
        context.write(context.memory, _DOUBT, Unknown("what was frozen"))
        _note(context, layer, new)
    return NONE


def _note(context: Context, layer: Instance, new: Value) -> None:
    layer.hide(context, "trainable", new)
    layer.hide(context, "trainable since", context.memory.get(_DOUBT))


def _inside(context: Context, layer: Instance) -> list[Instance] | None:
    """The layers that a layer holds; None if there may be others."""
    found: list[Value] = []
    if layer.cls.is_a("keras.Model"):
        if _unread(layer):
            return []
        parts = layers_of(context, layer)
        if parts is None or layer.hidden("copied"):
            return None
        found += parts
    elif layer.cls.path is not None:
        return _inside_own(context, layer)
    if layer.cls.path is None:
        parts = held_by(layer)
        if parts is None:
            return None
        found += parts
    return [one for one in found if isinstance(one, Instance)] if all(isinstance(x, Instance) for x in found) else None


def _unread(model: Instance) -> bool:
    """A network whose layers nobody has asked for, so that none of them was told anything."""
    network = model.hidden("network")
    if network is None or isinstance(model.hidden("grown"), Tensor):
        return False
    first = network[1]["input_tensor"]
    return isinstance(first, Tensor) and first.node is not None and first.node[0].spec.path == INPUT


def _inside_own(context: Context, layer: Instance) -> list[Instance]:
    """Of one of Keras's layers: a wrapper's layer. Others are copied from what was given, or not: that stays open."""
    inner = layer.hidden("layer")
    for value in layer.state.values():
        for one in _instances(value):
            if one is not inner:
                _note(context, one, Unknown("trainable"))
    return [inner] if isinstance(inner, Instance) else []


def _instances(value: object) -> Iterator[Instance]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _instances(part)
    elif isinstance(value, (Instance, Sequence, Mapping)):
        found = leaves(value)
        yield from (one for one in found if isinstance(one, Instance) and one.cls.is_a("keras.layers.Layer"))


METHODS: dict[str, Native] = {"trainable": _trainable, "set trainable": _freeze}

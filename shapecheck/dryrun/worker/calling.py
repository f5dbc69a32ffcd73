"""A call, and what stands for things that a question cannot name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .making import arguments, elements, framework, open_shape
from .registry import Refused
from .resolving import own

if TYPE_CHECKING:
    from .library import Library
    from .registry import Maker, Question

MOST_ELEMENTS = 4_000_000
"""Tensors and weights up to this many elements in all are made for real."""


def stand_in(library: Library, question: Question) -> Any:
    """A model with such inputs, which hands them on."""
    keras = library.module
    inputs = [keras.Input(batch_shape=open_shape(spec), dtype=spec["dtype"]) for spec in question["inputs"]]
    if question["path"] == "keras.Sequential":
        return keras.Sequential([inputs[0], keras.layers.Identity()])
    outputs = [keras.layers.Identity()(each) for each in inputs]
    return keras.Model(inputs, outputs) if len(inputs) > 1 else keras.Model(inputs[0], outputs[0])


def fed(library: Library, question: Question) -> Any:
    """What feeds a value to such a placeholder in a session of TensorFlow 1."""

    def run(value: Any) -> Any:
        v1, spec = library.module.compat.v1, question["feed"]
        with library.module.Graph().as_default(), v1.Session() as session:
            placeholder = v1.placeholder(spec["dtype"] or "float32", open_shape(spec), spec.get("name"))
            return session.run(placeholder, {placeholder: value})

    return run


def filled(library: Library, question: Question) -> Any:
    """What puts weights into a layer that has such weights."""
    if elements(question["weights"]) > MOST_ELEMENTS:
        raise Refused("the weights are too large")
    layer = library.module.layers.Layer(name=question.get("name"))
    for spec in question["weights"]:
        layer.add_weight(shape=tuple(spec["shape"]))
    return layer.set_weights


def started(library: Library, question: Question) -> Any:
    """What makes a variable of TensorFlow 1 of such a tensor of a graph."""

    def make() -> None:
        v1, spec = library.module.compat.v1, question["initial"]
        with library.module.Graph().as_default():
            v1.Variable(v1.placeholder(spec["dtype"] or "float32", open_shape(spec), "data"), use_resource=False)

    return make


STAND_INS = {"inputs": stand_in, "feed": fed, "weights": filled, "initial": started}
"""What stands for what a question cannot name, by the part of the question that describes it."""


def attempt(function: Any, question: Question, made: Maker, library: Library) -> Any:
    """The call itself."""
    if question.get("only") == "constructor":
        return None
    args, kwargs = arguments(question, made, library)
    if question.get("built"):  # a layer that was called before, which fixed its weights
        function(made(question["built"]))
    if question.get("read"):
        return framework(own, [args[0], question["path"].rpartition(".")[2]], {})
    return framework(getattr(function, "update_state", function), args, kwargs)


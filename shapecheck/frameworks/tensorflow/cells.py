"""Recurrent cells of TensorFlow 1, and the functions that unroll them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Native, Unknown, Value
from ..binding import Ignored
from ..declare import declare
from .dialect import TF, python_spell, tensor
from .variables import without_first

if TYPE_CHECKING:
    from ...core.value import Context


def _init_cell(context: Context, arguments: Arguments) -> Value:
    cell, units = arguments.positional[0], without_first(arguments).get(0, "num_units")
    if isinstance(cell, Instance):
        cell.hide(context, "units", units.dim if isinstance(units, Constant) else None)
    return NONE


def _wrap_cell(context: Context, arguments: Arguments) -> Value:
    """A wrapper, or a stack of cells: as wide as the (last) cell inside."""
    cell, inner = (
        arguments.positional[0],
        without_first(arguments).get(0, "cell") or without_first(arguments).get(0, "cells"),
    )
    if isinstance(inner, Sequence) and tuple(inner):
        inner = tuple(inner)[-1]
    if isinstance(cell, Instance) and isinstance(inner, Instance):
        cell.hide(context, "units", inner.hidden("units"))
    return NONE


def _zero_state(context: Context, arguments: Arguments) -> Value:
    return Unknown("the state of a cell")


for _root in ("tensorflow.nn.rnn_cell", "tensorflow.contrib.rnn"):
    for _name in ("BasicLSTMCell", "LSTMCell", "GRUCell", "BasicRNNCell", "LayerNormBasicLSTMCell"):
        declare(f"{_root}.{_name}", library_class(f"{_root}.{_name}", __init__=_init_cell, zero_state=_zero_state))
    for _name in ("MultiRNNCell", "DropoutWrapper", "ResidualWrapper"):
        declare(f"{_root}.{_name}", library_class(f"{_root}.{_name}", __init__=_wrap_cell, zero_state=_zero_state))


def _dynamic_rnn(context: Context, arguments: Arguments) -> Value:
    """[batch, time, features] to [batch, time, units], and a state."""
    cell, inputs = arguments.get(0, "cell"), arguments.get(1, "inputs")
    if not isinstance(inputs, Tensor) or not isinstance(cell, Instance):
        return context.gap("tf.nn.dynamic_rnn")
    return context.apply(
        "tensorflow.compat.v1.nn.dynamic_rnn.outputs", Arguments((inputs, Constant(cell.hidden("units"))))
    )


@TF.op("tensorflow.compat.v1.nn.dynamic_rnn.outputs")
def rnn_outputs(inputs: Tensor, units: Value | None = None) -> tuple[Value, Value]:
    if inputs.shape.known_rank and inputs.rank < 3:
        raise Mismatch("layer-input-rank",
                       f"an RNN of {inputs.shape}: [batch, time, features] is needed", argument="inputs",
                       runtime=f"Input must be at least rank 3: {inputs.shape}")  # fmt: skip
    width = units.dim if isinstance(units, Constant) and units.dim is not None else Dim.unknown()
    front = inputs.shape.dims[:2] if inputs.shape.known_rank else (Dim.unknown(), Dim.unknown())
    return tensor(Shape((*front, width)), inputs.dtype), Unknown("the state of a cell")


declare("tensorflow.nn.dynamic_rnn", Native("tensorflow.nn.dynamic_rnn", _dynamic_rnn))


def _bidirectional(context: Context, arguments: Arguments) -> Value:
    """A pair of outputs, and a pair of states."""
    forward, backward, inputs = (arguments.get(i, n) for i, n in enumerate(("cell_fw", "cell_bw", "inputs")))
    if not isinstance(inputs, Tensor) or not isinstance(forward, Instance) or not isinstance(backward, Instance):
        return context.gap("tf.nn.bidirectional_dynamic_rnn")
    outputs = [
        context.item(_dynamic_rnn(context, Arguments((cell, inputs))), Constant(0)) for cell in (forward, backward)
    ]
    return Sequence.tuple((Sequence.tuple(outputs), Unknown("the states of two cells")))


def _static_rnn(context: Context, arguments: Arguments) -> Value:
    """A list of [batch, features] to a list of [batch, units], and a state."""
    cell, inputs = arguments.get(0, "cell"), arguments.get(1, "inputs")
    first = next((item for item in inputs if isinstance(item, Tensor)), None) if isinstance(inputs, Sequence) else None
    if not isinstance(cell, Instance) or not isinstance(inputs, Sequence) or first is None:
        return context.gap("tf.nn.static_rnn")
    units: Dim | None = cell.hidden("units")
    rows = first.shape[0] if first.shape.known_rank and first.shape.rank else Dim.unknown()
    output = tensor(Shape((rows, units or Dim.unknown())), first.dtype)
    return Sequence.tuple((Sequence("list", (), output, inputs.size), Unknown("the state of a cell")))


declare("tensorflow.nn.bidirectional_dynamic_rnn", Native("bidirectional_dynamic_rnn", _bidirectional))
for _root in ("tensorflow.nn", "tensorflow.contrib.rnn"):
    declare(f"{_root}.static_rnn", Native("static_rnn", _static_rnn))


@TF.op("tensorflow.contrib.seq2seq.sequence_loss")
def sequence_loss(logits: Tensor, targets: Tensor, weights: Tensor, *args: Ignored, **kwargs: Ignored) -> Tensor:
    """[batch, time, classes] against class ids [batch, time]."""
    for what, rank, name in ((logits, 3, "Logits"), (targets, 2, "Targets"), (weights, 2, "Weights")):
        if what.shape.known_rank and what.rank != rank:
            raise Mismatch(
                "layer-input-rank", f"{name.lower()} of {what.shape}: {rank} axes are needed", argument=name.lower(),
                runtime=f"{name} must be a {rank}-dimensional tensor",
            )  # fmt: skip
    return tensor(Shape(), "float32", Facts(low=0))


def _sampled(weights: Tensor, inputs: Tensor) -> Tensor:
    """Weights [classes, features], inputs [batch, features] to [batch]."""
    if inputs.shape.known_rank and weights.shape.known_rank and inputs.shape[-1].equals(weights.shape[-1]) is Truth.NO:
        raise Mismatch(
            "matmul-shape-mismatch",
            f"inputs of {inputs.shape} for weights {weights.shape}",
            inputs.shape[-1],
            weights.shape[-1],
            argument="inputs",
            runtime="Matrix size-incompatible: inputs "
            f"{python_spell(inputs.shape)}, weights {python_spell(weights.shape)}",
        )
    return tensor(Shape.of(inputs.shape[0]), inputs.dtype, Facts(low=0))


_CALL = "tf.nn.{}(tf.ones([7, 3]), tf.ones([7]), tf.zeros([2, 1], tf.int64), tf.ones([2, {}]), 4, 7)"


@TF.op("tensorflow.nn.nce_loss", samples=(_CALL.format("nce_loss", 3), _CALL.format("nce_loss", 5)))
def nce_loss(
    weights: Tensor, biases: Ignored, labels: Ignored, inputs: Tensor, num_sampled: Ignored, num_classes: Ignored,
    num_true: Ignored = 1, sampled_values: Ignored = None, remove_accidental_hits: Ignored = False,
    name: Ignored = "nce_loss", *, partition_strategy: Ignored = None,
) -> Tensor:  # fmt: skip
    return _sampled(weights, inputs)


@TF.op("tensorflow.nn.sampled_softmax_loss",
       samples=(_CALL.format("sampled_softmax_loss", 3), _CALL.format("sampled_softmax_loss", 5)))  # fmt: skip
def sampled_softmax_loss(
    weights: Tensor, biases: Ignored, labels: Ignored, inputs: Tensor, num_sampled: Ignored, num_classes: Ignored,
    num_true: Ignored = 1, sampled_values: Ignored = None, remove_accidental_hits: Ignored = True, seed: Ignored = None,
    name: Ignored = "sampled_softmax_loss", *, partition_strategy: Ignored = None,
) -> Tensor:  # fmt: skip
    return _sampled(weights, inputs)

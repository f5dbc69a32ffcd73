"""Recurrent layers and their cells."""

from __future__ import annotations

from typing import Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Instance
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..binding import Dims, Ignored
from .activations import activated
from .checks import need_defined, ranked
from .convolution import several, split, window_sizes
from .dialect import K, batch_size, flag, spell, tensor

STATES = {"LSTM": 2, "GRU": 1, "SimpleRNN": 1, "LSTMCell": 2, "GRUCell": 1, "SimpleRNNCell": 1}
"""How many state tensors a layer or cell carries."""


def unrolled(sequences: Tensor, layer: str, units: Dim, states: int, return_sequences: bool, return_state: bool,
             stateful: bool, initial_state: Value | None, activation: Any = "tanh") -> Any:  # fmt: skip
    """[batch, steps, features] -> [batch, units], or [batch, steps, units]; with the states if asked for."""
    sequences = ranked(sequences, 3, layer, "sequences")
    need_defined(sequences, -1, layer, "sequences")
    batch = sequences.shape[0]
    of_any_size = batch.atom is not None and batch.atom.key == "batch" and batch_size(batch) is None
    if stateful and of_any_size:
        raise Mismatch("stateful-rnn-batch-size", "stateful=True needs a fixed batch size", batch, argument="stateful",
                       runtime="When using `stateful=True` in a RNN, the batch size must be static. Found dynamic "
                               f"batch size: sequence.shape={spell(sequences.shape)}",
                       help="Input(batch_shape=(batch_size, steps, features))")  # fmt: skip
    _check_states(initial_state, units, layer)
    shape = Shape((batch, sequences.shape[1], units)) if return_sequences else Shape((batch, units))
    out = activated(tensor(shape), activation)
    if not return_state:
        return out
    return [out, *(tensor(Shape((batch, units))) for _ in range(states))]


def _check_states(initial: Value | None, units: Dim, layer: str) -> None:
    states = initial.known if isinstance(initial, Sequence) else (initial,)
    for state in states or ():
        if isinstance(state, Tensor) and state.shape.known_rank and state.rank == 2:
            width = state.shape[-1]
            if width.equals(units) is Truth.NO:
                raise Mismatch("rnn-hidden-shape-mismatch",
                       f"{layer} has {units} units, its initial state {width}: the model is built, and fails when run",
                       width, units, argument="initial_state",
                       runtime=f"Dimensions must be equal, but are {width} and {units}")  # fmt: skip


@K.layer("keras.layers.LSTM")
def lstm(sequences: Tensor, initial_state: Value | None = None, mask: Ignored = None, training: Ignored = False, *,
         units: Dim, activation: Ignored = "tanh", recurrent_activation: Ignored = "sigmoid", use_bias: Ignored = True,
         kernel_initializer: Ignored = "glorot_uniform", recurrent_initializer: Ignored = "orthogonal",
         bias_initializer: Ignored = "zeros", unit_forget_bias: Ignored = True, kernel_regularizer: Ignored = None,
         recurrent_regularizer: Ignored = None, bias_regularizer: Ignored = None, activity_regularizer: Ignored = None,
         kernel_constraint: Ignored = None, recurrent_constraint: Ignored = None, bias_constraint: Ignored = None,
         dropout: Ignored = 0.0, recurrent_dropout: Ignored = 0.0, seed: Ignored = None, return_sequences: bool = False,
         return_state: bool = False, go_backwards: Ignored = False, stateful: bool = False, unroll: Ignored = False,
         use_cudnn: Ignored = "auto", **others: Ignored) -> Any:  # fmt: skip
    return unrolled(sequences, "LSTM", units, 2, return_sequences, return_state, stateful, initial_state, activation)


@K.layer("keras.layers.GRU")
def gru(sequences: Tensor, initial_state: Value | None = None, mask: Ignored = None, training: Ignored = False, *,
        units: Dim, activation: Ignored = "tanh", recurrent_activation: Ignored = "sigmoid", use_bias: Ignored = True,
        kernel_initializer: Ignored = "glorot_uniform", recurrent_initializer: Ignored = "orthogonal",
        bias_initializer: Ignored = "zeros", kernel_regularizer: Ignored = None, recurrent_regularizer: Ignored = None,
        bias_regularizer: Ignored = None, activity_regularizer: Ignored = None, kernel_constraint: Ignored = None,
        recurrent_constraint: Ignored = None, bias_constraint: Ignored = None, dropout: Ignored = 0.0,
        recurrent_dropout: Ignored = 0.0, seed: Ignored = None, return_sequences: bool = False,
        return_state: bool = False, go_backwards: Ignored = False, stateful: bool = False, unroll: Ignored = False,
        reset_after: Ignored = True, use_cudnn: Ignored = "auto", **others: Ignored) -> Any:  # fmt: skip
    return unrolled(sequences, "GRU", units, 1, return_sequences, return_state, stateful, initial_state, activation)


@K.layer("keras.layers.SimpleRNN")
def simple_rnn(sequences: Tensor, initial_state: Value | None = None, mask: Ignored = None, training: Ignored = False,
               *,
               units: Dim, activation: Ignored = "tanh", use_bias: Ignored = True,
               kernel_initializer: Ignored = "glorot_uniform", recurrent_initializer: Ignored = "orthogonal",
               bias_initializer: Ignored = "zeros", kernel_regularizer: Ignored = None,
               recurrent_regularizer: Ignored = None, bias_regularizer: Ignored = None,
               activity_regularizer: Ignored = None, kernel_constraint: Ignored = None,
               recurrent_constraint: Ignored = None, bias_constraint: Ignored = None, dropout: Ignored = 0.0,
               recurrent_dropout: Ignored = 0.0, return_sequences: bool = False, return_state: bool = False,
               go_backwards: Ignored = False, stateful: bool = False, unroll: Ignored = False, seed: Ignored = None,
               **others: Ignored) -> Any:  # fmt: skip
    return unrolled(sequences, "SimpleRNN", units, 1, return_sequences, return_state, stateful, initial_state,
                    activation)


def _stepped(inputs: Tensor, units: Dim, cell: str, activation: Any) -> Any:
    """One step: the output, and the states."""
    shape = Shape((*inputs.shape.dims[:-1], units))
    return activated(tensor(shape), activation), [tensor(shape) for _ in range(STATES[cell])]


def _cell(name: str) -> None:
    def cell(inputs: Tensor, states: Ignored, training: Ignored = False, *, units: Dim, activation: Ignored = "tanh",
             **others: Ignored) -> Any:  # fmt: skip
        return _stepped(inputs, units, name, activation)

    K.layer(f"keras.layers.{name}")(cell)


for _name in ("LSTMCell", "GRUCell"):
    _cell(_name)


@K.layer("keras.layers.SimpleRNNCell")
def simple_rnn_cell(sequence: Tensor, states: Ignored, training: Ignored = False, *, units: Dim,
                    activation: Ignored = "tanh", **others: Ignored) -> Any:  # fmt: skip
    return _stepped(sequence, units, "SimpleRNNCell", activation)


# -- layers around others --------------------------------------------------------------------------------------


def constructor(layer: Value) -> dict[str, Value]:
    """The constructor's arguments of a declared layer, by name."""
    found = layer.hidden("constructor") if isinstance(layer, Instance) else None
    if found is None:
        raise Undecided("a layer that is not known")
    kept: dict[str, Value] = found
    return kept


def declared_path(layer: Value) -> str:
    """The name of a declared layer's class."""
    path = layer.cls.library_path() if isinstance(layer, Instance) else None
    return (path or "").rpartition(".")[2]


def _of_cell(cell: Value) -> tuple[Dim, list[Dim]]:
    """The units of a cell and the lengths of its states; of stacked cells, those of the last one and of all."""
    known = cell.known if isinstance(cell, Sequence) else None
    if known is not None:
        parts = [_of_cell(item) for item in known]
        return parts[-1][0], [size for part in parts for size in part[1]]
    name = declared_path(cell)
    if name == "StackedRNNCells":
        return _of_cell(constructor(cell)["cells"])
    units = constructor(cell).get("units")
    if name not in STATES or not isinstance(units, Constant) or units.dim is None:
        raise Undecided("a cell of the program's own")
    return units.dim, [units.dim] * STATES[name]


@K.layer("keras.layers.RNN")
def rnn(sequences: Tensor, initial_state: Value | None = None, mask: Ignored = None, training: Ignored = False, *,
        cell: Value, return_sequences: bool = False, return_state: bool = False, go_backwards: Ignored = False,
        stateful: bool = False, unroll: Ignored = False, zero_output_for_mask: Ignored = False,
        **others: Ignored) -> Any:  # fmt: skip
    units, states = _of_cell(cell)
    sequences = ranked(sequences, 3, "RNN", "sequences")
    batch = sequences.shape[0]
    shape = Shape((batch, sequences.shape[1], units)) if return_sequences else Shape((batch, units))
    if not return_state:
        return tensor(shape)
    return [tensor(shape), *(tensor(Shape((batch, size))) for size in states)]


@K.layer("keras.layers.StackedRNNCells")
def stacked_rnn_cells(inputs: Tensor, states: Ignored, training: Ignored = False, *, cells: Value,
                      **others: Ignored) -> Any:  # fmt: skip
    units, _ = _of_cell(cells)
    return tensor(Shape((*inputs.shape.dims[:-1], units))), Unknown("states of stacked cells")


@K.layer("keras.layers.Bidirectional")
def bidirectional(sequences: Tensor, initial_state: Value | None = None, mask: Ignored = None,
                  training: Ignored = None, *,
                  layer: Value, merge_mode: str | None = "concat", weights: Ignored = None,
                  backward_layer: Ignored = None, **others: Ignored) -> Any:  # fmt: skip
    """Runs a recurrent layer in both directions: `concat` doubles the units, None returns both results."""
    found, name = constructor(layer), declared_path(layer)
    sequences = ranked(sequences, 3, "Bidirectional", "sequences")
    if name == "RNN":
        units, states = _of_cell(found["cell"])
    elif name in STATES:
        size = found["units"]
        if not isinstance(size, Constant) or size.dim is None:
            raise Undecided("units that are not known")
        units, states = size.dim, [size.dim] * STATES[name]
    else:
        raise Undecided(f"Bidirectional of {name or 'an unknown layer'}")
    several_steps = flag(found.get("return_sequences")) if "return_sequences" in found else False
    with_states = flag(found.get("return_state")) if "return_state" in found else False
    if several_steps is None or with_states is None:
        raise Undecided("return_sequences that is not known")
    batch = sequences.shape[0]
    front = (batch, sequences.shape[1]) if several_steps else (batch,)
    width = units * 2 if merge_mode == "concat" else units
    outputs = [tensor(Shape((*front, width)))] if merge_mode is not None else [tensor(Shape((*front, units)))] * 2
    if with_states:
        both = [tensor(Shape((batch, size))) for size in states]
        return [*outputs, *both, *both]
    return outputs[0] if len(outputs) == 1 else outputs


# -- convolutional ---------------------------------------------------------------------------------------------


def _conv_lstm(axes: int) -> None:
    ones: Any = 1

    def conv_lstm(sequences: Tensor, initial_state: Ignored = None, mask: Ignored = None, training: Ignored = False, *,
                  filters: Dim, kernel_size: Dims, strides: Dims = ones, padding: str = "valid",
                  data_format: str | None = None, dilation_rate: Dims = ones, activation: Ignored = "tanh",
                  recurrent_activation: Ignored = "sigmoid", use_bias: Ignored = True,
                  kernel_initializer: Ignored = "glorot_uniform", recurrent_initializer: Ignored = "orthogonal",
                  bias_initializer: Ignored = "zeros", unit_forget_bias: Ignored = True,
                  kernel_regularizer: Ignored = None, recurrent_regularizer: Ignored = None,
                  bias_regularizer: Ignored = None, activity_regularizer: Ignored = None,
                  kernel_constraint: Ignored = None, recurrent_constraint: Ignored = None,
                  bias_constraint: Ignored = None, dropout: Ignored = 0.0, recurrent_dropout: Ignored = 0.0,
                  seed: Ignored = None, return_sequences: bool = False, return_state: bool = False,
                  go_backwards: Ignored = False, stateful: Ignored = False, **others: Ignored) -> Any:  # fmt: skip
        sequences = ranked(sequences, axes + 3, f"ConvLSTM{axes}D", "sequences")
        batch, steps = sequences.shape[0], sequences.shape[1]
        frame = Shape((batch, *sequences.shape.dims[2:]))
        _, spatial, _ = split(frame, data_format)
        sizes = window_sizes(spatial, several(kernel_size, axes), strides, padding, dilation_rate)
        one = (filters, *sizes) if data_format == "channels_first" else (*sizes, filters)
        out = tensor(Shape((batch, steps, *one) if return_sequences else (batch, *one)))
        state = tensor(Shape((batch, *one)))
        return [out, state, state] if return_state else out

    K.layer(f"keras.layers.ConvLSTM{axes}D")(conv_lstm)


for _axes in (1, 2, 3):
    _conv_lstm(_axes)

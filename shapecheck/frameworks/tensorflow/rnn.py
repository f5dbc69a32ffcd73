"""What unrolls the recurrent cells of TensorFlow 1 over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Instance
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .cells import step, zero_state
from .dialect import TF, asked

if TYPE_CHECKING:
    from ...core.span import Span
    from ...core.value import Context

_CHECK = "tensorflow.nn.rnn_cell.unrolled."
_NOTHING = Unknown("nothing was given")


def _given(arguments: Arguments, position: int | None, name: str) -> Value | None:
    """An argument that is not None."""
    found = arguments.get(position, name)
    return None if isinstance(found, Constant) and found.payload is None else found


# -- a tensor with an axis of time ---------------------------------------------------------------------------------


def _unrolled(
    inputs: Tensor, sequence_length: Tensor | None = None, typed: bool = True, time_major: bool = False
) -> None:
    """What `tf.nn.dynamic_rnn` asks of its arguments; the cell asks for the rank."""
    if not typed:
        raise Mismatch("layer-input-rank", "neither an initial state nor a dtype is given",
                       runtime="If there is no initial_state, you must give a dtype.",
                       help="dtype=tf.float32")  # fmt: skip
    if sequence_length is None or not sequence_length.shape.known_rank:
        return
    if sequence_length.rank != 1:
        raise Mismatch(
            "layer-input-rank", f"sequence_length {sequence_length.shape}: one number for each sample is needed",
            argument="sequence_length",
            runtime="sequence_length must be a vector of length batch_size",
        )  # fmt: skip
    at = 1 if time_major else 0
    batch = inputs.shape[at] if inputs.shape.known_rank and inputs.rank > at else Dim.unknown()
    if sequence_length.shape[0].equals(batch) is Truth.NO:
        raise Mismatch(
            "elementwise-shape-mismatch", f"{sequence_length.shape[0]} lengths for {batch} samples",
            sequence_length.shape[0], batch, argument="sequence_length",
            runtime="Dimension 0 in both shapes must be equal, but are",
        )  # fmt: skip


for _name in ("dynamic_rnn", "bidirectional_dynamic_rnn"):
    TF.op(_CHECK + _name)(_unrolled)


def _over_time(context: Context, cell: Value, inputs: Value, state: Value | None, dtype: Value | None,
               time_major: bool) -> tuple[Value, Value]:  # fmt: skip
    shape = inputs.shape if isinstance(inputs, Tensor) else Shape.unknown()
    batch = shape[1 if time_major else 0] if shape.known_rank and shape.rank == 3 else Dim.unknown()
    before = state if state is not None else zero_state(cell, batch, asked(dtype, None))
    return step(context, cell, inputs, before, sequence=Constant(True), time_major=Constant(time_major))


def _check(context: Context, name: str, arguments: Arguments, typed: bool, first: int) -> None:
    """Looks at the arguments after the cells."""
    inputs, lengths = _given(arguments, first, "inputs"), _given(arguments, first + 1, "sequence_length")
    spans = {"inputs": arguments.span(first, "inputs"), "sequence_length": arguments.span(first + 1, "sequence_length")}
    keywords = {"inputs": inputs or _NOTHING, "typed": Constant(typed), "time_major": Constant(_major(arguments))}
    if lengths is not None:
        keywords["sequence_length"] = lengths
    written: dict[int | str, Span] = {key: span for key, span in spans.items() if span is not None}
    context.apply(_CHECK + name, Arguments((), keywords, written))


def _major(arguments: Arguments) -> bool:
    asked_for = arguments.keywords.get("time_major")
    return isinstance(asked_for, Constant) and asked_for.payload is True


def _open(arguments: Arguments) -> bool:
    """The axis of time is not known."""
    asked_for = arguments.keywords.get("time_major")
    return arguments.open or (asked_for is not None and not isinstance(asked_for, Constant))


def _dynamic_rnn(context: Context, arguments: Arguments) -> Value:
    """[batch, time, features] to [batch, time, units], and the last state."""
    cell, inputs = arguments.get(0, "cell"), arguments.get(1, "inputs")
    if not isinstance(inputs, (Tensor, Unknown)) or not isinstance(cell, Instance) or _open(arguments):
        return context.gap("tf.nn.dynamic_rnn")
    state, dtype = _given(arguments, 3, "initial_state"), _given(arguments, 4, "dtype")
    _check(context, "dynamic_rnn", arguments, state is not None or dtype is not None, 1)
    return Sequence.tuple(_over_time(context, cell, inputs, state, dtype, _major(arguments)))


def _bidirectional(context: Context, arguments: Arguments) -> Value:
    """A pair of outputs, and a pair of states."""
    cells, inputs = (arguments.get(0, "cell_fw"), arguments.get(1, "cell_bw")), arguments.get(2, "inputs")
    if not isinstance(inputs, (Tensor, Unknown)) or not all(isinstance(c, Instance) for c in cells) or _open(arguments):
        return context.gap("tf.nn.bidirectional_dynamic_rnn")
    states = (_given(arguments, 4, "initial_state_fw"), _given(arguments, 5, "initial_state_bw"))
    dtype = _given(arguments, 6, "dtype")
    _check(context, "bidirectional_dynamic_rnn", arguments, dtype is not None or None not in states, 2)
    both = [_over_time(context, cell or NONE, inputs, state, dtype, _major(arguments))
            for cell, state in zip(cells, states, strict=True)]  # fmt: skip
    return Sequence.tuple((Sequence.tuple(one for one, _ in both), Sequence.tuple(state for _, state in both)))


# -- a list with a tensor for every moment -------------------------------------------------------------------------


@TF.op(f"{_CHECK}static_rnn")
def _listed(inputs: Value) -> None:
    if isinstance(inputs, Tensor):
        raise Mismatch(
            "layer-input-rank", f"a tensor {inputs.shape} where a list of [batch, features] is needed",
            argument="inputs", runtime=("must be a sequence", "inputs must be a sequence"),
            help="tf.unstack(inputs, axis=1)",
        )  # fmt: skip


def _static_rnn(context: Context, arguments: Arguments) -> Value:
    """A list of [batch, features] to a list of [batch, units], and the last state."""
    cell, inputs = arguments.get(0, "cell"), arguments.get(1, "inputs")
    if inputs is not None:
        span = arguments.span(1, "inputs")
        context.apply(f"{_CHECK}static_rnn", Arguments((inputs,), {}, {0: span} if span is not None else {}))
    first = next((item for item in inputs if isinstance(item, Tensor)), None) if isinstance(inputs, Sequence) else None
    if not isinstance(cell, Instance) or not isinstance(inputs, Sequence) or first is None:
        return context.gap("tf.nn.static_rnn")
    output, state = _at_once(context, cell, first, arguments)
    return Sequence.tuple((_as_many(output, inputs), state))


def _at_once(context: Context, cell: Value, first: Tensor, arguments: Arguments) -> tuple[Value, Value]:
    """One moment stands for all."""
    state, dtype = _given(arguments, 2, "initial_state"), _given(arguments, 3, "dtype")
    batch = first.shape[0] if first.shape.known_rank and first.shape.rank else Dim.unknown()
    return step(context, cell, first, state if state is not None else zero_state(cell, batch, asked(dtype, None)))


def _as_many(output: Value, inputs: Sequence) -> Sequence:
    known = inputs.known
    if known is not None:
        return Sequence.list([output] * len(known))
    return Sequence("list", (), output, inputs.size)


def _static_bidirectional(context: Context, arguments: Arguments) -> Value:
    """Both directions side by side, and their last states."""
    cells, inputs = (arguments.get(0, "cell_fw"), arguments.get(1, "cell_bw")), arguments.get(2, "inputs")
    first = next((item for item in inputs if isinstance(item, Tensor)), None) if isinstance(inputs, Sequence) else None
    if not isinstance(inputs, Sequence) or first is None or not all(isinstance(cell, Instance) for cell in cells):
        return context.gap("tf.nn.static_bidirectional_rnn")
    begin = Arguments((), {name: value for name, value in arguments.keywords.items() if name == "dtype"})
    outputs, states = zip(*(_at_once(context, cell or NONE, first, begin) for cell in cells), strict=True)
    both = context.apply("tensorflow.concat", Arguments((Sequence.list(outputs), Constant(1))))
    return Sequence.tuple((_as_many(both, inputs), *states))


for _root in ("tensorflow.nn", "tensorflow.contrib.rnn"):
    declare(f"{_root}.static_rnn", Native("tensorflow.nn.static_rnn", _static_rnn))
    declare(f"{_root}.static_bidirectional_rnn", Native("static_bidirectional_rnn", _static_bidirectional))
declare("tensorflow.nn.rnn", Native("tensorflow.nn.rnn", _static_rnn))
declare("tensorflow.nn.dynamic_rnn", Native("tensorflow.nn.dynamic_rnn", _dynamic_rnn))
declare("tensorflow.nn.bidirectional_dynamic_rnn", Native("bidirectional_dynamic_rnn", _bidirectional))

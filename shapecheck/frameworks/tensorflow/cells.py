"""Recurrent cells of TensorFlow 1: their outputs and states, and the kernel that their first input decides.

A cell keeps what it is in hidden fields: `units` and `project` are lengths, `flat` says that its state is one tensor;
a wrapper keeps the cell `inside`, a stack its `cells`. `made` is where it was built, for findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Class, Instance, Property, library_class
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .dialect import TF, asked, need, python_spell, settle, tensor
from .shapes import need_defined
from .variables import without_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

_ROOTS = ("tensorflow.nn.rnn_cell", "tensorflow.contrib.rnn")
_STEP = "tensorflow.nn.rnn_cell.step."
_LSTM = ("BasicLSTMCell", "LSTMCell", "LayerNormBasicLSTMCell", "LSTMBlockCell")
_PLAIN = ("GRUCell", "BasicRNNCell", "GRUBlockCell", "GRUBlockCellV2", "UGRNNCell")
_WRAPPERS = ("DropoutWrapper", "ResidualWrapper", "DeviceWrapper")


def length(value: Value | None) -> Dim | None:
    """A length as the interpreter has it; None if it is not known."""
    return value.dim if isinstance(value, Constant) else None


def lstm_state(cell: Value, hidden: Value) -> Sequence:
    """`LSTMStateTuple(c, h)`"""
    return Sequence("tuple", (cell, hidden), names=("c", "h"))


# -- one step ------------------------------------------------------------------------------------------------------


def _step(
    inputs: Tensor, state: Value, *, units: Value | None = None, project: Value | None = None,
    kernel: Value | None = None, sequence: bool = False, time_major: bool = False,
) -> tuple[Value, Value]:  # fmt: skip
    """[batch, features] (as a sequence with an axis of time) and the state before, to the output and the state after.

    Inputs and the state before are set side by side and multiplied with the kernel, whose rows the first call decided.
    """
    need(inputs, "float", "MatMul", "inputs")
    wanted = 3 if sequence else 2
    if inputs.shape.known_rank and inputs.rank != wanted:
        axes = "[batch, time, features]" if sequence else "[batch, features]"
        raise Mismatch(
            "layer-input-rank", f"a cell for {axes} got {inputs.shape}", *inputs.shape.dims, argument="inputs",
            runtime=(f"Shape {python_spell(inputs.shape)} must have rank at least {wanted}",
                     f"Shape must be rank {wanted} but is rank {inputs.rank}"),
        )  # fmt: skip
    if not inputs.shape.known_rank:
        inputs = inputs.like(Shape.of_rank(wanted))
    need_defined(Shape.of(inputs.shape[-1]), f"a cell for {inputs.shape}: a kernel for an axis", "inputs",
                 "must be accessible via shape inference", "Expected inputs.shape[-1] to be known")  # fmt: skip
    batch = inputs.shape[1 if sequence and time_major else 0]
    _compare_kernel(inputs.shape[-1], length(kernel))
    width, out = length(units) or Dim.unknown(), length(project) or length(units) or Dim.unknown()
    for before, size in zip(_states(state), (width, out) if len(_states(state)) == 2 else (width,), strict=False):
        _compare_state(before, inputs, batch, size)
    output = tensor(Shape((*inputs.shape.dims[:-1], out)), inputs.dtype)
    after = tensor(Shape((batch, out)), inputs.dtype)
    if isinstance(state, Sequence):
        return output, lstm_state(tensor(Shape((batch, width)), inputs.dtype), after)
    return output, after if isinstance(state, Tensor) else state


def _states(state: Value) -> list[Tensor]:
    several = state.known or () if isinstance(state, Sequence) else (state,)
    return [one for one in several if isinstance(one, Tensor)]


def _compare_kernel(features: Dim, rows: Dim | None) -> None:
    if rows is not None and features.equals(rows) is Truth.NO:
        raise Mismatch(
            "rnn-input-size-mismatch", f"the cell was first used with {rows} features, and gets {features}", features,
            rows, argument="inputs", runtime="Dimensions must be equal, but are",
            help="make a cell of its own for every layer: [make_cell() for _ in range(n)] instead of [cell] * n",
        )  # fmt: skip


def _compare_state(before: Tensor, inputs: Tensor, batch: Dim, width: Dim) -> None:
    settle((inputs, before), "ConcatV2")
    if not before.shape.known_rank:
        return
    if before.rank != 2:
        raise Mismatch("rnn-hidden-shape-mismatch", f"a state {before.shape}, [batch, units] is needed",
                       argument="state", runtime="Shape must be rank 2")  # fmt: skip
    for mine, theirs, what in ((before.shape[0], batch, "rows"), (before.shape[1], width, "units")):
        if mine.equals(theirs) is Truth.NO:
            raise Mismatch(
                "rnn-hidden-shape-mismatch", f"a state of {mine} {what} for {theirs}", mine, theirs, argument="state",
                runtime=(f"Dimension 0 in both shapes must be equal, but are {theirs} and {mine}",
                         "Dimensions must be equal, but are"),
            )  # fmt: skip


TF.family(" ".join((*_LSTM, *_PLAIN)), _step, (_STEP + "{}",))


@TF.op(f"{_STEP}ResidualWrapper")
def residual(inputs: Tensor, outputs: Tensor) -> Tensor:
    """Both of one shape are added."""
    if inputs.shape.equals(outputs.shape) is Truth.NO:
        raise Mismatch(
            "residual-shape-mismatch", f"{inputs.shape} is added to {outputs.shape}", *inputs.shape.dims[-1:],
            *outputs.shape.dims[-1:], argument="inputs",
            runtime=(f"Shapes {python_spell(inputs.shape).replace('None', '?')} and "
                     f"{python_spell(outputs.shape).replace('None', '?')} are incompatible", "are incompatible"),
            help="give the cell as many units as its input has features",
        )  # fmt: skip
    return tensor(outputs.shape, outputs.dtype)


def step(context: Context, cell: Value, inputs: Value, state: Value, **how: Value) -> tuple[Value, Value]:
    """What a cell makes of an input, or of a sequence of them, and its state after that."""
    if not isinstance(cell, Instance):
        return Unknown("output of a cell"), Unknown("state of a cell")
    cells, inside = cell.hidden("cells"), cell.hidden("inside")
    if isinstance(cells, tuple):
        before = state.known if isinstance(state, Sequence) else None
        states = []
        for at, one in enumerate(cells):
            mine = before[at] if before is not None and at < len(before) else Unknown("state of a cell")
            inputs, after = step(context, one, inputs, mine, **how)
            states.append(after)
        return inputs, Sequence.tuple(states)
    if isinstance(inside, Value):
        output, after = step(context, inside, inputs, state, **how)
        if cell.cls.name == "ResidualWrapper":
            output = context.apply(f"{_STEP}ResidualWrapper", Arguments((inputs, output)))
        return output, after
    units = cell.hidden("units")
    if units is None or cell.cls.name not in (*_LSTM, *_PLAIN):
        return Unknown("output of a cell"), Unknown("state of a cell")
    state = Unknown("a state in one piece") if cell.hidden("flat") else state
    fixed = {"": cell, "units": Constant(units), "project": Constant(cell.hidden("project")),
             "kernel": Constant(cell.hidden("kernel")), **how}  # fmt: skip
    made = context.apply(_STEP + cell.cls.name, Arguments((inputs, state)), fixed)
    if isinstance(inputs, Tensor) and inputs.shape.known_rank and inputs.rank and cell.hidden("kernel") is None:
        cell.hide(context, "kernel", inputs.shape[-1])
    if isinstance(made, Sequence) and made.known is not None:
        return made.known[0], made.known[1]
    return made, Unknown("state of a cell")


def zero_state(cell: Value, batch: Dim, dtype: str | None) -> Value:
    """The state that a cell begins with."""
    if not isinstance(cell, Instance):
        return Unknown("state of a cell")
    cells, inside, units = cell.hidden("cells"), cell.hidden("inside"), cell.hidden("units")
    if isinstance(cells, tuple):
        return Sequence.tuple(zero_state(one, batch, dtype) for one in cells)
    if isinstance(inside, Value):
        return zero_state(inside, batch, dtype)
    if units is None or cell.hidden("flat"):
        return Unknown("state of a cell")
    state = tensor(Shape((batch, units)), dtype)
    if cell.cls.name in _LSTM:
        return lstm_state(state, tensor(Shape((batch, cell.hidden("project") or units)), dtype))
    return state


# -- classes -------------------------------------------------------------------------------------------------------


def _init_cell(context: Context, arguments: Arguments) -> Value:
    cell, given = arguments.positional[0], without_first(arguments)
    if isinstance(cell, Instance):
        tupled = given.keywords.get("state_is_tuple")
        cell.hide(context, "made", context.span)
        cell.hide(context, "units", length(given.get(0, "num_units") or given.get(None, "units")))
        cell.hide(context, "project", length(given.keywords.get("num_proj")))
        cell.hide(context, "flat", tupled is not None and tupled.truth(context) is not True)
    return NONE


def _wrap_cell(context: Context, arguments: Arguments) -> Value:
    cell, inside = arguments.positional[0], without_first(arguments).get(0, "cell")
    if isinstance(cell, Instance) and inside is not None:
        cell.hide(context, "inside", inside)
    return NONE


def _stack_cells(context: Context, arguments: Arguments) -> Value:
    cell, cells = arguments.positional[0], without_first(arguments).get(0, "cells")
    known = cells.known if isinstance(cells, Sequence) else None
    tupled = without_first(arguments).get(1, "state_is_tuple")
    if isinstance(cell, Instance) and known and (tupled is None or tupled.truth(context) is True):
        cell.hide(context, "cells", known)
    return NONE


def _zero_state(context: Context, arguments: Arguments) -> Value:
    cell, given = arguments.positional[0], without_first(arguments)
    batch, dtype = given.get(0, "batch_size"), given.get(1, "dtype")
    return zero_state(cell, length(batch) or Dim.unknown(), asked(dtype, None))


def _call_cell(context: Context, arguments: Arguments) -> Value:
    given = without_first(arguments)
    inputs, state = given.get(0, "inputs"), given.get(1, "state")
    if inputs is None or state is None:
        return context.gap("a cell without inputs or state")
    return Sequence.tuple(step(context, arguments.positional[0], inputs, state))


def _sizes(of_state: bool) -> Callable[[Context, Arguments], Value]:
    def read(context: Context, arguments: Arguments) -> Value:
        found = zero_state(arguments.positional[0], Dim.of(1), None)
        if not of_state:
            while isinstance(found, Sequence) and found.items:
                found = found.items[-1]
        return _widths(found)

    return read


def _widths(state: Value) -> Value:
    if isinstance(state, Tensor):
        return Constant(state.shape[-1])
    if isinstance(state, Sequence):
        return Sequence("tuple", map(_widths, state.items), names=state.names)
    return Unknown("size of a cell")


CELL = library_class(
    "tensorflow.nn.rnn_cell.RNNCell", __call__=_call_cell, zero_state=_zero_state,
    state_size=Property(Native("state_size", _sizes(True))),
    output_size=Property(Native("output_size", _sizes(False))),
)  # fmt: skip
"""What a program may derive cells of its own from: of those nothing is known."""
assert isinstance(CELL, Class)
_MADE = {**dict.fromkeys((*_LSTM, *_PLAIN), _init_cell), **dict.fromkeys(_WRAPPERS, _wrap_cell),
         "MultiRNNCell": _stack_cells}  # fmt: skip
for _root in _ROOTS:
    declare(f"{_root}.RNNCell", CELL)
    for _name, _init in _MADE.items():
        declare(f"{_root}.{_name}", library_class(f"{_root}.{_name}", CELL, __init__=_init))


def _new_state(context: Context, arguments: Arguments) -> Value:
    cell, hidden = arguments.get(1, "c"), arguments.get(2, "h")
    return lstm_state(cell, hidden) if cell is not None and hidden is not None else Unknown("state of a cell")


for _root in _ROOTS:
    declare(f"{_root}.LSTMStateTuple", library_class(f"{_root}.LSTMStateTuple", __new__=_new_state))

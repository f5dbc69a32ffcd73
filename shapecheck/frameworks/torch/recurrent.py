"""Recurrent layers and cells, and packed sequences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided, remark, require_equal
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Unknown, Value
from .dialect import T, asked, tensor
from .linear import has, weight
from .products import require_one_dtype
from .reductions import is_batch
from .values import require_least

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ...core.value import Context
    from ..binding import Ignored


class Packed(Value):
    """A `PackedSequence`: the padded tensor it was made of, [time, batch, ...]."""

    __slots__ = ("padded",)
    kind = "PackedSequence"

    def __init__(self, padded: Tensor) -> None:
        self.padded = padded

    def attribute(self, context: Context, name: str) -> Value:
        if name == "data":
            shape = self.padded.shape
            return tensor(Shape((Dim.unknown(), *shape.dims[2:])) if shape.known_rank else shape, self.padded.dtype)
        return Unknown(f"{name} of a PackedSequence")

    def key(self) -> Hashable | None:
        return ("packed", self.padded.key())

    def join(self, other: Value) -> Value | None:
        if not isinstance(other, Packed):
            return None
        both = self.padded.join(other.padded)
        return Packed(both) if isinstance(both, Tensor) else None


_ALIKE = frozenset("embedding Embedding float to dropout Dropout LayerNorm".split())
"""Calls that leave the first two axes where they are."""


def _require_order(x: Tensor, first: bool | None) -> None:
    """What `pad_sequence` put together is read with the axes that it gave it."""
    node = x.node
    while isinstance(node, tuple) and node[0].spec.path.rpartition(".")[2] in _ALIKE:
        node = getattr(next((one for one in node[0].values.values() if isinstance(one, Tensor)), None), "node", None)
    if not isinstance(node, tuple) or not node[0].spec.path.endswith(".pad_sequence") or first is None:
        return
    padded = has(node[0].values.get("batch_first", False))
    if padded is not None and padded is not first:
        remark(
            "rnn-batch-first-missing",
            f"batch_first={first}, but pad_sequence made {x.shape} with batch_first={padded}",
            argument="input",
            help="the same batch_first for both",
        )


# -- whole sequences --------------------------------------------------------------------------------------------


def _sequence(x: Tensor, hx: Any, batch_first: Any, name: str, **sizes: Any) -> tuple[Tensor, Tensor, Tensor]:
    """The outputs, the last hidden state, and (for an LSTM) the last cell state."""
    input_size, hidden_size, layers, projected = (sizes[k] for k in ("input", "hidden", "layers", "projected"))
    _require_input(x, input_size, sizes["dtype"], name)
    directions = 2 if has(sizes["bidirectional"]) else 1
    if has(sizes["bidirectional"]) is None:
        raise Undecided("bidirectional is not known")
    first = has(batch_first)
    out_size = projected if projected != 0 else hidden_size
    count = layers * directions
    shape = x.shape if x.shape.known_rank else Shape.of_rank(3)
    batch = () if shape.rank == 2 else (shape[0] if first else shape[1],) if first is not None else (Dim.unknown(),)
    if first is False and shape.rank == 3 and x.shape.known_rank and is_batch(x):
        remark(
            "rnn-batch-first-missing",
            f"reads {x.shape} as [time, batch, features]: the first axis is the batch",
            shape[0],
            argument="input",
            help="batch_first=True",
        )
    _require_order(x, first)
    hidden, cell = Shape((count, *batch, out_size)), Shape((count, *batch, hidden_size))
    _require_state(hx, hidden, cell, name, shape.rank)
    facts = Facts(activation="recurrent")
    outputs = tensor(Shape((*shape.dims[:-1], out_size * directions)), x.dtype, facts)
    return outputs, tensor(hidden, x.dtype, facts), tensor(cell, x.dtype, facts)


def _require_input(x: Tensor, size: Dim, dtype: str | None, name: str) -> None:
    if not x.shape.known_rank:
        return
    if x.rank not in (2, 3):
        raise Mismatch(
            "layer-input-rank",
            f"takes [time, batch, features], got {x.shape}",
            argument="input",
            runtime=f"{name}: Expected input to be 2D or 3D, got {x.rank}D {'tensor ' if name == 'RNN' else ''}instead",
        )
    if family(x.dtype) == "float" or family(x.dtype) in ("int", "uint", "bool"):
        require_one_dtype(
            x.dtype,
            dtype,
            "input",
            f"RNN input dtype (torch.{x.dtype}) does not match weight dtype "
            f"(torch.{dtype}). Convert input: input.to(torch.{dtype}), or convert model: "
            f"model.to(torch.{x.dtype})",
        )
    require_equal(
        x.shape[-1],
        size,
        "rnn-input-size-mismatch",
        "expects {wanted} input features, got {got}",
        argument="input",
        runtime=f"input.size(-1) must be equal to input_size. Expected {size}, got {x.shape[-1]}",
    )


def _require_state(hx: Any, hidden: Shape, cell: Shape, name: str, rank: int) -> None:
    """The first state has one row for each layer and direction, and one column for each sample."""
    pairs: list[tuple[Value, Shape, str]] = []
    if name == "LSTM" and isinstance(hx, Sequence) and hx.known is not None and len(hx.known) == 2:
        pairs = [(hx.known[0], hidden, "hidden[0]"), (hx.known[1], cell, "hidden[1]")]
    elif name != "LSTM" and isinstance(hx, Tensor):
        pairs = [(hx, hidden, "hidden")]
    known = [state for state, _, _ in pairs if isinstance(state, Tensor) and state.shape.known_rank]
    _require_state_rank(known, rank, name)
    for state, wanted, what in pairs:
        if isinstance(state, Tensor) and state.shape.known_rank:
            words = f"Expected {what} size ({', '.join(map(str, wanted.dims))}), got {state.shape}"
            for got, length in zip(state.shape.dims, wanted.dims, strict=True):
                require_equal(
                    got,
                    length,
                    "rnn-hidden-shape-mismatch",
                    f"expects a state {wanted}, got {state.shape}",
                    argument="hx",
                    runtime=words,
                )


def _require_state_rank(states: list[Tensor], rank: int, name: str) -> None:
    if all(state.rank == rank for state in states):
        return
    batched = "batched 3-D" if rank == 3 else "unbatched 2-D"
    got = [f"{state.rank}-D" for state in states]
    what = (
        f"hx and cx should also be {rank}-D but got ({', '.join(got)}) tensors"
        if name == "LSTM"
        else (f"hx should also be {rank}-D but got {got[0]} tensor")
    )
    raise Mismatch(
        "rnn-hidden-shape-mismatch",
        f"a state of rank {got[0][0]} for an input of rank {rank}",
        argument="hx",
        runtime=f"For {batched} input, {what}",
    )


def _run(x: Value, hx: Any, batch_first: Any, name: str, **sizes: Any) -> tuple[Value, Tensor, Tensor]:
    if isinstance(x, Packed):
        outputs, hidden, cell = _sequence(x.padded, hx, False, name, **{**sizes, "dtype": x.padded.dtype})
        return Packed(outputs), hidden, cell
    if isinstance(x, Sequence):
        T.as_tensor(x)
        raise Undecided("a tuple where a tensor is expected")
    if not isinstance(x, Tensor):
        x = tensor(Shape.unknown(), None)
    return _sequence(x, hx, batch_first, name, **sizes)


def _check_sizes(input_size: Dim, hidden_size: Dim, num_layers: Dim | int = 1) -> None:
    for name, size in (("input_size", input_size), ("hidden_size", hidden_size), ("num_layers", num_layers)):
        require_least(size, 0, name, f"{name} must be greater than zero", above=True)


_MOST_LAYERS = 16
"""The weights of deeper ones are not told."""


def _weights(gates: int) -> Any:
    """Those of each layer and direction; of the first layer, where the number of layers is not known."""

    def weights(input_size: Dim, hidden_size: Dim, num_layers: Dim | int = 1, bias: Value | bool = True,
                bidirectional: Value | bool = False, proj_size: Dim | int | None = 0,
                dtype: Value | None = None) -> dict[str, Any]:  # fmt: skip
        layers, both, rows = Dim.of(num_layers).value, has(bidirectional), hidden_size * gates
        found: dict[str, Any] = {}
        projected = Dim.of(proj_size or 0)  # only an LSTM has it
        state = hidden_size if projected.value == 0 else projected
        if projected.value is None:
            return {}
        for layer in range(1 if layers is None or both is None else min(layers, _MOST_LAYERS)):
            width = input_size if layer == 0 else state * 2 if both else state
            for end in ("", "_reverse") if both else ("",):
                found[f"weight_ih_l{layer}{end}"] = weight(Shape.of(rows, width), dtype)
                found[f"weight_hh_l{layer}{end}"] = weight(Shape.of(rows, state), dtype)
                if projected.value:
                    found[f"weight_hr_l{layer}{end}"] = weight(Shape.of(state, hidden_size), dtype)
                if has(bias):
                    found[f"bias_ih_l{layer}{end}"] = weight(Shape.of(rows), dtype)
                    found[f"bias_hh_l{layer}{end}"] = weight(Shape.of(rows), dtype)
        return found

    return weights


@T.layer("torch.nn.LSTM", base="torch.nn.RNNBase", weights=_weights(4), check=_check_sizes)
def lstm(input: Value, hx: Value | None = None, *, input_size: Dim, hidden_size: Dim, num_layers: Dim | int = 1,
         bias: Ignored = True, batch_first: Value | bool = False, dropout: Ignored = 0.0,
         bidirectional: Value | bool = False, proj_size: Dim | int = 0, device: Ignored = None,
         dtype: Value | None = None) -> Any:  # fmt: skip
    outputs, hidden, cell = _run(
        input, hx, batch_first, "LSTM", input=input_size, hidden=hidden_size, layers=Dim.of(num_layers),
        projected=Dim.of(proj_size), bidirectional=bidirectional, dtype=asked(dtype, T.default_float),
    )  # fmt: skip
    return (outputs, (hidden, cell))


def _plain(name: str, input: Value, hx: Value | None, batch_first: Any, input_size: Dim, hidden_size: Dim,
           num_layers: Any, bidirectional: Any, dtype: Value | None) -> Any:  # fmt: skip
    outputs, hidden, _ = _run(
        input, hx, batch_first, name, input=input_size, hidden=hidden_size, layers=Dim.of(num_layers),
        projected=Dim.of(0), bidirectional=bidirectional, dtype=asked(dtype, T.default_float),
    )  # fmt: skip
    return (outputs, hidden)


@T.layer("torch.nn.GRU", base="torch.nn.RNNBase", weights=_weights(3), check=_check_sizes)
def gru(input: Value, hx: Value | None = None, *, input_size: Dim, hidden_size: Dim, num_layers: Dim | int = 1,
        bias: Ignored = True, batch_first: Value | bool = False, dropout: Ignored = 0.0,
        bidirectional: Value | bool = False, device: Ignored = None, dtype: Value | None = None) -> Any:  # fmt: skip
    return _plain("GRU", input, hx, batch_first, input_size, hidden_size, num_layers, bidirectional, dtype)


@T.layer("torch.nn.RNN", base="torch.nn.RNNBase", weights=_weights(1), check=_check_sizes)
def rnn(input: Value, hx: Value | None = None, *, input_size: Dim, hidden_size: Dim, num_layers: Dim | int = 1,
        nonlinearity: Ignored = "tanh", bias: Ignored = True, batch_first: Value | bool = False,
        dropout: Ignored = 0.0, bidirectional: Value | bool = False, device: Ignored = None,
        dtype: Value | None = None) -> Any:  # fmt: skip
    return _plain("RNN", input, hx, batch_first, input_size, hidden_size, num_layers, bidirectional, dtype)


# -- one step ---------------------------------------------------------------------------------------------------


def _step(x: Tensor, states: tuple[Tensor | None, ...], input_size: Dim, hidden_size: Dim, name: str) -> Tensor:
    if x.shape.known_rank and x.rank not in (1, 2):
        raise Mismatch(
            "layer-input-rank",
            f"takes [batch, features], got {x.shape}",
            argument="input",
            runtime=f"{name}: Expected input to be 1D or 2D, got {x.rank}D instead",
        )
    shape = x.shape if x.shape.known_rank else Shape.of_rank(2)
    require_equal(shape[-1], input_size, "rnn-input-size-mismatch", "expects {wanted} input features, got {got}",
                  argument="input", runtime=f"input has inconsistent input_size: got {shape[-1]} expected {input_size}"
                  )  # fmt: skip
    batch = shape[:-1]
    for number, state in enumerate(states):
        if state is None or not state.shape.known_rank:
            continue
        if state.rank != shape.rank:
            raise Mismatch(
                "rnn-hidden-shape-mismatch",
                f"a state {state.shape} for an input {shape}",
                argument="hx",
                runtime=f"{name}: Expected hidden to be {shape.rank}D, got {state.rank}D instead",
            )
        require_equal(
            state.shape[-1],
            hidden_size,
            "rnn-hidden-shape-mismatch",
            "expects a state of {wanted}, got {got}",
            argument="hx",
            runtime=f"hidden{number} has inconsistent hidden_size: got {state.shape[-1]}, expected {hidden_size}",
        )
        if shape.rank == 2:
            require_equal(
                state.shape[0],
                shape[0],
                "rnn-hidden-shape-mismatch",
                "a state for {got} samples of {wanted}",
                argument="hx",
                runtime=f"Input batch size {shape[0]} doesn't match hidden{number} batch size {state.shape[0]}",
            )
    return tensor(batch + (hidden_size,), x.dtype, Facts(activation="recurrent"))


def _cell_weights(gates: int) -> Any:
    def weights(input_size: Dim, hidden_size: Dim, bias: Value | bool = True,
                dtype: Value | None = None) -> dict[str, Any]:  # fmt: skip
        return {
            "weight_ih": weight(Shape.of(hidden_size * gates, input_size), dtype),
            "weight_hh": weight(Shape.of(hidden_size * gates, hidden_size), dtype),
            **{name: NONE if has(bias) is False else weight(Shape.of(hidden_size * gates), dtype)
               for name in ("bias_ih", "bias_hh")},
        }  # fmt: skip

    return weights


@T.layer("torch.nn.LSTMCell", base="torch.nn.RNNCellBase", weights=_cell_weights(4))
def lstm_cell(input: Tensor, hx: Value | None = None, *, input_size: Dim, hidden_size: Dim, bias: Ignored = True,
              device: Ignored = None, dtype: Ignored = None) -> Any:  # fmt: skip
    known = hx.known if isinstance(hx, Sequence) else None
    states = tuple(one if isinstance(one, Tensor) else None for one in known or ())
    state = _step(input, states, input_size, hidden_size, "LSTMCell")
    return (state, tensor(state.shape, state.dtype, state.facts))


def _cell(name: str, path: str, gates: int) -> None:
    @T.layer(path, base="torch.nn.RNNCellBase", weights=_cell_weights(gates))
    def cell(input: Tensor, hx: Tensor | None = None, *, input_size: Dim, hidden_size: Dim, bias: Ignored = True,
             device: Ignored = None, dtype: Ignored = None) -> Tensor:  # fmt: skip
        return _step(input, (hx,), input_size, hidden_size, name)


_cell("GRUCell", "torch.nn.GRUCell", 3)


@T.layer("torch.nn.RNNCell", base="torch.nn.RNNCellBase", weights=_cell_weights(1))
def rnn_cell(input: Tensor, hx: Tensor | None = None, *, input_size: Dim, hidden_size: Dim, bias: Ignored = True,
             nonlinearity: Ignored = "tanh", device: Ignored = None, dtype: Ignored = None) -> Tensor:  # fmt: skip
    return _step(input, (hx,), input_size, hidden_size, "RNNCell")

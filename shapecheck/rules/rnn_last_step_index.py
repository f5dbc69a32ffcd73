from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.containers import Sequence
from ..core.outcome import Remark
from ..core.plain import Constant
from ..core.tensor import Tensor
from ..findings import Severity
from .base import Rule
from .provenance import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.outcome import Mismatch
    from ..core.value import Value
    from ..interp.trace import Call, Trace

_RECURRENT = ("LSTM", "GRU", "RNN")


class RnnLastStepIndex(Rule):
    """What is taken for the last step of a recurrent layer is something else.

    ## Why

    With `batch_first=True` the outputs are [batch, steps, features]: `out[-1]` is the last sample, not the last step.
    The last state of a layer of two directions holds one for each: `h[-1]` is the backward direction alone, which has
    seen the last step first.

    ## What to change

    `out[:, -1]`; `torch.cat((h[-2], h[-1]), dim=1)`.
    """

    code = "SHP742"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn

        lstm, head = nn.LSTM(8, 16, batch_first=True), nn.Linear(16, 2)
        out, (h, c) = lstm(torch.zeros(4, 5, 8))
        scores = head(out[-1])  # warning: rnn-last-step-index
        """,
        """
        import torch
        from torch import nn

        gru, head = nn.GRU(8, 16, batch_first=True, bidirectional=True), nn.Linear(16, 2)
        out, h = gru(torch.zeros(4, 5, 8))
        scores = head(h[-1])  # warning: rnn-last-step-index
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        lstm, head = nn.LSTM(8, 16, batch_first=True), nn.Linear(16, 2)
        out, (h, c) = lstm(torch.zeros(4, 5, 8))
        scores = head(out[:, -1]) + head(h[-1]) + head(out[-1, -1])
        one, state = lstm(torch.zeros(1, 5, 8))
        steps = head(one[-1])
        steps_first, head = nn.LSTM(8, 16), nn.Linear(16, 2)
        out, (h, c) = steps_first(torch.zeros(5, 4, 8))
        scores = head(out[-1])
        """,
        """
        import torch
        from torch import nn

        gru, head = nn.GRU(8, 16, batch_first=True, bidirectional=True), nn.Linear(32, 2)
        out, h = gru(torch.zeros(4, 5, 8))
        scores = head(torch.cat((h[-2], h[-1]), dim=1))
        forward, backward = h[0], h[-1]
        """,
    )

    def finish(self, trace: Trace) -> Iterator[tuple[Call, Mismatch | Remark]]:
        for call in trace.calls:
            source = call.values.get("self")
            layer, part = _source(source) if name(call) == "getitem" and isinstance(source, Tensor) else (None, None)
            if layer is None or part is None or not _is_last(call) or not isinstance(source, Tensor):
                continue
            if part == (0,) and _says(layer, "batch_first") and source.shape.known_rank and source.rank == 3:
                if source.shape[0] != 1:
                    text = f"[-1] of {source.shape} is the last sample: with batch_first=True the steps are on axis 1"
                    yield call, Remark(self.name(), text, (source.shape[0],), help="[:, -1]")
            elif part != (0,) and _says(layer, "bidirectional") and not _used_otherwise(trace, layer, part, call):
                text = "[-1] of the last states is the backward direction alone"
                yield call, Remark(self.name(), text, help="torch.cat((h[-2], h[-1]), dim=1)")


def _source(tensor: Tensor) -> tuple[Call | None, tuple[int, ...] | None]:
    """The recurrent layer that a tensor comes from, and which part of its result it is."""
    node = tensor.node
    if not isinstance(node, tuple) or node[0].spec.path.rpartition(".")[2] not in _RECURRENT:
        return None, None
    return node[0], node[1]


def _is_last(call: Call) -> bool:
    return getattr(_index(call), "payload", None) == -1


def _index(call: Call) -> Value | None:
    return call.values.get("index")


def _says(layer: Call, option: str) -> bool:
    given = layer.values.get(option)
    return isinstance(given, Constant) and given.payload is True


def _used_otherwise(trace: Trace, layer: Call, part: tuple[int, ...], here: Call) -> bool:
    """The states of the other direction are used, too: some other call gets them all."""
    for call in trace.calls:
        if call is here or (name(call) == "getitem" and _is_last(call)):
            continue
        for value in call.values.values():
            parts = value.items if isinstance(value, Sequence) else (value,)
            if any(isinstance(one, Tensor) and one.node == (layer, part) for one in parts):
                return True
    return False

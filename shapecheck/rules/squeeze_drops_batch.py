from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.outcome import Remark
from ..findings import Severity
from .base import Rule
from .provenance import before, name, operands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.outcome import Mismatch
    from ..interp.trace import Call, Trace

_HELP = "name the axis: squeeze(-1)"


class SqueezeDropsBatch(Rule):
    """A squeeze of all axes also removes the batch, where it has one sample.

    ## Why

    `squeeze()` without an axis removes every axis of length 1. A last batch of one sample loses its first axis, and
    what follows fails or computes something else.

    ## What to change

    Say the axis: `squeeze(-1)`, `squeeze(1)`.
    """

    code = "SHP715"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net = nn.Linear(8, 1)
        loader = DataLoader(TensorDataset(torch.zeros(41, 8), torch.zeros(41)), batch_size=20)
        for x, y in loader:
            out = net(x).squeeze()  # warning: squeeze-drops-batch
        """,
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net, loss = nn.Linear(8, 1), nn.BCEWithLogitsLoss()
        loader = DataLoader(TensorDataset(torch.zeros(41, 8), torch.zeros(41)), batch_size=20)
        for x, y in loader:
            out = net(x).squeeze()
            loss(out, y)  # error: squeeze-drops-batch
        """,
    )
    good = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net, loss = nn.Linear(8, 1), nn.BCEWithLogitsLoss()
        data = TensorDataset(torch.zeros(41, 8), torch.zeros(41))
        for x, y in DataLoader(data, batch_size=20):
            loss(net(x).squeeze(1), y)
        for x, y in DataLoader(data, batch_size=20, drop_last=True):
            loss(net(x).squeeze(), y)
        for x, y in DataLoader(data, batch_size=2 + 7):
            loss(net(x).squeeze(), y)
        for x, y in DataLoader(data, batch_size=1):
            features = x.squeeze()
        """,
    )

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """What fails in a last batch of one, for want of an axis."""
        if not call.when or not any(map(_drops, before(call))):
            return None
        return self.retold(mismatch, mismatch.text, help=_HELP)

    def finish(self, trace: Trace) -> Iterator[tuple[Call, Mismatch | Remark]]:
        """A last batch of one that loses its axis, where nothing fails for it."""
        failed = {id(made) for call in trace.calls if call.when and call.mismatch for made in before(call)}
        for call in trace.calls:
            if call.when and id(call) not in failed and _drops(call):
                shape = operands(call)[0].shape
                text = f"squeeze() of {shape} also drops the batch axis of a batch of 1"
                yield call, Remark(self.name(), text, (shape[0],), help=_HELP)


def _drops(call: Call) -> bool:
    """A squeeze of all axes in the last round of a loop, where the first is 1 and another stays."""
    if not call.when or name(call) != "squeeze" or "dim" in call.values or call.spec.read:
        return False
    tensors = operands(call)
    shape = tensors[0].shape if tensors else None
    return shape is not None and shape.known_rank and shape.rank > 1 and shape[0] == 1

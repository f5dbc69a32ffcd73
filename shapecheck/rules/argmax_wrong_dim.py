from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import Severity
from .base import Rule
from .provenance import maker, name, operands

if TYPE_CHECKING:
    from ..core.outcome import Mismatch
    from ..core.tensor import Tensor
    from ..interp.trace import Call

_CHOOSING = ("argmax", "argmin", "max", "min", "topk", "sort")


class ArgmaxWrongDim(Rule):
    """The best class is looked for along the batch.

    ## Why

    The classes of [batch, classes] are on axis 1. Along axis 0 the result is the best sample for each class.

    ## What to change

    `argmax(dim=1)`, or `argmax(-1)`; in TensorFlow `axis=-1`, for its default is 0.
    """

    code = "SHP606"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net = nn.Linear(8, 10)
        loader = DataLoader(TensorDataset(torch.zeros(40, 8), torch.zeros(40)), batch_size=20)
        for x, y in loader:
            pred = net(x).argmax(0)  # warning: argmax-wrong-dim
        """,
        """
        import torch
        from torch import nn

        out = nn.Linear(8, 10)(torch.zeros(16, 8))
        labels = torch.zeros(16, dtype=torch.long)
        best, pred = torch.max(out, 0)
        right = (pred == labels).sum()  # error: argmax-wrong-dim
        """,
    )
    good = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net = nn.Linear(8, 10)
        loader = DataLoader(TensorDataset(torch.zeros(40, 8), torch.zeros(40)), batch_size=20)
        for x, y in loader:
            pred = net(x).argmax(1)
        """,
    )

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """A comparison with what was chosen along the first axis of [batch, classes]."""
        if name(call) not in ("eq", "ne") or not any(map(_is_of_classes, operands(call))):
            return None
        return self.retold(mismatch, f"{mismatch.text}; the best was looked for along the batch", help="dim=1")


def _is_of_classes(x: Tensor) -> bool:
    """The best sample for each class."""
    made = maker(x)
    if made is None or name(made) not in _CHOOSING or made.arguments.get("dim") != 0:
        return False
    source = operands(made)[:1]
    return bool(source) and source[0].shape.known_rank and source[0].rank == 2

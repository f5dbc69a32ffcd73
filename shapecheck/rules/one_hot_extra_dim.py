from __future__ import annotations

from typing import TYPE_CHECKING

from .base import Rule
from .provenance import operands

if TYPE_CHECKING:
    from ..core.outcome import Mismatch
    from ..interp.trace import Call


class OneHotExtraDim(Rule):
    """One-hot labels have an axis too many, because the labels had one.

    ## Why

    A one-hot encoding adds an axis. Labels in a column, [batch, 1], become [batch, 1, classes].

    ## What to change

    Remove the column first: `F.one_hot(y.squeeze(1), classes)`.
    """

    code = "SHP117"
    bad = (
        """
        import torch
        import torch.nn.functional as F
        from torch import nn

        labels = torch.tensor([[0], [2], [1], [0]])
        target = F.one_hot(labels, 3).float()
        nn.BCEWithLogitsLoss()(torch.zeros(4, 3), target)  # error: one-hot-extra-dim
        """,
    )
    good = (
        """
        import torch
        import torch.nn.functional as F
        from torch import nn

        labels = torch.tensor([[0], [2], [1], [0]])
        target = F.one_hot(labels.squeeze(1), 3).float()
        nn.BCEWithLogitsLoss()(torch.zeros(4, 3), target)
        """,
    )

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """The one-hot labels would fit without an axis of length 1."""
        for labels in operands(call):
            if labels.facts.one_hot and labels.shape.known_rank and labels.rank >= 3 and labels.shape[-2] == 1:
                text = f"one-hot labels are {labels.shape}: the labels they were made of had a column of their own"
                return self.retold(mismatch, text, "remove the column before: F.one_hot(y.squeeze(1), classes)")
        return None

from __future__ import annotations

from ..findings import Severity
from .base import Rule


class ManualLossBroadcast(Rule):
    """An error is computed between a column and a row.

    ## Why

    [batch, 1] minus [batch] is [batch, batch]: every output against every target. No framework warns.

    ## What to change

    Give both the same shape: `y.reshape(-1, 1)`, `out.squeeze(1)`.
    """

    code = "SHP709"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 1)(torch.zeros(8, 4))
        y = torch.zeros(8)
        loss = ((out - y) ** 2).mean()  # warning: manual-loss-broadcast
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 1)(torch.zeros(8, 4))
        y = torch.zeros(8)
        loss = ((out.squeeze(1) - y) ** 2).mean()
        distance = torch.zeros(8)[:, None] - torch.zeros(8)[None, :]
        """,
    )

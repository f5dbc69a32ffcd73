from __future__ import annotations

from ..findings import Severity
from .base import Rule


class AccuracyBroadcast(Rule):
    """Predictions in a column are compared with labels in a row.

    ## Why

    [batch, 1] and [batch] broadcast to [batch, batch]: every prediction is compared with every label, and the
    accuracy means nothing.

    ## What to change

    `y.view(pred.shape)`, `pred.squeeze(1)` or `pred.view(-1)`.
    """

    code = "SHP607"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 3)(torch.zeros(16, 4))
        labels = torch.zeros(16, dtype=torch.long)
        top = out.topk(1, dim=1)[1]
        correct = top == labels  # warning: accuracy-broadcast
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 3)(torch.zeros(16, 4))
        labels = torch.zeros(16, dtype=torch.long)
        top = out.topk(1, dim=1)[1]
        correct = top == labels.view(top.shape)
        correct = out.argmax(1) == labels
        """,
    )

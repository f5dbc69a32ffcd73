from __future__ import annotations

from ..findings import Severity
from .base import Rule


class NllWithoutLogSoftmax(Rule):
    """The negative log-likelihood gets something else than logarithms of probabilities.

    ## Why

    `NLLLoss` only picks the value at the label and turns its sign. On scores or probabilities it is no likelihood,
    and has no lower bound.

    ## What to change

    `log_softmax` at the end of the model, or `nn.CrossEntropyLoss`.
    """

    code = "SHP703"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))
        nn.NLLLoss()(net(torch.zeros(8, 4)), torch.zeros(8, dtype=torch.long))  # warning: nll-without-log-softmax
        """,
        """
        import torch
        from torch import nn

        net = nn.Linear(4, 3)
        nn.NLLLoss()(net(torch.zeros(8, 4)), torch.zeros(8, dtype=torch.long))  # warning: nll-without-log-softmax
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Linear(4, 3), nn.LogSoftmax(dim=1))
        nn.NLLLoss()(net(torch.zeros(8, 4)), torch.zeros(8, dtype=torch.long))
        """,
    )

from __future__ import annotations

from ..findings import Severity
from .base import Rule


class LogSoftmaxBeforeCrossEntropy(Rule):
    """Cross-entropy gets logarithms of probabilities.

    ## Why

    It takes the log-softmax itself. A second one changes nothing, but is not needed.

    ## What to change

    Leave out the log-softmax, or use `nn.NLLLoss`.
    """

    code = "SHP702"
    severity = Severity.INFO
    bad = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Linear(4, 3), nn.LogSoftmax(dim=1))
        labels = torch.zeros(8, dtype=torch.long)
        nn.CrossEntropyLoss()(net(torch.zeros(8, 4)), labels)  # info: log-softmax-before-cross-entropy
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

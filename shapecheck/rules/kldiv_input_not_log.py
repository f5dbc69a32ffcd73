from __future__ import annotations

from ..findings import Severity
from .base import Rule


class KldivInputNotLog(Rule):
    """The divergence gets probabilities where it takes their logarithms.

    ## Why

    `KLDivLoss` takes the input as logarithms of probabilities, and the target as probabilities.

    ## What to change

    `log_softmax` for the input, `softmax` for the target; and `reduction="batchmean"`.
    """

    code = "SHP712"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn

        p = torch.softmax(torch.zeros(4, 3), dim=1)
        q = torch.softmax(torch.zeros(4, 3), dim=1)
        nn.KLDivLoss(reduction="batchmean")(p, q)  # warning: kldiv-input-not-log
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        p = torch.log_softmax(torch.zeros(4, 3), dim=1)
        q = torch.softmax(torch.zeros(4, 3), dim=1)
        nn.KLDivLoss(reduction="batchmean")(p, q)
        """,
    )

from __future__ import annotations

from ..findings import Severity
from .base import Rule


class KldivMeanReduction(Rule):
    """A divergence is divided by the number of elements, not of samples.

    ## Why

    With `reduction="mean"`, the default, the sum is divided by batch and classes alike: the loss is not the divergence
    of Kullback and Leibler, and is smaller the more classes there are.

    ## What to change

    `reduction="batchmean"`.
    """

    code = "SHP744"
    severity = Severity.INFO
    bad = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 3)(torch.zeros(8, 4)).log_softmax(dim=1)
        nn.KLDivLoss()(out, torch.ones(8, 3).softmax(dim=1))  # info: kldiv-mean-reduction
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 3)(torch.zeros(8, 4)).log_softmax(dim=1)
        target = torch.ones(8, 3).softmax(dim=1)
        nn.KLDivLoss(reduction="batchmean")(out, target)
        nn.KLDivLoss(reduction="none")(out, target).sum(1).mean()
        """,
    )

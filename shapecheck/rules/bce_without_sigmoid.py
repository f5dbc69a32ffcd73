from __future__ import annotations

from ..findings import Severity
from .base import Rule


class BceWithoutSigmoid(Rule):
    """Binary cross-entropy on probabilities gets scores that went through no sigmoid.

    ## Why

    `BCELoss` takes the logarithm of the output, which must lie in 0..1; raw scores fail as soon as one lies
    outside.

    ## What to change

    `nn.BCEWithLogitsLoss()`, which includes the sigmoid; or a sigmoid at the end of the model.
    """

    code = "SHP212"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn

        torch.manual_seed(0)
        layer = nn.Linear(4, 1)
        nn.init.constant_(layer.weight, 0.0)
        nn.init.constant_(layer.bias, 0.5)
        out = layer(torch.zeros(8, 4))
        nn.BCELoss()(out, torch.zeros(8, 1))  # warning: bce-without-sigmoid
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        layer = nn.Linear(4, 1)
        out = layer(torch.zeros(8, 4))
        nn.BCEWithLogitsLoss()(out, torch.zeros(8, 1))
        nn.BCELoss()(torch.sigmoid(out), torch.zeros(8, 1))
        """,
    )

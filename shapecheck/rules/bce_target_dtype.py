from __future__ import annotations

from .base import Rule


class BceTargetDtype(Rule):
    """Labels of a binary cross-entropy are integers.

    ## Why

    It computes with the labels, so they must be of the type of the output. `BCEWithLogitsLoss` says it without a
    word of the target: "result type Float can't be cast to the desired output type Long".

    ## What to change

    `y.float()`.
    """

    code = "SHP402"
    bad = (
        """
        import torch
        from torch import nn

        out = torch.zeros(4, requires_grad=True)
        nn.BCEWithLogitsLoss()(out, torch.ones(4, dtype=torch.long))  # error: bce-target-dtype
        """,
        """
        import torch
        from torch import nn

        out = torch.sigmoid(torch.zeros(4))
        nn.BCELoss()(out, torch.ones(4, dtype=torch.long))  # error: bce-target-dtype
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = torch.zeros(4)
        nn.BCEWithLogitsLoss()(out, torch.ones(4, dtype=torch.long).float())
        """,
    )

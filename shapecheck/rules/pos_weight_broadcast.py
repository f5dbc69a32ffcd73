from __future__ import annotations

from .base import Rule


class PosWeightBroadcast(Rule):
    """`pos_weight` has another length than there are classes.

    ## Why

    It weighs the positive examples of each class, along the last axis of the output.

    ## What to change

    One weight for each class; a single number for one output.
    """

    code = "SHP141"
    bad = (
        """
        import torch
        from torch import nn

        criterion = nn.BCEWithLogitsLoss(pos_weight=torch.ones(4))
        criterion(torch.zeros(4, 3), torch.zeros(4, 3))  # error: pos-weight-broadcast
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        criterion = nn.BCEWithLogitsLoss(pos_weight=torch.ones(3))
        criterion(torch.zeros(4, 3), torch.zeros(4, 3))
        """,
    )

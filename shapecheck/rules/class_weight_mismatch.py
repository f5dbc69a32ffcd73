from __future__ import annotations

from .base import Rule


class ClassWeightMismatch(Rule):
    """The weights of the classes are not as many as the classes.

    ## Why

    `weight` has one number for each class.

    ## What to change

    One weight for each output of the model.
    """

    code = "SHP210"
    bad = (
        """
        import torch
        from torch import nn

        criterion = nn.CrossEntropyLoss(weight=torch.ones(2))
        criterion(torch.zeros(4, 3), torch.zeros(4, dtype=torch.long))  # error: class-weight-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        criterion = nn.CrossEntropyLoss(weight=torch.ones(3))
        criterion(torch.zeros(4, 3), torch.zeros(4, dtype=torch.long))
        """,
    )

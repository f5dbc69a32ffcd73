from __future__ import annotations

from .base import Rule


class CeTargetExtraDim(Rule):
    """Cross-entropy gets class ids in a column, [batch, 1].

    ## Why

    Labels are [batch] for an output [batch, classes].

    ## What to change

    `y.squeeze(1)`, or `y.view(-1)`.
    """

    code = "SHP204"
    special = ("squeeze-drops-batch",)
    bad = (
        """
        import torch
        from torch import nn

        target = torch.zeros(4, 1, dtype=torch.long)
        nn.CrossEntropyLoss()(torch.zeros(4, 3), target)  # error: ce-target-extra-dim
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        target = torch.zeros(4, 1, dtype=torch.long)
        nn.CrossEntropyLoss()(torch.zeros(4, 3), target.squeeze(1))
        """,
    )

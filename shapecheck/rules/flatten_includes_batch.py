from __future__ import annotations

from .base import Rule


class FlattenIncludesBatch(Rule):
    """The batch is flattened together with the features.

    ## Why

    `torch.flatten(x)` starts at axis 0, unlike `nn.Flatten()`, which starts at 1: one vector is left of the whole
    batch.

    ## What to change

    `torch.flatten(x, 1)`.
    """

    code = "SHP132"
    bad = (
        """
        import torch
        from torch import nn

        x = torch.zeros(4, 3, 8, 8)
        layer = nn.Linear(192, 10)
        layer(torch.flatten(x))  # error: flatten-includes-batch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        x = torch.zeros(4, 3, 8, 8)
        layer = nn.Linear(192, 10)
        layer(torch.flatten(x, 1))
        """,
    )

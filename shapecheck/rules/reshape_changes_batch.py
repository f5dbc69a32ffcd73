from __future__ import annotations

from .base import Rule


class ReshapeChangesBatch(Rule):
    """A reshape moved elements between the batch and the features, so that output and labels are not as many.

    ## Why

    `x.view(-1, n)` takes any `n` that divides the number of elements, also a wrong one; the batch changes its size,
    and only the loss notices.

    ## What to change

    `x.view(x.size(0), -1)`, or `x.flatten(1)`.
    """

    code = "SHP714"
    bad = (
        """
        import torch
        from torch import nn

        x = torch.zeros(64, 16, 6, 6)
        layer = nn.Linear(256, 10)
        out = layer(x.view(-1, 256))
        nn.CrossEntropyLoss()(out, torch.zeros(64, dtype=torch.long))  # error: reshape-changes-batch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        x = torch.zeros(64, 16, 6, 6)
        layer = nn.Linear(576, 10)
        out = layer(x.view(64, -1))
        nn.CrossEntropyLoss()(out, torch.zeros(64, dtype=torch.long))
        """,
    )

from __future__ import annotations

from .base import Rule


class LossArgsSwapped(Rule):
    """Labels and output of a loss are in the wrong order.

    ## Why

    PyTorch's losses take the output first, Keras' the labels first. Swapped class ids fail with a message about a
    kernel that is not implemented.

    ## What to change

    Swap them.
    """

    code = "SHP214"
    bad = (
        """
        import torch
        from torch import nn

        out = torch.zeros(4, 3)
        y = torch.zeros(4, dtype=torch.long)
        nn.CrossEntropyLoss()(y, out)  # error: loss-args-swapped
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = torch.zeros(4, 3)
        y = torch.zeros(4, dtype=torch.long)
        nn.CrossEntropyLoss()(out, y)
        """,
    )

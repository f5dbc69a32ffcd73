from __future__ import annotations

from .base import Rule


class LossConstructorCalledWithTensors(Rule):
    """The loss is constructed with output and labels, not called with them.

    ## Why

    `nn.CrossEntropyLoss(out, y)` takes the tensors for options of the loss.

    ## What to change

    Construct it, then call it: `nn.CrossEntropyLoss()(out, y)`, or `F.cross_entropy(out, y)`.
    """

    code = "SHP213"
    bad = (
        """
        import torch
        from torch import nn

        out = torch.zeros(4, 3)
        y = torch.zeros(4, dtype=torch.long)
        loss = nn.CrossEntropyLoss(out, y)  # error: loss-constructor-called-with-tensors
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = torch.zeros(4, 3)
        y = torch.zeros(4, dtype=torch.long)
        loss = nn.CrossEntropyLoss()(out, y)
        """,
    )

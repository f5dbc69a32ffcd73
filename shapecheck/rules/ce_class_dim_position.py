from __future__ import annotations

from .base import Rule


class CeClassDimPosition(Rule):
    """Cross-entropy over sequences or images gets the classes on the last axis.

    ## Why

    PyTorch wants the classes on axis 1: an output [batch, classes, steps] for labels [batch, steps]. The message
    blames the target.

    ## What to change

    `out.transpose(1, 2)`; or flatten both: `out.view(-1, classes)` and `y.view(-1)`.
    """

    code = "SHP207"
    bad = (
        """
        import torch
        from torch import nn

        out = torch.zeros(8, 20, 50)
        target = torch.zeros(8, 20, dtype=torch.long)
        nn.CrossEntropyLoss()(out, target)  # error: ce-class-dim-position
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = torch.zeros(8, 20, 50)
        target = torch.zeros(8, 20, dtype=torch.long)
        nn.CrossEntropyLoss()(out.transpose(1, 2), target)
        """,
    )

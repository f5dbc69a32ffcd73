from __future__ import annotations

from ..findings import Severity
from .base import Rule


class CeClassDimSilent(Rule):
    """Cross-entropy reads another axis for the classes than the model put them on.

    ## Why

    It takes the classes on axis 1. Where the sequence is as long as there are classes, both orders have the same
    shape, and the wrong one runs.

    ## What to change

    `out.transpose(1, 2)`.
    """

    code = "SHP721"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn

        out = nn.Linear(6, 5)(torch.zeros(8, 5, 6))
        target = torch.zeros(8, 5, dtype=torch.long)
        nn.CrossEntropyLoss()(out, target)  # warning: ce-class-dim-silent
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = nn.Linear(6, 5)(torch.zeros(8, 5, 6))
        target = torch.zeros(8, 5, dtype=torch.long)
        nn.CrossEntropyLoss()(out.transpose(1, 2), target)
        """,
    )

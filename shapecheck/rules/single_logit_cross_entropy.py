from __future__ import annotations

from ..findings import Severity
from .base import Rule


class SingleLogitCrossEntropy(Rule):
    """A cross-entropy over one class.

    ## Why

    With one output the softmax is always 1 and the loss always 0; a label 1 is out of bounds.

    ## What to change

    `nn.BCEWithLogitsLoss` (`binary_crossentropy`) for one output, or two outputs.
    """

    code = "SHP710"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 1)(torch.zeros(8, 4))
        nn.CrossEntropyLoss()(out, torch.zeros(8, dtype=torch.long))  # warning: single-logit-cross-entropy
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 2)(torch.zeros(8, 4))
        nn.CrossEntropyLoss()(out, torch.zeros(8, dtype=torch.long))
        """,
    )

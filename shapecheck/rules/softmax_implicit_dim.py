from __future__ import annotations

from ..findings import Severity
from .base import Rule


class SoftmaxImplicitDim(Rule):
    """A softmax is taken without saying over which axis.

    ## Why

    PyTorch then takes axis 0 for tensors with 0, 1 or 3 axes, and axis 1 for others: a sequence [batch, steps,
    classes] gets probabilities over the batch.

    ## What to change

    `dim=-1`, or the axis of the classes.
    """

    code = "SHP717"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        import torch.nn.functional as F

        scores = torch.zeros(8, 20, 5)
        probabilities = F.softmax(scores)  # warning: softmax-implicit-dim
        """,
    )
    good = (
        """
        import torch
        import torch.nn.functional as F

        scores = torch.zeros(8, 20, 5)
        probabilities = F.softmax(scores, dim=-1)
        """,
    )

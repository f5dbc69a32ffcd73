from __future__ import annotations

from ..findings import Severity
from .base import Rule


class TensorTOnRank3(Rule):
    """`.T` of a tensor that is no matrix.

    ## Why

    It turns round all axes, the batch among them. For other ranks than 2 it is deprecated and will be refused.

    ## What to change

    `x.mT` transposes each matrix; `x.permute(...)` says the order.
    """

    code = "SHP713"
    severity = Severity.WARNING
    bad = (
        """
        import torch

        x = torch.zeros(2, 3, 4)
        y = x.T  # warning: tensor-T-on-rank-3
        """,
    )
    good = (
        """
        import torch

        x = torch.zeros(2, 3, 4)
        y = x.mT
        z = torch.zeros(3, 4).T
        """,
    )

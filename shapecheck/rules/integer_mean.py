from __future__ import annotations

from .base import Rule


class IntegerMean(Rule):
    """The mean of integers or of truth values.

    ## Why

    The mean is a floating point number, and PyTorch does not choose its type.

    ## What to change

    `.float().mean()`.
    """

    code = "SHP408"
    bad = (
        """
        import torch

        pred = torch.zeros(4, dtype=torch.long)
        y = torch.zeros(4, dtype=torch.long)
        accuracy = (pred == y).mean()  # error: integer-mean
        """,
    )
    good = (
        """
        import torch

        pred = torch.zeros(4, dtype=torch.long)
        y = torch.zeros(4, dtype=torch.long)
        accuracy = (pred == y).float().mean()
        """,
    )

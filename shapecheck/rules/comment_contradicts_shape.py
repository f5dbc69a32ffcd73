from __future__ import annotations

from ..findings import Severity
from .base import Rule


class CommentContradictsShape(Rule):
    """The comment behind a statement gives another shape than the code.

    ## Why

    `# (B, T, C)` is what the next reader believes. Only comments that are shapes beyond doubt are read, and only what
    is certain counts: the number of axes, lengths that are written as numbers, and two different lengths of one name.
    It is no lie to leave out the axis of the batch, nor if any run of the line gives what the comment says.

    ## What to change

    Correct the comment, or the code if the comment is what was meant.
    """

    code = "SHP135"
    severity = Severity.INFO
    bad = (
        """
        import torch
        from torch import nn

        x = torch.zeros(8, 16, 32)  # (B, T, C)
        pooled = x.mean(dim=1)  # (B, T, C)  # info: comment-contradicts-shape
        """,
    )
    good = (
        """
        import torch

        x = torch.zeros(8, 16, 32)  # (B, T, C)
        pooled = x.mean(dim=1)  # (B, C)
        """,
    )

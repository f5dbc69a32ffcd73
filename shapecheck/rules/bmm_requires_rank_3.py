from __future__ import annotations

from .base import Rule


class BmmRequiresRank3(Rule):
    """A matrix product gets an operand with the wrong number of axes.

    ## Why

    `bmm` takes two batches of matrices, `mm` two matrices; neither broadcasts.

    ## What to change

    Use `@`, which takes any number of axes, or add the missing axis with `unsqueeze`.
    """

    code = "SHP124"
    bad = (
        """
        import torch

        torch.bmm(torch.zeros(3, 4), torch.zeros(4, 5))  # error: bmm-requires-rank-3
        """,
        """
        import torch

        torch.mm(torch.zeros(2, 3, 4), torch.zeros(4, 5))  # error: bmm-requires-rank-3
        """,
    )
    good = (
        """
        import torch

        torch.bmm(torch.zeros(2, 3, 4), torch.zeros(2, 4, 5))
        torch.zeros(2, 3, 4) @ torch.zeros(4, 5)
        """,
    )

from __future__ import annotations

from .base import Rule


class CatRankMismatch(Rule):
    """Arrays that are concatenated have different numbers of axes.

    ## Why

    Concatenation joins along an axis that all of them have.

    ## What to change

    Add the missing axis (`unsqueeze`, `[..., None]`), or use `stack` to join along a new axis.
    """

    code = "SHP123"
    special = ("squeeze-drops-batch",)
    bad = (
        """
        import torch

        torch.cat([torch.zeros(4, 8), torch.zeros(4, 8, 2)], dim=1)  # error: cat-rank-mismatch
        """,
        """
        import numpy as np

        np.concatenate([np.zeros((4, 8)), np.zeros(8)])  # error: cat-rank-mismatch
        """,
    )
    good = (
        """
        import torch

        torch.cat([torch.zeros(4, 8, 1), torch.zeros(4, 8, 2)], dim=2)
        """,
        """
        import numpy as np

        np.concatenate([np.zeros((4, 8)), np.zeros(8)[None]])
        """,
    )

from __future__ import annotations

from .base import Rule


class HeadsNotDivisible(Rule):
    """The width of an attention is not a multiple of the number of its heads.

    ## Why

    Each head takes an equal part of the width.

    ## What to change

    A number of heads that divides `embed_dim`.
    """

    code = "SHP305"
    bad = (
        """
        import torch
        from torch import nn

        attention = nn.MultiheadAttention(100, 8)  # error: heads-not-divisible
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        attention = nn.MultiheadAttention(104, 8)
        """,
    )

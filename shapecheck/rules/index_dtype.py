from __future__ import annotations

from .base import Rule


class IndexDtype(Rule):
    """Floating point numbers are used as indices.

    ## Why

    Ids and indices are integers.

    ## What to change

    `.long()`.
    """

    code = "SHP407"
    bad = (
        """
        import torch
        from torch import nn

        embedding = nn.Embedding(10, 3)
        embedding(torch.zeros(4, 5))  # error: index-dtype
        """,
        """
        import torch

        x = torch.zeros(4, 5)
        x[torch.zeros(2)]  # error: index-dtype
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        embedding = nn.Embedding(10, 3)
        embedding(torch.zeros(4, 5).long())
        """,
    )

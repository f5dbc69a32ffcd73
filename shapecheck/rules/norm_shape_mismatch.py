from __future__ import annotations

from .base import Rule


class NormShapeMismatch(Rule):
    """A layer or group normalization was made for other sizes than those that arrive.

    ## Why

    `normalized_shape` names the last axes of the input; `num_channels` of a group normalization its second axis.

    ## What to change

    Set it to the sizes that arrive.
    """

    code = "SHP106"
    bad = (
        """
        import torch
        from torch import nn

        norm = nn.LayerNorm(10)
        norm(torch.zeros(4, 20))  # error: norm-shape-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        norm = nn.LayerNorm(20)
        norm(torch.zeros(4, 20))
        """,
    )

from __future__ import annotations

from .base import Rule


class HalfFloatMix(Rule):
    """Numbers of 16 bits meet numbers of 32.

    ## Why

    A model in half precision takes inputs in half precision; nothing is converted.

    ## What to change

    `x.half()` or `x.to(model.dtype)`; or `torch.autocast`, which converts.
    """

    code = "SHP406"
    bad = (
        """
        import torch
        from torch import nn

        layer = nn.Linear(8, 2).half()
        layer(torch.zeros(4, 8))  # error: half-float-mix
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        layer = nn.Linear(8, 2).half()
        layer(torch.zeros(4, 8).half())
        """,
    )

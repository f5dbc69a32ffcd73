from __future__ import annotations

from .base import Rule


class MseInteger(Rule):
    """A regression loss gets two integer tensors.

    ## Why

    It is not implemented for integers.

    ## What to change

    `.float()` on both.
    """

    code = "SHP403"
    bad = (
        """
        import torch
        from torch import nn

        x = torch.ones(4, dtype=torch.long)
        nn.MSELoss()(x, x)  # error: mse-integer
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        x = torch.ones(4, dtype=torch.long)
        nn.MSELoss()(x.float(), x.float())
        """,
    )

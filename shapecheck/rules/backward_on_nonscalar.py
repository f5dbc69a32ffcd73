from __future__ import annotations

from .base import Rule


class BackwardOnNonscalar(Rule):
    """A gradient or a number is asked of a tensor with several elements.

    ## Why

    `backward()` starts from one number, and `item()` gives one. A loss with `reduction="none"` gives one for each
    sample.

    ## What to change

    `.mean()` or `.sum()` first.
    """

    code = "SHP603"
    bad = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 1)(torch.zeros(8, 4))
        loss = nn.MSELoss(reduction="none")(out, torch.zeros(8, 1))
        loss.backward()  # error: backward-on-nonscalar
        """,
        """
        import torch

        value = torch.zeros(4).item()  # error: backward-on-nonscalar
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 1)(torch.zeros(8, 4))
        loss = nn.MSELoss(reduction="none")(out, torch.zeros(8, 1))
        loss.mean().backward()
        """,
    )

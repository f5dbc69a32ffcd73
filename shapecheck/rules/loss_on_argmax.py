from __future__ import annotations

from .base import Rule


class LossOnArgmax(Rule):
    """A loss gets predicted classes instead of scores.

    ## Why

    The index of the largest score has no gradient, so nothing can be learnt from it. The message blames the target.

    ## What to change

    Pass the scores; take `argmax` for the accuracy alone.
    """

    code = "SHP601"
    bad = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 3)(torch.zeros(8, 4))
        target = torch.zeros(8, dtype=torch.long)
        nn.CrossEntropyLoss()(out.argmax(1), target)  # error: loss-on-argmax
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 3)(torch.zeros(8, 4))
        target = torch.zeros(8, dtype=torch.long)
        nn.CrossEntropyLoss()(out, target)
        accuracy = (out.argmax(1) == target).float().mean()
        """,
    )

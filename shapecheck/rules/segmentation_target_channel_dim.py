from __future__ import annotations

from .base import Rule


class SegmentationTargetChannelDim(Rule):
    """The masks have an axis of channels, [batch, 1, height, width].

    ## Why

    Class ids have no axis of classes: masks are [batch, height, width] for an output [batch, classes, height,
    width].

    ## What to change

    `mask.squeeze(1).long()`.
    """

    code = "SHP208"
    bad = (
        """
        import torch
        from torch import nn

        mask = torch.zeros(2, 1, 32, 32, dtype=torch.long)
        nn.CrossEntropyLoss()(torch.zeros(2, 5, 32, 32), mask)  # error: segmentation-target-channel-dim
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        mask = torch.zeros(2, 1, 32, 32, dtype=torch.long)
        nn.CrossEntropyLoss()(torch.zeros(2, 5, 32, 32), mask.squeeze(1))
        """,
    )

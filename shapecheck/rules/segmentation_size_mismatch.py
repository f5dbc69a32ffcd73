from __future__ import annotations

from .base import Rule


class SegmentationSizeMismatch(Rule):
    """Output and masks differ in height or width.

    ## Why

    A convolution without padding makes the image smaller, and the masks stay as they are.

    ## What to change

    `padding=` in the convolutions, `F.interpolate` of the output, or masks cropped alike.
    """

    code = "SHP209"
    bad = (
        """
        import torch
        from torch import nn

        conv = nn.Conv2d(3, 5, 3)
        out = conv(torch.zeros(2, 3, 32, 32))
        mask = torch.zeros(2, 32, 32, dtype=torch.long)
        nn.CrossEntropyLoss()(out, mask)  # error: segmentation-size-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        conv = nn.Conv2d(3, 5, 3, padding=1)
        out = conv(torch.zeros(2, 3, 32, 32))
        mask = torch.zeros(2, 32, 32, dtype=torch.long)
        nn.CrossEntropyLoss()(out, mask)
        """,
    )

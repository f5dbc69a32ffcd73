from __future__ import annotations

from .base import Rule


class FlattenSizeMismatch(Rule):
    """A linear layer behind flattened feature maps was made for another number of features.

    ## Why

    The number of features after convolutions and pooling is channels times height times width, and follows from the
    size of the image, the kernels, the strides and the padding. Worked out by hand it is easily wrong.

    ## What to change

    Use the size given here, or let it follow: `nn.LazyLinear`, or `nn.AdaptiveAvgPool2d` before the flattening.
    """

    code = "SHP102"
    bad = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Conv2d(3, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(1536, 10))
        net(torch.zeros(4, 3, 32, 32))  # error: flatten-size-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Conv2d(3, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(1176, 10))
        net(torch.zeros(4, 3, 32, 32))
        """,
    )

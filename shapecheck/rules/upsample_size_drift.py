from __future__ import annotations

from .base import Rule


class UpsampleSizeDrift(Rule):
    """Halving a size and doubling it again does not give the same size.

    ## Why

    A convolution of stride 2 makes 17 of 33, and a transposed one makes 34 of 17. The framework reports it where
    the two meet.

    ## What to change

    Use sizes that are multiples of the total stride, set `output_padding`, or crop or resize to the other size.
    """

    code = "SHP116"
    bad = (
        """
        import torch
        from torch import nn

        down = nn.Conv2d(1, 4, 3, stride=2, padding=1)
        up = nn.ConvTranspose2d(4, 1, 2, stride=2)
        x = torch.zeros(1, 1, 33, 33)
        y = up(down(x))
        difference = y - x  # error: upsample-size-drift
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        down = nn.Conv2d(1, 4, 3, stride=2, padding=1)
        up = nn.ConvTranspose2d(4, 1, 2, stride=2)
        x = torch.zeros(1, 1, 32, 32)
        y = up(down(x))
        difference = y - x
        """,
    )

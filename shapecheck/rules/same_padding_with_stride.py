from __future__ import annotations

from .base import Rule


class SamePaddingWithStride(Rule):
    """A convolution with a stride is asked for `padding="same"`.

    ## Why

    PyTorch knows "same" for stride 1 alone.

    ## What to change

    Padding as a number: half of the kernel, rounded down.
    """

    code = "SHP306"
    bad = (
        """
        import torch
        from torch import nn

        conv = nn.Conv2d(3, 8, 3, stride=2, padding="same")  # error: same-padding-with-stride
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        conv = nn.Conv2d(3, 8, 3, stride=2, padding=1)
        """,
    )

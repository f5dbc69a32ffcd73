from __future__ import annotations

from .base import Rule


class ChannelsLastIntoConv(Rule):
    """A convolution that wants the channels in front gets them last.

    ## Why

    Images from OpenCV, Pillow, NumPy and Keras are [height, width, channels], and word vectors [steps, features];
    PyTorch's convolutions take the channels on axis 1. The message takes the height for the channels.

    ## What to change

    `x.permute(0, 3, 1, 2)` for images, `x.transpose(1, 2)` for sequences.
    """

    code = "SHP301"
    bad = (
        """
        import torch
        from torch import nn

        images = torch.zeros(16, 224, 224, 3)
        conv = nn.Conv2d(3, 8, 3)
        conv(images)  # error: channels-last-into-conv
        """,
        """
        import torch
        from torch import nn

        words = torch.zeros(32, 50, 300)
        conv = nn.Conv1d(300, 100, 3)
        conv(words)  # error: channels-last-into-conv
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        images = torch.zeros(16, 224, 224, 3)
        conv = nn.Conv2d(3, 8, 3)
        conv(images.permute(0, 3, 1, 2))
        """,
    )

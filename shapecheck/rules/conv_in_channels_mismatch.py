from __future__ import annotations

from .base import Rule


class ConvInChannelsMismatch(Rule):
    """A convolution gets another number of channels than it was made for.

    ## Why

    The weights of a convolution have one slice for each input channel (of a group).

    ## What to change

    Set `in_channels` to the number of channels that arrive, or change the layer before it.
    """

    code = "SHP104"
    special = ("missing-channel-dim", "channels-last-into-conv")
    bad = (
        """
        import torch
        from torch import nn

        conv = nn.Conv2d(3, 8, 3)
        conv(torch.zeros(1, 1, 28, 28))  # error: conv-in-channels-mismatch
        """,
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Conv2d(1, 8, 3), nn.Conv2d(16, 8, 3))
        net(torch.zeros(1, 1, 28, 28))  # error: conv-in-channels-mismatch
        """,
        """
        import tensorflow as tf

        images = tf.zeros([2, 28, 28, 1])
        tf.nn.conv2d(images, tf.zeros([3, 3, 3, 8]), strides=1, padding="SAME")  # error: conv-in-channels-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Conv2d(1, 8, 3), nn.Conv2d(8, 8, 3))
        net(torch.zeros(1, 1, 28, 28))
        """,
        """
        import tensorflow as tf

        images = tf.zeros([2, 28, 28, 1])
        tf.nn.conv2d(images, tf.zeros([3, 3, 1, 8]), strides=1, padding="SAME")
        """,
    )

from __future__ import annotations

from .base import Rule


class ConcatShapeMismatch(Rule):
    """Arrays that are concatenated differ along another axis than the one they are joined along.

    ## Why

    Only the axis of the concatenation may differ. Skip connections of a U-Net are off by one where an odd size was
    halved.

    ## What to change

    Pad or crop to a common size, use images whose sides are multiples of the total stride, or join along another
    axis.
    """

    code = "SHP108"
    bad = (
        """
        import torch

        torch.cat([torch.zeros(1, 8, 56, 56), torch.zeros(1, 8, 57, 57)], dim=1)  # error: concat-shape-mismatch
        """,
        """
        import keras

        left = keras.Input((32, 32, 8))
        right = keras.Input((31, 31, 8))
        keras.layers.Concatenate()([left, right])  # error: concat-shape-mismatch
        """,
        """
        import tensorflow as tf

        tf.concat([tf.zeros([2, 3]), tf.zeros([3, 3])], axis=1)  # error: concat-shape-mismatch
        """,
        """
        import numpy as np

        np.concatenate([np.zeros((2, 3)), np.zeros((3, 4))], axis=0)  # error: concat-shape-mismatch
        """,
    )
    good = (
        """
        import torch

        torch.cat([torch.zeros(1, 8, 56, 56), torch.zeros(1, 4, 56, 56)], dim=1)
        """,
        """
        import tensorflow as tf

        tf.concat([tf.zeros([2, 3]), tf.zeros([3, 3])], axis=0)
        """,
        """
        import numpy as np

        np.concatenate([np.zeros((2, 3)), np.zeros((3, 3))])
        """,
    )

from __future__ import annotations

from .base import Rule


class DimOutOfRange(Rule):
    """An axis or an index does not exist.

    ## Why

    A tensor with two axes has the axes 0 and 1, or -2 and -1. Often an earlier `squeeze()` or an integer index
    removed the axis that is meant.

    ## What to change

    Name an axis that exists, or keep the one that was removed (`keepdim=True`, `x[:, 0:1]`, `squeeze(1)`).
    """

    code = "SHP125"
    special = ("squeeze-drops-batch",)
    bad = (
        """
        import torch

        torch.zeros(4).sum(dim=1)  # error: dim-out-of-range
        """,
        """
        import torch

        torch.zeros(4, 5)[0, 0, 0]  # error: dim-out-of-range
        """,
        """
        import numpy as np

        np.zeros((4, 5)).sum(axis=2)  # error: dim-out-of-range
        """,
        """
        import tensorflow as tf

        tf.reduce_mean(tf.zeros([4, 5]), axis=2)  # error: dim-out-of-range
        """,
    )
    good = (
        """
        import torch

        torch.zeros(4).sum(dim=-1)
        torch.zeros(4, 5)[0, 0]
        """,
        """
        import numpy as np

        np.zeros((4, 5)).sum(axis=1)
        """,
        """
        import tensorflow as tf

        tf.reduce_mean(tf.zeros([4, 5]), axis=-1)
        """,
    )

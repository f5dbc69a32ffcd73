from __future__ import annotations

from .base import Rule


class PermuteRankMismatch(Rule):
    """The order of axes does not fit the number of axes.

    ## Why

    `permute` and `transpose` name every axis once. PyTorch's message speaks of `permute(sparse_coo)`, which means
    any permute.

    ## What to change

    Name as many axes as the tensor has.
    """

    code = "SHP126"
    bad = (
        """
        import torch

        image = torch.zeros(224, 224, 3)
        image.permute(0, 3, 1, 2)  # error: permute-rank-mismatch
        """,
        """
        import torch

        torch.zeros(2, 3, 4).t()  # error: permute-rank-mismatch
        """,
        """
        import numpy as np

        np.transpose(np.zeros((2, 3)), (0, 2, 1))  # error: permute-rank-mismatch
        """,
        """
        import tensorflow as tf

        tf.transpose(tf.zeros([2, 3]), perm=[0, 2, 1])  # error: permute-rank-mismatch
        """,
    )
    good = (
        """
        import torch

        image = torch.zeros(224, 224, 3)
        image.permute(2, 0, 1)
        torch.zeros(2, 3).t()
        """,
        """
        import numpy as np

        np.transpose(np.zeros((2, 3, 4)), (0, 2, 1))
        """,
    )

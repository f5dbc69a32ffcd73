from __future__ import annotations

from .base import Rule


class MatmulShapeMismatch(Rule):
    """The inner sizes of a matrix product differ.

    ## Why

    The last axis of the left operand is multiplied with the second to last of the right one.

    ## What to change

    Transpose one of them (`k.transpose(-2, -1)`, `.T`), or correct the width of the one that is wrong.
    """

    code = "SHP109"
    special = ("squeeze-drops-batch",)
    bad = (
        """
        import torch

        q = torch.zeros(8, 10, 64)
        k = torch.zeros(8, 10, 64)
        scores = q @ k  # error: matmul-shape-mismatch
        """,
        """
        import tensorflow as tf

        tf.matmul(tf.zeros([2, 3]), tf.zeros([4, 5]))  # error: matmul-shape-mismatch
        """,
        """
        import numpy as np

        np.dot(np.zeros((4, 3)), np.zeros((4, 1)))  # error: matmul-shape-mismatch
        """,
    )
    good = (
        """
        import torch

        q = torch.zeros(8, 10, 64)
        k = torch.zeros(8, 10, 64)
        scores = q @ k.transpose(-2, -1)
        """,
        """
        import tensorflow as tf

        tf.matmul(tf.zeros([2, 3]), tf.zeros([4, 3]), transpose_b=True)
        """,
        """
        import numpy as np

        np.dot(np.zeros((4, 3)).T, np.zeros((4, 1)))
        """,
    )

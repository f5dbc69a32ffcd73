from __future__ import annotations

from .base import Rule


class RaggedArray(Rule):
    """Rows of different lengths are turned into an array.

    ## Why

    An array has as many elements in every row.

    ## What to change

    Pad the rows to one length.
    """

    code = "SHP504"
    bad = (
        """
        import torch

        torch.tensor([[1, 2, 3], [4, 5]])  # error: ragged-array
        """,
        """
        import numpy as np

        np.array([[1, 2, 3], [4, 5]])  # error: ragged-array
        """,
        """
        import tensorflow as tf

        tf.constant([[1, 2, 3], [4, 5]])  # error: ragged-array
        """,
    )
    good = (
        """
        import torch

        torch.tensor([[1, 2, 3], [4, 5, 0]])
        """,
        """
        import numpy as np

        np.array([[1, 2, 3], [4, 5, 0]])
        np.array([[1, 2, 3], [4, 5]], dtype=object)
        """,
    )

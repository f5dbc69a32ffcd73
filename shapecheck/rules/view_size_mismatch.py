from __future__ import annotations

from .base import Rule


class ViewSizeMismatch(Rule):
    """A reshape changes the number of elements.

    ## Why

    A new shape orders the same elements anew; where `-1` stands, the other sizes must divide their number.

    ## What to change

    Work the sizes out from the shape that arrives, or leave one of them to `-1`; keep the batch with
    `x.view(x.size(0), -1)`.
    """

    code = "SHP130"
    bad = (
        """
        import torch

        x = torch.zeros(1, 16, 6, 6)
        x.view(-1, 400)  # error: view-size-mismatch
        """,
        """
        import keras

        inputs = keras.Input((100,))
        keras.layers.Reshape((7, 7, 64))(inputs)  # error: view-size-mismatch
        """,
        """
        import tensorflow as tf

        tf.reshape(tf.zeros([10]), [3, 4])  # error: view-size-mismatch
        """,
        """
        import numpy as np

        np.zeros((60, 28, 28)).reshape(60, 28 * 27)  # error: view-size-mismatch
        """,
    )
    good = (
        """
        import torch

        x = torch.zeros(1, 16, 6, 6)
        x.view(-1, 576)
        x.view(1, -1)
        """,
        """
        import keras

        inputs = keras.Input((3136,))
        keras.layers.Reshape((7, 7, 64))(inputs)
        """,
        """
        import numpy as np

        np.zeros((60, 28, 28)).reshape(60, 28 * 28)
        """,
    )

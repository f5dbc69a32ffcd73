from __future__ import annotations

from .base import Rule


class CheckpointShapeMismatch(Rule):
    """Weights are put into a layer that has weights of other shapes.

    ## Why

    The weights of one model fit another only where both have the same layers: a head for 10 classes takes no weights
    of a head for 1000.

    ## What to change

    Load the layers that are the same, one by one, and leave the head as it is.
    """

    code = "SHP316"
    bad = (
        """
        import keras

        old = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(10)])
        new = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(3)])
        new.set_weights(old.get_weights())  # error: checkpoint-shape-mismatch
        """,
        """
        import keras
        import numpy as np

        head = keras.layers.Dense(4)
        head(np.zeros((2, 3)))
        head.set_weights([np.zeros((3, 5)), np.zeros(5)])  # error: checkpoint-shape-mismatch
        """,
    )
    good = (
        """
        import keras

        old = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(10)])
        new = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(3)])
        new.layers[0].set_weights(old.layers[0].get_weights())
        """,
    )

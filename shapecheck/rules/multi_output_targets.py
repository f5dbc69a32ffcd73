from __future__ import annotations

from .base import Rule


class MultiOutputTargets(Rule):
    """A model with several outputs gets labels for one.

    ## Why

    Every output has a loss and labels of its own. Where a loss is missing, Keras only warns, and that part of the
    model is not trained.

    ## What to change

    Labels as a list or dict with one entry for each output, and a loss for each.
    """

    code = "SHP219"
    bad = (
        """
        import keras
        import numpy as np

        inputs = keras.Input((4,))
        model = keras.Model(inputs, [keras.layers.Dense(1)(inputs), keras.layers.Dense(2)(inputs)])
        model.compile(loss="mse")
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)  # error: multi-output-targets
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        inputs = keras.Input((4,))
        model = keras.Model(inputs, [keras.layers.Dense(1)(inputs), keras.layers.Dense(2)(inputs)])
        model.compile(loss=["mse", "mse"])
        model.fit(np.zeros((8, 4)), [np.zeros((8, 1)), np.zeros((8, 2))], verbose=0)
        """,
    )

from __future__ import annotations

from .base import Rule


class InputShapeIncludesBatch(Rule):
    """The shape of an `Input` counts the samples.

    ## Why

    Keras adds the axis of the batch itself. `Input(x.shape)` makes a model whose every sample is as large as the
    whole data.

    ## What to change

    `keras.Input(x.shape[1:])`.
    """

    code = "SHP128"
    bad = (
        """
        import keras
        import numpy as np

        x = np.zeros((60, 28, 28))
        model = keras.Sequential([keras.Input(x.shape), keras.layers.Flatten(), keras.layers.Dense(1)])
        model.compile(loss="mse")
        model.fit(x, np.zeros(60), verbose=0)  # error: input-shape-includes-batch
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        x = np.zeros((60, 28, 28))
        model = keras.Sequential([keras.Input(x.shape[1:]), keras.layers.Flatten(), keras.layers.Dense(1)])
        model.compile(loss="mse")
        model.fit(x, np.zeros(60), verbose=0)
        """,
    )

from __future__ import annotations

from .base import Rule


class FitInputShape(Rule):
    """The data do not have the shape that the model was made for.

    ## Why

    A model takes samples of the shape of its `Input`, with the batch in front.

    ## What to change

    Reshape the data, or change the `Input`; a `Flatten` layer first takes images into dense layers.
    """

    code = "SHP510"
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((784,)), keras.layers.Dense(10)])
        model.compile(loss="mse")
        model.fit(np.zeros((60, 28, 28)), np.zeros((60, 10)), verbose=0)  # error: fit-input-shape
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model(np.zeros((2, 3)))  # error: fit-input-shape
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((784,)), keras.layers.Dense(10)])
        model.compile(loss="mse")
        model.fit(np.zeros((60, 28, 28)).reshape(60, 784), np.zeros((60, 10)), verbose=0)
        """,
    )

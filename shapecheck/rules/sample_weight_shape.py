from __future__ import annotations

from .base import Rule


class SampleWeightShape(Rule):
    """The weights of the samples do not fit the losses that they multiply.

    ## Why

    A loss gives one number for each last axis of the predictions: `[batch]` for a classifier, `[batch, steps]` for
    a model that predicts at every step. The weights multiply these numbers, so they have that shape, or one that
    stretches to it, such as `[batch, 1]`. Keras first fails in a gradient, under a name that the program does not
    mention.

    ## What to change

    One weight for each sample and step, or `weights[:, None]` where a weight is for a whole sequence.
    """

    code = "SHP220"
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((5, 6)), keras.layers.Dense(3)])
        model.compile("sgd", "mse")
        x, y = np.zeros((8, 5, 6)), np.zeros((8, 5, 3))
        model.fit(x, y, sample_weight=np.ones(8))  # error: sample-weight-shape
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((5, 6)), keras.layers.Dense(3)])
        model.compile("sgd", "mse")
        x, y = np.zeros((8, 5, 6)), np.zeros((8, 5, 3))
        model.fit(x, y, sample_weight=np.ones((8, 5)))
        """,
    )

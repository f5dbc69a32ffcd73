from __future__ import annotations

from .base import Rule


class CategoricalCeWithIntegerLabels(Rule):
    """A categorical cross-entropy gets class ids instead of one-hot labels.

    ## Why

    `categorical_crossentropy` compares the predictions [batch, classes] with labels of the same shape.

    ## What to change

    `loss="sparse_categorical_crossentropy"`, which takes the integers as they are; or make one-hot labels with
    `keras.utils.to_categorical`.
    """

    code = "SHP202"
    special = ("label-mode-mismatch",)
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
        model.compile(loss="categorical_crossentropy")
        model.fit(np.zeros((8, 4)), np.zeros(8), verbose=0)  # error: categorical-ce-with-integer-labels
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
        model.compile(loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((8, 4)), np.zeros(8), verbose=0)
        """,
    )

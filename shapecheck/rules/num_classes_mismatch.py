from __future__ import annotations

from .base import Rule


class NumClassesMismatch(Rule):
    """One-hot labels have another number of classes than the model has outputs.

    ## Why

    The last layer has one unit for each class. `to_categorical` without `num_classes` makes as many as the largest
    label plus one.

    ## What to change

    As many units as classes, and `to_categorical(y, num_classes)`.
    """

    code = "SHP216"
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
        model.compile(loss="categorical_crossentropy")
        labels = keras.utils.to_categorical([1, 2, 3, 1, 2, 3, 1, 2])
        model.fit(np.zeros((8, 4)), labels, verbose=0)  # error: num-classes-mismatch
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4, activation="softmax")])
        model.compile(loss="categorical_crossentropy")
        labels = keras.utils.to_categorical([1, 2, 3, 1, 2, 3, 1, 2])
        model.fit(np.zeros((8, 4)), labels, verbose=0)
        """,
    )

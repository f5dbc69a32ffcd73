from __future__ import annotations

from ..findings import Severity
from .base import Rule


class ReluHeadWithCrossEntropy(Rule):
    """A cross-entropy on probabilities gets the output of a ReLU or tanh.

    ## Why

    Those are no probabilities: the logarithm of 0 or of negative numbers is cut off, and the loss stays high or
    becomes NaN.

    ## What to change

    `activation="softmax"` in the last layer (`"sigmoid"` for binary labels).
    """

    code = "SHP711"
    severity = Severity.WARNING
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="relu")])
        model.compile(loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((8, 4)), np.zeros(8), verbose=0)  # warning: relu-head-with-cross-entropy
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

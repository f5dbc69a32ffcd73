from __future__ import annotations

from ..findings import Severity
from .base import Rule


class SigmoidWithCategoricalCe(Rule):
    """A sigmoid with several units stands before a categorical cross-entropy.

    ## Why

    The loss takes probabilities of one class among several, which a softmax makes sum to 1. Keras divides what it
    gets by its sum, so the model trains, with other gradients than were meant.

    ## What to change

    `activation='softmax'`, or `binary_crossentropy` where several labels hold at once.
    """

    code = "SHP724"
    severity = Severity.INFO
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="sigmoid")])
        model.compile(loss="categorical_crossentropy")
        model.fit(np.zeros((8, 4)), np.eye(3)[np.zeros(8, int)], verbose=0)  # info: sigmoid-with-categorical-ce
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
        model.compile(loss="categorical_crossentropy")
        model.fit(np.zeros((8, 4)), np.eye(3)[np.zeros(8, int)], verbose=0)
        """,
    )

from __future__ import annotations

from ..findings import Severity
from .base import Rule


class FromLogitsOnProbabilities(Rule):
    """A loss with `from_logits=True` gets probabilities.

    ## Why

    The loss takes the softmax or sigmoid itself, and a second one flattens the output. Keras warns only where the
    softmax stands directly before the loss.

    ## What to change

    Leave out `from_logits=True`, or the activation of the last layer.
    """

    code = "SHP706"
    severity = Severity.WARNING
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
        model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        model.fit(np.zeros((8, 4)), np.zeros(8), verbose=0)  # warning: from-logits-on-probabilities
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
        model.compile(loss=keras.losses.SparseCategoricalCrossentropy())
        model.fit(np.zeros((8, 4)), np.zeros(8), verbose=0)
        """,
    )

from __future__ import annotations

from ..findings import Severity
from .base import Rule


class FromLogitsMissing(Rule):
    """A cross-entropy on probabilities gets scores.

    ## Why

    Keras' cross-entropies expect probabilities unless told otherwise. They clip scores to 0..1 and take the
    logarithm, so the model hardly learns.

    ## What to change

    `from_logits=True`, or `activation="softmax"` (`"sigmoid"` for the binary one) in the last layer.
    """

    code = "SHP705"
    severity = Severity.WARNING
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
        model.compile(loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((8, 4)), np.zeros(8), verbose=0)  # warning: from-logits-missing
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.compile(loss=keras.losses.BinaryCrossentropy())
        model.fit(np.zeros((8, 4)), np.zeros(8), verbose=0)  # warning: from-logits-missing
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
        model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        model.fit(np.zeros((8, 4)), np.zeros(8), verbose=0)
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3), keras.layers.Softmax()])
        model.compile(loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((8, 4)), np.zeros(8), verbose=0)
        """,
    )

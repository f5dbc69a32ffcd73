from __future__ import annotations

from ..findings import Severity
from .base import Rule


class BceOnSoftmaxMulticlass(Rule):
    """A softmax over several classes stands before a binary cross-entropy.

    ## Why

    The loss judges each class by itself and averages over them. It trains, slower than the loss that is made for
    it, and `binary_accuracy` looks far too good.

    ## What to change

    `loss='categorical_crossentropy'`.
    """

    code = "SHP725"
    severity = Severity.INFO
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
        model.compile(loss="binary_crossentropy")
        model.fit(np.zeros((8, 4)), np.eye(3)[np.zeros(8, int)], verbose=0)  # info: bce-on-softmax-multiclass
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

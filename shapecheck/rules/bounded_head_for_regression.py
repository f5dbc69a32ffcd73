from __future__ import annotations

from ..findings import Severity
from .base import Rule


class BoundedHeadForRegression(Rule):
    """Targets go beyond what the last activation can give.

    ## Why

    A sigmoid or softmax gives numbers from 0 to 1. Greater targets are never met, and the model settles at 1.

    ## What to change

    Leave the activation of the last layer out, or scale the targets.
    """

    code = "SHP726"
    severity = Severity.INFO
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, activation="sigmoid")])
        model.compile(loss="mse")
        model.fit(np.zeros((3, 2)), np.array([[10], [20], [30]]), verbose=0)  # info: bounded-head-for-regression
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
        model.compile(loss="mse")
        model.fit(np.zeros((3, 2)), np.array([[10], [20], [30]]), verbose=0)
        """,
    )

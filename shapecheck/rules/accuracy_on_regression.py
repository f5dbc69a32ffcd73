from __future__ import annotations

from ..findings import Severity
from .base import Rule


class AccuracyOnRegression(Rule):
    """Accuracy is asked for of a model that predicts numbers.

    ## Why

    Accuracy counts predictions of the right class. Of numbers it is 0, or the share of some exact hits.

    ## What to change

    `metrics=['mae']`.
    """

    code = "SHP727"
    severity = Severity.INFO
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.compile(loss="mse", metrics=["accuracy"])
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)  # info: accuracy-on-regression
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.compile(loss="mse", metrics=["mae"])
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
        """,
    )

from __future__ import annotations

from .base import Rule


class FitArgumentStructure(Rule):
    """The arguments of `fit` are of a form that it does not take.

    ## Why

    Inputs are arrays, or a data set that holds the labels as well.

    ## What to change

    `np.array(x)` for nested lists; no `y` and no `validation_split` with a data set.
    """

    code = "SHP509"
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
        model.compile(loss="mse")
        model.fit([[1.0, 2.0], [3.0, 4.0]], [1.0, 2.0], verbose=0)  # error: fit-argument-structure
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
        model.compile(loss="mse")
        model.fit(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([1.0, 2.0]), verbose=0)
        """,
    )

from __future__ import annotations

from .base import Rule


class ForwardReturnsNone(Rule):
    """The method that computes a model's output returns nothing.

    ## Why

    A function without `return` gives None, and what uses the output fails: "None values not supported."

    ## What to change

    `return x` at the end of `forward` or `call`.
    """

    code = "SHP605"
    bad = (
        """
        import keras
        import numpy as np

        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.dense = keras.layers.Dense(1)

            def call(self, x):
                self.dense(x)

        model = Net()
        model.compile(loss="mse")
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)  # error: forward-returns-none
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.dense = keras.layers.Dense(1)

            def call(self, x):
                return self.dense(x)

        model = Net()
        model.compile(loss="mse")
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
        """,
    )

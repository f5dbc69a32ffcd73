from __future__ import annotations

from .base import Rule


class FunctionalInputCount(Rule):
    """A model gets another number of inputs than it was made with.

    ## Why

    A functional model takes exactly the inputs that it was made with.

    ## What to change

    Pass all of them, in their order, or as a dict by name.
    """

    code = "SHP312"
    bad = (
        """
        import keras
        import numpy as np

        a, b = keras.Input((4,)), keras.Input((3,))
        model = keras.Model([a, b], keras.layers.Concatenate()([a, b]))
        model(np.zeros((2, 4)))  # error: functional-input-count
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        a, b = keras.Input((4,)), keras.Input((3,))
        model = keras.Model([a, b], keras.layers.Concatenate()([a, b]))
        model([np.zeros((2, 4)), np.zeros((2, 3))])
        """,
    )

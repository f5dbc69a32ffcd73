from __future__ import annotations

from .base import Rule


class InputShapeNotTuple(Rule):
    """The shape of an `Input` is a number.

    ## Why

    A pair of parentheses around a number is still a number; a tuple of one has a comma.

    ## What to change

    `shape=(10,)`.
    """

    code = "SHP308"
    bad = (
        """
        import keras

        inputs = keras.Input(shape=(10))  # error: input-shape-not-tuple
        """,
    )
    good = (
        """
        import keras

        inputs = keras.Input(shape=(10,))
        """,
    )

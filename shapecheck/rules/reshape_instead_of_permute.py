from __future__ import annotations

from ..findings import Severity
from .base import Rule


class ReshapeInsteadOfPermute(Rule):
    """A reshape gives the same lengths in another order.

    ## Why

    It deals the elements out anew, row by row: `(2, 3)` as `(3, 2)` is no transposition. Nothing fails, and what
    belongs together no longer is.

    ## What to change

    `Permute`, or a transposition.
    """

    code = "SHP729"
    severity = Severity.WARNING
    bad = (
        """
        import keras

        steps = keras.Input((10, 64))
        out = keras.layers.Reshape((64, 10))(steps)  # warning: reshape-instead-of-permute
        """,
    )
    good = (
        """
        import keras

        steps = keras.Input((10, 64))
        out = keras.layers.Permute((2, 1))(steps)
        """,
    )

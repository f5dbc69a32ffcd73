from __future__ import annotations

from ..findings import Severity
from .base import Rule


class OldKerasSpelling(Rule):
    """An argument has the name that Keras 1 or 2 had for it.

    ## Why

    `border_mode`, `nb_epoch`, `output_dim` and others were renamed. Keras 3 takes few of the old names, and fails for
    the rest; shapes are checked as the old names mean them.

    ## What to change

    The name of today.
    """

    code = "SHP314"
    severity = Severity.INFO
    bad = (
        """
        import keras

        act = keras.layers.LeakyReLU(alpha=0.1)  # info: old-keras-spelling
        """,
    )
    good = (
        """
        import keras

        act = keras.layers.LeakyReLU(negative_slope=0.1)
        """,
    )

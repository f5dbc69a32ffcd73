from __future__ import annotations

from ..findings import Severity
from .base import Rule


class ChannelsFirstSilent(Rule):
    """Images with channels first go into a layer that takes them last.

    ## Why

    Keras takes [batch, height, width, channels] unless it is told otherwise. [batch, 3, 224, 224] is then an image
    of 3 x 224 with 224 channels: nothing fails, and little is learnt.

    ## What to change

    `np.transpose(x, (0, 2, 3, 1))`, or `data_format='channels_first'`.
    """

    code = "SHP728"
    severity = Severity.WARNING
    bad = (
        """
        import keras

        images = keras.Input((3, 64, 64))
        out = keras.layers.Conv2D(8, 3, padding="same")(images)  # warning: channels-first-silent
        """,
    )
    good = (
        """
        import keras

        images = keras.Input((64, 64, 3))
        out = keras.layers.Conv2D(8, 3, padding="same")(images)
        """,
    )

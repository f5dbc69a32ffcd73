from __future__ import annotations

from ..findings import Severity
from .base import Rule


class ChannelsFirstOnCpu(Rule):
    """A layer with channels first runs on a GPU only.

    ## Why

    The kernels of TensorFlow for CPUs take `channels_last` alone. A model with `channels_first` is built without
    complaint and fails when it runs.

    ## What to change

    `data_format='channels_last'`, with the channels as the last axis of the data.
    """

    code = "SHP315"
    severity = Severity.INFO
    bad = (
        """
        import keras

        images = keras.Input((3, 64, 64))
        out = keras.layers.Conv2D(8, 3, data_format="channels_first")(images)  # info: channels-first-on-cpu
        """,
    )
    good = (
        """
        import keras

        images = keras.Input((64, 64, 3))
        out = keras.layers.Conv2D(8, 3)(images)
        """,
    )

from __future__ import annotations

from .base import Rule


class StatefulRnnBatchSize(Rule):
    """A recurrent layer that keeps its state does not know the size of the batch.

    ## Why

    It holds one state for each sample of the batch, so their number must be fixed.

    ## What to change

    `keras.Input(batch_shape=(32, steps, features))`.
    """

    code = "SHP313"
    bad = (
        """
        import keras

        inputs = keras.Input((5, 3))
        keras.layers.LSTM(8, stateful=True)(inputs)  # error: stateful-rnn-batch-size
        """,
    )
    good = (
        """
        import keras

        inputs = keras.Input(batch_shape=(4, 5, 3))
        keras.layers.LSTM(8, stateful=True)(inputs)
        """,
    )

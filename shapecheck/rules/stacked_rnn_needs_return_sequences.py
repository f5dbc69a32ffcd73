from __future__ import annotations

from .base import Rule


class StackedRnnNeedsReturnSequences(Rule):
    """A layer that wants all steps follows a recurrent layer that returns the last one.

    ## Why

    Keras' recurrent layers return [batch, units] unless told otherwise. The message names the second layer; the
    first is to change.

    ## What to change

    `return_sequences=True` in the first of the two.
    """

    code = "SHP307"
    bad = (
        """
        import keras

        inputs = keras.Input((10, 4))
        x = keras.layers.LSTM(8)(inputs)
        x = keras.layers.LSTM(8)(x)  # error: stacked-rnn-needs-return-sequences
        """,
    )
    good = (
        """
        import keras

        inputs = keras.Input((10, 4))
        x = keras.layers.LSTM(8, return_sequences=True)(inputs)
        x = keras.layers.LSTM(8)(x)
        """,
    )

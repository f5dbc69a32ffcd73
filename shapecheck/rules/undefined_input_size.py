from __future__ import annotations

from .base import Rule


class UndefinedInputSize(Rule):
    """Weights are made for a length that is None.

    ## Why

    A dense, convolutional or recurrent layer makes its weights when it first sees its input, and their size follows
    from the last axis (the channels). An axis that was declared as None has no size yet, nor has what `Flatten` makes
    of it.

    ## What to change

    Declare the length in the input's shape, or bring the axis to a known length before: with a global pooling layer
    instead of `Flatten`, with `return_sequences=False`, with `Reshape` or padding.
    """

    code = "SHP133"
    bad = (
        """
        import keras

        inputs = keras.Input((None, 8))
        x = keras.layers.LSTM(16, return_sequences=True)(inputs)
        x = keras.layers.Flatten()(x)
        keras.layers.Dense(1)(x)  # error: undefined-input-size
        """,
        """
        import tensorflow.compat.v1 as tf

        tf.disable_v2_behavior()
        x = tf.placeholder(tf.float32, [None, 3])
        start = tf.zeros([tf.shape(x)[0], 3])
        tf.Variable(start)  # error: undefined-input-size
        """,
    )
    good = (
        """
        import keras

        inputs = keras.Input((None, 8))
        x = keras.layers.LSTM(16, return_sequences=True)(inputs)
        x = keras.layers.GlobalMaxPooling1D()(x)
        keras.layers.Dense(1)(x)
        """,
        """
        import tensorflow.compat.v1 as tf

        tf.disable_v2_behavior()
        x = tf.placeholder(tf.float32, [None, 3])
        tf.Variable(tf.zeros([4, 3]))
        """,
    )

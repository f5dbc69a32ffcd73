from __future__ import annotations

from .base import Rule


class TfOpOnKerasTensor(Rule):
    """A function of TensorFlow is called on a placeholder of a Keras model.

    ## Why

    In a functional model, `keras.Input` and what layers make of it are placeholders with a shape and no data. Since
    Keras 3 the functions of TensorFlow do not take them outside of a layer.

    ## What to change

    The function in `keras.ops`, or the call inside a `Lambda` layer or a `call` method.
    """

    code = "SHP311"
    bad = (
        """
        import keras
        import tensorflow as tf

        inputs = keras.Input((4, 3))
        x = keras.layers.Dense(8)(inputs)
        y = tf.reduce_mean(x, axis=1)  # error: tf-op-on-keras-tensor
        """,
        """
        import tensorflow as tf

        def block(x):
            return tf.concat([x, x], axis=-1)  # error: tf-op-on-keras-tensor

        block(tf.keras.Input((4, 3)))
        """,
    )
    good = (
        """
        import keras

        inputs = keras.Input((4, 3))
        x = keras.layers.Dense(8)(inputs)
        y = keras.ops.mean(x, axis=1)
        """,
        """
        import keras
        import numpy as np
        import tensorflow as tf

        class Mean(keras.layers.Layer):
            def call(self, x):
                return tf.reduce_mean(x, axis=1)

        inputs = keras.Input((4, 3))
        x = Mean()(inputs)
        y = keras.layers.Lambda(lambda t: tf.square(t))(x)
        model = keras.Model(inputs, y)
        again = keras.Model(inputs, model(inputs) * 2)
        tf.reduce_sum(again(np.zeros((2, 4, 3))))
        """,
    )

from __future__ import annotations

from .base import Rule


class UnbatchedDataset(Rule):
    """A model gets samples from a data set that was not batched.

    ## Why

    `tf.data` gives single samples until `.batch()` is called, and the first axis of a sample is taken for the
    batch.

    ## What to change

    `dataset.batch(32)` before `fit`.
    """

    code = "SHP508"
    bad = (
        """
        import keras
        import numpy as np
        import tensorflow as tf

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.compile(loss="mse")
        data = tf.data.Dataset.from_tensor_slices((np.zeros((8, 4)), np.zeros(8)))
        model.fit(data, verbose=0)  # error: unbatched-dataset
        """,
    )
    good = (
        """
        import keras
        import numpy as np
        import tensorflow as tf

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.compile(loss="mse")
        data = tf.data.Dataset.from_tensor_slices((np.zeros((8, 4)), np.zeros(8)))
        model.fit(data.batch(4), verbose=0)
        """,
    )

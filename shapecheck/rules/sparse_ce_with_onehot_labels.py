from __future__ import annotations

from .base import Rule


class SparseCeWithOnehotLabels(Rule):
    """A sparse cross-entropy gets labels with an axis of classes.

    ## Why

    The sparse losses take class ids, one integer for each prediction: labels [batch] for predictions [batch,
    classes]. Keras states the relation backwards (``output` must have rank (ndim) `target.ndim - 1``).

    ## What to change

    Use the loss without `sparse_` for one-hot labels; or keep the integers, and leave out `to_categorical` or
    `one_hot`.
    """

    code = "SHP201"
    special = ("label-mode-mismatch",)
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
        model.compile(loss="sparse_categorical_crossentropy")
        labels = keras.utils.to_categorical([0, 1, 2, 1, 0, 2, 1, 1], 3)
        model.fit(np.zeros((8, 4)), labels, verbose=0)  # error: sparse-ce-with-onehot-labels
        """,
        """
        import tensorflow as tf

        loss = tf.nn.sparse_softmax_cross_entropy_with_logits
        labels = tf.zeros([4, 3], dtype=tf.int64)
        loss(labels=labels, logits=tf.zeros([4, 3]))  # error: sparse-ce-with-onehot-labels
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
        model.compile(loss="categorical_crossentropy")
        labels = keras.utils.to_categorical([0, 1, 2, 1, 0, 2, 1, 1], 3)
        model.fit(np.zeros((8, 4)), labels, verbose=0)
        """,
        """
        import tensorflow as tf

        logits = tf.zeros([4, 3])
        labels = tf.zeros([4], dtype=tf.int64)
        tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits)
        """,
    )

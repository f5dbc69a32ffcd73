from __future__ import annotations

from .base import Rule


class TfArgumentOrder(Rule):
    """The arguments stand in the order of TensorFlow 0.x.

    ## Why

    `tf.concat` and `tf.split` had the axis first; since TensorFlow 1.0 the tensors come first and the axis last.

    ## What to change

    `tf.concat(values, axis)`, `tf.split(value, num_or_size_splits, axis)`.
    """

    code = "SHP514"
    bad = (
        """
        import tensorflow as tf

        left, right = tf.zeros([2, 3]), tf.zeros([2, 4])
        both = tf.concat(1, [left, right])  # error: tf-argument-order
        """,
    )
    good = (
        """
        import tensorflow as tf

        left, right = tf.zeros([2, 3]), tf.zeros([2, 4])
        both = tf.concat([left, right], 1)
        """,
    )

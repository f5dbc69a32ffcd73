from __future__ import annotations

from .base import Rule


class TfDtypeMix(Rule):
    """TensorFlow does not mix types of elements.

    ## Why

    `tf.constant([1, 2])` is int32, and neither it nor a float tensor is converted.

    ## What to change

    `tf.cast(x, tf.float32)`.
    """

    code = "SHP412"
    bad = (
        """
        import tensorflow as tf

        tf.constant([1, 2]) + tf.constant([1.0, 2.0])  # error: tf-dtype-mix
        """,
    )
    good = (
        """
        import tensorflow as tf

        tf.cast(tf.constant([1, 2]), tf.float32) + tf.constant([1.0, 2.0])
        tf.constant([1.0, 2.0]) + 1
        """,
    )

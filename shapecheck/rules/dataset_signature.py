from __future__ import annotations

from .base import Rule


class DatasetSignature(Rule):
    """The elements of a data set or a tensor do not have the shape they are declared with.

    ## Why

    `set_shape` and the signature of a generator state a shape that TensorFlow cannot see by itself; a wrong one is
    refused when the tensor is known, or when the first element comes.

    ## What to change

    State the shape that the elements have, with None for what varies.
    """

    code = "SHP511"
    bad = (
        """
        import tensorflow as tf

        x = tf.zeros([2, 3])
        x.set_shape([2, 4])  # error: dataset-signature
        """,
    )
    good = (
        """
        import tensorflow as tf

        x = tf.zeros([2, 3])
        x.set_shape([None, 3])
        """,
    )

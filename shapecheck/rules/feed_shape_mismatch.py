from __future__ import annotations

from .base import Rule


class FeedShapeMismatch(Rule):
    """What is fed does not have the shape of its placeholder.

    ## Why

    A placeholder takes values of its own shape; only a None in it takes any size.

    ## What to change

    Reshape the value, or put `None` where the size varies.
    """

    code = "SHP512"
    bad = (
        """
        import numpy as np
        import tensorflow.compat.v1 as tf

        tf.disable_v2_behavior()

        x = tf.placeholder(tf.float32, [None, 2])
        y = x * 2.0
        with tf.Session() as session:
            session.run(y, feed_dict={x: np.zeros(2)})  # error: feed-shape-mismatch
        """,
    )
    good = (
        """
        import numpy as np
        import tensorflow.compat.v1 as tf

        tf.disable_v2_behavior()

        x = tf.placeholder(tf.float32, [None, 2])
        y = x * 2.0
        with tf.Session() as session:
            session.run(y, feed_dict={x: np.zeros((1, 2))})
        """,
    )

from __future__ import annotations

from .base import Rule


class FeedOfTensor(Rule):
    """A tensor of the graph is fed to a placeholder.

    ## Why

    What is fed are numbers: arrays, lists. A tensor of the graph is a recipe, which has no numbers before a session
    runs it.

    ## What to change

    Make the value with NumPy, feed what `session.run(tensor)` gives, or use the tensor in place of the placeholder.
    """

    code = "SHP513"
    bad = (
        """
        import tensorflow.compat.v1 as tf

        tf.disable_v2_behavior()

        x = tf.placeholder(tf.float32, [None, 2])
        labels = tf.one_hot([0, 1, 1], 2)
        with tf.Session() as session:
            session.run(x * 2.0, feed_dict={x: labels})  # error: feed-of-tensor
        """,
    )
    good = (
        """
        import tensorflow.compat.v1 as tf

        tf.disable_v2_behavior()

        x = tf.placeholder(tf.float32, [None, 2])
        labels = tf.one_hot([0, 1, 1], 2)
        with tf.Session() as session:
            session.run(x * 2.0, feed_dict={x: session.run(labels)})
        """,
    )

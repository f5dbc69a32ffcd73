from __future__ import annotations

from .base import Rule


class LoopVariableShape(Rule):
    """A variable of a loop in a graph does not keep its shape.

    ## Why

    The body of `tf.while_loop` is built once. What it gives goes into the next round, so that every variable keeps its
    shape, or has a shape invariant that allows all of its shapes.

    ## What to change

    Pass `shape_invariants` with None for the lengths that change, and with the rank that the variable has.
    """

    code = "SHP134"
    bad = (
        """
        import tensorflow.compat.v1 as tf

        tf.disable_v2_behavior()

        rows = tf.ones([1, 3])
        count = tf.constant(0)

        def more(count, rows):
            return count + 1, tf.concat([rows, rows], axis=0)

        tf.while_loop(lambda count, rows: count < 3, more, (count, rows))  # error: loop-variable-shape
        """,
        """
        import tensorflow.compat.v1 as tf

        tf.disable_v2_behavior()

        rows = tf.ones([1, 3])
        count = tf.constant(0)

        def more(count, rows):
            return count + 1, tf.concat([rows, rows], axis=0)

        sizes = (count.get_shape(), tf.TensorShape([None]))
        tf.while_loop(lambda count, rows: count < 3, more, (count, rows), sizes)  # error: loop-variable-shape
        """,
    )
    good = (
        """
        import tensorflow.compat.v1 as tf

        tf.disable_v2_behavior()

        rows = tf.ones([1, 3])
        count = tf.constant(0)

        def more(count, rows):
            return count + 1, tf.concat([rows, rows], axis=0)

        sizes = (count.get_shape(), tf.TensorShape([None, 3]))
        tf.while_loop(lambda count, rows: count < 3, more, (count, rows), sizes)
        """,
    )

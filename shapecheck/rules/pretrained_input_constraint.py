from __future__ import annotations

from .base import Rule


class PretrainedInputConstraint(Rule):
    """A pretrained model or a function for colour images gets images of another form.

    ## Why

    Pretrained weights fit three channels and a least size; functions that change colours take one channel or three.

    ## What to change

    Repeat grey images to three channels, resize them, or leave out the step.
    """

    code = "SHP309"
    bad = (
        """
        import tensorflow as tf

        images = tf.ones([4, 8, 8, 3])
        tf.image.grayscale_to_rgb(images)  # error: pretrained-input-constraint
        """,
    )
    good = (
        """
        import tensorflow as tf

        images = tf.ones([4, 8, 8, 1])
        tf.image.grayscale_to_rgb(images)
        """,
    )

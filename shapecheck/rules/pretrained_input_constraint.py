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
        from keras.applications import VGG16

        VGG16(weights="imagenet", include_top=False, input_shape=(28, 28, 3))  # error: pretrained-input-constraint
        """,
        """
        import keras

        grey = (224, 224, 1)
        keras.applications.ResNet50(include_top=False, input_shape=grey)  # error: pretrained-input-constraint
        """,
        """
        import keras

        keras.applications.MobileNetV2(weights="imagenet", classes=10)  # error: pretrained-input-constraint
        """,
        """
        import tensorflow as tf

        images = tf.ones([4, 8, 8, 3])
        tf.image.grayscale_to_rgb(images)  # error: pretrained-input-constraint
        """,
    )
    good = (
        """
        import keras

        keras.applications.MobileNetV2(weights=None, classes=10, input_shape=(32, 32, 1))
        """,
        """
        import tensorflow as tf

        images = tf.ones([4, 8, 8, 1])
        tf.image.grayscale_to_rgb(images)
        """,
    )

from __future__ import annotations

from .base import Rule


class ConvKernelExceedsInput(Rule):
    """A window is larger than what is left of the image.

    ## Why

    Each convolution without padding and each pooling makes the image smaller, until no window fits.

    ## What to change

    `padding="same"`, fewer poolings, or larger images.
    """

    code = "SHP303"
    bad = (
        """
        import torch
        from torch import nn

        conv = nn.Conv2d(8, 8, 5)
        conv(torch.zeros(1, 8, 3, 3))  # error: conv-kernel-exceeds-input
        """,
        """
        import keras

        inputs = keras.Input((2, 2, 8))
        keras.layers.Conv2D(8, 5)(inputs)  # error: conv-kernel-exceeds-input
        """,
        """
        import keras

        inputs = keras.Input((1, 1, 3))
        keras.layers.MaxPooling2D(2)(inputs)  # error: conv-kernel-exceeds-input
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        conv = nn.Conv2d(8, 8, 5, padding=2)
        conv(torch.zeros(1, 8, 3, 3))
        """,
        """
        import keras

        inputs = keras.Input((2, 2, 8))
        keras.layers.Conv2D(8, 5, padding="same")(inputs)
        """,
    )

from __future__ import annotations

from .base import Rule


class ResidualShapeMismatch(Rule):
    """The two branches of a skip connection have different shapes.

    ## Why

    `x + f(x)` needs `f` to keep the shape; a stride, a valid padding or another number of channels changes it. The
    framework reports the first axis that differs, and hides the others.

    ## What to change

    Put a projection on the skip, such as a 1x1 convolution with the stride and the channels of the other branch.
    """

    code = "SHP107"
    bad = (
        """
        import torch
        from torch import nn

        class Block(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv = nn.Conv2d(64, 64, 3, stride=2, padding=1)

            def forward(self, x):
                return x + self.conv(x)  # error: residual-shape-mismatch

        Block()(torch.zeros(1, 64, 56, 56))
        """,
        """
        import keras

        inputs = keras.Input((32, 32, 64))
        x = keras.layers.Conv2D(128, 3, strides=2, padding="same")(inputs)
        x = keras.layers.Add()([inputs, x])  # error: residual-shape-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        class Block(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv = nn.Conv2d(64, 64, 3, padding=1)

            def forward(self, x):
                return x + self.conv(x)

        Block()(torch.zeros(1, 64, 56, 56))
        """,
        """
        import keras

        inputs = keras.Input((32, 32, 64))
        x = keras.layers.Conv2D(128, 3, strides=2, padding="same")(inputs)
        skip = keras.layers.Conv2D(128, 1, strides=2)(inputs)
        x = keras.layers.Add()([skip, x])
        """,
    )

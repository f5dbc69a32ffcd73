from __future__ import annotations

from typing import TYPE_CHECKING

from .base import Rule
from .provenance import name, operands

if TYPE_CHECKING:
    from ..core.outcome import Mismatch
    from ..interp.trace import Call


class MissingChannelDim(Rule):
    """Grey images have no axis of channels, and the layer needs one.

    ## Why

    A convolution takes [batch, channels, height, width] or, in Keras, [batch, height, width, channels]. Three axes
    are read as one image without a batch, and the number of images as the number of channels.

    ## What to change

    Add the axis: `x.unsqueeze(1)`, or `x[..., None]` in Keras.
    """

    code = "SHP121"
    bad = (
        """
        import torch
        from torch import nn

        images = torch.zeros(32, 28, 28)
        conv = nn.Conv2d(1, 8, 3)
        conv(images)  # error: missing-channel-dim
        """,
        """
        import keras

        inputs = keras.Input((28, 28))
        keras.layers.Conv2D(8, 3)(inputs)  # error: missing-channel-dim
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        images = torch.zeros(32, 28, 28)
        conv = nn.Conv2d(1, 8, 3)
        conv(images.unsqueeze(1))
        conv(images[:1])
        """,
        """
        import keras

        inputs = keras.Input((28, 28, 1))
        keras.layers.Conv2D(8, 3)(inputs)
        """,
    )

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """Three axes for a convolution of grey images: one image of many channels, or many images of none."""
        x = operands(call)[0]
        wanted = mismatch.sizes[-1]
        if wanted != 1 or not x.shape.known_rank or x.rank != 3 or not name(call).endswith("2d"):
            return None
        text = f"takes [batch, 1, height, width], got {x.shape}: {x.shape[0]} images are read as channels of one"
        return self.retold(mismatch, text, "add the axis of channels: x.unsqueeze(1)")

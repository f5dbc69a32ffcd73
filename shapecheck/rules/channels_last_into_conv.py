from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.truth import Truth
from .base import Rule
from .provenance import name, operands

if TYPE_CHECKING:
    from ..core.outcome import Mismatch
    from ..interp.trace import Call


class ChannelsLastIntoConv(Rule):
    """A convolution that wants the channels in front gets them last.

    ## Why

    Images from OpenCV, Pillow, NumPy and Keras are [height, width, channels], and word vectors [steps, features];
    PyTorch's convolutions take the channels on axis 1. The message takes the height for the channels.

    ## What to change

    `x.permute(0, 3, 1, 2)` for images, `x.transpose(1, 2)` for sequences.
    """

    code = "SHP301"
    bad = (
        """
        import torch
        from torch import nn

        images = torch.zeros(16, 224, 224, 3)
        conv = nn.Conv2d(3, 8, 3)
        conv(images)  # error: channels-last-into-conv
        """,
        """
        import torch
        from torch import nn

        words = torch.zeros(32, 50, 300)
        conv = nn.Conv1d(300, 100, 3)
        conv(words)  # error: channels-last-into-conv
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        images = torch.zeros(16, 224, 224, 3)
        conv = nn.Conv2d(3, 8, 3)
        conv(images.permute(0, 3, 1, 2))
        """,
    )

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """The last axis has the length that the channels should have."""
        x = operands(call)[0]
        wanted = mismatch.sizes[-1]
        if not x.shape.known_rank or wanted == 1 or x.shape[-1].equals(wanted) is not Truth.YES:
            return None
        three = "x.transpose(1, 2)" if name(call).endswith("1d") else "x.permute(2, 0, 1)"
        text = f"takes the {wanted} channels in front, got {x.shape}: they are last"
        return self.retold(mismatch, text, {4: "x.permute(0, 3, 1, 2)", 3: three}.get(x.rank, ""))

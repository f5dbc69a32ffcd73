from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.tensor import Tensor
from ..core.truth import Truth
from .base import Rule
from .provenance import descends, makers, name, operands, slides

if TYPE_CHECKING:
    from ..core.outcome import Mismatch
    from ..interp.trace import Call


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

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """One summand was computed from the other by layers that change its shape."""
        tensors = operands(call)
        if name(call) not in ("add", "iadd", "radd") or len(tensors) != 2:
            return None
        left, right = tensors
        if not (left.shape.known_rank and right.shape.known_rank) or left.rank != right.rank or left.rank < 2:
            return None
        if not (_branches(left, right) or _branches(right, left)):
            return None
        axes = [i for i, (a, b) in enumerate(zip(left.shape, right.shape, strict=True)) if a.equals(b) is Truth.NO]
        text = f"{left.shape} and {right.shape} differ at axis {' and '.join(map(str, axes))}"
        return self.retold(mismatch, text, "put a projection on the skip that makes the same shape")


def _branches(skip: Tensor, branch: Tensor) -> bool:
    """A layer lies between the two."""
    return descends(branch, skip) and any(made.spec.layer or slides(made) for made in makers(branch))

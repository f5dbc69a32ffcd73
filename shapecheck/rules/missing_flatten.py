from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dim import product
from ..core.tensor import Tensor
from ..core.truth import Truth
from .base import Rule
from .provenance import makers, multiplies, name, operands, reshapes, slides

if TYPE_CHECKING:
    from ..core.outcome import Mismatch
    from ..interp.trace import Call


class MissingFlatten(Rule):
    """Feature maps or images go into a linear layer without being flattened.

    ## Why

    A linear layer works on the last axis alone. An image of height 28 and width 28 is for it 28 rows of 28
    features, so that the width does not fit, or the output keeps an axis too many, which the loss refuses later.

    ## What to change

    Flatten before the layer: `nn.Flatten()`, `x.view(x.shape[0], -1)`, `keras.layers.Flatten()`, or pool the axes
    away with a global average.
    """

    code = "SHP103"
    bad = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Conv2d(1, 8, 3), nn.ReLU(), nn.Linear(5408, 10))
        net(torch.zeros(4, 1, 28, 28))  # error: missing-flatten
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential(
            [keras.Input((28, 28, 1)), keras.layers.Conv2D(8, 3), keras.layers.Dense(10, activation="softmax")]
        )
        model.compile(loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((8, 28, 28, 1)), np.zeros(8), verbose=0)  # error: missing-flatten
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Conv2d(1, 8, 3), nn.ReLU(), nn.Flatten(), nn.Linear(5408, 10))
        net(torch.zeros(4, 1, 28, 28))
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential(
            [
                keras.Input((28, 28, 1)),
                keras.layers.Conv2D(8, 3),
                keras.layers.Flatten(),
                keras.layers.Dense(10, activation="softmax"),
            ]
        )
        model.compile(loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((8, 28, 28, 1)), np.zeros(8), verbose=0)
        """,
    )

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """The axes behind the batch have together the number of elements that is wanted, or they are a feature map."""
        x = operands(call)[0]
        if not x.shape.known_rank or x.rank < 3:
            return None
        wanted, features = mismatch.sizes[-1], product(x.shape.dims[1:])
        fits = features.equals(wanted) is Truth.YES
        if not fits and not (x.rank == 4 and _is_feature_map(x)):
            return None
        text = f"takes flat features, got {x.shape}, whose last axis has {x.shape[-1]}"
        text += f"; flattened it has {features}" if fits else ""
        return self.retold(mismatch, text, "flatten before it: nn.Flatten(), x.flatten(1)")


def _is_feature_map(x: Tensor) -> bool:
    """It comes from a convolution or pooling, with nothing between them that changes what the axes mean."""
    for call in makers(x):
        if slides(call):
            return True
        if reshapes(call) or multiplies(call) or name(call) in ("permute", "transpose"):
            return False
    return False

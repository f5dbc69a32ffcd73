from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.truth import Truth
from .base import Rule
from .provenance import makers, multiplies, operands, reshapes

if TYPE_CHECKING:
    from ..core.outcome import Mismatch
    from ..interp.trace import Call


class MissingBatchDim(Rule):
    """A single sample is passed where a batch is expected.

    ## Why

    Models work on batches: the first axis counts the samples, also where there is only one.

    ## What to change

    Add the axis: `x[None]`, `x.unsqueeze(0)`, `np.expand_dims(x, 0)`.
    """

    code = "SHP122"
    bad = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Conv2d(1, 8, 3), nn.Flatten(), nn.Linear(5408, 10))
        net(torch.zeros(1, 28, 28))  # error: missing-batch-dim
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.predict(np.zeros(4), verbose=0)  # error: missing-batch-dim
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Conv2d(1, 8, 3), nn.Flatten(), nn.Linear(5408, 10))
        net(torch.zeros(1, 28, 28).unsqueeze(0))
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.predict(np.zeros(4)[None], verbose=0)
        """,
    )

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """What was flattened had no batch, and all its elements together are as many as one sample has."""
        x = operands(call)[0]
        wanted = mismatch.sizes[-1]
        if not x.shape.known_rank or x.rank != 2 or x.shape.numel.equals(wanted) is not Truth.YES:
            return None
        flattened = next((made for made in makers(x) if reshapes(made) or multiplies(made)), None)
        if flattened is None or multiplies(flattened):
            return None
        before = operands(flattened)[0].shape
        if not before.known_rank or before.rank != 3:
            return None
        text = f"takes {wanted} features, got {x.shape}: one sample {before}, flattened without the axis of the batch"
        return self.retold(mismatch, text, "add the axis to the input: x.unsqueeze(0), x[None]")

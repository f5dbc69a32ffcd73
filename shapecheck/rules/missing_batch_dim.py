from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.truth import Truth
from .base import Rule
from .provenance import operands

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
        """All elements together are as many as one sample has, so the first axis does not count samples."""
        x = operands(call)[0]
        wanted = mismatch.sizes[-1]
        if not x.shape.known_rank or x.rank != 2 or x.shape.numel.equals(wanted) is not Truth.YES:
            return None
        text = f"takes {wanted} features, got {x.shape}: together one sample, without the axis of the batch"
        return self.retold(mismatch, text, "add the axis to the input: x.unsqueeze(0), x[None]")

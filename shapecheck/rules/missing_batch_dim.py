from __future__ import annotations

from .base import Rule


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

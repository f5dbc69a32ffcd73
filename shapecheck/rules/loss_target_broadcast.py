from __future__ import annotations

from ..findings import Severity
from .base import Rule


class LossTargetBroadcast(Rule):
    """Output and targets of a regression loss are broadcast against each other.

    ## Why

    [batch, 1] and [batch] broadcast to [batch, batch]: every output is compared with every target, and the model
    learns their mean.

    ## What to change

    `y.unsqueeze(1)`, or `out.squeeze(1)`.
    """

    code = "SHP708"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 1)(torch.zeros(8, 4))
        nn.MSELoss()(out, torch.zeros(8))  # warning: loss-target-broadcast
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
        model.compile(loss="mse")
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)  # warning: loss-target-broadcast
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 1)(torch.zeros(8, 4))
        nn.MSELoss()(out, torch.zeros(8).unsqueeze(1))
        nn.MSELoss()(out.squeeze(1), torch.zeros(8))
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.compile(loss="mse")
        model.fit(np.zeros((8, 4)), np.zeros(8), verbose=0)
        """,
    )

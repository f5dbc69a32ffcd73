from __future__ import annotations

from .base import Rule


class TargetWidthMismatch(Rule):
    """Output and targets of a regression have different widths.

    ## Why

    The loss subtracts one from the other, so the last layer needs one unit for each target.

    ## What to change

    As many units in the last layer as the targets have columns.
    """

    code = "SHP217"
    special = ("one-hot-extra-dim", "upsample-size-drift")
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
        model.compile(loss="mse")
        model.fit(np.zeros((8, 4)), np.zeros((8, 2)), verbose=0)  # error: target-width-mismatch
        """,
        """
        import torch
        from torch import nn

        layer = nn.Linear(8, 10)
        nn.MSELoss()(layer(torch.zeros(5, 8)), torch.zeros(5, 4))  # error: target-width-mismatch
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
        model.compile(loss="mse")
        model.fit(np.zeros((8, 4)), np.zeros((8, 2)), verbose=0)
        """,
        """
        import torch
        from torch import nn

        layer = nn.Linear(8, 4)
        nn.MSELoss()(layer(torch.zeros(5, 8)), torch.zeros(5, 4))
        """,
    )

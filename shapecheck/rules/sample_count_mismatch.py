from __future__ import annotations

from .base import Rule


class SampleCountMismatch(Rule):
    """Inputs and labels are not as many.

    ## Why

    Every sample has one label.

    ## What to change

    Cut both with the same slice, or take both from the same split.
    """

    code = "SHP506"
    bad = (
        """
        import torch
        from torch.utils.data import TensorDataset

        data = TensorDataset(torch.zeros(100, 4), torch.zeros(90))  # error: sample-count-mismatch
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.compile(loss="mse")
        model.fit(np.zeros((100, 4)), np.zeros(90), verbose=0)  # error: sample-count-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch.utils.data import TensorDataset

        data = TensorDataset(torch.zeros(100, 4), torch.zeros(100))
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.compile(loss="mse")
        model.fit(np.zeros((100, 4)), np.zeros(100), verbose=0)
        """,
    )

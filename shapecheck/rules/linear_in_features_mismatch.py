from __future__ import annotations

from .base import Rule


class LinearInFeaturesMismatch(Rule):
    """A linear layer gets another width than it was made for.

    ## Why

    A linear layer multiplies the last axis of its input with its weights, so that axis must have `in_features`
    elements. The framework's message gives the sizes after the leading axes were multiplied together, and names
    neither the layer nor the line.

    ## What to change

    Set `in_features` to the width that arrives. After a bidirectional RNN that is twice the hidden size; after a
    backbone whose head was replaced it is the backbone's number of features.
    """

    code = "SHP101"
    special = (
        "squeeze-drops-batch", "flatten-includes-batch", "missing-flatten", "missing-batch-dim",
        "flatten-size-mismatch",
    )  # fmt: skip
    bad = (
        """
        import torch
        from torch import nn

        layer = nn.Linear(64, 10)
        layer(torch.zeros(32, 128))  # error: linear-in-features-mismatch
        """,
        """
        import torch
        from torch import nn

        lstm = nn.LSTM(8, 20, batch_first=True, bidirectional=True)
        head = nn.Linear(20, 5)
        features, _ = lstm(torch.zeros(4, 7, 8))
        head(features[:, -1])  # error: linear-in-features-mismatch
        """,
        """
        import keras
        import numpy as np

        dense = keras.layers.Dense(4)
        dense(np.zeros((2, 8), "float32"))
        dense(np.zeros((2, 6), "float32"))  # error: linear-in-features-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        layer = nn.Linear(128, 10)
        layer(torch.zeros(32, 128))
        layer(torch.zeros(32, 7, 128))
        """,
        """
        import keras
        import numpy as np

        dense = keras.layers.Dense(4)
        dense(np.zeros((2, 8), "float32"))
        dense(np.zeros((3, 8), "float32"))
        """,
    )

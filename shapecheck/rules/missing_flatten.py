from __future__ import annotations

from .base import Rule


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

from __future__ import annotations

from .base import Rule


class BceTargetShape(Rule):
    """Binary cross-entropy gets output and labels of different shapes.

    ## Why

    It compares them element by element: an output [batch, 1] needs labels [batch, 1]. `BCELoss` calls the
    difference deprecated, but refuses it.

    ## What to change

    `y.unsqueeze(1)`, or `out.squeeze(1)`; with one of several classes for each sample, use `CrossEntropyLoss`.
    """

    code = "SHP211"
    special = ("squeeze-drops-batch", "one-hot-extra-dim", "label-mode-mismatch")
    bad = (
        """
        import torch
        from torch import nn

        out = torch.zeros(4, 1)
        nn.BCEWithLogitsLoss()(out, torch.zeros(4))  # error: bce-target-shape
        """,
        """
        import torch
        from torch import nn

        out = torch.sigmoid(torch.zeros(4, 1))
        nn.BCELoss()(out, torch.zeros(4))  # error: bce-target-shape
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2, activation="sigmoid")])
        model.compile(loss="binary_crossentropy")
        model.fit(np.zeros((8, 4)), np.zeros((8, 3)), verbose=0)  # error: bce-target-shape
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = torch.zeros(4, 1)
        nn.BCEWithLogitsLoss()(out, torch.zeros(4).unsqueeze(1))
        nn.BCEWithLogitsLoss()(out.squeeze(1), torch.zeros(4))
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="sigmoid")])
        model.compile(loss="binary_crossentropy")
        model.fit(np.zeros((8, 4)), np.zeros((8, 3)), verbose=0)
        """,
    )

from __future__ import annotations

from ..findings import Severity
from .base import Rule


class ArgmaxOnSingleUnit(Rule):
    """The largest of one element is asked for.

    ## Why

    Along an axis of length 1 the index of the largest is always 0.

    ## What to change

    Compare with a threshold: `> 0.5` for probabilities, `> 0` for scores.
    """

    code = "SHP608"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 1)(torch.zeros(16, 4))
        pred = out.argmax(dim=1)  # warning: argmax-on-single-unit
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
        pred = np.argmax(model.predict(np.zeros((8, 4)), verbose=0), axis=1)  # warning: argmax-on-single-unit
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 1)(torch.zeros(16, 4))
        pred = (out > 0).long()
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
        pred = model.predict(np.zeros((8, 4)), verbose=0) > 0.5
        """,
    )

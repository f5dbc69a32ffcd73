from __future__ import annotations

from ..findings import Severity
from .base import Rule


class SoftmaxSingleUnit(Rule):
    """A softmax over one element.

    ## Why

    It is always 1, whatever the model computes.

    ## What to change

    A sigmoid for one output, or two units with a softmax.
    """

    code = "SHP707"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Linear(4, 1), nn.Softmax(dim=1))
        net(torch.zeros(8, 4))  # warning: softmax-single-unit
        """,
        """
        import keras

        inputs = keras.Input((4,))
        keras.layers.Dense(1, activation="softmax")(inputs)  # warning: softmax-single-unit
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Linear(4, 1), nn.Sigmoid())
        net(torch.zeros(8, 4))
        """,
        """
        import keras

        inputs = keras.Input((4,))
        keras.layers.Dense(2, activation="softmax")(inputs)
        """,
    )

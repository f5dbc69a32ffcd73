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
    certain = True
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
        """
        import torch
        from torch import nn


        def predicted(net, x, labels):
            scores = net(x)
            if len(torch.unique(labels)) > 2:
                return torch.softmax(scores, dim=1)
            return torch.sigmoid(scores)


        predicted(nn.Linear(4, 1), torch.zeros(16, 4), torch.randint(0, 2, (16,)))
        """,
    )

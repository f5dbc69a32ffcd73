from __future__ import annotations

from ..findings import Severity
from .base import Rule


class ArgmaxWrongDim(Rule):
    """The best class is looked for along the batch.

    ## Why

    The classes of [batch, classes] are on axis 1. Along axis 0 the result is the best sample for each class.

    ## What to change

    `argmax(dim=1)`, or `argmax(-1)`; in TensorFlow `axis=-1`, for its default is 0.
    """

    code = "SHP606"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net = nn.Linear(8, 10)
        loader = DataLoader(TensorDataset(torch.zeros(40, 8), torch.zeros(40)), batch_size=20)
        for x, y in loader:
            pred = net(x).argmax(0)  # warning: argmax-wrong-dim
        """,
    )
    good = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net = nn.Linear(8, 10)
        loader = DataLoader(TensorDataset(torch.zeros(40, 8), torch.zeros(40)), batch_size=20)
        for x, y in loader:
            pred = net(x).argmax(1)
        """,
    )

from __future__ import annotations

from ..findings import Severity
from .base import Rule


class SoftmaxWrongDim(Rule):
    """A softmax runs over the samples of the batch.

    ## Why

    The probabilities of a class then sum to 1 over the batch, not those of a sample over the classes.

    ## What to change

    `dim=-1`.
    """

    code = "SHP718"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net = nn.Linear(8, 10)
        loader = DataLoader(TensorDataset(torch.zeros(40, 8), torch.zeros(40)), batch_size=20)
        for x, y in loader:
            probabilities = torch.softmax(net(x), dim=0)  # warning: softmax-wrong-dim
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
            probabilities = torch.softmax(net(x), dim=1)
        """,
    )

from __future__ import annotations

from ..findings import Severity
from .base import Rule


class SqueezeDropsBatch(Rule):
    """A squeeze of all axes also removes the batch, where it has one sample.

    ## Why

    `squeeze()` without an axis removes every axis of length 1. A last batch of one sample loses its first axis, and
    what follows fails or computes something else.

    ## What to change

    Say the axis: `squeeze(-1)`, `squeeze(1)`.
    """

    code = "SHP715"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net = nn.Linear(8, 1)
        loader = DataLoader(TensorDataset(torch.zeros(41, 8), torch.zeros(41)), batch_size=20)
        for x, y in loader:
            out = net(x).squeeze()  # warning: squeeze-drops-batch
        """,
    )
    good = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net = nn.Linear(8, 1)
        loader = DataLoader(TensorDataset(torch.zeros(41, 8), torch.zeros(41)), batch_size=20)
        for x, y in loader:
            out = net(x).squeeze(1)
        """,
    )

from __future__ import annotations

from ..findings import Severity
from .base import Rule


class AttentionBatchFirstMissing(Rule):
    """An attention reads the batch as the length of the sequence.

    ## Why

    PyTorch's attention and transformer layers take [length, batch, features] unless told otherwise. With the batch
    in front every sample attends to the other samples, and no error tells it.

    ## What to change

    `batch_first=True`.
    """

    code = "SHP720"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        attention = nn.MultiheadAttention(16, 4)
        loader = DataLoader(TensorDataset(torch.zeros(40, 5, 16), torch.zeros(40)), batch_size=20)
        for x, y in loader:
            out, weights = attention(x, x, x)  # warning: attention-batch-first-missing
        """,
    )
    good = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        attention = nn.MultiheadAttention(16, 4, batch_first=True)
        loader = DataLoader(TensorDataset(torch.zeros(40, 5, 16), torch.zeros(40)), batch_size=20)
        for x, y in loader:
            out, weights = attention(x, x, x)
        """,
    )

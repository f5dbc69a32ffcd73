from __future__ import annotations

from ..findings import Severity
from .base import Rule


class RnnBatchFirstMissing(Rule):
    """A recurrent layer reads the batch as the steps.

    ## Why

    PyTorch's recurrent layers take [steps, batch, features] unless told otherwise. With the batch in front they run
    over the samples as if they were steps, and no error tells it.

    ## What to change

    `batch_first=True`.
    """

    code = "SHP719"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        lstm = nn.LSTM(8, 16)
        loader = DataLoader(TensorDataset(torch.zeros(40, 5, 8), torch.zeros(40)), batch_size=20)
        for x, y in loader:
            out, state = lstm(x)  # warning: rnn-batch-first-missing
        """,
    )
    good = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        lstm = nn.LSTM(8, 16, batch_first=True)
        loader = DataLoader(TensorDataset(torch.zeros(40, 5, 8), torch.zeros(40)), batch_size=20)
        for x, y in loader:
            out, state = lstm(x)
        """,
    )

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
        """
        import torch
        from torch import nn
        from torch.nn.utils.rnn import pad_sequence

        embed, gru = nn.Embedding(9, 8), nn.GRU(8, 16, batch_first=True)
        words = pad_sequence([torch.tensor([1, 2, 3]), torch.tensor([4])])
        out, state = gru(embed(words))  # warning: rnn-batch-first-missing
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
        """
        import torch
        from torch import nn
        from torch.nn.utils.rnn import pad_sequence

        embed, gru = nn.Embedding(9, 8), nn.GRU(8, 16, batch_first=True)
        ids = [torch.tensor([1, 2, 3]), torch.tensor([4])]
        out, state = gru(embed(pad_sequence(ids, batch_first=True)))
        out, state = gru(embed(pad_sequence(ids)).transpose(0, 1))
        out, state = nn.GRU(8, 16)(embed(pad_sequence(ids)))
        """,
    )

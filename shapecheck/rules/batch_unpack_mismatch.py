from __future__ import annotations

from .base import Rule


class BatchUnpackMismatch(Rule):
    """A batch, or what a layer returns, is taken apart into another number of parts than it has.

    ## Why

    A loader gives what the data set gives for a sample, batched: one part for each part of a sample. A recurrent layer
    gives its outputs and its last state, which for an LSTM is a pair of its own: `out, (h, c) = lstm(x)`.

    ## What to change

    Name as many parts as the data set or the layer returns.
    """

    code = "SHP507"
    bad = (
        """
        import torch
        from torch.utils.data import DataLoader, TensorDataset

        loader = DataLoader(TensorDataset(torch.zeros(8, 4)), batch_size=4)
        for x, y in loader:  # error: batch-unpack-mismatch
            print(x.shape)
        """,
        """
        import torch
        from torch import nn

        lstm = nn.LSTM(4, 8, batch_first=True)
        out, h, c = lstm(torch.zeros(2, 5, 4))  # error: batch-unpack-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch.utils.data import DataLoader, TensorDataset

        loader = DataLoader(TensorDataset(torch.zeros(8, 4), torch.zeros(8)), batch_size=4)
        for x, y in loader:
            print(x.shape)
        """,
        """
        import torch
        from torch import nn

        lstm = nn.LSTM(4, 8, batch_first=True)
        out, (h, c) = lstm(torch.zeros(2, 5, 4))
        """,
    )

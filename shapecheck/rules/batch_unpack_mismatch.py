from __future__ import annotations

from .base import Rule


class BatchUnpackMismatch(Rule):
    """A batch is taken apart into another number of parts than it has.

    ## Why

    A loader gives what the data set gives for a sample, batched: one part for each part of a sample.

    ## What to change

    Name as many parts as the data set returns.
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
    )
    good = (
        """
        import torch
        from torch.utils.data import DataLoader, TensorDataset

        loader = DataLoader(TensorDataset(torch.zeros(8, 4), torch.zeros(8)), batch_size=4)
        for x, y in loader:
            print(x.shape)
        """,
    )

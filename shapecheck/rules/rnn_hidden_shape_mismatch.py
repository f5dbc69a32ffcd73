from __future__ import annotations

from .base import Rule


class RnnHiddenShapeMismatch(Rule):
    """The initial state of a recurrent layer does not fit the layer or the batch.

    ## Why

    It is [layers * directions, batch, hidden size], also with `batch_first=True`.

    ## What to change

    Build it from the layer's own numbers and from the batch: `torch.zeros(num_layers, x.size(0), hidden_size)`; or
    leave it out, for zeros are the default.
    """

    code = "SHP112"
    special = ("fixed-batch-hidden-state",)
    bad = (
        """
        import torch
        from torch import nn

        gru = nn.GRU(10, 20, num_layers=2, batch_first=True)
        gru(torch.zeros(4, 5, 10), torch.zeros(1, 4, 20))  # error: rnn-hidden-shape-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        gru = nn.GRU(10, 20, num_layers=2, batch_first=True)
        gru(torch.zeros(4, 5, 10), torch.zeros(2, 4, 20))
        """,
    )

from __future__ import annotations

from .base import Rule


class RnnInputSizeMismatch(Rule):
    """A recurrent layer gets another number of features than it was made for.

    ## Why

    `input_size` is the length of the last axis of the input.

    ## What to change

    Set `input_size` to the number of features that arrive.
    """

    code = "SHP111"
    bad = (
        """
        import torch
        from torch import nn

        lstm = nn.LSTM(10, 20, batch_first=True)
        lstm(torch.zeros(4, 5, 12))  # error: rnn-input-size-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        lstm = nn.LSTM(12, 20, batch_first=True)
        lstm(torch.zeros(4, 5, 12))
        """,
    )

from __future__ import annotations

from .base import Rule


class RnnTupleOutput(Rule):
    """The output of a recurrent layer is used whole, and it is a pair.

    ## Why

    PyTorch's recurrent layers return the outputs of all steps and the last state. In an `nn.Sequential` the next
    layer gets the pair. The message names the next layer's function, not the recurrent one.

    ## What to change

    Unpack it: `out, _ = lstm(x)`; in a module of your own instead of `nn.Sequential`.
    """

    code = "SHP127"
    bad = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.LSTM(8, 16, batch_first=True), nn.Linear(16, 2))
        net(torch.zeros(4, 5, 8))  # error: rnn-tuple-output
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        lstm = nn.LSTM(8, 16, batch_first=True)
        head = nn.Linear(16, 2)
        out, _ = lstm(torch.zeros(4, 5, 8))
        head(out)
        """,
    )

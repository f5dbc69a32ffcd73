from __future__ import annotations

from ..findings import Severity
from .base import Rule


class UnbatchedInputAccepted(Rule):
    """A batch of grey images is read as one image with many channels.

    ## Why

    Convolutions take [channels, height, width] as one sample. A batch [batch, height, width] passes for that where the
    batch size happens to be the number of channels, and fails for any other.

    ## What to change

    `x.unsqueeze(1)`, and a convolution of one channel.
    """

    code = "SHP745"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        conv = nn.Conv2d(32, 8, 3)
        for x, y in DataLoader(TensorDataset(torch.zeros(64, 28, 28), torch.zeros(64)), batch_size=32):
            conv(x)  # warning: unbatched-input-accepted
        """,
    )
    good = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        conv = nn.Conv2d(1, 8, 3)
        for x, y in DataLoader(TensorDataset(torch.zeros(64, 28, 28), torch.zeros(64)), batch_size=32):
            conv(x.unsqueeze(1))
        rgb = nn.Conv2d(3, 8, 3)
        for x, y in DataLoader(TensorDataset(torch.zeros(9, 3, 28, 28), torch.zeros(9)), batch_size=3):
            rgb(x[0])
            for image in x:
                rgb(image)
        """,
    )

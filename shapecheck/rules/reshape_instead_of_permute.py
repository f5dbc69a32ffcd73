from __future__ import annotations

from ..findings import Severity
from .base import Rule


class ReshapeInsteadOfPermute(Rule):
    """A reshape gives the same lengths in another order.

    ## Why

    It deals the elements out anew, row by row: `(2, 3)` as `(3, 2)` is no transposition. Nothing fails, and what
    belongs together no longer is.

    ## What to change

    `Permute`, or a transposition.
    """

    code = "SHP729"
    severity = Severity.WARNING
    bad = (
        """
        import keras

        steps = keras.Input((10, 64))
        out = keras.layers.Reshape((64, 10))(steps)  # warning: reshape-instead-of-permute
        """,
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        conv = nn.Conv2d(3, 4, 3)
        for images, labels in DataLoader(TensorDataset(torch.zeros(8, 32, 32, 3), torch.zeros(8)), batch_size=4):
            out = conv(images.view(4, 3, 32, 32))  # warning: reshape-instead-of-permute
        """,
        """
        import torch
        from torch import nn

        embed, gru = nn.Embedding(50, 16), nn.GRU(16, 16)
        words = embed(torch.zeros(4, 10, dtype=torch.long))
        out, state = gru(words.view(10, 4, 16))  # warning: reshape-instead-of-permute
        """,
    )
    good = (
        """
        import keras

        steps = keras.Input((10, 64))
        out = keras.layers.Permute((2, 1))(steps)
        """,
        """
        import torch
        from torch import nn

        embed = nn.Embedding(50, 16)
        words = embed(torch.zeros(4, 10, dtype=torch.long))
        first = words.permute(1, 0, 2)
        heads = words.view(4, 10, 2, 8).transpose(1, 2).reshape(4, 10, 16)
        same = words.view(4, 1, 10, 16)
        numbers = torch.arange(24).view(2, 3, 4).view(4, 3, 2)
        noise = torch.randn(2, 3, 4).reshape(4, 2, 3)
        columns = embed.weight.view(16, 50)
        """,
    )

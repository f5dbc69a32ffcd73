from __future__ import annotations

from .base import Rule


class IntegerInput(Rule):
    """Integers go into a layer that computes with floating point numbers, or truth values are subtracted.

    ## Why

    Images are bytes, ids are int64; the layer's weights are float32, and it does not convert. PyTorch has no minus for
    truth values.

    ## What to change

    `x.float() / 255` for images; `x.float()` else; `~mask` in the place of `1 - mask`. Ids of words or
    categories belong into an `nn.Embedding`.
    """

    code = "SHP405"
    bad = (
        """
        import torch
        from torch import nn

        x = torch.zeros(4, 3, 8, 8, dtype=torch.uint8)
        nn.Conv2d(3, 2, 3)(x)  # error: integer-input
        """,
        """
        import torch
        from torch import nn

        x = torch.tensor([[0, 1], [1, 1]])
        nn.Linear(2, 1)(x)  # error: integer-input
        """,
        """
        import torch

        mask = torch.zeros(4, 3) > 0
        keep = 1 - mask  # error: integer-input
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        x = torch.tensor([[0, 1], [1, 1]])
        nn.Linear(2, 1)(x.float())
        """,
    )

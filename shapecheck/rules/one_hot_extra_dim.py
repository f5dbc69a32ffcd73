from __future__ import annotations

from .base import Rule


class OneHotExtraDim(Rule):
    """One-hot labels have an axis too many, because the labels had one.

    ## Why

    A one-hot encoding adds an axis. Labels in a column, [batch, 1], become [batch, 1, classes].

    ## What to change

    Remove the column first: `F.one_hot(y.squeeze(1), classes)`.
    """

    code = "SHP117"
    bad = (
        """
        import torch
        import torch.nn.functional as F
        from torch import nn

        labels = torch.tensor([[0], [2], [1], [0]])
        target = F.one_hot(labels, 3).float()
        nn.BCEWithLogitsLoss()(torch.zeros(4, 3), target)  # error: one-hot-extra-dim
        """,
    )
    good = (
        """
        import torch
        import torch.nn.functional as F
        from torch import nn

        labels = torch.tensor([[0], [2], [1], [0]])
        target = F.one_hot(labels.squeeze(1), 3).float()
        nn.BCEWithLogitsLoss()(torch.zeros(4, 3), target)
        """,
    )

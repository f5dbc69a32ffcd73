from __future__ import annotations

from .base import Rule


class NegativeLabelWithoutIgnoreIndex(Rule):
    """A label is negative, and the loss does not leave it out.

    ## Why

    Padding is often marked with -1; the loss leaves out -100, unless `ignore_index` says otherwise.

    ## What to change

    `ignore_index=-1`.
    """

    code = "SHP206"
    bad = (
        """
        import torch
        from torch import nn

        criterion = nn.CrossEntropyLoss()
        criterion(torch.zeros(3, 3), torch.tensor([0, 2, -1]))  # error: negative-label-without-ignore-index
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        criterion = nn.CrossEntropyLoss(ignore_index=-1)
        criterion(torch.zeros(3, 3), torch.tensor([0, 2, -1]))
        """,
    )

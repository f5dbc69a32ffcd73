from __future__ import annotations

from .base import Rule


class CeTargetDtype(Rule):
    """Class ids for cross-entropy have the wrong type.

    ## Why

    PyTorch takes class ids as int64 or uint8. Advice to use `.float()` belongs to other losses.

    ## What to change

    `y.long()`.
    """

    code = "SHP401"
    bad = (
        """
        import torch
        from torch import nn

        nn.CrossEntropyLoss()(torch.zeros(4, 3), torch.zeros(4))  # error: ce-target-dtype
        """,
        """
        import torch
        from torch import nn

        target = torch.zeros(4, dtype=torch.int32)
        nn.CrossEntropyLoss()(torch.zeros(4, 3), target)  # error: ce-target-dtype
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        nn.CrossEntropyLoss()(torch.zeros(4, 3), torch.zeros(4).long())
        nn.CrossEntropyLoss()(torch.zeros(4, 3), torch.zeros(4, dtype=torch.uint8))
        """,
    )

from __future__ import annotations

from .base import Rule


class CeOnehotIntegerTarget(Rule):
    """Cross-entropy gets one-hot labels of an integer type.

    ## Why

    Labels of the same shape as the output are read as probabilities, which must be floating point numbers. The
    message asks for that; mostly the class ids are what is wanted.

    ## What to change

    Pass the class ids, without `one_hot`; or the one-hot labels as `.float()`.
    """

    code = "SHP203"
    special = ("one-hot-extra-dim",)
    bad = (
        """
        import torch
        import torch.nn.functional as F
        from torch import nn

        target = F.one_hot(torch.tensor([0, 2, 1, 0]), 3)
        nn.CrossEntropyLoss()(torch.zeros(4, 3), target)  # error: ce-onehot-integer-target
        """,
    )
    good = (
        """
        import torch
        import torch.nn.functional as F
        from torch import nn

        target = F.one_hot(torch.tensor([0, 2, 1, 0]), 3)
        nn.CrossEntropyLoss()(torch.zeros(4, 3), target.float())
        nn.CrossEntropyLoss()(torch.zeros(4, 3), target.argmax(1))
        """,
    )

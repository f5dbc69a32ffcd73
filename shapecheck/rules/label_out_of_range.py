from __future__ import annotations

from .base import Rule


class LabelOutOfRange(Rule):
    """A label is not below the number of classes.

    ## Why

    Class ids count from 0, so `n` outputs know the classes 0 to n - 1. Labels 1 to n need n + 1 outputs, or to be
    moved down by one.

    ## What to change

    As many outputs as the largest label plus one; or `y - 1`.
    """

    code = "SHP205"
    bad = (
        """
        import torch
        from torch import nn

        criterion = nn.CrossEntropyLoss()
        criterion(torch.zeros(3, 3), torch.tensor([1, 2, 3]))  # error: label-out-of-range
        """,
        """
        import keras
        import numpy as np

        keras.utils.to_categorical([1, 2, 3], 3)  # error: label-out-of-range
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        criterion = nn.CrossEntropyLoss()
        criterion(torch.zeros(3, 4), torch.tensor([1, 2, 3]))
        """,
        """
        import keras
        import numpy as np

        keras.utils.to_categorical([1, 2, 3], 4)
        """,
    )

from __future__ import annotations

from .base import Rule


class BatchnormNumFeaturesMismatch(Rule):
    """A batch normalization was made for another number of channels.

    ## Why

    It keeps a mean and a variance for each channel. The framework speaks of `running_mean`, a buffer that no line
    of the program mentions.

    ## What to change

    Set `num_features` to the number of channels that arrive.
    """

    code = "SHP105"
    bad = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Conv2d(3, 32, 3), nn.BatchNorm2d(16))
        net(torch.zeros(4, 3, 8, 8))  # error: batchnorm-num-features-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Conv2d(3, 32, 3), nn.BatchNorm2d(32))
        net(torch.zeros(4, 3, 8, 8))
        """,
    )

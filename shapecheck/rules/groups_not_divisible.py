from __future__ import annotations

from .base import Rule


class GroupsNotDivisible(Rule):
    """The number of channels is not a multiple of the number of groups.

    ## Why

    Every group has the same number of channels.

    ## What to change

    A number of groups that divides the channels.
    """

    code = "SHP304"
    bad = (
        """
        import torch
        from torch import nn

        conv = nn.Conv2d(6, 12, 3, groups=4)  # error: groups-not-divisible
        """,
        """
        import torch
        from torch import nn

        norm = nn.GroupNorm(3, 16)  # error: groups-not-divisible
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        conv = nn.Conv2d(6, 12, 3, groups=3)
        norm = nn.GroupNorm(4, 16)
        """,
    )

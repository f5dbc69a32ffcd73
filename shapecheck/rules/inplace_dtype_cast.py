from __future__ import annotations

from .base import Rule


class InplaceDtypeCast(Rule):
    """An operation in place would need another type of elements.

    ## Why

    `x += 0.5` keeps the storage of `x`, which holds integers.

    ## What to change

    `x = x + 0.5`, or make `x` a float tensor from the start.
    """

    code = "SHP409"
    bad = (
        """
        import torch

        x = torch.zeros(4, dtype=torch.long)
        x += 0.5  # error: inplace-dtype-cast
        """,
        """
        import numpy as np

        x = np.zeros(4, dtype=int)
        x += 0.5  # error: inplace-dtype-cast
        """,
    )
    good = (
        """
        import torch

        x = torch.zeros(4, dtype=torch.long)
        x = x + 0.5
        """,
        """
        import numpy as np

        x = np.zeros(4, dtype=int)
        x = x + 0.5
        """,
    )

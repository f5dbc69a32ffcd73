from __future__ import annotations

from ..findings import Severity
from .base import Rule


class Uint8ArithmeticOverflow(Rule):
    """Arithmetic on bytes goes past 0 or 255.

    ## Why

    Images are bytes, and a byte has no negative values: 100 - 128 is 228.

    ## What to change

    `.float()` first.
    """

    code = "SHP716"
    severity = Severity.WARNING
    bad = (
        """
        import torch

        image = torch.zeros(3, 8, 8, dtype=torch.uint8)
        centred = image - 128  # warning: uint8-arithmetic-overflow
        """,
    )
    good = (
        """
        import torch

        image = torch.zeros(3, 8, 8, dtype=torch.uint8)
        centred = image.float() - 128
        """,
    )

from __future__ import annotations

from .base import Rule


class IntegerRequiresGrad(Rule):
    """A gradient is asked for integers.

    ## Why

    Only floating point and complex numbers have gradients.

    ## What to change

    `dtype=torch.float32`, or write the numbers with a point.
    """

    code = "SHP410"
    bad = (
        """
        import torch

        w = torch.tensor([1, 2, 3], requires_grad=True)  # error: integer-requires-grad
        """,
    )
    good = (
        """
        import torch

        w = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
        """,
    )

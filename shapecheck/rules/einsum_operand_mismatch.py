from __future__ import annotations

from .base import Rule


class EinsumOperandMismatch(Rule):
    """A letter of an einsum stands for two different sizes, or the letters do not fit an operand.

    ## Why

    All axes with the same letter have the same size.

    ## What to change

    Correct the letters, or the width of the layer that made one of the operands.
    """

    code = "SHP110"
    bad = (
        """
        import torch

        torch.einsum("bd,de->be", torch.zeros(4, 8), torch.zeros(16, 3))  # error: einsum-operand-mismatch
        """,
        """
        import numpy as np

        np.einsum("ij,jk->ik", np.zeros((2, 3)), np.zeros((4, 5)))  # error: einsum-operand-mismatch
        """,
    )
    good = (
        """
        import torch

        torch.einsum("bd,de->be", torch.zeros(4, 8), torch.zeros(8, 3))
        """,
        """
        import numpy as np

        np.einsum("ij,jk->ik", np.zeros((2, 3)), np.zeros((3, 5)))
        """,
    )

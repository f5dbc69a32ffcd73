from __future__ import annotations

from .base import Rule


class AssertContradictsShape(Rule):
    """An assertion about the shape of a tensor is false in every run.

    ## Why

    `assert x.shape == (batch, 3)` raises `AssertionError`, with no word of what the shape was.

    ## What to change

    Look at where the tensor is made: what the assertion says is usually what was meant.
    """

    code = "SHP137"
    bad = (
        """
        import torch

        x = torch.zeros(8, 3, 32)
        flat = x.flatten(1)
        assert flat.shape == (8, 32)  # error: assert-contradicts-shape
        """,
        """
        import numpy as np

        images = np.zeros((10, 28, 28))
        assert images.ndim == 4  # error: assert-contradicts-shape
        """,
    )
    good = (
        """
        import torch

        x = torch.zeros(8, 3, 32)
        flat = x.flatten(1)
        assert flat.shape == (8, 96)
        """,
    )

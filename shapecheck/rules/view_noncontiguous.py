from __future__ import annotations

from .base import Rule


class ViewNoncontiguous(Rule):
    """`view` on a tensor whose elements are not laid out in order.

    ## Why

    After `transpose` or `permute` the elements stay where they are and only the axes change places; `view` would
    have to copy.

    ## What to change

    Use `reshape`, which copies where it must; first make sure that the order of elements is the one you want.
    """

    code = "SHP131"
    bad = (
        """
        import torch

        x = torch.zeros(4, 3, 8)
        x.transpose(1, 2).view(4, 24)  # error: view-noncontiguous
        """,
    )
    good = (
        """
        import torch

        x = torch.zeros(4, 3, 8)
        x.transpose(1, 2).reshape(4, 24)
        x.transpose(1, 2).contiguous().view(4, 24)
        """,
    )

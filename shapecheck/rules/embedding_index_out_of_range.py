from __future__ import annotations

from .base import Rule


class EmbeddingIndexOutOfRange(Rule):
    """An id is not below the number of rows of the embedding.

    ## Why

    The rows are counted from 0, so a table of `n` rows takes the ids 0 to n - 1. With ids that start at 1, the last
    one is outside.

    ## What to change

    Make the table one larger than the largest id: `len(vocabulary) + 1` where 0 is kept for padding.
    """

    code = "SHP115"
    bad = (
        """
        import torch
        from torch import nn

        embedding = nn.Embedding(5, 3)
        embedding(torch.tensor([1, 2, 5]))  # error: embedding-index-out-of-range
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        embedding = nn.Embedding(6, 3)
        embedding(torch.tensor([1, 2, 5]))
        """,
    )

from __future__ import annotations

from .base import Rule


class AttentionDimMismatch(Rule):
    """Query, key or value of an attention have another width than it was made for.

    ## Why

    Every query is multiplied with every key, so both need the same width, that of `embed_dim`.

    ## What to change

    Project them to the same width first, or say the others with `kdim=` and `vdim=`.
    """

    code = "SHP113"
    bad = (
        """
        import torch
        from torch import nn

        attention = nn.MultiheadAttention(16, 4, batch_first=True)
        attention(torch.zeros(2, 5, 32), torch.zeros(2, 7, 16), torch.zeros(2, 7, 16))  # error: attention-dim-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        attention = nn.MultiheadAttention(16, 4, batch_first=True)
        attention(torch.zeros(2, 5, 16), torch.zeros(2, 7, 16), torch.zeros(2, 7, 16))
        """,
    )

from __future__ import annotations

from .base import Rule


class AttentionMaskShape(Rule):
    """The mask of an attention has the wrong shape.

    ## Why

    `attn_mask` says which query may look at which key, [queries, keys]. A mask that says which elements of each
    sequence are padding, [batch, keys], is `key_padding_mask`.

    ## What to change

    Pass a padding mask as `key_padding_mask=`.
    """

    code = "SHP114"
    bad = (
        """
        import torch
        from torch import nn

        attention = nn.MultiheadAttention(16, 4, batch_first=True)
        x = torch.zeros(4, 7, 16)
        padding = torch.zeros(4, 7, dtype=torch.bool)
        attention(x, x, x, attn_mask=padding)  # error: attention-mask-shape
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        attention = nn.MultiheadAttention(16, 4, batch_first=True)
        x = torch.zeros(4, 7, 16)
        padding = torch.zeros(4, 7, dtype=torch.bool)
        attention(x, x, x, key_padding_mask=padding)
        """,
    )

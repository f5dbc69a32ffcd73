from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dim import product
from ..core.truth import Truth
from .base import Rule
from .provenance import maker, operands, reshapes

if TYPE_CHECKING:
    from ..core.outcome import Mismatch
    from ..interp.trace import Call


class FlattenIncludesBatch(Rule):
    """The batch is flattened together with the features.

    ## Why

    `torch.flatten(x)` starts at axis 0, unlike `nn.Flatten()`, which starts at 1: one vector is left of the whole
    batch.

    ## What to change

    `torch.flatten(x, 1)`.
    """

    code = "SHP132"
    bad = (
        """
        import torch
        from torch import nn

        x = torch.zeros(4, 3, 8, 8)
        layer = nn.Linear(192, 10)
        layer(torch.flatten(x))  # error: flatten-includes-batch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        x = torch.zeros(4, 3, 8, 8)
        layer = nn.Linear(192, 10)
        layer(torch.flatten(x, 1))
        """,
    )

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """A vector that was a batch: without its first axis it would fit."""
        x = operands(call)[0]
        made = maker(x)
        if not x.shape.known_rank or x.rank != 1 or made is None or not reshapes(made):
            return None
        before = operands(made)[0].shape
        wanted = mismatch.sizes[-1]
        if not before.known_rank or before.rank < 2 or product(before.dims[1:]).equals(wanted) is not Truth.YES:
            return None
        text = f"takes {wanted} features, got {x.shape}: {before} was flattened with its {before[0]} samples"
        return self.retold(mismatch, text, "keep the batch: torch.flatten(x, 1)")

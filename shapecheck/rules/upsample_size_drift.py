from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.tensor import Tensor
from .base import Rule
from .provenance import descends, enlarges, makers, operands, slides

if TYPE_CHECKING:
    from ..core.outcome import Mismatch
    from ..interp.trace import Call


class UpsampleSizeDrift(Rule):
    """Halving a size and doubling it again does not give the same size.

    ## Why

    A convolution of stride 2 makes 17 of 33, and a transposed one makes 34 of 17. The framework reports it where
    the two meet.

    ## What to change

    Use sizes that are multiples of the total stride, set `output_padding`, or crop or resize to the other size.
    """

    code = "SHP116"
    bad = (
        """
        import torch
        from torch import nn

        down = nn.Conv2d(1, 4, 3, stride=2, padding=1)
        up = nn.ConvTranspose2d(4, 1, 2, stride=2)
        x = torch.zeros(1, 1, 33, 33)
        y = up(down(x))
        difference = y - x  # error: upsample-size-drift
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        down = nn.Conv2d(1, 4, 3, stride=2, padding=1)
        up = nn.ConvTranspose2d(4, 1, 2, stride=2)
        x = torch.zeros(1, 1, 32, 32)
        y = up(down(x))
        difference = y - x
        """,
    )

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """One was computed from the other by halving and enlarging, and the sizes are nearly the same."""
        tensors, sizes = operands(call), [size.value for size in mismatch.sizes]
        if len(tensors) < 2 or len(sizes) != 2 or sizes[0] is None or sizes[1] is None:
            return None
        left, right = tensors[:2]
        near = abs(sizes[0] - sizes[1]) * 4 <= min(sizes[0], sizes[1])
        if not near or not (_there_and_back(left, right) or _there_and_back(right, left)):
            return None
        text = f"{left.shape} and {right.shape}: an odd size that was halved and doubled again is another"
        help = "output_padding in the transposed convolution, even sizes, or resize to the other's size"
        return self.retold(mismatch, text, help)


def _there_and_back(before: Tensor, after: Tensor) -> bool:
    calls = list(makers(after))
    return descends(after, before) and any(map(enlarges, calls)) and any(slides(c) and not enlarges(c) for c in calls)

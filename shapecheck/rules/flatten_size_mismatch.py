from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.shape import Shape
from .base import Rule
from .provenance import makers, multiplies, operands, reshapes, slides

if TYPE_CHECKING:
    from ..core.outcome import Mismatch
    from ..interp.trace import Call


class FlattenSizeMismatch(Rule):
    """A linear layer behind flattened feature maps was made for another number of features.

    ## Why

    The number of features after convolutions and pooling is channels times height times width, and follows from the
    size of the image, the kernels, the strides and the padding. Worked out by hand it is easily wrong.

    ## What to change

    Use the size given here, or let it follow: `nn.LazyLinear`, or `nn.AdaptiveAvgPool2d` before the flattening.
    """

    code = "SHP102"
    bad = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Conv2d(3, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(1536, 10))
        net(torch.zeros(4, 3, 32, 32))  # error: flatten-size-mismatch
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Conv2d(3, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(1176, 10))
        net(torch.zeros(4, 3, 32, 32))
        """,
    )

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """Between the layer and the nearest convolution or pooling there is a reshape, and no other layer."""
        x = operands(call)[0]
        if not x.shape.known_rank or x.rank != 2:
            return None
        flattened = None
        for made in makers(x):
            if multiplies(made):
                return None
            if flattened is None and reshapes(made):
                flattened = made
            elif flattened is not None and slides(made):
                image = operands(flattened)[0].shape
                pooled = image.known_rank and all(dim == 1 for dim in image.dims[2:])
                return None if pooled else self._retold(image, mismatch)
        return None

    def _retold(self, image: Shape, mismatch: Mismatch) -> Mismatch:
        got, wanted = mismatch.sizes[0], mismatch.sizes[-1]
        parts = " * ".join(str(dim) for dim in image.dims[1:]) if image.known_rank else ""
        text = f"takes {wanted} features, got {got}" + (f" = {parts}" if parts else "")
        return self.retold(mismatch, text, mismatch.help)

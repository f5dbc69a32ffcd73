from __future__ import annotations

from .base import Rule


class NumpyRequiresGrad(Rule):
    """A tensor with a gradient is turned into an array.

    ## Why

    The array would not know of the gradient, so PyTorch asks to say that it is not wanted.

    ## What to change

    `x.detach().numpy()`, or compute under `torch.no_grad()`.
    """

    code = "SHP411"
    bad = (
        """
        import torch

        weights = torch.tensor([0.5, 0.1], requires_grad=True)
        array = weights.numpy()  # error: numpy-requires-grad
        """,
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 2)(torch.zeros(3, 4))
        array = out.numpy()  # error: numpy-requires-grad
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        layer = nn.Linear(4, 2)
        array = layer(torch.zeros(3, 4)).detach().numpy()
        with torch.no_grad():
            array = layer(torch.zeros(3, 4)).numpy()
        """,
    )

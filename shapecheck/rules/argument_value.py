from __future__ import annotations

from .base import Rule


class ArgumentValue(Rule):
    """A number or a word given to a call is one that it refuses, whatever the tensors are.

    ## Why

    A negative length, a step of zero, a window of a dtype that it cannot have, an option that does not exist: the call
    fails at once.

    ## What to change

    Give a value within the range that the message names.
    """

    code = "SHP142"
    bad = (
        """
        import torch
        import torch.nn.functional as F

        F.gelu(torch.zeros(2, 3), approximate="fast")  # error: argument-value
        """,
        """
        import torch

        weights = torch.ones(4)
        torch.multinomial(weights, 0)  # error: argument-value
        """,
    )
    good = (
        """
        import torch
        import torch.nn.functional as F

        F.gelu(torch.zeros(2, 3), approximate="tanh")
        torch.multinomial(torch.ones(4), 2)
        """,
    )

from __future__ import annotations

from ..findings import Severity
from .base import Rule


class UnusedIgnore(Rule):
    """A comment suppresses a rule that finds nothing there.

    ## Why

    The mistake was mended, or the comment is at another line than it; a later mistake would go unseen. Of `noqa`
    comments only our own codes count, and only rules that are on.

    ## What to change

    Remove the comment, or the name from its list.
    """

    code = "SHP903"
    severity = Severity.INFO
    bad = (
        """
        import torch

        layer = torch.nn.Linear(64, 10)
        # shapecheck: disable[linear-in-features-mismatch] # info: unused-ignore
        layer(torch.zeros(4, 64))
        """,
    )
    good = (
        """
        import torch

        layer = torch.nn.Linear(64, 10)
        layer(torch.zeros(4, 64))
        """,
    )

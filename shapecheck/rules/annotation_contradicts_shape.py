from __future__ import annotations

from ..findings import Severity
from .base import Rule


class AnnotationContradictsShape(Rule):
    """A tensor is not of the shape or dtype that its annotation says.

    ## Why

    Annotations such as `Float[Tensor, "batch 3 height width"]` are promises: callers rely on them, and checkers that
    are switched on when the program runs raise where they are broken. A name means one length in all of a function.

    ## What to change

    Pass what the annotation says, or correct the annotation.
    """

    code = "SHP136"
    severity = Severity.WARNING
    bad = (
        """
        from typing import Annotated

        import torch


        def center(points: Annotated[torch.Tensor, ("n", 3)]):
            return points - points.mean(dim=0)


        center(torch.zeros(10, 2))  # warning: annotation-contradicts-shape
        """,
    )
    good = (
        """
        from typing import Annotated

        import torch


        def center(points: Annotated[torch.Tensor, ("n", 3)]):
            return points - points.mean(dim=0)


        center(torch.zeros(10, 3))
        """,
    )

from __future__ import annotations

from .base import Rule


class RunTimeError(Rule):
    """The program fails when it is run, for a reason that no other rule knows.

    ## Why

    `shapecheck run` executed it, with fake weights, and Python or the framework refused this line. What is quoted is
    what a real run would say.

    ## What to change

    What the message says; the related places are the calls on the way to the line.
    """

    code = "SHP904"

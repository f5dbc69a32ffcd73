from __future__ import annotations

from .base import Rule


class SyntaxErrorFound(Rule):
    """A statement cannot be parsed.

    ## Why

    Python refuses the whole file. The statements around it are analysed nevertheless.

    ## What to change

    Correct the statement.
    """

    code = "SHP901"
    bad = (
        """
        values = [1, 2  # error: syntax-error
        total = sum(values)
        """,
    )
    good = (
        """
        values = [1, 2]
        total = sum(values)
        """,
    )

from __future__ import annotations

from .base import Rule


class Unreadable(Rule):
    """A file cannot be read.

    ## Why

    It is missing, is not text in the encoding it claims, or is a notebook that is no valid JSON. Nothing is said of
    its shapes.

    ## What to change

    Save it as UTF-8, or say the encoding on the first line; for a notebook, restore it from its last good version.
    """

    code = "SHP902"

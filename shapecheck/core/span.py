"""A place in a source file."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Lines count from 1, columns from 0 in Unicode code points; the end is exclusive.

    In a notebook the lines are those of all code cells, one after another; `source` maps them back to cells.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

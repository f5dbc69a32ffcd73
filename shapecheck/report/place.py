"""From spans to what people and tools read: cells of notebooks, rows and columns from 1, lines of source."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..core.span import Span
    from ..findings import Report
    from ..source.module import Module


class Place(NamedTuple):
    """Rows count from 1 in the cell (or file), columns from 1 in Unicode code points; the end is exclusive."""

    path: str
    cell: int | None
    row: int
    column: int
    end_row: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.row}:{self.column}"

    @property
    def file(self) -> str:
        """The file, and in a notebook the cell."""
        return self.path if self.cell is None else f"{self.path}:cell {self.cell}"


def module_of(report: Report, path: str) -> Module | None:
    """The file of the report, or another one that its notes point into."""
    return report.module if path == report.path else report.related.get(path)


def place(span: Span, module: Module | None) -> Place:
    """Where a span is, in the words of the file that the user knows."""
    found = module.cell_of(span.line) if module else None
    cell, row = (found[0].index, found[1]) if found else (None, span.line)
    return Place(
        _from_here(span.path), cell, row, span.column + 1, row + span.end_line - span.line, span.end_column + 1
    )


def source_line(module: Module | None, line: int) -> str | None:
    """A line of the text, None when it is not at hand."""
    return module.lines[line - 1] if module and 0 < line <= len(module.lines) else None


def _from_here(path: str) -> str:
    """The path from the working directory, where it is in there."""
    prefix = os.path.join(os.getcwd(), "")
    return path[len(prefix) :] if path.startswith(prefix) else path

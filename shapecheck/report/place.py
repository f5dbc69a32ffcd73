"""From spans to what people and tools read: cells of notebooks, rows and columns from 1, lines of source."""

from __future__ import annotations

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
    first = 1
    cell = None
    for each in module.cells if module else ():
        if each.first_line <= span.line:
            first, cell = each.first_line, each.index
    return Place(
        span.path, cell, span.line - first + 1, span.column + 1, span.end_line - first + 1, span.end_column + 1
    )


def source_line(module: Module | None, line: int) -> str | None:
    """A line of the text as the parser counts them: form feeds and the like do not end one."""
    if module is None:
        return None
    lines = module.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[line - 1] if 0 < line <= len(lines) else None

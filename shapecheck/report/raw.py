"""Places as tools count them that know files and no cells: in a notebook the lines of its JSON."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from .place import module_of, source_line

if TYPE_CHECKING:
    from ..core.span import Span
    from ..findings import Report


class Region(NamedTuple):
    """Lines and columns from 1, columns in Unicode code points; the end is exclusive. lines: the first and the last
    line of the file that it lies in, None where they are not at hand."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    lines: tuple[str | None, str | None]
    cell: int | None

    def bytes(self) -> tuple[int, int]:
        """The columns, from 1, in bytes of UTF-8."""
        return _bytes(self.lines[0], self.column), _bytes(self.lines[1], self.end_column)


def region(span: Span, report: Report) -> Region:
    """Where a span is in its file as it is on disk."""
    module = module_of(report, span.path)
    layout = module.layout if module is not None else None
    found = module.cell_of(span.line) if module is not None else None
    if layout is None or found is None:
        lines = source_line(module, span.line), source_line(module, span.end_line)
        return Region(span.path, span.line, span.column + 1, span.end_line, span.end_column + 1, lines, None)
    cell, row = found
    start = layout.position(layout.offset(cell.index, row, span.column))
    end = layout.position(layout.offset(cell.index, row + span.end_line - span.line, span.end_column))
    lines = layout.line(start[0]), layout.line(end[0])
    return Region(span.path, start[0], start[1] + 1, end[0], end[1] + 1, lines, cell.index)


def base(variable: str) -> str:
    """The folder that paths are told from: the one that a CI service names, where we are in it; else this one."""
    here, named = os.getcwd(), os.environ.get(variable, "")
    return named if named and os.path.isdir(named) and _inside(here, named) else here


def relative(path: str, folder: str) -> str:
    """The path from a folder, with slashes, where it is in there; else the full one."""
    absolute = os.path.abspath(path)
    told = os.path.relpath(absolute, folder) if _inside(absolute, folder) else absolute
    return told.replace(os.sep, "/")


def _inside(path: str, folder: str) -> bool:
    return os.path.join(os.path.abspath(path), "").startswith(os.path.join(os.path.abspath(folder), ""))


def _bytes(line: str | None, column: int) -> int:
    if line is None or line.isascii():
        return column
    return len(line[: column - 1].encode("utf-8", "surrogatepass")) + 1

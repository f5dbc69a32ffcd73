"""One file of source: its text, its syntax tree, its notebook cells, and the comments that speak to us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.record import EqualRecord, Record, field
from ..core.span import Span

if TYPE_CHECKING:
    import ast
    from collections.abc import Callable

    from .comments import Directives
    from .layout import Layout

    Placed = ast.expr | ast.stmt | ast.excepthandler | ast.arg | ast.keyword | ast.alias | ast.pattern


class Cell(EqualRecord):
    """A code cell of a notebook. `index` counts all cells, markdown included, from 1; `first_line` is the line in the
    text of all code cells at which it starts."""

    index: int
    first_line: int
    lines: int
    id: str | None = None
    indents: tuple[int, ...] = ()
    """How much each line is indented by what all of the cell is; empty if it is not."""


class Problem(EqualRecord):
    """Something in the file that could not be read, such as a syntax error."""

    span: Span
    message: str


class Module(Record):
    """A file as the analysis sees it. `tree` holds what could be parsed; `problems` what could not.

    text: with `\\n` for every line end; for a notebook, the code cells one after another. skip: the file asks not to be
    analysed, or is not in Python.
    """

    path: str
    text: str
    tree: ast.Module
    problems: list[Problem] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    skip: bool = False
    comments: Callable[[], Directives] | None = None
    """Reads what the comments ask for, where there are such comments: only a file with findings needs to know."""
    document: str | None = None
    """The JSON of a notebook."""
    shifts: dict[int, int] = field(default_factory=dict)
    """How far what was parsed stands left of where it is in the text, by line, where it does."""
    _layout: Layout | None = None
    _directives: Directives | None = None
    _lines: list[str] | None = None
    _ascii: bool | None = None
    _commented: bool | None = None

    @property
    def directives(self) -> Directives | None:
        """What the comments ask for; None where none of them speaks to us."""
        if self._directives is None and self.comments is not None:
            self._directives = self.comments()
        return self._directives

    @property
    def layout(self) -> Layout | None:
        """Where the code stands in a notebook's file; None where the file is the code."""
        if self._layout is None and self.document is not None:
            from .layout import Layout

            self._layout = Layout(self.document)
        return self._layout

    @property
    def lines(self) -> list[str]:
        """The lines as Python counts them: form feeds and the like do not end one."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

    def span(self, node: Placed) -> Span:
        """The place of a syntax node, in code points: `ast` counts columns in bytes of UTF-8."""
        if self._ascii is None:
            self._ascii = self.text.isascii()
        end_line, end = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        if self._ascii and not self.shifts:
            return Span(self.path, node.lineno, node.col_offset, end_line, end)
        start = self._column(node.lineno, node.col_offset)
        return Span(self.path, node.lineno, start, end_line, self._column(end_line, end))

    def comment(self, line: int, column: int) -> str:
        """The comment that stands alone behind a place; an empty text if there is none."""
        if self._commented is None:
            self._commented = "#" in self.text
        text = self.lines[line - 1] if self._commented and line <= len(self.lines) else ""
        at = text.find("#", column)
        return "" if at < 0 or text[column:at].strip(" \t,") else text[at:]

    def _column(self, line: int, offset: int) -> int:
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        offset += self.shifts.get(line, 0)  # of blanks
        if text.isascii():
            return offset
        return len(text.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "replace"))

    def cell_of(self, line: int) -> tuple[Cell, int] | None:
        """The notebook cell that a line of the text stands in, and the line within it, from 1."""
        for cell in reversed(self.cells):
            if cell.first_line <= line:
                return cell, line - cell.first_line + 1
        return None

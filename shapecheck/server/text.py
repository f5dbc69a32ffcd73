"""A text that is edited piece by piece, and its positions in the units of the client."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types as lsp

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE_END = re.compile(r"\r\n|\r|\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Encoding:
    """How the client counts columns: in units of UTF-8, UTF-16 or UTF-32. Ours are code points."""

    def __init__(self, name: str) -> None:
        self.name = name

    def units(self, text: str) -> int:
        """The length of a text."""
        if self.name == "utf-32" or text.isascii():
            return len(text)
        if self.name == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + len(_ASTRAL.findall(text))

    def column(self, line: str, units: int) -> int:
        """The code point at so many units of a line; a place inside of one is before it, one past the end at it."""
        if self.name == "utf-32" or line.isascii():
            return min(units, len(line))
        before = 0
        for column, character in enumerate(line):
            before += self.units(character)
            if before > units:
                return column
        return len(line)

    def position(self, lines: Sequence[str], line: int, column: int) -> lsp.Position:
        """A line, from 0, and a column in code points, as the client counts."""
        text = lines[line] if 0 <= line < len(lines) else ""
        return lsp.Position(line, self.units(text[:column]))

    def range(self, lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> lsp.Range:
        """From one line and column to another."""
        return lsp.Range(self.position(lines, *start), self.position(lines, *end))


class Text:
    """What a document holds, and its version."""

    def __init__(self, source: str, version: int) -> None:
        self.source = source
        self.version = version
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """The lines without their ends; nothing but the three line ends ends one."""
        if self._lines is None:
            self._lines = _LINE_END.split(self.source)
        return self._lines

    def change(self, changes: Sequence[object], version: int, encoding: Encoding) -> None:
        """The client's edits, one after another, each to what the one before has left."""
        for change in changes:
            where = getattr(change, "range", None)
            told = str(getattr(change, "text", ""))
            if where is None:
                self.source = told
            else:
                start, end = self._offset(where.start, encoding), self._offset(where.end, encoding)
                self.source = self.source[:start] + told + self.source[max(start, end) :]
            self._lines = None
        self.version = version

    def place(self, position: lsp.Position, encoding: Encoding) -> tuple[int, int]:
        """Line (from 0) and column in code points of a position; one past the end of the text is at it."""
        if position.line >= len(self.lines):
            return len(self.lines) - 1, len(self.lines[-1])
        return position.line, encoding.column(self.lines[position.line], position.character)

    def _offset(self, position: lsp.Position, encoding: Encoding) -> int:
        line, column = self.place(position, encoding)
        starts = [0, *(found.end() for found in _LINE_END.finditer(self.source))]
        return starts[line] + column

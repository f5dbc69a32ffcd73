"""Where the code of a notebook stands in its JSON: for tools that show the raw file, and for edits that keep it."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = re.compile(r"[ \t\r\n]*")
_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL
)
_DECODE = json.JSONDecoder().raw_decode


class Layout:
    """The text of a notebook's file, and the place in it of each character of its code."""

    def __init__(self, document: str) -> None:
        """document: JSON that was understood as a notebook."""
        self.document = document
        self._cells = list(_cells(document))
        self._lines: dict[int, list[list[int]]] = {}
        self._starts = [0, *(found.end() for found in re.finditer("\n", document))]

    def offset(self, cell: int, row: int, column: int) -> int:
        """The place in the document of a row (from 1) and a column (from 0) of a cell (from 1 over all cells)."""
        if cell not in self._lines:
            self._lines[cell] = list(_lines(self.document, self._literals(cell)))
        lines = self._lines[cell]
        line = lines[min(max(row - 1, 0), len(lines) - 1)]
        return line[min(column, len(line) - 1)]

    def position(self, offset: int) -> tuple[int, int]:
        """The line (from 1) and the column (from 0) of a place in the document."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1]

    def line(self, number: int) -> str:
        """A line of the document, without its end."""
        end = self._starts[number] if number < len(self._starts) else len(self.document)
        return self.document[self._starts[number - 1] : end].rstrip("\r\n")

    def _literals(self, cell: int) -> list[tuple[int, int]]:
        """Start and end of the texts that make up a cell's source, with their quotes."""
        for key, start, end in _items(self.document, self._cells[cell - 1]):
            if key in ("source", "input"):
                if self.document[start] == "[":
                    parts = _items(self.document, start)
                    return [(first, last) for _, first, last in parts if self.document[first] == '"']
                return [(start, end)]
        return []


def _cells(document: str) -> Iterator[int]:
    """Where the objects of the cells start; those of nbformat 3 are in worksheets."""
    top = {key: start for key, start, _ in _items(document, _blank(document, 0))}
    if "cells" in top:
        yield from (start for _, start, _ in _items(document, top["cells"]))
        return
    for _, sheet, _ in _items(document, top["worksheets"]):
        for key, start, _ in _items(document, sheet):
            if key == "cells":
                yield from (cell for _, cell, _ in _items(document, start))


def _items(document: str, at: int) -> Iterator[tuple[str | None, int, int]]:
    """Key (None in an array), start and end of what an object or an array holds; of anything else nothing."""
    close = {"[": "]", "{": "}"}.get(document[at])
    if close is None:
        return
    at = _blank(document, at + 1)
    while document[at] != close:
        key = None
        if close == "}":
            key, at = _DECODE(document, at)
            at = _blank(document, _blank(document, at) + 1)
        _, end = _DECODE(document, at)
        yield key, at, end
        at = _blank(document, end)
        if document[at] == ",":
            at = _blank(document, at + 1)


def _blank(document: str, at: int) -> int:
    found = _BLANK.match(document, at)
    assert found is not None
    return found.end()


def _lines(document: str, literals: list[tuple[int, int]]) -> Iterator[list[int]]:
    """For each line of the source the places of its characters, and of its end."""
    line: list[int] = []
    last, returned = 0, False
    for start, end in literals:
        last = last or start + 1
        for found in _CHARACTER.finditer(document, start + 1, end - 1):
            text = found.group()
            newline, returns = text == "\\n", text == "\\r"
            if not (newline and returned):
                line.append(found.start())
                if newline or returns:
                    yield line
                    line = []
            last, returned = found.end(), returns
    yield [*line, last]

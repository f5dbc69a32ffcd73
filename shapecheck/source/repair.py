"""Parsing of files that Python refuses: what is wrong is dropped, statement by statement, and the rest is kept."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from ..core.span import Span
from .module import Problem
from .scan import HEADER, Scanner, indent_of, statement_end

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

REFUSALS = (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError)
"""What `ast.parse` raises."""
_TRIES = 120
_EFFORT = 40
"""The text is parsed again at most so many times over."""
_OLD_STATEMENT = re.compile(r"\s*(?:print|exec)\b(?!\s*[(=.,)])")


class Repair:
    """Parses a file piece by piece. `lines` are edited in place and parse in the end; their number stays."""

    def __init__(self, path: str, lines: list[str], first: BaseException, cuts: Collection[int] = ()) -> None:
        """first: what Python says of the whole. cuts: lines, from 0, at which a piece must start (cells)."""
        self.path = path
        self.lines = lines
        self.body: list[ast.stmt] = []
        self._problems: dict[str, list[Span]] = {}
        self._first = first if isinstance(first, SyntaxError) else SyntaxError()
        self._tries = _TRIES
        self._budget = _EFFORT * sum(map(len, lines)) + 10_000
        for start, end in pieces(lines, frozenset(cuts)):
            self._read(start, end)

    @property
    def problems(self) -> list[Problem]:
        """One for each message, at its first place."""
        found = []
        for message, places in self._problems.items():
            more = f" (and {len(places) - 1} more)" if len(places) > 1 else ""
            found.append(Problem(places[0], message + more))
        return sorted(found, key=lambda problem: problem.span)

    def _parse(self, start: int, end: int) -> list[ast.stmt]:
        text = "\n".join(self.lines[start:end])
        self._budget -= len(text) + start // 8
        return ast.parse("\n" * start + text + "\n").body

    def _read(self, start: int, end: int) -> None:
        edited: set[int] = set()
        while True:
            try:
                self.body += self._parse(start, end)
                return
            except SyntaxError as error:
                self._note(error, start, end, edited)
                self._tries -= 1
                if self._tries > 0 and self._budget > 0 and self._mend(error, start, end, edited):
                    continue
            except REFUSALS as error:
                span = Span(self.path, start + 1, 0, start + 1, len(self.lines[start]))
                self._problems.setdefault(f"cannot be parsed: {str(error) or type(error).__name__}", []).append(span)
            self.lines[start:end] = [""] * (end - start)
            return

    def _note(self, error: SyntaxError, start: int, end: int, edited: set[int]) -> None:
        """Adds the error to the problems: the first of a piece, for later ones may come of our own edits."""
        if not edited:
            line = min(max(error.lineno or start + 1, start + 1), end)
            span = span_of_error(self.path, error, line, self.lines[line - 1])
            if error.msg == self._first.msg and not self._problems:  # a piece may end before Python notices
                line = min(max(self._first.lineno or 1, 1), len(self.lines))
                span = span_of_error(self.path, self._first, line, self.lines[line - 1])
            self._problems.setdefault(str(error.msg), []).append(span)

    def _mend(self, error: SyntaxError, start: int, end: int, edited: set[int]) -> bool:
        """Drops the smallest thing that may be at fault; False if nothing is left to drop."""
        at = min(max((error.lineno or start + 1) - 1, start), end - 1)
        message = str(error.msg)
        if isinstance(error, TabError):
            return self._expand_tabs(start, end)
        header = re.search(r"expected an indented block.* on line (\d+)", message)
        if header is not None:
            return self._give_body(min(max(int(header[1]) - 1, start), end - 1), end, edited)
        if isinstance(error, IndentationError):
            return self._drop_block(at, end, edited)
        if message == "expected ':'" and at not in edited and error.offset:
            line = self.lines[at]
            self.lines[at] = line[: error.offset - 1].rstrip() + ":" + line[error.offset - 1 :]
            edited.add(at)
            return True
        if message.startswith("Missing parentheses in call to") and self._drop_old_statements(start, end, edited):
            return True
        if at not in edited and re.match(r"\s*except\b", self.lines[at]):
            self.lines[at] = self.lines[at][: indent_of(self.lines[at])] + "except:"
            edited.add(at)
            return True
        while at > start and self.lines[at].strip() in ("", "pass"):
            at -= 1
        first = next((a for a, b in _statements(self.lines, start, end) if a <= at < b), at)
        if "unterminated" in message:
            return self._drop(at, at + 1, edited)
        if "was never closed" in message:
            first = at
        return self._drop(first, statement_end(self.lines, first, end), edited)

    def _drop(self, start: int, end: int, edited: set[int]) -> bool:
        if self.lines[start].strip() in ("", "pass") and end == start + 1:
            return False
        indent = self.lines[start][: indent_of(self.lines[start])]
        self.lines[start:end] = [indent + "pass"] + [""] * (end - start - 1)
        edited.update(range(start, end))
        return True

    def _drop_block(self, start: int, end: int, edited: set[int]) -> bool:
        """The line and all that follows and is indented as deep."""
        indent, at = indent_of(self.lines[start]), start
        if not self.lines[start].strip():
            return False
        while at < end and (not self.lines[at].strip() or indent_of(self.lines[at]) >= indent):
            self.lines[at] = ""
            edited.add(at)
            at += 1
        return True

    def _give_body(self, header: int, end: int, edited: set[int]) -> bool:
        """A header with no body gets one, in the place of a comment or an empty line; else it goes."""
        below = self.lines[header + 1].strip() if header + 1 < end else "x"
        if header not in edited and HEADER.match(self.lines[header]) and (not below or below.startswith("#")):
            self.lines[header + 1] = " " * (indent_of(self.lines[header]) + 4) + "pass"
            edited.update((header, header + 1))
            return True
        return self._drop(header, statement_end(self.lines, header, end), edited)

    def _expand_tabs(self, start: int, end: int) -> bool:
        before = self.lines[start:end]
        for at, line in enumerate(before, start):
            indent = indent_of(line)
            self.lines[at] = line[:indent].expandtabs(8) + line[indent:]
        return before != self.lines[start:end]

    def _drop_old_statements(self, start: int, end: int, edited: set[int]) -> bool:
        """All statements that only Python 2 has, in one go."""
        old = [place for place in _statements(self.lines, start, end) if _OLD_STATEMENT.match(self.lines[place[0]])]
        for first, last in old:
            self._drop(first, last, edited)
        return bool(old)


def span_of_error(path: str, error: SyntaxError, line: int, text: str) -> Span:
    column = min(max((error.offset or 1) - 1, 0), len(text))
    end_line = error.end_lineno or line
    end = (error.end_offset or 0) - 1
    if end_line != line or end <= column:
        end = min(column + 1, max(len(text), column + 1))
    return Span(path, line, column, line, end)


def pieces(lines: list[str], cuts: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The statements of the top level, as ranges of lines; those in a row that share nothing are apart."""
    scanner, start = Scanner(), 0
    decorated = False
    for at, line in enumerate(lines):
        scanner.recover(line)
        if at in cuts:
            scanner = Scanner()
        if scanner.fresh and line and not line[0].isspace() and line[0] not in "#)]}":
            continues = decorated or re.match(r"(?:elif|else|except|finally)\b", line) is not None
            if (not continues or at in cuts) and at > start:
                yield start, at
                start = at
            decorated = line[0] == "@"
        scanner.feed(line)
    if start < len(lines):
        yield start, len(lines)


def _statements(lines: list[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        after = statement_end(lines, at, end)
        yield at, after
        at = after

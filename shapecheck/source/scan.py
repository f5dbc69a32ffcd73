"""Where statements start, by lines, in text that need not be Python."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"""#|'''|\"\"\"|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[\[({]|[\])}]""")
_RESTART = re.compile(r"(?:async def|def|class|import|while|with|try|@\w)\b|from\s+[\w.]+\s+import\b")
HEADER = re.compile(r"\s*(?:async\s+)?(?:if|elif|else|for|while|with|def|class|try|except|finally|match|case)\b")


class Scanner:
    """Is fed one line after another, and knows whether the next one starts a statement of its own."""

    __slots__ = ("_continued", "depth", "quote")

    def __init__(self) -> None:
        self.depth = 0
        self.quote = ""
        self._continued = False

    @property
    def fresh(self) -> bool:
        return not (self.depth or self.quote or self._continued)

    def recover(self, line: str) -> None:
        """An unclosed bracket ends before a line that can only start a statement."""
        if self.depth and not self.quote and _RESTART.match(line):
            self.depth, self._continued = 0, False

    def feed(self, line: str) -> None:
        at = 0
        self._continued = False
        while True:
            if self.quote:
                at = _end_of_string(line, self.quote, at)
                if at < 0:
                    return
                self.quote = ""
            found = _TOKEN.search(line, at)
            if found is None:
                break
            token, at = found.group(), found.end()
            if token == "#":
                return
            if token in ("'''", '"""'):
                self.quote = token
            elif token in "([{":
                self.depth += 1
            elif token in ")]}":
                self.depth = max(self.depth - 1, 0)
        self._continued = line.endswith("\\")


def _end_of_string(line: str, quote: str, at: int) -> int:
    while True:
        end = line.find(quote, at)
        slash = line.find("\\", at)
        if slash < 0 or end < slash:
            return end + 3 if end >= 0 else -1
        at = slash + 2


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())


def statement_end(lines: list[str], start: int, end: int) -> int:
    """The line behind the statement that starts at a line: behind its header, if it has a body. An unclosed bracket
    does not reach a line that is indented no deeper than the statement."""
    scanner, indent = Scanner(), indent_of(lines[start])
    scanner.feed(lines[start])
    at = start + 1
    while at < end and not scanner.fresh:
        line = lines[at]
        outer = line.strip() and indent_of(line) <= indent and line.lstrip()[0] not in ")]}"
        if outer and scanner.depth and not scanner.quote:
            break
        scanner.feed(line)
        at += 1
    return at

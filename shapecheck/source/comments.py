"""`# noqa` and `# shapecheck:` comments. Loaded only for a text that holds one of the words."""

from __future__ import annotations

import io
import re
import tokenize
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOQA = re.compile(r"#\s*noqa(?:\s*:\s*(?P<codes>[A-Z]+[0-9]+(?:[\s,]+[A-Z]+[0-9]+)*))?", re.IGNORECASE)
_WORDS = "file-ignore|skip-file|ignore|disable|enable"
_OWN = re.compile(rf"#\s*shapecheck\s*:\s*(?P<word>{_WORDS})\s*(?:\[(?P<names>[^\]]*)\])?")
_CODE = re.compile(r"[A-Za-z]+[0-9]+")
ALL: frozenset[str] = frozenset()


class Directives:
    """What the comments of a file ask for, by physical line."""

    def __init__(self, lines: list[str]) -> None:
        self.skip = False
        self.suppressed: dict[int, frozenset[str]] = {}
        self._everywhere: list[frozenset[str]] = []
        self._ranges: list[tuple[int, frozenset[str]]] = []
        self._last = len(lines)
        for first, last, comments, alone in statements(lines):
            for line, text in comments:
                self._read(text, line, first, last, alone)
        for start, names in self._ranges:
            self._cover(range(start, self._last + 1), names)
        for names in self._everywhere:
            self._cover(range(1, self._last + 1), names)

    def _read(self, text: str, line: int, first: int, last: int, alone: bool) -> None:
        """A comment at `line`, in or above the statement at the lines first..last."""
        noqa = _NOQA.search(text)
        if noqa is not None and not alone:
            self._cover(_lines(line, first, last), _names(noqa["codes"]))
        own = _OWN.search(text)
        if own is None:
            return
        word, names = own["word"], _names(own["names"])
        if word == "skip-file":
            self.skip = True
        elif word == "file-ignore":
            self._everywhere.append(names)
        elif word == "ignore":
            self._cover(range(first, last + 1) if alone else _lines(line, first, last), names)
        elif word == "disable":
            self._ranges.append((line, names))
        else:
            for start, disabled in self._ranges:
                if not names or disabled == names:
                    self._cover(range(start, line), disabled)
            self._ranges = [(start, d) for start, d in self._ranges if names and d != names]

    def _cover(self, lines: range, names: frozenset[str]) -> None:
        for line in lines:
            before = self.suppressed.get(line)
            self.suppressed[line] = names if before is None else before | names if before and names else ALL


def _lines(line: int, first: int, last: int) -> range:
    """From its first or last line a comment speaks for the whole statement, else for its own line."""
    return range(first, last + 1) if line in (first, last) else range(line, line + 1)


def _names(listed: str | None) -> frozenset[str]:
    words = (word.strip() for word in re.split(r"[\s,]+", listed or ""))
    return frozenset(word.upper() if _CODE.fullmatch(word) else word.lower() for word in words if word)


def statements(lines: list[str]) -> Iterator[tuple[int, int, list[tuple[int, str]], bool]]:
    """For each logical line its first and last line, and its comments with their lines; then those above it, alone."""
    first = 0
    inside: list[tuple[int, str]] = []
    above: list[tuple[int, str]] = []
    ignored = (tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING, tokenize.ENDMARKER)
    reader = io.StringIO("\n".join(lines) + "\n").readline
    try:
        for token in tokenize.generate_tokens(reader):
            if token.type == tokenize.COMMENT:
                (inside if first else above).append((token.start[0], token.string))
            elif token.type == tokenize.NEWLINE:
                yield first, token.start[0], inside, False
                if above:
                    yield first, token.start[0], above, True
                first, inside, above = 0, [], []
            elif token.type not in ignored and not first:
                first = token.start[0]
    except (tokenize.TokenError, SyntaxError):  # what comes before it was read
        pass
    for line, text in (*inside, *above):
        yield line, line, [(line, text)], False

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


class Directive:
    """One comment that asks for rules not to be reported; no names: for all. own: in our words, not a `noqa`.
    used: what it was good for so far, by rule names."""

    __slots__ = ("column", "line", "lines", "names", "own", "text", "used")

    def __init__(self, line: int, column: int, text: str, names: frozenset[str], own: bool) -> None:
        self.line = line
        self.column = column
        self.text = text
        self.names = names
        self.own = own
        self.lines: list[range] = []
        self.used: set[str] = set()

    def means(self, code: str, name: str, first: int, last: int) -> bool:
        """Whether a rule's finding at these lines is meant; if so, that is noted."""
        means = (not self.names or code in self.names or name in self.names) and any(
            lines.start <= last and first < lines.stop for lines in self.lines
        )
        if means:
            self.used.update((code, name))
        return means


class Directives:
    """What the comments of a file ask for."""

    def __init__(self, lines: list[str]) -> None:
        self.skip = False
        self.asked: list[Directive] = []
        self._open: list[tuple[int, Directive]] = []
        self._last = len(lines)
        for first, last, comments, alone in statements(lines):
            for line, column, text in comments:
                self._read(text, line, column, first, last, alone)
        for start, directive in self._open:
            directive.lines.append(range(start, self._last + 1))

    def suppresses(self, code: str, name: str, first: int, last: int) -> bool:
        """Whether a rule is not to be reported at these lines."""
        return any([directive.means(code, name, first, last) for directive in self.asked])

    @property
    def suppressed(self) -> dict[int, frozenset[str]]:
        """Codes or names ignored on a line; an empty set means all."""
        found: dict[int, frozenset[str]] = {}
        for directive in self.asked:
            for line in (line for lines in directive.lines for line in lines):
                before = found.get(line)
                more = directive.names
                found[line] = more if before is None else before | more if before and more else ALL
        return found

    def _read(self, text: str, line: int, column: int, first: int, last: int, alone: bool) -> None:
        """A comment at `line`, in or above the statement at the lines first..last."""
        noqa = _NOQA.search(text)
        if noqa is not None and not alone:
            self._ask(noqa, line, column, _names(noqa["codes"]), own=False).append(_lines(line, first, last))
        for own in _OWN.finditer(text):
            self._read_own(own, line, column, first, last, alone)

    def _read_own(self, own: re.Match[str], line: int, column: int, first: int, last: int, alone: bool) -> None:
        word, names = own["word"], _names(own["names"])
        if word == "skip-file":
            self.skip = True
        elif word == "enable":
            self._close(line, names)
        else:
            covered = self._ask(own, line, column, names, own=True)
            if word == "file-ignore":
                covered.append(range(1, self._last + 1))
            elif word == "ignore":
                covered.append(range(first, last + 1) if alone else _lines(line, first, last))
            else:
                self._open.append((line, self.asked[-1]))

    def _ask(self, found: re.Match[str], line: int, column: int, names: frozenset[str], own: bool) -> list[range]:
        directive = Directive(line, column + found.start(), found.group().rstrip(), names, own)
        self.asked.append(directive)
        return directive.lines

    def _close(self, line: int, names: frozenset[str]) -> None:
        """`enable[names]` ends what was disabled with the same names; without names everything."""
        ended = [(start, one) for start, one in self._open if not names or one.names == names]
        for start, directive in ended:
            directive.lines.append(range(start, line))
        self._open = [pair for pair in self._open if pair not in ended]


def _lines(line: int, first: int, last: int) -> range:
    """From its first or last line a comment speaks for the whole statement, else for its own line."""
    return range(first, last + 1) if line in (first, last) else range(line, line + 1)


def _names(listed: str | None) -> frozenset[str]:
    words = (word.strip() for word in re.split(r"[\s,]+", listed or ""))
    return frozenset(word.upper() if _CODE.fullmatch(word) else word.lower() for word in words if word)


def statements(lines: list[str]) -> Iterator[tuple[int, int, list[tuple[int, int, str]], bool]]:
    """For each logical line its first and last line, and its comments with their places; then those above it, alone."""
    first = 0
    inside: list[tuple[int, int, str]] = []
    above: list[tuple[int, int, str]] = []
    ignored = (tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING, tokenize.ENDMARKER)
    reader = io.StringIO("\n".join(lines) + "\n").readline
    try:
        for token in tokenize.generate_tokens(reader):
            if token.type == tokenize.COMMENT:
                (inside if first else above).append((*token.start, token.string))
            elif token.type == tokenize.NEWLINE:
                yield first, token.start[0], inside, False
                if above:
                    yield first, token.start[0], above, True
                first, inside, above = 0, [], []
            elif token.type not in ignored and not first:
                first = token.start[0]
    except (tokenize.TokenError, SyntaxError):  # what comes before it was read
        pass
    for line, column, text in (*inside, *above):
        yield line, line, [(line, column, text)], False

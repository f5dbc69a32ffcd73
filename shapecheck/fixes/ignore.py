"""Comments that ask for findings not to be reported, put where Python takes a comment."""

from __future__ import annotations

import io
import re
import tokenize
from typing import TYPE_CHECKING, NamedTuple

from ..core.span import Span
from ..findings import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..findings import Finding
    from ..source.module import Module

_OWN = re.compile(r"#\s*shapecheck\s*:\s*ignore\s*\[([^\]]*)\]")
_ABOUT_COMMENTS = ("syntax-error", "unreadable", "unused-ignore")
"""Findings that no comment helps against."""


class _Line(NamedTuple):
    """A line of a statement: the last line of the statement, whether a comment can stand behind it, and the one that
    does, with its column."""

    last: int
    free: bool
    comment: tuple[int, str] | None


def ignores(module: Module, findings: Iterable[Finding], reason: str = "") -> tuple[list[Edit], list[Finding]]:
    """The edits that add the comments, one for each line, and the findings for which there is no place."""
    lines = _lines(module)
    names: dict[int, list[str]] = {}
    left: list[Finding] = []
    for finding in findings:
        if finding.name in _ABOUT_COMMENTS:
            continue
        at = _place(finding.span, lines)
        if at is None:
            left.append(finding)
        elif finding.name not in names.setdefault(at, []):
            names[at].append(finding.name)
    return [_edit(module, line, lines[line].comment, added, reason) for line, added in names.items()], left


def _place(span: Span, lines: dict[int, _Line]) -> int | None:
    """The line whose comment speaks for a place: its own first or last, else the statement's last."""
    if span.line not in lines:
        return None
    wanted = (span.line, span.end_line, lines[span.line].last)
    return next((line for line in wanted if line in lines and lines[line].free), None)


def _edit(module: Module, line: int, comment: tuple[int, str] | None, names: list[str], reason: str) -> Edit:
    text = module.lines[line - 1]
    own = _OWN.search(comment[1]) if comment is not None else None
    if comment is not None and own is not None:
        at = comment[0] + own.end(1)
        listed = own[1].strip()
        return Edit(Span(module.path, line, at, line, at), (", " if listed else "") + ", ".join(names))
    why = f"  {' '.join(reason.split())}" if reason else ""
    end = len(text.rstrip())
    return Edit(Span(module.path, line, end, line, len(text)), f"  # shapecheck: ignore[{', '.join(names)}]{why}")


def _lines(module: Module) -> dict[int, _Line]:
    """Every line of a statement; where Python cannot make tokens of the text, those before."""
    found: dict[int, _Line] = {}
    for start, lines in _parts(module):
        found.update((start + line, part._replace(last=start + part.last)) for line, part in _statements(lines))
    return found


def _parts(module: Module) -> Iterator[tuple[int, list[str]]]:
    """What is to be read on its own, and the lines before it: the file, or each cell without its magics."""
    from ..source.ipython import plain

    if not module.cells:
        yield 0, module.lines
    for cell in module.cells:
        before = cell.first_line - 1
        yield before, plain(module.lines[before : before + cell.lines])


def _statements(lines: list[str]) -> Iterator[tuple[int, _Line]]:
    first = 0
    taken: set[int] = set()
    comments: dict[int, tuple[int, str]] = {}
    reader = io.StringIO("\n".join(lines) + "\n").readline
    aside = (tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING, tokenize.ENDMARKER, tokenize.COMMENT)
    open_strings: list[int] = []
    try:
        for token in tokenize.generate_tokens(reader):
            name = tokenize.tok_name[token.type]
            if token.type == tokenize.COMMENT:
                comments[token.start[0]] = token.start[1], token.string
            elif token.type == tokenize.STRING:
                taken.update(range(token.start[0], token.end[0]))
            elif name in ("FSTRING_START", "TSTRING_START"):
                open_strings.append(token.start[0])
            elif name in ("FSTRING_END", "TSTRING_END"):
                taken.update(range(open_strings.pop(), token.end[0]))
            if token.type == tokenize.NEWLINE:
                last = token.start[0]
                for line in range(first, last + 1):
                    continued = line < last and line not in comments and lines[line - 1].endswith("\\")
                    yield line, _Line(last, line not in taken and not continued, comments.get(line))
                first = 0
            elif token.type not in aside and not first:
                first = token.start[0]
    except (tokenize.TokenError, SyntaxError):  # what comes before it was read
        pass

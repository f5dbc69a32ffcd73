"""Reads one file: bytes, text, syntax tree."""

from __future__ import annotations

import ast
import os
import stat
import warnings
from typing import TYPE_CHECKING

from ..core.span import Span
from .module import Cell, Module, Problem

if TYPE_CHECKING:
    from .comments import Directives

LARGEST = 2_000_000
"""More characters of code are not written by hand, and not analysed."""
_LARGEST_FILE = 200_000_000
_REFUSALS = (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError)


class Unreadable(Exception):
    """A file that cannot be analysed at all. `reason` is one line; the text has the path in front."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def read(path: str, text: str | None = None) -> Module:
    """The module at a path, or in a text that stands for it (an editor's buffer, standard input).

    Raises `Unreadable`. A path that ends in `.ipynb` is a notebook.
    """
    if text is None:
        text = decode(path, raw(path))
    text = text.removeprefix("\ufeff")
    cells: list[Cell] = []
    document = None
    skip = False
    if path.endswith(".ipynb"):
        from .notebook import BadNotebook, cells_of

        try:
            document = text
            found = cells_of(text)
        except BadNotebook as error:
            raise Unreadable(path, str(error)) from None
        text, cells = found or ("", [])
        skip = found is None
    elif "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LARGEST:
        raise Unreadable(path, f"{len(text) / 1e6:.1f} MB of code is too much to analyse")
    shifts = {cell.first_line + at: by for cell in cells for at, by in enumerate(cell.indents) if by}
    module, lines = _parse(path, text, cells, shifts)
    module.skip, module.document = skip, document
    if any(word in text for word in ("noqa", "shapecheck:", "NOQA", "NoQA")):
        module.comments = lambda: _directives(lines or module.lines)
        if "skip-file" in text and module.directives is not None:
            module.skip = skip or module.directives.skip
    return module


def _directives(lines: list[str]) -> Directives:
    from .comments import Directives

    return Directives(lines)


def raw(path: str) -> bytes:
    """The content of a regular file. Raises `Unreadable`."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(path, "is a directory" if stat.S_ISDIR(status.st_mode) else "not a regular file")
        if status.st_size > _LARGEST_FILE:
            raise Unreadable(path, f"{status.st_size / 1e6:.0f} MB is too much to analyse")
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise Unreadable(path, (error.strerror or str(error)).lower()) from None
    except ValueError as error:  # a NUL in the path
        raise Unreadable(path, str(error)) from None


def decode(path: str, data: bytes) -> str:
    """UTF-8, with or without a byte order mark, or what a coding line on the first two lines says (PEP 263)."""
    encoding = encoding_of(data)
    try:
        return data.decode(encoding)
    except LookupError:
        raise Unreadable(path, f"unknown encoding {encoding!r}") from None
    except UnicodeError as error:
        at = getattr(error, "start", 0)
        line = data.count(b"\n", 0, at) + 1
        wanted = "UTF-8" if encoding == "utf-8" else encoding
        raise Unreadable(path, f"not {wanted} text: byte 0x{data[at]:02x} at line {line}") from None


def encoding_of(data: bytes) -> str:
    """The name of the encoding that a file claims, or UTF-8."""
    head = data[:400].split(b"\n", 2)[:2]
    return (_declared(head) if any(b"coding" in line for line in head) else None) or "utf-8"


def _declared(head: list[bytes]) -> str | None:
    import re

    for line in head:
        found = re.match(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", line.removeprefix(b"\xef\xbb\xbf"))
        if found is not None:
            return found[1].decode("ascii", "replace")
        if not re.match(rb"[ \t\f]*(?:#.*)?\r?$", line):
            return None
    return None


def _parse(path: str, text: str, cells: list[Cell], shifts: dict[int, int]) -> tuple[Module, list[str] | None]:
    """The module, and the lines as they were parsed, where they are not those of the text."""
    if not shifts:
        return _parsed(path, text, cells)
    own = text.split("\n")
    module, lines = _parsed(path, "\n".join(line[shifts.get(at, 0) :] for at, line in enumerate(own, 1)), cells)
    module.text, module.shifts = text, shifts
    for problem in module.problems:
        span = problem.span
        start, end = shifts.get(span.line, 0), shifts.get(span.end_line, 0)
        problem.span = span._replace(column=span.column + start, end_column=span.end_column + end)
    if lines is None:
        return module, None
    return module, [own[at - 1][: shifts.get(at, 0)] + line for at, line in enumerate(lines, 1)]


def _parsed(path: str, text: str, cells: list[Cell]) -> tuple[Module, list[str] | None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes in the program: Python's to report
        first: BaseException
        try:
            return Module(path, text, ast.parse(text), cells=cells), None
        except _REFUSALS as error:
            first = error
        from .ipython import has_magic, plain

        problems: list[Problem] = []
        clean = text
        if (isinstance(first, ValueError) and not isinstance(first, SyntaxError)) or "\0" in text:
            clean = text.replace("\0", " ").encode("utf-8", "replace").decode()
            problems.append(Problem(_first_bad(path, text), str(first).partition("\n")[0]))
        lines = clean.split("\n")
        if has_magic(clean) or problems:
            lines = _plain_cells(lines, cells) if cells else plain(lines)
            try:
                return Module(path, text, ast.parse("\n".join(lines)), problems, cells), lines
            except _REFUSALS as error:
                first = error
        from .repair import Repair, span_of_error

        repair = Repair(path, lines, first, [cell.first_line - 1 for cell in cells])
        problems += repair.problems
        if not problems and isinstance(first, SyntaxError):
            line = min(max(first.lineno or 1, 1), len(lines))
            problems.append(Problem(span_of_error(path, first, line, lines[line - 1]), str(first.msg)))
        return Module(path, text, ast.Module(repair.body, []), problems, cells), lines


def _plain_cells(lines: list[str], cells: list[Cell]) -> list[str]:
    from .ipython import plain

    result: list[str] = []
    for cell in cells:
        result += plain(lines[cell.first_line - 1 : cell.first_line - 1 + cell.lines])
    return result


def _first_bad(path: str, text: str) -> Span:
    at = next((i for i, c in enumerate(text) if c == "\0" or "\ud800" <= c <= "\udfff"), 0)
    line = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1)
    return Span(path, line, column, line, column + 1)

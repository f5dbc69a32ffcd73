"""Bounded, read-only looks at data files. Only regular files are opened; whatever goes wrong, the answer is None."""

from __future__ import annotations

import os
from functools import lru_cache

from ...core.record import Record, field
from . import gate

_HEAD = 128 * 1024
_SAMPLE = 64 * 1024
"""Of a longer file the start, and samples of the middle and the end, are read."""
_PIECE, _COUNTED = 1 << 18, 128 << 20
"""The lines of longer files are not counted."""
_FEW = 32
"""So many different values of a column are listed."""


class Column(Record):
    """The cells of one column: their common length, their characters, and all values if these are few."""

    lengths: set[int] = field(default_factory=set)
    alphabet: set[str] = field(default_factory=set)
    values: set[str] | None = field(default_factory=set)

    def add(self, cell: str) -> None:
        self.lengths.add(len(cell))
        self.alphabet.update(cell)
        if self.values is not None:
            self.values.add(cell)
            if len(self.values) > _FEW:
                self.values = None

    @property
    def length(self) -> int | None:
        return next(iter(self.lengths)) if len(self.lengths) == 1 else None


class Table(Record):
    """The rows of a csv file: the first one if it is unlike the others, then what the others have in common.

    columns: None if the rows differ in length. rows: how many follow the header, if the file was read to its end;
    else `least` of them were seen.
    """

    header: list[str] | None
    columns: list[Column] | None
    rows: int | None
    least: int


class Lines(Record):
    """The lines of a text file, with their line ends, as one column; before them the first one, if it alone has words.
    lines, least: as `rows` and `least` of a table."""

    header: str | None
    line: Column
    lines: int | None
    least: int


def chunks(path: str) -> tuple[list[bytes], bool] | None:
    """The content of a regular file, and whether that is all of it; of a long one the start and samples of the rest,
    each of whole lines."""
    return gate.look(path, _chunks)


def _chunks(file: gate.Reader) -> tuple[list[bytes], bool]:
    head = file.read(_HEAD + 2 * _SAMPLE + 1)
    if len(head) <= _HEAD + 2 * _SAMPLE:
        return [head], True
    found = [head[: head.rfind(b"\n", 0, _HEAD) + 1]]
    for start in (max(file.size // 2, _HEAD), max(file.size - _SAMPLE, _HEAD)):
        sample = file.some(start, _SAMPLE)
        found.append(sample[sample.find(b"\n") + 1 : sample.rfind(b"\n") + 1])
    return found, False


def texts(path: str) -> tuple[list[str], bool] | None:
    """The same as UTF-8, with `\\n` for every line end."""
    found = chunks(path)
    if found is None:
        return None
    try:
        decoded = [part.decode("utf-8") for part in found[0]]
    except UnicodeDecodeError:
        return None
    return [part.replace("\r\n", "\n").replace("\r", "\n") for part in decoded], found[1]


class Extent(Record):
    """How many lines a file has; `plain`: none of them is empty or has quotes."""

    lines: int
    plain: bool


def extent(path: str) -> Extent | None:
    """Of a file that is too long to be looked at as a whole, but not too long to be counted."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return _extent_then(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=64)
def _extent_then(path: str, size: int, changed: int) -> Extent | None:
    return gate.look(path, _extent, _COUNTED)


def _extent(file: gate.Reader) -> Extent | None:
    if file.size > _COUNTED - 2 * _SAMPLE:
        return None
    number, plain, last, end = 0, True, b"", b"\n"
    while part := file.read(_PIECE):
        number += part.count(b"\n")
        returns = b"\r" in part or last == b"\r"
        if b"\0" in part or (returns and not _ends_lines(last + part)):
            return None
        packed = part.translate(None, b" \t\r") if returns or b" " in part or b"\t" in part else part
        plain = plain and b'"' not in part and not (end + packed[:1] == b"\n\n" or b"\n\n" in packed)
        last, end = part[-1:], packed[-1:] or end
    return None if last == b"\r" else Extent(number + (last not in (b"", b"\n")), plain)


def _ends_lines(text: bytes) -> bool:
    """Every return stands before the end of a line, but for the last one, of which that is not known yet."""
    return text.count(b"\r") - text.endswith(b"\r") == text.count(b"\r\n")


def lines(path: str) -> Lines | None:
    """What the lines of a text file have in common."""
    found = texts(path)
    if found is None:
        return None
    every: list[str] = []
    for part in found[0]:
        pieces = part.split("\n")
        every += [piece + "\n" for piece in pieces[:-1]]
        every += [piece for piece in pieces[-1:] if piece]
    column = _column(every[1:])
    header = every[0] if len(every) > 1 and _wordy(every[0]) and not any(map(str.isalpha, column.alphabet)) else None
    if header is None:
        column = _column(every)
    number = len(every) - (header is not None)
    counted = None if found[1] else extent(path)
    whole = number if found[1] else None if counted is None else counted.lines - (header is not None)
    return Lines(header, column, whole, number)


def _column(cells: list[str]) -> Column:
    column = Column()
    for cell in cells:
        column.add(cell)
    return column


def _wordy(line: str) -> bool:
    return any(map(str.isalpha, line))


def is_trimmed(path: str) -> bool:
    """No line of a file that is read to its end starts or ends with a space."""
    found = texts(path)
    return found is not None and found[1] and all(line == line.strip() for line in found[0][0].split("\n"))


def fields(path: str, separator: str | None, skip: int, strip: bool) -> list[Column] | None:
    """What the parts of the lines have in common, behind the first `skip`, as `line.split(separator)` gives them."""
    found = texts(path)
    if found is None or separator == "":
        return None
    rows: list[list[str]] = []
    for part in found[0]:
        ended = part.split("\n")
        rows += [(line if strip else line + "\n").split(separator) for line in ended[:-1]]
        if ended[-1]:
            rows.append(ended[-1].split(separator))
    return _columns(rows[skip:])


def table(path: str, delimiter: str = ",", quotechar: str = '"', skip_spaces: bool = False) -> Table | None:
    """What the rows of a csv file have in common."""
    import csv

    found = texts(path)
    if found is None:
        return None
    rows: list[list[str]] = []
    try:
        for part in found[0]:
            rows += csv.reader(
                part.splitlines(keepends=True), delimiter=delimiter, quotechar=quotechar, skipinitialspace=skip_spaces
            )
    except (csv.Error, TypeError):
        return None
    if not rows:
        return Table(None, None, 0, 0) if found[1] else None
    columns = _columns(rows[1:])
    header = rows[0] if len(rows) > 1 and (columns is None or _unlike(rows[0], columns)) else None
    if header is None:
        columns = _columns(rows)
    number = len(rows) - (header is not None)
    counted = None if found[1] else extent(path)
    known = None if counted is None or not counted.plain or quotechar != '"' else counted.lines - (header is not None)
    return Table(header, columns, number if found[1] else known, number)


def _columns(rows: list[list[str]]) -> list[Column] | None:
    widths = set(map(len, rows))
    if len(widths) != 1:
        return None
    columns = [Column() for _ in range(widths.pop())]
    for row in rows:
        for column, cell in zip(columns, row, strict=True):
            column.add(cell)
    return columns


def _unlike(row: list[str], columns: list[Column]) -> bool:
    """A header: another number of cells, a word over a column of numbers, or a word over cells of one other length."""
    if len(row) != len(columns):
        return True
    for cell, column in zip(row, columns, strict=True):
        numeric = bool(column.alphabet) and column.alphabet <= set("0123456789.eE+- ")
        if numeric:
            if not _is_number(cell):
                return True
        elif column.length is not None and len(cell) != column.length and not column.alphabet.issuperset(cell):
            return True
    return False


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return not cell.strip()
    return True

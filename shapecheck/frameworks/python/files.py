"""Files: `open`, their lines, and `csv`. What is in a file of the project is looked at, never changed."""

from __future__ import annotations

import os.path
from importlib import import_module
from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.origin import Origin
from ...core.plain import NONE, TRUE, Constant, Scalar
from ...core.value import Arguments, Native, Unknown, Value
from ..data import peek
from ..declare import declare
from .tools import answering, harmless, native, payload, text_of

if TYPE_CHECKING:
    from ...core.value import Context


class FileText(Scalar):
    """The text of a path that depends on where the program runs; `file` names the same file."""

    __slots__ = ("file",)

    def __init__(self, file: str) -> None:
        super().__init__("str")
        self.file = file


_MOST = 4096
"""More lines of texts are not taken apart."""


def path_text(value: Value | None) -> str | None:
    """A text that names the file of a path."""
    if isinstance(value, FileText):
        return value.file
    text = value.hidden("file") if isinstance(value, Instance) else None
    return text if isinstance(text, str) else text_of(value)


def data_file(context: Context, value: Value | None) -> str | None:
    """The full name of a file that may be peeked at, given the path that the program has for it."""
    text = path_text(value)
    if text is None or _written(text) in context.memory:
        return None
    return context.data_file(text)


def _written(name: str) -> tuple[str, str]:
    """What is remembered of a file that the program writes: it will not hold what it holds now."""
    return ("written file", os.path.normpath(name))


def will_differ(context: Context, value: Value | None) -> None:
    """The program writes the file of this path."""
    name = path_text(value)
    if name is not None:
        context.write(context.memory, _written(name), TRUE)


def _plural(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


class Line(Scalar):
    """A line of a file, which knows what it can be split into. Of the lines of the file the first `skip` are others."""

    __slots__ = ("file", "skip", "stripped")

    def __init__(self, text: Scalar, file: str, skip: int, stripped: bool) -> None:
        alphabet = text.alphabet - {"\n"} if stripped and text.alphabet else text.alphabet
        length = None if stripped else text.length_
        super().__init__("str", length=length, alphabet=alphabet, origin=text.origin)
        self.file, self.skip, self.stripped = file, skip, stripped

    def attribute(self, context: Context, name: str) -> Value:
        if name in ("strip", "rstrip"):
            return Native(name, self._strip)
        return Native(name, self._split) if name == "split" else super().attribute(context, name)

    def _strip(self, context: Context, arguments: Arguments) -> Value:
        spaces = any(character.isspace() and character != "\n" for character in self.alphabet or " ")
        if payload(arguments.get(0, "chars")) not in (None, "\n") or (spaces and not arguments.positional):
            return Scalar("str")
        return Line(self, self.file, self.skip, True)

    def _split(self, context: Context, arguments: Arguments) -> Value:
        separator = arguments.get(0, "sep") or NONE
        text = payload(separator)
        known = len(arguments.positional) < 2 and "maxsplit" not in arguments.keywords
        if known and (separator is NONE or isinstance(text, str)):
            columns = peek.fields(self.file, text, self.skip, self.stripped)
            if columns is not None:
                base = os.path.basename(self.file)
                return Sequence("list", (text_like(context, column, "row", base, False) for column in columns))
        return Sequence("list", (), Scalar("str"), Dim.unknown(low=1))


class Content(Scalar):
    """All text of a file."""

    __slots__ = ("file",)

    def __init__(self, file: str) -> None:
        super().__init__("str")
        self.file = file

    def attribute(self, context: Context, name: str) -> Value:
        if name != "splitlines":
            return super().attribute(context, name)
        return Native(name, lambda context, arguments: lines_of(context, self.file, True))


def text_like(context: Context, column: peek.Column, unit: str, file: str, whole: bool) -> Scalar:
    """A text of a file, by what all texts in its place have in common."""
    length = column.length
    many = _plural(length, "character", "characters") + " " if length is not None else ""
    what = f"{many}a {unit} in {file}"
    origin = Origin(context.span, what)
    few = tuple(sorted(column.values)) if whole and column.values else None
    size = Dim.of(length, origin) if length is not None else None
    return Scalar("str", length=size, alphabet=frozenset(column.alphabet), among=few, origin=origin)


def _count(context: Context, number: int | None, least: int, unit: str, file: str) -> Dim:
    if number is None:
        return Dim.unknown(low=least, origin=Origin(context.span, f"the {unit} of {file}"))
    return Dim.of(number, Origin(context.span, f"{_plural(number, unit[:-1], unit)} in {file}"))


# -- open ----------------------------------------------------------------------------------------------------------


def lines_of(context: Context, name: str, stripped: bool) -> Sequence:
    """The lines of a file, with or without their ends."""
    found = peek.lines(name)
    if found is None:
        return Sequence("list", (), Scalar("str"), Dim.unknown())
    base = os.path.basename(name)
    first = [] if found.header is None else [Constant(found.header.rstrip("\n") if stripped else found.header)]
    if not found.least:
        return Sequence("list", first)
    line = Line(text_like(context, found.line, "line", base, False), name, len(first), stripped)
    return Sequence("list", first, line, _count(context, found.lines, found.least, "lines", base))


def _data(file: Value) -> str | None:
    """The full name of the file that an open text file reads."""
    name = file.hidden("data") if isinstance(file, Instance) and not file.hidden("binary") else None
    return name if isinstance(name, str) else None


def file_name(source: Value) -> str | None:
    """The full name of the file that an open file reads, or that a text was read from."""
    if isinstance(source, Content):
        return source.file
    name = source.hidden("data") if isinstance(source, Instance) else None
    return name if isinstance(name, str) else None


def _lines(context: Context, arguments: Arguments) -> Value:
    file = arguments.positional[0]
    name = _data(file)
    if name is not None:
        return lines_of(context, name, False)
    binary = isinstance(file, Instance) and file.hidden("binary")
    return Sequence("list", (), Scalar("bytes" if binary else "str"), Dim.unknown())


def _read(context: Context, arguments: Arguments) -> Value:
    file = arguments.positional[0]
    name = _data(file)
    if name is not None and len(arguments.positional) == 1:
        return Content(name)
    return Scalar("bytes" if isinstance(file, Instance) and file.hidden("binary") else "str")


def _read_line(context: Context, arguments: Arguments) -> Value:
    file = arguments.positional[0]
    return Scalar("bytes" if isinstance(file, Instance) and file.hidden("binary") else "str")


TEXT_FILE = library_class(
    "io.TextIOWrapper",
    read=_read, readline=_read_line, readlines=_lines, __iter__=_lines, __enter__=answering("self"),
    __exit__=answering("None"), write=answering("int"), writelines=answering("None"), close=answering("None"),
    flush=answering("None"), seek=answering("int"), tell=answering("int"), fileno=answering("int"),
)  # fmt: skip


@native("builtins.open", "io.open", "codecs.open", "gzip.open", "bz2.open", "lzma.open")
def open_file(context: Context, arguments: Arguments) -> Value:
    path, mode = arguments.get(0, "file"), arguments.get(1, "mode")
    return file_value(context, path, mode)


def file_value(context: Context, path: Value | None, mode: Value | None) -> Instance:
    """An open file."""
    how = "r" if mode is None else payload(mode)
    file = Instance(TEXT_FILE)
    if path is not None:
        file.state["name"] = path
    file.state[" binary"] = not isinstance(how, str) or "b" in how
    if isinstance(how, str) and "r" in how and "+" not in how:
        file.state[" data"] = data_file(context, path)
    else:
        will_differ(context, path)
    return file


declare("io.TextIOWrapper", TEXT_FILE)


# -- csv -----------------------------------------------------------------------------------------------------------

_QUOTES = {"QUOTE_MINIMAL": 0, "QUOTE_ALL": 1, "QUOTE_NONNUMERIC": 2, "QUOTE_NONE": 3}
for _name, _number in _QUOTES.items():
    declare(f"csv.{_name}", Constant(_number))
_DIALECTS = {"excel": ",", "excel-tab": "\t", "unix": ","}
harmless(
    "csv", None_="register_dialect unregister_dialect field_size_limit", unknown="Sniffer get_dialect list_dialects"
)


def _table(context: Context, arguments: Arguments) -> tuple[peek.Table, str] | None:
    """What the file under a reader holds, and its name."""
    file = arguments.positional[0] if arguments.positional else NONE
    name = _data(file)
    options = {key: payload(value) for key, value in arguments.keywords.items()}
    known = {"delimiter", "quotechar", "dialect", "skipinitialspace", "fieldnames"}
    dialect = options.pop("dialect", payload(arguments.positional[1]) if len(arguments.positional) > 1 else "excel")
    delimiter = options.get("delimiter", _DIALECTS.get(dialect) if isinstance(dialect, str) else None)
    quote = options.get("quotechar", '"')
    if name is None or not isinstance(delimiter, str) or not isinstance(quote, str):
        return None
    if options.keys() - known:
        return None
    found = peek.table(name, delimiter, quote, bool(options.get("skipinitialspace")))
    return (found, os.path.basename(name)) if found is not None else None


def _cells(context: Context, found: peek.Table, file: str) -> list[Value] | None:
    if found.columns is None:
        return None
    return [text_like(context, column, "row", file, found.rows is not None) for column in found.columns]


def _rows_of_texts(context: Context, arguments: Arguments) -> Value | None:
    """The rows of texts that the program holds, by Python's own reader."""
    source = arguments.positional[0] if arguments.positional else NONE
    text = source.hidden("text") if isinstance(source, Instance) else None
    lines = text.splitlines(keepends=True) if isinstance(text, str) else None
    if isinstance(source, Sequence) and source.known is not None and not source.one_shot:
        lines = [payload(line) for line in source.known]
    options = {name: payload(value) for name, value in arguments.keywords.items()}
    if lines is None or len(lines) > _MOST or not all(isinstance(one, str) for one in (*lines, *options.values())):
        return None
    try:
        rows = list(import_module("csv").reader(lines, **options))
    except Exception:  # the program fails here
        return None
    return Sequence("iterator", (Sequence("list", map(Constant, row)) for row in rows))


@native("csv.reader")
def reader(context: Context, arguments: Arguments) -> Value:
    held = _rows_of_texts(context, arguments)
    if held is not None:
        return held
    looked = _table(context, arguments)
    if looked is None:
        return Sequence("iterator", (), Sequence("list", (), Scalar("str"), Dim.unknown()), Dim.unknown())
    found, file = looked
    cells = _cells(context, found, file)
    row = Sequence("list", cells) if cells is not None else Sequence("list", (), Scalar("str"), Dim.unknown())
    header = [] if found.header is None else [Sequence("list", map(Constant, found.header))]
    if not found.least:
        return Sequence("iterator", header)
    return Sequence("iterator", header, row, _count(context, found.rows, found.least, "rows", file))


def _dict_reader(context: Context, arguments: Arguments) -> Value:
    reader, rest = arguments.positional[0], Arguments(arguments.positional[1:2], arguments.keywords)
    names = arguments.get(2, "fieldnames")
    if not isinstance(reader, Instance):
        return NONE
    rows = Sequence("iterator", (), Mapping({}, open=True), Dim.unknown())
    looked = _table(context, rest) if names in (None, NONE) else None
    if looked is not None and looked[0].header is not None and (cells := _cells(context, *looked)) is not None:
        found, file = looked
        row = Mapping(dict(zip(found.header or (), cells, strict=False)))
        rows = Sequence("iterator", (), row, _count(context, found.rows, found.least, "rows", file))
        reader.state["fieldnames"] = Sequence("list", map(Constant, found.header or ()))
    reader.hide(context, "rows", rows)
    return NONE


def _rows(context: Context, arguments: Arguments) -> Value:
    rows = arguments.positional[0].hidden("rows") if isinstance(arguments.positional[0], Instance) else None
    return rows if isinstance(rows, Value) else Unknown("rows of a csv file")


def _next_row(context: Context, arguments: Arguments) -> Value:
    rows = _rows(context, arguments)
    return rows.rest or Unknown("row of a csv file") if isinstance(rows, Sequence) else rows


declare("csv.DictReader", library_class("csv.DictReader", __init__=_dict_reader, __iter__=_rows, __next__=_next_row))
_WRITER = library_class(
    "csv.writer", writerow=answering("None"), writerows=answering("None"), writeheader=answering("None")
)
declare("csv.writer", library_class("csv.writer", _WRITER))
declare("csv.DictWriter", library_class("csv.DictWriter", _WRITER))
declare("csv.Error", library_class("csv.Error"))

"""`csv`: the rows of files, which are looked at, and of texts that the program holds."""

from __future__ import annotations

import os.path
from importlib import import_module
from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Unknown, Value
from ..data import peek
from ..declare import declare
from .files import count_of, opened_text, text_like
from .tools import answering, harmless, native, payload

if TYPE_CHECKING:
    from ...core.value import Context

_MOST = 4096
"""More lines of texts are not taken apart."""
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
    opened = opened_text(file)
    options = {key: payload(value) for key, value in arguments.keywords.items()}
    known = {"delimiter", "quotechar", "dialect", "skipinitialspace", "fieldnames"}
    dialect = options.pop("dialect", payload(arguments.positional[1]) if len(arguments.positional) > 1 else "excel")
    delimiter = options.get("delimiter", _DIALECTS.get(dialect) if isinstance(dialect, str) else None)
    quote = options.get("quotechar", '"')
    if opened is None or opened[1] > 1 or not isinstance(delimiter, str) or not isinstance(quote, str):
        return None
    name, read = opened
    if options.keys() - known:
        return None
    found = peek.table(name, delimiter, quote, bool(options.get("skipinitialspace")))
    found = _without_first(found) if read and found is not None else found
    return (found, os.path.basename(name)) if found is not None else None


def _without_first(found: peek.Table) -> peek.Table | None:
    """The rows once a line was read before."""
    if found.header is not None:
        spans = any("\n" in cell for cell in found.header)
        return None if spans else peek.Table(None, found.columns, found.rows, found.least)
    spans = any("\n" in column.alphabet for column in found.columns or ())
    if spans or not found.least:
        return None
    return peek.Table(None, found.columns, None if found.rows is None else found.rows - 1, found.least - 1)


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
    return Sequence("iterator", header, row, count_of(context, found.rows, found.least, "rows", file))


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
        rows = Sequence("iterator", (), row, count_of(context, found.rows, found.least, "rows", file))
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

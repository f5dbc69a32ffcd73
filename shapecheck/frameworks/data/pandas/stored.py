"""`read_parquet` and `read_json`: the tables in files that say, or show, how their columns are typed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.plain import Constant
from ....core.tensor import Facts
from ....core.value import Unknown, Value
from ...numpy.dialect import NP
from .. import parquet
from ..frames import RANGE, Column, Frame, Rows
from ..peek import texts

if TYPE_CHECKING:
    from ....core.origin import Origin
    from ....core.value import Arguments, Context

_UNKNOWN = "the content of a file"
_MOST = 200_000
"""Tables of more cells are not gone through cell by cell."""
_LARGEST = 2**53


@NP.native("pandas.read_parquet")
def read_parquet(context: Context, arguments: Arguments) -> Value:
    """By the end of the file, where it is there."""
    from ...python.files import data_file
    from .tables import make

    known = {"path", "engine", "columns"}.issuperset(arguments.keywords) and len(arguments.positional) < 2
    path = data_file(context, arguments.get(0, "path")) if known and not arguments.open else None
    found = parquet.table(path) if path is not None else None
    if found is None:
        return Unknown(_UNKNOWN)
    origin = context.origin("the columns of the file")
    rows, labels = Dim.of(found.rows, context.origin("the rows of the file")), RANGE if found.plain else Rows()
    columns = tuple(Column(name, dtype) for name, dtype in found.fields) if found.named else None
    wanted = arguments.keywords.get("columns")
    if wanted is not None and getattr(wanted, "payload", ...) is not None:
        columns = _chosen(columns or (), wanted)
        if columns is None:
            return Unknown(_UNKNOWN)
    context.note("data file", path)
    width = len(found.fields) if columns is None else len(columns)
    return make(Frame(rows, Dim.of(width, origin), columns, labels))


def _chosen(columns: tuple[Column, ...], wanted: Value) -> tuple[Column, ...] | None:
    from .tables import names_of

    names = names_of(wanted) if isinstance(wanted, Sequence) else None
    found = {column.name: column for column in columns}
    if names is None or len(set(names)) < len(names) or not found.keys() >= set(names):
        return None
    return tuple(found[name] for name in names)


@NP.native("pandas.read_json")
def read_json(context: Context, arguments: Arguments) -> Value:
    """A list of records, or with `lines=True` one a line; from a file that is read to its end."""
    from ...python.files import data_file
    from .tables import make

    known = {"path_or_buf", "lines"}.issuperset(arguments.keywords) and len(arguments.positional) < 2
    path = data_file(context, arguments.get(0, "path_or_buf")) if known and not arguments.open else None
    lines = arguments.keywords.get("lines", Constant(False))
    found = texts(path) if path is not None and isinstance(lines, Constant) else None
    if found is None or not found[1]:
        return Unknown(_UNKNOWN)
    frame = _records(found[0][0], lines.truth(context) is True, context.origin("the records of the file"))
    if frame is None:
        return Unknown(_UNKNOWN)
    context.note("data file", path)
    return make(frame)


def _records(text: str, lines: bool, origin: Origin) -> Frame | None:
    parse = import_module("json").loads
    try:
        found = [parse(line) for line in text.split("\n") if line.strip()] if lines else parse(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or not found or not all(isinstance(record, dict) for record in found):
        return None
    names = dict.fromkeys(name for record in found for name in record)
    if len(names) * len(found) > _MOST or not names:
        return None
    rows, width = Dim.of(len(found), origin), Dim.of(len(names), origin)
    if not any(map(_is_word, names)):
        return Frame(rows, width, None, RANGE)
    columns = tuple(_column(name, [record.get(name) for record in found]) for name in names)
    return Frame(rows, width, columns, RANGE)


def _is_word(name: str) -> bool:
    """It is no number and no date: names that all are become that."""
    return len(name) > 3 and name.isidentifier() and not name.lower().startswith(_DATED)


_DATED = tuple("jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun now today inf".split())
_STAMPS = ("modified", "date", "datetime")


def _looks_dated(name: str) -> bool:
    """What stands under such a name becomes dates. Source: pandas/io/json/_json.py."""
    lower = name.lower()
    return lower.endswith(("_at", "_time")) or lower.startswith("timestamp") or lower in _STAMPS


def _column(name: str, values: list[Any]) -> Column:
    kinds = {type(value) for value in values}
    if _looks_dated(name) or len(kinds) > 2:
        return Column(name)
    if kinds == {bool}:
        return Column(name, "bool", Facts(low=0, high=1), len(set(values)))
    if kinds == {int} and max(map(abs, values)) < _LARGEST:
        facts = Facts(low=min(values), high=max(values), attained=True)
        return Column(name, "int64", facts, len(set(values)))
    if kinds <= {int, float} and any(value % 1 for value in values):
        return Column(name, "float64")
    if kinds == {str} and any(map(_is_text, values)):
        return Column(name, "object", Facts(), len(set(values)))
    return Column(name)


def _is_text(value: str) -> bool:
    """It is no number, which a text may become."""
    try:
        float(value)
    except ValueError:
        return True
    return False

"""`read_csv`: the columns of a csv file, as it would name and type them; from a bounded look at the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ....core.containers import Mapping, Sequence
from ....core.dim import Dim
from ....core.plain import NONE, Constant
from ....core.tensor import Facts
from ....core.value import Unknown, Value
from ...numpy.dialect import NP
from ..frames import RANGE, Column, Frame, Rows
from ..peek import extent, texts

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ....core.origin import Origin
    from ....core.value import Arguments, Context

_READ = frozenset(
    "filepath_or_buffer sep delimiter header names encoding low_memory engine usecols index_col nrows skiprows "
    "parse_dates dtype memory_map error_bad_lines on_bad_lines skipinitialspace encoding_errors na_values".split()
)
"""Arguments under which what is read is known."""
_MISSING = frozenset(
    ["", "nan", "NaN", "NA", "N/A", "null", "NULL", "None", "#N/A", "n/a", "<NA>", "-nan", "-NaN", "#NA", "1.#IND",
     "-1.#IND", "1.#QNAN", "-1.#QNAN", "#N/A N/A"]
)  # fmt: skip
_WHOLE = frozenset("0123456789+- ")
_MOST = 1_000_000
"""Files of more cells are not gone through cell by cell."""


def read(context: Context, arguments: Arguments) -> Value:
    """The table in a file, by its header and first rows where the file is there."""
    from ...python.files import data_file
    from .tables import make

    given = arguments.keywords
    if any(name in given for name in ("chunksize", "iterator", "squeeze")):
        return Unknown("a table in pieces")
    path = data_file(context, arguments.get(0, "filepath_or_buffer"))
    found = None
    if path is not None and set(given) <= _READ and len(arguments.positional) < 3:
        found = _of_file(path, arguments, context.origin("the columns of the file"))
    if found is None:
        return make(_by_arguments(arguments))
    context.note("data file", path)
    return make(found)


def _by_arguments(arguments: Arguments) -> Frame:
    """Without the file only `names=` and `usecols=` say how many columns there are."""
    from .tables import names_of

    wanted = arguments.keywords.get("usecols") or arguments.keywords.get("names")
    names = names_of(wanted) if isinstance(wanted, Sequence) else None
    rows = Dim.unknown()
    if names is None or arguments.keywords.get("index_col") is not None:
        return Frame(rows, Dim.unknown())
    texts_only = all(isinstance(name, str) for name in names)
    if "usecols" in arguments.keywords:  # they come in the order of the file
        columns = (Column(names[0]),) if len(names) == 1 and texts_only else None
        return Frame(rows, Dim.of(len(set(names))), columns, RANGE)
    # a file of more columns than names has its first ones as labels
    return Frame.of(rows, tuple(map(Column, names))) if texts_only else Frame(rows, Dim.of(len(names)))


class Look(NamedTuple):
    """The cells of a file, by column; the first row if it names them; whether that is all of it, and if not how many
    rows there are."""

    first: list[str] | None
    rows: list[list[str]]
    whole: bool
    number: int | None = None


def _look(path: str, arguments: Arguments, header: bool) -> Look | None:
    """None where the file cannot be read, or its rows differ in length."""
    import csv

    mark = _plain(arguments, 1, "sep", None) or _plain(arguments, None, "delimiter", ",")
    skip, spaces = _plain(arguments, None, "skiprows", 0), _plain(arguments, None, "skipinitialspace", False)
    found = texts(path)
    if found is None or not isinstance(mark, str) or len(mark) != 1 or not isinstance(skip, int):
        return None
    rows: list[list[str]] = []
    try:
        for part in found[0]:
            lines = part.splitlines(keepends=True)[skip if part is found[0][0] else 0 :]
            rows += csv.reader(lines, delimiter=mark, skipinitialspace=spaces is True)
    except (csv.Error, TypeError):
        return None
    rows = [row for row in rows if row and not (len(row) == 1 and row[0].isspace())]
    if not rows or "\0" in found[0][0]:
        return None
    first = rows.pop(0) if header else None
    widths = {len(row) for row in rows} or {len(first or ())}
    limit = _plain(arguments, None, "nrows", None)
    if len(widths) > 1 or (first is not None and len(first) != max(widths)) or limit is ...:
        return None
    if isinstance(limit, int) and len(rows) >= limit:
        return Look(first, rows[:limit], True)
    counted = None if found[1] else extent(path)
    if counted is None or not counted.plain:
        return Look(first, rows, found[1])
    number = counted.lines - skip - header
    return Look(first, rows, False, min(number, limit) if isinstance(limit, int) else number)


def _plain(arguments: Arguments, position: int | None, name: str, default: object) -> object:
    """A plain argument; `...` if it is not known."""
    value = arguments.get(position, name)
    return default if value is None or value is NONE else value.payload if isinstance(value, Constant) else ...


def _of_file(path: str, arguments: Arguments, origin: Origin) -> Frame | None:
    from .tables import names_of

    header = arguments.get(None, "header")
    names = names_of(arguments.get(None, "names")) if "names" in arguments.keywords else ()
    if names is None or (header is not None and not (isinstance(header, Constant) and header.payload in (None, 0))):
        return None
    first = not names if header is None else header is not NONE and getattr(header, "payload", 0) == 0
    look = _look(path, arguments, first)
    if look is None:
        return None
    width = len(look.rows[0]) if look.rows else len(look.first or ())
    named: tuple[Hashable, ...] = names or tuple(look.first or range(width))
    if len(named) != width or len(set(named)) < width or len(look.rows) * width > _MOST or "" in named:
        return None
    number = len(look.rows)
    counted = number if look.whole else look.number
    count = Dim.of(counted, origin) if counted is not None else Dim.unknown(low=number, origin=origin)
    cells = zip(*look.rows, strict=True) if look.rows else [()] * width
    columns = [_column(name, values, look.whole) for name, values in zip(named, cells, strict=True)]
    return _asked(Frame(count, Dim.of(width, origin), tuple(columns), RANGE), arguments, origin)


def _asked(frame: Frame, arguments: Arguments, origin: Origin) -> Frame | None:
    """The columns that are wanted, with the dtypes that are wanted."""
    from .tables import names_of

    columns = frame.columns or ()
    if "usecols" in arguments.keywords:
        asked = arguments.keywords["usecols"]
        wanted = names_of(asked) if isinstance(asked, Sequence) else None
        if wanted is None:
            return None
        columns = tuple(c for i, c in enumerate(columns) if c.name in wanted or (i in wanted and c.name != i))
    index = _plain(arguments, None, "index_col", False)
    if index is ...:
        return None
    if index is not False:
        keyed = columns[index].name if isinstance(index, int) and -len(columns) <= index < len(columns) else index
        columns = tuple(column for column in columns if column.name != keyed)
    dates, kinds = arguments.keywords.get("parse_dates"), arguments.keywords.get("dtype")
    plain_dates = dates is None or (isinstance(dates, Constant) and dates.payload is False)
    if "na_values" in arguments.keywords or not plain_dates:
        columns = tuple(Column(column.name) for column in columns)
    elif kinds is not None and kinds is not NONE:
        columns = tuple(_cast(column, kinds) for column in columns)
    labels = frame.labels if index is False else Rows()
    return Frame(frame.rows, Dim.of(len(columns), origin), columns, labels)


def _cast(column: Column, kinds: Value) -> Column:
    if not isinstance(kinds, Mapping):
        return Column(column.name, NP.dtype_of(kinds))
    kind = kinds.items.get(column.name)
    return Column(column.name) if kinds.partial else column if kind is None else Column(column.name, NP.dtype_of(kind))


# -- one column ----------------------------------------------------------------------------------------------------


def _column(name: Hashable, cells: tuple[str, ...], whole: bool) -> Column:
    """The type that pandas infers: whole numbers, numbers, or texts. Of a part of a file only texts are certain."""
    missing = any(cell in _MISSING for cell in cells)
    present = [cell for cell in cells if cell not in _MISSING]
    if not present:
        return Column(name, None)
    numbers = _numbers(present)
    if numbers is None:
        logical = set(present) <= {"True", "False", "TRUE", "FALSE", "true", "false"}
        if logical:
            return Column(name, "bool" if whole and not missing else None)
        return Column(name, "object", Facts(), len(set(present)) if whole and not missing else None)
    if not whole:
        return Column(name, None)
    distinct = None if missing else len(set(numbers))
    integral = not missing and all(_WHOLE.issuperset(value) for value in present)
    low, high = min(numbers), max(numbers)
    if integral and max(abs(low), abs(high)) < 2**53:
        return Column(name, "int64", Facts(low=int(low), high=int(high), attained=True), distinct)
    return Column(name, None if integral else "float64", Facts(low=low, high=high, attained=True), distinct)


def _numbers(values: list[str]) -> list[float] | None:
    """float() takes more than `read_csv` does."""
    try:
        numbers = [float(value) for value in values]
    except ValueError:
        return None
    odd = any("_" in value or not value.isascii() for value in values)
    return None if odd or any(n != n for n in numbers) else numbers

"""The table that `DataFrame(data, index, columns, dtype)` makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Mapping, Sequence
from ....core.dim import Dim
from ....core.objects import Instance
from ....core.plain import NONE, Constant, Scalar
from ....core.tensor import Facts, Tensor
from ....core.value import Value
from ...numpy.dialect import NP
from ..frames import RANGE, Column, Frame, Rows, lined_up
from .columns import column_of, distinct_of, dtype_behind
from .labels import INDEX
from .tables import frame_of, labels_of, names_of, nothing_known

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ....core.value import Arguments

_WIDEST = 4096


def made(arguments: Arguments) -> Frame:
    data, index = _given(arguments, 1, "data"), _given(arguments, 2, "index")
    wanted, dtype = _given(arguments, 3, "columns"), _given(arguments, 4, "dtype")
    names = names_of(wanted) if wanted is not None else None
    frame = _of(data, index, names)
    if wanted is not None and data is not None:
        frame = _named(frame, data, names)
    if index is not None:
        frame = _over(frame, data, index)
    if dtype is not None:
        kind = NP.dtype_of(dtype)
        frame = frame.changed()
        if frame.columns is not None:
            frame = frame.with_columns(tuple(Column(column.name, kind) for column in frame.columns))
    return frame


def _given(arguments: Arguments, position: int, name: str) -> Value | None:
    value = arguments.get(position, name)
    return None if value is NONE or getattr(value, "payload", ...) is None else value


def _of(data: Value | None, index: Value | None, names: tuple[Hashable, ...] | None) -> Frame:
    if data is None:
        return Frame.of(Dim.of(0), tuple(Column(name) for name in names or ()), RANGE)
    if isinstance(data, Mapping):
        return _of_columns(data) if not data.partial else nothing_known()
    known = frame_of(data)
    if known is not None:
        return known
    column = column_of(data)
    if column is not None and isinstance(data, Instance):
        name = data.hidden("series")
        only = Column(0 if name is None else name, column.dtype, column.facts, distinct_of(data))
        return Frame.of(column.shape[0], (only,), labels_of(data))
    if isinstance(data, Sequence) and not isinstance(data, Instance):
        return _of_rows(data)
    return _of_array(NP.as_tensor(data))


def _of_array(found: Tensor | None) -> Frame:
    if found is None or not found.shape.known_rank or found.rank not in (1, 2):
        return nothing_known()
    width = found.shape[1] if found.rank == 2 else Dim.of(1)
    number = width.value
    if number is None or number > _WIDEST or found.dtype is None:
        return Frame(found.shape[0], width, None, RANGE)
    facts = Facts(low=found.facts.low, high=found.facts.high)
    return Frame.of(found.shape[0], tuple(Column(i, found.dtype, facts) for i in range(number)), RANGE)


def _of_rows(data: Sequence) -> Frame:
    """Of a list of rows each column has its own dtype; a list of dicts names the columns."""
    items = data.known
    if items and all(isinstance(row, Mapping) and not row.partial for row in items):
        names = dict.fromkeys(name for row in items if isinstance(row, Mapping) for name in row.items)
        return Frame.of(Dim.of(len(items)), tuple(Column(name) for name in names), RANGE)
    rows = [row.known if isinstance(row, Sequence) else None for row in items or ()]
    width = len(rows[0]) if rows and rows[0] is not None else 0
    if not items or None in rows or any(len(row or ()) != width for row in rows) or not 0 < width <= _WIDEST:
        plain = data.rest is None or isinstance(data.rest, (Tensor, Constant, Scalar, Sequence))
        return _of_array(NP.as_tensor(data)) if plain and not _mixed(data) else Frame(data.size, Dim.unknown())
    turned = zip(*(row or () for row in rows), strict=True)
    columns = tuple(_literal(i, Sequence("list", cells)) for i, cells in enumerate(turned))
    return Frame.of(Dim.of(len(rows)), columns, RANGE)


def _mixed(data: Sequence) -> bool:
    """It holds something that is no number and no list."""
    return any(not isinstance(one, (Tensor, Constant, Scalar, Sequence)) for one in data)


def _of_columns(data: Mapping) -> Frame:
    """A dict of columns: lists and arrays have as many elements as there are rows, columns are lined up."""
    given = data.items
    several = [value for value in given.values() if column_of(value) is not None]
    plain = [found for value in given.values() if column_of(value) is None and (found := _rows(value)) is not None]
    rows, labels = _lined_up(several)
    if several and rows is None:
        known = plain[0] if plain else Dim.unknown()
        return Frame.of(known, tuple(Column(name) for name in given))
    if rows is None:
        rows, labels = (plain[0] if plain else Dim.unknown()), RANGE
    return Frame.of(rows, tuple(_literal(name, value) for name, value in given.items()), labels)


def _lined_up(several: list[Value]) -> tuple[Dim | None, Rows | None]:
    """How many rows columns have that are all lined up, and their labels."""
    arrays = [column_of(value) for value in several]
    labels = [labels_of(value) for value in several]
    if not several or labels[0] is None or arrays[0] is None:
        return None, None
    first = arrays[0].shape[0]
    for array, own in zip(arrays, labels, strict=True):
        if array is None or own is None or not lined_up(labels[0], own, first, array.shape[0]):
            return None, None
    return first, labels[0]


def _rows(value: Value) -> Dim | None:
    """How many rows a column of a dict asks for; scalars ask for none."""
    if isinstance(value, Sequence):
        return value.size
    if isinstance(value, Tensor) and value.shape.known_rank and value.rank == 1:
        return value.shape[0]
    return None


def _literal(name: Hashable, value: Value) -> Column:
    """A column of a list, an array, another column, or one scalar for all rows."""
    if isinstance(value, (Constant, Scalar)):
        number = value.payload if isinstance(value, Constant) else None
        facts = Facts(low=number, high=number, attained=True) if isinstance(number, (int, float)) else Facts()
        return Column(name, dtype_behind(value), facts)
    column = column_of(value)
    if column is not None:
        return Column(name, column.dtype, column.facts, distinct_of(value))
    dtype, facts = listed(value)
    return Column(name, dtype, facts, different(value))


def listed(value: Value) -> tuple[str | None, Facts]:
    """The dtype and the range of a column that is made of a list or an array; of a list with gaps nothing."""
    found = NP.as_tensor(value) if isinstance(value, (Sequence, Tensor)) else None
    if found is None or not found.shape.known_rank or found.rank != 1:
        return None, Facts()
    vague = isinstance(value, Sequence) and (
        found.dtype == "object" or (found.dtype == "string" and not _all_texts(value))
    )
    return (None if vague else found.dtype), found.facts


def _all_texts(value: Sequence) -> bool:
    return all(isinstance(one, (Constant, Scalar)) and one.type_name == "str" for one in value)


def different(value: Value) -> int | None:
    """How many different elements a literal has."""
    if isinstance(value, Sequence) and value.known is not None:
        plain = [one.payload if isinstance(one, Constant) else None for one in value.known]
        kinds = {type(one) for one in plain}
        return len(set(plain)) if kinds and kinds <= {int, str, bool} and len(kinds) == 1 else None
    constant = value.facts.constant if isinstance(value, Tensor) else None
    if isinstance(constant, tuple) and all(isinstance(one, (int, Dim)) for one in constant):
        return len({one.value if isinstance(one, Dim) else one for one in constant})
    return None


# -- names and labels ----------------------------------------------------------------------------------------------


def _named(frame: Frame, data: Value, names: tuple[Hashable, ...] | None) -> Frame:
    """With `columns=`: of tables and dicts those columns, of other data new names."""
    if names is None:
        return frame.with_columns(None, frame.width if isinstance(data, Tensor) else None)
    if isinstance(data, Mapping) or frame_of(data) is not None or _of_dicts(data):
        return frame.with_columns(tuple(frame.column(name) or Column(name) for name in names))
    if column_of(data) is not None:
        return frame.with_columns(tuple(frame.column(name) or Column(name) for name in names))
    kept = frame.columns or ()
    if len(kept) != len(names):
        return frame.with_columns(tuple(map(Column, names)))
    return frame.with_columns(tuple(Column(n, c.dtype, c.facts, c.distinct) for n, c in zip(names, kept, strict=True)))


def _of_dicts(data: Value) -> bool:
    return isinstance(data, Sequence) and any(isinstance(row, Mapping) for row in data)


def _over(frame: Frame, data: Value | None, index: Value) -> Frame:
    """With `index=`: the labels of lists and arrays; tables and columns are lined up with it."""
    theirs = index.hidden("labels") if isinstance(index, Instance) else None
    labels = theirs if isinstance(theirs, Rows) else Rows()
    rows = index.size if isinstance(index, Sequence) else None
    if isinstance(index, Instance) and index.cls is INDEX:
        rows = index.hidden("array").shape[0]
    scalars = isinstance(data, Mapping) and all(isinstance(v, (Constant, Scalar)) for v in data.items.values())
    if scalars and frame.columns is not None:
        return Frame.of(Dim.unknown() if rows is None else rows, frame.columns, labels)
    lines_up = isinstance(data, Instance) or (
        isinstance(data, Mapping) and any(isinstance(value, Instance) for value in data.items.values())
    )
    if data is None or lines_up:
        return Frame(Dim.unknown() if rows is None else rows, frame.width, frame.changed().columns, labels)
    return frame.labelled(labels)


__all__ = ["different", "listed", "made"]

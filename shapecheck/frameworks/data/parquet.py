"""Parquet: the columns and the number of rows of a table, from the end of its file.

Source: the Parquet format (`parquet.thrift`), the compact protocol of Thrift, and pandas' page "Storing pandas
DataFrame objects in Apache Parquet format".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from . import gate
from .gate import Unreadable

if TYPE_CHECKING:
    from collections.abc import Hashable

_LONGEST = 512 * 1024
_DEEPEST = 32
_FLOATS = {4: "float32", 5: "float64"}
_WHOLE = {1: "int32", 2: "int64"}
_OLD_WHOLE = {11: "uint8", 12: "uint16", 13: "uint32", 14: "uint64", 15: "int8", 16: "int16", 17: "int32", 18: "int64"}


class Field(NamedTuple):
    """A column: its name and dtype as pandas reads them; an unknown dtype is None."""

    name: str
    dtype: str | None


class Table(NamedTuple):
    """`plain`: the rows are labelled 0, 1, 2 and so on. `named`: the names are those of the columns in pandas, too."""

    rows: int
    fields: tuple[Field, ...]
    plain: bool
    named: bool


def table(path: str) -> Table | None:
    """What a file says of its table."""
    return gate.look(path, _table)


def _table(file: gate.Reader) -> Table | None:
    end = file.at(file.size - 8, 8)
    length = int.from_bytes(end[:4], "little")
    if end[4:] != b"PAR1" or file.at(0, 4) != b"PAR1" or length > _LONGEST:
        return None
    found = _Compact(file.at(file.size - 8 - length, length)).struct(0)
    schema, rows, notes = found[2], found[3], {pair[1]: pair.get(2, b"") for pair in found.get(5, ())}
    if not isinstance(rows, int) or rows < 0:
        return None
    columns, at = _children(schema, 0)
    if at != len(schema):
        return None
    filled = _filled(found.get(4, ()))
    told = _pandas(notes[b"pandas"]) if b"pandas" in notes else None
    sure = told is not None or b"ARROW:schema" not in notes
    fields = [Field(element[4].decode(), _dtype(element, filled) if sure else None) for element in columns]
    return Table(rows, tuple(fields), True, True) if told is None else told.applied(rows, fields)


def _children(schema: list[dict[int, Any]], at: int) -> tuple[list[dict[int, Any]], int]:
    """The elements right below one, and where its description ends."""
    own, left = [], []
    element, at = schema[at], at + 1
    left.append(element.get(5, 0))
    while left:
        if not left[-1]:
            left.pop()
            continue
        left[-1] -= 1
        element, at = schema[at], at + 1
        if len(left) == 1:
            own.append(element)
        left.append(element.get(5, 0))
    return own, at


def _filled(groups: list[dict[int, Any]]) -> set[bytes]:
    """The columns without a missing element."""
    empty: set[bytes] = set()
    seen: set[bytes] = set()
    for group in groups:
        for chunk in group[1]:
            about = chunk.get(3, {})
            name = about.get(3, [b""])[0]
            seen.add(name)
            if about.get(12, {}).get(3) != 0:
                empty.add(name)
    return seen - empty


def _dtype(element: dict[int, Any], filled: set[bytes]) -> str | None:
    kind, how, logical, old = element.get(1), element.get(3), element.get(10, {}), element.get(6)
    if how == 2 or kind is None:
        return None
    if kind in (6, 7):
        return "object" if old == 0 or 1 in logical else None
    if kind in _FLOATS:
        return _FLOATS[kind]
    if how != 0 and element[4] not in filled:
        return None  # whole numbers with gaps are floats
    if kind == 0:
        return "bool"
    if kind not in _WHOLE:
        return None
    if 10 in logical:
        width, signed = logical[10].get(1), logical[10].get(2)
        return f"{'' if signed else 'u'}int{width}" if width in (8, 16, 32, 64) and signed is not None else None
    return None if logical else _WHOLE[kind] if old is None else _OLD_WHOLE.get(old)


class _Told(NamedTuple):
    """What pandas noted of the table that was written."""

    labels: frozenset[str]
    plain: bool
    kinds: dict[str, tuple[object, object]]
    named: bool

    def applied(self, rows: int, fields: list[Field]) -> Table:
        kept = [field for field in fields if field.name not in self.labels]
        return Table(rows, tuple(Field(f.name, self._agreed(f)) for f in kept), self.plain, self.named)

    def _agreed(self, field: Field) -> str | None:
        """The dtype, where pandas noted the same: it may have been one of its own."""
        own, kind = self.kinds.get(field.name, (None, None))
        if field.dtype == "object":
            return "object" if own in ("unicode", "object") and kind in ("object", "str") else None
        return field.dtype if own == kind == field.dtype else None


def _pandas(note: bytes) -> _Told:
    import json

    found = json.loads(note)
    labels = found.get("index_columns", [])
    ranges = [one for one in labels if isinstance(one, dict)]
    plain = not labels or (
        len(labels) == len(ranges) == 1 and (ranges[0].get("start"), ranges[0].get("step")) == (0, 1)
    )
    kinds = {one["field_name"]: (one["pandas_type"], one["numpy_type"]) for one in found["columns"]}
    named = all(one.get("pandas_type") in ("unicode", "empty") for one in found.get("column_indexes", ()))
    renamed = any(one["name"] != one["field_name"] for one in found["columns"] if one["field_name"] not in labels)
    single = len(found.get("column_indexes", ())) <= 1
    names: list[Hashable] = [one for one in labels if isinstance(one, str)]
    return _Told(frozenset(map(str, names)), plain, kinds, named and single and not renamed)


class _Compact:
    """Thrift's compact protocol: structs as dicts by the number of the field."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.place = 0

    def _byte(self) -> int:
        self.place += 1
        return self.data[self.place - 1]

    def _number(self) -> int:
        found = shift = 0
        while True:
            byte = self._byte()
            found |= (byte & 127) << shift
            if byte < 128:
                return found
            shift += 7
            if shift > 63:
                raise Unreadable("a number that does not end")

    def _signed(self) -> int:
        found = self._number()
        return found >> 1 ^ -(found & 1)

    def struct(self, depth: int) -> dict[int, Any]:
        found: dict[int, Any] = {}
        field = 0
        while head := self._byte():
            field = field + (head >> 4) if head >> 4 else self._signed()
            found[field] = self._value(head & 15, depth + 1)
        return found

    def _value(self, kind: int, depth: int) -> Any:
        if depth > _DEEPEST:
            raise Unreadable("values inside one another")
        if kind in (1, 2):
            return kind == 1
        if kind == 3:
            return self._byte()
        if kind in (4, 5, 6):
            return self._signed()
        if kind == 7:
            self.place += 8
            return None
        if kind == 8:
            length = self._number()
            self.place += length
            if self.place > len(self.data):
                raise Unreadable("a text that is cut off")
            return self.data[self.place - length : self.place]
        if kind in (9, 10):
            return self._list(depth)
        if kind == 12:
            return self.struct(depth)
        raise Unreadable("a kind of value that is not known")

    def _list(self, depth: int) -> list[Any]:
        head = self._byte()
        length = head >> 4 if head >> 4 < 15 else self._number()
        if length > len(self.data) - self.place:
            raise Unreadable("a list that is cut off")
        if head & 15 in (1, 2):
            return [self._byte() == 1 for _ in range(length)]
        return [self._value(head & 15, depth) for _ in range(length)]

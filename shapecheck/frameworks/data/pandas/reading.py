"""The columns of a csv file, as `read_csv` would name and type them; from a bounded look at the file."""

from __future__ import annotations

from dataclasses import replace

from ....core.dim import Dim
from ....core.origin import Origin
from ....core.tensor import Facts
from ..frames import Column, Frame
from ..peek import texts

_MISSING = {"", "nan", "NaN", "NA", "N/A", "null", "NULL", "None", "#N/A", "n/a", "<NA>", "-nan", "-NaN", "#NA"}
_WHOLE = set("0123456789+-")
_MOST = 1_000_000
"""Files of more cells are not gone through cell by cell."""


def frame_of(path: str, delimiter: str, header: bool, names: list[str] | None, origin: Origin) -> Frame | None:
    """None where the file cannot be read, or its rows differ in length."""
    import csv

    found = texts(path)
    if found is None or not found[0]:
        return None
    rows: list[list[str]] = []
    try:
        for part in found[0]:
            rows += csv.reader(part.splitlines(keepends=True), delimiter=delimiter)
    except (csv.Error, TypeError):
        return None
    rows = [row for row in rows if row]
    if not rows:
        return None
    first = rows.pop(0) if header else None
    widths = {len(row) for row in rows} or {len(first or ())}
    if len(widths) > 1 or (first is not None and len(first) != max(widths)):
        return None
    width = max(widths)
    named: list[object] = list(names or first or range(width))
    if len(named) != width or len(set(named)) < width or len(rows) * width > _MOST:
        return None
    whole = found[1]
    count = Dim.of(len(rows), origin) if whole else Dim.unknown(low=len(rows), origin=origin)
    cells = zip(*rows, strict=True) if rows else [()] * width
    columns = tuple(_column(str(name), values, whole) for name, values in zip(named, cells, strict=True))
    if names is None and first is None:
        columns = tuple(Column(i, column.dtype, column.facts) for i, column in enumerate(columns))
    return Frame(count, Dim.of(width, origin), columns)


def _column(name: str, cells: tuple[str, ...], whole: bool) -> Column:
    found = _typed(name, cells, whole)
    missing = any(cell.strip() in _MISSING for cell in cells)
    return found if missing or not whole else replace(found, distinct=len(set(cells)))


def _typed(name: str, cells: tuple[str, ...], whole: bool) -> Column:
    """The type that pandas infers: whole numbers, numbers, or texts. Of a part of a file only texts are certain."""
    values = [cell.strip() for cell in cells]
    missing = any(value in _MISSING for value in values)
    present = [value for value in values if value not in _MISSING]
    if not present:
        return Column(name, None)
    numbers = _numbers(present)
    if numbers is None:
        logical = set(present) <= {"True", "False", "TRUE", "FALSE", "true", "false"}
        return Column(name, None if logical and not whole else "bool" if logical and not missing else "object")
    if not whole:
        return Column(name, None)
    integral = not missing and all(set(value) <= _WHOLE for value in present)
    facts = Facts(low=min(numbers), high=max(numbers), attained=True)
    if integral and max(map(abs, numbers)) < 2**53:
        return Column(name, "int64", Facts(low=int(facts.low or 0), high=int(facts.high or 0), attained=True))
    return Column(name, "float64", facts)


def _numbers(values: list[str]) -> list[float] | None:
    try:
        numbers = [float(value) for value in values]
    except ValueError:
        return None
    # float() takes more than read_csv does
    return None if any("_" in value for value in values) or any(n != n for n in numbers) else numbers

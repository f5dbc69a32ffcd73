"""Looks at csv and text files."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from shapecheck.core.containers import Mapping, Sequence
from shapecheck.core.plain import Constant, Scalar
from shapecheck.core.value import Arguments, Value
from shapecheck.frameworks.data import peek
from tests.fakes import FakeContext, run


def written(folder: Path, text: str | bytes, name: str = "data.csv") -> str:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(file)


def test_rows_of_digits(tmp_path: Path) -> None:
    rows = "".join(f"{'01234'},{'56'}\n" for _ in range(7))
    found = peek.table(written(tmp_path, "left,right\n" + rows))
    assert found is not None
    assert found.header == ["left", "right"]
    assert (found.rows, found.least) == (7, 7)
    assert found.columns is not None
    assert [column.length for column in found.columns] == [5, 2]
    assert found.columns[1].alphabet == {"5", "6"}
    assert found.columns[0].values == {"01234"}


@pytest.mark.parametrize(
    ("text", "header", "lengths", "rows"),
    [
        ("1,2\n3,4\n", None, [1, 1], 2),
        ("a,b\n3,4\n", ["a", "b"], [1, 1], 1),
        ("a,b\nc,d\n", None, [1, 1], 2),
        ("1,2\n3\n", ["1", "2"], [1], 1),
        ("x,y\n1,22\n3,4\n", ["x", "y"], [1, None], 2),
        ("x\n1\n\n2\n", ["x"], None, 3),
        ('"a,b",c\n"1\n2",3\n', ["a,b", "c"], [3, 1], 1),
        ("x\r\n1\r\n2\r\n", ["x"], [1], 2),
        ("1.5,2\n-3e4,4\n", None, [None, 1], 2),
        ("", None, None, 0),
        ("a,b", None, [1, 1], 1),
    ],
)
def test_tables(
    tmp_path: Path, text: str, header: list[str] | None, lengths: list[int | None] | None, rows: int
) -> None:
    found = peek.table(written(tmp_path, text))
    assert found is not None
    assert (found.header, found.rows) == (header, rows)
    assert (None if found.columns is None else [column.length for column in found.columns]) == lengths


def test_large_files_are_sampled(tmp_path: Path) -> None:
    name = written(tmp_path, "a,b\n" + "1234567,89\n" * 200_000)
    found = peek.table(name)
    assert found is not None
    assert found.rows == 200_000
    assert 10_000 < found.least < 200_000
    assert found.columns is not None
    assert [column.length for column in found.columns] == [7, 2]
    odd = written(tmp_path, "1\n" * 200_000 + "22\n" * 10)
    lines = peek.lines(odd)
    assert lines is not None
    assert lines.line.length is None


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("odd", ["", "\n", " \n", "\t \n", " ,1,2\n", '"a,b",1,2\n', "1,2\r3\n", "1,2,3\0\n", "1,2,3"])
def test_lines_of_large_files_are_counted(tmp_path: Path, odd: str, end: str) -> None:
    """As Python counts them; where none is empty or has quotes, csv and pandas agree."""
    more = "7,8,9\n" * 40_000 if odd.endswith("\n") else ""
    name = written(tmp_path, ("a,b,c\n" + "1,22,text\n" * 40_000 + odd + more).replace("\n", end))
    found = peek.extent(name)
    if found is None:
        assert "\0" in odd or "\r" in odd
        return
    with open(name) as file:
        assert found.lines == len(file.readlines())
    if found.plain:
        with open(name, newline="") as file:
            assert found.lines == len(list(csv.reader(file)))
    assert found.plain == (not odd or (bool(odd.strip()) and "\"" not in odd))


@pytest.mark.parametrize("data", [b"\xff\xfe,\n", b"a\xe9,b\n"])
def test_not_text(tmp_path: Path, data: bytes) -> None:
    assert peek.table(written(tmp_path, data)) is None


def test_not_regular_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in (tmp_path, tmp_path / "missing.csv", tmp_path / "pipe", "/dev/zero", "a\0b"):
        assert peek.table(str(name)) is None
        assert peek.lines(str(name)) is None


def reader(tmp_path: Path, text: str, path: str = "csv.reader", **how: Value) -> tuple[FakeContext, Value]:
    context = FakeContext({"data.csv": written(tmp_path, text)})
    file = run(context, "builtins.open", Constant("data.csv"), Constant("r"))
    return context, run(context, path, file, **how)


def test_reader(tmp_path: Path) -> None:
    _, rows = reader(tmp_path, "x;y\n" + "010;11\n" * 60, delimiter=Constant(";"))
    assert isinstance(rows, Sequence)
    assert [item.payload for item in rows.items[0]] == ["x", "y"]  # type: ignore[attr-defined]
    assert rows.count == 60
    assert rows.count.origin is not None
    assert rows.count.origin.what == "60 rows in data.csv"
    cell = rows.rest.items[0]  # type: ignore[union-attr]
    assert isinstance(cell, Scalar)
    assert cell.length_ == 3
    assert cell.length_ is not None
    assert cell.length_.origin is not None
    assert cell.length_.origin.what == "3 characters a row in data.csv"
    assert cell.alphabet == frozenset("01")


def test_dict_reader(tmp_path: Path) -> None:
    context, rows = reader(tmp_path, "x,y\n1,22\n3,44\n", "csv.DictReader")
    found = context.iterate(rows)
    assert isinstance(found, Sequence)
    assert found.count == 2
    assert isinstance(found.rest, Mapping)
    assert list(found.rest.items) == ["x", "y"]


def test_unknown_files() -> None:
    context = FakeContext()
    file = run(context, "builtins.open", Constant("data.csv"))
    rows = run(context, "csv.reader", file)
    assert isinstance(rows, Sequence)
    assert rows.count.is_unknown
    assert isinstance(rows.rest, Sequence)
    assert isinstance(rows.rest.rest, Scalar)
    lines = context.iterate(file)
    assert isinstance(lines, Sequence)
    assert isinstance(lines.rest, Scalar)


def test_lines(tmp_path: Path) -> None:
    context = FakeContext({"a.txt": written(tmp_path, "abc\ndef\n", "a.txt")})
    for way in ("__iter__", "readlines"):
        file = run(context, "builtins.open", Constant("a.txt"))
        lines = context.call(context.attribute(file, way), Arguments())
        assert isinstance(lines, Sequence)
        assert lines.count == 2
        assert isinstance(lines.rest, Scalar)
        assert lines.rest.length_ == 4
    for mode in ("w", "rb", "a+"):
        other = run(context, "builtins.open", Constant("a.txt"), Constant(mode))
        found = context.iterate(other)
        assert isinstance(found, Sequence)
        assert found.count.is_unknown


def test_paths_name_files(tmp_path: Path) -> None:
    context = FakeContext({"d/a.txt": written(tmp_path, "abc\n", "a.txt")})
    folder = run(context, "pathlib.Path", Constant("d"))
    path = folder.binary(context, "/", Constant("a.txt"), False)
    assert path is not None
    for file in (run(context, "builtins.open", path), context.call(context.attribute(path, "open"), Arguments())):
        found = context.iterate(file)
        assert isinstance(found, Sequence)
        assert found.count == 1


def split(context: FakeContext, line: Value | None, separator: Value | None = None, strip: bool = True) -> list[Scalar]:
    assert line is not None
    if strip:
        line = context.call(context.attribute(line, "strip"), Arguments())
    cells = context.call(context.attribute(line, "split"), Arguments(() if separator is None else (separator,)))
    assert isinstance(cells, Sequence)
    return [cell for cell in cells.items if isinstance(cell, Scalar)]


@pytest.mark.parametrize(("text", "separator"), [("x,y\n010,11\n111,00\n", ","), ("010 11\n111  00\n", None)])
def test_lines_split_by_hand(tmp_path: Path, text: str, separator: str | None) -> None:
    context = FakeContext({"a.txt": written(tmp_path, text, "a.txt")})
    file = run(context, "builtins.open", Constant("a.txt"))
    lines = context.iterate(file)
    assert isinstance(lines, Sequence)
    assert len(lines.items) == (separator == ",")
    assert lines.count == 2
    strip = separator is not None
    cells = split(context, lines.rest, Constant(separator) if separator else None, strip)
    assert [cell.length_ and cell.length_.value for cell in cells] == [3, 2]
    assert cells[1].alphabet == frozenset("01")
    raw = split(context, lines.rest, Constant(","), strip=False)
    assert [cell.length_ and cell.length_.value for cell in raw] == ([3, 3] if strip else [None])


def test_text_split_into_lines(tmp_path: Path) -> None:
    context = FakeContext({"a.txt": written(tmp_path, "1,2\n3,4\n", "a.txt")})
    text = context.call(context.attribute(run(context, "builtins.open", Constant("a.txt")), "read"), Arguments())
    lines = context.call(context.attribute(text, "splitlines"), Arguments())
    assert isinstance(lines, Sequence)
    assert lines.count == 2
    assert len(split(context, lines.rest, Constant(","), strip=False)) == 2

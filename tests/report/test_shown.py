"""Code with shapes: places as tools read them, comments as people do."""

from __future__ import annotations

import ast
import json
from typing import Any

from shapecheck.core.span import Span
from shapecheck.findings import Listing
from shapecheck.interp.shown import Row, Sizes
from shapecheck.report import View, shown
from shapecheck.source.module import Cell, Module

from .samples import module, span


def row(of: Module, whole: str, name: str | None = None, shape: Sizes | None = (2, 3), part: str = "") -> Row:
    where = span(of, whole)
    return Row(where, span(of, name or whole), part, shape, "float32")


def listed(of: Module, rows: tuple[Row, ...]) -> list[Listing]:
    return [Listing(of.path, {of.path: list(rows)}, module=of)]


def text(of: Module, *rows: Row, view: View | None = None) -> list[str]:
    return "".join(shown.text(listed(of, rows), view or View())).split("\n")[:-1]


def entries(of: Module, *rows: Row) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads("".join(shown.json(listed(of, rows), View())))
    return told


def test_places_are_those_of_ast() -> None:
    of = module('größe = "ü"; y = f(\n    "é", g(x))\n')
    call = ast.parse(of.text).body[1].value  # type: ignore[attr-defined]
    (told,) = entries(of, row(of, 'f(\n    "é", g(x))', "f"))
    assert (told["line"], told["col"], told["end_line"], told["end_col"]) == (
        call.lineno, call.col_offset, call.end_lineno, call.end_col_offset
    )  # fmt: skip
    assert list(told) == ["file", "line", "col", "end_line", "end_col", "name", "shape", "dtype"]


def test_cells_of_notebooks() -> None:
    of = module("x = 1\ny = f(x)", "book.ipynb", (Cell(1, 1, 1), Cell(3, 2, 1)))
    (told,) = entries(of, row(of, "f(x)", "f"))
    assert (told["file"], told["cell"], told["line"], told["col"]) == ("book.ipynb", 3, 1, 4)
    assert text(of, row(of, "f(x)", "f")) == ["# cell 1", "x = 1", "# cell 3", "y = f(x)  # [2, 3] float32"]


def test_names_are_written_in_one_line() -> None:
    of = module("y = (a\n     .f)(x)")
    assert entries(of, row(of, "(a\n     .f)(x)", "(a\n     .f)"))[0]["name"] == "(a .f)"
    of = module("y = f(x)")
    told = entries(of, row(of, "f(x)", "f", part="[0]['k']"))[0]
    assert (told["name"], told["part"]) == ("f[0]['k']", "[0]['k']")


def test_no_rows() -> None:
    of = module("x = 1\n")
    assert entries(of) == []
    assert text(of) == ["x = 1"]


def test_comments_stand_in_one_column_or_beneath() -> None:
    of = module("y = f(x)\nif y:\n    zzz = g(y, " + "1, " * 30 + "1)\n    n = h(zzz)\n")
    rows = [row(of, "f(x)", "f"), row(of, "y"), row(of, "zzz"), row(of, "h(zzz)", "h", ("batch", None))]
    assert text(of, *rows) == [
        "y = f(x)        # [2, 3] float32",
        "if y:",
        of.lines[2],
        "    # [2, 3] float32",
        "    n = h(zzz)  # [batch, ?] float32",
    ]


def test_results_are_joined_up_to_a_bound() -> None:
    of = module("y = f(x)\n")
    rows = [row(of, "f(x)", "f", (size,)) for size in range(6)]
    assert text(of, *rows) == ["y = f(x)  # [0] float32 | [1] float32 | [2] float32 | [3] float32 | 2 more"]
    unknown = [Row(rows[0].span, rows[0].name, "", None, dtype) for dtype in ("int64", None)]
    assert text(of, *unknown) == ["y = f(x)  # [...] int64 | ?"]


def test_calls_of_one_line_are_named_and_operators_only_told_alone() -> None:
    of = module("y = f(g(x)) + 1\nreturn x + 2\n")
    rows = [row(of, "g(x)", "g", (1,)), row(of, "f(g(x))", "f"), row(of, "y")]
    sums = [Row(span(of, whole), "+", "", (7,), "int64") for whole in ("f(g(x)) + 1", "x + 2")]
    assert text(of, *rows, *sums) == [
        "y = f(g(x)) + 1  # g: [1] float32; f: [2, 3] float32",
        "return x + 2     # [7] int64",
    ]


def test_what_is_unpacked_is_told_by_its_names() -> None:
    of = module("a, b = f(x)\n")
    parts = [row(of, "f(x)", "f", part=f"[{i}]") for i in (0, 1)]
    assert text(of, *parts) == ["a, b = f(x)  # f[0]: [2, 3] float32; f[1]: [2, 3] float32"]
    assert text(of, *parts, row(of, "a"), row(of, "b")) == ["a, b = f(x)  # a: [2, 3] float32; b: [2, 3] float32"]


def test_other_files_have_a_heading_and_only_their_lines() -> None:
    of, other = module("y = f(x)\n"), module("import a\nb = 1\nc = g(b)\n", "lib.py")
    found = {of.path: [row(of, "y")], "lib.py": [row(other, "c")]}
    told = "".join(shown.text([Listing(of.path, found, module=of, others={"lib.py": other})], View()))
    assert told == (
        "# train.py\ny = f(x)  # [2, 3] float32\n\n# lib.py\n# line 3\nc = g(b)  # [2, 3] float32\n"
    )


def test_nothing_steers_the_terminal_and_colour_is_asked_for() -> None:
    of = module("y = f('\x1b[31m')\n")
    found = row(of, "y")
    assert "\x1b" not in "".join(text(of, found))
    assert text(of, found, view=View(True))[0].endswith("\x1b[1;34m# [2, 3] float32\x1b[0m")


def test_a_span_past_the_text_is_no_crash() -> None:
    of = module("y = 1")
    assert entries(of, Row(Span(of.path, 9, 3, 9, 4), Span(of.path, 9, 3, 9, 4), "", None, None))[0]["name"] == ""

"""Where the code of a notebook stands in its JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shapecheck.source import read
from shapecheck.source.layout import Layout

TEXTS = st.lists(st.text(alphabet="ab\n\r\t\"\\/é😀\u2028\x7f", max_size=12), min_size=1, max_size=4)


def document(cells: list[list[str]], joined: bool, indent: int | None, ascii: bool, old: bool) -> str:
    made: list[dict[str, Any]] = []
    for source in cells:
        key = "input" if old else "source"
        made.append({"outputs": [{"cells": [1]}], "cell_type": "code", key: "".join(source) if joined else source})
    notebook = {"worksheets": [{"cells": made}]} if old else {"metadata": {"source": "x"}, "cells": made}
    return json.dumps(notebook, indent=indent, ensure_ascii=ascii)


def lines_of(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(st.lists(TEXTS, min_size=1, max_size=3), st.booleans(), st.sampled_from([None, 1]), st.booleans(), st.booleans())
def test_what_is_inserted_at_a_place_is_there_when_the_notebook_is_read(
    cells: list[list[str]], joined: bool, indent: int | None, ascii: bool, old: bool
) -> None:
    text = document(cells, joined, indent, ascii, old)
    layout = Layout(text)
    for index, source in enumerate(cells, 1):
        lines = lines_of("".join(source))
        for row, line in enumerate(lines, 1):
            for column in range(len(line) + 1):
                at = layout.offset(index, row, column)
                if joined or source:
                    changed = json.loads(text[:at] + "@@" + text[at:])
                    cell = (changed["worksheets"][0] if old else changed)["cells"][index - 1]
                    told = lines_of("".join(cell["input" if old else "source"]))
                    assert told[row - 1] == line[:column] + "@@" + line[column:]
                number, place = layout.position(at)
                assert sum(len(each) for each in text.splitlines(True)[: number - 1]) + place == at or "\u2028" in text


@pytest.mark.parametrize("indent", [None, 1])
def test_lines_of_the_document(indent: int | None) -> None:
    text = json.dumps({"cells": [{"cell_type": "code", "source": ["x = 1\n", "y = 2"]}]}, indent=indent)
    module = read("n.ipynb", text)
    assert module.layout is not None and read("a.py", "x = 1").layout is None
    line, column = module.layout.position(module.layout.offset(1, 2, 4))
    assert module.layout.line(line)[column:].startswith('2"')

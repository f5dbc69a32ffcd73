"""The JSON format: ruff's array and our own keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from shapecheck.findings import Note, Report
from shapecheck.report import View, printer
from shapecheck.source.module import Cell

from .samples import explained, finding, module, report, span

LOCATION = {
    "type": "object",
    "properties": {"row": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "required": ["row", "column"],
    "additionalProperties": False,
}
PLACE = {"filename": {"type": "string"}, "location": LOCATION, "end_location": LOCATION}
RUFF = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            **PLACE,
            "cell": {"type": ["integer", "null"]},
            "code": {"type": "string", "pattern": "^SHP[0-9]{3}$"},
            "message": {"type": "string"},
            "noqa_row": {"type": "integer"},
            "url": {"type": ["string", "null"]},
            "severity": {"enum": ["error", "warning", "info"]},
            "fix": {
                "type": ["object", "null"],
                "properties": {
                    "applicability": {"enum": ["safe", "unsafe", "display-only"]},
                    "message": {"type": "string"},
                    "edits": {
                        "type": "array",
                        "items": {"type": "object", "properties": {**PLACE, "content": {"type": "string"}}},
                    },
                },
                "required": ["applicability", "message", "edits"],
            },
        },
        "required": [
            "cell", "code", "name", "severity", "message", "filename", "location", "end_location", "fix", "url",
            "noqa_row", "related", "runtime_error", "confirmed",
        ],
    },
}  # fmt: skip


def printed(*reports: Report) -> list[dict[str, Any]]:
    view = View()
    told: list[dict[str, Any]] = json.loads("".join(printer("json")(view.tally.watch(reports), view)))
    jsonschema.validate(told, RUFF)
    return told


@pytest.mark.parametrize("count", [0, 1, 3])
def test_one_object_a_finding(count: int) -> None:
    assert len(printed(*[explained()] * count)) == count
    assert printed(report()) == []


def test_rows_and_columns_count_from_one() -> None:
    (told,) = printed(explained())
    assert (told["location"], told["end_location"]) == ({"row": 5, "column": 20}, {"row": 5, "column": 27})
    assert [place["location"] for place in told["related"]] == [{"row": 4, "column": 20}, {"row": 3, "column": 27}]
    assert told["fix"]["edits"][0]["content"] == '"categorical_crossentropy"'
    assert told["fix"]["edits"][0]["location"] == {"row": 4, "column": 20}


def test_run_time_error_is_one_text_or_several() -> None:
    (told,) = printed(explained())
    assert told["runtime_error"] == [
        "logits and labels must have the same first dimension", "Argument `output`\nmust have rank",
    ]  # fmt: skip
    (told,) = printed(report(finding(span(module(), "y_train"))))
    assert told["runtime_error"] is None


def test_columns_are_code_points() -> None:
    of = module("'层😀' + y\n")
    (told,) = printed(report(finding(span(of, "y")), of=of))
    assert told["location"]["column"] == 8


def test_notebooks_have_cells() -> None:
    of = module(cells=(Cell(2, 1, 2), Cell(4, 3, 3)), path="n.ipynb")
    (told,) = printed(report(finding(span(of, "y_train"), Note(span(of, "keras"), "here")), of=of))
    assert (told["cell"], told["location"]) == (4, {"row": 3, "column": 20})
    assert (told["related"][0]["cell"], told["related"][0]["location"]["row"]) == (2, 1)


def test_file_names_are_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert printed(explained())[0]["filename"] == "train.py"  # there is no such file, as with standard input
    Path("train.py").touch()
    assert printed(explained())[0]["filename"] == str(tmp_path / "train.py")

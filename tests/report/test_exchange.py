"""The formats that other tools read: as their schemas or the tools themselves say."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from shapecheck.findings import Note, Report, Severity
from shapecheck.report import View, printer
from shapecheck.source import read
from shapecheck.source.module import Module

from .samples import explained, finding, module, report, span

POSITION = {
    "type": "object", "required": ["line", "column"], "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}  # fmt: skip
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["check_name", "description", "severity", "fingerprint", "location"],
        "properties": {
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "fingerprint": {"type": "string", "minLength": 1},
            "location": {
                "type": "object", "required": ["path", "positions", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/.]"},
                    "positions": {"type": "object", "properties": {"begin": POSITION, "end": POSITION}},
                },
            },
        },
    },
}  # fmt: skip
RANGE = {
    "type": "object", "required": ["start", "end"], "additionalProperties": False,
    "properties": {"start": POSITION, "end": POSITION},
}  # fmt: skip
LOCATION = {
    "type": "object", "required": ["path", "range"], "additionalProperties": False,
    "properties": {"path": {"type": "string"}, "range": RANGE},
}  # fmt: skip
RDJSON = {
    "type": "object", "required": ["source", "diagnostics"], "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object", "required": ["message", "location"], "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"}, "location": LOCATION, "code": {"type": "object"},
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "relatedLocations": {"type": "array", "items": {
                        "type": "object", "properties": {"message": {"type": "string"}, "location": LOCATION},
                        "additionalProperties": False,
                    }},
                    "suggestions": {"type": "array", "items": {
                        "type": "object", "properties": {"range": RANGE, "text": {"type": "string"}},
                        "required": ["range", "text"], "additionalProperties": False,
                    }},
                },
            },
        },
    },
}  # fmt: skip


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def printed(form: str, *reports: Report, quiet: bool = False) -> str:
    view = View(quiet=quiet)
    return "".join(printer(form)(view.tally.watch(reports), view))


def notebook() -> Module:
    cells: list[dict[str, Any]] = [
        {"cell_type": "markdown", "source": "# words"},
        {"cell_type": "code", "source": ["x = 1\n", "s = 'é😀'; y = x"]},
        {"cell_type": "code", "source": "\tz = '\"'; f(y)\n"},
    ]
    return read("books/n.ipynb", json.dumps({"cells": cells}, indent=1))


def noted() -> Report:
    of = notebook()
    return report(finding(span(of, "f(y)"), Note(span(of, "x", 1), "made here")), of=of)


def unread() -> Report:
    return Report("lost.py", notes=["lost.py: not UTF-8 text"])


def raw(of: Module, where: dict[str, int]) -> str:
    """What stands at a region of one line of the notebook's file."""
    assert of.document is not None and where["startLine"] == where["endLine"]
    return of.document.split("\n")[where["startLine"] - 1][where["startColumn"] - 1 : where["endColumn"] - 1]


# -- SARIF -----------------------------------------------------------------------------------------------------------


def sarif(*reports: Report) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(printed("sarif", *reports))
    checked = pytest.importorskip("sarif_pydantic", reason="sarif-pydantic is not installed")
    checked.Sarif.model_validate(told)
    run: dict[str, Any] = told["runs"][0]
    return run


def test_sarif_of_nothing_and_of_what_could_not_be_read() -> None:
    assert sarif()["results"] == []
    run = sarif(unread())
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "lost.py: not UTF-8 text"


def test_sarif(here: Path) -> None:
    run = sarif(explained(), explained())
    assert run["originalUriBaseIds"] == {"%SRCROOT%": {"uri": here.as_uri() + "/"}}
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["SHP201"]
    first, second = run["results"]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("SHP201", 0, "error")
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "train.py", "uriBaseId": "%SRCROOT%"}
    assert physical["region"] == {
        "startLine": 5, "startColumn": 20, "endLine": 5, "endColumn": 27, "snippet": {"text": "y_train"},
    }  # fmt: skip
    assert [each["message"]["text"] for each in first["relatedLocations"]] == [
        "takes class ids [batch]", "predictions [batch, 80] are made here",
    ]  # fmt: skip
    (change,) = first["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"] == '"categorical_crossentropy"'
    assert first["partialFingerprints"] == second["partialFingerprints"]


def test_fingerprints_are_those_of_the_text_of_the_line() -> None:
    def keys(text: str) -> list[str]:
        of = module(text)
        found = [finding(span(of, "f(x)", nth)) for nth in range(text.count("f(x)"))]
        results = sarif(report(*found, of=of))["results"]
        return [each["partialFingerprints"]["primaryLocationLineHash"] for each in results]

    one, two = keys("f(x)\nf(x)\n")
    assert one.rpartition(":")[0] == two.rpartition(":")[0] and (one[-1], two[-1]) == ("1", "2")
    assert keys("import a\n\n  f(x)\nf(x)\n") == [one, two]
    assert keys("f(x) \n")[0] == one != keys("y = f(x)\n")[0]


def test_sarif_of_notebooks_has_the_lines_of_the_file() -> None:
    told = noted()
    assert told.module is not None
    (result,) = sarif(told)["results"]
    place = result["locations"][0]
    assert raw(told.module, place["physicalLocation"]["region"]) == "f(y)"
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "books/n.ipynb"
    assert {"name": "cell 3", "fullyQualifiedName": "cell 3", "kind": "cell"} in place["logicalLocations"]
    assert raw(told.module, result["relatedLocations"][0]["physicalLocation"]["region"]) == "x"


def test_sarif_names_the_function_around() -> None:
    of = read("a b/ü.py", "class Net:\n    if x:\n        def forward(self):\n            return f(x)\n")
    (result,) = sarif(report(finding(span(of, "f(x)")), of=of))["results"]
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/%C3%BC.py"
    assert place["logicalLocations"] == [{"name": "forward", "fullyQualifiedName": "Net.forward", "kind": "function"}]


def test_sarif_of_a_file_elsewhere_has_a_full_uri() -> None:
    of = module(path="/elsewhere/train.py")
    (result,) = sarif(report(finding(span(of, "y_train")), of=of))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///elsewhere/train.py"}


# -- GitHub ----------------------------------------------------------------------------------------------------------


def test_github(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    told = explained()
    told.findings[0] = told.findings[0].changed(message="100% of a,b:\nc")
    line, last = printed("github", told).splitlines()
    assert line == (
        "::error title=shapecheck (SHP201),file=train.py,line=5,endLine=5,col=20,endColumn=27::"
        "train.py:5:20: SHP201 sparse-labels-rank: 100%25 of a,b:%0Ac%0A"
        "run time: logits and labels must have the same first dimension%0A"
        "run time: Argument `output`%0Amust have rank%0Ahelp: use categorical_crossentropy"
    )
    assert last.startswith("1 error in 1 file")
    (here / "sub").mkdir()
    monkeypatch.setenv("GITHUB_WORKSPACE", str(here))
    monkeypatch.chdir(here / "sub")
    assert ",file=sub/train.py," in printed("github", told)


def test_github_shows_the_gravest_ten_of_each_kind() -> None:
    of = module()
    kinds = [Severity.INFO] * 2 + [Severity.WARNING] * 12 + [Severity.ERROR] * 11
    found = [finding(span(of, "y_train"), severity=kind) for kind in kinds]
    lines = printed("github", report(*found, of=of)).splitlines()
    assert [line.split(" ")[0] for line in lines[:22]] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 2
    assert lines[22].startswith("3 more that GitHub does not show") and len(lines) == 27


def test_github_of_notebooks() -> None:
    told = noted()
    assert told.module is not None and told.module.document is not None
    line = printed("github", told, quiet=True)
    number = next(n for n, text in enumerate(told.module.document.split("\n"), 1) if "f(y)" in text)
    assert f"file=books/n.ipynb,line={number}," in line and "::books/n.ipynb:cell 3:1:11: " in line


# -- GitLab, reviewdog, JUnit ----------------------------------------------------------------------------------------


def test_gitlab() -> None:
    of = module("f(x)\nf(x)\nf(x)\n")
    found = [finding(span(of, "f(x)", nth)) for nth in range(3)]
    told = json.loads(printed("gitlab", report(*found, of=of), noted(), explained()))
    jsonschema.validate(told, GITLAB)
    assert len({each["fingerprint"] for each in told}) == len(told) == 5
    assert told[0]["location"]["positions"] == {"begin": {"line": 1, "column": 1}, "end": {"line": 1, "column": 5}}
    assert json.loads(printed("gitlab")) == []


def test_rdjson_counts_bytes() -> None:
    of = module("s = '层😀'; f(y)\n")
    told = json.loads(printed("rdjson", report(finding(span(of, "y")), of=of), explained(), noted()))
    jsonschema.validate(told, RDJSON)
    first, second, third = told["diagnostics"]
    line = of.lines[0].encode()
    where = first["location"]["range"]
    assert line[where["start"]["column"] - 1 : where["end"]["column"] - 1] == b"y"
    assert second["suggestions"][0]["text"] == '"categorical_crossentropy"'
    assert third["location"]["path"] == "books/n.ipynb" and "suggestions" not in third


def test_junit() -> None:
    of = module("x = '\x1b' < y\n")
    bad = finding(span(of, "x")).changed(message="a < b & '\x1b'")
    note = finding(span(of, "y"), severity=Severity.INFO)
    text = printed("junit", report(bad, note, of=of), report(), unread(), noted())
    suites = list(ElementTree.fromstring(text.encode()))
    assert [(s.get("tests"), s.get("failures"), s.get("errors")) for s in suites] == [
        ("2", "1", "0"), ("1", "0", "0"), ("1", "0", "1"), ("1", "1", "0")
    ]  # fmt: skip
    assert suites[0].find("testcase/failure").get("message") == "line 1, col 1: a < b & '\ufffd'"  # type: ignore[union-attr]
    assert "cell 3, line 1" in (suites[3].find("testcase/failure").get("message") or "")  # type: ignore[union-attr]
    reader = pytest.importorskip("junitparser", reason="junitparser is not installed")
    told = reader.JUnitXml.fromstring(text.encode())
    results = [result for suite in told for case in suite for result in case.result]
    assert [type(result).__name__ for result in results] == ["Failure", "Error", "Failure"]


def test_json_lines() -> None:
    lines = printed("json-lines", explained(), report(), noted()).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(printed("json", explained(), report(), noted()))
    assert os.linesep not in lines[0] and printed("json-lines", report()) == ""


def test_statistics() -> None:
    from shapecheck.report import statistics

    of = module()
    where = span(of, "y_train")
    other = finding(where).changed(code="SHP101", name="a-b")
    reports = [report(*[finding(where)] * 11, other, of=of)]
    view = View(quiet=True)
    told = "".join(statistics.text(view.tally.watch(reports), view))
    assert told == "11\tSHP201\tsparse-labels-rank\n 1\tSHP101\ta-b\n"
    assert json.loads("".join(statistics.json(reports, view)))[1] == {"code": "SHP101", "name": "a-b", "count": 1}

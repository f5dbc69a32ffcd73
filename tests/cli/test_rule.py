"""`shapecheck rule`: the pages."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from shapecheck.rules import catalogue

from .conftest import Ended

Run = Callable[..., Ended]


@pytest.mark.parametrize("name", ["SHP130", "shp130", "view-size-mismatch", "VIEW-SIZE-MISMATCH"])
def test_a_page(run: Run, name: str) -> None:
    told = run("rule", name)
    assert told.code == 0
    assert told.out.startswith("# view-size-mismatch (SHP130)\n\nerror, since 0.1\n\n")
    for title in ("## Why", "## What to change", "## Wrong", "## Right", "```python\nimport torch\n"):
        assert title in told.out


def test_json(run: Run) -> None:
    told = json.loads(run("rule", "SHP130", "--output-format", "json").out)
    assert (told["code"], told["name"], told["severity"]) == ("SHP130", "view-size-mismatch", "error")
    assert told["summary"] and told["explanation"].startswith(told["summary"])
    assert told["bad"] and told["good"]
    every = json.loads(run("rule", "--all", "--output-format", "json").out)
    assert [each["code"] for each in every] == [rule.code for rule in catalogue()]
    assert told in every


def test_all(run: Run) -> None:
    told = run("rule", "--all").out
    for rule in catalogue():
        assert f"# {rule.name()} ({rule.code})\n" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["view-size-mismach"], "unknown rule `view-size-mismach`; did you mean `view-size-mismatch`?"),
        (["SHP1300"], "unknown rule `SHP1300`; did you mean `SHP1"),
        (["zzz"], "unknown rule `zzz`; `shapecheck rule --all` lists them"),
        ([], "give one rule"),
        (["SHP130", "--all"], "give one rule"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(run: Run, arguments: list[str], told: str) -> None:
    ended = run("rule", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"shapecheck: {told}") and ended.err.count("\n") == 1

"""Every example of every rule is true: under the real framework, and under shapecheck."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

from shapecheck.api import Session
from shapecheck.config import Config
from shapecheck.rules import catalogue, find
from shapecheck.rules.base import Rule

from .examples import FRAMEWORKS, Example, examples, outcomes

EXAMPLES = examples()
RULES = catalogue()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name())
def test_page(rule: type[Rule]) -> None:
    page = rule.__doc__ or ""
    assert page.splitlines()[0].endswith(".")
    assert re.findall(r"^ *(## .*)$", page, re.MULTILINE) == ["## Why", "## What to change"]
    assert re.fullmatch(r"SHP[1-79]\d\d", rule.code)
    assert find(rule.name()) is rule
    assert find(rule.code.lower()) is rule
    assert rule.code.startswith("SHP9") or (rule.bad and rule.good)


def test_codes_and_names_are_unique() -> None:
    for key in ([rule.code for rule in RULES], [rule.name() for rule in RULES]):
        assert sorted(set(key)) == sorted(key)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_example_is_marked(example: Example) -> None:
    marked = {(severity, rule) for _, severity, rule in example.marks}
    assert len(marked) == (example.kind == "bad")
    assert all(rule == example.rule.name() for _, rule in marked)


def real_outcome(example: Example) -> dict[str, Any]:
    framework = FRAMEWORKS[example.group]
    if importlib.util.find_spec(framework) is None:
        pytest.skip(f"{framework} is not installed")
    return outcomes(example.group)[example.id]


@pytest.mark.oracle
@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.group != "python"], ids=lambda example: example.id)
def test_example_is_true_under_the_framework(example: Example) -> None:
    """A program marked as an error raises on that line; any other runs to its end."""
    outcome = real_outcome(example)
    errors = [line for line, severity, _ in example.marks if severity == "error"]
    if errors:
        assert outcome["raised"], "runs to its end"
        assert set(errors) & set(outcome["lines"]), outcome
    else:
        assert outcome["raised"] is None


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_example_under_shapecheck(example: Example, tmp_path: Path) -> None:
    """A bad program has its marks for findings, and no other; a good one has none."""
    report = Session(Config(static=True, data=False)).check(str(tmp_path / "example.py"), example.text)
    found = [(finding.span.line, finding.severity.value, finding.name) for finding in report.findings]
    assert found == example.marks


@pytest.mark.oracle
@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.kind == "bad"], ids=lambda example: example.id)
def test_what_is_quoted_is_what_the_framework_says(example: Example, tmp_path: Path) -> None:
    """At least one of the quotations of a finding is part of the framework's own message, word for word."""
    report = Session(Config(static=True, data=False)).check(str(tmp_path / "example.py"), example.text)
    quotes = [quote for finding in report.findings for quote in finding.runtime]
    if not quotes or example.group == "python":
        pytest.skip("nothing is quoted")
    raised = real_outcome(example)["raised"]
    if raised is None:
        pytest.skip("nothing is raised")
    assert any(plain(quote) in plain(raised) for quote in quotes), f"{quotes}\n{raised}"


def plain(text: str) -> str:
    """Without colours, and without what is counted anew in every process: names of layers and tensors."""
    text = re.sub(r"\x1b\[\d+m", "", text)
    text = re.sub(r"(?<=[a-z])_\d+\b", "", text)
    text = re.sub(r'Tensor\("\w+:0"', "Tensor(", text)
    return re.sub(r"[\s'\"]+", " ", text)

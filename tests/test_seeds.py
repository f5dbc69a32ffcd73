"""The seed programs, and the bugs beside them: each mistake is found where it is marked, and nothing else is said."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from shapecheck.api import Session
from shapecheck.config import Config

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
PROGRAMS = sorted(
    path for name in ("seeds", "bugs") for path in (FIXTURES / name).rglob("*") if path.suffix in (".py", ".ipynb")
)
MARK = re.compile(r"# (error|warning|likely|then): ([a-z0-9-]+)")
"""`then` marks a line that fails as well, but that a run does not reach; `likely` one that fails with the data of the
author, which nothing proves from the program alone: a warning."""
SEVERITY = {"then": "error", "likely": "warning"}


def marks(path: Path) -> set[tuple[int, str, str]]:
    """The line, severity and rule of every mark; lines of a notebook are those of its code cells one after another."""
    text = path.read_text()
    if path.suffix == ".ipynb":
        cells = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
        text = "\n".join("".join(cell["source"]) for cell in cells)
    return {
        (number, SEVERITY.get(found[1], found[1]), found[2])
        for number, line in enumerate(text.splitlines(), 1)
        for found in MARK.finditer(line)
    }


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: str(path.relative_to(FIXTURES)))
def test_marks(path: Path) -> None:
    report = Session(Config(static=True)).check(str(path))
    said = {(finding.span.line, finding.severity.value, finding.name) for finding in report.findings}
    assert said == marks(path)
    assert report.coverage.calls > 0

"""Runs a program of a test as `shapecheck run` does, and what is asked of the outcome."""

from __future__ import annotations

import os
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

from shapecheck.dryrun.failures import findings
from shapecheck.dryrun.running import run
from shapecheck.findings import Finding
from shapecheck.source.read import read


class Outcome(NamedTuple):
    findings: list[Finding]
    finished: bool
    why: str
    ran: dict[str, int]
    notes: str
    summary: dict[str, Any]

    @property
    def told(self) -> list[tuple[int, str, str]]:
        """(line, severity, rule) of each finding."""
        return [(each.span.line, each.severity.value, each.name) for each in self.findings]


def execute(folder: Path, program: str, *arguments: str, seconds: float = 60.0) -> Outcome:
    """The outcome of a program, which lies in the folder and is run from there."""
    path = folder / "program.py"
    path.write_text(dedent(program).lstrip("\n"))
    here = Path.cwd()
    os.chdir(folder)
    try:
        ran = run(str(path), arguments, seconds=seconds)
    finally:
        os.chdir(here)
    found = findings(ran.findings, {str(path): read(str(path))})
    why = str((ran.stopped or {}).get("why", ""))
    summary = ran.summary
    return Outcome(found, ran.finished, why, summary.get("ran", {}), "\n".join(summary.get("notes", [])), summary)

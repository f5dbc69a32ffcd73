"""The code quality report of GitLab."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..baseline import fingerprints
from .raw import base, region, relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..findings import Finding, Report
    from .view import View

_SEVERITIES = {"error": "critical", "warning": "major", "info": "info"}


def gitlab(reports: Iterable[Report], view: View) -> Iterator[str]:
    """One array; a finding has the same fingerprint as long as its line has the same text."""
    from json import dumps

    folder = base("CI_PROJECT_DIR")
    told = [
        _entry(finding, key, report, folder)
        for report in reports
        for finding, key in zip(report.findings, fingerprints(report.findings, report.module), strict=True)
    ]
    yield dumps(told, indent=2, ensure_ascii=False) + "\n"


def _entry(finding: Finding, key: str, report: Report, folder: str) -> dict[str, Any]:
    from hashlib import sha256

    where = region(finding.span, report)
    path = relative(where.path, folder)
    cell = f"cell {where.cell}: " if where.cell is not None else ""
    return {
        "check_name": finding.name,
        "description": f"{finding.code}: {cell}{finding.message}",
        "severity": _SEVERITIES[finding.severity.value],
        "fingerprint": sha256(f"{path}\0{key}".encode("utf-8", "surrogatepass")).hexdigest(),
        "location": {
            "path": path,
            "lines": {"begin": where.line, "end": where.end_line},
            "positions": {
                "begin": {"line": where.line, "column": where.column},
                "end": {"line": where.end_line, "column": where.end_column},
            },
        },
    }

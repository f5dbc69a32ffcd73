"""The diagnostic format of reviewdog: columns are bytes of UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .raw import Region, base, region, relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..findings import Finding, Report
    from .view import View

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def rdjson(reports: Iterable[Report], view: View) -> Iterator[str]:
    """One object with all diagnostics."""
    from json import dumps

    folder = base("GITHUB_WORKSPACE")
    told = [_entry(finding, report, folder) for report in reports for finding in report.findings]
    yield dumps({"source": {"name": "shapecheck"}, "diagnostics": told}, indent=2, ensure_ascii=False) + "\n"


def _entry(finding: Finding, report: Report, folder: str) -> dict[str, Any]:
    where = region(finding.span, report)
    entry: dict[str, Any] = {
        "message": "\n".join([finding.message, *([f"help: {finding.help}"] if finding.help else ())]),
        "location": _location(where, folder),
        "severity": _SEVERITIES[finding.severity.value],
        "code": {"value": finding.code},
    }
    if finding.notes:
        entry["relatedLocations"] = [
            {"message": note.text, "location": _location(region(note.span, report), folder)} for note in finding.notes
        ]
    edits = finding.fix.edits if finding.fix is not None else ()
    if len(edits) == 1 and edits[0].span.path == report.path and where.cell is None:
        # of several edits the format has no word, and in a notebook the text would have to be JSON
        entry["suggestions"] = [{"range": _range(region(edits[0].span, report)), "text": edits[0].content}]
    return entry


def _location(where: Region, folder: str) -> dict[str, Any]:
    return {"path": relative(where.path, folder), "range": _range(where)}


def _range(where: Region) -> dict[str, Any]:
    start, end = where.bytes()
    return {"start": {"line": where.line, "column": start}, "end": {"line": where.end_line, "column": end}}

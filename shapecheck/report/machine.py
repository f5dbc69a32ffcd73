"""For tools: findings as objects, in the form that ruff prints, with more keys; in one array, or one on a line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from .place import Place, module_of, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..core.span import Span
    from ..findings import Finding, Fix, Report
    from .view import View


def json(reports: Iterable[Report], view: View) -> Iterator[str]:
    """The array, an object a finding, written as the files are done."""
    from json import dumps

    before = "["
    for report in reports:
        for finding in report.findings:
            body = dumps(entry(finding, report), indent=2, ensure_ascii=False)
            yield before + "\n  " + body.replace("\n", "\n  ")
            before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def json_lines(reports: Iterable[Report], view: View) -> Iterator[str]:
    """An object on a line, as soon as its file is done."""
    from json import dumps

    for report in reports:
        for finding in report.findings:
            yield dumps(entry(finding, report), ensure_ascii=False) + "\n"


def entry(finding: Finding, report: Report) -> dict[str, Any]:
    """A finding as a tool reads it. Columns count from 1 in Unicode code points."""
    where = _place(finding.span, report)
    runtime = list(finding.runtime)
    return {
        "cell": where.cell,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        **_location(where),
        "noqa_row": where.row,
        "label": finding.label or None,
        "related": [
            {"cell": spot.cell, **_location(spot), "message": note.text}
            for note in finding.notes
            for spot in [_place(note.span, report)]
        ],
        "runtime_error": None if not runtime else runtime[0] if len(runtime) == 1 else runtime,
        "confirmed": finding.confirmed or None,
        "help": finding.help or None,
        "fix": _fix(finding.fix, report) if finding.fix else None,
        "url": None,
    }


def _place(span: Span, report: Report) -> Place:
    return place(span, module_of(report, span.path))


def _location(where: Place) -> dict[str, Any]:
    return {
        "filename": os.path.abspath(where.path) if os.path.exists(where.path) else where.path,
        "location": {"row": where.row, "column": where.column},
        "end_location": {"row": where.end_row, "column": where.end_column},
    }


def _fix(fix: Fix, report: Report) -> dict[str, Any]:
    edits = [{"content": edit.content, **_location(_place(edit.span, report))} for edit in fix.edits]
    return {"applicability": fix.applicability.value, "message": fix.message, "edits": edits}

"""SARIF 2.1.0, as code scanning services read it."""

from __future__ import annotations

import ast
import os
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..baseline import fingerprints
from .raw import Region, base, region, relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..findings import Finding, Fix, Report
    from ..source.module import Module
    from .view import View

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_MOST_RESULTS = 25_000
_MOST_PLACES = 100
_TAGS = {
    "1": "shapes", "2": "labels", "3": "layers", "4": "dtypes", "5": "data", "6": "training", "7": "silent",
    "9": "file",
}  # fmt: skip


def sarif(reports: Iterable[Report], view: View) -> Iterator[str]:
    """One run. Places of notebooks are those of the JSON file, with the cell as the logical one."""
    from json import dumps

    folder = base("GITHUB_WORKSPACE")
    rules: dict[str, Finding] = {}
    results: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for report in reports:
        keys = fingerprints(report.findings, report.module)
        for finding, key in zip(report.findings, keys, strict=True):
            rules.setdefault(finding.code, finding)
            if len(results) < _MOST_RESULTS:
                index = list(rules).index(finding.code)
                results.append(_result(finding, report, folder) | _identity(finding, index, key))
        level = "error" if report.module is None else "note"
        notes += [{"level": level, "message": {"text": note}} for note in report.notes]
    driver = {
        "name": "shapecheck", "version": __version__, "semanticVersion": __version__,
        "rules": [_rule(finding) for finding in rules.values()],
    }  # fmt: skip
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"uri": _file_uri(os.path.join(folder, ""))}},
        "invocations": [{"executionSuccessful": not view.tally.unread, "toolExecutionNotifications": notes}],
        "results": results,
    }
    yield dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(finding: Finding) -> dict[str, Any]:
    from inspect import cleandoc

    from ..rules import named

    rule = named(finding.name)
    page = cleandoc(rule.__doc__ or "") if rule is not None else finding.name
    summary = page.partition("\n")[0]
    level = rule.severity.value if rule is not None else finding.severity.value
    return {
        "id": finding.code,
        "name": finding.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": " ".join(page.split("\n## ")[0].split())},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[level]},
        "properties": {
            "tags": ["correctness", _TAGS.get(finding.code[3:4], "shapes")],
            "precision": "very-high" if level == "error" else "high",
            "problem.severity": {"error": "error", "warning": "warning"}.get(level, "recommendation"),
        },
    }


def _identity(finding: Finding, index: int, key: str) -> dict[str, Any]:
    return {"ruleId": finding.code, "ruleIndex": index, "partialFingerprints": {"primaryLocationLineHash": key}}


def _result(finding: Finding, report: Report, folder: str) -> dict[str, Any]:
    where = region(finding.span, report)
    text = [finding.message, *(f"Run time: {words}" for words in finding.runtime)]
    result: dict[str, Any] = {
        "level": _LEVELS[finding.severity.value],
        "message": {"text": "\n".join([*text, *([f"Help: {finding.help}"] if finding.help else ())])},
        "locations": [_location(where, folder, snippet=True)],
    }
    logical = list(_logical(where, report.module, finding.span.line))
    if logical:
        result["locations"][0]["logicalLocations"] = logical
    if finding.notes:
        places = [region(note.span, report) for note in finding.notes[:_MOST_PLACES]]
        result["relatedLocations"] = [
            {"id": number, "message": {"text": note.text}, **_location(place, folder)}
            for number, (note, place) in enumerate(zip(finding.notes, places, strict=False), 1)
        ]
    if finding.fix is not None and finding.fix.edits:
        result["fixes"] = [_fix(finding.fix, report, folder)]
    return result


def _location(where: Region, folder: str, snippet: bool = False) -> dict[str, Any]:
    span: dict[str, Any] = _region(where)
    if snippet and where.lines[0] is not None and where.line == where.end_line and where.column < where.end_column:
        span["snippet"] = {"text": where.lines[0][where.column - 1 : where.end_column - 1]}
    return {"physicalLocation": {"artifactLocation": _artifact(where.path, folder), "region": span}}


def _region(where: Region) -> dict[str, int]:
    return {
        "startLine": where.line, "startColumn": where.column, "endLine": where.end_line, "endColumn": where.end_column,
    }  # fmt: skip


def _artifact(path: str, folder: str) -> dict[str, Any]:
    """Below the root as a relative URI, else as a full one."""
    from urllib.parse import quote

    told = relative(path, folder)
    if os.path.isabs(told):
        return {"uri": _file_uri(told)}
    return {"uri": quote(told), "uriBaseId": _ROOT}


def _file_uri(path: str) -> str:
    from pathlib import Path

    return Path(path).as_uri() + ("/" if path.endswith(os.sep) else "")


def _logical(where: Region, module: Module | None, line: int) -> Iterator[dict[str, Any]]:
    """The function or class around, and the cell of a notebook."""
    names: list[str] = []
    kind = "type"
    body: list[ast.stmt] = module.tree.body if module is not None else []
    while (found := next((n for n in body if n.lineno <= line <= (n.end_lineno or n.lineno)), None)) is not None:
        if isinstance(found, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.append(found.name)
            kind = "type" if isinstance(found, ast.ClassDef) else "function"
        body = [each for name in ("body", "orelse", "handlers", "finalbody") for each in getattr(found, name, ())]
    if names:
        yield {"name": names[-1], "fullyQualifiedName": ".".join(names), "kind": kind}
    if where.cell is not None:
        yield {"name": f"cell {where.cell}", "fullyQualifiedName": f"cell {where.cell}", "kind": "cell"}


def _fix(fix: Fix, report: Report, folder: str) -> dict[str, Any]:
    """The edits, by file. In a notebook they are edits of JSON."""
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        where = region(edit.span, report)
        content = edit.content
        if where.cell is not None:
            from json import dumps

            content = dumps(content)[1:-1]
        replacement = {"deletedRegion": _region(where), "insertedContent": {"text": content}}
        changes.setdefault(where.path, []).append(replacement)
    return {
        "description": {"text": fix.message},
        "artifactChanges": [
            {"artifactLocation": _artifact(path, folder), "replacements": replacements}
            for path, replacements in changes.items()
        ],
    }

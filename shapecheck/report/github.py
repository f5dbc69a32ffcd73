"""Annotations of GitHub Actions: workflow commands on standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .frame import printable
from .place import place
from .raw import base, region, relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..findings import Finding, Report
    from .view import View

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_SHOWN = 10
"""GitHub shows so many annotations of each kind in one step, and no more."""


def github(reports: Iterable[Report], view: View) -> Iterator[str]:
    """The gravest first; what GitHub would not show, as lines of the log."""
    folder = base("GITHUB_WORKSPACE")
    commands: dict[str, list[str]] = {kind: [] for kind in _COMMANDS}
    more: list[str] = []
    for report in reports:
        for finding in report.findings:
            told = commands[finding.severity.value]
            command, line = _told(finding, report, folder)
            if len(told) < _SHOWN:
                told.append(command)
            else:
                more.append(line)
    for told in commands.values():
        yield from told
    if more:
        yield f"{len(more)} more that GitHub does not show beside the code ({_SHOWN} of each kind is its limit):\n"
        yield from more
    if not view.quiet:
        yield view.tally.last_line() + "\n"


def _told(finding: Finding, report: Report, folder: str) -> tuple[str, str]:
    """The command, and the line of the log that tells the same."""
    where = region(finding.span, report)
    path = relative(where.path, folder)
    told = place(finding.span, report.module)._replace(path=path)
    line = f"{told}: {finding.code} {finding.name}: {printable(finding.message)}"
    parts = [line, *(f"run time: {words}" for words in finding.runtime)]
    parts += [f"help: {finding.help}"] if finding.help else []
    properties = {
        "title": f"shapecheck ({finding.code})", "file": path, "line": where.line, "endLine": where.end_line,
    }  # fmt: skip
    if where.line == where.end_line:  # columns of several lines are refused
        properties |= {"col": where.column, "endColumn": where.end_column}
    listed = ",".join(f"{name}={_escaped(str(value), property=True)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity.value]} {listed}::{_escaped(chr(10).join(parts))}\n", line + "\n"


def _escaped(text: str, property: bool = False) -> str:
    signs = "%\r\n:," if property else "%\r\n"
    return "".join(f"%{ord(sign):02X}" if sign in signs else sign for sign in text)

"""JUnit's XML: a suite a file, a failed test a finding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .place import place
from .raw import base, region, relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..findings import Finding, Report
    from .view import View

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(reports: Iterable[Report], view: View) -> Iterator[str]:
    """Errors and warnings fail, remarks do not; a file without any is one test that passes, one that could not be read
    one that has an error."""
    folder = base("CI_PROJECT_DIR")
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="shapecheck">\n'
    for report in reports:
        yield from _suite(report, folder)
    yield "</testsuites>\n"


def _suite(report: Report, folder: str) -> Iterator[str]:
    path = relative(report.path, folder) if report.path != "-" else "-"
    failures = sum(finding.severity.value != "info" for finding in report.findings)
    unread = report.module is None
    tests = max(len(report.findings), 1)
    counts = f'tests="{tests}" failures="{failures}" errors="{int(unread)}"'
    yield f'  <testsuite name={_quoted(path)} {counts} package="org.shapecheck">\n'
    for finding in report.findings:
        yield from _case(finding, report, path)
    if not report.findings:
        opened = f'    <testcase name="org.shapecheck" classname={_quoted(path)}'
        if unread:
            why = _quoted("; ".join(report.notes) or "could not be read")
            yield f'{opened}>\n      <error message={why} type="unreadable"/>\n    </testcase>\n'
        else:
            yield f"{opened}/>\n"
    yield "  </testsuite>\n"


def _case(finding: Finding, report: Report, path: str) -> Iterator[str]:
    where = region(finding.span, report)
    spot = place(finding.span, report.module)
    at = f"line {spot.row}, col {spot.column}" if spot.cell is None else f"cell {spot.cell}, line {spot.row}"
    name = _quoted(f"org.shapecheck.{finding.code}")
    yield f'    <testcase name={name} classname={_quoted(path)} file={_quoted(path)} line="{where.line}">\n'
    lines = [f"{at}: {finding.message}", *(f"run time: {words}" for words in finding.runtime)]
    text = _escaped("\n".join([*lines, *([f"help: {finding.help}"] if finding.help else ())]))
    if finding.severity.value == "info":
        yield f"      <system-out>{text}</system-out>\n"
    else:
        yield f"      <failure message={_quoted(f'{at}: {finding.message}')} type={_quoted(finding.name)}>"
        yield f"{text}</failure>\n"
    yield "    </testcase>\n"


def _escaped(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(_NO_XML.sub("\ufffd", text))


def _quoted(text: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(_NO_XML.sub("\ufffd", text))

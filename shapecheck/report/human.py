"""For people: `text` with the code at fault, `concise` with one line a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .frame import frame, printable
from .place import module_of, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..findings import Finding, Report
    from .view import View


def text(reports: Iterable[Report], view: View) -> Iterator[str]:
    """Each finding with its code, labelled, and what the run would have said; then what was covered."""
    for report in reports:
        for finding in report.findings:
            yield _headline(finding, report, view) + "\n"
            yield "".join(line.rstrip() + "\n" for line in frame(finding, report, view))
            yield "\n"
    yield from _closing(view)


def concise(reports: Iterable[Report], view: View) -> Iterator[str]:
    """One line a finding; then what was covered."""
    for report in reports:
        for finding in report.findings:
            yield _headline(finding, report, view) + "\n"
    yield from _closing(view)


def _headline(finding: Finding, report: Report, view: View) -> str:
    """The line that stands alone."""
    where = place(finding.span, module_of(report, finding.span.path))
    what = view.paint(f"{finding.severity.value} {finding.code}", finding.severity.value)
    message = printable(" ".join(finding.message.split()))
    return f"{view.paint(printable(str(where)), 'bold')}: {what} {finding.name}: {message}"


def _closing(view: View) -> Iterator[str]:
    if view.gaps and view.tally.gaps:
        yield "".join(f"{line}\n" for line in view.tally.gap_lines()) + "\n"
    if not view.quiet:
        yield view.tally.last_line(listed=view.gaps) + "\n"

"""What the reports of a run add up to, and the sentence that says what was covered."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..core.record import Record, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..core.span import Span
    from ..findings import Report

PLACES_SHOWN = 8


class Tally(Record):
    """files: those that were read. unread: those that could not be. empty: read, with no call to check in them."""

    files: int = 0
    unread: int = 0
    empty: int = 0
    skipped: int = 0
    partial: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    followed: int = 0
    calls: int = 0
    gaps: Counter[str] = field(default_factory=Counter)
    places: dict[str, list[str]] = field(default_factory=dict)

    def watch(self, reports: Iterable[Report]) -> Iterator[Report]:
        """The same reports, counted as they go by."""
        for report in reports:
            self.add(report)
            yield report

    def add(self, report: Report) -> None:
        """Count one file."""
        self.severities.update(finding.severity.value for finding in report.findings)
        if report.module is None:
            self.unread += 1
            return
        self.files += 1
        self.skipped += report.module.skip
        coverage = report.coverage
        self.empty += not coverage.calls and not report.module.skip
        self.partial += not coverage.complete
        self.followed += coverage.followed
        self.calls += coverage.calls
        self.gaps.update(coverage.gaps or {})
        for reason, spans in coverage.places.items():
            self.places.setdefault(reason, []).extend(_places(spans, report))

    @property
    def problems(self) -> int:
        """Errors and warnings: what makes the exit code 1."""
        return self.severities["error"] + self.severities["warning"]

    def last_line(self, listed: bool = False) -> str:
        """What was covered. listed: the gaps stand above."""
        where = "listed above" if listed else "see --gaps"
        found = self._found()
        if not self.files:
            reason = f"{_count(self.unread, 'path')} could not be read" if self.unread else "every file is excluded"
            return f"Nothing was analysed: {reason}."
        if self.skipped == self.files:
            return f"Nothing was analysed: {_count(self.files, 'file')} skipped{self._aside()}."
        if not self.calls:
            nothing = f"no layer, op or loss call was found in {_count(self.files - self.skipped, 'file')}"
            lead = f"{found}; nothing else to check" if any(self.severities.values()) else "Nothing to check"
            gaps = f"; {_count(self.gaps.total(), 'thing')} not understood, {where}" if self.gaps else ""
            return f"{lead}: {nothing}{gaps}{self._aside()}."
        missed = self.calls - self.followed
        not_followed = f"; {missed} not, {where}" if missed else ""
        if not missed and self.gaps:
            not_followed = f"; {_count(self.gaps.total(), 'other thing')} not understood, {where}"
        coverage = f"{self.followed} of {_count(self.calls, 'call')} followed{not_followed}{self._aside()}."
        if not self.followed and not any(self.severities.values()):
            return f"Nothing could be checked in {_count(self.files, 'file')}: {coverage}"
        without = f", {self.empty} of them with no layer, op or loss call" if self.empty else ""
        return f"{found} in {_count(self.files - self.skipped, 'file')}{without}; {coverage}"

    def _found(self) -> str:
        counts = [_count(self.severities[kind], kind) for kind in ("error", "warning") if self.severities[kind]]
        if self.severities["info"]:
            counts.append(_count(self.severities["info"], "remark"))
        return ", ".join(counts) or "No error and no warning"

    def _aside(self) -> str:
        asides = []
        if self.partial:
            asides.append(f"{_count(self.partial, 'file')} only in part (--max-steps)")
        if self.unread:
            asides.append(f"{_count(self.unread, 'path')} could not be read")
        if self.skipped and self.skipped < self.files:
            asides.append(f"{_count(self.skipped, 'file')} skipped")
        return "".join(f"; {aside}" for aside in asides)

    def gap_lines(self) -> Iterator[str]:
        """The reasons why something was not followed, most frequent first, each with its places."""
        if self.gaps:
            yield "Not followed, the most frequent reasons first:"
        for reason, count in sorted(self.gaps.items(), key=lambda item: (-item[1], item[0])):
            places = self.places.get(reason, [])
            more = f" and {len(places) - PLACES_SHOWN} more" if len(places) > PLACES_SHOWN else ""
            yield f"{count:5}  {reason}"
            if places:
                yield f"       {', '.join(places[:PLACES_SHOWN])}{more}"


def _places(spans: Iterable[Span], report: Report) -> Iterator[str]:
    from .place import module_of, place

    seen = dict.fromkeys(str(place(span, module_of(report, span.path))) for span in spans)
    return iter(seen)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

"""The last line: what was covered, and never "clean" when nothing was."""

from __future__ import annotations

import pytest

from shapecheck.findings import Report, Severity
from shapecheck.report import Tally

from .samples import finding, module, report, span

WHERE = span(module(), "y_train")
ERROR = finding(WHERE)
WARNING = finding(WHERE, severity=Severity.WARNING)
INFO = finding(WHERE, severity=Severity.INFO)
UNREAD = Report("n.ipynb", notes=["is not JSON"])


def skipped() -> Report:
    told = report(followed=0, calls=0)
    assert told.module is not None
    told.module.skip = True
    return told


def partial() -> Report:
    told = report(followed=2, calls=2)
    told.coverage.complete = False
    return told


@pytest.mark.parametrize(
    ("reports", "line"),
    [
        ([report(followed=4)], "No error and no warning in 1 file; 4 of 4 calls followed."),
        ([report(ERROR)], "1 error in 1 file; 3 of 4 calls followed; 1 not, see --gaps."),
        (
            [report(ERROR, WARNING, WARNING, INFO), report(followed=4)],
            "1 error, 2 warnings, 1 remark in 2 files; 7 of 8 calls followed; 1 not, see --gaps.",
        ),
        (
            [report(followed=1, calls=1), report(followed=0, calls=0)],
            "No error and no warning in 2 files, 1 of them with no layer, op or loss call; 1 of 1 call followed.",
        ),
        ([report(followed=0, calls=0)], "Nothing to check: no layer, op or loss call was found in 1 file."),
        (
            [report(ERROR, followed=0, calls=0)],
            "1 error; nothing else to check: no layer, op or loss call was found in 1 file.",
        ),
        ([report(followed=0)], "Nothing could be checked in 1 file: 0 of 4 calls followed; 4 not, see --gaps."),
        ([UNREAD], "Nothing was analysed: 1 path could not be read."),
        ([], "Nothing was analysed: every file is excluded."),
        (
            [UNREAD, report(followed=4)],
            "No error and no warning in 1 file; 4 of 4 calls followed; 1 path could not be read.",
        ),
        ([skipped()], "Nothing was analysed: 1 file skipped."),
        (
            [skipped(), report(followed=4)],
            "No error and no warning in 1 file; 4 of 4 calls followed; 1 file skipped.",
        ),
        (
            [partial()],
            "No error and no warning in 1 file; 2 of 2 calls followed; 1 file only in part (--max-steps).",
        ),
    ],
)  # fmt: skip
def test_last_line(reports: list[Report], line: str) -> None:
    tally = Tally()
    assert list(tally.watch(reports)) == reports
    assert tally.last_line() == line


def test_gaps_are_told_even_where_every_call_was_followed() -> None:
    tally = Tally()
    told = report(followed=3)
    told.coverage.followed = 4
    tally.add(told)
    assert tally.last_line().endswith("4 of 4 calls followed; 1 other thing not understood, see --gaps.")


def test_only_errors_and_warnings_are_problems() -> None:
    tally = Tally()
    tally.add(report(INFO))
    assert tally.problems == 0
    tally.add(report(ERROR, WARNING))
    assert tally.problems == 2

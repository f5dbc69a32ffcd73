"""For projects that have findings already: a baseline of them, or a comment at each."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from .programs import complain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..findings import Report


def baseline_writer(file: str) -> Callable[[Iterable[Report]], None]:
    """Writes what was found to a baseline; files that were not checked keep theirs. Raises ConfigError."""
    from ..baseline import start

    baseline = start(file)

    def write(reports: Iterable[Report]) -> None:
        for report in reports:
            if report.module is not None:
                baseline.put(report.path, report.findings, report.module)
        sys.stdout.write(f"{_count(baseline.write(), 'finding')} in {file}\n")

    return write


def comment_writer(reason: str) -> Callable[[Iterable[Report]], None]:
    """Adds a comment at each finding, in the files."""
    from ..fixes.ignore import ignores
    from ..fixes.write import NotWritten, edit_file

    def write(reports: Iterable[Report]) -> None:
        comments = files = 0
        for report in reports:
            if report.module is None or not report.findings:
                continue
            edits, left = ignores(report.module, report.findings, reason)
            for finding in left:
                complain(f"{report.path}: line {finding.span.line}: no place for a comment about {finding.name}")
            try:
                if edits:
                    edit_file(report.module, edits)
                    comments, files = comments + len(edits), files + 1
            except NotWritten as problem:
                complain(str(problem))
        sys.stdout.write(f"{_count(comments, 'comment')} added in {_count(files, 'file')}\n")

    return write


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

"""`shapecheck check --watch`: checks again what changed, and what read it."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from ..config import ConfigError
from .check import checked, noted, restricted
from .output import Output
from .programs import complain
from .walk import find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..config import Config
    from ..findings import Report

    Stamp = tuple[int, int] | None

SECONDS = 0.4
"""Between looks at the files."""
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


class Watched:
    """The reports of the last round, and the files that each rests on as they were."""

    def __init__(self, paths: Sequence[str], config: Config, revision: str | None) -> None:
        self._paths = paths
        self._config = config
        self._revision = revision
        self._reports: dict[str, Report] = {}
        self._stamps: dict[str, Stamp] = {}

    def round(self) -> bool:
        """Checks what is new or rests on what changed, and prints everything; False if nothing did."""
        from ..api import Session

        found = list(find(self._paths, self._config))
        files = [each for each in found if isinstance(each, str)]
        changed = {path for path, stamp in self._stamps.items() if _stamp(path) != stamp}
        stale = [path for path in files if path not in self._reports or changed.intersection(self._rests(path))]
        if not stale and files == list(self._reports):
            return False
        for path in {each for known in stale for each in self._rests(known)}:
            self._stamps[path] = _stamp(path)
        with Session(self._config) as session:
            fresh = {report.path: report for report in checked(session, ((path, None) for path in stale), [])}
        before, self._reports = self._reports, {}
        for path in files:
            self._reports[path] = fresh[path] if path in fresh else before[path]
        for path in {each for known in files for each in self._rests(known)}:
            self._stamps.setdefault(path, _stamp(path))
        self._print([str(each) for each in found if not isinstance(each, str)])
        return True

    def _rests(self, path: str) -> Iterable[str]:
        report = self._reports.get(path)
        return (path, *report.read) if report is not None else (path,)

    def _print(self, complaints: Sequence[str]) -> None:
        from ..report import Tally

        tally = Tally(unread=len(complaints))
        if sys.stdout.isatty():
            sys.stdout.write(_CLEAR)
        for each in complaints:
            complain(each)
        reports = restricted(iter([_copy(each) for each in self._reports.values()]), self._revision, self._paths)
        with Output(self._config, tally) as output:
            output.write(noted(tally.watch(reports), self._config))
        sys.stdout.flush()


def watch(paths: Sequence[str], configured: Callable[[], Config], revision: str | None) -> int:
    """Goes on until it is interrupted; a configuration that cannot be used is told, and waited for."""
    config = configured()
    watched = Watched(paths, config, revision)
    while True:
        try:
            if (now := configured()) != config:
                config = now
                watched = Watched(paths, config, revision)
            watched.round()
        except ConfigError as problem:
            complain(str(problem))
            time.sleep(4 * SECONDS)
        time.sleep(SECONDS)


def _copy(report: Report) -> Report:
    """What is printed may be filtered."""
    from ..findings import Report

    made = Report(*(getattr(report, name) for name in Report.names))
    made.findings = list(report.findings)
    return made


def _stamp(path: str) -> Stamp:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size

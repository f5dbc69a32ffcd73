"""What is known of the open programs, and who is told when more is."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from ..findings import Finding, Listing, Report
from .analyst import Analyst, Job, Result
from .confirmed import Confirmer
from .documents import Documents
from .settings import Settings
from .stale import Moved

if TYPE_CHECKING:
    from collections.abc import Callable

    from .confirmed import Told
    from .documents import Document, Snapshot

_LATER = 0.2
"""Seconds that what reads a changed file waits longer than the file."""


class Known(NamedTuple):
    """A report, and the findings to show: without a syntax tree of all, also those that were found before."""

    job: Job
    report: Report
    findings: list[Finding]


class Work:
    """Lives in the server's thread. told: is called with a program of which there is something new."""

    def __init__(self, told: Callable[[Document], None], complain: Callable[[str], None]) -> None:
        self.documents = Documents()
        self.settings = Settings()
        self.known: dict[str, Known] = {}
        self._good: dict[str, Report] = {}
        self._seen: dict[str, Known | None] = {}
        self._listings: dict[str, tuple[int, Listing]] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._waiting: dict[str, list[asyncio.Future[None]]] = {}
        self._told = told
        self._complain = complain
        self._loop = asyncio.get_running_loop()
        self._analyst = Analyst(lambda result: self._from_thread(self._received, result))
        self._confirmer = Confirmer(lambda told: self._from_thread(self._confirmed, told))

    def close(self) -> None:
        """Ends threads and processes."""
        for timer in self._timers.values():
            timer.cancel()
        self._analyst.close()
        self._confirmer.close()

    # -- what happens to programs ------------------------------------------------------------------------------

    def changed(self, document: Document) -> None:
        """Its text is another one: it is analysed soon, and what reads it a little later."""
        self._analyst.outdate(document.path)
        self._soon(document.path, self.settings.delay)
        self.touched(document.path)

    def touched(self, path: str) -> None:
        """A file has changed: open programs that read it are analysed again."""
        for other, known in self.known.items():
            if other != path and path in known.report.read and other in self.documents.by_path:
                self._soon(other, self.settings.delay + _LATER)
                if other in self._listings:
                    self._listings[other] = 0, self._listings[other][1]

    def all_again(self) -> None:
        """Configurations have changed."""
        self.settings.forget()
        self._analyst.forget()
        for path in self.documents.by_path:
            self._soon(path, self.settings.delay)

    def tell_problems(self) -> None:
        """What of the settings could not be used, once."""
        while self.settings.problems:
            self._complain(self.settings.problems.pop(0))

    def saved(self, document: Document) -> None:
        """What the real framework says of it is asked for."""
        config = self.settings.config(document.path)
        if self.settings.dry_run and not config.static and not config.excludes(document.path):
            self._confirmer.put((document.snapshot(), self.documents.overlay(), config))

    def closed(self, document: Document) -> None:
        """It is not open any more."""
        path = document.path
        self._analyst.outdate(path)
        if (timer := self._timers.pop(path, None)) is not None:
            timer.cancel()
        self.known.pop(path, None)
        self._good.pop(path, None)
        self._listings.pop(path, None)
        self._seen.pop(path, None)
        self._release(path)
        self.touched(path)

    # -- what is known of them ---------------------------------------------------------------------------------

    async def report(self, document: Document) -> Known | None:
        """The report on the text as it is now; None when it was closed meanwhile."""
        while self.documents.by_path.get(document.path) is document:
            known = self.known.get(document.path)
            if known is not None and known.job.snapshot.version == document.version:
                return known
            if document.path not in self._timers:
                self._soon(document.path, self.settings.delay)
            await self._wait(document.path)
        return None

    async def listing(self, document: Document, seconds: float) -> Listing | None:
        """What the expressions give: of the text as it is now, or of an older one where that takes too long, or where
        this one is no program."""
        known = await self.report(document)
        before = self._listings.get(document.path)
        if known is None or known.report.module is None:
            return None
        if (before is None or before[0] != document.version) and (before is None or not known.report.module.problems):
            self._analyst.put(known.job._replace(show=True))
            with suppress(asyncio.TimeoutError, TimeoutError):
                await asyncio.wait_for(self._wait(document.path), seconds)
        found = self._listings.get(document.path)
        return found[1] if found is not None else None

    def seen(self, document: Document) -> None:
        """The client has asked for what is known of it."""
        self._seen[document.path] = self.known.get(document.path)

    def is_news(self, document: Document) -> bool:
        """The client has asked for the text as it is, and was told something else."""
        seen, known = self._seen.get(document.path), self.known.get(document.path)
        return seen is not None and known is not None and seen.job.snapshot == known.job.snapshot and (
            seen.findings != known.findings
        )

    # -- inside ------------------------------------------------------------------------------------------------

    def _from_thread(self, act: Callable[[Any], None], given: object) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(act, given)

    def _soon(self, path: str, delay: float) -> None:
        if (timer := self._timers.pop(path, None)) is not None:
            timer.cancel()
        self._timers[path] = self._loop.call_later(delay, self._start, path)

    def _start(self, path: str) -> None:
        self._timers.pop(path, None)
        document = self.documents.by_path.get(path)
        if document is None:
            return
        config = self.settings.config(path)
        self.tell_problems()
        snapshot = document.snapshot()
        cells = None if document.cells is None else tuple(uri for uri, _ in document.cells)
        job = Job(snapshot, self.documents.overlay(), config, cells)
        if config.excludes(path):
            self._received(Result(job, Report(path)))
        else:
            self._analyst.put(job)

    def _is_now(self, snapshot: Snapshot) -> Document | None:
        document = self.documents.by_path.get(snapshot.path)
        return document if document is not None and document.version == snapshot.version else None

    def _received(self, result: Result) -> None:
        document = self._is_now(result.job.snapshot)
        if document is None:
            return
        if result.complaint:
            self._complain(result.complaint)
        if isinstance(result.told, Listing):
            self._listings[document.path] = document.version, result.told
        else:
            self.known[document.path] = self._with_older(result.job, result.told)
            self._told(document)
        self._release(document.path)

    def _with_older(self, job: Job, report: Report) -> Known:
        """Where the text is no program, what was found before is still told of lines that are the same."""
        path, module = job.snapshot.path, report.module
        if module is None or not module.problems:
            self._good[path] = report
            return Known(job, report, report.findings)
        good = self._good.get(path)
        if good is None or good.module is None:
            return Known(job, report, report.findings)
        moved = Moved(good.module.lines, module.lines)
        there = {(finding.code, finding.span) for finding in report.findings}
        older = [found for finding in good.findings if (found := moved.finding(finding)) is not None]
        report.related = {**good.related, **report.related}
        kept = [finding for finding in older if (finding.code, finding.span) not in there]
        return Known(job, report, sorted([*report.findings, *kept], key=lambda finding: finding.span))

    def _confirmed(self, told: Told) -> None:
        snapshot, findings, _ = told
        document, known = self._is_now(snapshot), self.known.get(snapshot.path)
        if document is None or known is None or known.job.snapshot.version != snapshot.version:
            return
        if known.report.module is not None and not known.report.module.problems:
            self.known[document.path] = known._replace(findings=findings)
            self._told(document)

    async def _wait(self, path: str) -> None:
        future: asyncio.Future[None] = self._loop.create_future()
        self._waiting.setdefault(path, []).append(future)
        await future

    def _release(self, path: str) -> None:
        for future in self._waiting.pop(path, ()):
            if not future.done():
                future.set_result(None)

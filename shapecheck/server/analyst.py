"""The thread that analyses. It is given programs as they were at one moment; a newer one of the same ends the older."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..api import Session
from ..config import Config, ConfigError
from ..core.budget import stop
from ..findings import Listing, Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from .documents import Snapshot

_STACK = 64 << 20
"""Programs may nest deeply."""


class Job(NamedTuple):
    """What is to be done of a program: a report, or what its expressions give. cells: the uris of a notebook's."""

    snapshot: Snapshot
    overlay: dict[str, str]
    config: Config
    cells: tuple[str, ...] | None
    show: bool = False


class Result(NamedTuple):
    """A job and what came of it; `complaint` where the analysis itself failed."""

    job: Job
    told: Report | Listing
    complaint: str = ""


class Analyst:
    """Works until it is closed. `done` is called in its thread. Reports are made before listings."""

    def __init__(self, done: Callable[[Result], None]) -> None:
        self._done = done
        self._jobs: dict[tuple[bool, str], Job] = {}
        self._now: Job | None = None
        self._ended = False
        self._change = threading.Condition()
        self._sessions: list[Session] = []
        before = threading.stack_size(_STACK)
        self._thread = threading.Thread(target=self._work, name="analysis", daemon=True)
        self._thread.start()
        threading.stack_size(before)

    def put(self, job: Job) -> None:
        """A job, instead of an older one for the same program."""
        with self._change:
            path = job.snapshot.path
            self._jobs.pop((job.show, path), None)
            self._jobs[job.show, path] = job
            self._change.notify()

    def outdate(self, path: str) -> None:
        """A program has changed: what is being found out about it, or of what reads it, is of no use."""
        with self._change:
            for show in (False, True):
                self._jobs.pop((show, path), None)
            now = self._now
            if now is not None and (now.show or now.snapshot.path == path):
                stop()
                if now.snapshot.path != path:  # a listing of another program: later
                    self._jobs.setdefault((True, now.snapshot.path), now)
                    self._now = None

    def forget(self) -> None:
        """Configurations may have changed."""
        with self._change:
            self._sessions = []

    def close(self) -> None:
        """Ends the work, also what is under way."""
        with self._change:
            self._ended = True
            self._jobs.clear()
            if self._now is not None:
                stop()
            self._change.notify()
        self._thread.join(2.0)

    def _work(self) -> None:
        while True:
            with self._change:
                while not self._jobs and not self._ended:
                    self._change.wait()
                if self._ended:
                    return
                key = min(self._jobs, key=lambda each: each[0])
                self._now = self._jobs.pop(key)
                job = self._now
            result = self._result(job)
            with self._change:
                wanted = self._now is job
                self._now = None
                if self._ended:
                    return
            if wanted:
                self._done(result)

    def _result(self, job: Job) -> Result:
        path, text, _ = job.snapshot
        try:
            session = self._session(job.config)
            session.overlay = job.overlay
            if job.show:
                return Result(job, session.show(path, text, uses=True))
            return Result(job, session.check(path, text))
        except Exception as problem:  # a mistake of ours must not end the server
            told = f"{path}: internal error: {type(problem).__name__}: {problem}"
            return Result(job, Listing(path) if job.show else Report(path), told)

    def _session(self, config: Config) -> Session:
        """Sessions only read: what the real framework says is asked for elsewhere."""
        wanted = replace(config, static=True)
        for session in self._sessions:
            if session.config == wanted:
                return session
        try:
            made = Session(wanted)
        except ConfigError:
            made = Session(replace(wanted, baseline=None))
            made.config = wanted
        self._sessions.append(made)
        return made

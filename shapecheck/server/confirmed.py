"""What the real framework says of a saved program: asked in a process of its own, which stays warm.

`main` is that process: it takes jobs and gives findings, pickled, by standard input and output.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..config import Config
    from ..findings import Finding
    from .documents import Snapshot

    Asked = tuple[Snapshot, dict[str, str], Config]
    Told = tuple[Snapshot, list[Finding], list[str]]


_START = f"import sys; sys.path.pop(0); from {__name__} import main; main()"
"""Without the working directory on the path: nothing of the project's may be imported."""


class Confirmer:
    """Our side. The process is started when it is first needed; when it dies, it is not started more than twice."""

    def __init__(self, done: Callable[[Told], None]) -> None:
        self._done = done
        self._jobs: SimpleQueue[Asked | None] = SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._starts = 0

    def put(self, asked: Asked) -> None:
        """A program that was saved; only the newest of those that wait is looked at."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="dry run", daemon=True)
            self._thread.start()
        self._jobs.put(asked)

    def close(self) -> None:
        """Ends the process."""
        self._jobs.put(None)
        if self._process is not None:
            self._process.kill()
            self._process.wait(5)

    def _work(self) -> None:
        while (asked := self._newest()) is not None:
            try:
                told = self._exchange(asked)
            except (OSError, EOFError, pickle.PickleError):
                self._process = None
                told = None
            if told is not None:
                self._done(told)

    def _newest(self) -> Asked | None:
        asked = self._jobs.get()
        with suppress(Empty):
            while asked is not None:
                asked = self._jobs.get_nowait()
        return asked

    def _exchange(self, asked: Asked) -> Told | None:
        if self._process is None:
            if self._starts > 2:
                return None
            self._starts += 1
            command = [sys.executable, "-c", _START]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdin is not None and self._process.stdout is not None
        pickle.dump(asked, self._process.stdin)
        self._process.stdin.flush()
        told: Told = pickle.load(self._process.stdout)
        return told


def main() -> None:
    """The process: until its input ends."""
    import os

    from ..api import Session
    from ..findings import Report

    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing else may speak there
    session: Session | None = None
    while True:
        try:
            snapshot, overlay, config = pickle.load(sys.stdin.buffer)
        except EOFError:
            break
        if session is None or session.config != config:
            if session is not None:
                session.close()
            session = Session(config)
        session.overlay = overlay
        try:
            report = session.check(snapshot.path, snapshot.text)
        except Exception as problem:
            report = Report(snapshot.path, notes=[f"no dry run: {type(problem).__name__}: {problem}"])
        pickle.dump((snapshot, report.findings, report.notes), answers)
        answers.flush()
    if session is not None:
        session.close()

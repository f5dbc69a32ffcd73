"""Files through worker processes: one that takes too long, or ends its process, is named, and the others go on."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]

Job = tuple[str, "str | None"]
"""A path, and the text that stands for its content, if it has none of its own."""


class Worker:
    """One process; it is started again where it had to be killed."""

    def __init__(self, max_steps: int, seconds: float) -> None:
        self.command = [sys.executable, "-m", "tests.crash.worker", str(max_steps)]
        self.seconds = seconds
        self.process: subprocess.Popen[str] | None = None

    def look(self, job: Job) -> dict[str, Any]:
        """The answer for one file."""
        process = self.process = self.process or self._start()
        assert process.stdin is not None and process.stdout is not None
        late = threading.Timer(self.seconds, process.kill)
        late.start()
        start = time.perf_counter()
        try:
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = ""
        late.cancel()
        if line:
            found: dict[str, Any] = json.loads(line)
            return found
        taken = time.perf_counter() - start
        crash = f"killed after {taken:.0f} s" if taken >= self.seconds else f"its process ended: {process.wait()}"
        self.close()
        return {"path": job[0], "crash": crash, "cpu": taken}

    def _start(self) -> subprocess.Popen[str]:
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        pipe = subprocess.PIPE
        return subprocess.Popen(self.command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, text=True)

    def close(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None


def sweep(jobs: Iterable[Job], max_steps: int, seconds: float, workers: int) -> Iterator[dict[str, Any]]:
    """An answer for each file, none of which may take longer than `seconds`."""
    idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
    for _ in range(workers):
        idle.put(Worker(max_steps, seconds))

    def look(job: Job) -> dict[str, Any]:
        worker = idle.get()
        try:
            return worker.look(job)
        finally:
            idle.put(worker)

    try:
        with ThreadPoolExecutor(workers) as pool:
            yield from pool.map(look, jobs)
    finally:
        for _ in range(workers):
            idle.get().close()

"""Our side of `shapecheck run`: starts the process that executes the program, and collects what it tells."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import tempfile
from typing import TYPE_CHECKING, Any

from ..core.record import Record, field
from .conversation import Failed, interpreter

if TYPE_CHECKING:
    from collections.abc import Sequence

Json = dict[str, Any]
PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "run", "child.py")
TOLD = "told.json"
SECONDS = 60.0
MOST_BYTES = 6 << 30
_GRACE = 5.0
"""Seconds that the process has beyond the program's time, to end and to tell."""


_QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0", "CUDA_VISIBLE_DEVICES": "-1", "MPLBACKEND": "Agg",
    "WANDB_MODE": "disabled", "TF_NUM_INTRAOP_THREADS": "2", "TF_NUM_INTEROP_THREADS": "1", "PYTHONUNBUFFERED": "1",
    "TOKENIZERS_PARALLELISM": "false",
}  # fmt: skip


class Run(Record):
    """What was told: findings in the order of their occurrence, how the run ended, and what a real one would want."""

    findings: list[Json] = field(default_factory=list)
    finished: bool = False
    stopped: Json | None = None
    summary: Json = field(default_factory=dict)
    seconds: float = 0.0


def run(
    script: str, arguments: Sequence[str], python: str | None = None, seconds: float = SECONDS, show: bool = False
) -> Run:
    """Executes the script under the project's interpreter. What it prints is shown on standard error, or nowhere.

    Raises Failed where there is no such interpreter, or it cannot be started.
    """
    from time import monotonic

    began = monotonic()
    output = 2 if show else subprocess.DEVNULL
    with tempfile.TemporaryDirectory(prefix="shapecheck-run-", ignore_cleanup_errors=True) as folder:
        command = [interpreter(python), "-B", PROGRAM, folder, str(seconds), str(MOST_BYTES), script, *arguments]
        group: Json = {"start_new_session": True} if os.name == "posix" else {"creationflags": 0x200}
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=_environment(), **group
            )
        except OSError as problem:
            raise Failed(f"{command[0]} cannot be started: {problem.strerror or problem}") from None
        late = _wait(process, seconds + _GRACE)
        result = _collected(os.path.join(folder, TOLD))
    if late:
        result.stopped = {"why": "the time is up (--timeout)", "place": ""}
    elif not result.summary and result.stopped is None:
        result.stopped = {"why": f"the process ended with {process.returncode}", "place": "", "broken": True}
    result.seconds = monotonic() - began
    return result


def _environment() -> dict[str, str]:
    """The user's own, quiet; no GPU is touched."""
    return os.environ | _QUIET | {"OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", "2")}


def _wait(process: subprocess.Popen[Any], seconds: float) -> bool:
    """Whether the process had to be ended; all that it started ends with it."""
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        return True
    finally:
        with contextlib.suppress(OSError):  # its group: the child made it, and it is named by the child's own id
            if os.name == "posix":
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.wait()


def _collected(path: str) -> Run:
    """What was told in the file, which the process may have left in the middle of a line."""
    result = Run()
    with contextlib.suppress(OSError), open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            with contextlib.suppress(ValueError):
                _take(result, json.loads(line))
    return result


def _take(result: Run, told: Json) -> None:
    kind = told.get("tell")
    if kind == "finding":
        result.findings.append(told)
    elif kind == "finished":
        result.finished = True
    elif kind == "stopped":
        result.stopped = told
    elif kind == "summary":
        result.summary = told

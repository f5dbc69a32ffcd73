"""Our side of the dry run: starts the worker under the project's interpreter, asks, and ends it.

Whatever goes wrong over there (not installed, slow, dead, talking nonsense) is a `Failed`, with one line that says so.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from pathlib import Path

Json = dict[str, Any]
PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "worker")
PROTOCOL = 2
START_SECONDS = 60.0
CALL_SECONDS = 20.0
MOST_BYTES = 6 << 30
_MOST_NOISE = 200
"""Lines that are no answers, after which nobody expects one."""

_QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0", "CUDA_VISIBLE_DEVICES": "-1", "OMP_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1", "TF_NUM_INTEROP_THREADS": "1",
}  # fmt: skip
_KEPT = ("PATH", "HOME", "USER", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "USERPROFILE",
         "APPDATA", "LOCALAPPDATA", "VIRTUAL_ENV", "CONDA_PREFIX", "KERAS_BACKEND", "KERAS_HOME",
         "TF_USE_LEGACY_KERAS")  # fmt: skip


class Failed(Exception):
    """There is no answer, and why."""


def interpreter(asked: str | None = None) -> str:
    """The project's Python: the one asked for, else that of the active environment, else the one that runs us.

    Raises Failed where the one asked for does not exist.
    """
    if asked is not None:
        from shutil import which

        found = which(os.path.expanduser(asked))
        if found is None:
            raise Failed(f"{asked} is not a Python interpreter")
        return found
    names = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    for variable, parts in (("VIRTUAL_ENV", names), ("CONDA_PREFIX", names if os.name != "nt" else names[1:])):
        folder = os.environ.get(variable)
        if folder and os.path.exists(path := os.path.join(folder, *parts)):
            return path
    return sys.executable


class Worker:
    """A worker that is started when it is first asked, and again after it has died; a context manager.

    `ask` answers one question, `load` gives the version of a framework. A worker that fails twice is not tried again.
    """

    def __init__(
        self,
        python: str | None = None,
        *,
        start_seconds: float = START_SECONDS,
        call_seconds: float = CALL_SECONDS,
        program: str | Path = PROGRAM,
    ) -> None:
        self.python = python
        self.start_seconds = start_seconds
        self.call_seconds = call_seconds
        self.program = str(program)
        self.failures: list[str] = []
        self.hello: Json = {}
        self.asked = 0
        """How many calls it was asked about."""
        self._process: subprocess.Popen[str] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._lines: SimpleQueue[str | None] = SimpleQueue()
        self._loaded: dict[str, Json] = {}
        self._serial = 0

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, question: Json) -> Json:
        """The answer to a question about a call; its framework is imported first. Raises Failed."""
        self.load(str(question["path"]).partition(".")[0])
        self.asked += 1
        return self._exchange(question, self.call_seconds)

    def load(self, library: str) -> str:
        """The version of a framework, imported. Raises Failed where it is not installed or broken."""
        self.start()
        if library not in self.hello["frameworks"]:
            raise Failed(f"{library} is not installed for {interpreter(self.python)}")
        if library not in self._loaded:
            self._loaded[library] = self._exchange({"ask": "load", "library": library}, self.start_seconds)
        answer = self._loaded[library]
        if answer.get("outcome") != "loaded":
            raise Failed(str(answer.get("reason", f"{library} cannot be imported")))
        return str(answer["version"]).partition("+")[0]

    # -- the process -------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Starts the process unless it runs. Raises Failed."""
        if self._process is not None:
            return
        if len(self.failures) > 1:
            raise Failed(self.failures[-1])
        python = interpreter(self.python)
        self._folder = tempfile.TemporaryDirectory(prefix="shapecheck-", ignore_cleanup_errors=True)
        self._lines, self._loaded = SimpleQueue(), {}
        seconds = str(int(max(self.start_seconds, self.call_seconds)) + 60)
        command = [python, "-I", "-B", self.program, seconds, str(MOST_BYTES)]
        group: Json = {"start_new_session": True} if os.name == "posix" else {"creationflags": 0x200}
        try:
            with open(os.path.join(self._folder.name, "errors"), "wb") as errors:
                self._process = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8",
                    errors="replace", cwd=self._folder.name, env=self._environment(), **group,
                )  # fmt: skip
        except OSError as problem:
            self._fail(f"{python} cannot be started: {problem.strerror or problem}")
        threading.Thread(target=_listen, args=(self._process, self._lines), daemon=True).start()
        self.hello = self._exchange({"ask": "hello"}, self.start_seconds)
        if self.hello.get("protocol") != PROTOCOL or not isinstance(self.hello.get("frameworks"), dict):
            self._fail(f"{python} does not answer as the dry run's worker does")

    def _environment(self) -> dict[str, str]:
        """Nothing of ours but what a framework needs. Keras writes a file of settings where there is none: not here."""
        assert self._folder is not None
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        home = kept.get("KERAS_HOME") or os.path.join(os.path.expanduser("~"), ".keras")
        if not os.path.exists(os.path.join(home, "keras.json")):
            kept["KERAS_HOME"] = self._folder.name
        return {**kept, **_QUIET, "TMPDIR": self._folder.name}

    def close(self) -> None:
        """Ends the process and all that it started."""
        process, self._process = self._process, None
        if process is not None:
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    if pipe is process.stdin and pipe is not None:
                        pipe.close()
            _end(process)
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    # -- talking -----------------------------------------------------------------------------------------------

    def _exchange(self, question: Json, seconds: float) -> Json:
        assert self._process is not None and self._process.stdin is not None
        self._serial += 1
        try:
            self._process.stdin.write(json.dumps({**question, "id": self._serial}) + "\n")
            self._process.stdin.flush()
        except OSError:
            self._died()
        deadline = monotonic() + seconds
        for _ in range(_MOST_NOISE):
            try:
                line = self._lines.get(timeout=max(deadline - monotonic(), 0.0))
            except Empty:
                self._fail(f"no answer within {seconds:g} s to {_spell(question)}")
            if line is None:
                self._died()
            answer = _parsed(line)
            if answer is not None and answer.get("id") == self._serial:
                return answer
        self._fail("it prints something else than answers")

    def _died(self) -> NoReturn:
        assert self._process is not None and self._folder is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        code = self._process.returncode
        how = f"exit code {code}" if code is None or code >= 0 else f"signal {-code}"
        with open(os.path.join(self._folder.name, "errors"), "rb") as errors:
            last = errors.read()[-2000:].decode("utf-8", "replace").strip().splitlines()[-1:]
        self._fail(f"the worker ended ({how})" + "".join(f": {line.strip()[:200]}" for line in last))

    def _fail(self, why: str) -> NoReturn:
        self.close()
        self.failures.append(why)
        raise Failed(why)


def _listen(process: subprocess.Popen[str], lines: SimpleQueue[str | None]) -> None:
    """Runs beside: hands on every line, and None at the end."""
    assert process.stdout is not None
    with process.stdout as stream, contextlib.suppress(ValueError, OSError):
        while line := stream.readline(1 << 20):
            if lines.qsize() < _MOST_NOISE:  # what floods us is not kept
                lines.put(line)
    lines.put(None)


def _end(process: subprocess.Popen[str]) -> None:
    """Kills the worker's own process group, which is named by its own pid."""
    with contextlib.suppress(OSError):
        if os.name == "posix" and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(5)


def _parsed(line: str) -> Json | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _spell(question: Json) -> str:
    return str(question.get("path") or question.get("library") or question["ask"])

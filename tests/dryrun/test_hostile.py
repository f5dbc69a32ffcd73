"""Frameworks that print, hang, die, eat memory or lie: whatever they do, a check ends, and says what it knows."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from textwrap import dedent

import pytest

from shapecheck.api import Session
from shapecheck.config import Config
from shapecheck.dryrun.conversation import Failed, Worker
from shapecheck.findings import Report

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits and signals")

BUG = "import numpy\nnumpy.dot(numpy.zeros((2, 3)), numpy.zeros((4, 5)))\n"
QUESTION = {"ask": "call", "path": "numpy.frob", "args": [], "kwargs": {}}
QUIET = """
    class generic: ...
    class ndarray: ...
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with nothing in it."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, timeout=120)
    return folder


@pytest.fixture
def python(environment: Path) -> str:
    return str(environment / "bin" / "python")


def install(python: str, code: str) -> None:
    """A NumPy that is none."""
    (folder,) = (Path(python).parent.parent / "lib").glob("python3*/site-packages")
    (folder / "numpy.py").write_text(dedent(QUIET) + dedent(code))


def ask(python: str, code: str, seconds: float = 20) -> dict[str, object]:
    install(python, code)
    with Worker(python, start_seconds=seconds, call_seconds=seconds) as worker:
        return worker.ask(QUESTION)


def check(python: str) -> Report:
    with Session(Config(python=python)) as session:
        session.dry_run.source.worker.start_seconds = session.dry_run.source.worker.call_seconds = 2
        return session.check("program.py", BUG)


@pytest.mark.parametrize(
    "noise",
    [
        "print('hello', flush=True)", "os.write(1, b'{\"id\": 1}\\n' * 1000)", "os.write(2, b'x' * 100_000)",
        "os.system('echo noise')", "import warnings; warnings.warn('old')", "sys.stdout.close()",
        "sys.stdin.read()", "input_ = sys.stdin.readline()", "os.chdir('/')", "sys.setrecursionlimit(50_000)",
        "import threading; threading.Thread(target=lambda: time.sleep(60)).start()", "signal.alarm(0)",
    ],
)  # fmt: skip
def test_noise_at_import_and_in_calls_is_harmless(python: str, noise: str) -> None:
    code = f"import os, signal, sys, time\n{noise}\ndef frob():\n    {noise}\n    return 3\n"
    assert ask(python, code)["result"] == 3


DEADLY = {
    "leaves": "os._exit(3)", "exits": "raise SystemExit('enough')", "kills": "os.kill(os.getpid(), signal.SIGKILL)",
    "crashes": "ctypes.string_at(0)", "aborts": "os.abort()", "interrupts": "raise KeyboardInterrupt",
    "hangs": "time.sleep(60)", "spins": "while True: pass",
    "blocks": "signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32)); time.sleep(60)",
    "recurses": "sys.setrecursionlimit(10**9); (lambda f: f(f))(lambda f: f(f) + 1)",
}  # fmt: skip
"""What ends the worker, or holds it up."""


@pytest.mark.parametrize("deed", DEADLY)
@pytest.mark.parametrize("where", ["import", "call"])
def test_a_worker_that_ends_or_hangs_is_given_up(python: str, deed: str, where: str) -> None:
    first, later = (DEADLY[deed], "pass") if where == "import" else ("pass", DEADLY[deed])
    code = f"import ctypes, os, signal, sys, time\n{first}\ndef frob():\n    {later}\ndef dot(a, b):\n    {later}\n"
    install(python, code + "def asarray(x): return x\n")
    start = time.monotonic()
    with pytest.raises(Failed), Worker(python, start_seconds=1.5, call_seconds=1.5) as worker:
        worker.ask(QUESTION)
    assert time.monotonic() - start < 20
    if where == "import":
        report = check(python)
        assert [found.name for found in report.findings] == ["matmul-shape-mismatch"]
        assert not report.findings[0].confirmed and any("not confirmed" in note for note in report.notes)


@pytest.mark.parametrize(
    "code",
    [
        "def frob(): return bytearray(20 << 30)",
        "def frob():\n    held = []\n    while True: held.append(bytearray(64 << 20))",
        "def frob():\n    with open('/proc/self/status') as status, open('large', 'wb') as file:\n"
        "        for _ in range(200): file.write(bytes(1 << 20))",
    ],
)  # fmt: skip
def test_memory_and_files_are_limited(python: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resource")
    monkeypatch.setattr("shapecheck.dryrun.conversation.MOST_BYTES", 1 << 30)
    said = ask(python, code)
    assert said["outcome"] in ("refused", "raised")
    assert "MemoryError" in str(said) or "File too large" in str(said)


@pytest.mark.parametrize(
    "code",
    [
        "def frob(): raise BaseExceptionGroup('x', [ValueError()]) if sys.version_info > (3, 11) else ValueError()",
        "class Odd(Exception):\n    def __str__(self): raise ValueError\ndef frob(): raise Odd",
        "class Odd:\n    shape = dtype = property(lambda self: 1 / 0)\ndef frob(): return Odd()",
        "class Odd:\n    __class__ = property(lambda self: 1 / 0)\ndef frob(): return Odd()",
        "def frob():\n    held = []\n    held.append(held)\n    return held",
        "def frob(): return [[1] * 10**6]",
        "def frob(): return float('nan')",
        "def frob(): return 10**5000",
        "def frob(): return '\\ud800'",
    ],
)  # fmt: skip
def test_odd_results_are_harmless(python: str, code: str) -> None:
    with contextlib.suppress(Failed):
        assert ask(python, f"import sys\n{code}")["outcome"] in ("accepted", "raised", "refused")
    report = check(python)
    assert [found.name for found in report.findings] == ["matmul-shape-mismatch"]


@pytest.mark.parametrize("breadth", [10, 10**6])
def test_a_worker_that_floods_its_output_is_given_up(python: str, breadth: int) -> None:
    """It writes to what was standard output before it was turned away."""
    code = f"""
        import os
        def frob():
            for file in range(3, 20):
                try:
                    while True:
                        os.write(file, b"x" * {breadth} + b"\\n")
                except OSError:
                    pass
    """
    with pytest.raises(Failed):
        ask(python, code, seconds=3)


def test_a_worker_that_is_killed_in_the_middle_is_started_again(python: str, tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    slow.touch()
    install(python, f"import os, time\ndef frob():\n    time.sleep(60 * os.path.exists({str(slow)!r}))\n    return 3\n")
    with Worker(python, call_seconds=30) as worker:
        worker.start()
        assert worker._process is not None
        threading.Timer(1, os.kill, (worker._process.pid, signal.SIGKILL)).start()
        with pytest.raises(Failed, match="signal 9"):
            worker.ask(QUESTION)
        slow.unlink()
        assert worker.ask(QUESTION)["result"] == 3


@pytest.mark.parametrize(
    "question",
    [
        {}, {"ask": "call"}, {"ask": "call", "path": 3}, {"ask": "call", "path": "numpy.__loader__.load_module"},
        {"ask": "call", "path": "numpy.os.system", "args": ["true"]}, {"ask": "shape", "path": "numpy.frob"},
        {"ask": "call", "path": "numpy.frob", "args": [{"is": "name", "path": "os.system"}]},
        {"ask": "call", "path": "numpy.frob", "args": [{"is": "nonsense"}]}, {"ask": "call", "path": "numpy." * 9999},
        {"ask": "call", "path": "numpy.frob", "args": {"a": [[[]]]}, "kwargs": [1]}, {"ask": "load", "library": "os"},
        {"ask": "shape", "path": "numpy.frob", "args": [], "symbols": {f"s{i}": [1, None] for i in range(99)}},
    ],
    ids=lambda question: str(question)[:60],
)  # fmt: skip
def test_hostile_questions_are_refused(python: str, question: dict[str, object]) -> None:
    install(python, "import os\ndef frob(*args, **kwargs): return 3")
    with Worker(python) as worker:
        worker.start()
        assert worker._exchange(question, 20)["outcome"] == "refused"
        assert worker.ask(QUESTION)["result"] == 3

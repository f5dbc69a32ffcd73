"""Our side: an interpreter that is missing, slow, dying or talking nonsense is one clear line, never a failure."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from shapecheck.dryrun.confirm import confirm
from shapecheck.dryrun.conversation import Failed, Worker, interpreter
from shapecheck.dryrun.memory import Memory

from .calls import call, finding, tensor

pytestmark = pytest.mark.skipif(os.name != "posix", reason="stubs are shell scripts")

QUESTION = {"ask": "call", "path": "numpy.zeros", "args": [3], "kwargs": {}}
ANSWERING = """
import json, sys
for line in sys.stdin:
    question = json.loads(line)
    if question["ask"] == "hello":
        said = {"protocol": 2, "frameworks": {"numpy": "1.0"}}
    elif question["ask"] == "load":
        said = {"outcome": "loaded", "version": "1.0"}
    else:
        CALL
    print(json.dumps({"id": question["id"], **said}), flush=True)
"""


def stub(folder: Path, code: str) -> str:
    """An interpreter that runs this code whatever it is told to run."""
    (folder / "stub.py").write_text(code)
    path = folder / "python"
    path.write_text(f"#!/bin/sh\nexec {sys.executable} {folder / 'stub.py'}\n")
    path.chmod(0o755)
    return str(path)


def answering(folder: Path, code: str) -> str:
    return stub(folder, ANSWERING.replace("CALL", code))


def test_an_answer(tmp_path: Path) -> None:
    with Worker(answering(tmp_path, "said = {'outcome': 'accepted'}")) as worker:
        assert worker.ask(QUESTION)["outcome"] == "accepted"
        assert worker.load("numpy") == "1.0"


def test_is_started_when_first_asked(tmp_path: Path) -> None:
    with Worker(str(tmp_path / "nothing")):
        pass


def test_noise_before_an_answer_is_overheard(tmp_path: Path) -> None:
    with Worker(answering(tmp_path, "print('Welcome!'); print('[1]'); said = {'outcome': 'accepted'}")) as worker:
        assert worker.ask(QUESTION)["outcome"] == "accepted"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("print('one\\n' * 500)", "something else than answers"),
        ("print('not an answer')", "ended"),
        ("import sys; print('boom', file=sys.stderr); sys.exit(3)", r"ended \(exit code 3\): boom"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", r"ended \(signal 11\)"),
        ("print('{\"id\": 1}', flush=True); import time; time.sleep(60)", "does not answer as"),
        ("print('{\"id\": 1, \"protocol\": 99, \"frameworks\": {}}', flush=True); input()", "does not answer as"),
        ("import time; time.sleep(60)", "no answer within 1 s to hello"),
    ],
)
def test_a_worker_that_does_not_start(tmp_path: Path, code: str, words: str) -> None:
    with Worker(stub(tmp_path, code), start_seconds=1) as worker, pytest.raises(Failed, match=words):
        worker.ask(QUESTION)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("sys.exit(1)", "ended"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "signal 9"),
        ("import time; time.sleep(60)", "no answer within 0.5 s to numpy.zeros"),
        ("print('x' * 3_000_000); print('y\\n' * 500, flush=True); import time; time.sleep(60)", "something else"),
        ("said = {}; question['id'] = 77", "no answer"),
    ],
)
def test_a_worker_that_fails_later(tmp_path: Path, code: str, words: str) -> None:
    before = time.monotonic()
    with Worker(answering(tmp_path, code), call_seconds=0.5) as worker, pytest.raises(Failed, match=words):
        worker.ask(QUESTION)
    assert time.monotonic() - before < 10


def test_it_is_started_once_more_and_then_left_alone(tmp_path: Path) -> None:
    started = tmp_path / "started"
    code = f"open({str(started)!r}, 'a').write('x'); raise SystemExit(1)"
    with Worker(stub(tmp_path, code)) as worker:
        for _ in range(5):
            with pytest.raises(Failed):
                worker.ask(QUESTION)
    assert started.read_text() == "xx"


def test_close_ends_the_process_and_its_children(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    (tmp_path / "family.py").write_text(
        "import os, subprocess, time\n"
        "child = subprocess.Popen(['sleep', '60'])\n"
        f"open({str(pids)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')\n"
        "time.sleep(60)\n"
    )
    code = f"exec(open({str(tmp_path / 'family.py')!r}).read())"
    with Worker(answering(tmp_path, code), call_seconds=2) as worker, pytest.raises(Failed):
        worker.ask(QUESTION)
    for pid in map(int, pids.read_text().split()):
        assert not alive(pid)


def alive(pid: int) -> bool:
    """Runs, and is not merely waiting to be collected."""
    status = Path(f"/proc/{pid}/stat")
    for _ in range(50):
        if not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.05)
    return True


# -- interpreters ------------------------------------------------------------------------------------------------------


def test_the_one_asked_for() -> None:
    with pytest.raises(Failed, match="no/such/python is not a Python interpreter"):
        interpreter("no/such/python")
    assert interpreter(sys.executable) == sys.executable
    assert os.path.basename(interpreter("sh")) == "sh"


def test_the_active_environment_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CONDA_PREFIX", raising=False)
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path))
    assert interpreter() == sys.executable
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").touch()
    assert interpreter() == str(tmp_path / "bin" / "python")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An interpreter without any framework."""
    folder = tmp_path_factory.mktemp("bare")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, timeout=120)
    return str(folder / "bin" / "python")


def test_a_framework_that_is_not_installed(bare: str) -> None:
    with Worker(bare) as worker:
        worker.start()
        assert worker.hello["frameworks"] == {}
        with pytest.raises(Failed, match="torch is not installed for"):
            worker.load("torch")


def test_findings_stand_without_a_framework(bare: str) -> None:
    one = call("numpy.dot", tensor("numpy", 2, 3), tensor("numpy", 4, 5))
    pairs = [(finding(one), one), (finding(one), one)]
    with Worker(bare) as worker:
        kept, _, _, notes = confirm(pairs, Memory(worker))
    assert kept == pairs
    assert notes == [f"not confirmed by a dry run: numpy is not installed for {bare}"]


def test_findings_stand_when_the_worker_dies(tmp_path: Path) -> None:
    one = call("numpy.dot", tensor("numpy", 2, 3), tensor("numpy", 4, 5))
    with Worker(answering(tmp_path, "sys.exit(1)")) as worker:
        kept, _, _, notes = confirm([(finding(one), one)], Memory(worker))
    assert kept == [(finding(one), one)]
    assert notes == ["not confirmed by a dry run: the worker ended (exit code 1)"]


def test_findings_stand_without_an_interpreter() -> None:
    one = call("numpy.dot", tensor("numpy", 2, 3), tensor("numpy", 4, 5))
    with Worker("/no/such/python") as worker:
        kept, _, _, notes = confirm([(finding(one), one)], Memory(worker))
    assert kept == [(finding(one), one)]
    assert notes == ["not confirmed by a dry run: /no/such/python is not a Python interpreter"]

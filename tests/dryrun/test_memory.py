"""What is remembered: by question and version, in a file that several runs share and nobody can break."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from shapecheck.api import Session
from shapecheck.config import Config, load, override
from shapecheck.dryrun.conversation import Failed, Worker
from shapecheck.dryrun.memory import Memory
from shapecheck.dryrun.store import Store

from .test_conversation import ANSWERING, answering

ROOT = Path(__file__).parent.parent.parent
QUESTION = {"ask": "call", "path": "numpy.zeros", "args": [3], "kwargs": {}}
BUG = "import numpy\nnumpy.dot(numpy.zeros((2, 3)), numpy.zeros((4, 5)))\n"


# -- the store ---------------------------------------------------------------------------------------------------------


def file_of(folder: Path) -> Path:
    return folder / "answers.jsonl"


def kept(folder: Path, **values: Any) -> Store:
    store = Store(str(folder))
    for key, value in values.items():
        store.add(key, value)
    store.flush()
    return store


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    kept(tmp_path / "cache", a={"x": 1}, b="ü")
    store = Store(str(tmp_path / "cache"))
    assert (store.find("a"), store.find("b"), store.find("c"), store.count) == ({"x": 1}, "ü", None, 2)
    kept(tmp_path / "cache", a=2)
    assert Store(str(tmp_path / "cache")).find("a") == 2


def test_nothing_is_made_before_there_is_something_to_keep(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "cache"))
    store.find("a")
    store.flush()
    assert not (tmp_path / "cache").exists()


def test_the_folder_says_what_it_is(tmp_path: Path) -> None:
    kept(tmp_path / "cache", a=1)
    tag = (tmp_path / "cache" / "CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"


def test_broken_lines_are_no_lines(tmp_path: Path) -> None:
    kept(tmp_path, a=1)
    whole = file_of(tmp_path).read_bytes()
    deep = b'["d",' + b"[" * 100_000
    broken = [whole[:-4], whole.replace(b"1]", b"7]"), b"\xff\xfe\x00", b"00000000 []", deep, b"no sum"]
    file_of(tmp_path).write_bytes(b"\n".join(broken))
    kept(tmp_path, b=2)
    store = Store(str(tmp_path))
    assert (store.find("a"), store.find("b"), store.count) == (None, 2, 1)


@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
def test_only_a_regular_file_is_touched(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine\n")
    for make in (lambda path: path.symlink_to(other), lambda path: path.mkdir(), lambda path: os.mkfifo(path)):
        folder = tmp_path / f"cache{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        make(file_of(folder))
        kept(folder, a=1)
        assert Store(str(folder)).find("a") is None
    (tmp_path / "link").symlink_to(tmp_path / "there", target_is_directory=True)
    (tmp_path / "there").mkdir()
    kept(tmp_path / "link", a=1)
    assert list((tmp_path / "there").iterdir()) == [] and other.read_text() == "mine\n"


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert kept(tmp_path / "file" / "cache", a=1).find("a") == 1
    assert Store(str(tmp_path / "file" / "cache")).find("a") is None


def test_a_file_that_has_grown_too_large_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shapecheck.dryrun.store._LARGEST", 100)
    for number in range(20):
        kept(tmp_path, **{f"key{number}": number})
    assert file_of(tmp_path).stat().st_size < 200
    assert Store(str(tmp_path)).find("key19") == 19


def test_several_runs_share_the_file(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom shapecheck.dryrun.store import Store\nstore = Store(sys.argv[1])\n"
        "for number in range(200):\n"
        "    store.add(f'{sys.argv[2]}-{number}', 'x' * 500)\n    store.flush()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path), name], env=environment) for name in "abcd"]
    assert [run.wait(60) for run in runs] == [0] * 4
    store = Store(str(tmp_path))
    assert store.count == 800 and store.find("c-77") == "x" * 500


# -- the memory --------------------------------------------------------------------------------------------------------

ACCEPTED = "said = {'outcome': 'accepted', 'mode': 'real'}; open(FILE, 'a').write('x')"


def worker_in(folder: Path, said: str = ACCEPTED) -> tuple[Worker, Path]:
    """A worker of an interpreter that is none, and the file in which it notes each call."""
    asked = folder / "asked"
    return Worker(answering(folder, said.replace("FILE", repr(str(asked))))), asked


@pytest.mark.skipif(os.name != "posix", reason="stubs are shell scripts")
def test_the_next_run_starts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker, asked = worker_in(tmp_path)
    for _ in range(3):
        memory = Memory(worker, Store(str(tmp_path / "cache")))
        for _ in range(2):
            assert memory.ask(QUESTION)["outcome"] == "accepted"
        assert memory.version("numpy") == "1.0"
        memory.close()
        monkeypatch.setattr(worker, "start", lambda: pytest.fail("a process is started"))
    assert asked.read_text() == "x"


@pytest.mark.skipif(os.name != "posix", reason="stubs are shell scripts")
@pytest.mark.parametrize("change", ["interpreter", "environment", "worker"])
def test_another_version_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    for _ in range(2):
        worker, asked = worker_in(tmp_path)
        memory = Memory(worker, Store(str(tmp_path / "cache")))
        memory.ask(QUESTION)
        memory.close()
        if change == "interpreter":
            monkeypatch.setattr("tests.dryrun.test_conversation.ANSWERING", ANSWERING.replace('"1.0"', '"2.0"'))
        elif change == "environment":
            monkeypatch.setenv("KERAS_BACKEND", "jax")
        else:
            monkeypatch.setattr("shapecheck.dryrun.memory._OWN_CODE", ["other"])
    assert asked.read_text() == "xx"


@pytest.mark.skipif(os.name != "posix", reason="stubs are shell scripts")
@pytest.mark.parametrize("reason", ["MemoryError: no", "cannot be prepared: KeyError", "torch cannot be imported: x"])
def test_what_another_time_may_go_well_is_not_kept(tmp_path: Path, reason: str) -> None:
    said = f"said = {{'outcome': 'refused', 'reason': {reason!r}}}; open(FILE, 'a').write('x')"
    for _ in range(2):
        worker, asked = worker_in(tmp_path, said)
        memory = Memory(worker, Store(str(tmp_path / "cache")))
        memory.ask(QUESTION)
        memory.close()
    assert asked.read_text() == "xx"


@pytest.mark.skipif(os.name != "posix", reason="stubs are shell scripts")
def test_a_question_that_fails_is_asked_once(tmp_path: Path) -> None:
    worker, asked = worker_in(tmp_path, "open(FILE, 'a').write('x'); sys.exit(1)")
    memory = Memory(worker, Store(str(tmp_path / "cache")))
    for _ in range(3):
        with pytest.raises(Failed, match="the worker ended"):
            memory.ask(QUESTION)
    memory.close()
    assert asked.read_text() == "x"


# -- the session -------------------------------------------------------------------------------------------------------


def config(folder: Path, **given: Any) -> Config:
    return override(load([str(folder)], isolated=True), {"python": sys.executable, **given})


@pytest.mark.oracle
def test_a_second_check_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    monkeypatch.chdir(tmp_path)
    with Session(config(tmp_path)) as session:
        first = session.check("program.py", BUG)
    monkeypatch.setattr(Worker, "start", lambda self: pytest.fail("a process is started"))
    with Session(config(tmp_path)) as session:
        second = session.check("program.py", BUG)
    assert first.findings == second.findings and first.findings[0].confirmed.startswith("numpy ")
    assert [path.name for path in tmp_path.iterdir()] == [".shapecheck_cache"]


@pytest.mark.oracle
def test_the_cache_is_where_it_is_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    monkeypatch.chdir(tmp_path)
    for given in ({"cache": False}, {"static": True}):
        with Session(config(tmp_path, **given)) as session:
            session.check("program.py", BUG)
    assert list(tmp_path.iterdir()) == []
    with Session(config(tmp_path, cache_dir="other")) as session:
        session.check("program.py", BUG)
    assert [path.name for path in tmp_path.iterdir()] == ["other"]


def test_where_the_cache_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shapecheck.toml").write_text('cache-dir = "a/b"\n')
    assert load([str(tmp_path)]).cache_folder == str(tmp_path / "a/b")
    assert override(load([str(tmp_path)]), {"cache_dir": "c"}).cache_folder == str(tmp_path / "c")
    assert load([str(tmp_path)], isolated=True).cache_folder == str(tmp_path / ".shapecheck_cache")
    assert Config().cache_folder is None and Config(cache=False, root="/").cache_folder is None

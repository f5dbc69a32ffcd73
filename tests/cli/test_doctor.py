"""`shapecheck doctor`: what is there, and what is wrong with it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from shapecheck import __version__
from shapecheck.cli.doctor import doctor
from shapecheck.dryrun.conversation import Failed, Worker

HELLO = {"python": "3.9.1", "frameworks": {"torch": "2.0.0", "numpy": "1.26"}, "folders": []}


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that has two frameworks, one of them broken."""

    def load(self: Worker, library: str) -> str:
        if library == "numpy":
            raise Failed("numpy cannot be imported: ImportError: no\n such thing")
        return "2.0.0"

    monkeypatch.setattr(Worker, "start", lambda self: self.__dict__.update(hello=HELLO))
    monkeypatch.setattr(Worker, "load", load)
    for name in ("VIRTUAL_ENV", "CONDA_PREFIX"):
        monkeypatch.delenv(name, raising=False)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(doctor, arguments, standalone_mode=False)


def told(*arguments: str) -> tuple[dict[str, Any], Any]:
    ended = run("--output-format", "json", *arguments)
    return json.loads(ended.stdout), ended.return_value


def test_json(worker: None, tmp_path: Path) -> None:
    (tmp_path / "shapecheck.toml").write_text("")
    found, code = told(str(tmp_path))
    assert found["shapecheck"]["version"] == __version__
    assert found["configuration"] == str(tmp_path / "shapecheck.toml")
    assert found["cache"] == {"folder": str(tmp_path / ".shapecheck_cache"), "answers": 0, "writable": True}
    assert found["dry_run"]["executable"] == sys.executable and found["dry_run"]["python"] == "3.9.1"
    assert found["dry_run"]["chosen_by"] == "shapecheck's own interpreter"
    assert found["frameworks"]["torch"]["version"] == "2.0.0" and found["frameworks"]["keras"] is None
    assert found["frameworks"]["numpy"]["problem"].startswith("numpy cannot be imported")
    assert (found["problem"], found["ok"], code) == (None, False, 1)


def test_text(worker: None, tmp_path: Path) -> None:
    lines = run(str(tmp_path), "--isolated", "--python", sys.executable).stdout.splitlines()
    assert lines[0].startswith(f"shapecheck     {__version__}, Python {sys.version.split()[0]} (")
    assert "configuration  none: the defaults" in lines
    assert f"dry run        {sys.executable}, Python 3.9.1 (chosen by --python, or the configuration)" in lines
    assert any(line.startswith("  torch        2.0.0, imported in ") for line in lines)
    assert "  keras        not installed" in lines
    assert "  numpy        1.26, numpy cannot be imported: ImportError: no such thing" in lines


def test_an_interpreter_that_is_not_there(tmp_path: Path) -> None:
    found, code = told(str(tmp_path), "--python", "/no/such/python")
    assert (found["problem"], found["frameworks"], code) == ("/no/such/python is not a Python interpreter", {}, 1)
    assert "problem        /no/such/python is not a Python interpreter" in run("--python", "/no/such/python").stdout


def test_no_framework_at_all(worker: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(HELLO, "frameworks", {})
    found, code = told(str(tmp_path))
    assert found["problem"] == "none of the frameworks is installed: findings are not confirmed" and code == 1


@pytest.mark.oracle
def test_what_is_really_there(tmp_path: Path) -> None:
    numpy = pytest.importorskip("numpy")
    found, _ = told(str(tmp_path), "--python", sys.executable)
    assert found["frameworks"]["numpy"]["version"] == numpy.__version__

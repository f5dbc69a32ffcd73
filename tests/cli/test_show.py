"""`shapecheck show`: what is shown, exit codes, and what goes wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from shapecheck.cli import COMMANDS

from .conftest import Ended

Run = Callable[..., Ended]
SEEDS = Path(__file__).parents[2] / "fixtures" / "seeds"
PROGRAM = "import numpy as np\nx = np.zeros((2, 3))\n"
SHOWN = "import numpy as np\nx = np.zeros((2, 3))  # [2, 3] float64\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


def test_text_and_json(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.py").write_text(PROGRAM)
    assert run("show", "a.py") == Ended(0, SHOWN, "")
    told = run("show", "a.py", "--output-format", "json")
    place = {"file": str(Path("a.py").resolve()), "line": 2, "end_line": 2}
    shape = {"shape": [2, 3], "dtype": "float64"}
    assert json.loads(told.out) == [
        {**place, "col": 0, "end_col": 1, "name": "x", **shape},
        {**place, "col": 4, "end_col": 20, "name": "np.zeros", **shape},
    ]
    monkeypatch.setenv("SHAPECHECK_OUTPUT_FORMAT", "concise")  # which is a format of findings
    assert run("show", "a.py").out == SHOWN


def test_what_is_imported_is_shown_on_demand(run: Run) -> None:
    Path("net.py").write_text("import numpy as np\ndef make(n):\n    return np.zeros((n, 3))\n")
    Path("a.py").write_text("from net import make\nx, y = make(4), make(5)\n")
    assert {row["file"] for row in json.loads(run("show", "a.py", "--output-format", "json").out)} == {
        str(Path("a.py").resolve())
    }
    told = json.loads(run("show", "--all-files", "a.py", "--output-format", "json").out)
    inside = [row for row in told if row["file"] == str(Path("net.py").resolve())]
    assert {(row["line"], row["name"]) for row in inside} == {(3, "np.zeros")}
    assert [row["shape"] for row in inside] == [[4, 3], [5, 3]]
    assert "net.py\n# line 3\n    return np.zeros((n, 3))  # [4, 3] float64 | [5, 3] float64" in run(
        "show", "--all-files", "a.py"
    ).out  # fmt: skip


def test_standard_input_and_folders(run: Run) -> None:
    assert run("show", "-", input=PROGRAM.encode()) == Ended(0, SHOWN, "")
    told = run("show", "-", "--stdin-filename", "b.py", "--output-format", "json", input=PROGRAM.encode())
    assert {row["file"] for row in json.loads(told.out)} == {"b.py"}
    Path("a.py").write_text(PROGRAM)
    assert run("show", ".") == Ended(0, SHOWN, "")


def test_settings(run: Run) -> None:
    Path("a.py").write_text(PROGRAM)
    Path("pyproject.toml").write_text("[tool.shapecheck]\nmax-steps = 1\n")
    assert "stopped after 1 steps" in run("show", "a.py").err
    assert run("show", "a.py", "--isolated").out == SHOWN
    assert "\x1b" in run("show", "a.py", "--isolated", "--color", "always").out


def test_what_cannot_be_shown_is_one_line_and_exit_2(run: Run) -> None:
    Path("a.py").write_text(PROGRAM)
    Path("b.py").write_bytes(b"x = '\xff'")
    told = run("show", "none.py", "b.py", "a.py")
    assert told == Ended(
        2, SHOWN,
        "shapecheck: none.py: no such file or folder\nshapecheck: b.py: not UTF-8 text: byte 0xff at line 1\n",
    )  # fmt: skip
    assert run("show", "none.py", "--output-format", "json").out == "[]\n"
    for arguments in (["show"], ["show", "-", "a.py"], ["show", "a.py", "--static"], ["show", "-"]):
        ended = run(*arguments, input=b"\xff")
        assert (ended.code, ended.err.count("\n")) == (2, 1)


def test_a_syntax_error_is_told_and_the_rest_is_shown(run: Run) -> None:
    Path("a.py").write_text(PROGRAM + "y = (\n")
    told = run("show", "a.py")
    assert (told.code, told.err.count("\n")) == (0, 1)
    assert told.err.startswith("shapecheck: a.py: line 3: ") and SHOWN in told.out


def test_it_is_a_command(run: Run) -> None:
    assert "show" in COMMANDS
    assert "--all-files" in run("show", "-h").out


def test_every_seed_is_shown(run: Run) -> None:
    """Nothing of the source is lost, and nearly every program has rows."""
    programs = sorted(str(path) for path in SEEDS.rglob("*.py"))
    told = run("show", *programs, "--output-format", "json")
    assert (told.code, told.err) == (0, "")
    with_rows = {row["file"] for row in json.loads(told.out)}
    assert len(with_rows) > 0.9 * len(programs)
    printed = iter(run("show", *programs).out.split("\n"))
    for program in programs:
        for line in Path(program).read_text().replace("\t", "    ").splitlines():
            assert any(each.startswith(line) for each in printed), (program, line)

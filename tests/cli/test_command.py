"""The command itself, as a process, with the real analysis."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parent.parent.parent
BUG = "import numpy\n\nlayer = numpy.ones((128, 10))\nnumpy.dot(numpy.zeros((4, 64)), layer)\n"
HEAD = "error SHP109 matmul-shape-mismatch: "
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR")} | {
    "PYTHONPATH": str(ROOT)
}
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "shapecheck", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, timeout=60, **more)  # type: ignore[call-overload,no-any-return]

    return call


def test_a_mistake_is_found(run: Run, tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(BUG)
    ended = run("train.py", "--static")
    assert ended.returncode == 1, ended
    out = ended.stdout.decode()
    assert out.startswith(f"train.py:4:1: {HEAD}")
    assert "\n 3 | layer = numpy.ones((128, 10))\n" in out and "\n 4 | numpy.dot(numpy.zeros((4, 64)), layer)\n" in out
    assert out.splitlines()[-1].startswith("1 error in 1 file; ")
    assert ended.stderr == b""
    assert run("train.py", "--static", "--ignore", "SHP1").returncode == 0


def test_standard_input_and_json(run: Run) -> None:
    ended = run("-", "--static", "--output-format", "json", input=BUG.encode())
    (told,) = json.loads(ended.stdout)
    assert (told["filename"], told["location"]) == ("-", {"row": 4, "column": 1})


def test_suppression(run: Run, tmp_path: Path) -> None:
    for comment in ("# noqa: SHP109", "# noqa", "# shapecheck: ignore[matmul-shape-mismatch]"):
        (tmp_path / "train.py").write_text(BUG.rstrip() + f"  {comment}\n")
        assert run("train.py", "--static").returncode == 0
    (tmp_path / "train.py").write_text(BUG.rstrip() + "  # noqa: SHP102\n")
    assert run("train.py", "--static").returncode == 1


def test_notebooks_are_told_by_cell(run: Run, tmp_path: Path) -> None:
    cells = [nbformat.v4.new_markdown_cell("# Title"), nbformat.v4.new_code_cell("%matplotlib inline\nimport numpy")]
    cells.append(nbformat.v4.new_code_cell(BUG.partition("\n\n")[2]))
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "n.ipynb")
    assert run("n.ipynb", "--static").stdout.decode().startswith(f"n.ipynb:cell 3:2:1: {HEAD}")


def test_what_cannot_be_read_is_one_line_each_and_never_exit_0(run: Run, tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(BUG)
    (tmp_path / "latin.py").write_bytes(b"x = '\xe9'\n")
    (tmp_path / "broken.ipynb").write_text("{")
    ended = run(".", "--static")
    lines = ended.stderr.decode().splitlines()
    assert [line.split(": ")[:2] for line in lines] == [["shapecheck", "broken.ipynb"], ["shapecheck", "latin.py"]]
    assert f"train.py:4:1: {HEAD}".encode() in ended.stdout
    assert ended.returncode == 1
    (tmp_path / "train.py").unlink()
    ended = run(".", "--static", "--exit-zero")
    assert ended.returncode == 1
    assert ended.stdout == b"Nothing was analysed: 2 paths could not be read.\n"


def test_a_syntax_error_is_a_finding_and_the_rest_is_analysed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text("x = [1, 2\n\n" + BUG)
    ended = run("train.py", "--static")
    assert ended.returncode == 1
    assert b" error SHP901 syntax-error: " in ended.stdout and HEAD.encode() in ended.stdout
    assert ended.stderr == b""


def test_nothing_to_check(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("print('hello')\n")
    ended = run("a.py")
    assert ended.returncode == 0
    assert ended.stdout == b"Nothing to check: no layer, op or loss call was found in 1 file.\n"


def test_a_reader_that_goes_away_is_no_failure(run: Run, tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"a{number}.py").write_text(BUG)
    command = [sys.executable, "-m", "shapecheck", "--static", "."]
    with subprocess.Popen(
        command, cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
    assert told == b""
    assert process.returncode == 1


def test_output_that_the_terminal_cannot_show(run: Run, tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(BUG.replace("layer", "層"), encoding="utf-8")
    command = [sys.executable, "-m", "shapecheck", "--static", "train.py"]
    environment = ENVIRONMENT | {"PYTHONIOENCODING": "ascii"}
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True)
    assert ended.returncode == 1 and ended.stderr == b""
    assert b"numpy.dot(numpy.zeros((4, 64)), \\u5c64)" in ended.stdout


def test_reading_loads_no_framework(tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(BUG.replace("import numpy", "import numpy, keras, tensorflow, torch"))
    program = (
        "import sys; sys.argv = ['shapecheck', '--static', 'train.py']\n"
        "from shapecheck.cli import main\n"
        "try: main()\n"
        "finally: sys.stderr.write(' '.join(sys.modules))"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=ENVIRONMENT, capture_output=True)
    assert ended.returncode == 1
    loaded = {name.partition(".")[0] for name in ended.stderr.decode().split()}
    assert "shapecheck" in loaded
    assert not loaded & {"torch", "tensorflow", "keras", "numpy", "libcst", "h5py", "pandas"}

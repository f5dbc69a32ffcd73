"""The seed programs, and the bugs beside them, do under the real framework what their marks say.

A line marked `# error: rule` is one that the exception passes through; a program without such a mark runs to its end.
`# likely: rule` is the same, with the data that lie beside another copy of the program; `# warning: rule` marks what is
silently wrong. Static checks are compared with the marks elsewhere: here the marks themselves are put to the proof,
with small random data in place of the downloads.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"
RUNNER = Path(__file__).parent / "standins" / "run_programs.py"
PROGRAMS = sorted(
    path for name in ("seeds", "bugs") for path in (FIXTURES / name).rglob("*") if path.suffix in {".py", ".ipynb"}
)
QUIET = {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "", "KERAS_BACKEND": "tensorflow", "NO_COLOR": "1"}


def group(program: Path) -> str:
    """Programs of one group share a process; those of TensorFlow 1 switch eager execution off, so they are one."""
    text = program.read_text(encoding="utf-8")
    return next((name for name in ("keras", "tensorflow", "torch") if name in text), "numpy")


@pytest.mark.oracle
@pytest.mark.parametrize("framework", ["keras", "tensorflow", "torch", "numpy"])
def test_programs_end_as_marked(framework: str, tmp_path: Path, subtests: pytest.Subtests) -> None:
    if importlib.util.find_spec(framework) is None:
        pytest.skip(f"{framework} is not installed")
    programs = [program for program in PROGRAMS if group(program) == framework]
    assert programs
    outcomes = run(programs, tmp_path)
    for program in programs:
        with subtests.test(program=program.relative_to(FIXTURES).as_posix()):
            assert complaint(**outcomes[str(program)]) == ""


def run(programs: list[Path], folder: Path) -> dict[str, dict[str, Any]]:
    outcomes = folder / "outcomes.json"
    command = [sys.executable, "-B", str(RUNNER), str(outcomes), *map(str, programs)]
    environment = os.environ | QUIET | {"KERAS_HOME": str(folder / "keras")}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert ended.returncode == 0, ended.stderr
    told: dict[str, dict[str, Any]] = json.loads(outcomes.read_text())
    return told


def complaint(marks: list[tuple[int, str, str]], raised: str | None, lines: list[int]) -> str:
    """What is wrong with the marks of a program, given how it ended."""
    expected = [line for line, severity, _ in marks if severity in ("error", "likely")]
    if raised is None:
        return f"marked on line {expected[0]}, but runs to its end" if expected else ""
    return "" if set(expected) & set(lines) else f"raises on lines {lines}, marked on lines {expected}: {raised}"

"""Graphs of TensorFlow 1 that are wrong in one place, or right: each is told where, and TensorFlow agrees."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from shapecheck.api import Session
from shapecheck.config import Config

from .graph_programs import GONE, PROGRAMS

RUNNER = Path(__file__).parents[2] / "standins" / "run_programs.py"
QUIET = {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "", "NO_COLOR": "1", "TF_USE_LEGACY_KERAS": "1"}
MARK = re.compile(r"# (error|warning): ([a-z0-9-]+)$")
OF_KERAS_2 = ("rnn_cell", "_rnn(", "tf.layers")
"""Parts of TensorFlow 1 that need the package tf_keras today."""


def program(name: str) -> str:
    return dedent({**PROGRAMS, **GONE}[name]).lstrip("\n")


def marks(text: str) -> list[tuple[int, str, str]]:
    found = ((number, MARK.search(line)) for number, line in enumerate(text.splitlines(), 1))
    return [(number, match[1], match[2]) for number, match in found if match]


@pytest.mark.parametrize("name", [*PROGRAMS, *GONE])
def test_what_is_told(name: str, tmp_path: Path) -> None:
    report = Session(Config(static=True, data=False)).check(str(tmp_path / "program.py"), program(name))
    assert [(one.span.line, one.severity.value, one.name) for one in report.findings] == marks(program(name))
    assert report.coverage.calls > 0


@pytest.mark.oracle
def test_what_tensorflow_does(tmp_path: Path, subtests: pytest.Subtests) -> None:
    """A marked line raises; a program without a mark runs to its end."""
    pytest.importorskip("tensorflow")
    whole = importlib.util.find_spec("tf_keras") is not None
    names = [name for name in PROGRAMS if whole or not any(word in program(name) for word in OF_KERAS_2)]
    paths = {name: tmp_path / f"{number}.py" for number, name in enumerate(names)}
    for name, path in paths.items():
        path.write_text(program(name))
    told = run(list(paths.values()), tmp_path / "told.json")
    for name, path in paths.items():
        with subtests.test(program=name):
            lines = [line for line, severity, _ in marks(program(name)) if severity == "error"]
            raised = told[str(path)]
            assert bool(raised["raised"]) == bool(lines), raised
            assert not lines or set(lines) & set(raised["lines"]), raised


def run(programs: list[Path], told: Path) -> dict[str, Any]:
    command = [sys.executable, "-B", str(RUNNER), str(told), *map(str, programs)]
    ended = subprocess.run(command, env=os.environ | QUIET, capture_output=True, text=True, timeout=300)
    assert ended.returncode == 0, ended.stderr
    outcome: dict[str, Any] = json.loads(told.read_text())
    return outcome

"""Every combination of losses, labels, heads, metrics, weights and data: our verdict is Keras's on every line."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest

from shapecheck.api import Session
from shapecheck.config import Config

from . import keras_samples as _environment  # noqa: F401
from .keras_cells import GROUPS, HEAD

pytestmark = pytest.mark.oracle
EVERY = 11
"""One line of so many is run; the slow tests run them all."""
CHUNK = 60
BATCH_AS_LONG_AS_UNITS = "lambda t, p: keras.ops.mean((t - p) ** 2)"
"""A function of the program's: a batch may be as long as there are units, so nothing is said."""


def refused(lines: list[str], folder: Path, version: str = "3") -> set[int]:
    """The lines in which the analysis finds an error. One cause is told once, so what is left is read alone; then an
    error in the classes above counts, too."""
    found: set[int] = set()
    for start in range(0, len(lines), CHUNK):
        found |= {start + i for i in errors(lines[start : start + CHUNK], folder, version) if i >= 0}
    return found | {i for i, line in enumerate(lines) if i not in found and errors([line], folder, version)}


def errors(lines: list[str], folder: Path, version: str) -> set[int]:
    head = HEAD.strip("\n") + "\n"
    text = head + "\n".join(lines) + "\n"
    report = Session(Config(static=True, keras_version=version)).check(str(folder / "program.py"), text)
    first = head.count("\n") + 1
    return {f.span.line - first for f in report.findings if f.severity.value == "error"}


def fails(line: str, scope: dict[str, Any]) -> bool:
    try:
        exec(line, scope)
    except Exception:
        return True
    return False


def compared(lines: list[str], folder: Path) -> tuple[list[str], list[str]]:
    """The false alarms and the misses."""
    pytest.importorskip("torch")
    pytest.importorskip("keras")
    scope: dict[str, Any] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(HEAD, scope)
        real = {i for i, line in enumerate(lines) if fails(line, scope)}
    mine = refused(lines, folder)
    alarms = [lines[i] for i in sorted(mine - real)]
    misses = [lines[i] for i in sorted(real - mine) if BATCH_AS_LONG_AS_UNITS not in lines[i]]
    return alarms, misses


@pytest.mark.parametrize("group", GROUPS)
def test_some(group: str, tmp_path: Path) -> None:
    every = 4 * EVERY if group == "feeding" else EVERY
    assert compared(list(GROUPS[group]())[::every], tmp_path) == ([], [])


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_all(group: str, tmp_path: Path) -> None:
    assert compared(list(GROUPS[group]()), tmp_path) == ([], [])


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_second_keras(group: str, tmp_path: Path) -> None:
    """The lines as programs for Keras 2, where `tf_keras` is installed: no false alarm."""
    pytest.importorskip("torch")
    second = pytest.importorskip("tf_keras")
    lines = list(GROUPS[group]())[:: 12 if group == "feeding" else 3]
    scope: dict[str, Any] = {"keras": second, "layers": second.layers}
    head = HEAD.replace("import keras\n", "").replace("from keras import layers\n", "")
    exec(head.replace("keras.ops", "tf"), scope)
    real = {i for i, line in enumerate(lines) if fails(line.replace("keras.ops.mean", "tf.reduce_mean"), scope)}
    assert [lines[i] for i in sorted(refused(lines, tmp_path, "2") - real)] == []

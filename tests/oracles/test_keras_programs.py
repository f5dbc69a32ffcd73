"""Whole programs under Keras and under the analysis: both agree with the marks."""

from __future__ import annotations

import re
import traceback
import warnings
from pathlib import Path
from typing import Any

import pytest

from shapecheck.api import Session
from shapecheck.config import Config

from . import keras_samples as _environment  # noqa: F401
from .keras_programs import HEAD, PROGRAMS


def marks(text: str) -> list[tuple[int, str, str]]:
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        mark = re.search(r"# (error|warning): ([\w-]+)", line)
        if mark:
            found.append((number, mark[1], mark[2]))
    return found


@pytest.mark.parametrize("name", PROGRAMS)
def test_analysis(name: str, tmp_path: Path) -> None:
    text = HEAD + PROGRAMS[name]
    report = Session(Config(static=True)).check(str(tmp_path / "program.py"), text)
    found = [(finding.span.line, finding.severity.value, finding.name) for finding in report.findings]
    assert found == marks(text)


@pytest.mark.oracle
@pytest.mark.parametrize("name", PROGRAMS)
def test_truth(name: str) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("keras")
    text = HEAD + PROGRAMS[name]
    errors = [line for line, severity, _ in marks(text) if severity == "error"]
    import keras

    keras.config.disable_traceback_filtering()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        raised = run(text)
    assert bool(raised) == bool(errors), raised
    assert set(errors) <= set(raised)


def run(text: str) -> list[int]:
    """The lines of the program that an exception passes through; none if it runs to its end."""
    scope: dict[str, Any] = {"__name__": "program"}
    try:
        exec(compile(text, "<program>", "exec"), scope)
    except Exception as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<program>"]
        return [line for line in lines if line is not None]
    return []

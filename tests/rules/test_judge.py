"""How what was noticed becomes findings."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from shapecheck.api import Session
from shapecheck.config import Config
from shapecheck.findings import Finding, Severity


@pytest.fixture
def check(tmp_path: Path):  # type: ignore[no-untyped-def]
    def check(program: str) -> list[Finding]:
        return Session(Config(static=True, data=False)).check(str(tmp_path / "program.py"), dedent(program)).findings

    return check


def test_message_stands_alone_and_sizes_are_followed_back(check) -> None:  # type: ignore[no-untyped-def]
    (found,) = check(
        """\
        import numpy as np

        width = 4
        left = np.zeros((3, width))
        right = np.zeros((5, 2))
        product = np.dot(left, right)
        """
    )
    assert (found.code, found.name, found.severity) == ("SHP109", "matmul-shape-mismatch", Severity.ERROR)
    assert found.span.line == 6
    assert "4" in found.message and "5" in found.message and "dot" in found.message
    assert found.label == "f64[3, 4] and f64[5, 2]"
    assert {note.span.line for note in found.notes} <= {3, 4, 5}
    assert found.runtime == ("shapes (3,4) and (5,2) not aligned: 4 (dim 1) != 5 (dim 0)",)


def test_a_line_that_runs_often_is_told_once(check) -> None:  # type: ignore[no-untyped-def]
    found = check(
        """\
        import numpy as np

        def add(a, b):
            return a + b

        for size in (3, 4):
            add(np.zeros(size), np.zeros(7))
        """
    )
    assert [finding.span.line for finding in found] == [4]


def test_what_follows_a_mistake_is_silent(check) -> None:  # type: ignore[no-untyped-def]
    found = check(
        """\
        import numpy as np

        total = np.zeros(3) + np.zeros(4)
        scaled = total.reshape(2, 5) + np.zeros(7)
        other = np.zeros(5) + np.zeros(6)
        """
    )
    assert [finding.span.line for finding in found] == [3, 5]


def test_a_caught_failure_is_no_mistake(check) -> None:  # type: ignore[no-untyped-def]
    found = check(
        """\
        import numpy as np

        try:
            total = np.zeros(3) + np.zeros(4)
        except ValueError:
            total = np.zeros(3)
        """
    )
    assert found == []

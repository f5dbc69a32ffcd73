"""What is claimed of whole programs that prepare tables, against pandas and scikit-learn themselves: of every name,
with the data file there and without it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

pytest.importorskip("pandas")
pytest.importorskip("sklearn")

from ..programs import run
from .table_programs import FILE, Written, programs
from .tables import Lengths, compare

if TYPE_CHECKING:
    from collections.abc import Iterator

few = settings(derandomize=True, max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None)


@pytest.fixture(autouse=True, scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(tmp_path_factory.mktemp("tables"))
    yield
    os.chdir(before)


def wrong(program: Written, data: bool = True) -> list[str]:
    """What is claimed and does not hold."""
    if program.text is not None and data:
        with open(FILE, "w") as file:
            file.write(program.text)
    elif os.path.exists(FILE):
        os.remove(FILE)
    mine, machine = run(program.source)
    found = [f"refused: {call.mismatch}" for call in machine.trace.calls if call.mismatch is not None]
    lengths = Lengths()
    for name, real in program.space.items():
        if name in mine:
            try:
                compare(mine[name], real, lengths)
            except AssertionError as problem:
                found.append(f"{name}: {problem}")
    return found + lengths.contradictions()


def holds(program: Written) -> None:
    found = wrong(program) + (wrong(program, data=False) if program.text is not None else [])
    assert not found, "\n".join((program.source, program.text or "", *found))


@pytest.mark.oracle
@few
@given(programs())
def test_tables(program: Written) -> None:
    holds(program)


@pytest.mark.oracle
@few
@given(programs(learning=True))
def test_tables_that_are_learnt_from(program: Written) -> None:
    holds(program)

"""Small programs of one feature each: what the interpreter claims of every name is CPython's, and it claims them all
but those that a program says are not known."""

from __future__ import annotations

import random
import re
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

from shapecheck.core.value import Unknown
from tests.interp.claims import disagreement, strength
from tests.programs import run

PROGRAMS = sorted((Path(__file__).parent / "language").glob("*.py"))
_UNKNOWNS = (None, 0, 1, 2, 3, 5)


def python(text: str, seed: int) -> dict[str, Any]:
    draw = random.Random(seed)
    names: dict[str, Any] = {"source": lambda: draw.choice(_UNKNOWNS), "__name__": "__main__"}
    exec(compile(text, "program.py", "exec"), names)
    return names


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_claims_hold(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    loose = {name for line in re.findall(r"# unclaimed: (.*)", text) for name in line.split()}
    names, _ = run(text)
    truths = [python(text, seed) for seed in range(12 if "source()" in text else 1)]
    vague = []
    for name, value in names.items():
        if "~" in name or name.startswith("__"):
            continue
        for truth in truths:
            found = disagreement(value, truth[name]) if name in truth else None
            assert found is None, f"{name}: {found}"
        plain = not isinstance(truths[0].get(name), (type, FunctionType))
        if plain and name in truths[0] and name not in loose and (isinstance(value, Unknown) or strength(value) < 0.99):
            vague.append(f"{name}: {value}")
    assert vague == []

"""What is claimed of the names of programs is so under torch, for what has no single call to be compared by."""

from __future__ import annotations

from typing import Any

import pytest

torch = pytest.importorskip("torch")

from shapecheck.core.value import Value  # noqa: E402
from tests.programs import run  # noqa: E402

from . import torch_real  # noqa: E402, F401
from .harness import compare  # noqa: E402
from .torch_programs import PROGRAMS  # noqa: E402

pytestmark = [pytest.mark.oracle, pytest.mark.filterwarnings("ignore")]

PLAIN = (torch.Tensor, int, bool)
FLOOR = 0.75
"""The least share of the names of a program whose shape is claimed in full."""


def truths(text: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(text, names)
    return {name: value for name, value in names.items() if isinstance(value, PLAIN)}


@pytest.mark.parametrize("name", PROGRAMS)
def test_claims_hold(name: str) -> None:
    """Both branches and loops of a summarised program are followed: what is not claimed is Unknown."""
    text = PROGRAMS[name]
    found, machine = run(text)
    refused = [str(call.mismatch) for call in machine.trace.calls if call.mismatch]
    assert refused == []
    answers = {}
    for at, real in truths(text).items():
        value = found.get(at)
        answers[at] = compare(value, real) if isinstance(value, Value) else "undecided"
    assert not [f"{at}: {answer}" for at, answer in answers.items() if answer.startswith("wrong")]
    agreed = sum(answer == "agree" for answer in answers.values())
    assert agreed >= FLOOR * len(answers), answers

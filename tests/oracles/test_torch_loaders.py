"""The first batch, the last one and their number are the real loader's, for every data set and every way to load it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from shapecheck.core.value import Unknown, Value  # noqa: E402
from tests.programs import run  # noqa: E402

from . import torch_real  # noqa: E402, F401
from .harness import compare  # noqa: E402
from .torch_loaders import DATASETS, HEAD, LOADERS  # noqa: E402

pytestmark = [pytest.mark.oracle, pytest.mark.filterwarnings("ignore")]
FLOOR = 0.75
"""The least share of what a loader gives that is known in full."""


def real_batches(text: str) -> tuple[list[Any], int | None] | None:
    """What the loader gives, and its length; None where it fails."""
    names: dict[str, Any] = {}
    try:
        exec(text, names)
        batches = list(names["dl"])
    except Exception:
        return None
    try:
        return batches, len(names["dl"])
    except TypeError:
        return batches, None


def answers(dataset: str, loader: str) -> dict[str, str]:
    text = f"{HEAD}ds = {dataset}\ndl = {loader}\n"
    real = real_batches(text)
    if real is None:
        return {}
    batches, count = real
    text += "last = None\nfor batch in dl:\n    last = batch\n"
    text += "first = next(iter(dl))\n" * bool(batches) + "n = len(dl)\n" * (count is not None)
    found, machine = run(text)
    refused = [f"wrong: {call.mismatch}" for call in machine.trace.calls if call.mismatch]
    if refused:
        return {"refused": refused[0]}
    told = {"first": batches[0], "last": batches[-1]} if batches else {}
    told |= {} if count is None else {"n": count}
    return {name: answer(found.get(name), value) for name, value in told.items()}


def answer(mine: Any, real: Any) -> str:
    return compare(mine, real) if isinstance(mine, Value) and not isinstance(mine, Unknown) else "undecided"


def test_loaders() -> None:
    counts: Counter[str] = Counter()
    wrong = []
    for dataset in DATASETS:
        for loader in LOADERS:
            for name, found in answers(dataset, loader).items():
                counts[found if found in ("agree", "undecided") else "wrong"] += 1
                if found.startswith("wrong"):
                    wrong.append(f"{dataset} {loader} {name}: {found}")
    assert not wrong, wrong
    assert counts["agree"] >= FLOOR * sum(counts.values()), counts

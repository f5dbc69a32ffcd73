"""Every installed file and 2,000 broken ones, each on a budget of few steps: the bound of a file is its steps, and so
is its memory; the seconds are there for what might escape it."""

from __future__ import annotations

import os
import re
import sysconfig
import time
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from .mutate import programs
from .pool import ROOT, Job, sweep

pytestmark = pytest.mark.slow

STEPS = 2_500
"""Of `--max-steps`; with 200,000, the default, a sweep would take hours."""
CPU_SECONDS = 10
"""Twenty times what the slowest file takes."""
WALL_SECONDS = 90
"""Then a file is killed, and named."""
MEGABYTES = 1_000
MUTATED = 2_000
WORKERS = os.cpu_count() or 2

REAL = {
    ("pandas/core/indexes/datetimes.py", "nonzero: the places in a scalar"):
        "slice_indexer() of an unsorted index, with neither start nor end, raises NumPy's ValueError",
}  # fmt: skip
"""Errors in installed files that are true, by the file and the message, each with the reason."""


def installed() -> list[Path]:
    """The files of the standard library and of what is installed."""
    found: list[Path] = []
    for name in ("stdlib", "purelib", "platlib"):
        folder = Path(sysconfig.get_path(name))
        for path in folder.rglob("*.py"):
            if name != "stdlib" or "site-packages" not in path.parts:
                found.append(path)
    return sorted(dict.fromkeys(found))


def is_real(error: str) -> bool:
    """What Python does not compile has an error in it."""
    name, place, message = error.split(" ", 2)
    path = place.rpartition(":")[0]
    if name != "syntax-error":
        return any(path.endswith(file) and message == told for file, told in REAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(Path(path).read_bytes(), path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        return True
    return False


def judge(jobs: list[Job], capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Sweeps the files, prints how fast that was and what went wrong, and fails for what none may do; the answers."""
    start = time.perf_counter()
    answers = list(sweep(jobs, STEPS, WALL_SECONDS, WORKERS))
    taken = time.perf_counter() - start
    crashed = [f"{answer['path']}: {answer['crash']}" for answer in answers if answer["crash"]]
    slowest = sorted(answers, key=lambda answer: -answer["cpu"])
    megabytes = max(answer.get("megabytes", 0) for answer in answers)
    hidden = Counter(re.sub(r" \(.*", "", reason) for answer in answers for reason in answer.get("hidden", ()))
    with capsys.disabled():
        complete = sum(answer.get("complete", False) for answer in answers)
        print(f"\n{len(answers)} files in {taken:.0f} s: {len(answers) / taken:.0f} files/s with {WORKERS} workers and "
              f"{STEPS} steps each; {complete} followed to their end; {megabytes} MB at most")  # fmt: skip
        print("slowest:", ", ".join(f"{answer['path']} {answer['cpu']:.2f} s" for answer in slowest[:5]))
        for reason, count in hidden.most_common(20):
            print(f"{count:5}  {reason}")
        print("\n".join(crashed))
    assert crashed == []
    assert [answer["path"] for answer in answers if answer["cpu"] > CPU_SECONDS] == []
    assert megabytes <= MEGABYTES
    return answers


def test_installed_files(capsys: pytest.CaptureFixture[str]) -> None:
    """As they work, no error is to be found in them."""
    answers = judge([(str(path), None) for path in installed()], capsys)
    hidden = [reason for answer in answers for reason in answer.get("hidden", ())]
    errors = [error for answer in answers for error in answer.get("errors", ()) if not is_real(error)]
    assert (hidden, errors) == ([], [])


def test_mutated_files(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing crashes on what is no program any more, or one that nobody would write."""
    sources = [path for path in sorted((ROOT / "fixtures").rglob("*.py")) if path.stat().st_size < 20_000]
    assert len(sources) > 100
    mutated = ROOT / "fixtures" / "mutated"  # where no file is
    judge([(str(mutated / name), text) for name, text in programs(sources, MUTATED)], capsys)

"""Every finding of the fixtures and of the rules' examples, on the real frameworks: none is contradicted."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from shapecheck.api import Session
from shapecheck.config import Config
from shapecheck.core.containers import Sequence
from shapecheck.core.tensor import Tensor
from shapecheck.core.truth import Truth
from shapecheck.core.value import Value
from shapecheck.dryrun.confirm import Replay
from shapecheck.dryrun.session import DryRun
from shapecheck.interp.analyse import analyse
from shapecheck.interp.trace import Trace
from shapecheck.rules import catalogue
from tests.test_seeds import FIXTURES, PROGRAMS

from .calls import call, disagreeing, finding, tensor

FLOORS = {"fixtures": 0.95, "examples": 0.85}
"""The least share of findings that the frameworks confirm."""


@pytest.fixture
def replays(monkeypatch: pytest.MonkeyPatch) -> list[Replay]:
    """What becomes of the findings of each check."""
    for framework in ("numpy", "torch", "tensorflow", "keras"):
        pytest.importorskip(framework)
    found: list[Replay] = []
    confirm = DryRun.confirm

    def kept(self: DryRun, pairs: Iterable[object]) -> Replay:
        found.append(confirm(self, pairs))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr(DryRun, "confirm", kept)
    return found


def shares(name: str, replays: list[Replay]) -> float:
    """Prints how many findings were confirmed, contradicted, and left open and why; the share of the confirmed."""
    confirmed = sum(bool(told.confirmed) for replay in replays for told, _ in replay.kept)
    withdrawn = [f"{told.span.path}: {told.name}: {words}" for replay in replays for told, words in replay.withdrawn]
    left = Counter(f"{told.name}: {why}" for replay in replays for told, why in replay.open)
    total = confirmed + len(withdrawn) + left.total()
    print(f"\n{name}: {confirmed} of {total} confirmed, {len(withdrawn)} contradicted, {left.total()} open")
    for why, count in left.most_common():
        print(f"{count:5}  {why[:150]}")
    assert withdrawn == []
    return confirmed / total


@pytest.mark.oracle
@pytest.mark.slow
def test_fixtures(replays: list[Replay]) -> None:
    """And with the frameworks' answers the analysis says the same as without."""
    static = Session(Config(static=True))
    with Session(Config(python=sys.executable)) as session:
        for path in [*PROGRAMS, *sorted((FIXTURES / "models").glob("*.py"))]:
            alone, both = (
                [(one.span, one.name) for one in each.check(str(path)).findings] for each in (static, session)
            )
            assert alone == both, path
    assert shares("fixtures", replays) >= FLOORS["fixtures"]


@pytest.mark.oracle
def test_examples(replays: list[Replay]) -> None:
    with Session(Config(python=sys.executable)) as session:
        for rule in catalogue():
            for example in rule.bad:
                session.check("example.py", dedent(example))
    assert shares("examples", replays) >= FLOORS["examples"]


def tensors(value: Value | None) -> list[Tensor]:
    """Those in a result, in order."""
    if isinstance(value, Sequence) and value.known is not None:
        return [one for part in value.known for one in tensors(part)]
    return [value] if isinstance(value, Tensor) else []


def differs(ours: list[Tensor], theirs: list[Tensor]) -> bool:
    """Not the same number of results, or one of another shape or dtype."""
    return len(ours) != len(theirs) or any(
        one.shape.equals(other.shape) is Truth.NO or (one.dtype and other.dtype and one.dtype != other.dtype)
        for one, other in zip(ours, theirs, strict=True)
    )


@pytest.mark.oracle
@pytest.mark.slow
def test_answers_agree_with_the_declarations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of every call of the fixtures whose result is known without: the framework is asked as if it were not."""
    for framework in ("numpy", "torch", "tensorflow", "keras"):
        pytest.importorskip(framework)
    traces: list[Trace] = []
    monkeypatch.setattr("shapecheck.api.analyse", lambda *given: traces.append(analyse(*given)) or traces[-1])
    dry_run, static = DryRun(sys.executable), Session(Config(static=True))
    dry_run.oracle.seconds = 1e9
    wrong: list[str] = []
    asked = 0
    try:
        for path in [*PROGRAMS, *sorted((FIXTURES / "models").glob("*.py"))]:
            static.check(str(path))
            for made in traces.pop().calls:
                ours = tensors(made.result) if made.followed and made.mismatch is None else []
                said = dry_run.oracle.answer(made, None) if ours else ""
                if isinstance(said, Value):
                    asked += 1
                    if differs(ours, tensors(said)):
                        wrong.append(f"{path}:{made.span.line}: {made.spec.path}: {made.result}, but {said}")
    finally:
        dry_run.close()
    print(f"\n{asked} results compared")
    assert wrong == [] and asked > 2500


@pytest.mark.oracle
def test_what_is_contradicted_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    made = disagreeing(call("numpy.dot", tensor("numpy", 2, 3), tensor("numpy", 3, 5)))
    monkeypatch.setattr("shapecheck.api.judge", lambda trace: [(finding(made), made)])
    with Session(Config(python=sys.executable)) as session:
        report = session.check("program.py", "import numpy\n\nnumpy.dot\n")
    assert report.findings == []
    (reason,) = report.coverage.gaps or ()
    assert reason.startswith("withdrawn a-rule: numpy ") and reason.endswith(" accepts numpy.dot")
    assert any(note.startswith("1 finding withdrawn: ") for note in report.notes)


# -- interpreters ------------------------------------------------------------------------------------------------------


def interpreters() -> Iterator[str]:
    """All versions of Python from 3.9 on that are there."""
    roots = [Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"]
    found = [str(path) for root in roots if root.is_dir() for path in root.glob("3.*/bin/python")]
    found += [path for minor in range(9, 16) if (path := shutil.which(f"python3.{minor}"))]
    found = [path for path in found if "shims" not in path]  # which start another one
    versions = {Path(path).resolve(): path for path in found}
    return iter(sorted(versions.values()))


@pytest.mark.parametrize("python", [*interpreters()])
def test_the_worker_runs_under_every_version(python: str) -> None:
    """Or says that it does not."""
    from shapecheck.dryrun.conversation import Failed, Worker

    with Worker(python) as worker:
        try:
            worker.start()
        except Failed as problem:
            assert "the dry run needs Python 3.9" in str(problem)
            return
        version = tuple(map(int, str(worker.hello["python"]).split(".")[:2]))
        said = worker._exchange({"ask": "shape", "path": "numpy.dot", "args": [], "kwargs": {}, "symbols": {}}, 60)
    assert version >= (3, 9) and said["outcome"] in ("refused", "raised")

"""Calls that are remembered: what they give and do is what they would have given and done."""

from __future__ import annotations

from pathlib import Path

import pytest

from shapecheck.core.sequence import Sequence
from shapecheck.core.tensor import Tensor
from shapecheck.interp import calls, memo
from shapecheck.interp.analyse import analyse
from shapecheck.interp.project import Project
from tests.programs import run

CLASS = "class A:\n    pass\na = A()\n"
WORK = "    for number in range(90):\n        number\n"
"""Calls that take less are followed each time."""
MODELS = sorted((Path(__file__).parents[2] / "fixtures" / "models").rglob("*.py"))


@pytest.fixture
def again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The functions of which a call was done again without following it."""
    seen: list[str] = []
    follow = memo.Remembered.again

    def counted(self: memo.Remembered, *others: object) -> object:
        seen.append("")
        return follow(self, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(memo.Remembered, "again", counted)
    return seen


def _shape(value: object) -> str:
    assert isinstance(value, Tensor)
    return str(value.shape)


def test_the_same_is_not_followed_again(again: list[str]) -> None:
    names, _ = run(f"import torch\nx = torch.zeros(3, 3)\ndef f(x):\n{WORK}    return x @ x\n" + "y = f(x)\n" * 5)
    assert len(again) == 3  # the first is measured, the second watched
    assert _shape(names["y"]) == "[3, 3]"


def test_what_it_is_given_decides(again: list[str]) -> None:
    given = "".join(f"x{n} = torch.zeros({n}, 2)\n" for n in (1, 2, 3))
    lines = "".join(f"y{n} = f(x{n})\n" for n in (1, 2, 3, 2, 3, 1))
    names, _ = run(f"import torch\n{given}def f(x):\n{WORK}    return x.T\n{lines}")
    assert [_shape(names[f"y{n}"]) for n in (1, 2, 3)] == ["[2, 1]", "[2, 2]", "[2, 3]"]
    assert len(again) == 2


def test_what_it_reads_decides(again: list[str]) -> None:
    source = f"import torch\n{CLASS}a.n = 2\ndef f():\n{WORK}    return torch.zeros(a.n, m)\nm = 5\n"
    names, _ = run(source + "x = f()\n" * 3 + "a.n = 3\ny = f()\nm = 6\nz = f()\n")
    assert [_shape(names[name]) for name in "xyz"] == ["[2, 5]", "[3, 5]", "[3, 6]"]
    assert len(again) == 1


def test_what_it_makes_is_its_own(again: list[str]) -> None:
    source = f"def f():\n{WORK}    return []\n"
    names, _ = run(source + "a = f()\nb = f()\nc = f()\nc.append(1)\nd = f()\nb.append(1)\ne = f()\n")
    lists = [names[name] for name in "abcde"]
    assert [len(one.items) for one in lists if isinstance(one, Sequence)] == [0, 1, 1, 0, 0]
    assert len(again) == 3


def test_lengths_that_are_not_known_are_its_own(again: list[str]) -> None:
    source = f"import torch\nx = torch.randn(9)\ndef f():\n{WORK}    return x[x > 0]\n"
    names, _ = run(source + "y = f()\nz = f()\n" * 3)
    y, z = names["y"], names["z"]
    assert isinstance(y, Tensor) and isinstance(z, Tensor) and y.rank == z.rank == 1
    assert y.shape != z.shape and len(again) == 4


def test_what_it_changes_is_changed_again(again: list[str]) -> None:
    source = f"{CLASS}seen = []\ndef f(n):\n{WORK}    a.n = n\ndef g():\n{WORK}    seen.append(1)\n"
    names, _ = run(source + "k = 1\nf(k)\nf(k)\na.n = 2\nf(k)\nb = a.n\n" + "g()\n" * 5)
    assert getattr(names["b"], "payload", None) == 1 and len(again) == 1
    seen = names["seen"]
    assert isinstance(seen, Sequence) and len(seen.items) == 5


def test_a_tensor_that_it_writes_to_is_the_one_that_it_got() -> None:
    body = "".join(f"x{n} = torch.zeros(3)\nf(x{n})\n" for n in range(4))
    names, _ = run(f"import torch\ndef f(x):\n{WORK}    x.add_(1)\n{body}")
    known = [names[f"x{n}"] for n in range(4)]
    assert [one.facts.high for one in known if isinstance(one, Tensor)] == [None] * 4


def _calls(path: Path) -> set[tuple[object, ...]]:
    project = Project(str(path))
    project.read_main()
    trace = analyse(project, 200_000)
    return {(call.span, call.spec.path, _told(call.result), call.undecided, str(call.mismatch)) for call in trace.calls}


def _told(value: object) -> str:
    return str(value) if isinstance(value, Tensor) else type(value).__name__


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_the_trace_is_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = _calls(path)
    monkeypatch.setattr(calls, "remembered", lambda machine, function, arguments, act: act())
    assert _calls(path) == with_it

"""A budget of steps: the analysis ends calmly, and what is imported does not use up what the program needs."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from shapecheck.api import Session
from shapecheck.config import Config
from shapecheck.core.plain import Constant
from shapecheck.core.sequence import Sequence
from tests.programs import run

LONG = "x = x + 1\n" * 30_000
MISTAKE = "import numpy as np\nnp.zeros((2, 3)) @ np.zeros((4, 5))\n"


def check(path: Path, text: str, max_steps: int = 20_000) -> tuple[list[str], list[str], bool]:
    path.write_text(text, encoding="utf-8")
    with Session(Config(static=True, max_steps=max_steps)) as session:
        report = session.check(str(path))
    return [finding.name for finding in report.findings], report.notes, report.coverage.complete


def test_past_the_budget(tmp_path: Path) -> None:
    found, notes, complete = check(tmp_path / "a.py", f"{MISTAKE}x = 1\n{LONG}{MISTAKE}")
    assert (found, complete) == (["matmul-shape-mismatch"], False)
    assert len(notes) == 1 and "stopped after 20000 steps" in notes[0]


def test_imports_have_their_own(tmp_path: Path) -> None:
    """What a module that was left half-way had bound is not trusted."""
    (tmp_path / "big.py").write_text(f"SIZE = 3\nx = 1\n{LONG}SIZE = 4\n", encoding="utf-8")
    text = "import numpy as np\nfrom big import SIZE\nnp.zeros((2, SIZE)) @ np.zeros((4, 5))\n"
    found, notes, complete = check(tmp_path / "a.py", text + MISTAKE)
    assert (found, notes, complete) == (["matmul-shape-mismatch"], [], True)


@pytest.mark.parametrize(
    "deep",
    [
        "x = " + "(" * 5000 + ")" * 5000, "x = np" + ".y" * 5000, "x = " + " + ".join(["x"] * 5000),
        "if np: pass\n" + "elif np: x = 1\n" * 5000,
    ],
    ids=["brackets", "dots", "sums", "elif"],
)  # fmt: skip
def test_deep_sources(tmp_path: Path, deep: str) -> None:
    """What Python does not compile is told once, and what stands around it is checked."""
    found, notes, _ = check(tmp_path / "a.py", f"{MISTAKE}{deep}\n")
    assert sorted(found) == ["matmul-shape-mismatch", "syntax-error"] and not notes


def test_long_sources(tmp_path: Path) -> None:
    numbers = ", ".join(map(str, range(50_000)))
    found, _, _ = check(tmp_path / "a.py", f"x = [{numbers}]\ny = '{'x' * 500_000}' * 1000\n{MISTAKE}", 200_000)
    assert found == ["matmul-shape-mismatch"]


def test_deep_values(tmp_path: Path) -> None:
    text = "import copy\nx = []\ny = [1]\n" + "x = [x]\ny = [y]\n" * 5000
    text += "z = x if input() else y\nx == y\ncopy.deepcopy(x)\nstr(x)\n{1: x}\nx in [y]\n"
    _, notes, _ = check(tmp_path / "a.py", text, 200_000)
    assert len(notes) <= 1


def test_memory_of_huge_values() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    run("""
        x = 2
        s = t = "ab"
        for i in range(24):
            for j in range(24):
                x = x * x
                s = s + s
                t = t.replace("a", t)
        a = [0] * 10**12
        b = list(range(10**12))
        c = "x".ljust(10**11) + "%*d" % (10**10, 1) + "\\t".expandtabs(10**10)
        d = 0xf << 10**10
    """)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000


def test_a_path_that_left_early_keeps_what_it_shares() -> None:
    """The list is made before the paths part: both change it."""
    values, _ = run("""
        import random
        def f(a, b):
            if a:
                x = []
                if b:
                    x.append(1)
                    return x
                x.append(2)
                return x
            return [3]
        y = f(random.random() > 0.5, random.random() > 0.5)
        first = y[0]
    """)
    assert not isinstance(values["first"], Constant)


def test_an_item_that_is_not_known_is_changed() -> None:
    values, _ = run("""
        from collections import defaultdict
        names = {"a": [], "b": []}
        names[input()].append(1)
        rows = [[], []]
        rows[int(input())].append(1)
        grouped = defaultdict(list)
        for name in input().split():
            grouped[name].append(name)
        sizes = [len(names["a"]), len(rows[0]), len(grouped)]
    """)
    sizes = values["sizes"]
    assert isinstance(sizes, Sequence)
    assert not [size for size in sizes if isinstance(size, Constant) and isinstance(size.payload, int)]


def test_what_is_there_to_fail_is_no_finding(tmp_path: Path) -> None:
    text = """
import contextlib, unittest
import numpy as np
import pytest
with pytest.raises(ValueError):
    np.zeros((2, 3)) @ np.zeros((4, 5))
with contextlib.suppress(ValueError):
    np.zeros((2, 3)) @ np.zeros((4, 5))
class Test(unittest.TestCase):
    def test(self):
        with self.assertRaisesRegex(ValueError, "x"), open("x") as file:
            np.zeros((2, 3)) @ np.zeros((4, 5))
"""
    assert check(tmp_path / "a.py", text)[0] == []
    assert check(tmp_path / "b.py", text + MISTAKE)[0] == ["matmul-shape-mismatch"]

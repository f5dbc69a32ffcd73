"""What is claimed of pandas' tables and columns, against pandas itself, over generated tables."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pd = pytest.importorskip("pandas")

from shapecheck.core.objects import Class  # noqa: E402
from shapecheck.frameworks import FILES, find  # noqa: E402

from .pandas_samples import COLUMN, FUNCTIONS, INDEX, TABLE, UNTRIED  # noqa: E402
from .tables import Score, judge  # noqa: E402

SEEDS = range(3)
FLOOR = 0.85
"""So many results are claimed with every length, name and dtype; the rest depend on the elements, or on the version."""
TOTAL = Score()
PRELUDE = "import numpy as np\nimport pandas as pd\n"
NAMES = ("r", "q", "df", "s", "t", "n")


def made(seed: int) -> str:
    """The source of a table with columns of numbers, whole numbers, texts, and others; and of a column of it."""
    chance = random.Random(seed)
    rows = chance.randint(4, 9)
    columns: dict[str, list[Any]] = {
        "a": [round(chance.uniform(-5, 5), 2) for _ in range(rows)],
        "b": [chance.randint(0, 4) for _ in range(rows)],
        "c": [chance.choice("xyz") for _ in range(rows)],
        "d": [chance.random() < 0.5 for _ in range(rows)],
        "e": [chance.randint(-9, 9) for _ in range(rows)],
    }
    order = chance.sample(list(columns), 3 + seed % 3) if seed else list(columns)
    kept = {name: columns[name] for name in dict.fromkeys((*order, "a", "b", "c"))}
    return f"df = pd.DataFrame({kept!r})\nt = df[['a', 'b']]\nn = {rows}\n"


def read(seed: int, folder: Path) -> str:
    """The same table in a file."""
    space: dict[str, Any] = {}
    exec(PRELUDE + made(seed), space)
    space["df"].to_csv(folder / "data.csv", index=False)
    return "df = pd.read_csv('data.csv')\nt = df[['a', 'b']]\nn = len(df)\n"


FILES_READ = {
    "header.csv": "a,b,c\n1,2.5,x\n2,3.5,y\n3,4.5,x\n",
    "plain.csv": "1,2.5,x\n2,3.5,y\n3,4.5,x\n",
    "semi.csv": "a;b\n1;2\n3;4\n",
    "spaces.csv": "a, b, c\n1, 2, x\n3, 4, NA\n5, 6, z\n",
    "missing.csv": "a,b,c,d\n1,,x,True\n2,3,NA,False\n?,4,,True\n",
    "odd.csv": "a,b,c,d\n1_0,007,1e3,inf\n20,010,-2,1\n30,011,0x1,2\n",
    "quoted.csv": 'a,b\n"x, y",1\n"z ""q""",2\n',
    "top.csv": "some words\na,b\n1,2\n3,4\n",
    "one.csv": "a\n1\n2\n",
    "empty_cells.csv": "a,b\n ,1\n 2,2\n",
    "big.csv": "a,b\n9223372036854775808,1\n1,2\n",
    "only.csv": "a,b\n",
    "number_names.csv": "0,1,2\n5,6,7\n8,9,10\n",
}


def preludes(folder: Path) -> Iterator[str]:
    for seed in SEEDS:
        yield PRELUDE + (read(seed, folder) if seed % 2 else made(seed))


def check(statements: list[str], prelude: str) -> Score:
    score, space = Score(), dict[str, Any]()
    exec(prelude, space)
    for statement in statements:
        fresh = {k: v.copy() if isinstance(v, (pd.DataFrame, pd.Series)) else v for k, v in space.items()}
        fresh.pop("__builtins__", None)
        found = judge(prelude, statement, NAMES, fresh)
        if found is not None:
            score.merge(found)
    return score


def tried(statements: list[str], folder: Path, columns: tuple[str, ...] = ("",)) -> None:
    score = Score()
    for prelude in preludes(folder):
        for column in columns:
            score.merge(check(statements, prelude + (f"s = df['{column}']\n" if column else "")))
    TOTAL.merge(score)
    assert sum(score.counts.values()), "no statement that runs"
    assert not score.wrong, "\n".join(dict.fromkeys(score.wrong))


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES_READ.items():
        (tmp_path / name).write_text(text)


@pytest.mark.oracle
@pytest.mark.parametrize("name", TABLE)
def test_tables(name: str, tmp_path: Path) -> None:
    tried(TABLE[name], tmp_path)


@pytest.mark.oracle
@pytest.mark.parametrize("name", COLUMN)
def test_columns(name: str, tmp_path: Path) -> None:
    tried(COLUMN[name], tmp_path, ("a", "b", "c"))


@pytest.mark.oracle
@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions(name: str, tmp_path: Path) -> None:
    tried(FUNCTIONS[name], tmp_path)


@pytest.mark.oracle
@pytest.mark.parametrize("name", INDEX)
def test_labels_of_rows(name: str, tmp_path: Path) -> None:
    tried(INDEX[name], tmp_path)


@pytest.mark.oracle
def test_every_name_has_a_sample() -> None:
    missing = []
    for path in sorted(path for path in FILES if path.startswith("pandas.")):
        found = find(path)
        if isinstance(found, Class):
            samples = {"DataFrame": TABLE, "Series": COLUMN}.get(found.name, INDEX)
            members = [name for name in found.state if not name.startswith((" ", "__array", "__set", "from_"))]
            missing += [f"{path}.{name}" for name in members if name not in samples and f"{path}.{name}" not in UNTRIED]
        elif path.removeprefix("pandas.") not in FUNCTIONS and path not in UNTRIED:
            missing.append(path)
    assert not missing


@pytest.mark.oracle
def test_share_that_is_claimed(tmp_path: Path) -> None:
    """Runs last, over what the others gave."""
    if not TOTAL.counts:
        pytest.skip("the other tests were not run")
    assert TOTAL.share >= FLOOR, (TOTAL.counts, TOTAL.open.most_common(40))

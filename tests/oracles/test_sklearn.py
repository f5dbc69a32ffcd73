"""What is claimed of scikit-learn's arrays, against scikit-learn itself, over generated data."""

from __future__ import annotations

import random
from typing import Any

import pytest

pytest.importorskip("sklearn")
pytest.importorskip("pandas")

from shapecheck.core.objects import Class
from shapecheck.frameworks import FILES, find

from .sklearn_samples import NAMES, SAMPLES, UNTRIED
from .tables import Score, judge

SEEDS = range(2)
LONG = ("around", "more models", "made features", "data sets", "TSNE")
"""They are tried on one table only."""
FLOOR = 0.55
"""So many results are claimed with every length and dtype; the rest depend on the elements."""
TOTAL = Score()


def prelude(seed: int) -> str:
    """The source of a table of numbers `x`, class ids `y`, targets `z`, texts `w`, and a frame `df` of all."""
    chance = random.Random(seed)
    rows, width = chance.randint(12, 30), chance.randint(3, 6)
    dtype = ("float64", "float32")[seed % 2]
    numbers = [[round(chance.uniform(-3, 3), 2) for _ in range(width)] for _ in range(rows)]
    ids = [i % 3 for i in range(rows)]
    words = [chance.choice(("red green", "green blue", "blue red dark", "dark")) for _ in range(rows)]
    return (
        "import numpy as np\nimport pandas as pd\n"
        f"x = np.array({numbers!r}, dtype='{dtype}')\ny = np.array({ids!r})\nz = x[:, 0] * 2\nb = y % 2\n"
        f"w = {words!r}\ndf = pd.DataFrame(x)\ndf['label'] = y\nn = {rows}\nxi = np.abs(x).astype('int64')\n"
    )


@pytest.mark.oracle
@pytest.mark.parametrize("name", SAMPLES)
def test_names(name: str) -> None:
    score = Score()
    for seed in SEEDS[:1] if name in LONG else SEEDS:
        source, space = prelude(seed), dict[str, Any]()
        exec(source, space)
        for statement in SAMPLES[name]:
            found = judge(source, statement, NAMES, space)
            if found is not None:
                score.merge(found)
    TOTAL.merge(score)
    assert sum(score.counts.values()), "no statement that runs"
    assert not score.wrong, "\n".join(dict.fromkeys(score.wrong))


@pytest.mark.oracle
def test_every_name_has_a_sample() -> None:
    told = " ".join(statement for statements in SAMPLES.values() for statement in statements)
    missing = []
    for path in sorted(path for path in FILES if path.startswith("sklearn.") and not path.startswith("sklearn.base.")):
        name = path.rpartition(".")[2]
        if name not in told and path not in UNTRIED:
            missing.append(path)
        found = find(path)
        if isinstance(found, Class):
            asked = "transform" in found.state or "predict" in found.state
            assert not asked or name in told or path in UNTRIED, path
    assert not missing


@pytest.mark.oracle
def test_share_that_is_claimed() -> None:
    """Runs last, over what the others gave."""
    if not TOTAL.counts:
        pytest.skip("the other tests were not run")
    assert TOTAL.share >= FLOOR, (TOTAL.counts, TOTAL.open.most_common(40))

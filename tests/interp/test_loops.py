"""What a loop leaves behind, where its rounds differ."""

from __future__ import annotations

import pytest

from shapecheck.core.sequence import Sequence
from tests.programs import run

ROWS = "import csv\nrows = csv.reader(open('rows.csv'))\n"


@pytest.mark.parametrize(
    "body",
    [
        "first = True\nfor row in rows:\n    if first:\n        first = False\n    else:\n        found.append(row)\n",
        "last = None\nfor row in rows:\n    if last is None or row[0] != last:\n        found.append(row)\n"
        "    last = row[0]\n",
    ],
    ids=["from the second round on", "in some rounds"],
)
def test_rounds_that_add_differently(body: str) -> None:
    """The list is neither empty nor as long as the rows."""
    names, _ = run(f"{ROWS}found = []\neach = []\n{body}every = [row for row in csv.reader(open('rows.csv'))]")
    found = names["found"]
    assert isinstance(found, Sequence)
    assert found.known is None and found.rest is not None and found.size.is_unknown


def test_items_that_each_round_replaces() -> None:
    """The list keeps its length."""
    names, _ = run(f"{ROWS}sums = [0.0, 0.0]\nfor row in rows:\n    sums[0] = sums[0] + 1.5\n    sums[1] = sums[0]")
    sums = names["sums"]
    assert isinstance(sums, Sequence) and sums.known is not None and len(sums.known) == 2


def test_sizes_that_a_long_loop_computes() -> None:
    """Each round makes a size from two of the last: their origins grow with the rounds, the time does not."""
    body = "\n".join("    a, b = a + b, b + a" for _ in range(40))
    _, machine = run(f"import numpy as np\na = len(open('x').read())\nb = a + 1\nif a:\n{body}\nx = np.zeros((a, b))\n")
    assert machine.trace.complete

"""Every combination of losses, shapes, dtypes, reductions, weights and options: our verdict is torch's on every cell,
for the function and for the module."""

from __future__ import annotations

from typing import Any

import pytest

torch = pytest.importorskip("torch")

from shapecheck.core.outcome import Mismatch, Undecided  # noqa: E402

from .harness import compare, run  # noqa: E402
from .torch_cells import GROUPS, Cell  # noqa: E402
from .torch_real import declared  # noqa: E402

pytestmark = [pytest.mark.oracle, pytest.mark.filterwarnings("ignore")]
DECLARED = declared()
EVERY = 13
"""One cell of so many is tried; the slow tests try them all."""


def verdicts(cell: Cell) -> list[str]:
    """What differs from torch, for both forms of a loss."""
    name, layer, args, options = cell
    function = getattr(torch.nn.functional, name)
    forms: list[tuple[str, Any, dict[str, Any], Any]] = [
        (f"torch.nn.functional.{name}", lambda: function(*args, **options), options, None),
        (f"torch.nn.{layer}", lambda: getattr(torch.nn, layer)(**options)(*args), {}, ((), options)),
    ]
    found = []
    for path, real, keywords, constructor in forms:
        mine = run(DECLARED[path], args, keywords, constructor)
        try:
            result = real()
        except Exception as error:
            answer = "agree" if isinstance(mine, Mismatch) else f"torch refuses: {error}"
        else:
            refused = isinstance(mine, (Mismatch, Undecided))
            answer = f"torch accepts, we say: {mine}" if refused else compare(mine, result)
        if answer != "agree":
            shapes = [f"{one.dtype}{tuple(one.shape)}" for one in args]
            found.append(f"{path} {shapes} {options}: {answer}"[:400])
    return found


def differing(cells: list[Cell]) -> list[str]:
    return [one for cell in cells for one in verdicts(cell)][:20]


@pytest.mark.parametrize("group", GROUPS)
def test_some(group: str) -> None:
    assert differing(list(GROUPS[group]())[::EVERY]) == []


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_all(group: str) -> None:
    assert differing(list(GROUPS[group]())) == []

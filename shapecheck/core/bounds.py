"""The least and the greatest value of a polynomial; None is unbounded."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .dim import Monomial


def bounds_of(terms: Mapping[Monomial, int]) -> tuple[int | None, int | None]:
    """Term by term."""
    low: int | None = 0
    high: int | None = 0
    for monomial, coefficient in terms.items():
        small, large = _monomial_bounds(monomial)
        if coefficient < 0:
            small, large = large, small
        low = None if low is None or small is None else low + coefficient * small
        high = None if high is None or large is None else high + coefficient * large
    return low, high


def _monomial_bounds(monomial: Monomial) -> tuple[int | None, int | None]:
    if len(monomial) == 1:
        return monomial[0].low, monomial[0].high
    if any(atom.low is None or atom.low < 0 for atom in monomial):
        return None, None
    low = math.prod(atom.low or 0 for atom in monomial)
    highs = [atom.high for atom in monomial if atom.high is not None]
    return low, math.prod(highs) if len(highs) == len(monomial) else None

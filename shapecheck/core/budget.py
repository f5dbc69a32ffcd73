"""How much work an analysis may do: what goes through many elements says so, so that no step of it takes long."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PER_STEP = 16
"""Elements copied, joined or compared in the time of one step of the program."""


class OutOfBudget(BaseException):
    """All is spent. Not an `Exception`, lest what catches those on the way takes it for its own."""


class Budget:
    """What is left, in elements."""

    __slots__ = ("left",)

    def __init__(self, left: int) -> None:
        self.left = left


_current = [Budget(sys.maxsize)]


def spend(elements: int) -> None:
    """Going through so many elements, in the analysis under way. Raises `OutOfBudget`."""
    budget = _current[-1]
    budget.left -= elements
    if budget.left < 0:
        raise OutOfBudget


def stop() -> None:
    """Ends the analysis under way calmly; called from another thread."""
    for budget in list(_current)[1:]:
        budget.left = -1


@contextmanager
def limited(budget: Budget) -> Iterator[None]:
    """Inside, everything is spent from this budget."""
    _current.append(budget)
    try:
        yield
    finally:
        _current.pop()

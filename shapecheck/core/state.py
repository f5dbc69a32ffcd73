"""What changes: the content of values, and what a path has found out."""

from __future__ import annotations

from itertools import count
from typing import Any

_births = count(1)
MISSING: Any = object()
"""The content of a place that does not exist."""


class State(dict[Any, Any]):
    """The changing content of a value. `born` orders states by age: what was made inside a branch or a loop's round is
    not joined with what was before."""

    __slots__ = ("born",)

    def __init__(self, *content: Any) -> None:
        super().__init__(*content)
        self.born = next(_births)


class Learnt(State):
    """What a path has found out. Where two paths meet, only what both know remains."""

    __slots__ = ()

    def meet(self, left: Any, right: Any) -> Any:
        """What is left of two different facts; None is nothing."""
        return None


def births() -> int:
    """Every state made so far is older than this."""
    return next(_births)

"""One file of source: its text, its syntax tree, its notebook cells, and the comments that speak to us."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ast

    from ..core.span import Span


@dataclass(frozen=True, slots=True)
class Cell:
    """A code cell of a notebook. `index` counts all cells, markdown included, from 1; `first_line` is the line in the
    text of all code cells at which it starts."""

    index: int
    first_line: int
    lines: int
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the file that could not be read, such as a syntax error."""

    span: Span
    message: str


@dataclass(slots=True)
class Module:
    """A file as the analysis sees it. `tree` holds what could be parsed; `problems` what could not.

    suppressed: codes or names ignored on a line; an empty set means all.
    """

    path: str
    text: str
    tree: ast.Module
    problems: list[Problem] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    suppressed: dict[int, frozenset[str]] = field(default_factory=dict)
    skip: bool = False

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

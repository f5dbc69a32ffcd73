"""How reports are printed: one function a format. May import `findings`, `source` and `core`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .human import concise, text
from .machine import json
from .tally import Tally
from .view import View, colored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..findings import Report

    Format = Callable[[Iterable[Report], View], Iterator[str]]

__all__ = ["FORMATS", "Tally", "View", "colored"]

FORMATS: dict[str, Format] = {"text": text, "concise": concise, "json": json}
"""A format takes the reports as they come and gives the pieces of its output."""

"""How reports are printed: one function a format. May import `findings`, `source` and `core`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .tally import Tally
from .view import View, colored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..findings import Report

    Format = Callable[[Iterable[Report], View], Iterator[str]]

__all__ = ["FORMATS", "Tally", "View", "colored", "printer"]

FORMATS = {
    "text": "human.text",
    "full": "human.text",
    "concise": "human.concise",
    "json": "machine.json",
    "json-lines": "machine.json_lines",
    "sarif": "sarif.sarif",
    "github": "github.github",
    "gitlab": "gitlab.gitlab",
    "junit": "junit.junit",
    "rdjson": "rdjson.rdjson",
}
"""Module and function of each format, loaded when it is used."""


def printer(name: str) -> Format:
    """The function of a format: it takes the reports as they come and gives the pieces of its output."""
    module, _, function = FORMATS[name].partition(".")
    made: Format = getattr(import_module(f".{module}", __name__), function)
    return made

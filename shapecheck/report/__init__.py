"""How reports are printed: one function a format. May import `findings`, `source` and `core`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..findings import Report
    from .view import View

    Format = Callable[[Iterable[Report], View], Iterator[str]]

__all__ = ["FORMATS", "Tally", "render"]


def _text(reports: Iterable[Report], view: View) -> Iterator[str]:
    from .text import text

    return text(reports, view)


def _concise(reports: Iterable[Report], view: View) -> Iterator[str]:
    from .text import concise

    return concise(reports, view)


def _json(reports: Iterable[Report], view: View) -> Iterator[str]:
    from .json import json

    return json(reports, view)


FORMATS: dict[str, Format] = {"text": _text, "concise": _concise, "json": _json}

"""The libraries that are imported, and why a question has no answer."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from .library import Library

    Question = dict[str, Any]
    Spec = dict[str, Any]
    Maker = Callable[[Spec], Any]

KINDS: dict[str, Callable[[Any], Library]] = {}
"""What is made of a module, by its name."""
LIBRARIES: dict[str, Library] = {}


class Refused(Exception):
    """The question is not asked of the framework; the text says why."""


class Raised(Exception):
    """The framework refused the call."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error



def load(name: str) -> Library:
    """Imports a library, once."""
    if name not in LIBRARIES:
        try:
            LIBRARIES[name] = KINDS[name](importlib.import_module(name))
        except Exception as problem:  # whatever a broken installation raises
            raise Refused(f"{name} cannot be imported: {type(problem).__name__}: {problem}") from None
    return LIBRARIES[name]

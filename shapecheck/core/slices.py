"""Slices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .plain import NONE, Constant
from .value import Value

if TYPE_CHECKING:
    from collections.abc import Hashable


class Slice(Value):
    """`start:stop:step`; a missing part is None."""

    __slots__ = ("start", "step", "stop")
    by_identity = False
    kind = "slice"

    def __init__(self, start: Value = NONE, stop: Value = NONE, step: Value = NONE) -> None:
        self.start, self.stop, self.step = start, stop, step

    @property
    def python_slice(self) -> slice | None:
        """The slice in numbers, if all its parts are known."""
        parts = [part.payload if isinstance(part, Constant) else ... for part in (self.start, self.stop, self.step)]
        return slice(*parts) if all(part is None or isinstance(part, int) for part in parts) else None

    def key(self) -> Hashable | None:
        return ("slice", self.start.key(), self.stop.key(), self.step.key())

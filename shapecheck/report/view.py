"""How the output looks: whether gaps and what was covered are told, and colour."""

from __future__ import annotations

import os
from typing import TextIO

from ..core.record import Record, field
from .tally import Tally

STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "bold": "1", "gutter": "1;34", "help": "1;32"}


class View(Record):
    """tally: what the reports add up to, for the last line and the exit code."""

    color: bool = False
    gaps: bool = False
    quiet: bool = False
    tally: Tally = field(default_factory=Tally)

    def paint(self, text: str, style: str) -> str:
        """The text in a style, where there is colour."""
        code = STYLES[style]
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and text.strip() else text


def colored(setting: str, stream: TextIO) -> bool:
    """Whether to use colour: the setting, then FORCE_COLOR, NO_COLOR, then whether a terminal reads it."""
    if setting != "auto":
        return setting == "always"
    if os.environ.get("FORCE_COLOR"):
        return True
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()

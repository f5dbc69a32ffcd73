"""What is reported: findings, and the report on one file."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from .core.record import EqualRecord, Record, field

if TYPE_CHECKING:
    from collections import Counter

    from .core.span import Span
    from .interp.shown import Made, Row
    from .source.module import Module


class Severity(str, Enum):
    """error: proved to fail. warning: runs, but wrong or likely wrong. info: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Applicability(str, Enum):
    """safe: the meaning of a working program stays. unsafe: a guess at what was meant. display-only: advice."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY_ONLY = "display-only"


class Edit(EqualRecord):
    """The text that replaces a span."""

    span: Span
    content: str


class Fix(EqualRecord):
    message: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.UNSAFE


class Note(EqualRecord):
    """A related place: where a size was made, which layer fixed a width."""

    span: Span
    text: str


class Finding(EqualRecord):
    """One mistake. `message` stands alone; `label` stands under the failing expression in the text report.

    runtime: what the framework says when it fails, in its words. confirmed: the framework and version that was seen
    to say so in a dry run, or empty. shapes: what was expected and what was found, for tools.
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    label: str = ""
    notes: tuple[Note, ...] = ()
    runtime: tuple[str, ...] = ()
    help: str = ""
    confirmed: str = ""
    fix: Fix | None = None


class Coverage(Record):
    """How many layer, op and loss calls were followed, of how many; and what was not, by reason with its places."""

    followed: int = 0
    calls: int = 0
    gaps: Counter[str] | None = None
    places: dict[str, list[Span]] = field(default_factory=dict)
    complete: bool = True


class Report(Record):
    """What is said of one file."""

    path: str
    findings: list[Finding] = field(default_factory=list)
    coverage: Coverage = field(default_factory=Coverage)
    notes: list[str] = field(default_factory=list)
    module: Module | None = None
    related: dict[str, Module] = field(default_factory=dict)
    """The files that notes point into, by path."""
    read: list[str] = field(default_factory=list)
    """All files that were read, this one and the libraries' included."""


class Listing(Record):
    """What the expressions of one file gave, and those of `others`, the files that were read on the way."""

    path: str
    rows: dict[str, list[Row]] = field(default_factory=dict)
    """By file, in the order of their first occurrence."""
    notes: list[str] = field(default_factory=list)
    module: Module | None = None
    others: dict[str, Module] = field(default_factory=dict)
    made: dict[Span, Made] = field(default_factory=dict)
    """Where the tensors at a place come from, if that was asked for."""

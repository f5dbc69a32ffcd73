"""What the interpreter understood: the calls it followed, and what it could not follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..core.dim import Dim
    from ..core.outcome import Mismatch, Remark
    from ..core.span import Span
    from ..core.value import Arguments, Value
    from ..frameworks.declare import Spec
    from .shown import Shown


@dataclass(slots=True, eq=False)
class Call:
    """One call of a declared op or layer. Rules, hovers, inlay hints and the dry run share it.

    arguments: what the shape function got, by parameter, a layer's constructor arguments among them. values: the same
    before conversion. result: the (best-effort) value. Exactly one of `mismatch`, `undecided` and an answer holds.
    span: the failing expression; spans: where each argument stands. made: for a layer, where it was constructed; for
    an op of a graph that is run, where the op stands. stack: the calls around it, outermost first. guarded: inside a
    `try` that would catch the failure. constructing: the constructor of a layer refused its arguments. given, fixed:
    what the call was made with, so that it can be made again.
    """

    spec: Spec
    arguments: dict[str, Any]
    values: dict[str, Value]
    span: Span
    spans: dict[str, Span] = field(default_factory=dict)
    stack: tuple[Span, ...] = ()
    result: Value | None = None
    mismatch: Mismatch | None = None
    undecided: str = ""
    remarks: tuple[Remark, ...] = ()
    assumptions: tuple[tuple[Dim, Dim], ...] = ()
    made: Span | None = None
    guarded: bool = False
    constructing: bool = False
    given: Arguments | None = None
    fixed: dict[str, Any] = field(default_factory=dict)

    @property
    def followed(self) -> bool:
        """The shape function gave an answer."""
        return not self.undecided


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was not understood. `op`: a call of a library that we declare; it counts in the coverage."""

    reason: str
    span: Span
    op: bool = False


@dataclass(slots=True)
class Trace:
    """Everything that was followed from a file's entry points. `complete` is False when the budget ran out.
    files: those that were read, `libraries` those of them that are not the project's."""

    calls: list[Call] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    facts: dict[str, list[object]] = field(default_factory=dict)
    complete: bool = True
    files: set[str] = field(default_factory=set)
    libraries: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    shown: Shown | None = None
    """What expressions gave, where that is asked for."""

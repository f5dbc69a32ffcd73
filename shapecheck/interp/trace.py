"""What the interpreter understood: the calls it followed, and what it could not follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.record import EqualRecord, Record, field

if TYPE_CHECKING:
    from ..core.dim import Dim
    from ..core.outcome import Mismatch, Remark
    from ..core.span import Span
    from ..core.value import Arguments, Value
    from ..frameworks.declare import Spec
    from .shown import Shown


class Call:
    """One call of a declared op or layer. Rules, hovers, inlay hints and the dry run share it.

    arguments: what the shape function got, by parameter, a layer's constructor arguments among them. values: the same
    before conversion. result: the (best-effort) value. Exactly one of `mismatch`, `undecided` and an answer holds.
    span: the failing expression; spans: where each argument stands. made: for a layer, where it was constructed; for
    an op of a graph that is run, where the op stands. stack: the calls around it, outermost first. guarded: inside a
    `try` that would catch the failure. supposed: inside a branch of a condition that is not known. constructing: the
    constructor of a layer refused its arguments. given, fixed: what the call was made with, so that it can be made
    again. when: what is special about the round of a loop that it was made in.
    """

    __slots__ = (
        "arguments", "assumptions", "constructing", "fixed", "given", "guarded", "made", "mismatch", "remarks",
        "result", "span", "spans", "spec", "stack", "supposed", "undecided", "values", "when",
    )  # fmt: skip

    def __init__(
        self,
        spec: Spec,
        arguments: dict[str, Any],
        values: dict[str, Value],
        span: Span,
        spans: dict[str, Span] | None = None,
        stack: tuple[Span, ...] = (),
        result: Value | None = None,
        *,
        made: Span | None = None,
        guarded: bool = False,
        supposed: bool = False,
        constructing: bool = False,
        given: Arguments | None = None,
        fixed: dict[str, Any] | None = None,
    ) -> None:
        self.spec = spec
        self.arguments = arguments
        self.values = values
        self.span = span
        self.spans = spans or {}
        self.stack = stack
        self.result = result
        self.made = made
        self.guarded = guarded
        self.supposed = supposed
        self.constructing = constructing
        self.given = given
        self.fixed = fixed or {}
        self.mismatch: Mismatch | None = None
        self.undecided = ""
        self.when = ""
        self.remarks: tuple[Remark, ...] = ()
        self.assumptions: tuple[tuple[Dim, Dim], ...] = ()

    @property
    def followed(self) -> bool:
        """The shape function gave an answer."""
        return not self.undecided


class Gap(EqualRecord):
    """Something that was not understood. `op`: a call of a library that we declare; it counts in the coverage."""

    reason: str
    span: Span
    op: bool = False


class Trace(Record):
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

"""From recorded calls to findings."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..core.outcome import Mismatch
from ..findings import Note, Severity
from . import named
from .telling import MOST_NOTES, tell

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from ..core.outcome import Remark
    from ..core.span import Span
    from ..findings import Finding
    from ..interp.trace import Call, Trace
    from .base import Rule

LOOKING: tuple[str, ...] = (
    "argmax-on-single-unit", "log-of-scores", "threshold-on-logits", "squeeze-drops-batch", "modules-in-plain-list",
    "missing-zero-grad", "rnn-last-step-index", "reduce-over-batch-axis",
    "loss-on-argmax", "softmax-wrong-dim",
)  # fmt: skip
"""The rules that look at every call. All others are loaded when a mismatch or a remark of their kind turns up."""


def judge(trace: Trace) -> list[tuple[Finding, Call]]:
    """What the rules say of a trace, by position, each with the call it rests on. Each mistake is told once.

    The same rule at the same expression is one mistake, however many instances and rounds of a loop run it; so is the
    same message about something that was made in one place, such as a layer or a compiled model. Where an expression
    has failed, what else fails there, or for a size that was made there, may follow from it, and is not told.
    """
    told: list[tuple[Finding, Call]] = []
    index: dict[Hashable, int] = {}
    failed: dict[Span, Call] = {}
    for call, what in _noticed(trace):
        rule = _rule(what.kind)
        if rule is None or (rule.certain and call.supposed):
            continue
        finding = _from_outside(tell(call, what, rule), call, trace)
        keys: list[Hashable] = [(finding.code, finding.span), (finding.code, id(call))]
        if call.made is not None:
            keys.append((finding.code, call.made, finding.message))
        at = next((index[key] for key in keys if key in index), len(told))
        if isinstance(what, Mismatch):
            made = {call.span, *(size.origin.span for size in what.sizes if size.origin is not None)}
            if at == len(told) and any(failed.get(span, call) is not call for span in made if span is not None):
                continue
            failed.setdefault(call.span, call)
        if at == len(told):
            told.append((finding, call))
        else:
            told[at] = _merged(told[at], (finding, call))
        for key in keys:
            index.setdefault(key, at)
    return sorted(told, key=lambda pair: (*pair[0].span, pair[0].code))


def _from_outside(finding: Finding, call: Call, trace: Trace) -> Finding:
    """What fails in the code of a library is told where the program calls it."""
    if call.span.path not in trace.libraries or call.mismatch is None:
        return finding
    caller = next((span for span in reversed(call.stack) if span.path not in trace.libraries), finding.span)
    notes = tuple(note for note in finding.notes if note.span.path not in trace.libraries)
    return finding.changed(span=caller, notes=notes, message=f"in what is called here: {finding.message}", fix=None)


def _noticed(trace: Trace) -> Iterator[tuple[Call, Mismatch | Remark]]:
    """Everything that shape functions and rules notice, in the order of the calls."""
    looking = [rule for name in LOOKING if (rule := _rule(name))]
    for call in trace.calls:
        if call.mismatch is not None and not call.guarded:
            yield call, retold(call, call.mismatch)
        for remark in call.remarks:
            yield call, remark
        for rule in looking:
            for what in rule.look(call):
                if not (call.guarded and isinstance(what, Mismatch)):
                    yield call, what
    for rule in looking:
        yield from rule.finish(trace)


def retold(call: Call, mismatch: Mismatch) -> Mismatch:
    """The mismatch as that of the most special rule which claims it."""
    general = _rule(mismatch.kind)
    for name in general.special if general else ():
        rule = _rule(name)
        claimed = rule.claims(call, mismatch) if rule else None
        if claimed is not None:
            return retold(call, claimed)
    return mismatch


@cache
def _rule(name: str) -> Rule | None:
    rule = named(name)
    return rule() if rule else None


def _merged(first: tuple[Finding, Call], again: tuple[Finding, Call]) -> tuple[Finding, Call]:
    """One finding for two of the same mistake: the graver, with the other place as a note."""
    if first[1] is again[1]:
        return first
    if again[0].severity is Severity.ERROR and first[0].severity is not Severity.ERROR:
        first, again = again, first
    finding, other = first[0], again[0].span
    places = {note.span for note in finding.notes} | {finding.span}
    if other in places or len(finding.notes) >= MOST_NOTES:
        return first
    return finding.changed(notes=(*finding.notes, Note(other, "the same happens here"))), first[1]

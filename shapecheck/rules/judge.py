"""From recorded calls to findings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..core.outcome import Mismatch
from ..findings import Note, Severity
from .base import Rule
from .telling import MOST_NOTES, tell

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from ..core.outcome import Remark
    from ..findings import Finding
    from ..interp.trace import Call, Trace


def judge(trace: Trace, catalogue: Iterable[type[Rule]]) -> list[tuple[Finding, Call]]:
    """What the rules say of a trace, by position, each with the call it rests on. Each mistake is told once.

    The same rule at the same expression is one mistake, however many instances and rounds of a loop run it; so is the
    same message about something that was made in one place, such as a layer or a compiled model.
    """
    rules = {rule.name(): rule() for rule in catalogue}
    told: list[tuple[Finding, Call]] = []
    index: dict[Hashable, int] = {}
    for call, what in _noticed(trace, rules):
        rule = rules.get(what.kind)
        if rule is None:
            continue
        finding = tell(call, what, rule)
        keys: list[Hashable] = [(finding.code, finding.span)]
        if call.made is not None:
            keys.append((finding.code, call.made, finding.message))
        at = next((index[key] for key in keys if key in index), len(told))
        if at == len(told):
            told.append((finding, call))
        else:
            told[at] = _merged(told[at], (finding, call))
        for key in keys:
            index.setdefault(key, at)
    return sorted(told, key=lambda pair: (*pair[0].span, pair[0].code))


def _noticed(trace: Trace, rules: Mapping[str, Rule]) -> Iterator[tuple[Call, Mismatch | Remark]]:
    """Everything that shape functions and rules notice, in the order of the calls."""
    looking = [rule for rule in rules.values() if type(rule).look is not Rule.look]
    for call in trace.calls:
        if call.mismatch is not None and not call.guarded:
            yield call, retold(call, call.mismatch, rules)
        for remark in call.remarks:
            yield call, remark
        for rule in looking:
            for what in rule.look(call):
                if not (call.guarded and isinstance(what, Mismatch)):
                    yield call, what
    for rule in rules.values():
        yield from rule.finish(trace)


def retold(call: Call, mismatch: Mismatch, rules: Mapping[str, Rule]) -> Mismatch:
    """The mismatch as that of the most special rule which claims it."""
    seen = {mismatch.kind}
    while True:
        claimants = (r for name, r in rules.items() if mismatch.kind in r.claims_from and name not in seen)
        special = next((claim for rule in claimants if (claim := rule.claims(call, mismatch))), None)
        if special is None:
            return mismatch
        mismatch = special
        seen.add(mismatch.kind)


def _merged(first: tuple[Finding, Call], again: tuple[Finding, Call]) -> tuple[Finding, Call]:
    """One finding for two of the same mistake: the graver, with the other place as a note."""
    if again[0].severity is Severity.ERROR and first[0].severity is not Severity.ERROR:
        first, again = again, first
    finding, other = first[0], again[0].span
    places = {note.span for note in finding.notes} | {finding.span}
    if other in places or len(finding.notes) >= MOST_NOTES:
        return first
    return replace(finding, notes=(*finding.notes, Note(other, "the same happens here"))), first[1]

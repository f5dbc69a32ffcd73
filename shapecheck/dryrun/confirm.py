"""Asks the real framework about findings: it confirms them in its own words, or takes them back."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from ..core.outcome import Undecided
from ..findings import Finding, Severity
from .conversation import Failed
from .encode import question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..interp.trace import Call
    from .conversation import Json, Worker
    from .encode import Question

    Pair = tuple[Finding, Call]

FRAMEWORKS = ("torch", "numpy", "keras", "tensorflow")
"""What the worker answers for."""
_LONGEST = 600
_TRAILING = re.compile(
    r"\n+\s*Arguments received by .*|\s*\[Op:\w+\].*|\n\s*\[\[\{\{node .*|\s*Label values: [-\d ]+"
    r"|\s*\(Triggered internally at .*|\s*Acceptable feed values include .*",
    re.DOTALL,
)
_ATTRIBUTES = re.compile(r"(\}\} = \w+)\[[^\]]*\]\([^)]*\)")
_LEADING = re.compile(r"Exception encountered when calling [^\n]*\n+|\{\{function_node [^}]*\}\}\s*")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class Asked(NamedTuple):
    """An answer, which framework gave it (`keras 3.15.1`), and the question."""

    answer: Json
    framework: str
    question: Question


def confirm(pairs: Sequence[Pair], worker: Worker) -> tuple[list[Pair], list[str]]:
    """The findings, confirmed where the framework of the worker's interpreter says the same, and notes.

    A finding that the framework's own answer contradicts is left out. What cannot be asked stays as it is.
    """
    asker = _Asker(worker)
    kept: list[Pair] = []
    withdrawn: list[str] = []
    for finding, call in pairs:
        asked = asker.ask(call)
        if asked is not None and _contradicted(finding, call, asked):
            withdrawn.append(f"{asked.framework} accepts {call.spec.path} at line {finding.span.line}")
        else:
            kept.append((_told(finding, call, asked) if asked is not None else finding, call))
    notes = list(dict.fromkeys(asker.notes))
    if withdrawn:
        count = "1 finding" if len(withdrawn) == 1 else f"{len(withdrawn)} findings"
        notes.append(f"{count} withdrawn: {'; '.join(withdrawn)}")
    return kept, notes


class _Asker:
    """Asks each question once, and notes what goes wrong."""

    def __init__(self, worker: Worker) -> None:
        self.worker = worker
        self.notes: list[str] = []
        self.answers: dict[str, Asked | None] = {}

    def ask(self, call: Call) -> Asked | None:
        if call.spec.path.partition(".")[0] not in FRAMEWORKS:
            return None
        try:
            asked = question(call)
        except Undecided:
            return None
        except Exception as problem:  # a value of a kind that nobody thought of: the findings stand
            self.notes.append(f"not confirmed by a dry run: {call.spec.path}: {type(problem).__name__}: {problem}")
            return None
        key = json.dumps(asked.json)
        if key not in self.answers:
            self.answers[key] = self._answer(asked)
        return self.answers[key]

    def _answer(self, asked: Question) -> Asked | None:
        library = str(asked.json["path"]).partition(".")[0]
        try:
            answer = self.worker.ask(asked.json)
            return Asked(answer, f"{library} {self.worker.load(library)}", asked)
        except Failed as problem:
            self.notes.append(f"not confirmed by a dry run: {problem}")
            return None


def _contradicted(finding: Finding, call: Call, asked: Asked) -> bool:
    """The very call that we say fails was made with real tensors, and did not fail."""
    accepted = asked.answer.get("outcome") == "accepted" and asked.answer.get("mode") == "real"
    return accepted and asked.question.exact and finding.severity is Severity.ERROR and call.mismatch is not None


def _told(finding: Finding, call: Call, asked: Asked) -> Finding:
    """The finding with the framework's word, where it has said what the finding says."""
    answer = asked.answer
    if answer.get("outcome") == "raised":
        if finding.severity is not Severity.ERROR and not finding.runtime:
            return finding  # it should run: what failed here is another matter
        words = essence(answer["text"])
        meta = answer.get("mode") == "meta"  # meta tensors fail in words of their own
        return _with(finding, asked, finding.runtime or (words,) if meta else (words, *finding.runtime))
    if answer.get("outcome") == "accepted" and finding.severity is not Severity.ERROR:
        warned = [essence(text) for text in answer.get("warnings", ())]
        return _with(finding, asked, (*warned, *finding.runtime))
    return finding


def _with(finding: Finding, asked: Asked, words: tuple[str, ...]) -> Finding:
    """The words, each once; of two that differ in wrappers alone, the first."""
    once = {essence(text): text for text in reversed(words) if text}
    return finding.changed(confirmed=asked.framework, runtime=tuple(reversed(once.values())))


def essence(text: str) -> str:
    """The sentence of a framework's exception: without colours, wrappers, and what is of the dry run's own making, such
    as the names of nodes and the values of labels."""
    text = _LEADING.sub("", _TRAILING.sub("", _COLOUR.sub("", text)))
    text = " ".join(_ATTRIBUTES.sub(r"\1", text).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."

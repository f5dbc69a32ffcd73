"""Asks the real framework about findings: it confirms them in its own words, or takes them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..core.outcome import Undecided
from ..findings import Finding, Severity
from .conversation import Failed
from .encode import question
from .words import essence
from .worker.lists import ROOTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..interp.trace import Call
    from .conversation import Json
    from .encode import Question
    from .memory import Source

    Pair = tuple[Finding, Call]


class Asked(NamedTuple):
    """An answer, which framework gave it (`keras 3.15.1`), and the question."""

    answer: Json
    framework: str
    question: Question


class Replay(NamedTuple):
    """What became of findings. kept: with the framework's word where it says the same. withdrawn: those that it
    contradicts, and in which words. open: those it neither confirms nor contradicts, and why. notes: for the user."""

    kept: list[Pair]
    withdrawn: list[tuple[Finding, str]]
    open: list[tuple[Finding, str]]
    notes: list[str]


def confirm(pairs: Sequence[Pair], source: Source) -> Replay:
    """Tries the calls behind findings on the framework of the project's interpreter.

    A finding that the framework's own answer contradicts is left out. What cannot be asked stays as it is.
    """
    replay = Replay([], [], [], [])
    for finding, call in pairs:
        try:
            asked = _ask(call, source)
        except Undecided as problem:
            _leave(replay, finding, call, problem.reason)
        except Failed as problem:
            _leave(replay, finding, call, str(problem))
            _note(replay, f"not confirmed by a dry run: {problem}")
        except Exception as problem:  # a value of a kind that nobody thought of: the findings stand
            words = f"{call.spec.path}: {type(problem).__name__}: {problem}"
            _leave(replay, finding, call, words)
            _note(replay, f"not confirmed by a dry run: {words}")
        else:
            _judge(replay, finding, call, asked)
    if replay.withdrawn:
        count = "1 finding" if len(replay.withdrawn) == 1 else f"{len(replay.withdrawn)} findings"
        said = "; ".join(f"{words} at line {finding.span.line}" for finding, words in replay.withdrawn)
        replay.notes.append(f"{count} withdrawn: {said}")
    return replay


def _ask(call: Call, source: Source) -> Asked:
    """Raises Undecided where the call cannot be asked about, and Failed where nobody answers."""
    if call.spec.path.partition(".")[0] not in ROOTS:
        raise Undecided(f"nobody answers for {call.spec.path.partition('.')[0]}")
    asked = question(call)
    library = str(asked.json["path"]).partition(".")[0]
    version = source.version(library)
    return Asked(source.ask(asked.json), f"{library} {version}", asked)


def _judge(replay: Replay, finding: Finding, call: Call, asked: Asked) -> None:
    if _contradicted(finding, call, asked):
        replay.withdrawn.append((finding, f"{asked.framework} accepts {call.spec.path}"))
        return
    told = _told(finding, asked)
    replay.kept.append((told, call))
    if not told.confirmed:
        replay.open.append((finding, _why(finding, asked)))


def _leave(replay: Replay, finding: Finding, call: Call, why: str) -> None:
    replay.kept.append((finding, call))
    replay.open.append((finding, why))


def _note(replay: Replay, text: str) -> None:
    if text not in replay.notes:
        replay.notes.append(text)


def _contradicted(finding: Finding, call: Call, asked: Asked) -> bool:
    """The very call that we say fails was made with real tensors, and did not fail."""
    accepted = asked.answer.get("outcome") == "accepted" and asked.answer.get("mode") == "real"
    return accepted and asked.question.exact and finding.severity is Severity.ERROR and call.mismatch is not None


def _told(finding: Finding, asked: Asked) -> Finding:
    """The finding with the framework's word, where it has said what the finding says."""
    answer = asked.answer
    if answer.get("outcome") == "raised":
        if finding.severity is not Severity.ERROR and not finding.runtime:
            return finding  # it should run: what failed here is another matter
        words = essence(str(answer.get("text")))
        meta = answer.get("mode") == "meta"  # meta tensors fail in words of their own
        return _with(finding, asked, finding.runtime or (words,) if meta else (words, *finding.runtime))
    if answer.get("outcome") == "accepted" and finding.severity is not Severity.ERROR:
        warned = [essence(str(text)) for text in answer.get("warnings", ())]
        return _with(finding, asked, (*warned, *finding.runtime))
    return finding


def _why(finding: Finding, asked: Asked) -> str:
    """Why an answer does not confirm a finding."""
    answer = asked.answer
    if answer.get("outcome") == "accepted":
        return f"{asked.framework} accepts the call" if asked.question.exact else "what it rests on is not in the call"
    if answer.get("outcome") == "raised":
        return f"fails where it should run: {essence(str(answer.get('text')))}"
    return essence(str(answer.get("reason")))


def _with(finding: Finding, asked: Asked, words: tuple[str, ...]) -> Finding:
    """The words, each once; of two that differ in wrappers alone, the first."""
    once = {essence(text): text for text in reversed(words) if text}
    return finding.changed(confirmed=asked.framework, runtime=tuple(reversed(once.values())))

"""Answers for calls that no shape function answers for: the framework itself is asked, in the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.outcome import Undecided
from ..frameworks.undeclared import NOT_DECLARED, undeclared
from .worker.lists import answered

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.value import Value
    from ..frameworks.undeclared import Undeclared
    from ..interp.trace import Call
    from .memory import Source
    from .symbols import ShapeQuestion

SECONDS = 60.0
"""After so much time in all, nothing more is asked."""
_LONGEST = 160


class FrameworkOracle:
    """What the frameworks of the project's interpreter say; nothing at all once that has taken its time, or failed."""

    def __init__(self, source: Callable[[], Source], seconds: float = SECONDS) -> None:
        self._source = source
        self.seconds = seconds
        self.answers = 0
        """How many calls it had an answer for."""

    def declaration(self, path: str) -> Undeclared | None:
        """The record of a public function or layer of a framework that is not declared."""
        kind = answered(path)
        return undeclared(path, kind == "layer") if kind else None

    def answer(self, call: Call, release: tuple[int, int] | None) -> Value | str:
        """The result of a call, or why there is none. What the project wants another major version for is not asked."""
        from .conversation import Failed
        from .symbols import ShapeQuestion

        try:
            return self._answer(ShapeQuestion(call), release)
        except (Undecided, Failed) as problem:
            return f"{call.spec.path} {NOT_DECLARED}: {problem}"
        except Exception as problem:  # a value of a kind that nobody thought of
            return f"{call.spec.path} {NOT_DECLARED}: {type(problem).__name__}: {problem}"

    def _answer(self, asked: ShapeQuestion, release: tuple[int, int] | None) -> Value | str:
        from .words import essence

        path, source = str(asked.json["path"]), self._source()
        library = path.partition(".")[0]
        if source.spent > self.seconds:
            return f"{path} {NOT_DECLARED}: the dry run has taken its time"
        version = source.version(library)
        if release is not None and not version.startswith(f"{release[0]}."):
            return f"{path} {NOT_DECLARED}: the installed {library} is {version}"
        said = source.ask(asked.json)
        if said.get("outcome") == "known":
            found = asked.read(said["result"])
            self.answers += 1
            return found
        words = essence(str(said.get("text") or said.get("reason") or "no answer"))[:_LONGEST]
        return f"{path} {NOT_DECLARED}; {library} {version}: {words}"

"""What a rule is: one class in one file, with its page, its examples and its tests.

The name of a rule is the `kind` that shape functions raise or remark, so a rule about shapes alone has no checking
code. A rule that is a special case of another `claims` its mismatches; a rule about how calls follow one another looks
at a `Call`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.outcome import Mismatch, Remark
    from ..findings import Fix
    from ..interp.trace import Call, Trace


class Rule:
    """The docstring of a subclass is its page: a sentence, then `## Why`, `## What to change`, as Markdown."""

    code: ClassVar[str]
    """`SHP` and three digits, assigned once."""
    since: ClassVar[str] = "0.1"
    severity: ClassVar[Severity] = Severity.ERROR
    bad: ClassVar[tuple[str, ...]] = ()
    """Programs with `# error: NAME` or `# warning: NAME` on the line at fault."""
    good: ClassVar[tuple[str, ...]] = ()
    certain: ClassVar[bool] = False
    """Told only where no condition is in doubt: of what a program may rightly do where it does not come to that."""
    special: ClassVar[tuple[str, ...]] = ()
    """The names of the rules that are special cases of this one, and may claim its mismatches; the first that does, has
    it."""

    @classmethod
    def name(cls) -> str:
        """The kebab-case name, made of the file's: `matmul_shape_mismatch.py` holds `matmul-shape-mismatch`."""
        return cls.__module__.rpartition(".")[2].replace("_", "-")

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """The mismatch retold as this rule's, if it is really one of this rule's."""
        return None

    def retold(self, mismatch: Mismatch, text: str, help: str = "") -> Mismatch:
        """The mismatch as this rule's, in its own words."""
        from ..core.outcome import Mismatch

        return Mismatch(
            self.name(), text, *mismatch.sizes, argument=mismatch.argument, runtime=mismatch.runtime, help=help
        )

    def look(self, call: Call) -> Iterable[Mismatch | Remark]:
        """What is wrong with a call that its shape function does not know of."""
        return ()

    def finish(self, trace: Trace) -> Iterable[tuple[Call, Mismatch | Remark]]:
        """What is wrong with the program as a whole."""
        return ()

    def fix(self, call: Call, what: Mismatch | Remark) -> Fix | None:
        """The change that mends it, where that is mechanical."""
        return None

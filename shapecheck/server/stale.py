"""What is still true of an older text: only what stands on lines that are the same, where they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..core.span import Span
    from ..findings import Finding


class Moved:
    """From the lines of an older text to those of a newer one: what is the same at the start and at the end."""

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        shortest = min(len(before), len(after))
        self._same = next((at for at in range(shortest) if before[at] != after[at]), shortest)
        most = shortest - self._same
        self._last = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
        self._before = len(before)
        self._by = len(after) - len(before)

    def span(self, span: Span) -> Span | None:
        """Where a place is now; None where one of its lines has changed."""
        if span.end_line <= self._same:
            return span
        if span.line > self._before - self._last:
            return span._replace(line=span.line + self._by, end_line=span.end_line + self._by)
        return None

    def finding(self, finding: Finding) -> Finding | None:
        """A finding where it is now; its notes in the same file only where their lines are the same."""
        span = self.span(finding.span)
        if span is None:
            return None
        notes = []
        for note in finding.notes:
            place = note.span if note.span.path != span.path else self.span(note.span)
            if place is not None:
                notes.append(note.changed(span=place))
        return finding.changed(span=span, notes=tuple(notes), fix=None)

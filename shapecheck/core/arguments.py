"""What a call is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence as Seq

    from .span import Span
    from .value import Value


class Arguments:
    """The arguments of a call: values by position and by name, and the spans the user wrote them at.

    `open` says that more arguments of unknown number follow (an unknown `*args` or `**kwargs`); `rest` is what was
    starred, where nothing else is given but `self`.
    """

    __slots__ = ("keywords", "open", "positional", "rest", "spans")

    def __init__(
        self,
        positional: Seq[Value] = (),
        keywords: dict[str, Value] | None = None,
        spans: dict[int | str, Span] | None = None,
        open: bool = False,
        rest: Value | None = None,
    ) -> None:
        self.positional = tuple(positional)
        self.keywords = keywords or {}
        self.spans = spans or {}
        self.open = open
        self.rest = rest

    def after(self, first: Value) -> Arguments:
        """The same call with one more argument in front (`self`)."""
        spans: dict[int | str, Span] = {k + 1 if isinstance(k, int) else k: span for k, span in self.spans.items()}
        return Arguments((first, *self.positional), self.keywords, spans, self.open, self.rest)

    def get(self, position: int | None, name: str) -> Value | None:
        """The argument at a position or of a name, if it was given; unknown if it may have been."""
        if name in self.keywords:
            return self.keywords[name]
        if position is not None and position < len(self.positional):
            return self.positional[position]
        if self.open:
            from .value import Unknown

            return Unknown("an argument that may be given")
        return None

    def span(self, position: int | None, name: str) -> Span | None:
        if name in self.spans:
            return self.spans[name]
        return self.spans.get(position) if position is not None else None

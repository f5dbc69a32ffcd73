"""Where a size or a tensor was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .span import Span


class Origin:
    """The call or literal that made a size, and the origins of the sizes that it was computed from.

    Origins are compared by identity: they share their parents, and a size that a loop computes has a great many.

    A shape function that computes a size leaves `span` empty ("pending"); the engine stamps it with the call.
    """

    __slots__ = ("parents", "span", "what")

    def __init__(self, span: Span | None, what: str = "", parents: tuple[Origin, ...] = ()) -> None:
        self.span = span
        self.what = what
        self.parents = parents

    @property
    def pending(self) -> bool:
        return self.span is None

    def walk(self) -> Iterator[Origin]:
        """This origin and all before it, nearest first."""
        queue = [self]
        seen: set[int] = set()
        while queue:
            origin = queue.pop(0)
            if id(origin) not in seen:
                seen.add(id(origin))
                yield origin
                queue.extend(origin.parents)


def pending(left: Origin | None, right: Origin | None) -> Origin | None:
    """The origin of a size that is being computed from two others."""
    if left is None or right is None or left is right:
        one = right if left is None else left
        return one if one is None or one.span is None else Origin(None, "", (one,))
    return Origin(None, "", (left, right))

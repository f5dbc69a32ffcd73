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


def pending(*origins: Origin | None) -> Origin | None:
    """The origin of a size that is being computed from others."""
    parents = tuple(dict.fromkeys([origin for origin in origins if origin is not None]))
    if not parents:
        return None
    return parents[0] if len(parents) == 1 and parents[0].pending else Origin(None, parents=parents)

"""What stands in an annotation that says something of a tensor's axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .objects import Class
from .plain import NONE
from .said import Said
from .tensor import LIBRARIES
from .value import Native, Value

if TYPE_CHECKING:
    from collections.abc import Hashable

    from .tensor import Library
    from .value import Context


class Annotation(Value):
    """A shape and dtypes, for a tensor of a library, if it is known of which. optional: or for None."""

    __slots__ = ("library", "optional", "said")
    kind = "type"
    by_identity = False

    def __init__(self, said: Said, library: Library | None, optional: bool = False) -> None:
        self.said = said
        self.library = library
        self.optional = optional

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        return Annotation(self.said, self.library, True) if operator == "|" and other is NONE else None

    def truth(self, context: Context) -> bool | None:
        return True

    def key(self) -> Hashable | None:
        return ("annotation", self.said, self.library and self.library.name)


def library_of(value: Value | None) -> Library | None:
    """The library whose tensors are of a class."""
    if isinstance(value, Class):
        paths = (cls.path or "" for cls in value.mro())
        return next((LIBRARIES[path] for path in paths if path in LIBRARIES and path != "builtins.object"), None)
    return LIBRARIES.get(value.name) if isinstance(value, Native) else None

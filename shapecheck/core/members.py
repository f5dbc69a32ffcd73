"""Members of classes that are not read as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .value import Native, Value

if TYPE_CHECKING:
    from .value import Context


class Property(Value):
    """A member that is computed when it is read: `getter` is called with the instance."""

    __slots__ = ("getter", "setter")
    kind = "property"

    def __init__(self, getter: Value, setter: Value | None = None) -> None:
        self.getter = getter
        self.setter = setter

    def attribute(self, context: Context, name: str) -> Value:
        if name == "setter":
            return Native(name, lambda context, arguments: Property(self.getter, arguments.positional[0]))
        return self if name == "getter" else super().attribute(context, name)


class Static(Value):
    """A member that is not bound to the instance: a staticmethod; with `of_class`, bound to the class."""

    __slots__ = ("function", "of_class")
    kind = "function"

    def __init__(self, function: Value, of_class: bool = False) -> None:
        self.function = function
        self.of_class = of_class

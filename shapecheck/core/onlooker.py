"""What looks on: plots and loggers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .value import Unknown, Value

if TYPE_CHECKING:
    from .value import Arguments, Context


class Onlooker(Unknown):
    """Something of a library that shows or notes down what it is given, and leaves it as it is: a plot, a logger."""

    __slots__ = ()

    def attribute(self, context: Context, name: str) -> Value:
        written = context.memory.get((self.identity, context.memory.get(("touched", self.identity)), ".", name))
        return written if isinstance(written, Value) else Onlooker(f"{self.reason}.{name}")

    def call(self, context: Context, arguments: Arguments) -> Value:
        given = (*arguments.positional, *arguments.keywords.values())
        if any(one.kind in ("function", "method") for one in given):  # it may call them
            return super().call(context, arguments)
        return self

    def item(self, context: Context, index: Value) -> Value:
        return self

    def one_of_many(self) -> Value:
        return self

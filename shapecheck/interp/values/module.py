"""Modules: the user's, whose names are known, and those of libraries, whose names are looked up by their paths."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...core.value import Unknown, Value
from ...frameworks import knows

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ...core.value import Arguments, Context
    from ..machine import Machine
    from ..scope import Scope


class ModuleValue(Value):
    """A module of the project."""

    __slots__ = ("name", "scope")
    kind = "module"

    def __init__(self, name: str, scope: Scope) -> None:
        self.name = name
        self.scope = scope

    def attribute(self, context: Context, name: str) -> Value:
        if name in self.scope.vars:
            return self.scope.vars[name]
        from ..imports import submodule

        return submodule(cast("Machine", context), self, name) or Unknown(f"{self.name}.{name}")

    def set_attribute(self, context: Context, name: str, new: Value) -> None:
        context.write(self.scope.vars, name, new)

    def truth(self, context: Context) -> bool | None:
        return True


class LibraryModule(Value):
    """A module of a library, by its full path; also any name of a library that is not declared."""

    __slots__ = ("path",)
    kind = "module"

    def __init__(self, path: str) -> None:
        self.path = path

    def attribute(self, context: Context, name: str) -> Value:
        path = f"{self.path}.{name}"
        state = cast("Machine", context).library_state
        if path in state:
            return state[path]
        if name == "__version__":
            return Unknown(path, ("version", self.path))
        return context.lookup(path) or LibraryModule(path)

    def set_attribute(self, context: Context, name: str, new: Value) -> None:
        context.write(cast("Machine", context).library_state, f"{self.path}.{name}", new)

    def call(self, context: Context, arguments: Arguments) -> Value:
        return context.gap(self.path, op=knows(self.path.partition(".")[0]))

    def item(self, context: Context, index: Value) -> Value:
        return Unknown(self.path)

    def elements(self, context: Context) -> Value:
        return Unknown(self.path)

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        return Unknown(self.path, (operator, self.path, other.key(), reflected))

    def unary(self, context: Context, operator: str) -> Value:
        return Unknown(self.path, (operator, self.path))

    def length(self, context: Context) -> Value:
        return Unknown(self.path)

    def key(self) -> Hashable | None:
        return ("library", self.path)

    def __repr__(self) -> str:
        return f"LibraryModule({self.path})"



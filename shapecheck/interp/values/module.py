"""Modules: those that are read, whose names are known, and those of libraries, whose names are looked up by path."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...core.containers import Mapping
from ...core.onlooker import Onlooker
from ...core.plain import Constant
from ...core.value import Arguments, Unknown, Value
from ...frameworks import knows, looks_on

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ...core.value import Context
    from ..machine import Machine
    from ..scope import Scope
    from ..search import Found


class ModuleValue(Value):
    """A module that is read: of the project, or of a library that is worth it. `new`: its body was not run yet."""

    __slots__ = ("found", "name", "new", "scope")
    kind = "module"

    def __init__(self, name: str, found: Found, scope: Scope) -> None:
        self.name = name
        self.found = found
        self.scope = scope
        self.new = True

    def attribute(self, context: Context, name: str) -> Value:
        from ..imports import submodule

        machine = cast("Machine", context)
        found = self.find(machine, name)
        if found is None and name == "__dict__":
            return Mapping(dict(self.scope.vars.items()), open=True)
        hook = self.find(machine, "__getattr__") if found is None and not name.startswith("__") else None
        if found is None:
            found = submodule(machine, self, name)
        if found is None and self.scope.late is not None and self.scope.late.told:
            found = self.scope.late.promised(machine, name)
        if found is None and hook is not None:
            found = context.call(hook, Arguments((Constant(name),)))
        return found if found is not None else Unknown(f"{self.name}.{name}", ("attribute", self.name, name))

    def find(self, machine: Machine, name: str) -> Value | None:
        """A name of the module itself, run for it if need be."""
        declared = machine.lookup(f"{self.name}.{name}") if self.found.library else None
        return declared if declared is not None else self.written(machine, name)

    def written(self, machine: Machine, name: str) -> Value | None:
        """A name as the module's own code says, also where it is declared."""
        from ..imports import run

        run(machine, self)
        if name in self.scope.vars:
            return self.scope.vars[name]
        return self.scope.late.find(machine, name) if self.scope.late is not None else None

    def has(self, context: Context, name: str) -> bool | None:
        from ..imports import submodule

        machine = cast("Machine", context)
        if self.find(machine, name) is not None or submodule(machine, self, name) is not None:
            return True
        return None if "__getattr__" in self.scope.vars or name.startswith("__") else False

    def set_attribute(self, context: Context, name: str, new: Value) -> None:
        context.write(self.scope.vars, name, new)

    def truth(self, context: Context) -> bool | None:
        return True

    def key(self) -> Hashable | None:
        return ("module", self.found.key)

    def __repr__(self) -> str:
        return f"ModuleValue({self.name})"


class LibraryModule(Value):
    """A module of a library, by its full path; also any name of a library that is not declared."""

    __slots__ = ("path",)
    kind = "library"
    by_identity = False

    def __init__(self, path: str) -> None:
        self.path = path

    def attribute(self, context: Context, name: str) -> Value:
        path = f"{self.path}.{name}"
        state = cast("Machine", context).library_state
        if path in state:
            return state[path]
        from ..imports import library

        found = library(cast("Machine", context), path)
        release = name == "__version__" and not isinstance(found, Constant)
        return Unknown(path, ("version", self.path)) if release else found

    def set_attribute(self, context: Context, name: str, new: Value) -> None:
        context.write(cast("Machine", context).library_state, f"{self.path}.{name}", new)

    def call(self, context: Context, arguments: Arguments) -> Value:
        if looks_on(self.path):
            return Onlooker(self.path).call(context, arguments)
        from ..asking import callable_of

        known = callable_of(cast("Machine", context), self.path)
        if known is not None:
            return context.call(known, arguments)
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



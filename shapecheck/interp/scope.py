"""Names and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.value import State, Unknown, Value
from .fork import MISSING

if TYPE_CHECKING:
    from .late import Late
    from .machine import Machine


class Missing(Unknown):
    """A name that nothing was seen to bind."""

    __slots__ = ()


class Scope:
    """The names of a module, a function's activation or a class body. `vars` is state: written by the machine only.
    `library`: the code is of a library; `late`: imports of a module that were put off."""

    __slots__ = ("kind", "late", "library", "module_names", "outer", "outer_names", "path", "vars")

    def __init__(self, kind: str, path: str, outer: Scope | None = None) -> None:
        self.kind = kind
        self.path = path
        self.outer = outer
        self.vars: dict[str, Value] = State()
        self.module_names: frozenset[str] = frozenset()
        self.outer_names: frozenset[str] = frozenset()
        self.library: bool = outer is not None and outer.library
        self.late: Late | None = None

    @property
    def module(self) -> Scope:
        scope = self
        while scope.outer is not None:
            scope = scope.outer
        return scope

    def read(self, machine: Machine, name: str) -> Value:
        """The value of a name, looked for here, in the functions around, in the module and among the built-ins."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.vars and (scope is self or scope.kind != "class"):
                return scope.vars[name]
            if scope.late is not None:
                late = scope.late.find(machine, name)
                if late is not None:
                    return late
            scope = scope.outer
        found = machine.lookup(f"builtins.{name}")
        return found if found is not None else Missing(f"name {name}", ("name", self.module.path, name))

    def owner(self, name: str) -> Scope:
        """The scope whose name it is that an assignment here means."""
        if name in self.module_names:
            return self.module
        if name not in self.outer_names:
            return self
        outer = self.outer
        while outer is not None and (name not in outer.vars or outer.kind == "class"):
            outer = outer.outer
        return outer or self

    def write(self, machine: Machine, name: str, value: Value) -> None:
        machine.write(self.owner(name).vars, name, value)

    def delete(self, machine: Machine, name: str) -> None:
        scope = self.owner(name)
        if name in scope.vars:
            machine.write(scope.vars, name, MISSING)

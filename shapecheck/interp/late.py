"""What the modules of libraries import from one another, put off until a name is needed: a program that imports a
library of a thousand files uses a few of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.containers import Mapping
from ..core.value import Value
from ..ir import nodes as ir
from .values.module import ModuleValue

if TYPE_CHECKING:
    from .machine import Machine
    from .scope import Scope

_CHECKING = "TYPE_CHECKING"


class Late:
    """The imports of one module that were put off. `names`: by the name they bind; `stars`: modules whose names are
    all bound, the last one first; `told`: what the module tells type checkers that it offers."""

    __slots__ = ("names", "scope", "sources", "stars", "told")

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.names: dict[str, ir.ImportFrom] = {}
        self.sources: dict[tuple[str, int], ModuleValue | None] = {}
        self.stars: list[ModuleValue] = []
        self.told: list[ir.ImportFrom] = []

    def put_off(self, machine: Machine, node: ir.ImportFrom) -> bool:
        """Puts off an import of a name that is sure to be reached and to find what it asks for."""
        if not self.scope.library or machine.assumed or machine.watches or machine.frame.scope is not self.scope:
            return False
        self.scope.vars.pop(node.target, None)
        self.names[node.target] = node
        return True

    def find(self, machine: Machine, name: str) -> Value | None:
        """The value of a name, once it is needed."""
        from . import imports

        node = self.names.pop(name, None)
        if node is not None:
            return self._keep(name, imports.member_of(machine, self.scope, node))
        if machine.lookup(f"builtins.{name}") is not None:  # nobody hides those behind a star
            return None
        for module in reversed(self.stars):
            value = exported(machine, module, name)
            if value is not None:
                return self._keep(name, value)
        return None

    def promised(self, machine: Machine, name: str) -> Value | None:
        """What the module tells type checkers that it offers under a name; likely places first."""
        from . import imports

        named = (node for node in self.told if node.target == name)
        for node in named:
            return self._keep(name, imports.member_of(machine, self.scope, node))
        stars = (node for node in self.told if node.name == "*")
        for node in sorted(stars, key=lambda node: node.module.strip("_").replace("_", "") not in name.lower()):
            source = imports.source_of(machine, self.scope, node)
            value = exported(machine, source, name) if isinstance(source, ModuleValue) else None
            if value is not None:
                return self._keep(name, value)
        return None

    def _keep(self, name: str, value: Value) -> Value:
        self.scope.vars[name] = value
        return value

    def waiting(self, machine: Machine) -> list[ModuleValue]:
        """The modules that were not run yet."""
        from . import imports

        for node in self.names.values():
            if (node.module, node.level) not in self.sources:
                source = imports.source_of(machine, self.scope, node)
                self.sources[node.module, node.level] = source if isinstance(source, ModuleValue) else None
        found = (*self.sources.values(), *self.stars)
        return [module for module in found if module is not None and module.new]


def exported(machine: Machine, module: ModuleValue, name: str) -> Value | None:
    """What `from module import *` binds to a name; the module is run only if its text has the name in it."""
    from . import imports

    file = module.found.file
    if file is None or name.startswith("_"):
        return None
    if module.new and not _may_bind(machine, module, name):
        return None
    imports.run(machine, module)
    known = getattr(module.scope.vars.get("__all__"), "known", None)
    if known is not None and name not in [getattr(item, "payload", None) for item in known]:
        return None
    found = module.find(machine, name)
    late = module.scope.late
    return late.promised(machine, name) if found is None and late is not None else found


def _may_bind(machine: Machine, module: ModuleValue, name: str) -> bool:
    """A module that was not run yet has a name in its text, or passes on what others have."""
    return any(machine.project.mentions(module.found.file or "", word) for word in (name, "import *"))


def prepare(machine: Machine, module: ModuleValue, body: list[ir.Node]) -> list[ir.Node]:
    """The statements of a library's module to be run. What it tells type checkers that it offers is kept for when a
    name is looked for: a module that replaces itself by something that imports on demand offers the same."""
    module.scope.late = late = Late(module.scope)
    machine.late.append(late)
    kept: list[ir.Node] = []
    for node in body:
        if not isinstance(node, ir.If) or getattr(node.test, "name", "") != _CHECKING:
            kept.append(node)
            continue
        late.told.extend(one for one in node.then if isinstance(one, ir.ImportFrom))
        if not any(map(_replaces_module, node.otherwise)):
            kept.extend(node.otherwise)
    return kept


def _replaces_module(node: ir.Node) -> bool:
    """`sys.modules[...] = ...`"""
    target = node.target if isinstance(node, ir.Assign) else None
    return isinstance(target, ir.Item) and getattr(target.value, "name", "") == "modules"


def mark_registries(scope: Scope) -> None:
    """A dict that is empty at the end of a library's module is there for others to register in."""
    for value in scope.vars.values():
        if isinstance(value, Mapping) and not value.items and not value.open:
            value.state["late"] = True


def summon(machine: Machine, word: str) -> bool:
    """Runs the modules of libraries that were put off and that mention a word: they may register something by that
    name. Whether any was run. While a library's module is being run it registers, and does not look up."""
    from . import imports

    running = any(frame.function is None and frame.scope.library for frame in machine.frames)
    if word in machine.summoned or running:
        return False
    machine.summoned.add(word)
    found = False
    looked: set[int] = set()
    more = True
    while more:
        more = False
        for late in list(machine.late):
            for module in late.waiting(machine):
                file = module.found.file
                if id(module) in looked or file is None:
                    continue
                looked.add(id(module))
                if _may_bind(machine, module, word):
                    imports.run(machine, module)
                    found = more = True
    return found

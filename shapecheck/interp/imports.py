"""Imports: files of the project first, then libraries by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.value import Unknown, Value
from ..frameworks import declared_under
from .scope import Scope
from .values.module import LibraryModule, ModuleValue

if TYPE_CHECKING:
    from ..ir import nodes as ir
    from .machine import Machine


def import_module(machine: Machine, scope: Scope, path: str, whole: bool) -> Value:
    """`import a.b` binds `a`; with `as` (whole) it binds `a.b`."""
    first = path.partition(".")[0]
    found = _project_module(machine, scope, path if whole else first, 0)
    if found is not None:
        if not whole and "." in path:
            _project_module(machine, scope, path, 0)
        return found
    return _library(machine, path if whole else first)


def _library(machine: Machine, path: str) -> Value:
    return machine.lookup(path) or LibraryModule(path)


def import_from(machine: Machine, scope: Scope, node: ir.ImportFrom) -> dict[str, Value]:
    """`from module import name`; the names it binds."""
    module = _project_module(machine, scope, node.module, node.level)
    if node.name == "*":
        return _everything(module) if module is not None else _declared_under(machine, node.module)
    if module is not None:
        return {node.target: module.attribute(machine, node.name)}
    if node.level:
        return {node.target: Unknown(f"import of {node.name}", ("import", node.module, node.name))}
    path = f"{node.module}.{node.name}"
    return {node.target: machine.library_state.get(path) or _library(machine, path)}


def _everything(module: ModuleValue) -> dict[str, Value]:
    names = {name: value for name, value in module.scope.vars.items() if not name.startswith(("_", "~"))}
    listed = module.scope.vars.get("__all__")
    known = getattr(listed, "known", None)
    if known is None:
        return names
    wanted = {getattr(item, "payload", None) for item in known}
    return {name: value for name, value in module.scope.vars.items() if name in wanted}


def _declared_under(machine: Machine, module: str) -> dict[str, Value]:
    """What `from library import *` binds: the names declared right under the module, and its packages."""
    names = sorted(name for name in declared_under(module) if not name.startswith("_"))
    return {name: _library(machine, f"{module}.{name}") for name in names}


def _project_module(machine: Machine, scope: Scope, path: str, level: int) -> ModuleValue | None:
    """The module of a file of the project, run when it is first imported."""
    from .machine import Frame

    file = machine.project.find_module(path, level, scope.path)
    if file is None:
        return None
    cache: dict[str, ModuleValue] = machine.caches.setdefault("modules", {})
    if file in cache:
        return cache[file]
    inner = Scope("module", file)
    module = ModuleValue(path, inner)
    cache[file] = module
    program = machine.project.program(file)
    if program is None:
        return module
    from ..core.plain import Constant
    from .execute import execute

    machine.trace.files.add(file)
    machine.write(inner.vars, "__name__", Constant(path or "package"))
    machine.write(inner.vars, "__file__", Constant(file))
    span, assumed = machine.span, machine.assumed
    machine.frames.append(Frame(inner))
    try:
        execute(machine, inner, program.body)
    finally:
        machine.frames.pop()
        machine.span, machine.assumed = span, assumed
    return module


def submodule(machine: Machine, module: ModuleValue, name: str) -> Value | None:
    """A module inside a package of the project."""
    return _project_module(machine, module.scope, name, 1)

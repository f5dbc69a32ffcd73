"""Imports: which module they mean, running it once, and the names that they bind.

A module of the project is run when it is imported, one of a library when a name of it is first needed; what a library
imports from its own parts is put off likewise (`late`). What a module leaves behind is not taken back with the branch
of the program that imported it first.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from ..core.budget import OutOfBudget, spend
from ..core.objects import Class, Instance
from ..core.outcome import Raised
from ..core.plain import NONE, Constant
from ..core.value import State, Unknown, Value, births
from ..frameworks import declared_under, declares, is_read, knows
from . import late
from .purse import in_library
from .scope import Scope
from .search import Found
from .trying import risk
from .values.module import LibraryModule, ModuleValue

if TYPE_CHECKING:
    from ..ir import nodes as ir
    from .machine import Machine

MISSING = "there is no module"
_MOST_LIBRARY_FILES = 400
"""Files of libraries that are read on behalf of one file."""


def import_module(machine: Machine, scope: Scope, path: str, whole: bool) -> Value:
    """`import a.b` binds `a`; with `as` (whole) it binds `a.b`."""
    module = module_at(machine, scope.path, path)
    return module if whole or "." not in path else module_at(machine, scope.path, path.partition(".")[0])


def import_from(machine: Machine, scope: Scope, node: ir.ImportFrom) -> dict[str, Value]:
    """`from module import name`; the names it binds."""
    if node.name != "*":
        return {node.target: member_of(machine, scope, node)}
    module = source_of(machine, scope, node)
    if not isinstance(module, ModuleValue):
        return _declared_under(machine, module.path) if isinstance(module, LibraryModule) else {}
    if module.found.library:  # its names are looked for when they are needed
        scope.late = scope.late or late.Late(scope)
        scope.late.stars.append(module)
        return {}
    return _everything(machine, module)


def member_of(machine: Machine, scope: Scope, node: ir.ImportFrom) -> Value:
    """What `from module import name` means."""
    module = source_of(machine, scope, node)
    if isinstance(module, ModuleValue):
        return module.attribute(machine, node.name)
    if isinstance(module, LibraryModule):
        path = f"{module.path}.{node.name}"
        return machine.library_state.get(path) or library(machine, path)
    return machine.attribute(module, node.name)


def check(machine: Machine, module: Value, name: str = "") -> None:
    """An import of a name of a module, or of the module itself, may fail or is sure to; that matters where it would
    be caught. What is not installed here may be where the program runs; a library's own imports are what they are."""
    if not machine.watches:
        return
    if isinstance(module, ModuleValue):
        fails: bool | None = bool(name) and name != "*" and module.has(machine, name) is False
    elif isinstance(module, LibraryModule):
        there = is_there(machine, module.path)
        fails = None if there is None else not there
    else:
        fails = isinstance(module, Unknown) and module.reason.startswith(MISSING)
    if fails is False:
        return
    cls = machine.lookup(f"builtins.{'ImportError' if isinstance(module, ModuleValue) else 'ModuleNotFoundError'}")
    error = Instance(cls) if isinstance(cls, Class) else None
    if fails:
        raise Raised(error)
    risk(machine, error)


def is_there(machine: Machine, path: str) -> bool | None:
    """Whether a library can be imported. What is not installed here may be where the program runs; for a library it
    is what it is."""
    root = path.partition(".")[0]
    search = machine.project.search
    if declares(root) or root in sys.stdlib_module_names or search.installed.exists(root):
        return True
    if search.top(root, machine.frame.scope.path) is not None:
        return True
    return False if machine.in_library else None


def _everything(machine: Machine, module: ModuleValue) -> dict[str, Value]:
    listed = module.scope.vars.get("__all__")
    known = getattr(listed, "known", None)
    if known is None:
        return {name: value for name, value in module.scope.vars.items() if not name.startswith(("_", "~"))}
    wanted = [getattr(item, "payload", None) for item in known]
    return {name: module.attribute(machine, name) for name in wanted if isinstance(name, str)}


def _declared_under(machine: Machine, module: str) -> dict[str, Value]:
    """What `from library import *` binds: the names declared right under the module, and its packages."""
    names = sorted(name for name in declared_under(module) if not name.startswith("_"))
    return {name: library(machine, f"{module}.{name}") for name in names}


# -- which module ----------------------------------------------------------------------------------------------------


def library(machine: Machine, path: str) -> Value:
    """A name of a library: declared, or a module of it that is read, or one of which nothing is known."""
    found = machine.lookup(path)
    if found is None and is_read(path):
        file = machine.project.search.installed.inside(path)
        found = module_of(machine, file, path) if file is not None else None
    return found if found is not None else LibraryModule(path)


def module_at(machine: Machine, importer: str, path: str) -> Value:
    """The module of a full name, with the packages around it."""
    first, *parts = path.split(".")
    found = machine.project.search.top(first, importer)
    module = _load(machine, found, first) if found is not None else library(machine, first)
    for part in parts:
        module = _part(machine, module, part)
    return module


def source_of(machine: Machine, scope: Scope, node: ir.ImportFrom) -> Value:
    """The module that `from module import name` takes from."""
    if not node.level:
        return module_at(machine, scope.path, node.module)
    package = _package(machine, scope, node.level)
    for part in node.module.split(".") if node.module else ():
        package = _part(machine, package, part)
    return package


def _package(machine: Machine, scope: Scope, level: int) -> Value:
    """What the dots of a relative import stand for."""
    search, importer = machine.project.search, machine.modules.get(scope.path)
    if importer is not None and importer.found.library:
        names = importer.name.split(".")
        names = names[: len(names) - level + bool(importer.found.folders)]
        return module_at(machine, scope.path, ".".join(names)) if names else Unknown("import beyond the top package")
    folder = os.path.dirname(os.path.abspath(scope.path))
    for _ in range(level - 1):
        folder = os.path.dirname(folder)
    return _package_at(machine, folder, search.name_of(folder))


def _package_at(machine: Machine, folder: str, name: str) -> Value:
    if knows(name.partition(".")[0]):
        return library(machine, name)
    outer = os.path.dirname(folder)
    if "." in name and os.path.isfile(os.path.join(outer, "__init__.py")):
        _package_at(machine, outer, name.rpartition(".")[0])
    return _load(machine, machine.project.search.package(folder), name)


def _part(machine: Machine, package: Value, name: str) -> Value:
    """A module inside a package."""
    if isinstance(package, LibraryModule):
        return library(machine, f"{package.path}.{name}")
    if not isinstance(package, ModuleValue):
        return machine.attribute(package, name)
    found = submodule(machine, package, name)
    if found is None and not package.has(machine, name):
        return Unknown(f"{MISSING} {package.name}.{name}", ("import", package.name, name))
    return found or package.attribute(machine, name)


def submodule(machine: Machine, package: ModuleValue, name: str) -> Value | None:
    """A module inside a package that is read; importing it binds its name in the package."""
    path = f"{package.name}.{name}"
    declared = machine.lookup(path) if knows(package.name.partition(".")[0]) else None
    if declared is not None:
        return declared
    found = machine.project.search.inside(package.found, name)
    if found is None:
        return None
    new = found.key not in machine.modules
    module = _load(machine, found, path)
    if new and not found.library:  # in a library, something of the same name may have been put off
        package.scope.vars[name] = module
    return module


# -- running modules -------------------------------------------------------------------------------------------------


def _load(machine: Machine, found: Found, name: str) -> ModuleValue:
    module = module_of(machine, found, name)
    if not found.library:
        run(machine, module)
    return module


def module_of(machine: Machine, found: Found, name: str) -> ModuleValue:
    """The one module of a place."""
    module = machine.modules.get(found.key)
    if module is None:
        module = ModuleValue(name, found, Scope("module", found.file or found.key))
        module.scope.library = found.library
        for key in (found.key, *(found.folders if found.file is None else ())):
            machine.modules[key] = module
    return module


def run(machine: Machine, module: ModuleValue) -> None:
    """Runs the body of a module, if that has not been done or begun."""
    if not module.new:
        return
    module.new = False
    file, scope, mark = module.found.file, module.scope, births()
    scope.vars = State(scope.vars)
    package = module.name if module.found.folders else module.name.rpartition(".")[0]
    scope.vars.update(__name__=Constant(module.name), __package__=Constant(package))
    program = machine.project.program(file) if file is not None and _may_read(machine, module) else None
    if program is None or file is None:
        return
    machine.trace.files.add(file)
    scope.vars["__file__"] = Constant(file)
    body = program.body
    if module.found.library:
        machine.trace.libraries.add(file)
        body = late.prepare(machine, module, body)
    outside, assumed, span, watches = machine.journal, machine.assumed, machine.span, machine.watches
    machine.journal, machine.assumed, machine.watches = [], {}, []
    try:
        if module.found.library and not machine.frame.scope.library:
            in_library(machine, lambda: _run(machine, scope, body), module.name)
        elif machine.budget is machine.own_budget:
            in_library(machine, lambda: _run(machine, scope, body), module.name, machine.import_budget)
        else:
            _run(machine, scope, body)
    finally:
        inside = machine.journal
        machine.journal, machine.assumed, machine.span, machine.watches = outside, assumed, span, watches
        outside.extend(entry for entry in inside if not (isinstance(entry[0], State) and entry[0].born > mark))
    if module.found.library:
        late.mark_registries(scope)


def _run(machine: Machine, scope: Scope, body: list[ir.Node]) -> Value:
    from .execute import execute
    from .machine import Frame

    machine.frames.append(Frame(scope))
    try:
        spend(machine.project.size(scope.path) // 2)  # reading it took its time, too
        execute(machine, scope, body)
    except OutOfBudget:
        scope.vars.clear()  # what is bound so far may be bound again further down
        raise
    finally:
        machine.frames.pop()
    return NONE


def _may_read(machine: Machine, module: ModuleValue) -> bool:
    if not module.found.library:
        return machine.import_budget.left >= 0
    return machine.library_budget.left >= 0 and len(machine.trace.libraries) < _MOST_LIBRARY_FILES

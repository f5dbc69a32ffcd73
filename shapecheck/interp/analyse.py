"""Follows one file: its top level as the main program, then what nothing called."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..core.objects import Class
from ..core.plain import Constant
from ..core.value import Arguments, Unknown, Value
from . import fork
from .machine import Frame, Machine, OutOfBudget
from .scope import Scope
from .values.function import FunctionValue

if TYPE_CHECKING:
    from .project import Project
    from .trace import Trace

_RECURSION = 12_000
"""Python frames: a call of the analysed program takes about ten of them."""


def analyse(project: Project, max_steps: int) -> Trace:
    """The trace of the project's main file. Never raises: past the budget it ends calmly and says so."""
    machine = Machine(project, max_steps)
    start = fork.mark_of(machine)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _RECURSION))
    try:
        _main(machine, project)
    except OutOfBudget:
        machine.trace.complete = False
        machine.trace.notes.append(f"{project.main}: stopped after {max_steps} steps; what follows was not looked at")
    except RecursionError:
        machine.trace.complete = False
        machine.trace.notes.append(f"{project.main}: nested too deeply; what follows was not looked at")
    finally:
        sys.setrecursionlimit(limit)
        fork.restore_older(machine, start)
    return machine.trace


def _main(machine: Machine, project: Project) -> None:
    from .execute import execute

    program = project.program(project.main)
    if program is None:
        return
    scope = Scope("module", project.main)
    machine.trace.files.add(project.main)
    machine.frames.append(Frame(scope))
    machine.write(scope.vars, "__name__", Constant("__main__"))
    machine.write(scope.vars, "__file__", Constant(project.main))
    execute(machine, scope, program.body)
    _uncalled(machine, scope)


def _uncalled(machine: Machine, scope: Scope) -> None:
    """Functions and methods of the file that the program did not call, with unknown arguments."""
    for value in list(scope.vars.values()):
        if isinstance(value, FunctionValue) and value.scope is scope:
            _try_function(machine, value, ())
        elif isinstance(value, Class) and value.path is None:
            _try_class(machine, value)


def _try_class(machine: Machine, cls: Class) -> None:
    methods = [m for m in cls.state.values() if isinstance(m, FunctionValue)]
    if not methods or all(id(m.node) in machine.called for m in methods):
        return
    init = cls.find("__init__")
    if isinstance(init, FunctionValue) and id(init.node) in machine.called:
        return
    machine.assumed = {}
    takes_more = isinstance(init, FunctionValue) and len(init.node.parameters) > 1
    instance = machine.call(cls, Arguments(open=takes_more))
    for method in methods:
        if not method.node.name.startswith("__") or method.node.name == "__call__":
            _try_function(machine, method, (instance,))


def _try_function(machine: Machine, function: FunctionValue, given: tuple[Value, ...]) -> None:
    if id(function.node) in machine.called:
        return
    machine.assumed = {}
    names = [p.name for p in function.node.parameters if p.by in ("position", "name")][len(given) :]
    unknown: dict[str, Value] = {
        name: function.defaults.get(name) or Unknown(f"parameter {name}", ("parameter", function.node.span, name))
        for name in names
    }
    machine.call(function, Arguments(given, unknown, open=True))

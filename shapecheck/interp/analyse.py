"""Follows one file: its top level as the main program, then what nothing called."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..core.budget import OutOfBudget, limited
from ..core.plain import Constant
from . import fork
from .entries import follow_uncalled
from .machine import Frame, Machine
from .scope import Scope

if TYPE_CHECKING:
    from .project import Project
    from .shown import Shown
    from .trace import Trace

_RECURSION = 12_000
"""Python frames: a call of the analysed program takes about ten of them."""


def analyse(project: Project, max_steps: int, shown: Shown | None = None) -> Trace:
    """The trace of the project's main file. Never raises: past the budget it ends calmly and says so."""
    machine = Machine(project, max_steps)
    machine.trace.shown = shown
    start = fork.mark_of(machine)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _RECURSION))
    try:
        with limited(machine.budget):
            _main(machine, project)
    except OutOfBudget:
        machine.trace.complete = False
        machine.trace.notes.append(f"{project.main}: stopped after {max_steps} steps; what follows was not looked at")
    except RecursionError:
        machine.trace.complete = False
        machine.trace.notes.append(f"{project.main}: nested too deeply; what follows was not looked at")
    finally:
        sys.setrecursionlimit(limit)
        if "kept" in machine.caches:
            from .hints import settle

            settle(machine, machine.caches["kept"])
        fork.restore_older(machine, start)
        if shown is not None:
            shown.join()
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
    follow_uncalled(machine, project.main)

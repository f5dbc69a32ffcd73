"""Small programs in tests: what their names hold at the end, and what shapecheck says of them."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from shapecheck.core.plain import Constant
from shapecheck.interp.execute import execute
from shapecheck.interp.machine import Frame, Machine
from shapecheck.interp.project import Project
from shapecheck.interp.scope import Scope

if TYPE_CHECKING:
    from pathlib import Path

    from shapecheck.core.value import Value

NAME = "program.py"


def follow(main: Path, max_steps: int = 200_000) -> tuple[dict[str, Value], Machine]:
    """Follows the top level of a file; the values of its names, and the machine that did it."""
    return _follow(Project(str(main)), max_steps)


def run(source: str, max_steps: int = 200_000) -> tuple[dict[str, Value], Machine]:
    """Follows a program; the values of its names, and the machine that did it."""
    return _follow(Project(NAME, {NAME: dedent(source)}), max_steps)


def _follow(project: Project, max_steps: int) -> tuple[dict[str, Value], Machine]:
    project.read_main()
    program = project.program(project.main)
    assert program is not None
    machine = Machine(project, max_steps)
    scope = Scope("module", project.main)
    machine.frames.append(Frame(scope))
    machine.write(scope.vars, "__name__", Constant("__main__"))
    machine.write(scope.vars, "__file__", Constant(project.main))
    execute(machine, scope, program.body)
    return scope.vars, machine

"""The code of libraries, and of modules that are imported, is followed on budgets of its own, so that the program is
still followed where they are large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.budget import OutOfBudget, limited
from . import fork

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.budget import Budget
    from ..core.value import Value
    from .machine import Machine


def in_library(machine: Machine, act: Callable[[], Value], name: str, budget: Budget | None = None) -> Value:
    """What the program gets from a library's code: unknown, and nothing done, where it takes more than its budget.
    So is what it gets from running the modules that it imports, with a budget of their own."""
    purse = budget or machine.library_budget
    own, mark, assumed, span = machine.budget, fork.mark_of(machine), machine.assumed, machine.span
    replayed = machine.caches.get("replayed")
    try:
        with limited(purse):
            machine.budget = purse
            return act()
    except OutOfBudget:
        if own.left < 0:  # it was the program's, in code that the library called back
            raise
        machine.budget, machine.assumed, machine.span, machine.caches["replayed"] = own, assumed, span, replayed
        fork.rewind(machine, mark)
        return machine.gap(f"{name}: its code takes too many steps")
    finally:
        machine.budget = own


def in_program(machine: Machine, act: Callable[[], Value]) -> Value:
    """What a library's code gets from a function of the program's that it calls back."""
    library = machine.budget
    try:
        with limited(machine.own_budget):
            machine.budget = machine.own_budget
            return act()
    finally:
        machine.budget = library

"""Generators that yield once, run in two parts: up to the `yield`, and later from there on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..core.plain import NONE
from ..core.value import Arguments, Value
from ..ir import nodes as ir
from . import fork
from .scope import Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from .machine import Machine
    from .values.function import FunctionValue


class Parts(NamedTuple):
    """The statements before the `yield`, what it yields, and those after it."""

    before: list[ir.Node]
    value: ir.Node | None
    after: list[ir.Node]


def pause(machine: Machine, function: FunctionValue, arguments: Arguments) -> tuple[Value, Callable[[], Value]] | None:
    """Runs a generator up to its `yield`: what it yields, and what runs the rest. None if its only `yield` does not
    stand where every path comes by once."""
    from .calls import bind
    from .evaluate import evaluate
    from .execute import execute
    from .machine import Frame

    parts = _split(function.node.inside.body) if function.node.inside.generator else None
    if parts is None:
        return None
    machine.called.add(id(function.node))
    scope = Scope("function", function.scope.path, function.scope)
    scope.module_names, scope.outer_names = function.node.inside.module, function.node.inside.outer
    for name, value in bind(machine, function, arguments).items():
        machine.write(scope.vars, name, value)
    frame = Frame(scope, function)

    def run(body: list[ir.Node], last: ir.Node | None) -> Value:
        assumed, span = machine.assumed, machine.span
        machine.frames.append(frame)
        machine.stack.append(span)
        try:
            execute(machine, scope, body)
            for left in reversed(frame.exits):
                fork.join_exit(machine, left, False, assumed)
            frame.exits.clear()
            return NONE if last is None else evaluate(machine, scope, last)
        finally:
            machine.frames.pop()
            machine.stack.pop()
            machine.assumed, machine.span = assumed, span

    return run(parts.before, parts.value), lambda: run(parts.after, None)


def _split(body: list[ir.Node]) -> Parts | None:
    """At the only `yield`, a statement of the body or of a `try` in it."""
    if sum(map(_yields, body)) != 1:
        return None
    at = next(i for i, node in enumerate(body) if _yields(node))
    node, rest = body[at], body[at + 1 :]
    if isinstance(node, ir.Evaluate) and isinstance(node.value, ir.Yield) and not node.value.each:
        return Parts(body[:at], node.value.value, rest)
    if not isinstance(node, ir.Try):
        return None
    inner = _split(node.body)
    if inner is None:
        return None
    return Parts([*body[:at], *inner.before], inner.value, [*inner.after, *node.otherwise, *node.final, *rest])


def _yields(node: object) -> int:
    """How many `yield`s are in a statement; those of functions inside it are not its own."""
    if isinstance(node, (list, tuple)):
        return sum(map(_yields, node))
    if not isinstance(node, ir.Record) or isinstance(node, (ir.Function, ir.ClassOf)):
        return 0
    return isinstance(node, ir.Yield) + sum(_yields(getattr(node, name, None)) for name in node.names)

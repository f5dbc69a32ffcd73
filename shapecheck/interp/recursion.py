"""What is read from the text of a function: what the calls that a cut recursion leaves out may do to what they are
given, and names that it mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir import nodes as ir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.value import Value
    from .machine import Machine
    from .values.function import FunctionValue

_LOOKS = frozenset(
    "isinstance issubclass len type hasattr str int float bool tuple list dict range enumerate zip".split()
)
"""Built-in functions that only look at what they are given."""


def may_change(machine: Machine, function: FunctionValue, bound: dict[str, Value]) -> tuple[Value, ...]:
    """Those of the arguments that the function, or what it hands them to, may change."""
    known: dict[int, tuple[object, frozenset[str] | None]] = machine.caches.setdefault("looked at only", {})
    node = function.node
    if id(node) not in known:
        known[id(node)] = (node, _left_alone(node))
    alone = known[id(node)][1]
    return () if alone is None else tuple(value for name, value in bound.items() if name not in alone)


def _left_alone(node: ir.Function) -> frozenset[str] | None:
    """The parameters that the function only hands on to itself; None if it changes nothing at all."""
    nodes = list(_nodes(node.inside.body))
    if not any(_acts(one, node.name) for one in nodes):
        return None
    again = (one.function for one in nodes if isinstance(one, ir.CallOf) and _again(one, node.name))
    passed = {id(one.value) for one in again if isinstance(one, ir.Attribute)}
    used = {one.name for one in nodes if isinstance(one, ir.Name) and id(one) not in passed}
    return frozenset(parameter.name for parameter in node.parameters[:1] if parameter.name not in used)


def _again(node: ir.Record, name: str) -> bool:
    """The function calls itself, or as a method the same of the same object."""
    function = node.function if isinstance(node, ir.CallOf) else None
    if isinstance(function, ir.Attribute):
        return function.name == name and isinstance(function.value, ir.Name)
    return isinstance(function, ir.Name) and function.name == name


def _acts(node: ir.Record, name: str) -> bool:
    """It may change an object, or run code that does."""
    if isinstance(node, ir.CallOf):
        called = node.function
        looks = isinstance(called, ir.Name) and called.name in _LOOKS
        own = (
            isinstance(called, ir.Attribute) and isinstance(called.value, ir.Name) and called.value.name.startswith("~")
        )
        return not (looks or own or _again(node, name))
    if isinstance(node, (ir.Assign, ir.Let, ir.For)):
        return any(isinstance(one, (ir.Attribute, ir.Item)) for one in _nodes(node.target))
    return isinstance(node, (ir.Update, ir.Delete, ir.Yield, ir.Opaque, ir.With, ir.Function, ir.ClassOf))


def mentions(function: FunctionValue, *names: str) -> bool:
    """Whether one of the names is read in a function."""
    return any(isinstance(node, ir.Name) and node.name in names for node in _nodes(function.node.inside.body))


def _nodes(part: object) -> Iterator[ir.Record]:
    if isinstance(part, (list, tuple)):
        for one in part:
            yield from _nodes(one)
    elif isinstance(part, ir.Record):
        yield part
        if isinstance(part, ir.Function):
            yield from _nodes(part.inside.body)
        for name in part.names:
            yield from _nodes(getattr(part, name, None))

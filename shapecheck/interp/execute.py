"""Statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.containers import Mapping, Sequence, join_all
from ..core.dim import Dim
from ..core.objects import Class, Instance
from ..core.onlooker import Onlooker
from ..core.outcome import Raised
from ..core.plain import NONE, Constant
from ..core.tensor import Tensor
from ..core.value import Arguments, Choice, Never, Unknown, Value, touch
from ..ir import nodes as ir
from . import imports, loops
from .demand import unpacked
from .evaluate import evaluate
from .flow import BREAK, CONTINUE, NEXT, Flow, split
from .trying import run_try, run_with

if TYPE_CHECKING:
    from collections.abc import Callable

    from .machine import Machine
    from .scope import Scope


_EXIT = Class("SystemExit", path="builtins.SystemExit")


def execute(machine: Machine, scope: Scope, body: list[ir.Node]) -> Flow:
    """Runs statements until one leaves the block."""
    for node in body:
        machine.step()
        assumed = machine.assumed
        try:
            flow = _EXECUTE[type(node)](machine, scope, node)
        except Raised as raised:
            machine.assumed = assumed
            return Flow("raise", raised.value)
        if flow is not NEXT:
            return flow
    return NEXT


# -- assignment ------------------------------------------------------------------------------------------------------


def _assign(machine: Machine, scope: Scope, node: ir.Assign) -> Flow:
    assign(machine, scope, node.target, evaluate(machine, scope, node.value))
    return NEXT


def assign(machine: Machine, scope: Scope, target: ir.Node, value: Value) -> None:
    """Puts a value into a name, attribute, item, or several of them."""
    if machine.project.inputs is not None and scope.kind == "module" and isinstance(target, ir.Name):
        from .hints import named

        value = named(machine, scope, target, value)
    shown = machine.trace.shown
    if shown is not None and isinstance(target, (ir.Name, ir.Attribute)) and not target.name.startswith("~"):
        shown.add(machine, target.span, target.span, value)
    if isinstance(target, ir.Name):
        scope.write(machine, target.name, value)
    elif isinstance(target, ir.Attribute):
        owner = evaluate(machine, scope, target.value)
        machine.span = target.span
        name = target.name
        if scope.kind == "module" and isinstance(owner, Instance) and name in owner.state:
            machine.overwritten.append((owner.state, name))
        put(machine, owner, lambda one: one.set_attribute(machine, name, value))
    elif isinstance(target, ir.Item):
        owner, index = evaluate(machine, scope, target.value), evaluate(machine, scope, target.index)
        machine.span = target.span
        put(machine, owner, lambda one: one.set_item(machine, index, value))
    elif isinstance(target, ir.Display):
        _unpack(machine, scope, target, value)
    elif isinstance(target, ir.Star):
        assign(machine, scope, target.value, value)


def _unpack(machine: Machine, scope: Scope, target: ir.Display, value: Value) -> None:
    machine.span = target.span
    if isinstance(value, Choice):
        for i, part in enumerate(target.items):
            if not isinstance(part, ir.Star):
                one = machine.each(value, lambda v, i=i: _nth(machine.iterate(v), i, len(target.items)))  # type: ignore[misc]
                assign(machine, scope, part, one)
        return
    elements = machine.iterate(value)
    star = next((i for i, part in enumerate(target.items) if isinstance(part, ir.Star)), None)
    if star is None:
        unpacked(machine, elements, len(target.items))
    known = elements.known if isinstance(elements, Sequence) else None
    if star is not None:
        after = len(target.items) - star - 1
        if known is None or len(known) < star + after:
            parts: list[Value] = [_nth(elements, i, None) for i in range(len(target.items))]
            parts[star] = Sequence("list", (), join_all(tuple(elements)), Dim.unknown()) if isinstance(
                elements, Sequence
            ) else elements  # fmt: skip
        else:
            middle = Sequence.list(known[star : len(known) - after])
            parts = [*known[:star], middle, *known[len(known) - after :]]
    else:
        wanted = len(target.items)
        if known is not None and len(known) != wanted and _sure(elements, known):
            machine.apply("builtins.unpack", Arguments((elements, Constant(wanted))))
        parts = [_nth(elements, i, wanted) for i in range(wanted)]
    for part, one in zip(target.items, parts, strict=True):
        assign(machine, scope, part, one)


def _sure(elements: Value, known: tuple[Value, ...]) -> bool:
    """The elements are those of a batch, a result or a shape: there are not more or fewer of them."""
    if any(isinstance(one, Tensor) for one in known):
        return True
    return elements.kind == "tuple" and all(isinstance(one, Constant) for one in known)


def _nth(elements: Value, index: int, wanted: int | None) -> Value:
    if isinstance(elements, Sequence):
        known = elements.known
        if known is not None:
            fits = wanted is None or len(known) == wanted
            one = known[index] if fits and index < len(known) else Unknown("unpacking of another length")
            return one if elements.rest is None else one.one_of_many()
        if index < len(elements.items):
            return elements.items[index]
        if elements.rest is not None:
            return elements.rest.one_of_many()
    if isinstance(elements, Onlooker):
        return elements
    if isinstance(elements, Unknown):
        return Unknown(elements.reason, (elements.identity, "[]", index), ("item", elements, Constant(index)))
    return Unknown("an unpacked element")


def _claim(machine: Machine, scope: Scope, node: ir.Claim) -> Flow:
    from .hints import claim

    claim(machine, scope, node)
    return NEXT


def _annotate(machine: Machine, scope: Scope, node: ir.Annotate) -> Flow:
    if scope.kind == "class":
        notes = scope.vars.get("__annotations__")
        if not isinstance(notes, Mapping):
            notes = Mapping()
            machine.write(scope.vars, "__annotations__", notes)
        notes.set_item(machine, Constant(node.name), evaluate(machine, scope, node.annotation))
    return NEXT


def _update(machine: Machine, scope: Scope, node: ir.Update) -> Flow:
    target = node.target
    owner: Value = NONE
    index: Value = NONE
    if isinstance(target, (ir.Attribute, ir.Item)):
        owner = evaluate(machine, scope, target.value)
    if isinstance(target, ir.Item):
        index = evaluate(machine, scope, target.index)
        machine.span = target.span
        left = machine.item(owner, index)
    elif isinstance(target, ir.Attribute):
        machine.span = target.span
        left = machine.attribute(owner, target.name)
    else:
        left = machine.resolve(evaluate(machine, scope, target))
    right = machine.resolve(evaluate(machine, scope, node.value))
    machine.span = node.span
    result = on_each(machine, left, lambda one: _updated(machine, one, node.operator, right))
    machine.span = target.span
    if isinstance(target, ir.Item):
        put(machine, owner, lambda one: one.set_item(machine, index, result))
    elif isinstance(target, ir.Attribute):
        put(machine, owner, lambda one: one.set_attribute(machine, target.name, result))
    else:
        assign(machine, scope, target, result)
    return NEXT


def _updated(machine: Machine, left: Value, operator: str, right: Value) -> Value:
    result = left.update(machine, operator, right)
    return machine.binary(operator, left, right) if result is None else result


def on_each(machine: Machine, value: Value, act: Callable[[Value], Value]) -> Value:
    """Acts on a value, or on each of those that it may be."""
    value = machine.resolve(value)
    return machine.each(value, act) if isinstance(value, Choice) else act(value)


def put(machine: Machine, owner: Value, act: Callable[[Value], None]) -> None:
    """Changes an object, or each of those that it may be, where it is that one."""

    def change(one: Value) -> Value:
        act(one)
        return NONE

    on_each(machine, owner, change)


def _delete(machine: Machine, scope: Scope, node: ir.Delete) -> Flow:
    target = node.target
    if isinstance(target, ir.Display):
        for part in target.items:
            _delete(machine, scope, ir.Delete(node.span, part))
    elif isinstance(target, ir.Name):
        scope.delete(machine, target.name)
    elif isinstance(target, ir.Item):
        owner, index = evaluate(machine, scope, target.value), evaluate(machine, scope, target.index)
        machine.span = target.span
        on_each(machine, owner, lambda one: machine.came(one.delete_item(machine, index)))
    elif isinstance(target, ir.Attribute):
        owner = evaluate(machine, scope, target.value)
        machine.span = target.span
        on_each(machine, owner, lambda one: machine.came(one.delete_attribute(machine, target.name)))
    return NEXT


def _evaluate(machine: Machine, scope: Scope, node: ir.Evaluate) -> Flow:
    result = evaluate(machine, scope, node.value)
    if isinstance(result, Never):
        return Flow("raise", _EXIT)
    if isinstance(result, Unknown) and result.source is not None and result.source[0] == "call":
        _, function, arguments = result.source
        owner = function.source[1] if function.source is not None else function
        for one in (owner, *arguments.positional, *arguments.keywords.values()):
            touch(machine, one)  # a call for its effect
    return NEXT


# -- branches --------------------------------------------------------------------------------------------------------


def _if(machine: Machine, scope: Scope, node: ir.If) -> Flow:
    truth, key, when = machine.truth(evaluate(machine, scope, node.test))
    if truth is not None:
        machine.decide(node, truth)
        return execute(machine, scope, node.then if truth else node.otherwise)
    first, second = (node.then, node.otherwise) if when else (node.otherwise, node.then)
    return split(machine, key, lambda: execute(machine, scope, first), lambda: execute(machine, scope, second))


def _assert(machine: Machine, scope: Scope, node: ir.Assert) -> Flow:
    flow = _if(machine, scope, node.check)
    if not scope.library and (flow is NEXT or node.plain):
        from .holding import failed, hold

        (hold if flow is NEXT else failed)(machine, scope, node.test)
    return flow


def _while(machine: Machine, scope: Scope, node: ir.While) -> Flow:
    return loops.run_while(machine, scope, node)


def _for(machine: Machine, scope: Scope, node: ir.For) -> Flow:
    return loops.run_for(machine, scope, node)


def _return(machine: Machine, scope: Scope, node: ir.Return) -> Flow:
    return Flow("return", NONE if node.value is None else evaluate(machine, scope, node.value))


def _raise(machine: Machine, scope: Scope, node: ir.Raise) -> Flow:
    if node.value is None:
        return Flow("raise", machine.caught[-1] if machine.caught else None)
    error = evaluate(machine, scope, node.value)
    return Flow("raise", machine.call(error, Arguments()) if isinstance(error, Class) else error)


def _break(machine: Machine, scope: Scope, node: ir.Break) -> Flow:
    return BREAK


def _continue(machine: Machine, scope: Scope, node: ir.Continue) -> Flow:
    return CONTINUE


def _import(machine: Machine, scope: Scope, node: ir.Import) -> Flow:
    machine.span = node.span
    value = imports.import_module(machine, scope, node.path, node.whole)
    imports.check(machine, imports.module_at(machine, scope.path, node.path))
    scope.write(machine, node.name, value)
    return NEXT


def _import_from(machine: Machine, scope: Scope, node: ir.ImportFrom) -> Flow:
    machine.span = node.span
    if scope.late is not None and node.name != "*" and scope.late.put_off(machine, node):
        return NEXT
    imports.check(machine, imports.source_of(machine, scope, node), node.name)
    for name, value in imports.import_from(machine, scope, node).items():
        scope.write(machine, name, value)
    return NEXT


_EXECUTE: dict[type, Callable[[Machine, Scope, Any], Flow]] = {
    ir.Assign: _assign, ir.Claim: _claim, ir.Annotate: _annotate, ir.Update: _update, ir.Delete: _delete,
    ir.Evaluate: _evaluate, ir.Assert: _assert,
    ir.If: _if, ir.While: _while, ir.For: _for, ir.Try: run_try, ir.With: run_with, ir.Return: _return,
    ir.Raise: _raise, ir.Break: _break, ir.Continue: _continue, ir.Import: _import, ir.ImportFrom: _import_from,
}  # fmt: skip

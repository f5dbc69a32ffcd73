"""Code that is not run when, or as often, as it is followed: of what it changes nothing is known.

A generator is followed where it is made, and runs when it is gone through; a recursion that is cut goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.containers import Mapping, Sequence
from ..core.disturbing import reached
from ..core.objects import Instance
from ..core.plain import Constant, Scalar
from ..core.state import State, ties_of
from ..core.value import Learnt, Unknown, Value
from ..ir import nodes as ir
from . import fork
from .values.function import FunctionValue

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from ..core.value import Arguments
    from .machine import Machine
    from .scope import Scope


def forget_changes(
    machine: Machine, mark: fork.Mark, only: set[int] | None = None, put_off: bool = False
) -> None:
    """What was changed since then, in what was there before. only: of objects, these states. put_off: it will be
    changed once more."""
    for state, key, _ in fork.changed_since(machine, mark).values():
        hidden = isinstance(key, str) and (key.startswith(" ") or "~" in key)
        if isinstance(state, Learnt) or not isinstance(state, State) or mark.made_after(state) or hidden:
            continue
        content = state.get(key, fork.MISSING)
        forgotten = getattr(content, "forgotten", None)
        if forgotten is not None:
            machine.write(state, key, forgotten())
        elif (isinstance(content, Value) or content is fork.MISSING) and (only is None or id(state) in only):
            machine.write(state, key, fork.nothing_known(content))
        else:
            continue
        if put_off and state.born > machine.started:  # a library's own outlive the analysis
            ties_of(state).later.add(key)


def postponed(machine: Machine, mark: fork.Mark, made: Value, scope: Scope, code: object) -> Value:
    """What a generator yields, if nothing that its code reads changes before it is gone through."""
    forget_changes(machine, mark, put_off=True)
    if isinstance(made, Sequence):
        known = {(id(state), key) for state, key, _ in made.sources}
        read = (source for source in _read(machine, scope, code) if (id(source[0]), source[1]) not in known)
        made.sources = (*made.sources, *read)
    return made


def _read(machine: Machine, scope: Scope, code: object) -> Iterable[tuple[State, Hashable, Any]]:
    """The variables that some code reads, and the contents of those that are lists or dicts."""
    names: dict[int, tuple[object, frozenset[str]]] = machine.caches.setdefault("names of code", {})
    if id(code) not in names:
        names[id(code)] = (code, frozenset(_names(code)))
    for name in names[id(code)][1]:
        owner: Scope | None = scope
        while owner is not None and name not in owner.vars:
            owner = owner.outer
        if owner is None or "~" in name or not isinstance(owner.vars, State):
            continue
        value = owner.vars[name]
        yield owner.vars, name, value
        if isinstance(value, (Sequence, Mapping)) and "contents" in value.state and not getattr(value, "one_shot", 0):
            yield value.state, "contents", value.state["contents"]


def _names(node: object) -> Iterable[str]:
    if isinstance(node, (list, tuple)):
        for part in node:
            yield from _names(part)
    elif isinstance(node, ir.Name):
        yield node.name
    elif isinstance(node, ir.Function):
        yield from _names(node.inside.body)
    elif isinstance(node, ir.Record):
        for name in node.names:
            yield from _names(getattr(node, name, None))


def captured(machine: Machine, function: FunctionValue) -> tuple[Value, ...]:
    """What a function changes of the variables around it; those that it binds anew are not known any more."""
    inside = function.node.inside
    found: list[Value] = []
    for name in {*_changed(inside.body)} - {parameter.name for parameter in function.node.parameters}:
        scope: Scope | None = function.scope
        while scope is not None and name not in scope.vars:
            scope = scope.outer
        if scope is not None:
            found.append(scope.vars[name])
            if name in inside.outer or name in inside.module:
                machine.write(scope.vars, name, Unknown(f"{name}, which a function binds anew"))
    return tuple(found)


def _changed(node: object) -> Iterable[str]:
    """The names whose values some code may change: by a method, an item, an attribute, or by binding them anew."""
    if isinstance(node, (list, tuple)):
        for part in node:
            yield from _changed(part)
    elif isinstance(node, ir.Function):
        yield from _changed(node.inside.body)
    elif isinstance(node, ir.Record):
        target = node.target if isinstance(node, (ir.Assign, ir.Update, ir.Delete, ir.Let)) else None
        target = node.function if isinstance(node, ir.CallOf) and isinstance(node.function, ir.Attribute) else target
        while isinstance(target, (ir.Attribute, ir.Item)):
            target = target.value
        if isinstance(target, ir.Name) and "~" not in target.name:
            yield target.name
        for name in node.names:
            yield from _changed(getattr(node, name, None))


def of_callbacks(machine: Machine, mark: fork.Mark, made: Value, arguments: Arguments) -> Value:
    """An iterator that calls functions of the program's once it is gone through."""
    if isinstance(made, Sequence) and made.one_shot:
        for one in arguments.positional:
            if isinstance(one, FunctionValue):
                postponed(machine, mark, made, one.scope, one.node)
    return made


class Cut:
    """A recursion that is not followed to its end: what the calls that are left out may have changed."""

    __slots__ = ("node", "states")

    def __init__(self, machine: Machine, function: FunctionValue, arguments: Arguments) -> None:
        self.node = function.node
        given = [*arguments.positional, *arguments.keywords.values()]
        self.states: set[int] = set()
        scope: Scope | None = function.scope
        while scope is not None:
            self.states.add(id(scope.vars))
            given.extend(value for value in scope.vars.values() if isinstance(value, Instance))
            scope = scope.outer
        self.states.update(id(one.state) for one in reached(machine, given) if hasattr(one, "state"))

    def end(self, machine: Machine, mark: fork.Mark, result: Value | None) -> Value | None:
        """Behind the outermost call, and where the calls were cut."""
        forget_changes(machine, mark, self.states)
        plain = isinstance(result, (Constant, Scalar)) and getattr(result, "payload", True) is not None
        return Unknown(f"recursion of {self.node.name}") if plain else result

"""Classes of the user's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.objects import Class, Instance, Property, Static
from ..core.plain import Constant
from ..core.value import Arguments, Value
from .scope import Scope
from .values.function import FunctionValue

if TYPE_CHECKING:
    from ..ir import nodes as ir
    from .machine import Machine


def make_class(machine: Machine, scope: Scope, node: ir.ClassOf) -> Class:
    """Runs the body of a class and makes the class of the names it leaves."""
    from .evaluate import evaluate
    from .execute import execute

    bases = [evaluate(machine, scope, base) for base in node.bases]
    body = Scope("class", scope.path, scope)
    execute(machine, body, node.body)
    if scope.library:
        _declared_members(machine, scope, node.name, body)
    cls = Class(node.name, [base for base in bases if not _is_object(base)], body.vars)
    for member in body.vars.values():
        for function in _functions(member):
            function.owner = cls
    for name, member in list(body.vars.items()):
        if isinstance(member, Instance):
            member.special(machine, "__set_name__", cls, Constant(name))
    hook = cls.find("__init_subclass__", after=cls)
    hook = hook.function if isinstance(hook, Static) else hook
    if hook is not None and hook.kind == "function":
        given = {name: evaluate(machine, scope, value) for name, value in node.keywords if name is not None}
        machine.call(hook, Arguments((cls,), given, open=len(given) < len(node.keywords)))
    if node.span.path == machine.project.main:
        machine.classes.append(cls)
    return cls


def _declared_members(machine: Machine, scope: Scope, name: str, body: Scope) -> None:
    """What is declared of a library's class stands for what its source says."""
    module = getattr(scope.module.vars.get("__name__"), "payload", "")
    for member in list(body.vars):
        found = machine.lookup(f"{module}.{name}.{member}")
        if found is not None:
            machine.write(body.vars, member, found)


def _is_object(base: Value) -> bool:
    return isinstance(base, Class) and base.path == "builtins.object"


def _functions(member: Value) -> list[FunctionValue]:
    """The user's functions inside a member, behind property, staticmethod and classmethod."""
    if isinstance(member, FunctionValue):
        return [member]
    if isinstance(member, Property):
        return [f for f in (member.getter, member.setter) if isinstance(f, FunctionValue)]
    if isinstance(member, Static) and isinstance(member.function, FunctionValue):
        return [member.function]
    return []

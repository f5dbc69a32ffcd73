"""What nothing called: every function and class of the file, with arguments that are not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.objects import Class, Instance, Static
from ..core.value import Arguments, Unknown, Value, births
from . import fork
from .values.function import FunctionValue

if TYPE_CHECKING:
    from .machine import Machine

_CONSTRUCTORS = ("__new__", "__init__", "__init_subclass__", "__class_getitem__", "__getattr__", "__setattr__")


def follow_uncalled(machine: Machine, path: str) -> None:
    """Entries are independent: what one learns of sizes is not known to the next. Functions that need no argument come
    first, and later ones before earlier ones, for callers stand behind what they call."""
    made = [function for function in machine.made if function.scope.path == path]
    functions = [function for function in reversed(made) if function.scope.kind == "module"]
    for function in sorted(functions, key=lambda function: bool(_required(function))):
        _follow(machine, function, ())
    for cls in list(machine.classes):
        if cls.path is None:
            _follow_methods(machine, cls, [f for f in made if f.scope.vars is cls.state])


def _follow_methods(machine: Machine, cls: Class, methods: list[FunctionValue]) -> None:
    """On the object that the program made, or one made with unknown arguments."""
    uncalled = [f for f in methods if id(f.node) not in machine.called and f.node.name not in _CONSTRUCTORS]
    constructor = cls.find("__init__")
    never_made = isinstance(constructor, FunctionValue) and id(constructor.node) not in machine.called
    if not uncalled and not (never_made and constructor in methods):
        return
    mark = fork.mark_of(machine)
    machine.assumed = {}
    instance: Value | None = machine.instances.get(id(cls.state))
    if instance is None:
        init = constructor if isinstance(constructor, FunctionValue) else None
        instance = machine.call(cls, _unknown_arguments(init, 1) if init else Arguments(open=not _known_constructor(cls)))
    if isinstance(instance, Instance):
        for method in uncalled:
            _follow(machine, method, (instance,))
    fork.forget_learnt(machine, mark)


def _known_constructor(cls: Class) -> bool:
    """A library's base class is made as it is when it is given nothing."""
    return not cls.is_open and cls.find("__new__") is None


def _follow(machine: Machine, function: FunctionValue, given: tuple[Value, ...]) -> None:
    if id(function.node) in machine.called:
        return
    mark = fork.mark_of(machine)
    machine.assumed = {}
    member = function.owner.state.get(function.node.name) if function.owner is not None else None
    if isinstance(member, Static) and function.owner is not None:
        given = (function.owner,) if member.of_class else ()
    machine.call(function, _unknown_arguments(function, len(given), given))
    fork.forget_learnt(machine, mark)


def _required(function: FunctionValue) -> list[str]:
    return [p.name for p in function.node.parameters if p.by in ("position", "name") and p.name not in function.defaults]


def _unknown_arguments(function: FunctionValue, skip: int, given: tuple[Value, ...] = ()) -> Arguments:
    """Defaults where there are some; further arguments of unknown number where the function takes them."""
    names = [p.name for p in function.node.parameters if p.by in ("position", "name")][skip:]
    unknown: dict[str, Value] = {
        name: function.defaults.get(name) or Unknown(f"parameter {name}", ("parameter", births(), name))
        for name in names
    }
    takes_more = any(p.by in ("rest", "others") for p in function.node.parameters)
    return Arguments(given, unknown, open=takes_more)

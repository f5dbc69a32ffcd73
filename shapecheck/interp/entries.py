"""What nothing called: every function and class of the file, with arguments that are not known."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..core.containers import Sequence
from ..core.objects import Class, Instance, Static
from ..core.outcome import Raised
from ..core.plain import NONE
from ..core.shape import Shape
from ..core.tensor import LIBRARIES, Tensor
from ..core.value import AMBIENT, Arguments, Identity, Unknown, Value
from ..ir import nodes as ir
from . import fork
from .calls import hinted
from .demand import quietly
from .evaluate import evaluate
from .values.function import FunctionValue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .machine import Machine

_CONSTRUCTORS = ("__new__", "__init__", "__init_subclass__", "__class_getitem__", "__getattr__", "__setattr__")


def follow_uncalled(machine: Machine, path: str) -> None:
    """Entries are independent: what one learns of sizes is not known to the next. Functions that need no argument come
    first, and later ones before earlier ones, for callers stand behind what they call."""
    for state, name in machine.overwritten:  # what it is when they run is not told by the end
        machine.write(state, name, Unknown(f"attribute {name}, which changes"))
    for state, name, value in AMBIENT:
        machine.write(state, name, value)
    made = [function for function in machine.made if function.scope.path == path]
    functions = [function for function in reversed(made) if function.scope.kind == "module"]
    for function in sorted(functions, key=lambda function: bool(_required(function))):
        if id(function.node) not in machine.called:
            _both_ways(machine, partial(_follow, machine, function, ()))
    for cls in list(machine.classes):
        if cls.path is None:
            _follow_class(machine, cls, [f for f in made if f.scope.vars is cls.state])


def _both_ways(machine: Machine, follow: Callable[[frozenset[str]], None]) -> None:
    """With the defaults; once more without those that kept a test from going both ways, if there are any."""
    machine.decisions = {}
    follow(frozenset())
    tests = [node.test for node, ways in machine.decisions.values() if len(ways) == 1]
    machine.decisions = None
    names = frozenset(name for test in tests for name in _names(test))
    if names:
        follow(names)


def _names(node: object) -> Iterator[str]:
    """The names and attributes in an expression."""
    if isinstance(node, (ir.Name, ir.Attribute)):
        yield node.name
    for part in (getattr(node, name, None) for name in node.names) if isinstance(node, ir.Record) else ():
        for inner in part if isinstance(part, (list, tuple)) else (part,):
            yield from _names(inner)


def _follow_class(machine: Machine, cls: Class, methods: list[FunctionValue]) -> None:
    own = _inner_names(methods)
    uncalled = [f for f in methods if id(f.node) not in machine.called and f.node.name not in own]
    init = cls.find("__init__")
    never_made = isinstance(init, FunctionValue) and id(init.node) not in machine.called and init in methods
    made = machine.instances.get(id(cls.state))
    if never_made or (uncalled and made is None):
        _both_ways(machine, partial(_follow_object, machine, cls, uncalled))
    elif isinstance(made, Instance):
        for method in uncalled:
            _both_ways(machine, partial(_follow, machine, method, (made,)))


def _inner_names(methods: list[FunctionValue]) -> set[str]:
    """Methods that are followed where others call them only: when they may be called, those others know."""
    inner = {f.node.name for f in methods if f.node.name.startswith("_") and not f.node.name.endswith("__")}
    found = set(_CONSTRUCTORS)
    for function in methods if inner else ():
        mentioned = {name for node in function.node.inside.body for name in _names(node)}
        found |= mentioned & inner - {function.node.name}
    return found


def _follow_object(machine: Machine, cls: Class, methods: list[FunctionValue], unknown: frozenset[str]) -> None:
    """Makes an object with unknown arguments, and calls its methods."""
    mark = fork.mark_of(machine)
    machine.assumed = {}
    init = cls.find("__init__")
    if isinstance(init, FunctionValue):
        if unknown and not any(p.name in unknown for f in (init, *methods) for p in f.node.parameters):
            return
        made = _call(machine, cls, _unknown_arguments(machine, init, 1, (), unknown))
    else:
        made = _call(machine, cls, Arguments(open=cls.is_open or cls.find("__new__") is not None))
    if isinstance(made, Instance):
        made.hide(machine, "supposed", True)  # the program makes none, or one of a derived class
        for method in methods:
            _follow(machine, method, (made,), unknown)
    fork.forget_learnt(machine, mark)


def _follow(machine: Machine, function: FunctionValue, given: tuple[Value, ...], unknown: frozenset[str]) -> None:
    if unknown and not given and not unknown & function.defaults.keys():
        return
    if not unknown and id(function.node) in machine.called:
        return
    mark = fork.mark_of(machine)
    machine.assumed = {}
    member = function.owner.state.get(function.node.name) if function.owner is not None else None
    if isinstance(member, Static) and function.owner is not None:
        given = (function.owner,) if member.of_class else ()
    _call(machine, function, _unknown_arguments(machine, function, len(given), given, unknown))
    fork.forget_learnt(machine, mark)


def _call(machine: Machine, function: Value, arguments: Arguments) -> Value | None:
    try:
        return machine.call(function, arguments)
    except Raised:  # with these arguments, or always: an abstract method
        return None


def _annotated(machine: Machine, function: FunctionValue, name: str) -> Value:
    """What hints make of it; a tensor where the annotation is the class of one."""
    if hinted(machine, function):
        from .hints import given

        told = given(machine, function, name)
        if told is not None:
            return told
    annotation = next((p.annotation for p in function.node.parameters if p.name == name), None)
    if isinstance(annotation, (ir.Name, ir.Attribute)):
        cls = quietly(machine, lambda: evaluate(machine, function.scope, annotation))
        if isinstance(cls, Class) and cls.path in LIBRARIES:
            return Tensor(Shape.unknown(), None, LIBRARIES[cls.path], origin=machine.origin(f"parameter {name}"))
    return Unknown(f"parameter {name}", ("parameter", Identity(), name))


def _required(function: FunctionValue) -> list[str]:
    own = (p.name for p in function.node.parameters if p.by in ("position", "name"))
    return [name for name in own if name not in function.defaults]


def _is_nothing(default: Value) -> bool:
    return default is NONE or (isinstance(default, Sequence) and default.known == ())


def _unknown_arguments(
    machine: Machine, function: FunctionValue, skip: int, given: tuple[Value, ...], unknown: frozenset[str]
) -> Arguments:
    """Defaults where there are some, unless they are asked to be unknown; further arguments of unknown number where the
    function takes them. What a function other than a constructor may be called without (None, an empty tuple) is
    unknown: such a call need not work with every object."""
    names = [p.name for p in function.node.parameters if p.by in ("position", "name")][skip:]
    values: dict[str, Value] = {}
    for name in names:
        default = None if name in unknown else function.defaults.get(name)
        if default is not None and _is_nothing(default) and function.node.name not in _CONSTRUCTORS:
            default = None
        values[name] = default or _annotated(machine, function, name)
    takes_more = any(p.by in ("rest", "others") for p in function.node.parameters)
    return Arguments(given, values, open=takes_more)

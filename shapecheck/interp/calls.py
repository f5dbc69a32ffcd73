"""Calls of the user's functions."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..core.containers import Sequence, drawn, keyword_arguments
from ..core.dim import Dim
from ..core.disturbing import disturb
from ..core.objects import Class, Instance
from ..core.outcome import Raised
from ..core.plain import NONE, Scalar
from ..core.reading import spoil
from ..core.value import Arguments, Identity, Never, Unknown, Value
from . import fork, trying
from .aftermath import Cut, postponed
from .memo import remembered
from .purse import in_library, in_program
from .recursion import may_change
from .scope import Scope

if TYPE_CHECKING:
    from .flow import Flow
    from .machine import Frame, Machine
    from .values.function import FunctionValue

_DEEPEST_SAME = 24
"""A function inside itself."""
_DEEPEST_GUESSED = 2
"""The same, where it is not known whether it gets there."""

_MOST_CUTS = 8


def call_function(machine: Machine, function: FunctionValue, arguments: Arguments) -> Value:
    """Calls a function of the user's, or of a library that is read."""
    return remembered(machine, function, arguments, lambda: _followed(machine, function, arguments))


def _followed(machine: Machine, function: FunctionValue, arguments: Arguments) -> Value:
    library = function.scope.library
    if library is machine.frame.scope.library:
        return _call(machine, function, arguments)
    if library:
        return in_library(machine, lambda: _call(machine, function, arguments), function.node.name)
    return in_program(machine, lambda: _call(machine, function, arguments))


def _call(machine: Machine, function: FunctionValue, arguments: Arguments) -> Value:
    """Runs the body with the arguments bound; what the paths return is joined."""
    from .execute import execute
    from .flow import NEXT
    from .machine import Frame

    node = function.node
    same = [frame for frame in machine.frames if frame.function is not None and frame.function.node is node]
    if same:
        spoil()
    if len(same) >= _DEEPEST_SAME or (same and _guessed(machine, same, arguments) > _DEEPEST_GUESSED):
        return _cut(machine, function, arguments)
    mark = fork.mark_of(machine)
    machine.called.add(id(node))
    scope = Scope("function", function.scope.path, function.scope)
    inside = node.inside
    scope.module_names, scope.outer_names = inside.module, inside.outer
    frame = Frame(scope, function, len(machine.assumed), mark)
    for name, value in _given(machine, function, arguments, frame).items():
        machine.write(scope.vars, name, value)
    if inside.generator:
        frame.yielded = Sequence("list", ())
    assumed, span = machine.assumed, machine.span
    machine.frames.append(frame)
    machine.stack.append(span)
    try:
        flow = execute(machine, scope, inside.body)
        if flow.kind == "raise" and frame.exits:
            trying.risk(machine, flow.value)
        result = NONE if flow is NEXT else flow.value if flow.kind == "return" else None
        for left in reversed(frame.exits):
            fork.join_exit(machine, left, result is None, assumed)
            value = left.value or NONE
            held = fork.conditions_of(left, assumed)
            result = value if result is None else fork.choose(fork.sides(held, value, result))
    finally:
        machine.frames.pop()
        machine.stack.pop()
        machine.assumed, machine.span = assumed, span
    for cut in frame.cuts:
        result = cut.end(machine, mark, result)
    if frame.yielded is not None:
        generator = drawn(Sequence("generator", *frame.yielded.contents), arguments)
        return postponed(machine, mark, generator, function.scope, node)
    if result is None:
        return _no_return(machine, function, flow)
    return _told(machine, function, result, frame) if node.returns is not None else result


def _given(machine: Machine, function: FunctionValue, arguments: Arguments, frame: Frame) -> dict[str, Value]:
    """The arguments by parameter name, with what is said of them."""
    bound = bind(machine, function, arguments)
    if not hinted(machine, function):
        return bound
    from .hints import taken

    return taken(machine, function, bound, frame.names)


def _told(machine: Machine, function: FunctionValue, result: Value, frame: Frame) -> Value:
    """What is returned, with what is said of it."""
    if not hinted(machine, function):
        return result
    from .hints import returned

    return returned(machine, function, result, frame.names)


def hinted(machine: Machine, function: FunctionValue) -> bool:
    """Something may be said of what the function takes and returns."""
    return (function.node.hinted or machine.project.inputs is not None) and not function.scope.library


def _cut(machine: Machine, function: FunctionValue, arguments: Arguments) -> Value:
    """The call is not followed: it may have changed whatever those did that it stands inside of."""
    first = next(one for one in machine.frames if one.function is not None and one.function.node is function.node)
    cut = Cut(machine, function, arguments)
    cut.end(machine, first.mark, None)
    disturb(machine, *may_change(machine, function, bind(machine, function, arguments)))
    if len(first.cuts) < _MOST_CUTS:
        first.cuts.append(cut)
    else:
        first.cuts[-1].states |= cut.states
    return machine.gap(f"recursion of {function.node.name}")


def _guessed(machine: Machine, same: list[Frame], arguments: Arguments) -> int:
    """How often a function got into itself without it being known that it does, or with nothing known of what it is
    given beside what it had: that many times more tells nothing, and may take exponentially long."""
    had = {id(value) for value in same[-1].scope.vars.values()}
    fresh = [one for one in arguments.positional if isinstance(one, (Unknown, Scalar)) or id(one) not in had]
    if fresh and all(isinstance(one, (Unknown, Scalar)) for one in fresh):
        return len(same) + 1
    return sum(here > before for before, here in pairwise((*(f.conditions for f in same), len(machine.assumed))))


def _no_return(machine: Machine, function: FunctionValue, flow: Flow) -> Value:
    """The function is sure to raise, or never ends. What only says that a subclass should define it may be defined by
    one that we do not see."""
    reason = f"{function.node.name} does not return"
    if flow.kind != "raise":
        return Never(reason)
    cls = flow.value.cls if isinstance(flow.value, Instance) else flow.value
    abstract = isinstance(cls, Class) and cls.is_a("builtins.NotImplementedError")
    if not machine.watches and (abstract or function.scope.library):
        return Unknown(reason)
    raise Raised(flow.value)


def bind(machine: Machine, function: FunctionValue, arguments: Arguments) -> dict[str, Value]:
    """The arguments by parameter name; a parameter that got none and has no default is unknown."""
    bound: dict[str, Value] = {}
    positional = list(arguments.positional)
    keywords = dict(arguments.keywords)
    for parameter in function.node.parameters:
        name = parameter.name
        if parameter.by == "rest":
            more = Unknown("further arguments") if arguments.open else None
            bound[name] = Sequence("tuple", positional, more, Dim.unknown() if more else None)
            positional = []
        elif parameter.by == "others":
            bound[name] = keyword_arguments(keywords, arguments.open)
            keywords = {}
        elif parameter.by == "position" and positional:
            bound[name] = positional.pop(0)
        elif name in keywords:
            bound[name] = keywords.pop(name)
        elif name in function.defaults and not arguments.open:
            bound[name] = function.defaults[name]
        else:
            bound[name] = Unknown(f"parameter {name}", ("parameter", Identity(), name))
    return bound

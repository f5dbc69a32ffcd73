"""`try` and `with`: which handler runs, and what the body may have changed before it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.containers import Sequence
from ..core.objects import Class, Instance
from ..core.outcome import Raised
from ..core.plain import NONE
from ..core.value import Choice, Identity, Unknown, Value
from ..ir import nodes as ir
from . import fork
from .fork import MISSING
from .values.function import FunctionValue

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from .flow import Flow
    from .machine import Machine
    from .scope import Scope

_MOST_SEEN = 6
"""Of a place that held more contents than this while an exception was possible, nothing is known."""


class Watch:
    """What may have happened in the body of a `try`: the exceptions that are possible (None is any), and the contents
    that places may have held when one was raised."""

    __slots__ = ("mark", "pending", "risks", "seen")

    def __init__(self, mark: fork.Mark) -> None:
        self.mark = mark
        self.risks: list[Value | None] = []
        self.pending: dict[fork.Place, tuple[dict[Any, Any], Hashable, Any]] = {}
        self.seen: dict[fork.Place, tuple[dict[Any, Any], Hashable, list[Any]]] = {}

    def saw(self, state: dict[Any, Any], key: Hashable, old: Any, new: Any) -> None:
        """A place changes."""
        place = (id(state), key)
        if self.risks and place not in self.seen and place not in self.pending:
            self.seen[place] = (state, key, [old])
        self.pending[place] = (state, key, new)

    def risk(self, error: Value | None) -> None:
        """An exception may be raised now, with the contents of now."""
        if not any(error is known for known in self.risks):
            self.risks.append(error)
        for place, (state, key, content) in self.pending.items():
            seen = self.seen.setdefault(place, (state, key, []))[2]
            if not any(content is one for one in seen) and len(seen) <= _MOST_SEEN:
                seen.append(content)
        self.pending.clear()

    def enter(self, machine: Machine) -> None:
        """Makes the state of the start, which is the present one, that in which an exception is caught."""
        for state, key, contents in self.seen.values():
            joined = fork.join_contents([({("seen", self, i): True}, content) for i, content in enumerate(contents)])
            if len(contents) > _MOST_SEEN:
                joined = fork.nothing_known(joined)
            if joined is not state.get(key, MISSING):
                fork.record(machine, state, key, joined)

    def outward(self, machine: Machine, left: list[Value | None]) -> None:
        """What no handler is sure to catch is possible in the `try` around, too."""
        if not left or not machine.watches:
            return
        outer = machine.watches[-1]
        for error in left:
            outer.risk(error)
        for place, (state, key, contents) in self.seen.items():
            outer.seen.setdefault(place, (state, key, []))[2].extend(contents)


def risk(machine: Machine, error: Value | None) -> None:
    """An exception is possible here."""
    if machine.watches:
        machine.watches[-1].risk(error)


def checked(machine: Machine, result: Value) -> Value:
    """The result of an operation, in a `try`: it may have failed, or is sure to."""
    if isinstance(result, Unknown):
        error = getattr(result, "error", None)
        found = machine.lookup(f"builtins.{error}") if error else None
        if isinstance(found, Class):
            raise Raised(Instance(found))
        machine.watches[-1].risk(None)
    return result


Handling = tuple["Callable[[Value | None], bool | None]", "Callable[[Value | None], Flow]"]
"""Whether a handler catches an exception, and what it does with it."""


def attempt(
    machine: Machine, body: Callable[[], Flow], handlers: list[Handling], otherwise: Callable[[], Flow] | None = None,
    guards: int = 1,
) -> Flow:
    """Runs the body of a `try`, and the handlers as far as they may run. guards: failures inside are not reported."""
    from .flow import NEXT, Branch, Flow, follow, meet

    mark, before = fork.mark_of(machine), machine.assumed
    watch = Watch(mark)
    machine.watches.append(watch)
    machine.guards += guards
    try:
        flow = body()
    except Raised as raised:
        flow = Flow("raise", raised.value)
    finally:
        machine.watches.pop()
        machine.guards -= guards
    fails = flow.kind == "raise"
    if fails:
        watch.risk(flow.value)
    left, reachable = _sort(watch.risks, handlers)
    watch.outward(machine, left)
    if flow is NEXT and otherwise is not None:
        flow = otherwise()
    if not reachable:
        return flow
    normal = Branch(flow, fork.rewind(machine, mark), machine.assumed)
    machine.assumed = before
    watch.enter(machine)
    error = watch.risks[0] if len(watch.risks) == 1 else None
    if fails:
        return _handle(machine, reachable, error, bool(left))
    key = ("exception", watch)
    assumed = {**before, key: True}
    caught = follow(machine, mark, assumed, lambda: _handle(machine, reachable, error, bool(left)))
    return meet(machine, mark, key, caught, normal._replace(assumed={**normal.assumed, key: False}))


def _sort(risks: list[Value | None], handlers: list[Handling]) -> tuple[list[Value | None], list[Handling]]:
    """The exceptions that may get past all handlers, and the handlers that may run."""
    left, reachable = list(risks), []
    for handler in handlers:
        answers = [handler[0](error) for error in left]
        if any(answer is not False for answer in answers):
            reachable.append(handler)
        left = [error for error, answer in zip(left, answers, strict=True) if answer is not True]
    return left, reachable


def _handle(machine: Machine, reachable: list[Handling], error: Value | None, beyond: bool) -> Flow:
    """One of the handlers that may run, or, beyond them, none of them."""
    from .flow import Flow, split

    if not reachable:
        return Flow("raise", error)
    (_, run), *others = reachable
    if not others and not beyond:
        return run(error)
    key = ("handler", Identity())
    return split(machine, key, lambda: run(error), lambda: _handle(machine, others, error, beyond))


def catches(machine: Machine, caught: Value, error: Value | None) -> bool | None:
    """Whether a handler of a class, or of a tuple of them, catches an exception; None if that is not known."""
    if isinstance(caught, Sequence):
        answers = {catches(machine, one, error) for one in caught}
        return True if True in answers else None if None in answers or caught.known is None else False
    if not isinstance(caught, Class):
        return None
    cls = error.cls if isinstance(error, Instance) else error
    if caught.path in ("builtins.Exception", "builtins.BaseException") and (cls is None or isinstance(cls, Unknown)):
        return True
    if not isinstance(cls, Class):
        return None
    if caught in cls.mro():
        return True
    return None if cls.is_open or caught.is_open else False


def finally_(machine: Machine, act: Callable[[], Flow], last: Callable[[Flow], Flow]) -> Flow:
    """Runs `last` behind a block, however it was left; what it answers is how the whole ends."""
    from .flow import Flow

    first_exit = len(machine.frame.exits)
    try:
        flow = act()
    except Raised as raised:
        flow = Flow("raise", raised.value)
    for left in machine.frame.exits[first_exit:]:
        mark, assumed = fork.mark_of(machine), machine.assumed
        fork.join_exit(machine, left, True, left.assumed)
        machine.assumed = left.assumed
        after = last(Flow(left.kind, left.value))
        left.delta, left.mark = fork.rewind(machine, mark), mark
        left.kind, left.value = after.kind, after.value
        machine.assumed = assumed
    return last(flow)


def run_try(machine: Machine, scope: Scope, node: ir.Try) -> Flow:
    """`try`"""
    from .execute import execute
    from .flow import NEXT

    def body() -> Flow:
        return execute(machine, scope, node.body)

    def otherwise() -> Flow:
        return execute(machine, scope, node.otherwise)

    def guarded() -> Flow:
        return attempt(machine, body, [_handling(machine, scope, one) for one in node.handlers], otherwise)

    def last(flow: Flow) -> Flow:
        after = execute(machine, scope, node.final)
        return flow if after is NEXT else after

    act = guarded if node.handlers else body
    return finally_(machine, act, last) if node.final else act()


def _handling(machine: Machine, scope: Scope, handler: ir.Handler) -> Handling:
    from .evaluate import evaluate
    from .execute import execute
    from .flow import NEXT

    def caught(error: Value | None) -> bool | None:
        return True if handler.caught is None else catches(machine, evaluate(machine, scope, handler.caught), error)

    def run(error: Value | None) -> Flow:
        if handler.name:
            scope.write(machine, handler.name, error or Unknown("a caught exception"))
        machine.caught.append(error)
        try:
            flow = execute(machine, scope, handler.body)
        finally:
            machine.caught.pop()
        if handler.name and flow is NEXT and handler.name in scope.vars:
            machine.write(scope.vars, handler.name, MISSING)
        return flow

    return caught, run


def run_with(machine: Machine, scope: Scope, node: ir.With) -> Flow:
    """`with`: the context is left in whatever way the block ends, and may swallow an exception."""
    from .evaluate import evaluate
    from .execute import assign, execute
    from .flow import NEXT

    manager = evaluate(machine, scope, node.context)
    machine.span = node.context.span
    entered = _on_each(machine, manager, lambda one: _enter(machine, one))
    if node.target is not None:
        assign(machine, scope, node.target, entered)

    def body() -> Flow:
        return execute(machine, scope, node.body)

    def last(flow: Flow) -> Flow:
        _on_each(machine, manager, lambda one: _exit(machine, one, None))
        return flow

    expects = _expects_failure(node.context, manager)
    if not expects and not _may_swallow(manager):
        return finally_(machine, body, last)

    def whole() -> Flow:
        return finally_(machine, body, lambda flow: flow if flow.kind == "raise" else last(flow))

    def swallow(error: Value | None) -> Flow:
        return NEXT if expects else _swallow(machine, manager, error)

    return attempt(machine, whole, [(lambda error: True, swallow)], guards=expects)


def _expects_failure(context: ir.Node, manager: Value) -> bool:
    """The block is there to fail: `with raises(IndexError):`, `with self.assertRaises(ValueError):`."""
    function = context.function if isinstance(context, ir.CallOf) else None
    name = function.name if isinstance(function, (ir.Name, ir.Attribute)) else ""
    named = name in ("raises", "suppress") or name.lower().replace("_", "").startswith("assertraises")
    return named and not (isinstance(manager, Instance) and isinstance(manager.cls.find("__exit__"), FunctionValue))


def _on_each(machine: Machine, manager: Value, act: Callable[[Value], Value]) -> Value:
    return machine.each(manager, act) if isinstance(manager, Choice) else act(manager)


def _enter(machine: Machine, manager: Value) -> Value:
    entered = manager.special(machine, "__enter__") if isinstance(manager, Instance) else manager
    return manager if entered is None else entered


def _exit(machine: Machine, manager: Value, error: Value | None) -> Value:
    """What leaving answers: whether the exception is swallowed."""
    if not isinstance(manager, Instance):
        return NONE
    given: tuple[Value, ...] = (NONE, NONE, NONE)
    if error is not None:
        given = (error.cls if isinstance(error, Instance) else Unknown("an exception"), error, Unknown("a traceback"))
    return manager.special(machine, "__exit__", *given) or NONE


def _may_swallow(manager: Value) -> bool:
    """Leaving it runs code of the program's, or of a library that says so."""
    if isinstance(manager, Choice):
        return any(map(_may_swallow, manager))
    if not isinstance(manager, Instance):
        return False
    return isinstance(manager.cls.find("__exit__"), FunctionValue) or bool(manager.hidden("swallows"))


def _swallow(machine: Machine, manager: Value, error: Value | None) -> Flow:
    from .flow import NEXT, Flow, split

    raised = Flow("raise", error)
    known = error or Unknown("an exception")
    answer, key, when = machine.truth(_on_each(machine, manager, lambda one: _exit(machine, one, known)))
    if answer is not None:
        return NEXT if answer else raised
    ends = (NEXT, raised) if when else (raised, NEXT)
    return split(machine, key, lambda: ends[0], lambda: ends[1])

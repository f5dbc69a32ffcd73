"""How a block ends, and what is left where two ways to go on were both followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.outcome import Raised
from ..core.plain import NONE
from . import fork, trying
from .conditions import assume
from .shown import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ..core.value import Value
    from .machine import Machine


class Flow:
    """How a block ended: next, return, break, continue, raise, or not at all (endless); an expression ends with a
    `value`."""

    __slots__ = ("kind", "value")

    def __init__(self, kind: str, value: Value | None = None) -> None:
        self.kind = kind
        self.value = value


NEXT = Flow("next")
BREAK = Flow("break")
CONTINUE = Flow("continue")


class Branch(NamedTuple):
    """One of two ways to go on: how it ended, what it changed, and what it assumed."""

    flow: Flow
    delta: fork.Delta
    assumed: dict[Any, bool]


def follow(machine: Machine, mark: fork.Mark, assumed: dict[Any, bool], act: Callable[[], Flow]) -> Branch:
    """Goes one way, and takes it back."""
    before, machine.assumed = machine.assumed, assumed
    machine.supposing += 1
    try:
        flow = act()
    except Raised as raised:
        flow = Flow("raise", raised.value)
    finally:
        machine.supposing -= 1
    if flow.kind == "raise":
        trying.risk(machine, flow.value)
    branch = Branch(flow, fork.rewind(machine, mark), machine.assumed)
    machine.assumed = before
    return branch


def split(machine: Machine, key: Hashable, first: Callable[[], Flow], second: Callable[[], Flow]) -> Flow:
    """Goes both ways: the first where the condition holds, the second where it does not."""
    mark, before, shown = fork.mark_of(machine), machine.assumed, machine.trace.shown or Shown()
    level = shown.fork()
    one = follow(machine, mark, {**before, **assume(machine, key, True)}, first)
    shown.side()
    other = follow(machine, mark, {**before, **assume(machine, key, False)}, second)
    shown.side()
    shown.join(level)
    return meet(machine, mark, key, one, other)


def value_of(machine: Machine, key: Hashable, first: Callable[[], Value], second: Callable[[], Value]) -> Value:
    """The value of an expression of which either part is evaluated."""
    flow = split(machine, key, lambda: Flow("value", first()), lambda: Flow("value", second()))
    if flow.kind == "raise":
        raise Raised(flow.value)
    return flow.value or NONE


def meet(machine: Machine, mark: fork.Mark, key: Hashable, first: Branch, second: Branch) -> Flow:
    """Goes on behind two branches that started at the mark: with what they have in common, or with the one that does
    not leave."""
    for leaves, goes_on in ((first, second), (second, first)):
        if leaves.flow.kind in ("raise", "endless"):
            return _go_on(machine, goes_on)
    if first.flow.kind == second.flow.kind:
        fork.merge(machine, mark, key, first.delta, second.delta)
        if first.flow.kind in ("return", "value"):
            both = fork.either(key, first.flow.value or NONE, second.flow.value or NONE)
            return Flow(first.flow.kind, both)
        return first.flow
    leaves, goes_on = (second, first) if first.flow is NEXT else (first, second)
    leave(machine, leaves, mark)
    return _go_on(machine, goes_on)


def _go_on(machine: Machine, branch: Branch) -> Flow:
    fork.replay_delta(machine, branch.delta)
    machine.assumed = branch.assumed
    return branch.flow


def leave(machine: Machine, branch: Branch, mark: fork.Mark) -> None:
    """Remembers a path that left the block early, to be joined where the function or the loop ends."""
    exits = machine.frame.exits
    exits.append(fork.Exit(branch.flow, mark, branch.delta, branch.assumed))

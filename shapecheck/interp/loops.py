"""Loops: known elements are gone through one by one; elements that stand for many are gone through once or twice, and
what each round adds to a list is multiplied by the number of rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.containers import Items, Sequence, join_all, join_values
from ..core.dim import Dim
from ..core.plain import Constant, Scalar
from ..core.truth import Truth
from ..core.value import Memory, Unknown, Value
from . import fork
from .evaluate import evaluate
from .fork import MISSING, Delta

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir import nodes as ir
    from .execute import Flow
    from .machine import Machine
    from .scope import Scope

_MOST_ROUNDS = 24
"""Longer loops over known elements are summarised, unless they are short to run."""
_MOST_ROUNDS_OF_LIBRARIES = 1000
"""A library's tables are long, and its code has a budget of its own."""
_MOST_CASES = 16
"""Elements that can be one of so many values are gone through value by value."""


def run_for(machine: Machine, scope: Scope, node: ir.For) -> Flow:
    """`for`"""
    from .execute import NEXT, assign, execute

    iterable = evaluate(machine, scope, node.iterable)
    machine.span = node.iterable.span  # a data loader computes its samples when it is gone through
    elements = machine.iterate(iterable)
    machine.span = node.iterable.span

    def round(element: Value) -> Flow:
        before = machine.assumed
        assign(machine, scope, node.target, element)
        flow = execute(machine, scope, node.body)
        machine.assumed = before
        return flow

    if not isinstance(elements, Sequence):
        flow = _many(machine, round, elements, Dim.unknown())
    else:
        items, rest, count = _arrange(elements, _MOST_ROUNDS_OF_LIBRARIES if scope.library else _MOST_ROUNDS)
        loose = rest is None and elements.rest is not None
        flow = _one_by_one(machine, round, tuple(item.one_of_many() for item in items) if loose else items)
        if flow is NEXT and rest is not None:
            flow = _many(machine, round, rest, count)
    return execute(machine, scope, node.otherwise) if flow is NEXT and node.otherwise else _after(flow)


def _after(flow: Flow) -> Flow:
    from .execute import NEXT

    return NEXT if flow.kind == "break" else flow


def _arrange(elements: Sequence, most: int) -> tuple[tuple[Value, ...], Value | None, Dim]:
    """The elements to go through one by one, at most so many of them, and what stands for the others."""
    known = elements.known
    if known is not None and len(known) <= most:
        return known, None, Dim.of(0)
    if len(elements.items) > most:
        return (), join_all(tuple(elements)), elements.size
    return elements.items, elements.rest, elements.count


def _one_by_one(machine: Machine, round: Callable[[Value], Flow], items: tuple[Value, ...]) -> Flow:
    from .execute import NEXT

    first_exit = len(machine.frame.exits)
    for item in items:
        flow = round(item)
        _join_exits(machine, first_exit, "continue")
        if flow.kind in ("break", "return", "raise"):
            _join_exits(machine, first_exit, "break")
            return flow
    _join_exits(machine, first_exit, "break")
    return NEXT


def _join_exits(machine: Machine, start: int, kind: str) -> None:
    """Joins the paths that left the body in a way that ends at this loop."""
    exits = machine.frame.exits
    for left in [left for left in reversed(exits[start:]) if left.kind == kind]:
        exits.remove(left)
        fork.join_exit(machine, left, alone=False)


def _many(machine: Machine, round: Callable[[Value], Flow], element: Value, count: Dim) -> Flow:
    """What the rounds learn holds behind the loop only if there is at least one."""
    mark = fork.mark_of(machine)
    flow = _summarise(machine, round, element, count)
    if count.less(1) is not Truth.NO:
        fork.forget_learnt(machine, mark)
    return flow


def _summarise(machine: Machine, round: Callable[[Value], Flow], element: Value, count: Dim) -> Flow:
    """A round for an element that stands for `count` of them; then one more with what changed made general."""
    from .execute import NEXT

    if isinstance(count, Dim) and count.value == 0:
        return NEXT
    first_exit = len(machine.frame.exits)
    mark = fork.mark_of(machine)
    flow = _cases(machine, round, element.one_of_many())
    _join_exits(machine, first_exit, "continue")
    if flow.kind in ("return", "raise", "break"):
        # the first round ends the loop for sure; with no elements it goes on behind it
        _join_exits(machine, first_exit, "break")
        if flow.kind == "return":
            from .execute import leave

            leave(machine, flow, mark, fork.rewind(machine, mark), {})
        return NEXT
    general, growth = _generalise(machine, mark, count)
    again = fork.mark_of(machine)
    recorded, shown = len(machine.trace.calls), machine.trace.shown
    known = 0 if shown is None else len(shown.rows)
    _cases(machine, round, element.one_of_many())
    _join_exits(machine, first_exit, "continue")
    _settle(machine, again, general, growth)
    _forget_uncertain(machine, recorded)
    if shown is not None:
        shown.forget(known)  # a list that the loop fills is, in the general round, as long as it is behind the loop
    _join_exits(machine, first_exit, "break")
    return NEXT


def _cases(machine: Machine, round: Callable[[Value], Flow], element: Value) -> Flow:
    """One round; for an element with few possible values, a round for each, joined where they agree."""
    among = element.among if isinstance(element, Scalar) else None
    if among is None or len(among) > _MOST_CASES:
        return round(element)
    mark = fork.mark_of(machine)
    flows, deltas = [], []
    for payload in among:
        flows.append(round(Constant(payload)))
        deltas.append(fork.rewind(machine, mark))
    joined = deltas[0]
    for delta in deltas[1:]:
        fork.merge(machine, mark, ("case", id(delta)), joined, delta)
        joined = fork.rewind(machine, mark)
    fork.replay_delta(machine, joined)
    return flows[0] if len({flow.kind for flow in flows}) == 1 else round(element)


def _generalise(machine: Machine, mark: fork.Mark, count: Dim) -> tuple[Delta, dict[fork.Place, Dim]]:
    """Makes what one round changed true after any number of rounds; gives back what was made general, and by how
    many elements the lists among it grew."""
    general: Delta = {}
    growth: dict[fork.Place, Dim] = {}
    for place, (state, key, before) in fork.changed_since(machine, mark).items():
        now = state.get(key, MISSING)
        if isinstance(state, Memory) and not fork.same(before, now):
            machine.write(state, key, state.meet(before, now))
            continue
        if before is MISSING or now is MISSING or mark.made_after(state) or fork.same(before, now):
            continue
        if isinstance(before, Items) and isinstance(now, Items):
            new: Any = _grown(before, now, count)
            growth[place] = now.size - before.size
        elif isinstance(before, Value) and isinstance(now, Value):
            new = _widen(before, now)
        else:
            new = now
        machine.write(state, key, new)
        general[place] = (state, key, new)
    return general, growth


def _grown(before: Items, now: Items, count: Dim) -> Items:
    """A list that each round appends the same number of elements to."""
    start = len(before.items)
    if now.items[:start] == before.items and now.rest is before.rest and before.rest is None:
        added = now.items[start:]
        if not added:
            return now
        return Items(before.items, join_all(added), count * len(added))
    if now.items == before.items and now.rest is not None and before.rest is not None:
        step = Dim.of(now.number or 0) - Dim.of(before.number or 0)
        if step.value is not None and step.value >= 0:
            return Items(now.items, join_values(before.rest, now.rest), Dim.of(before.number or 0) + count * step.value)
    if len(now.items) == start and now.rest is before.rest and now.number == before.number:
        return Items(tuple(map(_widen, before.items, now.items)), now.rest, now.number)
    everything = (*now.items, *([now.rest] if now.rest is not None else []))
    rest = join_all((*before.items, *everything)) if everything else Unknown("element of a list that a loop changes")
    return Items((), rest, Dim.unknown())


def _widen(before: Value, now: Value) -> Value:
    if isinstance(before, Constant) and isinstance(now, Constant) and before.type_name == now.type_name:
        return Scalar(before.type_name) if before.type_name in ("int", "float", "str") else join_values(before, now)
    return join_values(before, now)


def _settle(machine: Machine, mark: fork.Mark, general: Delta, growth: dict[fork.Place, Dim]) -> None:
    """After the second round: lists that grew as in the first keep the length worked out for all rounds, and what
    changed once more becomes unknown."""
    for place, (state, key, before) in fork.changed_since(machine, mark).items():
        now = state.get(key, MISSING)
        if before is MISSING or mark.made_after(state) or fork.same(before, now):
            continue
        if isinstance(before, Items) and isinstance(now, Items):
            regular = place in growth and now.size - before.size == growth[place]
            machine.write(state, key, _settled_list(before, now, regular))
        elif place in general and isinstance(before, Value) and isinstance(now, Value):
            machine.write(state, key, _stable(before, now))


def _settled_list(before: Items, now: Items, regular: bool) -> Items:
    if len(now.items) != len(before.items):
        return Items((), Unknown("element of a list that a loop changes"), Dim.unknown())
    items = tuple(map(join_values, before.items, now.items))
    rest = now.rest if before.rest is None else before.rest if now.rest is None else join_values(before.rest, now.rest)
    number = before.number if regular or before.number == now.number else Dim.unknown()
    return Items(items, rest, number)


def _stable(before: Value, now: Value) -> Value:
    joined = join_values(before, now)
    if isinstance(joined, Scalar) or fork.same(joined, before):
        return joined
    return join_values(joined, now)


def _forget_uncertain(machine: Machine, recorded: int) -> None:
    """What fails in the general round only, and did not in the first, is not a proof: the general state may never
    occur."""
    for call in machine.trace.calls[recorded:]:
        if call.mismatch is not None:
            call.mismatch, call.undecided = None, "it may fail in a later round of a loop"
    del machine.trace.calls[recorded:]


def run_while(machine: Machine, scope: Scope, node: ir.While) -> Flow:
    """`while`: as long as the test is known; then one general round."""
    from .execute import NEXT, execute

    first_exit = len(machine.frame.exits)
    for _ in range(_MOST_ROUNDS):
        truth, key, when = machine.truth(evaluate(machine, scope, node.test))
        if truth is False:
            _join_exits(machine, first_exit, "break")
            return execute(machine, scope, node.otherwise)
        if truth is None:
            break
        flow = execute(machine, scope, node.body)
        _join_exits(machine, first_exit, "continue")
        if flow.kind in ("break", "return", "raise"):
            _join_exits(machine, first_exit, "break")
            return _after(flow)
    else:
        key, when = None, True

    def round(_: Value) -> Flow:
        before = machine.assumed
        if key is not None:
            machine.assumed = {**before, key: when}
        flow = execute(machine, scope, node.body)
        machine.assumed = before
        return flow

    flow = _many(machine, round, Unknown("round of a loop"), Dim.unknown())
    return flow if flow is not NEXT else NEXT

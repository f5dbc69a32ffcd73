"""Loops: known elements are gone through one by one; elements that stand for many are gone through until what is known
behind a round is known before it, and what each round adds to a list is multiplied by the number of rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.containers import Sequence, join_all
from ..core.counting import summary
from ..core.dim import Dim
from ..core.ending import of_last_round, with_size
from ..core.plain import Constant, Scalar
from ..core.truth import Truth
from ..core.value import Identity, Unknown, Value, births
from ..ir import nodes as ir
from . import fork, trying
from .conditions import assume
from .evaluate import evaluate
from .flow import NEXT, Branch, Flow, leave, split
from .widening import Widening

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from ..core.ending import Ending
    from .machine import Machine
    from .scope import Scope

_MOST_ROUNDS = 24
"""Longer loops over known elements are summarised, unless they are short to run."""
_MOST_ROUNDS_OF_LIBRARIES = 1000
"""A library's tables are long, and its code has a budget of its own."""
_MOST_NODES = 4000
"""So much code is run, in short loops over many known elements: most comprehensions are."""
_FIRST_ROUNDS = 2
_SHARE = 8
_SHARE_OF_MANY = 64
"""Rounds over numbers, such as epochs, or texts are summarised after the first ones if the others would take more than
this part of the budget; the second is for loops of many rounds."""
_MOST_CASES = 16
"""Elements that can be one of so many values are gone through value by value."""
_ENDS = Flow("ends")
"""The test of a `while` does not hold any more."""


class Loop:
    """One loop under way: where it began, and the paths that leave it."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.mark = fork.mark_of(machine)
        self.assumed = machine.assumed
        self.first_exit = len(machine.frame.exits)

    def left(self, kind: str) -> list[fork.Exit]:
        """The paths that left a round in a way that ends at this loop."""
        return [left for left in self.machine.frame.exits[self.first_exit :] if left.kind == kind]

    def join(self, found: list[fork.Exit], flow: Flow, mark: fork.Mark) -> Flow:
        """Goes on with the present path, if it does, and with those that left."""
        if not found:
            return flow
        alone = flow is not NEXT
        if alone:
            self.set_aside(flow, mark)
        for left in reversed(found):
            self.machine.frame.exits.remove(left)
            fork.join_exit(self.machine, left, alone, self.assumed)
            alone = False
        return NEXT

    def set_aside(self, flow: Flow, mark: fork.Mark) -> None:
        """The present path leaves the loop, while others stay."""
        if flow.kind == "raise":
            trying.risk(self.machine, flow.value)
        elif flow.kind != "endless":
            machine = self.machine
            leave(machine, Branch(flow, fork.rewind(machine, mark), machine.assumed), mark)

    def round(self, act: Callable[[], Flow]) -> Flow:
        """One round, and what `continue` leads to."""
        mark, machine = fork.mark_of(self.machine), self.machine
        flow = act()
        flow = self.join(self.left("continue"), NEXT if flow.kind == "continue" else flow, mark)
        machine.assumed = self.assumed
        return flow

    def was_left(self) -> bool:
        """On some path an earlier round was the last."""
        return len(self.machine.frame.exits) > self.first_exit

    def last(self, act: Callable[[], Flow], ending: Ending) -> Flow:
        """The last round, of an element that is smaller; what fails in it is told as that."""
        recorded = len(self.machine.trace.calls)
        flow = self.round(act)
        for call in self.machine.trace.calls[recorded:]:
            call.when = ending.what
        return flow

    def end(self, flow: Flow, otherwise: Callable[[], Flow]) -> Flow:
        """Behind the last round: `else`, then the paths that left by `break`."""
        found = self.left("break")
        if flow is NEXT:
            flow = otherwise()
        elif flow.kind == "break":
            flow = NEXT
        return self.join(found, flow, self.mark)

    def many(
        self,
        act: Callable[[], Flow],
        count: Dim,
        first: Callable[[], Flow] | None = None,
        fresh: frozenset[fork.Place] = frozenset(),
    ) -> Flow:
        """So many rounds that are alike. fresh: the places of the loop's own names."""
        if count.value == 0:
            return NEXT
        machine = self.machine
        mark, sure, exits = fork.mark_of(machine), count.less(1) is Truth.NO, len(machine.frame.exits)
        flow = self.round(first or act)
        if flow is not NEXT:  # the first round is the last; with no elements the loop ends before it
            if sure or flow is _ENDS:
                return flow
            self.set_aside(flow, mark)
            if flow.kind in ("raise", "endless"):
                fork.rewind(machine, mark)
            self._hide(exits)
            return NEXT
        machine.repeated.add(mark.born + 1, births())
        widening = Widening(machine, mark, count, sure, fresh)
        recorded, shown = len(machine.trace.calls), machine.trace.shown
        known = 0 if shown is None else len(shown.rows)
        stable = False
        while not stable:
            if shown is not None:
                shown.forget(known)
            again = fork.mark_of(machine)
            flow = self.round(act)
            if flow is not NEXT and flow is not _ENDS:
                self.set_aside(flow, again)
                if flow.kind in ("raise", "endless"):
                    fork.rewind(machine, again)
            machine.repeated.add(mark.born + 1, births())
            stable = widening.again(again)
        _forget_uncertain(machine, recorded)
        if shown is not None:
            shown.forget(known, keep=True)
        widening.finish()
        self._hide(exits)
        if not sure:
            fork.forget_learnt(machine, mark)
        return NEXT

    def _hide(self, first: int) -> None:
        """Which of many rounds a path left in is not told by what it assumed of one of them."""
        for left in self.machine.frame.exits[first:]:
            left.assumed = {**self.assumed, ("exit", left.token): True}


def run_for(machine: Machine, scope: Scope, node: ir.For) -> Flow:
    """`for`"""
    from .execute import assign, execute

    iterable = machine.resolve(evaluate(machine, scope, node.iterable))
    machine.span = node.iterable.span  # a data loader computes its samples when it is gone through
    source = iterable if isinstance(iterable, Sequence) else machine.iterate(iterable)
    machine.span = node.iterable.span
    loop = Loop(machine)

    def once(element: Value) -> Callable[[], Flow]:
        def act() -> Flow:
            assign(machine, scope, node.target, element.one_of_many() if many else element)
            return execute(machine, scope, node.body)

        return act

    flow, many = NEXT, False
    rest: Value | None = source
    count = Dim.unknown()
    if isinstance(source, Sequence):
        walk = _Walk(machine, source, _MOST_ROUNDS_OF_LIBRARIES if scope.library else max(_MOST_ROUNDS, _short(node)))
        for item in walk:
            flow = loop.round(once(item))
            if flow is not NEXT:
                break
        rest, count = walk.rest, walk.count
    if flow is NEXT and rest is not None:
        many = True
        ending = source.ending if isinstance(source, Sequence) else None
        last = None
        if ending is not None:
            last, count = of_last_round(rest, ending), ending.rounds
            rest = with_size(rest, ending.size, ending.full)
        first, later = _first_and_later(rest)
        flow = loop.many(
            lambda: _cases(machine, once, later), count, lambda: _cases(machine, once, first),
            fresh=_places(scope, node.target),
        )  # fmt: skip
        if ending is not None and last is not None and flow is NEXT and not loop.was_left():
            flow = loop.last(once(last), ending)
        if isinstance(source, Sequence) and source.one_shot and flow is NEXT:
            source.set(machine, ())
    return loop.end(flow, lambda: execute(machine, scope, node.otherwise))


def _places(scope: Scope, target: ir.Node) -> frozenset[fork.Place]:
    """Where the loop's own names are kept."""
    names = target.items if isinstance(target, ir.Display) else [target]
    return frozenset((id(scope.owner(one.name).vars), one.name) for one in names if isinstance(one, ir.Name))


def _short(node: ir.For) -> int:
    """How many rounds of a loop make little work: the more the less there is in it. A call may be anything."""
    weight = sum(map(_weight, node.body))
    return _MOST_NODES // max(weight, 1) if weight < _MOST_NODES else 0


def _weight(node: object) -> int:
    if isinstance(node, list):
        return sum(map(_weight, node))
    if isinstance(node, tuple):
        return sum(map(_weight, node))
    if not isinstance(node, ir.Node):
        return 0
    if isinstance(node, ir.CallOf):
        added = isinstance(node.function, ir.Attribute) and getattr(node.function.value, "name", "").startswith("~")
        return 8 + sum(map(_weight, node.positional)) if added else _MOST_NODES // _MOST_ROUNDS
    if isinstance(node, (ir.For, ir.While, ir.Function, ir.ClassOf, ir.Try, ir.With)):
        return _MOST_NODES
    return 4 + sum(_weight(getattr(node, name, None)) for name in node.names)


def _first_and_later(rest: Value) -> tuple[Value, Value]:
    return rest.first_of_many(), rest.later_of_many()


class _Walk:
    """The elements to go through one by one; behind them, what stands for the others, and how many they are. The body
    may change what is gone through, and takes from an iterator what it asks it for."""

    def __init__(self, machine: Machine, source: Sequence, most: int) -> None:
        self.machine = machine
        self.source = source.unordered() if source.type_name in ("set", "frozenset") else source
        self.most = self.few = most
        self.rest: Value | None = None
        self.count = Dim.of(0)

    def __iter__(self) -> Iterator[Value]:
        source, at, start = self.source, 0, self.machine.budget.left
        while True:
            contents = source.contents
            if at == 0 and not self._short(contents.items):
                self.rest, self.count = summary(tuple(source)), source.size
                break
            known = source.known if at > 0 or source.rest is not None else contents.items
            items = contents.items if known is None or len(known) > self.most else known
            if source.one_shot:
                if not items:
                    self._others(source, 0)
                    break
                if self._too_dear(at, start, items):
                    self.rest, self.count = summary(items), Dim.of(len(items))
                    source.set(self.machine, ())
                    break
                left = (items[1:], None, None) if items is known else (items[1:], contents.rest, contents.number)
                source.set(self.machine, *left)
                yield items[0] if contents.rest is None else items[0].one_of_many()
            elif at >= len(items) or at > self.most:
                self._others(source, at)
                break
            elif self._too_dear(at, start, items[at:]):
                self.rest, self.count = summary(items[at:]), Dim.of(len(items) - at)
                break
            else:
                item = items[at]
                yield item if contents.rest is None else item.one_of_many()
                if source.contents is not contents and source.known is None and at >= len(source.items):
                    self.rest, self.count = join_all(tuple(source)), Dim.unknown()
                    break
            at += 1

    def _too_dear(self, rounds: int, start: int, left: tuple[Value, ...]) -> bool:
        """The rounds that are left would take a good part of the budget, and go over plain numbers or texts."""
        if rounds < _FIRST_ROUNDS or len(left) < 2 or not all(isinstance(item, Constant) for item in left):
            return False
        share = _SHARE if rounds + len(left) <= self.few else _SHARE_OF_MANY
        return _dear(self.machine, start, rounds, len(left), share)

    def _short(self, items: tuple[Value, ...]) -> bool:
        if len(items) <= self.most:
            return True
        plain = len(items) <= _MOST_ROUNDS_OF_LIBRARIES and all(isinstance(item, Constant) for item in items)
        self.most = max(self.most, len(items)) if plain else self.most
        return plain

    def _others(self, source: Sequence, at: int) -> None:
        known = source.known
        if known is not None and at >= len(known):
            return
        if at > len(source.items):
            self.rest, self.count = join_all(tuple(source)), Dim.unknown()
        else:
            self.rest, self.count = source.rest, source.count


def _dear(machine: Machine, start: int, rounds: int, left: int, share: int) -> bool:
    """The rounds that are left would take a good part of the budget, if they take what those took since the start."""
    spent = start - machine.budget.left
    return spent // rounds * left > machine.budget.left // share


def _cases(machine: Machine, once: Callable[[Value], Callable[[], Flow]], element: Value | None) -> Flow:
    """One round; for an element with few possible values, a round for each, joined where they agree."""
    element = element or Unknown("element")
    among = element.among if isinstance(element, Scalar) else None
    if among is None or len(among) > _MOST_CASES:
        return once(element)()
    cases = [once(Constant(payload)) for payload in among]

    def case(at: int) -> Flow:
        if at == len(cases) - 1:
            return cases[at]()
        return split(machine, ("case", Identity()), cases[at], lambda: case(at + 1))

    return case(0)


def _forget_uncertain(machine: Machine, recorded: int) -> None:
    """What fails in the general round only, and did not in the first, is not a proof: the general state may never
    occur."""
    for call in machine.trace.calls[recorded:]:
        if call.mismatch is not None:
            call.mismatch, call.undecided = None, "it may fail in a later round of a loop"
    del machine.trace.calls[recorded:]


def run_while(machine: Machine, scope: Scope, node: ir.While) -> Flow:
    """`while`: as long as the test is known, and that does not take too long; then in general."""
    from .execute import execute

    loop = Loop(machine)

    def test() -> tuple[bool | None, Hashable, bool]:
        return machine.truth(evaluate(machine, scope, node.test))

    def body() -> Flow:
        return execute(machine, scope, node.body)

    truth, key, when = test()
    start = machine.budget.left
    for rounds in range(_MOST_ROUNDS):
        long = rounds >= _FIRST_ROUNDS and _dear(machine, start, rounds, _MOST_ROUNDS - rounds, _SHARE)
        if truth is not True or long:
            break
        flow = loop.round(body)
        if flow is not NEXT:
            return loop.end(flow, lambda: NEXT)
        truth, key, when = test()
    if truth is False:
        return loop.end(NEXT, lambda: execute(machine, scope, node.otherwise))

    def entered() -> Flow:
        if truth is None:
            machine.assumed = {**machine.assumed, **assume(machine, key, when)}
        return body()

    def again() -> Flow:
        answer, condition, holds = test()
        if answer is False:
            return _ENDS
        if answer is None:
            machine.assumed = {**machine.assumed, **assume(machine, condition, holds)}
        return body()

    flow = loop.many(again, Dim.unknown(low=1 if truth else 0), entered)
    if test()[0] is True:
        flow = Flow("endless")
    return loop.end(flow, lambda: execute(machine, scope, node.otherwise))

"""What a round of a loop changed, made true after any number of rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.containers import Entries, Items, Mapping, Sequence, join_all, join_values
from ..core.dim import Dim
from ..core.joining import is_changeable
from ..core.plain import Constant, Scalar
from ..core.shape import Shape
from ..core.state import tie
from ..core.tensor import Tensor
from ..core.value import Choice, Learnt, Memory, Unknown, Value
from . import fork
from .fork import MISSING

if TYPE_CHECKING:
    from .machine import Machine

_MOST_TRIES = 6
"""What still changes after so many general rounds is given up."""


class Widening:
    """The places that the rounds of one loop change. `sure`: there is at least one round; the first one has just been
    followed from the state at the mark, and `count` is the number of all. `fresh`: what every round sets before
    it reads it, so that no round depends on what another left there."""

    def __init__(self, machine: Machine, mark: fork.Mark, count: Dim, sure: bool, fresh: frozenset[fork.Place]) -> None:
        self.machine = machine
        self.mark = mark
        self.count = count
        self.fresh = fresh
        self.tries = 0
        self.growth: dict[fork.Place, tuple[dict[Any, Any], Items, Items, Dim]] = {}
        for place, (state, key, before) in fork.changed_since(machine, mark).items():
            now = state.get(key, MISSING)
            if mark.made_after(state) or before is now or now is MISSING:
                continue
            if isinstance(before, Items) and isinstance(now, Items) and _regular(before, now):
                self.growth[place] = (state, before, now, now.size - before.size)
                new: Any = Items(*_grown(before, now)[:2], Dim.unknown())
            elif isinstance(state, Learnt):
                new = state.meet(before, now) if isinstance(state, Memory) else now
            elif sure or before is MISSING:
                new = now
            else:
                new = _both(before, now)
            fork.record(machine, state, key, new)

    def again(self, mark: fork.Mark) -> bool:
        """Behind a general round that started at the mark: joins what it changed. Whether nothing did change that was
        not general already."""
        self.tries += 1
        stable = True
        for place, (state, key, before) in fork.changed_since(self.machine, mark).items():
            now = state.get(key, MISSING)
            if before is now or mark.made_after(state) or isinstance(state, Learnt):
                continue
            if place in self.growth and self._grows_alike(place, before, now):
                new: Any = Items(before.items, join_values(before.rest, now.rest), before.number)
                alike = new.rest is before.rest or fork.same(new.rest, before.rest) or _alike(new.rest, before.rest)
            else:
                self.growth.pop(place, None)
                new = now if before is MISSING else before if now is MISSING else _both(before, now)
                alike = before is not MISSING and _alike(before, new)
            if not alike and self.tries > _MOST_TRIES - 2:
                new = fork.nothing_known(new)
            stable = stable and (alike or place in self.fresh)
            if alike:
                _stands_for(before, new)
            kept = before.or_made(now) if isinstance(before, Tensor) else before
            fork.record(self.machine, state, key, kept if alike else new)
        return stable or self.tries >= _MOST_TRIES

    def _grows_alike(self, place: fork.Place, before: Any, now: Any) -> bool:
        if not isinstance(before, Items) or not isinstance(now, Items) or before.rest is None or now.rest is None:
            return False
        return before.items == now.items and now.size - before.size == self.growth[place][3]

    def finish(self) -> None:
        """Lists that grew alike in every round have the length of all of them."""
        for state, before, now, _ in self.growth.values():
            grown = _grown(before, now)
            held = state["contents"]
            number = self.count * (len(now.items) - len(before.items)) if before.rest is None else (
                (before.number or Dim.of(0)) + self.count * _step(before, now)
            )  # fmt: skip
            fork.record(self.machine, state, "contents", Items(grown.items, held.rest, number))


def _stands_for(before: Any, new: Any) -> None:
    """What was there before is kept, and stands for what it was joined with, too."""
    if before is new or type(before) is not type(new):
        return
    if isinstance(before, Items):
        pairs: list[tuple[Any, Any]] = [*zip(before.items, new.items, strict=False), (before.rest, new.rest)]
    elif isinstance(before, Entries):
        pairs = [(one, new.items.get(key)) for key, one in before.items.items()]
    elif isinstance(before, (tuple, Choice)):
        pairs = [*zip(before, new, strict=False)]
    elif isinstance(before, (Sequence, Mapping)):
        pairs = [(before.contents, new.contents)]
        if is_changeable(before) and before.state is not new.state:
            tie(before.state, new.state)
    else:
        return
    for one, other in pairs:
        _stands_for(one, other)


def _step(before: Items, now: Items) -> int:
    return ((now.number or Dim.of(0)) - (before.number or Dim.of(0))).value or 0


def _regular(before: Items, now: Items) -> bool:
    """The round added elements at the end, and did nothing else."""
    if before.rest is None:
        start = len(before.items)
        return now.rest is None and len(now.items) > start and now.items[:start] == before.items
    return now.rest is not None and now.items == before.items and _step(before, now) > 0


def _grown(before: Items, now: Items) -> Items:
    if before.rest is None:
        return Items(before.items, join_all(now.items[len(before.items) :]), None)
    return Items(now.items, now.rest, None)


def _both(before: Any, now: Any) -> Any:
    """What is true before a round and behind it, in general."""
    if isinstance(before, Value) and isinstance(now, Value):
        if isinstance(before, Constant) and isinstance(now, Constant) and before.key() == now.key():
            return before
        return join_values(before, now)
    if isinstance(before, Items) and isinstance(now, Items) and len(before.items) != len(now.items):
        each = (*before.items, *before_rest(before), *now.items, *before_rest(now))
        return Items((), join_all(each) if each else Unknown("element of a list that a loop changes"), Dim.unknown())
    if type(before) is dict and type(now) is dict:
        return {name: _both(before.get(name, what), what) for name, what in {**before, **now}.items()}
    joiner = getattr(before, "join", None)
    return now if joiner is None or isinstance(before, (str, bytes)) else joiner(now)


def before_rest(contents: Items) -> tuple[Value, ...]:
    return () if contents.rest is None else (contents.rest,)


def _alike(before: Any, new: Any) -> bool:
    """The join says no more and no less than what was known before."""
    if before is new or fork.same(before, new):
        return True
    if type(before) is not type(new):
        return False
    if isinstance(before, Scalar):
        facts = ("type_name", "length_", "alphabet", "among", "quotient", "bounds")
        return all(getattr(before, fact) == getattr(new, fact) for fact in facts)
    if isinstance(before, Dim):
        return before == new or (before.atom is not None and new.atom is not None and before.bounds() == new.bounds()
                                 and before.is_unknown and new.is_unknown)  # fmt: skip
    if isinstance(before, Tensor):
        known = (before.dtype, before.library, before.facts) == (new.dtype, new.library, new.facts)
        return known and _alike_shapes(before.shape, new.shape)
    if isinstance(before, Entries):
        same_keys = before.items.keys() == new.items.keys() and before.open == new.open
        return same_keys and all(_alike(one, new.items[key]) for key, one in before.items.items())
    if type(before) is dict:
        return before.keys() == new.keys() and all(_alike(what, new[name]) for name, what in before.items())
    if isinstance(before, (tuple, Choice)):
        mine, theirs = tuple(before), tuple(new)
        return len(mine) == len(theirs) and all(map(_alike, mine, theirs))
    if isinstance(before, (Sequence, Mapping)):
        return before.type_name == new.type_name and _alike(before.contents, new.contents)
    return type(before) is Unknown


def _alike_shapes(before: Shape, new: Shape) -> bool:
    if not before.known_rank or not new.known_rank:
        return before.known_rank is new.known_rank and before == new
    return before.rank == new.rank and all(map(_alike, before, new))

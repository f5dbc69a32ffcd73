"""Forks of the path: every change of state is journalled, so that a branch can be run, taken back, and joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.budget import spend
from ..core.containers import join_values
from ..core.joining import depth
from ..core.plain import Constant
from ..core.reading import MANY, saw, spoil
from ..core.state import MISSING as MISSING
from ..core.tensor import Tensor
from ..core.value import Choice, Identity, Learnt, State, Unknown, Value, births
from .sharing import write_shared

if TYPE_CHECKING:
    from collections.abc import Hashable
    from collections.abc import Sequence as Seq

    from .flow import Flow
    from .machine import Machine

Place = tuple[int, "Hashable"]
Delta = dict[Place, tuple[dict[Any, Any], "Hashable", Any]]
"""What a branch changed: by place, the state, the key, and the new content."""

MOST_ALTERNATIVES = 4


class Mark(NamedTuple):
    """A moment to come back to: how long the journal was, and which states did not exist yet."""

    at: int
    born: int

    def made_after(self, state: dict[Any, Any]) -> bool:
        return isinstance(state, State) and state.born > self.born


def mark_of(machine: Machine) -> Mark:
    """This moment."""
    return Mark(len(machine.journal), births())


class Exit:
    """A path that left the block early, by return, break or continue: the value, and the state it left with, as
    changes against the state at `mark`."""

    __slots__ = ("assumed", "delta", "kind", "mark", "token", "value")

    def __init__(self, flow: Flow, mark: Mark, delta: Delta, assumed: dict[Hashable, bool]) -> None:
        self.kind = flow.kind
        self.value = flow.value
        self.mark = mark
        self.delta = delta
        self.assumed = assumed
        self.token = Identity()


def write(machine: Machine, state: dict[Any, Any], key: Hashable, new: Any) -> None:
    """Changes a place; `MISSING` removes it. Where the state stands for several objects it is that of one of them."""
    if isinstance(state, State):
        saw(state, MANY)
    if isinstance(state, State) and (state.ties is not None or machine.repeated.holds(state)):
        write_shared(machine, state, key, new)
    else:
        record(machine, state, key, new)


def record(machine: Machine, state: dict[Any, Any], key: Hashable, new: Any) -> None:
    """Makes a place hold that."""
    old = dict.get(state, key, MISSING)  # what is written is not read by that
    machine.journal.append((state, key, old))
    if not isinstance(state, State):  # nobody is told when that is read
        spoil()
        machine.caches["changed in secret"] = True
    elif machine.watches:
        saw(state, key)
    for watch in machine.watches:
        watch.saw(state, key, old, new)
    _put(state, key, new)


def _put(state: dict[Any, Any], key: Hashable, new: Any) -> None:
    if new is MISSING:
        state.pop(key, None)
    else:
        state[key] = new


def rewind(machine: Machine, mark: Mark) -> Delta:
    """Takes back everything since the mark, and returns it."""
    spend(len(machine.journal) - mark.at)
    _rebase(machine, mark)
    delta: Delta = {}
    journal = machine.journal
    changes = journal[mark.at :]
    for state, key, _ in changes:  # in the order they were made: the parts of a model run in it
        place = (id(state), key)
        if place not in delta:
            delta[place] = (state, key, dict.get(state, key, MISSING))
    for state, key, old in reversed(changes):
        _put(state, key, old)
    for watch in machine.watches if delta else ():
        for state, key, there in delta.values():
            watch.saw(state, key, there, state.get(key, MISSING))
    del journal[mark.at :]
    return delta


def _rebase(machine: Machine, mark: Mark) -> None:
    """Exits recorded since the mark are told against the state at the mark, which is about to be restored."""
    journal = machine.journal
    for left in machine.frame.exits:
        if left.mark.at <= mark.at:
            continue
        first: dict[Place, Any] = {}
        for state, key, old in journal[left.mark.at :]:
            first.setdefault((id(state), key), old)
        base: Delta = {}
        for state, key, _ in journal[mark.at : left.mark.at]:
            place = (id(state), key)
            base[place] = (state, key, first.get(place, state.get(key, MISSING)))
        left.delta = {**base, **left.delta}
        left.mark = Mark(mark.at, left.mark.born)  # what was made before it left is shared with the paths that went on


def replay_delta(machine: Machine, delta: Delta) -> None:
    """Makes the changes of a branch again."""
    for state, key, new in delta.values():
        record(machine, state, key, new)


def merge(machine: Machine, mark: Mark, key: Hashable, then: Delta, otherwise: Delta) -> None:
    """Joins two branches that started here, at the mark; `key` is the condition that `then` assumed true."""
    merge_several(machine, mark, [({key: True}, then), ({key: False}, otherwise)])


def merge_several(machine: Machine, mark: Mark, branches: Seq[tuple[dict[Hashable, bool], Delta]]) -> None:
    """Joins branches that started here, at the mark, each with the conditions that it assumed."""
    if len(branches) == 1:
        return replay_delta(machine, branches[0][1])
    for place, (state, key) in _inner_first([delta for _, delta in branches]).items():
        now = state.get(key, MISSING)
        inside = mark.made_after(state)  # in the branches that have it
        contents = [
            (held, delta[place][2] if place in delta else now)
            for held, delta in branches
            if place in delta or not inside
        ]
        _settle(machine, state, key, _joined(state, contents))
    return None


def _inner_first(deltas: list[Delta]) -> dict[Place, tuple[dict[Any, Any], Hashable]]:
    """The places that were changed. Two lists are joined by joining their elements, so these come before them."""
    places = {place: (state, key) for delta in deltas for place, (state, key, _) in delta.items()}
    depths = {place: max(depth(delta[place][2]) for delta in deltas if place in delta) for place in places}
    if not any(depths.values()):
        return places
    return {place: places[place] for place in sorted(places, key=depths.__getitem__)}


def restore_older(machine: Machine, mark: Mark) -> None:
    """Takes back, at the end of an analysis, what it changed in states that were there before, such as a library's
    objects and classes; its own states stay as they are, for the rules to read."""
    for state, key, old in reversed(machine.journal[mark.at :]):
        if not mark.made_after(state):
            _put(state, key, old)


def changed_since(machine: Machine, mark: Mark) -> Delta:
    """The places changed since the mark, with what they held then."""
    spend(len(machine.journal) - mark.at)
    old: Delta = {}
    for state, key, before in machine.journal[mark.at :]:
        old.setdefault((id(state), key), (state, key, before))
    return old


def conditions_of(left: Exit, base: dict[Hashable, bool]) -> dict[Hashable, bool]:
    """What a path that left early assumed, beyond what was assumed where the block began."""
    return {key: held for key, held in left.assumed.items() if key not in base} or {("exit", left.token): True}


def sides(held: dict[Hashable, bool], there: Any, now: Any) -> list[tuple[dict[Hashable, bool], Any]]:
    """Two contents: of a path that left under some conditions, and of those that went on."""
    return [(held, there), ({key: not value for key, value in held.items()} if len(held) == 1 else {}, now)]


def join_exit(machine: Machine, left: Exit, alone: bool, base: dict[Hashable, bool]) -> None:
    """Joins the present state with that of a path that left early; `alone` says that no other path got here. base:
    what was assumed where the block began."""
    before = changed_since(machine, left.mark)
    held = conditions_of(left, base)
    for place, (state, key) in _inner_first([before, left.delta]).items():
        now = state.get(key, MISSING)
        there = left.delta[place][2] if place in left.delta else before[place][2]
        if left.mark.made_after(state) and (place not in before or place not in left.delta):
            _settle(machine, state, key, there if place in left.delta else now)
        else:
            _settle(machine, state, key, there if alone else _joined(state, sides(held, there, now)))


def _settle(machine: Machine, state: dict[Any, Any], key: Hashable, new: Any) -> None:
    """Writes what two paths joined to, unless it is there already."""
    if state.get(key, MISSING) is not new:
        record(machine, state, key, new)


def _joined(state: dict[Any, Any], contents: list[tuple[dict[Hashable, bool], Any]]) -> Any:
    """What several branches left in one place."""
    if not isinstance(state, Learnt):
        return join_contents(contents)
    joined = contents[0][1]
    for _, content in contents[1:]:
        if not same(joined, content):
            both = state.meet(joined, content)
            joined = MISSING if both is None else both
    return joined


def forget_learnt(machine: Machine, mark: Mark) -> None:
    """What was learnt since the mark holds only where the path went that way, which it may not have done."""
    for state, key, before in changed_since(machine, mark).values():
        if isinstance(state, Learnt):
            _settle(machine, state, key, _joined(state, [({}, state.get(key, MISSING)), ({}, before)]))


def join_contents(contents: list[tuple[dict[Hashable, bool], Any]]) -> Any:
    """What several branches left in one place, each with its conditions."""
    there = [(held, content) for held, content in contents if content is not MISSING]
    if not there or all(content is there[0][1] for _, content in there):
        return there[0][1] if there else MISSING
    if all(isinstance(content, Value) for _, content in there):
        return choose(there)
    if all(type(content) is dict for _, content in there):
        names = dict.fromkeys(name for _, content in there for name in content)
        return {name: join_contents([(held, content.get(name, MISSING)) for held, content in there]) for name in names}
    joined = there[0][1]
    for _, content in there[1:]:
        joiner = None if isinstance(joined, (str, bytes)) or joined is content else getattr(joined, "join", None)
        joined = joined if joiner is None else joiner(content)
    return joined


def nothing_known(content: Any) -> Any:
    """The content of a place of which nothing is known any more."""
    forgotten = getattr(content, "forgotten", None)
    return forgotten() if forgotten is not None else Unknown("it changes in ways that are not followed")


def either(key: Hashable, left: Value, right: Value) -> Value:
    """`left` where the condition holds, `right` where it does not."""
    return choose([({key: True}, left), ({key: False}, right)])


def choose(branches: Seq[tuple[dict[Hashable, bool], Value]]) -> Value:
    """One of several values, each with conditions without which it is not that one."""
    if all(same(branches[0][1], value) for _, value in branches[1:]):
        return _any_of([value for _, value in branches])
    alternatives = [
        ({**conditions, **held}, value)
        for held, side in branches
        for conditions, value in _alternatives(side)
        if all(conditions.get(key, is_held) == is_held for key, is_held in held.items())
    ]
    if not alternatives or all(same(alternatives[0][1], value) for _, value in alternatives[1:]):
        return _any_of([value for _, value in alternatives or branches])
    if len(alternatives) > MOST_ALTERNATIVES:
        joined = alternatives[0][1]
        for _, value in alternatives[1:]:
            joined = join_values(joined, value)
        return joined
    return Choice(alternatives)


def _any_of(alike: list[Value]) -> Value:
    """One of several values that nothing tells apart but how they were made."""
    first = alike[0]
    if isinstance(first, Tensor):
        for other in alike[1:]:
            first = first.or_made(other)
    return first


def _alternatives(value: Value) -> list[tuple[dict[Hashable, bool], Value]]:
    return list(value.alternatives) if isinstance(value, Choice) else [({}, value)]


def same(left: Any, right: Any) -> bool:
    """Nothing tells the two contents apart."""
    if left is right:
        return True
    if isinstance(left, Tensor) and isinstance(right, Tensor):
        alike = left.shape == right.shape and left.dtype == right.dtype and left.library is right.library
        return alike and left.facts == right.facts
    if isinstance(left, Constant) and isinstance(right, Constant):
        return left.key() == right.key()
    if isinstance(left, Value) or isinstance(right, Value):
        return False
    if isinstance(left, tuple) and isinstance(right, tuple) and len(left) == len(right):
        return all(same(a, b) for a, b in zip(left, right, strict=True))
    if type(left) is dict and type(right) is dict:
        return left.keys() == right.keys() and all(same(left[name], right[name]) for name in left)
    try:
        return bool(left == right)
    except Exception:  # a comparison of contents that we know nothing of
        return False

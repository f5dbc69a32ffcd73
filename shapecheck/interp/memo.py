"""Calls of the program's functions that are remembered: one that is given the same, where all that it reads is as it
was, gives the same and does the same again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.budget import spend
from ..core.dim import Atom, Dim
from ..core.objects import Instance
from ..core.plain import Constant, Scalar
from ..core.reading import MANY, WHOLE, Reads, asked, begin, end, hold, saw
from ..core.state import MISSING, State, serial
from ..core.tensor import Tensor
from ..core.value import Choice, Learnt, Never, Value
from . import fork
from .alike import Given
from .conditions import answer
from .copying import Copy, NotCopied, age
from .sharing import is_many

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ..core.value import Arguments
    from ..ir.nodes import Function
    from .machine import Machine
    from .trace import Call, Gap
    from .values.function import FunctionValue

_LEAST = 150 * 16
"""Calls that take less work are followed each time."""
_MOST_VAIN = 4
"""A function is not watched any more after so many calls that were watched and not seen again."""
_ONCE = ("__init__", "__new__", "__setattr__")
"""These are not called twice with the same."""
_MOST_ALIKE = 4


class About:
    """What is known of some code: how much work it took at most, and the calls that are remembered, by the function and
    the object that it is a method of, where it is one."""

    __slots__ = ("calls", "node", "work")

    def __init__(self, node: Function) -> None:
        self.node = node
        self.work = 0
        self.calls: dict[tuple[int, int], Calls] = {}


class Calls:
    """The remembered calls by what they were given; `vain`: how many were watched since one was seen again."""

    __slots__ = ("by_key", "function", "vain")

    def __init__(self, function: FunctionValue) -> None:
        self.function = function
        self.vain = 0
        self.by_key: dict[Hashable, list[Remembered]] = {}


class Remembered:
    """One call: what it was given and what it read, and what it gave, changed and left in the trace."""

    __slots__ = (
        "asked", "atoms", "born", "calls", "changes", "found", "gaps", "given", "held", "kept", "lengths", "read",
        "result",
    )  # fmt: skip

    def __init__(self, machine: Machine, arguments: Arguments, given: Given) -> None:
        self.held = arguments, machine.decisions
        self.kept: list[object] = []
        self.given = given.things
        self.lengths = [*given.atoms]
        self.born = fork.mark_of(machine).born
        (self.atoms,) = map(age, Dim.unknown().atoms())
        self.asked: list[tuple[Hashable, tuple[bool | None, ...]]] = []
        self.found: list[tuple[State, Hashable, Any]] = []
        self.read: list[tuple[State, Hashable, Any]] = []
        self.result: Value | None = None
        self.changes: list[tuple[dict[Any, Any], Hashable, Any]] = []
        self.calls: list[Call] = []
        self.gaps: list[Gap] = []

    # -- keeping -----------------------------------------------------------------------------------------------

    def keep(self, machine: Machine, mark: fork.Mark, result: Value, reads: Reads, since: tuple[int, int]) -> None:
        """Behind the call. Raises `NotCopied` if it cannot be done again."""
        self.calls, self.gaps = machine.trace.calls[since[0] :], machine.trace.gaps[since[1] :]
        if reads.spoilt or isinstance(result, Never):
            raise NotCopied("more than reading and writing")
        if any(call.mismatch is not None or call.remarks for call in self.calls):
            raise NotCopied("something is wrong in it")
        copy = Copy(machine.meanings, self.born, self.atoms, repeated=machine.repeated)
        self.result = copy.value(result)
        before = fork.changed_since(machine, mark)
        written = [(state, key, dict.get(state, key, MISSING)) for state, key, _ in before.values()]
        for state, key, now in written:  # even where it was the same before: it need not be the next time
            if not isinstance(state, Learnt) and copy.is_old(state):
                self.changes.append((state, key, copy.content(now)))
        for state, key, now in written:
            if isinstance(state, Learnt):
                self._found_out(machine, copy, state, key, now)
        self.asked = [(key, answer(machine, key)) for key in reads.asked]
        made = {id(thing) for thing in reads.held if copy.is_made(thing)}
        self.kept = [thing for thing in reads.held if id(thing) not in made]
        self.read = [
            (state, key, _read_then(machine, state, key, before))
            for (_, key), state in reads.places.items()
            if not (state is machine.demanded and _thing(key) in made) and not self._is_own(key)
        ]
        if self.lengths and any(_speaks_of(then, {*self.lengths}) for _, _, then in self.read):
            raise NotCopied("a length that is known elsewhere, too")

    def _is_own(self, key: Hashable) -> bool:
        """A length that was given, and told, or that the call made."""
        return isinstance(key, Atom) and (key in self.lengths or age(key) > self.atoms)

    def _found_out(self, machine: Machine, copy: Copy, state: Learnt, key: Hashable, now: Any) -> None:
        """A fact; what it says of things that the call made is of no use to others."""
        if isinstance(key, Atom):
            atom = copy.atom(key)
            if atom is not None:
                self.found.append((state, atom, copy.content(now)))
        elif state is machine.demanded and isinstance(now, tuple):
            if copy.value(now[0]) is now[0]:
                self.found.append((state, key, (now[0], *map(copy.content, now[1:]))))
        else:
            place = copy.identity(key)
            if place != key and state is machine.demanded:
                raise NotCopied("a length that has a name")
            self.found.append((state, place, copy.content(now)))

    # -- doing it again ----------------------------------------------------------------------------------------

    def holds(self, machine: Machine, given: Given) -> bool:
        """All that it rests on is as it was."""
        copy = self._copy(machine, given)
        if any(answer(machine, _asked_now(copy, key)) != then for key, then in self.asked):
            return False
        others = {id(was) for was, now in zip(self.given, given.things, strict=True) if was is not now}
        if others and any(id(state) in others for state, _, _ in self.changes):
            return False
        return all(id(state) in others or _as_it_was(machine, state, key, then) for state, key, then in self.read)

    def _copy(self, machine: Machine, given: Given) -> Copy:
        pairs = zip(self.given, given.things, strict=True)
        known = {id(was): now for was, now in pairs if was is not now}
        copy = Copy(machine.meanings, self.born, self.atoms, known)
        copy.sizes = {was: Dim({(now,): 1}) for was, now in zip(self.lengths, given.atoms, strict=True) if was != now}
        return copy

    def again(self, machine: Machine, given: Given) -> Value:
        """Does what it did."""
        copy = self._copy(machine, given)
        assert self.result is not None
        spend(len(self.read) + len(self.calls))
        result = copy.value(self.result)
        changes = [(state, key, copy.content(content)) for state, key, content in self.changes]
        for state, key, content in self.found:
            by_id = state is machine.demanded and _thing(key) is not None
            place = copy.atom(key) if isinstance(key, Atom) else key if by_id else copy.identity(key)
            changes.append((state, place, copy.content(content)))
        for state, key, content in changes:  # type: ignore[assignment]
            fork.record(machine, state, key, content)
        for state, key, _ in self.read:  # whoever watches has read this, too
            saw(state, key)
        for key, _ in self.asked:
            asked(_asked_now(copy, key))
        for thing in self.kept:
            hold(thing)
        machine.trace.calls.extend(self.calls)
        machine.trace.gaps.extend(self.gaps)
        return result


def _thing(key: Hashable) -> int | None:
    """The id of what something was demanded of, where it is told by that."""
    one = key[1] if isinstance(key, tuple) and len(key) == 2 else key
    return one if isinstance(one, int) else None


def _asked_now(copy: Copy, key: Hashable) -> Hashable:
    """A condition, of what this call is given."""
    try:
        return copy.identity(key) if copy.known or copy.sizes else key
    except NotCopied:
        return key


def _speaks_of(content: Any, atoms: set[Atom]) -> bool:
    """Something that was read is told in terms of one of these lengths."""
    if isinstance(content, Tensor):
        return any(dim.atoms() & atoms for part in content.shape.parts for dim in part if dim.value is None)
    if isinstance(content, Dim):
        return bool(content.atoms() & atoms)
    if isinstance(content, Constant):
        return isinstance(content.payload, Dim) and _speaks_of(content.payload, atoms)
    if isinstance(content, Scalar):
        return _speaks_of((content.length_, content.quotient), atoms)
    if isinstance(content, (tuple, Choice)):
        return any(_speaks_of(part, atoms) for part in content)
    return isinstance(content, dict) and any(_speaks_of(part, atoms) for part in content.values())


def _read_then(machine: Machine, state: State, key: Hashable, before: fork.Delta) -> Any:
    """What was read in a place, which may have changed since."""
    if key is MANY:
        return is_many(machine, state)
    if key is not WHOLE:
        found = before.get((id(state), key))
        return dict.get(state, key, MISSING) if found is None else found[2]
    content = {name: dict.__getitem__(state, name) for name in dict.__iter__(state)}
    for at, name in [place for place in before if place[0] == id(state)]:
        old = before[at, name][2]
        content.pop(name, None) if old is MISSING else content.__setitem__(name, old)
    return content


def _as_it_was(machine: Machine, state: State, key: Hashable, then: Any) -> bool:
    if key is MANY:
        return is_many(machine, state) is then
    if key is not WHOLE:
        return _same(dict.get(state, key, MISSING), then)
    names = [*dict.__iter__(state)]
    return names == [*then] and all(dict.__getitem__(state, name) is then[name] for name in names)


def _same(now: Any, then: Any) -> bool:
    """Nothing that is read tells the contents apart."""
    if now is then:
        return True
    if type(now) is not type(then):
        return False
    if isinstance(now, Constant):
        return bool(now.key() == then.key())
    if isinstance(now, tuple):
        return len(now) == len(then) and all(map(_same, now, then))
    return type(now) is dict and [*now] == [*then] and all(_same(one, then[name]) for name, one in now.items())


def remembered(machine: Machine, function: FunctionValue, arguments: Arguments, act: Callable[[], Value]) -> Value:
    """What a call gives: as before, if it is one that is remembered."""
    memo: dict[int, About] = machine.caches.setdefault("memo", {})
    about = memo.get(id(function.node))
    if about is None:
        about = memo[id(function.node)] = About(function.node)
    if about.work < _LEAST or function.node.name in _ONCE or not _may_be(machine):
        return _measured(machine, about, act)
    owner = arguments.positional[0] if arguments.positional else None
    place = id(function), serial(owner.state) if isinstance(owner, Instance) else 0
    calls = about.calls.get(place)
    if calls is None:
        calls = about.calls[place] = Calls(function)
    if calls.vain >= _MOST_VAIN:
        return act()
    given = _told(machine, arguments)
    if given is None:
        return act()
    found = calls.by_key.setdefault(given.key, [])
    for one in found:
        if one.holds(machine, given):
            try:
                result = one.again(machine, given)
            except NotCopied:
                break
            calls.vain = 0
            return result
    if len(found) >= _MOST_ALIKE:
        return act()
    return _watched(machine, calls, Remembered(machine, arguments, given), found, act)


def _may_be(machine: Machine) -> bool:
    """Nothing looks at how a call is followed, beyond what it gives."""
    if machine.trace.shown is not None or machine.watches:
        return False
    return machine.caches.get("replayed") is None and "changed in secret" not in machine.caches


def _told(machine: Machine, arguments: Arguments) -> Given | None:
    try:
        given = Given(arguments, machine.sizes)
        given.key = (given.key, machine.guards > 0, id(machine.decisions))
        hash(given.key)
    except TypeError:  # elements of a tensor that are lists
        return None
    return given


def _work(machine: Machine) -> int:
    return machine.own_budget.left + machine.library_budget.left


def _measured(machine: Machine, about: About, act: Callable[[], Value]) -> Value:
    before = _work(machine)
    try:
        return act()
    finally:
        about.work = max(about.work, before - _work(machine))


def _watched(
    machine: Machine, calls: Calls, one: Remembered, found: list[Remembered], act: Callable[[], Value]
) -> Value:
    """Follows the call, and remembers it."""
    mark, since = fork.mark_of(machine), (len(machine.trace.calls), len(machine.trace.gaps))
    facts = sum(map(len, machine.trace.facts.values()))
    reads = Reads(one.born)
    calls.vain += 1
    begin(reads)
    try:
        result = act()
    finally:
        end()
    if sum(map(len, machine.trace.facts.values())) == facts:
        try:
            one.keep(machine, mark, result, reads, since)
        except NotCopied:
            return result
        found.append(one)
    return result

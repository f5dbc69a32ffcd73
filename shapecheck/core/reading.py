"""Which places of the state are read, while somebody wants to know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .state import Learnt, State

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Place = tuple[int, "Hashable"]

WHOLE: Any = object()
"""The key of a place that is a whole state: all of its keys were looked at."""
MANY: Any = object()
"""The key of a place that is the question whether the state stands for several objects."""


class Reads:
    """The places that were read, of states that were made before a moment."""

    __slots__ = ("asked", "born", "held", "places", "spoilt")

    def __init__(self, born: int) -> None:
        self.born = born
        self.asked: dict[Hashable, None] = {}
        self.held: list[object] = []
        self.spoilt = False
        self.places: dict[Place, State] = {}

    def saw(self, state: State, key: Hashable) -> None:
        if state.born <= self.born:
            self.places[id(state), key] = state


_under_way: list[Reads] = []


def begin(reads: Reads) -> None:
    """From here on reads are noted, until `end`; inside another it gets those of the inner one, too."""
    if not _under_way:
        for name, method in _METHODS.items():
            setattr(State, name, method)
    _under_way.append(reads)


def end() -> None:
    """Stops what was begun last."""
    reads = _under_way.pop()
    if not _under_way:
        for name in _METHODS:
            delattr(State, name)
    else:
        outer = _under_way[-1]
        outer.asked.update(reads.asked)
        outer.held += reads.held
        outer.places.update((place, state) for place, state in reads.places.items() if state.born <= outer.born)


def saw(state: State, key: Hashable) -> None:
    """A place is read in a way that is not seen by itself."""
    if _under_way:
        _under_way[-1].saw(state, key)


def asked(key: Hashable) -> None:
    """Something depends on whether a condition holds."""
    if _under_way:
        _under_way[-1].asked[key] = None


def hold(thing: object) -> None:
    """Something is looked up by the id of a thing: no other may get that."""
    if _under_way:
        _under_way[-1].held.append(thing)


def spoil(state: State | None = None) -> None:
    """What is under way does more than to read and write places; to this state, if it is one that was there before."""
    for reads in _under_way:
        if state is None or state.born <= reads.born:
            reads.spoilt = True


def _of_key(name: str) -> Callable[..., Any]:
    plain = getattr(dict, name)

    def method(self: State, key: Hashable, *more: Any) -> Any:
        reads = _under_way[-1]
        if self.born <= reads.born:
            reads.places[id(self), key] = self
        return plain(self, key, *more)

    return method


def _of_all(name: str) -> Callable[..., Any]:
    plain = getattr(dict, name)

    def method(self: State) -> Any:
        _under_way[-1].saw(self, WHOLE)
        return plain(self)

    return method


def _length(self: State) -> int:
    """Whether there are facts at all is asked before one is looked for: it is looked for, then."""
    if isinstance(self, Learnt):
        return 1
    _under_way[-1].saw(self, WHOLE)
    return dict.__len__(self)


_METHODS: dict[str, Callable[..., Any]] = {
    **{name: _of_key(name) for name in ("__getitem__", "__contains__", "get")},
    **{name: _of_all(name) for name in ("__iter__", "keys", "values", "items")},
    "__len__": _length,
}

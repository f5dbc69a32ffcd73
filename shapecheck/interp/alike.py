"""What a call is given, told so that two calls that are told alike give the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.containers import Mapping, Sequence, Slice
from ..core.dim import Dim
from ..core.objects import Bound
from ..core.plain import Constant, Scalar
from ..core.state import State
from ..core.tensor import Box, Tensor
from ..frameworks import find
from ..frameworks.declare import Spec
from .copying import age

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from ..core.dim import Atom
    from ..core.origin import Origin
    from ..core.value import Arguments, Value


class Given:
    """The arguments of a call: `key` tells them, and `things` are those of their parts that another call may be given
    others of, in the order of the key; so are the `atoms`, of unknown lengths."""

    __slots__ = ("_at", "_sizes", "atoms", "key", "things")

    def __init__(self, arguments: Arguments, sizes: dict[Atom, Dim]) -> None:
        self._sizes = sizes
        self.things: list[Any] = []
        self.atoms: dict[Atom, Dim] = {}
        self._at: dict[int, int] = {}
        self.key: Hashable = (
            tuple(map(self._told, arguments.positional)),
            tuple((name, self._told(value)) for name, value in arguments.keywords.items()),
            arguments.open,
        )

    def _told(self, value: Value) -> Hashable:
        tell = _TELL.get(type(value))
        return id(value) if tell is None else tell(self, value)

    def _seen(self, thing: object) -> int | None:
        """Where it was told of already; if it was not, it is one of the things from here on."""
        at = self._at.setdefault(id(thing), len(self.things))
        if at < len(self.things):
            return at
        self.things.append(thing)
        return None

    def _constant(self, value: Constant) -> Hashable:
        return "constant", value.key(), _place(value.origin)

    def _scalar(self, value: Scalar) -> Hashable:
        if value.drawn_from is not None or value.quotient is not None:
            return id(value)
        at, same = self._seen(value), self._seen(value.identity)
        return at if at is not None else (
            "scalar", same, value.type_name, value.length_, value.alphabet, value.among, value.bounds,
            _place(value.origin),
        )  # fmt: skip

    def _tensor(self, value: Tensor) -> Hashable:
        shape = value.shape
        if not shape.known_rank or not _computed(value) or "reshaped" in value.box.state:
            return id(value)
        at = self._seen(value)
        if at is not None:
            return at
        boxes = tuple(map(self._box, value.box.boxes()))
        origin = _place(value.origin)
        lengths = tuple(map(self._length, shape.dims))
        return "tensor", value.library.name, value.dtype, lengths, value.facts, boxes, origin

    def _length(self, dim: Dim) -> Hashable:
        about: list[Hashable] = [_place(dim.origin)]
        for atom in sorted(dim.atoms(), key=age) if dim.is_unknown else ():
            if age(atom) > 0 and atom not in self.atoms:
                self.atoms[atom] = Dim.named(f" {len(self.atoms)}")
                found = self._sizes.get(atom)
                about.append((atom.low, atom.high) if found is None else self._length(found))
        return dim.substitute(self.atoms), *about

    def _box(self, box: Box) -> Hashable:
        at, same = self._seen(box), self._seen(box.state)
        return at if at is not None else (same, box.facts, getattr(box.state, "ties", None) is None)

    def _sequence(self, value: Sequence) -> Hashable:
        if value.one_shot or value.sources or not _plain(value.state):
            return id(value)
        at, same = self._seen(value), self._seen(value.state)
        if at is not None:
            return at
        parts = self._parts((*value.items, value.rest))
        return same, value.type_name, value.names, value.contents.number, *parts

    def _mapping(self, value: Mapping) -> Hashable:
        if not _plain(value.state):
            return id(value)
        at, same = self._seen(value), self._seen(value.state)
        if at is not None:
            return at
        items = value.items
        return same, value.type_name, value.open, *items, *self._parts(items.values())

    def _parts(self, values: Iterable[Value | None]) -> Iterable[Hashable]:
        return [None if value is None else self._told(value) for value in values]

    def _bound(self, value: Bound) -> Hashable:
        return "bound", self._told(value.function), self._told(value.owner)

    def _slice(self, value: Slice) -> Hashable:
        return "slice", *self._parts((value.start, value.stop, value.step))


def _plain(state: dict[Any, Any]) -> bool:
    """Of a list or dict of its own, that nothing else is known of."""
    return isinstance(state, State) and state.ties is None and dict.__len__(state) == 1


def _place(origin: Origin | None) -> Hashable:
    return None if origin is None else (origin.span, origin.what)


def _computed(tensor: Tensor) -> bool:
    """It is no more than what is told of it: not a part of a graph that is run later."""
    spec = find(f"{tensor.library.tensor}.__add__")
    return isinstance(spec, Spec) and not spec.dialect.graphs


_TELL: dict[type, Callable[[Given, Any], Hashable]] = {
    Constant: Given._constant, Scalar: Given._scalar, Tensor: Given._tensor, Sequence: Given._sequence,
    Mapping: Given._mapping, Bound: Given._bound, Slice: Given._slice,
}  # fmt: skip

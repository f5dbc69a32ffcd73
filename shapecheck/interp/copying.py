"""Copies of what a call gave, as if it had been made anew: what the call made is another thing in each copy, what was
there before is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.containers import Entries, Items, Mapping, Sequence, Slice
from ..core.dim import Dim
from ..core.objects import Bound, Class, Instance
from ..core.plain import Constant, Scalar
from ..core.span import Span
from ..core.state import Identity, State, mark_many
from ..core.tensor import Box, Facts, Tensor
from ..core.value import Arguments, Choice, Native, Unknown, Value
from .fork import MISSING
from .values.module import ModuleValue

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ..core.dim import Atom
    from .sharing import Repeated

    Meanings = dict[tuple[Hashable, bool], dict[Hashable, bool]]

_PLAIN = (type(None), bool, int, float, complex, str, bytes, Span)


def age(atom: Atom) -> int:
    """When an unknown length was made: the greater, the later. 0 for those of other kinds."""
    number = atom.key[1:] if atom.kind == "unknown" else ""
    return int(number) if number.isdigit() else 0


class NotCopied(Exception):
    """Nobody knows how, or what it rests on."""


class Copy:
    """One copy. born, atoms: what was made later is made anew. known: by the id of a thing what takes its place.
    repeated: when what stands for many was made, if that is not written on it."""

    def __init__(
        self, meanings: Meanings, born: int, atoms: int, known: dict[int, Any] | None = None,
        repeated: Repeated | None = None,
    ) -> None:
        self.meanings = meanings
        self.repeated = repeated
        self.born = born
        self.atoms = atoms
        self.known = known or {}
        self.kept: list[Any] = []
        self.sizes: dict[Atom, Dim] = {}
        self.serials: dict[int, int] = {}

    def content(self, content: Any) -> Any:
        """What a place holds."""
        if isinstance(content, Value):
            return self.value(content)
        if content is MISSING or isinstance(content, _PLAIN):
            return content
        if isinstance(content, Identity):
            return self.identity(content)
        if isinstance(content, Dim):
            return self.dim(content)
        if isinstance(content, Facts):
            self._unchanged(content.constant)
            return content
        if isinstance(content, Items):
            return Items(tuple(map(self.value, content.items)), self._one(content.rest), self._number(content.number))
        if isinstance(content, Entries):
            return Entries({self._key(key): self.value(one) for key, one in content.items.items()}, *content[1:])
        if type(content) is tuple:
            return tuple(map(self.content, content))
        if type(content) is dict:
            return {name: self.content(what) for name, what in content.items()}
        raise NotCopied(type(content).__name__)

    def value(self, value: Value) -> Value:
        if id(value) in self.known:
            return self.known[id(value)]  # type: ignore[no-any-return]
        copy = _COPIES.get(type(value))
        made = self._old(value) if copy is None else copy(self, value)
        self.known[id(value)] = made
        self.kept.append(value)
        return made

    def dim(self, dim: Dim) -> Dim:
        """With the unknown lengths that the call made."""
        if dim.value is not None:
            return dim
        made = {age(atom): atom for atom in dim.atoms() if atom.kind == "unknown"}
        if 0 in made:
            raise NotCopied("a length that was left open")
        for number, atom in sorted(made.items()):
            if number > self.atoms and atom not in self.sizes:
                self.sizes[atom] = Dim.unknown(atom.low, None, atom.high)
        return dim.substitute(self.sizes)

    def is_made(self, value: Any) -> bool:
        """The call made it."""
        try:
            return isinstance(value, Value) and self.value(value) is not value
        except NotCopied:
            return False

    def atom(self, atom: Atom) -> Atom | None:
        """An atom in its place; None for one that the call made and that nothing speaks of."""
        if atom in self.sizes:
            return self.sizes[atom].atom
        return atom if age(atom) <= self.atoms else None

    def identity(self, identity: Hashable) -> Hashable:
        """What tells an unknown, or a condition, from others."""
        if isinstance(identity, Identity):
            if id(identity) not in self.known:
                if identity.born <= self.born:
                    return identity
                self.known[id(identity)] = Identity()
                self.kept.append(identity)
            return self.known[id(identity)]  # type: ignore[no-any-return]
        if type(identity) is int and identity > self.born:
            if identity not in self.serials:
                raise NotCopied("the number of something that was made")
            return self.serials[identity]
        if identity is None or isinstance(identity, (bool, int, float, str, bytes)):
            return identity
        if isinstance(identity, Dim):
            return self.dim(identity)
        if type(identity) is tuple:
            return tuple(map(self.identity, identity))
        if isinstance(identity, frozenset):
            return frozenset(map(self.identity, identity))
        if isinstance(identity, Value):
            return self.value(identity)
        if isinstance(identity, Box):
            return self.box(identity)
        raise NotCopied(f"an identity {type(identity).__name__}")

    def state(self, state: State) -> State:
        """The content of something that was made."""
        made = State()
        self.known[id(state)] = made
        self.kept.append(state)
        self.serials[state.born] = made.born
        for key, content in state.items():
            dict.__setitem__(made, key, self.content(content))
        if state.ties is not None and (state.ties.parts or state.ties.wholes):
            raise NotCopied("what stands for others")
        if (state.ties is not None and state.ties.many) or (self.repeated is not None and self.repeated.holds(state)):
            mark_many(made)
        return made

    def _unchanged(self, constant: object) -> None:
        """The elements of a tensor tell of nothing that the call made."""
        if isinstance(constant, tuple):
            for one in constant:
                self._unchanged(one)
        elif isinstance(constant, Dim) and self.dim(constant) is not constant:
            raise NotCopied("elements in terms of a length")

    def is_old(self, state: Any) -> bool:
        """It was there before the call."""
        if not isinstance(state, State):
            raise NotCopied("a state of another kind")
        return state.born <= self.born

    # -- by kind -----------------------------------------------------------------------------------------------

    def _one(self, value: Value | None) -> Value | None:
        return None if value is None else self.value(value)

    def _number(self, number: Dim | None) -> Dim | None:
        return None if number is None else self.dim(number)

    def _key(self, key: Hashable) -> Hashable:
        if not isinstance(key, (str, int, float, bool, bytes, type(None), tuple)):
            raise NotCopied("a key of a dict")
        return self.identity(key) if isinstance(key, tuple) else key

    def _old(self, value: Value) -> Value:
        """A thing of another kind, if it was there before."""
        state = value.scope.vars if isinstance(value, ModuleValue) else getattr(value, "state", None)
        if isinstance(value, Native) or (isinstance(value, Class) and not isinstance(state, State)):
            if "." in (value.name if isinstance(value, Native) else value.path or ""):
                return value
        elif state is not None and self.is_old(state):
            return value
        raise NotCopied(value.kind)

    def _constant(self, value: Constant) -> Value:
        if not isinstance(value.payload, Dim):
            return value
        dim = self.dim(value.payload)
        return value if dim is value.payload else Constant(dim, value.origin)

    def _scalar(self, value: Scalar) -> Value:
        identity = self.identity(value.identity)
        if identity is value.identity:
            return value
        if value.drawn_from is not None or value.quotient is not None:
            raise NotCopied("a scalar that is one of several")
        made = value.one_of_many()
        assert isinstance(made, Scalar)
        made.length_ = self._number(value.length_)
        made.identity = identity
        return made

    def _unknown(self, value: Unknown) -> Value:
        identity = self.identity(value.identity)
        if identity == value.identity:
            return value
        source = None if value.source is None else tuple(map(self._source, value.source))
        return Unknown(value.reason, identity, source, tuple(map(self.value, value.of)))

    def _source(self, part: Any) -> Any:
        """What an unknown was made of."""
        if isinstance(part, Arguments):
            keywords = {name: self.value(one) for name, one in part.keywords.items()}
            return Arguments(tuple(map(self.value, part.positional)), keywords, part.spans, part.open)
        return self.content(part)

    def _choice(self, value: Choice) -> Value:
        return Choice(
            [
                ({self._condition(key): held for key, held in conditions.items()}, self.value(one))
                for conditions, one in value.alternatives
            ]
        )

    def _condition(self, key: Hashable) -> Hashable:
        """A condition, and what is so because of it."""
        made = self.identity(key)
        for held in (True, False) if made != key else ():
            if (key, held) in self.meanings:
                others = self.meanings[key, held].items()
                self.meanings[made, held] = {self.identity(other): answer for other, answer in others}
        return made

    def box(self, box: Box) -> Box:
        """The storage of a tensor."""
        if id(box) in self.known:
            return self.known[id(box)]  # type: ignore[no-any-return]
        base = None if box.base is None else self.box(box.base)
        if self.is_old(box.state):
            made = box if base is box.base else Box(box.state, base, box.seen)
        else:
            made = Box(self.state(box.state), base, box.seen)  # type: ignore[arg-type]
        self.known[id(box)] = made
        self.kept.append(box)
        return made

    def _tensor(self, value: Tensor) -> Value:
        box = self.box(value.box)
        shape = value._shape.map(self.dim)
        if box is value.box and all(new is old for part, was in zip(shape.parts, value._shape.parts, strict=True)
                                    for new, old in zip(part, was, strict=True)):  # fmt: skip
            return value
        if value.node is not None and value.node[0].spec.dialect.graphs:
            raise NotCopied("part of a graph")
        made = Tensor(shape, value.dtype, value.library, box, value.origin)
        made.node = value.node
        return made

    def _sequence(self, value: Sequence) -> Value:
        if value.one_shot or value.sources:
            raise NotCopied("an iterator")
        if self.is_old(value.state):
            return value
        made = Sequence(value.type_name, (), names=value.names)
        self.known[id(value)] = made
        made.state = self.known.get(id(value.state)) or self.state(value.state)
        return made

    def _mapping(self, value: Mapping) -> Value:
        if self.is_old(value.state):
            return value
        made = Mapping(None, False, value.type_name)
        self.known[id(value)] = made
        made.state = self.known.get(id(value.state)) or self.state(value.state)
        return made

    def _instance(self, value: Instance) -> Value:
        if self.is_old(value.state):
            return value
        made = Instance(self.value(value.cls))  # type: ignore[arg-type]
        self.known[id(value)] = made
        made.state = self.known.get(id(value.state)) or self.state(value.state)  # type: ignore[arg-type]
        return made

    def _bound(self, value: Bound) -> Value:
        return Bound(self.value(value.function), self.value(value.owner))

    def _slice(self, value: Slice) -> Value:
        return Slice(self.value(value.start), self.value(value.stop), self.value(value.step))


_COPIES: dict[type, Callable[[Copy, Any], Value]] = {
    Constant: Copy._constant, Scalar: Copy._scalar, Unknown: Copy._unknown, Choice: Copy._choice,
    Tensor: Copy._tensor, Sequence: Copy._sequence, Mapping: Copy._mapping, Instance: Copy._instance,
    Bound: Copy._bound, Slice: Copy._slice,
}  # fmt: skip

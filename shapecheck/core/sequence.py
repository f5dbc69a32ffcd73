"""Lists, tuples, sets and iterators, whose elements may be known only in part."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .budget import spend
from .dim import Dim
from .joining import join_all, join_values
from .plain import Constant, Scalar
from .slices import Slice
from .truth import Truth
from .value import Arguments, Native, State, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from .value import Context

_LONGEST = 4096
"""Sequences with more known items are summarised."""

Values = tuple[Value, ...]


class Items(NamedTuple):
    """The contents of a sequence: they change together, so that two paths join to something consistent."""

    items: Values
    rest: Value | None
    number: Dim | None
    """How many elements `rest` stands for; None is none."""

    @property
    def size(self) -> Dim:
        """How many elements there are."""
        return (self.number or Dim.of(0)) + len(self.items)

    def forgotten(self) -> Items:
        """The contents of a sequence that was changed in ways that are not followed."""
        return Items((), Unknown("element of a sequence that is changed"), Dim.unknown())

    def join(self, other: object) -> Items:
        if not isinstance(other, Items):
            return Items((), Unknown("element of a sequence that differs between paths"), Dim.unknown())
        mine, theirs = Sequence("list", *self), Sequence("list", *other)
        both = mine.join(theirs)
        assert isinstance(both, Sequence)
        return both.contents


class Sequence(Value):
    """Known items first, then `count` copies of `rest`, if there is one: `[header, row, row, ...]`.

    `kind` is list, tuple, set, or the name of an iterator. Lists and sets are mutable: their state is a dict that
    only the context writes to.
    """

    __slots__ = ("names", "state", "type_name")

    def __init__(
        self,
        type_name: str,
        items: Iterable[Value] = (),
        rest: Value | None = None,
        count: Dim | None = None,
        names: tuple[str, ...] = (),
    ) -> None:
        self.type_name = type_name
        self.names = names
        found = tuple(items)
        spend(len(found))
        self.state = State({"contents": Items(found, rest, count)})

    @classmethod
    def list(cls, items: Iterable[Value]) -> Sequence:
        return cls("list", items)

    @classmethod
    def tuple(cls, items: Iterable[Value]) -> Sequence:
        return cls("tuple", items)

    @property
    def kind(self) -> str:  # type: ignore[override]
        return self.type_name

    @property
    def one_shot(self) -> bool:
        """An iterator: what is taken from it is gone."""
        return self.type_name in ("iterator", "generator")

    def taken(self, context: Context) -> Sequence:
        """Its elements, in order, as something that goes over all of them gets them."""
        if self.type_name in ("set", "frozenset"):
            return self.unordered()
        if not self.one_shot or (not self.items and self.rest is None):
            return self
        copy = Sequence(self.type_name, *self.contents)
        self.set(context, ())
        return copy

    def unordered(self) -> Sequence:
        """The elements of a set, one description for all: in which order they come is not known."""
        if len(self.items) + (self.rest is not None) < 2:
            return self
        each = [item.payload if isinstance(item, Constant) else None for item in self.items]
        plain = self.rest is None and None not in each and len({type(one) for one in each}) == 1
        one = Scalar(type(each[0]).__name__, among=tuple(each)) if plain else join_all(tuple(self))
        return Sequence("iterator", (), one, self.size)

    @property
    def contents(self) -> Items:
        found: Items = self.state["contents"]
        return found

    @property
    def items(self) -> Values:
        return self.contents.items

    @property
    def rest(self) -> Value | None:
        return self.contents.rest

    @property
    def count(self) -> Dim:
        """How many elements `rest` stands for."""
        return self.contents.number or Dim.of(0) if self.rest is not None else Dim.of(0)

    @property
    def known(self) -> Values | None:
        """All items, if each is known by itself."""
        if self.rest is None:
            return self.items
        number = self.count.value
        return (*self.items, *([self.rest] * number)) if number is not None and number <= _LONGEST else None

    @property
    def size(self) -> Dim:
        return self.count + len(self.items) if self.items else self.count

    def __iter__(self) -> Iterator[Value]:
        """Every distinct description of an element."""
        yield from self.items
        if self.rest is not None:
            yield self.rest

    def set(
        self, context: Context, items: Iterable[Value], rest: Value | None = None, count: Dim | None = None
    ) -> None:
        """Replaces the contents."""
        found = tuple(items)
        spend(len(found))
        context.write(self.state, "contents", Items(found, rest, count))

    def one_of_many(self) -> Value:
        if self.type_name != "tuple" or self.names:
            return self
        items = tuple(item.one_of_many() for item in self.items)
        alike = all(new is old for new, old in zip(items, self.items, strict=True))
        return self if alike else Sequence(self.type_name, items, self.rest, self.contents.number)

    def make_unknown(self, context: Context) -> None:
        """Something was done to it that is not modelled."""
        self.set(context, (), Unknown(f"element of a {self.kind} that was changed"), Dim.unknown())

    # -- as a value --------------------------------------------------------------------------------------------

    def attribute(self, context: Context, name: str) -> Value:
        if name in self.names:
            return self.items[self.names.index(name)]
        from .sequence_methods import METHODS

        method = METHODS.get(name)
        if method is None:
            return Unknown(f"{self.kind}.{name}")
        return Native(name, lambda context, arguments: method(context, self, arguments))

    def item(self, context: Context, index: Value) -> Value:
        found = index.payload if isinstance(index, Constant) else None
        if isinstance(found, int) and not isinstance(found, bool):
            return self._at(found)
        if isinstance(index, Slice):
            return self._slice(index)
        if self.rest is None and self.items and isinstance(index, (Unknown, Scalar, Constant)):
            return join_all(self.items)
        return self.rest if self.rest is not None and not self.items else Unknown(f"item of a {self.kind}")

    def _at(self, index: int) -> Value:
        known = self.known
        if known is not None:
            if -len(known) <= index < len(known):
                return known[index]
            return Unknown("index past the end")
        if 0 <= index < len(self.items):
            return self.items[index]
        return self.rest if self.rest is not None and (index >= 0 or not self.items) else join_all(tuple(self))

    def _slice(self, index: Slice) -> Value:
        known, bounds = self.known, index.python_slice
        if known is not None and bounds is not None:
            return Sequence(self.type_name, known[bounds])
        if bounds is not None and bounds.step in (None, 1) and self.rest is not None:
            start = bounds.start or 0
            if 0 <= start <= len(self.items) and bounds.stop is None:
                return Sequence(self.type_name, self.items[start:], self.rest, self.count)
            if not self.items and start >= 0 and (bounds.stop or 0) > start:
                few = self.count.less(bounds.stop)
                size = Dim.of(bounds.stop - start) if few is Truth.NO else Dim.unknown()
                return Sequence(self.type_name, (), self.rest, size)
        return Sequence(self.type_name, (), join_all(tuple(self)), Dim.unknown())

    def set_item(self, context: Context, index: Value, new: Value) -> None:
        found = index.payload if isinstance(index, Constant) else None
        known = self.known
        if known is not None and isinstance(found, int) and -len(known) <= found < len(known):
            items = list(known)
            items[found] = new
            self.set(context, items)
        elif known is not None and not isinstance(index, Slice):
            self.set(context, [join_values(item, new) for item in known])
        elif self.rest is not None and not isinstance(index, Slice):
            self.set(context, self.items, join_values(self.rest, new), self.count)
        else:
            self.make_unknown(context)

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if operator == "+" and isinstance(other, Sequence):
            return concatenate(other, self) if reflected else concatenate(self, other)
        if operator == "*":
            return self._repeat(other)
        if operator in ("==", "!=") and isinstance(other, Sequence):
            same = self._same(other)
            return Unknown("comparison of sequences") if same is None else Constant(same == (operator == "=="))
        return None

    def _repeat(self, times: Value) -> Value | None:
        number = times.dim if isinstance(times, Constant) else None
        known = self.known
        if number is None:
            if isinstance(times, (Unknown, Scalar)) and self.items:
                return Sequence(self.type_name, (), join_all(tuple(self)), Dim.unknown())
            return None
        if known is not None and number.value is not None and number.value * len(known) <= _LONGEST:
            return Sequence(self.type_name, known * number.value)
        return Sequence(self.type_name, (), join_all(tuple(self)), self.size * number) if tuple(self) else self

    def _same(self, other: Sequence) -> bool | None:
        mine, theirs = self.known, other.known
        if mine is None or theirs is None:
            return None
        if len(mine) != len(theirs):
            return False
        keys = [(a.key(), b.key()) for a, b in zip(mine, theirs, strict=True)]
        if all(isinstance(v, (Constant, Sequence)) for v in (*mine, *theirs)):
            return all(a == b for a, b in keys)
        return None

    def update(self, context: Context, operator: str, other: Value) -> Value | None:
        if operator == "+" and self.type_name == "list":
            from .sequence_methods import METHODS

            METHODS["extend"](context, self, Arguments((other,)))
            return self
        return None

    def elements(self, context: Context) -> Value:
        return self

    def length(self, context: Context) -> Value:
        return Constant(self.size)

    def truth(self, context: Context) -> bool | None:
        answer = self.size.equals(0)
        return None if answer is Truth.MAYBE else answer is Truth.NO

    def key(self) -> Hashable | None:
        spend(len(self.items) + 8)
        return ("sequence", self.type_name, tuple(item.key() for item in self), self.rest and str(self.size))

    def join(self, other: Value) -> Value | None:
        if not isinstance(other, Sequence) or other.type_name != self.type_name:
            return None
        if self.rest is not None and other.rest is not None and len(self.items) == len(other.items):
            count = self.count if self.count == other.count else Dim.unknown()
            items = map(join_values, self.items, other.items)
            return Sequence(self.type_name, items, join_values(self.rest, other.rest), count)
        mine, theirs = self.known, other.known
        if mine is not None and theirs is not None and len(mine) == len(theirs):
            return Sequence(self.type_name, map(join_values, mine, theirs), names=self.names)
        if not tuple(self) and not tuple(other):
            return self
        count = self.size if self.size == other.size else Dim.unknown()
        return Sequence(self.type_name, (), join_all((*self, *other)), count)

    def __repr__(self) -> str:
        more = f", {self.rest!r} * {self.count}" if self.rest is not None else ""
        return f"{self.type_name}({', '.join(map(repr, self.items))}{more})"


def concatenate(left: Sequence, right: Sequence) -> Sequence:
    """`left + right`"""
    if left.known is not None and len(left.items) < _LONGEST:
        return Sequence(left.type_name, (*left.known, *right.items), right.rest, right.contents.number)
    if not tuple(right):
        return left
    return Sequence(left.type_name, left.items, join_all((left.rest, *right)) if left.rest else None,
                    left.count + right.size)  # fmt: skip

"""Lists, tuples, sets and iterators, whose elements may be known only in part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .budget import spend
from .dim import Dim, maximum
from .joining import join_all, join_values, one_of, stand_for_many
from .plain import BINARY, Constant, Scalar
from .slices import Slice
from .truth import Truth
from .value import Arguments, Failed, Native, State, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from .ending import Ending
    from .value import Context

_LONGEST = 4096
"""Sequences with more known items are summarised."""

Values = tuple[Value, ...]
SETS = frozenset(("set", "frozenset"))


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

    __slots__ = ("ending", "names", "sources", "state", "type_name")
    by_identity = False

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
        self.sources: tuple[tuple[State, Hashable, Any], ...] = ()
        self.ending: Ending | None = None
        found = tuple(items)
        if rest is not None:
            stand_for_many(rest)
        spend(len(found) // 8 + 2)
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
        if self.type_name in SETS:
            return self.unordered()
        if type(self) is not Sequence or not self.one_shot or (not self.items and self.rest is None):
            return self
        copy = Sequence(self.type_name, *self.contents)
        copy.ending = self.ending
        self.set(context, ())
        return copy

    def unordered(self) -> Sequence:
        """The elements of a set: in which order they come is not known, but the same each time until it changes."""
        if len(self.items) + (self.rest is not None) < 2:
            return self
        each = [item.payload for item in self.items if isinstance(item, Constant)]
        if self.rest is not None or len(each) < len(self.items) or len({type(one) for one in each}) > 1:
            return Sequence("iterator", (), join_all(tuple(self)), self.size)
        contents = self.contents
        found = self.state.get(" order")
        if found is None or found[0] is not contents:
            among = tuple(each)
            order = tuple(Scalar(type(among[0]).__name__, among=among) for _ in among)
            for one in order:
                one.drawn_from = among
            found = self.state[" order"] = (contents, order)
        return Sequence("iterator", found[1])

    @property
    def contents(self) -> Items:
        """What it holds; not known any more where what it was drawn from has changed since."""
        found: Items = self.state["contents"]
        changed = any(state.get(key) is not then for state, key, then in self.sources)
        return found.forgotten() if changed else found

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
        if rest is not None:
            stand_for_many(rest)
        spend(len(found) // 8)
        context.write(self.state, "contents", Items(found, rest, count))

    def first_of_many(self) -> Value:
        return self._of_many(lambda item: item.first_of_many())

    def later_of_many(self) -> Value:
        return self._of_many(lambda item: item.later_of_many())

    def _of_many(self, choose: Callable[[Value], Value]) -> Value:
        if self.type_name != "tuple" or self.names:
            return self.one_of_many()
        return Sequence(self.type_name, map(choose, self.items), self.rest, self.contents.number)

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
        from .sets import method as set_method

        if self.type_name in SETS and name not in ("copy", "clear"):
            return Native(name, lambda context, arguments: set_method(context, self, name, arguments) or Unknown(name))
        method = METHODS.get(name)
        if method is None:
            return Unknown(f"{self.kind}.{name}")
        return Native(name, lambda context, arguments: method(context, self, arguments))

    def item(self, context: Context, index: Value) -> Value:
        from .positions import at, cut

        found = index.payload if isinstance(index, Constant) else None
        if isinstance(found, int):
            return at(self, found)
        if isinstance(index, Slice):
            return cut(self, index)
        if isinstance(index, Constant) and index.dim is None and self.type_name in ("list", "tuple"):
            return Failed("TypeError", f"item of a {self.kind}")
        if isinstance(index, (Unknown, Scalar, Constant)) and (self.items or self.rest is not None):
            return one_of(context, tuple(self), index)
        return Unknown(f"item of a {self.kind}")

    def set_item(self, context: Context, index: Value, new: Value) -> None:
        from .positions import put

        put(self, context, index, new)

    def delete_item(self, context: Context, index: Value) -> Value:
        from .positions import delete

        return delete(self, context, index)

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if isinstance(other, Sequence):
            left, right = (other, self) if reflected else (self, other)
            if operator in ("==", "!="):
                return _compare(operator, left, right)
            if self.type_name in SETS:
                from .sets import operate

                return operate(operator, left, right) if other.type_name in SETS else None
            if operator == "+" and left.type_name == right.type_name:
                return concatenate(left, right)
            return _order(operator, left, right) if operator in _ORDER else None
        return self._repeat(other) if operator == "*" else None

    def _repeat(self, times: Value) -> Value | None:
        number = times.dim if isinstance(times, Constant) else None
        known, each = self.known, tuple(self)
        if number is None:
            if isinstance(times, (Unknown, Scalar)) and each:
                return Sequence(self.type_name, (), join_all(each), Dim.unknown())
            return None
        if number.value is not None and number.value <= 0:
            return Sequence(self.type_name)
        if known is not None and number.value is not None and number.value * len(known) <= _LONGEST:
            return Sequence(self.type_name, known * number.value)
        number = number if (number.bounds()[0] or -1) >= 0 else maximum(number, 0)
        return Sequence(self.type_name, (), join_all(each), self.size * number) if each else Sequence(self.type_name)

    def update(self, context: Context, operator: str, other: Value) -> Value | None:
        if self.type_name == "set" and operator in "|&-^":
            from .sets import change

            change(context, self, operator, (other,))
            return self
        if self.type_name != "list":
            return None
        if operator == "+":
            from .sequence_methods import METHODS

            METHODS["extend"](context, self, Arguments((other,)))
            return self
        made = self._repeat(other) if operator == "*" else None
        if isinstance(made, Sequence):
            self.set(context, made.items, made.rest, made.contents.number)
            return self
        return None

    def elements(self, context: Context) -> Value:
        return self

    def length(self, context: Context) -> Value:
        return Constant(self.size)

    def truth(self, context: Context) -> bool | None:
        return True if self.one_shot else self.truth_of_size()

    def truth_of_size(self) -> bool | None:
        """Whether there are elements."""
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
            return Sequence(self.type_name)
        count = self.size if self.size == other.size else Dim.unknown()
        return Sequence(self.type_name, (), join_all((*self, *other)), count)

    def __repr__(self) -> str:
        more = f", {self.rest!r} * {self.count}" if self.rest is not None else ""
        return f"{self.type_name}({', '.join(map(repr, self.items))}{more})"


def drawn(result: Value, arguments: Arguments) -> Value:
    """An iterator, with the arguments that it takes its elements from: those that may change before it is used."""
    if isinstance(result, Sequence) and result.one_shot and not result.sources:
        given = [one for one in arguments.positional if isinstance(getattr(one, "state", None), State)]
        result.sources = tuple(
            source
            for one in given
            for source in (one.sources if isinstance(one, Sequence) and one.one_shot else [
                (one.state, "contents", one.state["contents"])] if "contents" in one.state else [])  # type: ignore[attr-defined]
        )  # fmt: skip
    return result


def concatenate(left: Sequence, right: Sequence) -> Sequence:
    """`left + right`, of the kind of the left one."""
    if left.known is not None and len(left.items) < _LONGEST:
        return Sequence(left.type_name, (*left.known, *right.items), right.rest, right.contents.number)
    if left.rest is None:  # too many to know one by one
        return Sequence(left.type_name, (), join_all((*left, *right)), left.size + right.size)
    return Sequence(left.type_name, left.items, join_all((left.rest, *right)), left.count + right.size)


_ORDER = ("<", "<=", ">", ">=")


def _compare(operator: str, left: Sequence, right: Sequence) -> Value:
    from .equality import equal

    same = equal(left, right)
    if same is None:
        keys = (left.key(), right.key())
        return Unknown("comparison of sequences", None if None in keys else ("==", *keys) if operator == "==" else None)
    return Constant(same is (operator == "=="))


def _order(operator: str, left: Sequence, right: Sequence) -> Value:
    """Of lists or tuples of plain scalars."""
    mine, theirs = left.known, right.known
    if left.type_name == right.type_name and mine is not None and theirs is not None:
        payloads = [[one.payload if isinstance(one, Constant) else left for one in each] for each in (mine, theirs)]
        if not any(isinstance(one, (Value, Dim)) for each in payloads for one in each):
            try:
                return Constant(BINARY[operator](*payloads))
            except TypeError:
                return Failed("TypeError", "values that do not compare")
    return Unknown("order of sequences")

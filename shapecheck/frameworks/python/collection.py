"""`collections`: dicts that count or make what they miss, named tuples, abstract classes. `queues` has the deque."""

from __future__ import annotations

import operator as python
from collections import Counter
from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence, from_key, keyword_arguments, payload_key, truth_value
from ...core.dim import Dim
from ...core.objects import Class, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .holding import contains, derived, filling, of_contents
from .tools import answering, anything, mapping_of, payload, sequence_of, without_first
from .types import CLASSES, METHODS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ...core.value import Context

_MOST = 4096
"""Longer results are summarised."""


class SpecialMapping(Mapping):
    """A dict of a kind of its own, which copies and joins keep."""

    __slots__ = ()

    def with_items(self, items: dict[Hashable, Value], open: bool) -> SpecialMapping:
        raise NotImplementedError

    def attribute(self, context: Context, name: str) -> Value:
        if name == "copy":
            return Native(name, lambda context, arguments: self.with_items(self.items, self.open))
        return super().attribute(context, name)

    def join(self, other: Value) -> Value | None:
        both = super().join(other)
        same = isinstance(both, Mapping) and type(other) is type(self) and other.kind == self.kind
        return self.with_items(both.items, both.open) if same and isinstance(both, Mapping) else both


class DefaultMapping(SpecialMapping):
    """A dict that makes what it misses: `defaultdict(list)`, `Counter()`."""

    __slots__ = ("factory",)

    def __init__(self, factory: Value, items: dict[Hashable, Value] | None, open: bool, type_name: str) -> None:
        super().__init__(items, open, type_name)
        self.factory = factory

    def item(self, context: Context, index: Value) -> Value:
        key = payload_key(index)
        if key is None and self.type_name == "defaultdict":  # any of its items, or a new one, which may be changed now
            self.set(context, {known: Unknown("item of a dict") for known in self.items}, open=True)
        if key is None or key[0] in self.items or self.open:
            return super().item(context, index)
        made = context.call(self.factory, Arguments())
        if self.type_name == "defaultdict":
            self.set_item(context, index, made)
        return made

    def with_items(self, items: dict[Hashable, Value], open: bool) -> DefaultMapping:
        return DefaultMapping(self.factory, items, open, self.type_name)


_ZERO = Native("zero", lambda context, arguments: Constant(0))


def _ordered(context: Context, rest: Arguments) -> Value:
    base = mapping_of(context, rest.positional[0]) if rest.positional else Mapping()
    more = keyword_arguments(rest.keywords, rest.open)
    return Mapping(*(base or Mapping(open=True)).with_more(more), "OrderedDict")


def _default(context: Context, rest: Arguments) -> Value:
    given = rest.positional
    base = mapping_of(context, given[1]) if len(given) > 1 else Mapping()
    items, is_open = (base or Mapping(open=True)).with_more(keyword_arguments(rest.keywords, rest.open))
    if not given or given[0] is NONE:
        return Mapping(items, is_open, "defaultdict")
    return DefaultMapping(given[0], items, is_open, "defaultdict")


def _counter(context: Context, rest: Arguments) -> Value:
    made = CounterMapping({}, False)
    count(context, made, rest, 1)
    return made


class CounterMapping(DefaultMapping):
    """`Counter`: how often each element was seen."""

    __slots__ = ()

    def __init__(self, items: dict[Hashable, Value] | None, open: bool) -> None:
        super().__init__(_ZERO, items, open, "Counter")

    def with_items(self, items: dict[Hashable, Value], open: bool) -> DefaultMapping:
        return CounterMapping(items, open)

    def attribute(self, context: Context, name: str) -> Value:
        method = _COUNTING.get(name)
        if method is None:
            return super().attribute(context, name)
        return Native(name, lambda context, arguments: method(context, self, arguments))

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if operator not in ("+", "-", "|", "&") or not isinstance(other, CounterMapping):
            return super().binary(context, operator, other, reflected)
        left, right = (other, self) if reflected else (self, other)
        one, two = left.numbers, right.numbers
        if one is None or two is None:
            return CounterMapping({}, True)
        result = _COMBINED[operator](Counter(one), Counter(two))
        return CounterMapping({key: Constant(number) for key, number in result.items()}, False)

    @property
    def numbers(self) -> dict[Hashable, int] | None:
        """The counts, if all are known."""
        found = {key: payload(value) for key, value in self.items.items()}
        return None if self.open or not all(isinstance(number, int) for number in found.values()) else found


_COMBINED: dict[str, Callable[..., Any]] = {"+": python.add, "-": python.sub, "|": python.or_, "&": python.and_}


def count(context: Context, counter: CounterMapping, arguments: Arguments, sign: int) -> Value:
    """`update` and `subtract`: elements to count, or counts to add."""
    more = CounterMapping({}, False)
    given = arguments.positional[0] if arguments.positional else NONE
    if isinstance(given, Mapping):
        more = CounterMapping(given.items, given.open)
    elif given is not NONE:
        found = sequence_of(context, given)
        keys = [payload_key(item) for item in (found.known or () if found is not None else ())]
        sure = found is not None and found.known is not None and None not in keys
        numbers = Counter(key[0] for key in keys if key is not None)
        more = CounterMapping({key: Constant(number) for key, number in numbers.items()}, not sure)
    old, new = counter.numbers, CounterMapping(more.items | dict(arguments.keywords.items()), more.open).numbers
    if old is None or new is None or arguments.open:
        counter.set(context, {}, True)
    else:
        total = {**old, **{key: old.get(key, 0) + sign * number for key, number in new.items()}}
        counter.set(context, {key: Constant(number) for key, number in total.items()})
    return NONE


def _most_common(context: Context, counter: CounterMapping, arguments: Arguments) -> Value:
    numbers, most = counter.numbers, payload(arguments.get(0, "n"))
    if numbers is None or (arguments.positional and not isinstance(most, int)):
        pair = Sequence.tuple((Unknown("element of a Counter"), Scalar("int")))
        return Sequence("list", (), pair, Dim.unknown())
    pairs = Counter(numbers).most_common(most)
    return Sequence.list(Sequence.tuple((from_key(key), Constant(number))) for key, number in pairs)


def _elements(context: Context, counter: CounterMapping, arguments: Arguments) -> Value:
    numbers = counter.numbers
    if numbers is None or sum(abs(number) for number in numbers.values()) > _MOST:
        return anything("iterator", "element of a Counter")
    return Sequence("iterator", map(from_key, Counter(numbers).elements()))


def _total(context: Context, counter: CounterMapping, arguments: Arguments) -> Value:
    numbers = counter.numbers
    return Scalar("int") if numbers is None else Constant(sum(numbers.values()))


_COUNTING: dict[str, Callable[[Context, CounterMapping, Arguments], Value]] = {
    "most_common": _most_common, "elements": _elements, "total": _total,
    "update": lambda context, counter, arguments: count(context, counter, arguments, 1),
    "subtract": lambda context, counter, arguments: count(context, counter, arguments, -1),
}  # fmt: skip


_OWN = {"OrderedDict": "move_to_end", "Counter": "most_common elements total subtract"}
"""The methods that a kind of dict has beside those of dict."""


def _kind_of_dict(name: str, make: Callable[[Context, Arguments], Value]) -> None:
    """Declares a kind of dict; a class of the program may derive from it."""

    def new(context: Context, arguments: Arguments) -> Value:
        owner, rest = arguments.positional[0], without_first(arguments)
        if owner is cls or not isinstance(owner, Class):
            return make(context, rest)
        return derived(context, owner, make(context, Arguments()), rest)

    own = {method: of_contents(method) for method in _OWN.get(name, "").split()}
    cls = library_class(f"collections.{name}", CLASSES["dict"], __new__=new, __init__=filling(make), **own)
    declare(f"collections.{name}", cls)


for _name, _make in {"OrderedDict": _ordered, "defaultdict": _default, "Counter": _counter}.items():
    _kind_of_dict(_name, _make)
declare("collections.UserString", Unknown("a UserString"))
_READING = "get keys values items"
def _got(context: Context, arguments: Arguments) -> Value:
    """What classes that define `__getitem__` have of `Mapping`: the item if there is one."""
    if len(arguments.positional) < 2:
        return Unknown("an item of a mapping")
    found = context.item(arguments.positional[0], arguments.positional[1])
    return Unknown("an item or its default") if isinstance(found, Unknown) else found


_ABSTRACT = (
    "Iterable Iterator Sequence MutableSequence Mapping MutableMapping Collection Container Sized Hashable Set "
    "MutableSet Callable Generator AsyncIterator AsyncGenerator Awaitable Coroutine ItemsView KeysView ValuesView "
    "Reversible ByteString"
)
for _name in _ABSTRACT.split():
    _own = {"get": _got} if _name in ("Mapping", "MutableMapping") else {}
    _class = library_class(f"collections.abc.{_name}", CLASSES["object"], __class_getitem__=answering("first"), **_own)
    declare(f"collections.abc.{_name}", _class)


# -- containers of containers --------------------------------------------------------------------------------------


def _data(context: Context, arguments: Arguments) -> Value:
    return context.attribute(arguments.positional[0] if arguments.positional else NONE, "data")


def _user_init(kind: str) -> Callable[[Context, Arguments], Value]:
    def init(context: Context, arguments: Arguments) -> Value:
        made = context.call(CLASSES[kind], without_first(arguments))
        arguments.positional[0].set_attribute(context, "data", made)
        return NONE

    return init


def _delegate(name: str, to: Callable[[Context, Arguments], Value]) -> Callable[[Context, Arguments], Value]:
    """A method that is that of what the object holds."""

    def run(context: Context, arguments: Arguments) -> Value:
        held, rest = to(context, arguments), without_first(arguments)
        if name == "__getitem__" and rest.positional:
            return context.item(held, rest.positional[0])
        if name == "__setitem__" and len(rest.positional) == 2:
            held.set_item(context, *rest.positional)
            return NONE
        if name == "__len__":
            return held.length(context)
        if name == "__iter__":
            return context.iterate(held)
        if name == "__contains__":
            return truth_value(contains(held, rest.get(0, "key") or NONE), "in")
        return context.call(context.attribute(held, name), rest)

    return run


_SPECIAL = ("__getitem__", "__setitem__", "__len__", "__iter__", "__contains__")
for _name, _kind in {"UserDict": "dict", "UserList": "list"}.items():
    _members = {name: _delegate(name, _data) for name in (*_SPECIAL, *METHODS[_kind].split())}
    _path = f"collections.{_name}"
    declare(_path, library_class(_path, CLASSES["object"], __init__=_user_init(_kind), **_members))


def _chain_init(context: Context, arguments: Arguments) -> Value:
    maps = Sequence.list(arguments.positional[1:] or [Mapping()])
    arguments.positional[0].set_attribute(context, "maps", Unknown("maps") if arguments.open else maps)
    return NONE


def _merged(context: Context, arguments: Arguments) -> Value:
    """All maps as one dict; the first that has a key counts."""
    found = context.attribute(arguments.positional[0], "maps")
    maps = found.known if isinstance(found, Sequence) else None
    items: dict[Hashable, Value] = {}
    for one in reversed(maps or ()):
        if not isinstance(one, Mapping):
            return Mapping({}, open=True)
        items = {**({} if one.open else items), **one.items}
    every = [one for one in maps or () if isinstance(one, Mapping)]
    return Mapping(items, maps is None or any(one.open for one in every))


def _chain_set(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) == 3:
        context.item(context.attribute(arguments.positional[0], "maps"), Constant(0)).set_item(
            context, *arguments.positional[1:]
        )
    return NONE


_members = {name: _delegate(name, _merged) for name in (*_SPECIAL, *_READING.split()) if name != "__setitem__"}
declare("collections.ChainMap", library_class(
    "collections.ChainMap", CLASSES["object"], __init__=_chain_init, __setitem__=_chain_set, **_members
))  # fmt: skip

"""`collections`, `heapq`, `bisect` and `queue`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, payload_key
from ...core.objects import Class, Static, library_class
from ...core.plain import NONE, Constant
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .tools import answering, anything, harmless, mapping_of, native, plain, sequence_of
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ...core.value import Context


class DefaultMapping(Mapping):
    """A dict that makes what it misses: `defaultdict(list)`, `Counter()`."""

    __slots__ = ("factory",)

    def __init__(self, factory: Value, items: dict[Hashable, Value] | None, open: bool, type_name: str) -> None:
        super().__init__(items, open, type_name)
        self.factory = factory

    def item(self, context: Context, index: Value) -> Value:
        key = payload_key(index)
        if key is None or key[0] in self.items or self.open:
            return super().item(context, index)
        made = context.call(self.factory, Arguments())
        if self.type_name == "defaultdict":
            self.set_item(context, index, made)
        return made

    def with_items(self, items: dict[Hashable, Value], open: bool) -> DefaultMapping:
        return DefaultMapping(self.factory, items, open, self.type_name)

    def join(self, other: Value) -> Value | None:
        both = super().join(other)
        same = isinstance(both, Mapping) and isinstance(other, DefaultMapping) and other.type_name == self.type_name
        return self.with_items(both.items, both.open) if same and isinstance(both, Mapping) else both


_ZERO = Native("zero", lambda context, arguments: Constant(0))


def _ordered(context: Context, arguments: Arguments) -> Value:
    given = arguments.positional[1:]
    base = mapping_of(context, given[0]) if given else Mapping()
    if base is None:
        return Mapping(dict(arguments.keywords.items()), True, "OrderedDict")
    return Mapping(base.items | dict(arguments.keywords.items()), base.open, "OrderedDict")


def _default(context: Context, arguments: Arguments) -> Value:
    given = arguments.positional[1:]
    base = mapping_of(context, given[1]) if len(given) > 1 else Mapping()
    items = base.items | dict(arguments.keywords.items()) if base is not None else {}
    is_open = base is None or base.open
    if not given or given[0] is NONE:
        return Mapping(items, is_open, "defaultdict")
    return DefaultMapping(given[0], items, is_open, "defaultdict")


def _counter(context: Context, arguments: Arguments) -> Value:
    given = arguments.positional[1:]
    if not given and not arguments.keywords:
        return DefaultMapping(_ZERO, {}, False, "Counter")
    found = sequence_of(context, given[0]) if given and not isinstance(given[0], Mapping) else None
    keys = [payload_key(item) for item in (found.known or () if found is not None else ())]
    if found is None or found.known is None or None in keys or arguments.keywords:
        return Mapping({}, True, "Counter")
    counts: dict[Hashable, int] = {}
    for key in keys:
        if key is not None:
            counts[key[0]] = counts.get(key[0], 0) + 1
    return DefaultMapping(_ZERO, {key: Constant(number) for key, number in counts.items()}, False, "Counter")


def _deque(context: Context, arguments: Arguments) -> Value:
    given = arguments.positional[1:]
    longest = arguments.get(2, "maxlen") or NONE
    found = sequence_of(context, given[0]) if given else Sequence("deque")
    if longest is not NONE:
        return Unknown("a deque of limited length")
    if found is None:
        return anything("deque", "element of a deque")
    return Sequence("deque", found.items, found.rest, found.contents.number)


for _name, _make in {"OrderedDict": _ordered, "defaultdict": _default, "Counter": _counter}.items():
    declare(f"collections.{_name}", library_class(f"collections.{_name}", CLASSES["dict"], __new__=_make))
declare("collections.deque", library_class("collections.deque", CLASSES["object"], __new__=_deque))
declare("collections.ChainMap", Unknown("a ChainMap"))
for _name in ("UserDict", "UserList", "UserString"):
    declare(f"collections.{_name}", Unknown(f"collections.{_name}"))
_ABSTRACT = (
    "Iterable Iterator Sequence MutableSequence Mapping MutableMapping Collection Container Sized Hashable Set "
    "MutableSet Callable Generator AsyncIterator AsyncGenerator Awaitable Coroutine ItemsView KeysView ValuesView "
    "Reversible ByteString"
)
for _name in _ABSTRACT.split():
    _class = library_class(f"collections.abc.{_name}", CLASSES["object"], __class_getitem__=answering("first"))
    declare(f"collections.abc.{_name}", _class)


# -- named tuples --------------------------------------------------------------------------------------------------


def named_tuple(name: str, fields: tuple[str, ...], defaults: dict[str, Value]) -> Class:
    """A class whose call gives a tuple with names."""

    def make(context: Context, arguments: Arguments) -> Value:
        given = dict(zip(fields, arguments.positional[1:], strict=False))
        given.update(arguments.keywords)
        values = [given.get(field) or defaults.get(field) or Unknown(f"field {field}") for field in fields]
        return Sequence("tuple", values, names=fields)

    def make_of(context: Context, arguments: Arguments) -> Value:
        found = sequence_of(context, arguments.positional[0]) if arguments.positional else None
        known = found.known if found is not None else None
        return make(context, Arguments((NONE, *known))) if known is not None else Unknown(f"a {name}")

    state: dict[str, Value] = {
        "__new__": Native(name, make),
        "_make": Static(Native(f"{name}._make", make_of)),
        "_fields": Sequence.tuple(map(Constant, fields)),
    }
    return Class(name, (CLASSES["tuple"],), state)


@native("collections.namedtuple")
def namedtuple(context: Context, arguments: Arguments) -> Value:
    known = plain(Arguments(arguments.positional))
    if known is None or len(known[0]) < 2 or not isinstance(known[0][0], str):
        return Unknown("a namedtuple")
    listed = known[0][1]
    fields = tuple(listed.replace(",", " ").split() if isinstance(listed, str) else map(str, listed))
    defaults = arguments.keywords.get("defaults", NONE)
    last = defaults.known or () if isinstance(defaults, Sequence) else ()
    return named_tuple(known[0][0], fields, dict(zip(fields[len(fields) - len(last) :], last, strict=False)))


# -- heaps and the like --------------------------------------------------------------------------------------------


@native("heapq.heappush")
def pushed(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) == 2 and isinstance(arguments.positional[0], Sequence):
        heap, new = arguments.positional
        each = (*heap, new) if isinstance(heap, Sequence) else (new,)
        if isinstance(heap, Sequence):
            from ...core.containers import join_all

            heap.set(context, (), join_all(each), heap.size + 1)
    return NONE


@native("heapq.heappop", "heapq.heapreplace", "heapq.heappushpop", "heapq.heapify")
def changed(context: Context, arguments: Arguments) -> Value:
    if arguments.positional and isinstance(arguments.positional[0], Sequence):
        arguments.positional[0].make_unknown(context)
    return Unknown("element of a heap")


harmless("heapq", unknown="nlargest nsmallest merge")
harmless("bisect", int="bisect bisect_left bisect_right", unknown="insort insort_left insort_right")
harmless("queue", unknown="Queue PriorityQueue LifoQueue SimpleQueue Empty Full")

"""`functools`, `operator`, `copy` and `itertools`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, join_all, join_values
from ...core.dim import Dim, product
from ...core.objects import Instance, Property
from ...core.plain import NONE, Constant, Scalar
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, State, Unknown, Value
from ..declare import declare
from .collection import DefaultMapping
from .tools import answering, anything, binary, call, harmless, native, payload, rows_of, sequence_of, without_first

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ...core.value import Context

_MOST = 4096
"""Longer results of `itertools` are summarised."""

# -- functools -----------------------------------------------------------------------------------------------------


class Partial(Value):
    """`functools.partial`: a function with some arguments given."""

    __slots__ = ("function", "given")
    kind = "function"

    def __init__(self, function: Value, given: Arguments) -> None:
        self.function = function
        self.given = given

    def call(self, context: Context, arguments: Arguments) -> Value:
        before = len(self.given.positional)
        spans = {at + before if isinstance(at, int) else at: span for at, span in arguments.spans.items()}
        keywords = {**self.given.keywords, **arguments.keywords}
        positional = (*self.given.positional, *arguments.positional)
        return context.call(self.function, Arguments(positional, keywords, spans, self.given.open or arguments.open))

    def attribute(self, context: Context, name: str) -> Value:
        known: dict[str, Value] = {
            "func": self.function,
            "args": Sequence.tuple(self.given.positional),
            "keywords": Mapping(dict(self.given.keywords.items())),
        }
        return known.get(name) or Unknown(f"partial.{name}")

    def truth(self, context: Context) -> bool | None:
        return True

    def key(self) -> Hashable | None:
        return ("partial", id(self))


@native("functools.partial", "functools.partialmethod")
def partial(context: Context, arguments: Arguments) -> Value:
    if not arguments.positional:
        return Unknown("partial")
    return Partial(arguments.positional[0], without_first(arguments))


@native("functools.reduce")
def reduced(context: Context, arguments: Arguments) -> Value:
    found = sequence_of(context, arguments.positional[1]) if len(arguments.positional) > 1 else None
    if found is None:
        return Unknown("reduce of an unknown sequence")
    function, each = arguments.positional[0], list(found.known if found.known is not None else found.items)
    value = arguments.positional[2] if len(arguments.positional) > 2 else each.pop(0) if each else None
    if value is None:
        return Unknown("reduce of an unknown sequence")
    for item in each:
        value = call(context, function, value, item)
    if found.known is not None or found.rest is None:
        return value
    more = call(context, function, value, found.rest)
    return join_values(value, join_values(more, call(context, function, more, found.rest)))


@native("functools.lru_cache", "functools.cache", "functools.total_ordering")
def decorating(context: Context, arguments: Arguments) -> Value:
    """A decorator that leaves the function, or makes one that does."""
    first = arguments.positional[0] if arguments.positional else NONE
    if len(arguments.positional) == 1 and not arguments.keywords and not isinstance(first, (Constant, Unknown)):
        return first
    return Native("decorator", answering("first"))


def computed(context: Context, arguments: Arguments) -> Value:
    return Property(arguments.positional[0]) if arguments.positional else Unknown("a property")


declare(
    "functools.wraps", Native("functools.wraps", lambda context, arguments: Native("decorator", answering("first")))
)
declare("functools.update_wrapper", Native("functools.update_wrapper", answering("first")))
declare("functools.cached_property", Native("functools.cached_property", computed))
harmless("functools", unknown="singledispatch singledispatchmethod cmp_to_key WRAPPER_ASSIGNMENTS")

# -- operator ------------------------------------------------------------------------------------------------------

_OPERATORS = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "matmul": "@",
    "and_": "&", "or_": "|", "xor": "^", "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=",
    "iadd": "+", "imul": "*", "isub": "-", "concat": "+",
}  # fmt: skip


def _operator(name: str, symbol: str) -> None:
    @native(f"operator.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        two = arguments.positional
        return binary(context, symbol, two[0], two[1]) if len(two) == 2 else Unknown(name)


for _name, _symbol in _OPERATORS.items():
    _operator(_name, _symbol)


@native("operator.neg")
def negative(context: Context, arguments: Arguments) -> Value:
    return arguments.positional[0].unary(context, "-") if arguments.positional else Unknown("neg")


@native("operator.getitem")
def item_of(context: Context, arguments: Arguments) -> Value:
    return context.item(*arguments.positional) if len(arguments.positional) == 2 else Unknown("getitem")


def _getter(name: str, get: Callable[[Context, Value, Value], Value]) -> None:
    @native(f"operator.{name}")
    def make(context: Context, arguments: Arguments) -> Value:
        wanted = arguments.positional
        if arguments.open:
            return Unknown(f"{name} of an unknown number of keys")

        def run(context: Context, arguments: Arguments) -> Value:
            owner = arguments.positional[0] if arguments.positional else NONE
            found = [get(context, owner, one) for one in wanted]
            return found[0] if len(found) == 1 else Sequence.tuple(found)

        return Native(name, run)


def _attribute(context: Context, owner: Value, name: Value) -> Value:
    text = payload(name)
    for part in text.split(".") if isinstance(text, str) else ():
        owner = context.attribute(owner, part)
    return owner if isinstance(text, str) else Unknown("attribute")


_getter("itemgetter", lambda context, owner, index: context.item(owner, index))
_getter("attrgetter", _attribute)
harmless("operator", unknown="methodcaller not_ truth is_ is_not contains countOf indexOf index")

# -- copy ----------------------------------------------------------------------------------------------------------


@native("copy.copy")
def copied(context: Context, arguments: Arguments) -> Value:
    value = arguments.positional[0] if arguments.positional else NONE
    if isinstance(value, Sequence):
        return _same_sequence(value, value.items, value.rest)
    if isinstance(value, Mapping):
        return _same_mapping(value, value.items)
    if isinstance(value, Instance):
        return Instance(value.cls, State(value.state))
    return value


@native("copy.deepcopy")
def copied_deeply(context: Context, arguments: Arguments) -> Value:
    return _deep(arguments.positional[0], {}) if arguments.positional else Unknown("deepcopy")


def _same_sequence(value: Sequence, items: tuple[Value, ...], rest: Value | None) -> Sequence:
    return Sequence(value.type_name, items, rest, value.contents.number, value.names)


def _same_mapping(value: Mapping, items: dict[Hashable, Value]) -> Mapping:
    if isinstance(value, DefaultMapping):
        return value.with_items(items, value.open)
    return Mapping(items, value.open, value.type_name)


def _deep(value: Value, seen: dict[int, Value]) -> Value:
    """The value with all that changes copied; what was one object stays one."""
    if id(value) in seen:
        return seen[id(value)]
    if isinstance(value, Sequence):
        rest = None if value.rest is None else _deep(value.rest, seen)
        made: Value = _same_sequence(value, tuple(_deep(item, seen) for item in value.items), rest)
    elif isinstance(value, Mapping):
        made = _same_mapping(value, {key: _deep(item, seen) for key, item in value.items.items()})
    elif isinstance(value, Instance):
        made = Instance(value.cls)
        seen[id(value)] = made
        for name, held in value.state.items():
            made.state[name] = _deep(held, seen) if isinstance(held, Value) else _deep_hidden(held, seen)
    elif isinstance(value, Tensor):
        made = value.with_facts()
    else:
        made = value
    seen[id(value)] = made
    return made


def _deep_hidden(held: object, seen: dict[int, Value]) -> object:
    """What a library's class keeps: dicts and tuples of values."""
    if isinstance(held, dict):
        return type(held)({k: _deep(v, seen) if isinstance(v, Value) else v for k, v in held.items()})
    if isinstance(held, (list, tuple)) and type(held) in (list, tuple):
        return type(held)(_deep(v, seen) if isinstance(v, Value) else v for v in held)
    return held


# -- itertools -----------------------------------------------------------------------------------------------------


def _columns(context: Context, arguments: Arguments) -> list[Sequence] | None:
    found = [sequence_of(context, value) for value in arguments.positional]
    return None if arguments.open or None in found else [one for one in found if one is not None]


@native("itertools.chain")
def chained(context: Context, arguments: Arguments) -> Value:
    return _chain(_columns(context, arguments))


def _chain(columns: list[Sequence] | None) -> Value:
    if columns is None:
        return anything("iterator", "element of a chain")
    from ...core.containers import concatenate

    result = Sequence("iterator")
    for column in columns:
        result = concatenate(result, column)
    return result


@native("itertools.chain.from_iterable")
def chained_from(context: Context, arguments: Arguments) -> Value:
    outer = sequence_of(context, arguments.positional[0]) if arguments.positional else None
    if outer is None or outer.known is None:
        inner = sequence_of(context, join_all(tuple(outer))) if outer is not None and tuple(outer) else None
        each = tuple(inner) if inner is not None else ()
        return Sequence("iterator", (), join_all(each) if each else Unknown("element of a chain"), Dim.unknown())
    return _chain(_columns(context, Arguments(outer.known)))


@native("itertools.product")
def products(context: Context, arguments: Arguments) -> Value:
    columns = _columns(context, arguments)
    times = payload(arguments.keywords.get("repeat") or Constant(1))
    if columns is None or not isinstance(times, int) or not 0 <= times <= 8:
        return anything("iterator", "element of a product")
    columns = columns * times
    known = [column.known for column in columns]
    size = product([column.size for column in columns])
    if None not in known and size.value is not None and size.value <= _MOST:
        return Sequence("iterator", map(Sequence.tuple, itertools.product(*(one or () for one in known))))
    row = Sequence.tuple(join_all(tuple(column)) for column in columns)
    return Sequence("iterator", (), row, size)


def _selection(name: str, python: Callable[..., object]) -> None:
    @native(f"itertools.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        found = sequence_of(context, arguments.positional[0]) if arguments.positional else None
        size = payload(arguments.get(1, "r"))
        known = found.known if found is not None else None
        if found is None or not isinstance(size, int) or not 0 <= size <= 8:
            return anything("iterator", f"element of {name}")
        if known is not None and len(known) ** size <= _MOST:
            return Sequence("iterator", map(Sequence.tuple, python(known, size)))  # type: ignore[call-overload]
        row = Sequence.tuple([join_all(tuple(found))] * size)
        return Sequence("iterator", (), row, Dim.unknown())


for _name in ("combinations", "permutations", "combinations_with_replacement"):
    _selection(_name, getattr(itertools, _name))


@native("itertools.islice")
def cut(context: Context, arguments: Arguments) -> Value:
    from ...core.containers import Slice

    found = sequence_of(context, arguments.positional[0]) if arguments.positional else None
    bounds = arguments.positional[1:]
    if found is None or not 1 <= len(bounds) <= 3:
        return anything("iterator", "element of a slice")
    return Sequence("iterator", found.items, found.rest, found.contents.number).item(
        context, Slice(NONE, bounds[0]) if len(bounds) == 1 else Slice(*bounds)
    )


@native("itertools.repeat")
def repeated(context: Context, arguments: Arguments) -> Value:
    if not arguments.positional:
        return Unknown("repeat")
    times = arguments.get(1, "times")
    count = times.dim if isinstance(times, Constant) else None
    return Sequence("iterator", (), arguments.positional[0], count or Dim.unknown())


@native("itertools.count")
def counted(context: Context, arguments: Arguments) -> Value:
    floats = any(isinstance(payload(value), float) for value in arguments.positional)
    return Sequence("iterator", (), Scalar("float" if floats else "int"), Dim.unknown())


@native("itertools.cycle")
def cycled(context: Context, arguments: Arguments) -> Value:
    found = sequence_of(context, arguments.positional[0]) if arguments.positional else None
    if found is None or not tuple(found):
        return anything("iterator", "element of a cycle")
    return Sequence("iterator", (), join_all(tuple(found)), Dim.unknown())


@native("itertools.zip_longest")
def zipped_longest(context: Context, arguments: Arguments) -> Value:
    columns = _columns(context, arguments)
    if not columns:
        return anything("iterator", "element of zip_longest()")
    fill = arguments.keywords.get("fillvalue", NONE)
    known = [column.known for column in columns]
    if None not in known:
        rows = itertools.zip_longest(*(one or () for one in known), fillvalue=fill)
        return Sequence("iterator", map(Sequence.tuple, rows))
    row = Sequence.tuple(join_all((*column, fill)) for column in columns)
    return Sequence("iterator", (), row, Dim.unknown())


@native("itertools.starmap")
def starmapped(context: Context, arguments: Arguments) -> Value:
    found = sequence_of(context, arguments.positional[1]) if len(arguments.positional) == 2 else None
    if found is None or found.known is None:
        return anything("iterator", "element of starmap()")
    results = []
    for row in found.known:
        one = sequence_of(context, row)
        known = one.known if one is not None else None
        results.append(Unknown("result") if known is None else call(context, arguments.positional[0], *known))
    return Sequence("iterator", results)


@native("itertools.tee")
def teed(context: Context, arguments: Arguments) -> Value:
    found = sequence_of(context, arguments.positional[0]) if arguments.positional else None
    times = payload(arguments.get(1, "n") or Constant(2))
    if found is None or not isinstance(times, int) or not 0 <= times <= 8:
        return Unknown("tee")
    copies = (Sequence("iterator", found.items, found.rest, found.contents.number) for _ in range(times))
    return Sequence.tuple(copies)


@native("itertools.pairwise")
def pairs(context: Context, arguments: Arguments) -> Value:
    found = sequence_of(context, arguments.positional[0]) if arguments.positional else None
    if found is None or found.known is None:
        return anything("iterator", "pair")
    rows, _, _ = rows_of([Sequence.tuple(found.known), Sequence.tuple(found.known[1:])])
    return Sequence("iterator", map(Sequence.tuple, rows))


harmless("itertools", unknown="accumulate groupby takewhile dropwhile filterfalse compress batched")

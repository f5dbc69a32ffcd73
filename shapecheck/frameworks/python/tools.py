"""What the declarations of this package share."""

from __future__ import annotations

from functools import reduce
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from ...core.containers import Mapping, Sequence, join_all
from ...core.dim import Dim, minimum
from ...core.objects import Class, Instance, bare, library_class
from ...core.outcome import Undecided
from ...core.plain import NONE, Constant, Scalar
from ...core.sets import settled
from ...core.value import Arguments, Choice, Failed, Native, Never, Unknown, Value
from ..declare import declare
from .held import Held, answer, plain_python, small, valued

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from ...core.value import Context, NativeFunction

F = TypeVar("F", bound="NativeFunction")
_SPREAD = 24
_CERTAIN = (ValueError, ArithmeticError)
"""What a function of Python raises for the values that it is given, rather than for what we made of them."""
_MANY = 2**31
"""An iterator without an end has more elements than this."""
SCALARS = frozenset(("int", "float", "str", "bool", "bytes", "complex"))


def native(*paths: str) -> Callable[[F], F]:
    """Declares a function on values under full paths."""

    def decorate(function: F) -> F:
        for path in paths:
            declare(path, Native(path, function))
        return function

    return decorate


def plain(arguments: Arguments) -> tuple[list[Any], dict[str, Any]] | None:
    """The arguments in plain Python; None if one is not known, or known in terms of sizes only."""
    if arguments.open:
        return None
    try:
        positional = [python_of(value) for value in arguments.positional]
        return positional, {name: python_of(value) for name, value in arguments.keywords.items()}
    except Undecided:
        return None


def python_of(value: Value) -> Any:
    """A value in plain Python. Raises `Undecided`."""
    return plain_python(value)


def prints_alike(value: Value) -> bool:
    """What we make of the value in Python has the same text as the program's own."""
    if isinstance(value, Sequence):
        known = value.known
        own = value.type_name in ("list", "tuple") and not value.names
        return own and known is not None and all(map(prints_alike, known))
    if isinstance(value, Mapping):
        return value.type_name == "dict" and not value.open and all(map(prints_alike, value.items.values()))
    return isinstance(value, (Constant, Held))


def compute(function: Callable[..., Any], arguments: Arguments, kind: str) -> Value:
    """Python's own answer for arguments that are known, else a scalar of a kind."""
    known = plain(arguments)
    if known is None:
        return result(kind)
    try:
        return valued(function(*known[0], **known[1]))
    except Exception as error:  # the program itself fails here, or the function refuses what we made of a value
        reason = f"{type(error).__name__} in {getattr(function, '__name__', 'a call')}"
        return Failed(type(error).__name__, reason) if isinstance(error, _CERTAIN) else Unknown(reason)


def pure(path: str, function: Callable[..., Any], kind: str) -> None:
    """Declares a cheap function of Python without side effects."""
    declare(path, Native(path, lambda context, arguments: compute(function, arguments, kind)))


def computed(module: str, **kinds: str) -> None:
    """Declares functions of a module that are pure and quick on small arguments: Python's own answer where these are
    known, else what the kind says: `str="dedent indent"`."""
    for kind, names in kinds.items():
        for name in names.split():
            path = f"{module}.{name}"
            declare(path, Native(path, _running(module, name, kind.strip("_"))))


def _running(module: str, name: str, kind: str) -> NativeFunction:
    def run(context: Context, arguments: Arguments) -> Value:
        known = plain(arguments)
        if known is None or not small(known):
            return result(kind, f"{module}.{name}")
        function = getattr(import_module(module), name, None)  # newer Pythons have more
        return result(kind) if function is None else compute(function, arguments, kind)

    return run


def held_class(path: str, **methods: NativeFunction | Value) -> Class:
    """Declares a class whose objects never change: a call with known arguments makes the real one."""
    module, _, name = path.rpartition(".")
    unknown = Unknown(f"a {name}")

    def make(context: Context, arguments: Arguments) -> Value:
        if arguments.positional[0] is not cls:
            return Instance(arguments.positional[0]) if isinstance(arguments.positional[0], Class) else unknown
        return answer(getattr(import_module(module), name), without_first(arguments))

    cls = library_class(path, **{"__new__": make, **methods})
    declare(path, cls)
    return cls


def result(kind: str, reason: str = "a library's value") -> Value:
    """A fresh value of a kind: None, a scalar's type, `texts` or `ints` for a list of them, `never` for a function
    that does not return, or unknown."""
    if kind in SCALARS:
        return Scalar(kind)
    if kind == "None":
        return NONE
    if kind in ("texts", "ints"):
        return Sequence("list", (), Scalar("str" if kind == "texts" else "int"), Dim.unknown())
    return Never(reason) if kind == "never" else Unknown(reason)


def harmless(module: str, **kinds: str) -> None:
    """Declares functions of a module that nothing is known of but the kind of their result: `float="time clock"`."""
    for kind, names in kinds.items():
        for name in names.split():
            path = f"{module}.{name}"
            declare(path, Native(path, answering(kind.strip("_"), path)))


def answering(kind: str, reason: str = "a library's value") -> NativeFunction:
    """A native that ignores its arguments; `first` answers the first of them, `self` likewise."""
    if kind in ("first", "self"):
        return lambda context, arguments: arguments.positional[0] if arguments.positional else NONE
    return lambda context, arguments: result(kind, reason)


def without_first(arguments: Arguments) -> Arguments:
    """The arguments behind `self` or a class."""
    return Arguments(arguments.positional[1:], arguments.keywords, None, arguments.open)


def payload(value: Value | None) -> Any:
    """What a known scalar is in Python, sizes excepted; None for everything else."""
    found = value.payload if isinstance(value, Constant) else None
    return None if isinstance(found, Dim) else found


def comparable(value: Value) -> Any:
    """What orders a value: itself in plain Python; None if that is not known."""
    try:
        return plain_python(bare(value))
    except Undecided:
        return None


def text_of(value: Value | None) -> str | None:
    """The text of a known text, or of a `pathlib.Path` on one."""
    if isinstance(value, Instance):
        found = value.hidden("text")
        return found if isinstance(found, str) else None
    found = payload(value)
    return found if isinstance(found, str) else None


def sequence_of(context: Context, value: Value) -> Sequence | None:
    """What a loop over the value goes over, if that is known at all."""
    found = context.iterate(value)
    return found if isinstance(found, Sequence) else None


def bag_of(context: Context, value: Value) -> Sequence | None:
    """The elements of the value in any order: those of a set are known one by one."""
    found = value if isinstance(value, Sequence) and not value.one_shot else sequence_of(context, value)
    if found is None or found.rest is not None:
        return found
    items = settled(found.items)
    return found if items is found.items else Sequence(found.type_name, items)


def anything(type_name: str, reason: str) -> Sequence:
    """A container of which nothing is known."""
    return Sequence(type_name, (), Unknown(reason), Dim.unknown())


def binary(context: Context, operator: str, left: Value, right: Value) -> Value:
    """`left operator right`"""
    found = left.binary(context, operator, right, False)
    if found is None:
        found = right.binary(context, operator, left, True)
    return Unknown(f"{left.kind} {operator} {right.kind}") if found is None else found


def call(context: Context, function: Value, *arguments: Value) -> Value:
    return context.call(function, Arguments(arguments))


def spread(sequence: Sequence) -> tuple[Value, ...] | None:
    """All elements one by one, where they are known so; a long run of equal ones stays one description."""
    if sequence.rest is None:
        return sequence.items
    count = sequence.count.value
    return sequence.known if count is not None and count <= _SPREAD else None


class Endless(Sequence):
    """An iterator without an end: the first elements, and what stands for all others."""

    __slots__ = ()

    def __init__(self, first: Iterable[Value], rest: Value) -> None:
        super().__init__("iterator", first, rest, Dim.unknown(low=_MANY))

    def taken(self, context: Context) -> Sequence:
        copy = Endless(self.items, self.rest or Unknown("element"))
        self.set(context, (), join_all(tuple(self)), self.contents.number)
        return copy


def rows_of(sequences: list[Sequence]) -> tuple[list[tuple[Value, ...]], tuple[Value, ...] | None, Dim]:
    """Sequences side by side, as `zip` does: rows that are known, then a row for all others, and their number."""
    full = [spread(sequence) for sequence in sequences]
    if all(known is not None for known in full):
        return list(zip(*(known or () for known in full), strict=False)), None, Dim.of(0)
    heads = [known if known is not None else sequence.items for known, sequence in zip(full, sequences, strict=True)]
    common = min(map(len, heads))
    rests: list[Value] = []
    counts: list[Dim] = []
    for head, known, sequence in zip(heads, full, sequences, strict=True):
        left = (*head[common:], *(() if known is not None or sequence.rest is None else (sequence.rest,)))
        if not left:
            return list(zip(*(head[:common] for head in heads), strict=True)), None, Dim.of(0)
        rests.append(join_all(left))
        if not isinstance(sequence, Endless) or len(sequences) == 1:
            counts.append(Dim.of(len(head) - common) + (sequence.count if known is None else 0))
    return list(zip(*(head[:common] for head in heads), strict=True)), tuple(rests), _least(counts)


def _least(counts: list[Dim]) -> Dim:
    return reduce(minimum, counts) if counts else Dim.unknown(low=_MANY)


def mapping_of(context: Context, value: Value) -> Mapping | None:
    """A dict, or what `dict()` makes of pairs."""
    if isinstance(value, Mapping):
        return value
    from ...core.containers import payload_key

    if isinstance(value, Instance) and value.cls.find("keys") is not None:
        return _mapping_by_keys(context, value)
    pairs = sequence_of(context, value)
    known = pairs.known if pairs is not None else None
    items: dict[Hashable, Value] = {}
    is_open = False
    for pair in known or ():
        two = pair.known if isinstance(pair, Sequence) else None
        if two is None or len(two) != 2:
            return None
        key = payload_key(two[0])
        if key is None:  # any of those before may be replaced
            items, is_open = {}, True
        else:
            items[key[0]] = two[1]
    return Mapping(items, open=is_open) if known is not None else None


def _mapping_by_keys(context: Context, value: Instance) -> Mapping | None:
    """What `dict()` makes of an object that has keys and items."""
    from ...core.containers import payload_key

    keys = sequence_of(context, call(context, context.attribute(value, "keys")))
    known = keys.known if keys is not None else None
    found = {payload_key(key): key for key in known or ()}
    if known is None or None in found:
        return None
    return Mapping({key[0]: context.item(value, one) for key, one in found.items() if key is not None})


def choices(value: Value) -> tuple[Value, ...]:
    """The values that a value may be."""
    return tuple(value) if isinstance(value, Choice) else (value,)

"""Named tuples: `collections.namedtuple` and `typing.NamedTuple`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, join_values
from ...core.objects import Bound, Class, Property, Static, library_class
from ...core.plain import NONE, Constant
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .tools import native, payload, plain, sequence_of, without_first
from .typed import fields_of
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...core.value import Context


class NamedTuple(Sequence):
    """A tuple of a class of its own, whose items are attributes."""

    __slots__ = ("cls",)

    def __init__(self, cls: Class, items: Iterable[Value], names: tuple[str, ...]) -> None:
        super().__init__("tuple", items, names=names)
        self.cls = cls

    def with_items(self, items: Iterable[Value], rest: Value | None = None) -> NamedTuple:
        return NamedTuple(self.cls, items, self.names)

    def attribute(self, context: Context, name: str) -> Value:
        if name in self.names:
            return self.items[self.names.index(name)]
        if name == "__class__":
            return self.cls
        method = {"_replace": self._replace, "_asdict": self._as_dict}.get(name)
        if method is not None:
            return Native(name, method)
        member = self.cls.find(name)
        if isinstance(member, Property):
            return context.call(member.getter, Arguments((self,)))
        if isinstance(member, Static):
            return Bound(member.function, self.cls) if member.of_class else member.function
        if member is not None and not isinstance(member, Native) and member.kind == "function":
            return Bound(member, self)
        return super().attribute(context, name) if member is None or isinstance(member, Native) else member

    def _replace(self, context: Context, arguments: Arguments) -> Value:
        if arguments.open or arguments.keywords.keys() - set(self.names):
            return Unknown("a named tuple")
        return self.with_items(
            arguments.keywords.get(name, item) for name, item in zip(self.names, self.items, strict=True)
        )

    def _as_dict(self, context: Context, arguments: Arguments) -> Value:
        return Mapping(dict(zip(self.names, self.items, strict=True)))

    def join(self, other: Value) -> Value | None:
        if isinstance(other, NamedTuple) and other.cls is self.cls:
            return self.with_items(map(join_values, self.items, other.items))
        return super().join(other)


def _made(cls: Class, names: tuple[str, ...], defaults: dict[str, Value], arguments: Arguments) -> Value:
    """One with the arguments of a call."""
    given = dict(zip(names, arguments.positional, strict=False))
    given.update(arguments.keywords)
    if arguments.open:
        return NamedTuple(cls, [given.get(name) or Unknown(f"field {name}") for name in names], names)
    return NamedTuple(cls, [given.get(name) or defaults.get(name) or Unknown(f"field {name}") for name in names], names)


def _members(names: tuple[str, ...], defaults: dict[str, Value]) -> dict[str, Value]:
    """What a class of named tuples has."""

    def make(context: Context, arguments: Arguments) -> Value:
        cls = arguments.positional[0]
        return _made(cls, names, defaults, without_first(arguments)) if isinstance(cls, Class) else NONE

    def make_of(context: Context, arguments: Arguments) -> Value:
        cls, given = (*arguments.positional, NONE, NONE)[:2]
        found = sequence_of(context, given)
        known = found.known if found is not None else None
        if known is None or not isinstance(cls, Class):
            return Unknown("a named tuple")
        return _made(cls, names, defaults, Arguments(known))

    return {
        "__new__": Native("namedtuple", make), "_make": Static(Native("_make", make_of), of_class=True),
        "_fields": Sequence.tuple(map(Constant, names)), "_field_defaults": Mapping(dict(defaults.items())),
    }  # fmt: skip


@native("collections.namedtuple")
def namedtuple(context: Context, arguments: Arguments) -> Value:
    known = plain(Arguments(arguments.positional))
    if known is None or len(known[0]) < 2 or not isinstance(known[0][0], str) or arguments.open:
        return Unknown("a namedtuple")
    listed = known[0][1]
    names = tuple(listed.replace(",", " ").split() if isinstance(listed, str) else map(str, listed))
    defaults = arguments.keywords.get("defaults", NONE)
    last = defaults.known or () if isinstance(defaults, Sequence) else ()
    usual = dict(zip(names[len(names) - len(last) :], last, strict=False))
    return Class(known[0][0], (CLASSES["tuple"],), _members(names, usual))


def _complete(context: Context, arguments: Arguments) -> Value:
    """A class that derives from `typing.NamedTuple` was made: its annotations are the fields."""
    cls = arguments.positional[0]
    if isinstance(cls, Class) and fields_of(cls):
        names = tuple(fields_of(cls))
        defaults = {name: cls.state[name] for name in names if name in cls.state}
        for name, member in _members(names, defaults).items():
            context.write(cls.state, name, member)
    return cls


def _functional(context: Context, arguments: Arguments) -> Value:
    """`NamedTuple("P", [("x", int), ("y", int)])`"""
    name, listed = payload(arguments.get(1, "typename")), arguments.get(2, "fields")
    pairs = listed.known if isinstance(listed, Sequence) else None
    names = [payload(pair.items[0]) if isinstance(pair, Sequence) and pair.items else None for pair in pairs or ()]
    if pairs is None or not isinstance(name, str) or not all(isinstance(one, str) for one in names):
        return Unknown("a NamedTuple")
    return Class(name, (CLASSES["tuple"],), _members(tuple(map(str, names)), {}))


for _root in ("typing", "typing_extensions"):
    declare(f"{_root}.NamedTuple", library_class(
        f"{_root}.NamedTuple", CLASSES["tuple"], __new__=_functional, __init_subclass__=_complete
    ))  # fmt: skip

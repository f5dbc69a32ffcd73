"""Dicts, whose keys may be known only in part."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, NamedTuple

from .budget import spend
from .dim import Dim
from .joining import join_all, join_values
from .plain import Constant, Scalar
from .sequence import Sequence
from .value import Native, State, Unknown, Value

if TYPE_CHECKING:
    from .value import Context


class Entries(NamedTuple):
    """The contents of a dict."""

    items: dict[Hashable, Value]
    open: bool

    def forgotten(self) -> Entries:
        """The contents of a dict that was changed in ways that are not followed."""
        return Entries({}, True)

    def join(self, other: object) -> Entries:
        if not isinstance(other, Entries):
            return Entries({}, True)
        mine, theirs = Mapping(*self), Mapping(*other)
        both = mine.join(theirs)
        assert isinstance(both, Mapping)
        return both.contents


class Mapping(Value):
    """A dict: the items that are known, by the key's payload; `open` says that there may be others. A state "late"
    says that code which was put off may add some (`Context.summon`)."""

    __slots__ = ("state", "type_name")

    def __init__(self, items: dict[Hashable, Value] | None = None, open: bool = False, type_name: str = "dict") -> None:
        found = dict(items or {})
        spend(len(found))
        self.state = State({"contents": Entries(found, open)})
        self.type_name = type_name

    @property
    def kind(self) -> str:  # type: ignore[override]
        return self.type_name

    @property
    def contents(self) -> Entries:
        found: Entries = self.state["contents"]
        return found

    @property
    def items(self) -> dict[Hashable, Value]:
        return self.contents.items

    @property
    def open(self) -> bool:
        return self.contents.open

    def set(self, context: Context, items: dict[Hashable, Value], open: bool | None = None) -> None:
        """Replaces the contents; whether there may be others stays as it is unless given."""
        spend(len(items))
        context.write(self.state, "contents", Entries(items, self.open if open is None else open))

    def attribute(self, context: Context, name: str) -> Value:
        from .mapping_methods import METHODS

        method = METHODS.get(name)
        if method is None:
            return Unknown(f"dict.{name}")
        return Native(name, lambda context, arguments: method(context, self, arguments))

    @property
    def partial(self) -> bool:
        """There may be items that are not known."""
        return self.open or "late" in self.state

    def await_item(self, context: Context, key: tuple[Hashable] | None) -> None:
        """Before an item is looked for: code that was put off may put it here."""
        if "late" in self.state and key is not None and isinstance(key[0], str) and key[0] not in self.items:
            context.summon(key[0])

    def item(self, context: Context, index: Value) -> Value:
        key = payload_key(index)
        self.await_item(context, key)
        if key is not None and key[0] in self.items:
            return self.items[key[0]]
        if key is None and not self.open and self.items:
            return join_all(tuple(self.items.values()))
        return Unknown("item of a dict")

    def set_item(self, context: Context, index: Value, new: Value) -> None:
        key = payload_key(index)
        if key is None:
            self.set(context, {k: join_values(v, new) for k, v in self.items.items()}, open=True)
        else:
            self.set(context, {**self.items, key[0]: new})

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if operator == "|" and isinstance(other, Mapping):
            first, second = (other, self) if reflected else (self, other)
            return Mapping({**first.items, **second.items}, first.open or second.open)
        return None

    def elements(self, context: Context) -> Value:
        if self.partial:
            return Unknown("keys of a dict")
        return Sequence("list", (from_key(key) for key in self.items))

    def length(self, context: Context) -> Value:
        return Scalar("int") if self.partial else Constant(len(self.items))

    def truth(self, context: Context) -> bool | None:
        return True if self.items else None if self.partial else False

    def join(self, other: Value) -> Value | None:
        if not isinstance(other, Mapping):
            return None
        keys = [*self.items, *(key for key in other.items if key not in self.items)]
        both = {k: join_values(self.items[k], other.items[k]) for k in keys if k in self.items and k in other.items}
        return Mapping(both, self.open or other.open or len(both) < len(keys), self.type_name)

    def __repr__(self) -> str:
        return f"Mapping({self.items!r})"


def payload_key(value: Value) -> tuple[Hashable] | None:
    """A dict key of Python for a value, in a 1-tuple; None if it is not known."""
    if isinstance(value, Constant):
        return None if isinstance(value.payload, Dim) else (value.payload,)
    if isinstance(value, Sequence) and value.type_name == "tuple" and value.known is not None:
        parts = [payload_key(item) for item in value.known]
        return (tuple(part[0] for part in parts if part),) if all(parts) else None
    key = None if isinstance(value, (Unknown, Scalar, Sequence, Mapping)) else value
    return (key,) if key is not None else None


def from_key(key: Hashable) -> Value:
    """The value of a dict key."""
    if isinstance(key, Value):
        return key
    return Sequence.tuple(map(from_key, key)) if isinstance(key, tuple) else Constant(key)

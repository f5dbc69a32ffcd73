"""Dicts, whose keys may be known only in part."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, NamedTuple

from .budget import spend
from .dim import Dim
from .joining import join_all, join_values, one_of
from .plain import NONE, Constant, Scalar
from .sequence import Sequence
from .value import Failed, Identity, Native, State, Unknown, Value, births

if TYPE_CHECKING:
    from .value import Context


class Entries(NamedTuple):
    """The contents of a dict."""

    items: dict[Hashable, Value]
    open: bool
    moment: int = 0
    """Tells the contents before a change from those behind it."""
    possible: tuple[str, ...] | None = None
    """If it is open, the only other keys that may be there; None: any."""

    @property
    def unsure(self) -> tuple[str, ...] | None:
        """The keys that may or may not be there; None: any."""
        return self.possible if self.open else ()

    def forgotten(self) -> Entries:
        """The contents of a dict that was changed in ways that are not followed."""
        return Entries({}, True)

    def join(self, other: object) -> Entries:
        if not isinstance(other, Entries):
            return Entries({}, True)
        keys = [*self.items, *(key for key in other.items if key not in self.items)]
        shared = [key for key in keys if key in self.items and key in other.items]
        both = {key: join_values(self.items[key], other.items[key]) for key in shared}
        ordered = list(self.items) == list(other.items)
        possible = self._either(other, [key for key in keys if key not in both])
        return Entries(both, self.open or other.open or not ordered, 0, possible)

    def _either(self, other: Entries, keys: list[Hashable]) -> tuple[str, ...] | None:
        """The keys that are sure on one side at most: those, and what is unsure on either."""
        if self.unsure is None or other.unsure is None:
            return None
        names = [key for key in keys if isinstance(key, str)]
        more = (name for name in (*self.unsure, *other.unsure) if name not in names)
        return tuple(dict.fromkeys((*names, *more))) if len(names) == len(keys) else None


class Mapping(Value):
    """A dict: the items that are known, by the key's payload; `open` says that there may be others. A state "late"
    says that code which was put off may add some (`Context.summon`)."""

    __slots__ = ("state", "type_name")
    by_identity = False

    def __init__(self, items: dict[Hashable, Value] | None = None, open: bool = False, type_name: str = "dict") -> None:
        found = dict(items or {})
        spend(len(found))
        self.state = State({"contents": Entries(found, open)})
        self.type_name = type_name

    @classmethod
    def of(cls, contents: Entries, type_name: str = "dict") -> Mapping:
        made = Mapping(contents.items, contents.open, type_name)
        made.state["contents"] = contents
        return made

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
        """Replaces the contents; whether there may be others, and which, stays as it is unless given."""
        spend(len(items) // 8)
        now = self.contents
        is_open, possible = (now.open, now.possible) if open is None else (open, None)
        context.write(self.state, "contents", Entries(items, is_open, births(), possible))

    def make_unknown(self, context: Context) -> None:
        """Something was done to it that is not modelled."""
        self.set(context, {}, open=True)

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

    def lacks(self, key: tuple[Hashable]) -> bool:
        """A key is surely not there."""
        return not self.partial and key[0] not in self.items and not self.like(key[0])

    def like(self, key: Hashable) -> list[Hashable]:
        """The other keys that may be equal to a key: an element of a set is one of several texts."""
        if isinstance(key, Scalar):
            return [one for one in self.items if one is not key and key.may_equal(from_key(one))]
        return [one for one in self.items if isinstance(one, Scalar) and one.may_equal(from_key(key))]

    def await_item(self, context: Context, key: tuple[Hashable] | None) -> None:
        """Before an item is looked for: code that was put off may put it here."""
        if "late" in self.state and key is not None and isinstance(key[0], str) and key[0] not in self.items:
            context.summon(key[0])

    def item(self, context: Context, index: Value) -> Value:
        key = payload_key(index)
        self.await_item(context, key)
        if key is not None and key[0] in self.items:
            return self.items[key[0]]
        if key is None and self.items:
            others = (Unknown("item of a dict"),) if self.open else ()
            return one_of(context, (*self.items.values(), *others), index)
        if key is not None and self.lacks(key):
            return Failed("KeyError", "item of a dict")
        like = [] if key is None or self.partial else self.like(key[0])
        return join_all(tuple(self.items[one] for one in like)) if like else Unknown("item of a dict")

    def set_item(self, context: Context, index: Value, new: Value) -> None:
        key = payload_key(index)
        like = list(self.items) if key is None else self.like(key[0]) if key[0] not in self.items else []
        if key is None or like:
            joined = {k: join_values(v, new) if k in like else v for k, v in self.items.items()}
            self.set(context, joined, open=True)
        else:
            self.set(context, {**self.items, key[0]: new})

    def delete_item(self, context: Context, index: Value) -> Value:
        """`del self[index]`"""
        key = payload_key(index)
        if key is not None and key[0] in self.items:
            self.set(context, {k: v for k, v in self.items.items() if k != key[0]})
            return NONE
        if key is not None and self.lacks(key):
            return Failed("KeyError", "item of a dict")
        if key is None or self.like(key[0]):
            self.set(context, {}, open=True)
        return Unknown("an item that may not exist")

    def with_more(self, other: Mapping) -> tuple[dict[Hashable, Value], bool]:
        """The items, and those of another dict in their places, which may have others that we do not see."""
        mine, unsure = self.items, other.contents.unsure
        if other.partial:
            kept = mine.keys() - unsure if unsure is not None and "late" not in other.state else ()
            mine = {key: one if key in kept else Unknown("an item that may be replaced") for key, one in mine.items()}
        if any(isinstance(key, Scalar) for key in (*mine, *other.items)) and mine and other.items:
            return {}, True
        return {**mine, **other.items}, self.partial or other.partial

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if not isinstance(other, Mapping):
            return None
        first, second = (other, self) if reflected else (self, other)
        if operator in ("==", "!="):
            from .equality import equal

            same = equal(first, second)
            return Unknown("comparison of dicts") if same is None else Constant(same is (operator == "=="))
        return Mapping(*first.with_more(second)) if operator == "|" else None

    def update(self, context: Context, operator: str, other: Value) -> Value | None:
        if operator != "|" or not isinstance(other, Mapping):
            return None
        self.set(context, *self.with_more(other))
        return self

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
        return Mapping.of(self.contents.join(other.contents), self.type_name)

    def __repr__(self) -> str:
        return f"Mapping({self.items!r})"


_UNSURE = "may be given"


def unsure() -> Unknown:
    """What stands for an argument that may not be given at all."""
    return Unknown("an argument that may be given", (_UNSURE, Identity()))


def _is_unsure(value: Value) -> bool:
    identity = value.identity if isinstance(value, Unknown) else None
    return type(identity) is tuple and len(identity) == 2 and identity[0] == _UNSURE


def keyword_arguments(given: dict[str, Value], open: bool) -> Mapping:
    """The dict of a call's keyword arguments: what a function finds in its `**kwargs`."""
    sure: dict[Hashable, Value] = {name: value for name, value in given.items() if not _is_unsure(value)}
    possible = tuple(name for name in given if name not in sure)
    return Mapping.of(Entries(sure, open or bool(possible), births(), None if open else possible))


def payload_key(value: Value) -> tuple[Hashable] | None:
    """A dict key of Python for a value, in a 1-tuple; None if it is not known. Objects that are equal to themselves
    alone are keys as values."""
    if isinstance(value, Constant):
        return None if isinstance(value.payload, Dim) else (value.payload,)
    if isinstance(value, Sequence) and value.type_name == "tuple" and value.known is not None:
        parts = [payload_key(item) for item in value.known]
        return (tuple(part[0] for part in parts if part),) if all(parts) else None
    return (value,) if value.by_identity else None


def from_key(key: Hashable) -> Value:
    """The value of a dict key."""
    if isinstance(key, Value):
        return key
    return Sequence.tuple(map(from_key, key)) if isinstance(key, tuple) else Constant(key)

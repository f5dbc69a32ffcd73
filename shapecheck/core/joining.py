"""What is true of several values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .budget import spend
from .objects import Instance
from .plain import FALSE, TRUE, Constant
from .state import State, mark_many, tie
from .value import Choice, Identity, Unknown, Value

if TYPE_CHECKING:
    from .value import Context


def join_values(left: Value, right: Value) -> Value:
    """What is true of both."""
    if left is right:
        return left
    joined = left.join(right)
    if joined is not None:
        if joined is not left and joined is not right:
            _tie(joined, left, right)
        return joined
    if isinstance(left, Constant) and isinstance(right, Constant) and left.type_name == right.type_name == "bool":
        return left if left.payload == right.payload else Unknown("a truth value that differs")
    if isinstance(left, Choice) or isinstance(right, Choice):
        return join_all((*_alternatives(left), *_alternatives(right)))
    return Unknown("value that differs between paths", of=tuple(filter(is_thing, (left, right))))


def is_thing(value: Value) -> bool:
    """It may be changed, or hold what may be."""
    if isinstance(value, Unknown):
        return bool(value.of)
    if isinstance(value, Choice):
        return any(map(is_thing, value))
    return isinstance(value, Instance) or value.kind == "tuple" or is_changeable(value)


def _tie(joined: Value, *parts: Value) -> None:
    """A list or dict that is one of two: what is done to it is done to one of them, and the other way round."""
    if is_changeable(joined):
        tie(joined.state, *(part.state for part in parts if is_changeable(part)))  # type: ignore[attr-defined]


def is_changeable(value: Value) -> bool:
    """Lists, sets, dicts."""
    return hasattr(value, "make_unknown") and value.kind not in _FIXED


def depth(content: object, most: int = 4) -> int:
    """How many levels of lists, sets and dicts are inside of the content of one."""
    items = getattr(content, "items", None)
    if not most or not isinstance(items, (tuple, dict)):
        return 0
    held = {id(one): one for one in (items.values() if isinstance(items, dict) else items)}
    inner = (one.state["contents"] for one in held.values() if is_changeable(one) and "contents" in one.state)
    return max((1 + depth(one, most - 1) for one in inner), default=0)


def stand_for_many(value: Value) -> None:
    """A value that describes several elements: a list or an object is not one of them, but each."""
    state = getattr(value, "state", None)
    if value.kind == "tuple":
        for item in value:  # type: ignore[attr-defined]
            stand_for_many(item)
    elif isinstance(state, State) and (state.ties is None or not state.ties.many) and (
        isinstance(value, Instance) or is_changeable(value)
    ):
        mark_many(state)


_FIXED = ("tuple", "frozenset", "range")


def _alternatives(value: Value) -> tuple[Value, ...]:
    return tuple(value) if isinstance(value, Choice) else (value,)


def join_all(values: tuple[Value, ...]) -> Value:
    """What is true of all; Unknown for none."""
    if not values:
        return Unknown("element of an empty sequence")
    spend(len(values))
    joined = values[0]
    for value in values[1:]:
        joined = join_values(joined, value)
    return joined


_MOST_OBJECTS = 4


def one_of(context: Context, values: tuple[Value, ...], index: Value) -> Value:
    """The item under an index that is not known. Lists and dicts stay themselves, for they may be changed through it:
    a few as a choice, and of more nothing is known from here on."""
    changeable = {id(value): value for value in values if isinstance(value, Instance) or is_changeable(value)}
    if not changeable:
        from .several import one_text

        return one_text(values) or join_all(values)
    if len(changeable) == len({id(value) for value in values}) <= _MOST_OBJECTS:
        key = index.key() or Identity()
        found = list(changeable.values())
        return Choice([({("item", key, one): True}, one) for one in found]) if len(found) > 1 else found[0]
    for one in changeable.values():
        if is_changeable(one):
            one.make_unknown(context)  # type: ignore[attr-defined]
    return join_all(values) if all(isinstance(one, Instance) for one in values) else Unknown(
        "one of several items, which may be changed", of=tuple(filter(is_thing, values))
    )


def truth_value(answer: bool | None, reason: str) -> Value:
    """A three-valued answer as a value."""
    return Unknown(reason) if answer is None else TRUE if answer else FALSE

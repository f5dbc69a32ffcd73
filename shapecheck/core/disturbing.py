"""What code that is not seen may do to the objects that it is given: change them, and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .joining import is_changeable, join_values
from .objects import Bound, Instance
from .plain import Constant, Scalar
from .sequence import Sequence
from .value import Arguments, Choice, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .value import Context

_MOST = 512
"""More objects are not looked through."""


def disturb(context: Context, *given: Value) -> None:
    """Lists, sets and dicts are not known any more; objects of the program's own classes keep only other objects and
    what they cannot do without. What a library hands on (a configuration, to validate it) it expects to keep."""
    if context.in_library:
        return
    for value in reached(context, given):
        if isinstance(value, Instance):
            _disturb_object(context, value)
        elif is_changeable(value):
            value.make_unknown(context)


def disturb_attribute(context: Context, owner: Unknown, name: str, new: Value) -> None:
    """An attribute was set of an object that may be one of those."""
    for value in reached(context, owner.of):
        if isinstance(value, Instance) and (name in value.state or value.cls.find(name) is not None):
            old = value.state.get(name)
            joined = join_values(old, new) if old is not None else Unknown(f"attribute {name}, which may be set")
            context.write(value.state, name, joined)


def _disturb_object(context: Context, value: Instance) -> None:
    if value.cls.library_path() is not None or value.cls.is_open:
        return
    for name, held in tuple(value.visible()):
        if any(isinstance(one, (Constant, Scalar)) for one in (held if isinstance(held, Choice) else (held,))):
            context.write(value.state, name, Unknown(f"attribute {name} of an object that may be changed"))


def reached(context: Context, given: Iterable[Value]) -> list[Any]:
    """The objects, and those that can be got to from them."""
    found: dict[int, Value] = {}
    pending = list(given)
    while pending and len(found) < _MOST:
        value = pending.pop()
        if id(value) in found:
            continue
        found[id(value)] = value
        pending.extend(_held(context, value))
    return [*found.values()]


def _held(context: Context, value: Value) -> Iterable[Value]:
    if isinstance(value, Unknown):
        held = context.memory.get(("held", value.identity))
        return (*value.of, *held) if isinstance(held, tuple) else value.of
    if isinstance(value, Choice):
        return tuple(value)
    if isinstance(value, Bound):
        return (value.owner,)
    if value.kind == "function":
        return value.changes(context)
    if isinstance(value, Instance):
        return () if value.cls.library_path() is not None else tuple(held for _, held in value.visible())
    items = getattr(value, "items", None)
    if isinstance(items, dict):
        return tuple(items.values())
    rest = getattr(value, "rest", None)
    return (*items, *(() if rest is None else (rest,))) if isinstance(items, tuple) else ()


def given_away(
    context: Context, function: Value, arguments: Arguments
) -> tuple[Arguments, tuple[Value, ...]]:
    """Code that is not seen gets these arguments: as they were, and those that it may change, and keep."""
    each = (*arguments.positional, *arguments.keywords.values())
    kept = tuple(one for one in each if is_object(one))
    known = _known_of(context, function) if isinstance(function, Unknown) else ()
    if not kept and not known:
        return arguments, ()
    before = Arguments(
        tuple(map(_as_it_was, arguments.positional)),
        {name: _as_it_was(one) for name, one in arguments.keywords.items()}, arguments.spans, arguments.open,
    )  # fmt: skip
    disturb(context, *known, *kept)
    if isinstance(function, Unknown):
        hold(context, function.source[1] if function.source is not None else function, kept)
    return before, (*known, *kept)


def _known_of(context: Context, function: Unknown) -> tuple[Value, ...]:
    """The objects that a function that is not known, or what it is a method of, may be or hold."""
    found: list[Value] = [*function.of]
    one: object = function
    while isinstance(one, Unknown):
        held = context.memory.get(("held", one.identity)) if context.memory else None
        found.extend(held if isinstance(held, tuple) else ())
        one = one.source[1] if one.source is not None else None
    return tuple(found)


def hold(context: Context, owner: object, given: tuple[Value, ...]) -> None:
    """An object that is not known may hold these from here on."""
    kept = tuple(filter(is_object, given))
    if kept and isinstance(owner, Unknown):
        key = ("held", owner.identity)
        before = context.memory.get(key)
        context.write(context.memory, key, (*(before if isinstance(before, tuple) else ()), *kept))


def _as_it_was(value: Value) -> Value:
    return Sequence(value.type_name, *value.contents) if type(value) is Sequence and is_changeable(value) else value


def is_object(value: Value) -> bool:
    """It may be changed, or what it holds may be."""
    if isinstance(value, (Instance, Bound)) or is_changeable(value):
        return True
    if isinstance(value, (Choice, Sequence)):
        return any(map(is_object, value))
    return bool(value.of) if isinstance(value, Unknown) else value.kind == "function"

"""`copy`: what changes is copied, what was one object stays one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.objects import Bound, Instance
from ...core.plain import NONE
from ...core.tensor import Tensor
from ...core.value import Arguments, Choice, State, Unknown, Value
from .tools import native

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ...core.value import Context


@native("copy.copy")
def copied(context: Context, arguments: Arguments) -> Value:
    value = arguments.positional[0] if arguments.positional else NONE
    if isinstance(value, Choice):
        return Choice([(when, copied(context, Arguments((one,)))) for when, one in value.alternatives])
    if isinstance(value, Sequence) and _copies(value):
        return _same_sequence(value, value.items, value.rest)
    if isinstance(value, Mapping):
        return _same_mapping(value, value.items)
    if isinstance(value, Instance) and not value.hidden("single"):
        return value.special(context, "__copy__") or _same_instance(context, value)
    return value


@native("copy.deepcopy")
def copied_deeply(context: Context, arguments: Arguments) -> Value:
    return _deep(context, arguments.positional[0], {}) if arguments.positional else Unknown("deepcopy")


def _same_instance(context: Context, value: Instance) -> Instance:
    made = Instance(value.cls, State(value.state))
    for name in ("held", "shared"):  # what an object of a class that derives from dict or list holds is its own
        inside = value.hidden(name)
        if isinstance(inside, (Sequence, Mapping)):
            made.state[" " + name] = copied(context, Arguments((inside,)))
    if value.hidden("shared") is not None and value.hidden("shared") is value.hidden("held"):
        made.state[" shared"] = made.state[" held"]
    return made


def _copies(value: Sequence) -> bool:
    """A plain sequence, or one of a kind that says how it is made again."""
    return type(value) is Sequence or hasattr(value, "with_items")


def _same_sequence(value: Sequence, items: tuple[Value, ...], rest: Value | None) -> Sequence:
    again: Callable[..., Sequence] | None = getattr(value, "with_items", None)
    if again is not None:
        return again(items, rest)
    return Sequence(value.type_name, items, rest, value.contents.number, value.names)


def _same_mapping(value: Mapping, items: dict[Hashable, Value]) -> Mapping:
    again: Callable[..., Mapping] | None = getattr(value, "with_items", None)
    if again is not None:
        return again(items, value.open)
    return Mapping(items, value.open, value.type_name)


def _deep(context: Context, value: Value, seen: dict[int, Value]) -> Value:
    """The value with all that changes copied; `seen` holds the copies made so far."""
    if id(value) in seen:
        return seen[id(value)]
    made = value
    if isinstance(value, Sequence) and _copies(value):
        rest = None if value.rest is None else _deep(context, value.rest, seen)
        made = _same_sequence(value, tuple(_deep(context, item, seen) for item in value.items), rest)
    elif isinstance(value, Mapping):
        made = _same_mapping(value, {key: _deep(context, item, seen) for key, item in value.items.items()})
    elif isinstance(value, Instance) and not value.hidden("single"):
        return _deep_instance(context, value, seen)
    elif isinstance(value, Tensor):
        made = value.with_facts()
    elif isinstance(value, Choice):
        made = Choice([(when, _deep(context, one, seen)) for when, one in value.alternatives])
    elif isinstance(value, Bound) and isinstance(value.owner, Instance):
        made = Bound(value.function, _deep(context, value.owner, seen))
    seen[id(value)] = made
    return made


def _deep_instance(context: Context, value: Instance, seen: dict[int, Value]) -> Value:
    own = value.special(context, "__deepcopy__", Mapping({}, open=True))
    if own is not None:
        seen[id(value)] = own
        return own
    made = Instance(value.cls)
    seen[id(value)] = made
    for name, held in value.state.items():
        made.state[name] = _deep_hidden(context, held, seen)
    return made


def _deep_hidden(context: Context, held: object, seen: dict[int, Value]) -> object:
    """An attribute, or what a library's class keeps: dicts and tuples of values."""
    if isinstance(held, Value):
        return _deep(context, held, seen)
    if isinstance(held, dict):
        return type(held)({key: _deep_hidden(context, one, seen) for key, one in held.items()})
    if type(held) in (list, tuple):
        return type(held)(_deep_hidden(context, one, seen) for one in held)  # type: ignore[call-arg, attr-defined]
    return held

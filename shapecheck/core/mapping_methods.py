"""The methods of dicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from .containers import Mapping, Sequence, from_key, keyword_arguments, payload_key
from .plain import NONE, TRUE
from .value import Arguments, Failed, Unknown, Value

if TYPE_CHECKING:
    from .value import Context


class Method(Protocol):
    def __call__(self, context: Context, mapping: Mapping, arguments: Arguments, /) -> Value: ...


def _view(mapping: Mapping, found: Value) -> Value:
    """What is seen of a dict, until it changes."""
    if isinstance(found, Sequence):
        found.sources = ((mapping.state, "contents", mapping.contents),)
    return found


def _keys(context: Context, mapping: Mapping, arguments: Arguments) -> Value:
    return _view(mapping, mapping.elements(context))


def _values(context: Context, mapping: Mapping, arguments: Arguments) -> Value:
    return Unknown("values of a dict") if mapping.partial else _view(mapping, Sequence.list(mapping.items.values()))


def _items(context: Context, mapping: Mapping, arguments: Arguments) -> Value:
    if mapping.partial:
        return Unknown("items of a dict")
    pairs = Sequence.list(Sequence.tuple((from_key(key), value)) for key, value in mapping.items.items())
    return _view(mapping, pairs)


def _get(context: Context, mapping: Mapping, arguments: Arguments) -> Value:
    key = payload_key(arguments.positional[0]) if arguments.positional else None
    mapping.await_item(context, key)
    if key is not None and key[0] in mapping.items:
        return mapping.items[key[0]]
    if key is None or mapping.open or mapping.like(key[0]):
        return Unknown("item of a dict")
    return arguments.get(1, "default") or NONE


def _setdefault(context: Context, mapping: Mapping, arguments: Arguments) -> Value:
    found = _get(context, mapping, arguments)
    if arguments.positional:
        mapping.set_item(context, arguments.positional[0], found)
    return found


def _pop(context: Context, mapping: Mapping, arguments: Arguments) -> Value:
    key = payload_key(arguments.positional[0]) if arguments.positional else None
    missing = key is not None and mapping.lacks(key)
    if missing and len(arguments.positional) < 2:
        return Failed("KeyError", "item of a dict")
    found = _get(context, mapping, arguments)
    if key is not None and key[0] in mapping.items:
        mapping.set(context, {k: v for k, v in mapping.items.items() if k != key[0]})
    elif key is None or mapping.like(key[0]):
        mapping.set(context, {}, open=True)
    return found


def _update(context: Context, mapping: Mapping, arguments: Arguments) -> Value:
    for other in arguments.positional:
        more = other if isinstance(other, Mapping) else _pairs(context, other)
        mapping.set(context, *mapping.with_more(more))
    if arguments.keywords or arguments.open:
        mapping.set(context, *mapping.with_more(keyword_arguments(arguments.keywords, arguments.open)))
    return NONE


def _pairs(context: Context, value: Value) -> Mapping:
    """What is known of the dict of some pairs."""
    found = context.iterate(value)
    known = found.known if isinstance(found, Sequence) else None
    made = Mapping(open=known is None)
    for pair in known or ():
        two = pair.known if isinstance(pair, Sequence) else None
        if two is None or len(two) != 2:
            return Mapping(open=True)
        made.set_item(context, *two)
    return made


def _copy(context: Context, mapping: Mapping, arguments: Arguments) -> Value:
    return Mapping(mapping.items, mapping.open, mapping.type_name)


def _clear(context: Context, mapping: Mapping, arguments: Arguments) -> Value:
    mapping.set(context, {}, open=False)
    return NONE


def _pop_item(context: Context, mapping: Mapping, arguments: Arguments) -> Value:
    last = (arguments.get(0, "last") or TRUE).truth(context)
    if mapping.open or last is None or not mapping.items:
        mapping.set(context, {}, open=True)
        return Unknown("item of a dict")
    items = dict(mapping.items)
    key = next(reversed(items) if last else iter(items))
    value = items.pop(key)
    mapping.set(context, items)
    return Sequence.tuple((from_key(key), value))


def _move_to_end(context: Context, mapping: Mapping, arguments: Arguments) -> Value:
    """Of an `OrderedDict`."""
    key = payload_key(arguments.positional[0]) if arguments.positional else None
    last = (arguments.get(1, "last") or TRUE).truth(context)
    if key is None or last is None or mapping.open or key[0] not in mapping.items:
        mapping.set(context, {}, open=True)
    else:
        others = {name: value for name, value in mapping.items.items() if name != key[0]}
        moved = {key[0]: mapping.items[key[0]]}
        mapping.set(context, {**others, **moved} if last else {**moved, **others})
    return NONE


METHODS: dict[str, Method] = {
    "keys": _keys, "values": _values, "items": _items, "get": _get, "setdefault": _setdefault, "pop": _pop,
    "update": _update, "copy": _copy, "clear": _clear, "popitem": _pop_item,
    "move_to_end": _move_to_end,
}  # fmt: skip

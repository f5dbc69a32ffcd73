"""The methods of lists, tuples and sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from .containers import Sequence, concatenate, join_all
from .dim import Dim
from .plain import NONE, Constant, Scalar
from .value import Arguments, Native, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Hashable

    from .value import Context


class Method(Protocol):
    def __call__(self, context: Context, sequence: Sequence, arguments: Arguments, /) -> Value: ...


def _first(arguments: Arguments) -> Value:
    return arguments.positional[0] if arguments.positional else NONE


def _append(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    if sequence.rest is None:
        sequence.set(context, (*sequence.items, _first(arguments)))
    else:
        rest = join_all((sequence.rest, _first(arguments)))
        sequence.set(context, sequence.items, rest, sequence.count + 1)
    return NONE


def _extend(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    more = context.iterate(_first(arguments))
    if isinstance(more, Sequence):
        both = concatenate(sequence, more)
        sequence.set(context, both.items, both.rest, both.contents.number)
    else:
        sequence.make_unknown(context)
    return NONE


def _insert(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    at = arguments.positional[0] if arguments.positional else NONE
    known = sequence.known
    if known is not None and isinstance(at, Constant) and isinstance(at.payload, int) and len(arguments.positional) > 1:
        items = list(known)
        items.insert(at.payload, arguments.positional[1])
        sequence.set(context, items)
    elif isinstance(at, Constant) and at.payload == 0 and len(arguments.positional) > 1:
        sequence.set(context, (arguments.positional[1], *sequence.items), sequence.rest, sequence.contents.number)
    else:
        sequence.make_unknown(context)
    return NONE


def _pop(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    first = arguments.positional[0] if arguments.positional else Constant(-1)
    at = first.payload if isinstance(first, Constant) else None
    known = sequence.known
    if known is not None and isinstance(at, int) and -len(known) <= at < len(known):
        items = list(known)
        popped = items.pop(at)
        sequence.set(context, items)
        return popped
    if at == 0 and sequence.items:
        popped = sequence.items[0]
        sequence.set(context, sequence.items[1:], sequence.rest, sequence.contents.number)
        return popped
    if sequence.rest is not None and (at == -1 or not sequence.items):
        popped = sequence.rest
        sequence.set(context, sequence.items, sequence.rest, sequence.count - 1)
        return popped
    sequence.make_unknown(context)
    return Unknown("popped element")


def _remove(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    key = _first(arguments).key()
    known = sequence.known
    keys = [item.key() for item in known] if known is not None and isinstance(_first(arguments), Constant) else []
    if known is not None and keys.count(key) and all(isinstance(item, Constant) for item in known):
        at = keys.index(key)
        sequence.set(context, known[:at] + known[at + 1 :])
    else:
        sequence.make_unknown(context)
    return NONE


def _reverse(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    known = sequence.known
    if known is not None:
        sequence.set(context, known[::-1])
    else:
        sequence.set(context, (), join_all(tuple(sequence)), sequence.size)
    return NONE


def _sort(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    ordered = sort(sequence, bool(arguments.keywords))
    sequence.set(context, ordered.items, ordered.rest, ordered.contents.number)
    return NONE


def sort(sequence: Sequence, keyed: bool) -> Sequence:
    """`sorted(sequence)`; with a key or an order of its own only the multiset of elements is known."""
    known = sequence.known
    if known is not None and not keyed and all(isinstance(item, Constant) for item in known):
        try:
            payloads = sorted((item.payload, i) for i, item in enumerate(known) if isinstance(item, Constant))
            return Sequence.list(known[i] for _, i in payloads)
        except TypeError:
            pass
    return Sequence("list", (), join_all(tuple(sequence)), sequence.size) if tuple(sequence) else sequence


def _copy(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    return Sequence(sequence.type_name, sequence.items, sequence.rest, sequence.contents.number)


def _clear(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    sequence.set(context, ())
    return NONE


def _index(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    known, wanted = sequence.known, _first(arguments)
    if known is not None and isinstance(wanted, Constant) and all(isinstance(item, Constant) for item in known):
        keys = [item.key() for item in known]
        if wanted.key() in keys:
            return Constant(keys.index(wanted.key()))
    return Scalar("int")


def _count(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    known, wanted = sequence.known, _first(arguments)
    if known is not None and isinstance(wanted, Constant) and all(isinstance(item, Constant) for item in known):
        return Constant([item.key() for item in known].count(wanted.key()))
    return Scalar("int")


def _add(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    """`set.add`: how many elements are distinct is known for constants, classes and functions only."""
    new, known = _first(arguments), sequence.known
    key, keys = _distinct(new), [_distinct(item) for item in known or ()]
    if known is not None and key is not None and None not in keys:
        if key not in keys:
            sequence.set(context, (*known, new))
    else:
        sequence.set(context, (), join_all((*sequence, new)), Dim.unknown(low=1))
    return NONE


def _distinct(value: Value) -> Hashable | None:
    """What two such values have in common only if they are equal."""
    if isinstance(value, Constant):
        return None if isinstance(value.payload, Dim) else value.key()
    return value if value.kind in ("class", "function") and not isinstance(value, Native) else None


def _update(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    """`set.update`"""
    for other in arguments.positional:
        more = context.iterate(other)
        if isinstance(more, Sequence) and more.known is not None:
            for item in more.known:
                _add(context, sequence, Arguments((item,)))
        else:
            sequence.make_unknown(context)
    return NONE


def _pop_left(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    return _pop(context, sequence, Arguments((Constant(0),)))


def _change(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    """A method that changes the contents in a way that is not modelled."""
    sequence.make_unknown(context)
    return NONE


METHODS: dict[str, Method] = {
    "append": _append, "extend": _extend, "insert": _insert, "pop": _pop, "remove": _remove, "reverse": _reverse,
    "sort": _sort, "copy": _copy, "clear": _clear, "index": _index, "count": _count, "add": _add,
    "appendleft": lambda context, sequence, arguments: _insert(context, sequence,
                                                               Arguments((Constant(0), _first(arguments)))),
    "update": _update, "popleft": _pop_left, "discard": _change, "rotate": _change, "extendleft": _change,
    "difference_update": _change, "intersection_update": _change, "symmetric_difference_update": _change,
}  # fmt: skip

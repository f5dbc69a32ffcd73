"""The methods of lists, tuples and sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from .containers import Sequence, concatenate, join_all
from .dim import Dim
from .equality import equal, position
from .plain import NONE, Constant, Scalar
from .truth import Truth
from .value import Arguments, Failed, Unknown, Value

if TYPE_CHECKING:
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
    if known is not None and not known:
        return Failed("IndexError", "pop from an empty list")
    if sequence.rest is not None and at is not None and sequence.count.less(1) is Truth.NO and (
        at == -1 or not sequence.items
    ):
        popped = sequence.rest
        sequence.set(context, sequence.items, sequence.rest, sequence.count - 1)
        return popped
    each = tuple(sequence)
    count = sequence.size - 1 if sequence.size.less(1) is Truth.NO else Dim.unknown(0, None, sequence.size.bounds()[1])
    sequence.set(context, (), join_all(each), count)
    return join_all(each)


def _remove(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    known = sequence.known
    at = position(known, _first(arguments)) if known is not None else None
    if known is None or at is None:
        sequence.make_unknown(context)
        return Unknown("an element that may not be there")
    if at < 0:
        return Failed("ValueError", "an element that is not there")
    sequence.set(context, known[:at] + known[at + 1 :])
    return NONE


def _reverse(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    known = sequence.known
    if known is not None:
        sequence.set(context, known[::-1])
    else:
        sequence.set(context, (), join_all(tuple(sequence)), sequence.size)
    return NONE


def _sort(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    natural = not arguments.keywords
    backward = arguments.keywords.get("reverse", NONE).truth(context)
    if backward is not None and set(arguments.keywords) <= {"reverse"}:
        natural = True
    ordered = sort(sequence, not natural, bool(backward))
    sequence.set(context, ordered.items, ordered.rest, ordered.contents.number)
    return NONE


def sort(sequence: Sequence, keyed: bool, backward: bool = False) -> Sequence:
    """`sorted(sequence)`; with a key or an order of its own only the multiset of elements is known."""
    from .sets import settled

    known = sequence.known
    known = settled(known) if known is not None and not keyed else known
    constants = [item for item in known or () if isinstance(item, Constant)]
    payloads = [item.payload for item in constants if not isinstance(item.payload, Dim)]
    if known is not None and not keyed and len(payloads) == len(known):
        try:
            order = sorted(range(len(known)), key=payloads.__getitem__, reverse=backward)
            return Sequence.list(known[i] for i in order)
        except TypeError:
            pass
    return Sequence("list", (), join_all(tuple(sequence)), sequence.size) if tuple(sequence) else Sequence("list")


def _copy(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    return Sequence(sequence.type_name, sequence.items, sequence.rest, sequence.contents.number)


def _clear(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    sequence.set(context, ())
    return NONE


def _index(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    known = sequence.known
    at = position(known, _first(arguments)) if known is not None and len(arguments.positional) == 1 else None
    if at is not None:
        return Constant(at) if at >= 0 else Failed("ValueError", "an element that is not there")
    return Scalar("int")


def _count(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    answers = [equal(item, _first(arguments)) for item in sequence.known or ()]
    return Scalar("int") if sequence.known is None or None in answers else Constant(answers.count(True))


def _pop_left(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    return _pop(context, sequence, Arguments((Constant(0),)))


def _change(context: Context, sequence: Sequence, arguments: Arguments) -> Value:
    """A method that changes the contents in a way that is not modelled."""
    sequence.make_unknown(context)
    return NONE


METHODS: dict[str, Method] = {
    "append": _append, "extend": _extend, "insert": _insert, "pop": _pop, "remove": _remove, "reverse": _reverse,
    "sort": _sort, "copy": _copy, "clear": _clear, "index": _index, "count": _count,
    "appendleft": lambda context, sequence, arguments: _insert(context, sequence,
                                                               Arguments((Constant(0), _first(arguments)))),
    "popleft": _pop_left, "rotate": _change, "extendleft": _change,
}  # fmt: skip

"""Items and slices of sequences: read, written and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .dim import Dim
from .joining import join_all, join_values
from .plain import NONE, Constant
from .sequence import Sequence
from .slices import Slice
from .truth import Truth
from .value import Failed, Unknown, Value

if TYPE_CHECKING:
    from .value import Context


def at(sequence: Sequence, index: int) -> Value:
    """`sequence[index]`"""
    known = sequence.known
    if known is not None:
        if -len(known) <= index < len(known):
            return known[index]
        return Failed("IndexError", "index past the end")
    if 0 <= index < len(sequence.items):
        return sequence.items[index]
    if sequence.rest is not None and index < 0 and sequence.count.less(-index) is Truth.NO:
        return sequence.rest
    if sequence.rest is not None and (index >= 0 or not sequence.items):
        return sequence.rest
    return join_all(tuple(sequence))


def cut(sequence: Sequence, index: Slice) -> Value:
    """`sequence[start:stop:step]`"""
    known, bounds = sequence.known, index.python_slice
    if known is not None and bounds is not None and bounds.step != 0:
        return Sequence(sequence.type_name, known[bounds])
    if bounds is not None and bounds.step in (None, 1) and sequence.rest is not None:
        start = bounds.start or 0
        if 0 <= start <= len(sequence.items) and bounds.stop is None:
            return Sequence(sequence.type_name, sequence.items[start:], sequence.rest, sequence.count)
        if start >= 0 and bounds.stop is not None and start <= bounds.stop <= len(sequence.items):
            return Sequence(sequence.type_name, sequence.items[start : bounds.stop])
        if not sequence.items and start >= 0 and (bounds.stop or 0) > start:
            few = sequence.count.less(bounds.stop)
            size = Dim.of(bounds.stop - start) if few is Truth.NO else Dim.unknown(0, None, bounds.stop - start)
            return Sequence(sequence.type_name, (), sequence.rest, size)
    each = tuple(sequence)
    number = Dim.unknown(0, None, sequence.size.bounds()[1])
    return Sequence(sequence.type_name, (), join_all(each), number) if each else Sequence(sequence.type_name)


def put(sequence: Sequence, context: Context, index: Value, new: Value) -> None:
    """`sequence[index] = new`"""
    found = index.payload if isinstance(index, Constant) else None
    known = sequence.known
    if isinstance(index, Slice):
        _put_slice(sequence, context, index, new)
    elif known is not None and isinstance(found, int):
        items = list(known)
        if not -len(known) <= found < len(known):
            context.came(Failed("IndexError", "index past the end"))
            return
        items[found] = new
        sequence.set(context, items)
    elif isinstance(found, int) and 0 <= found < len(sequence.items):
        items = list(sequence.items)
        items[found] = new
        sequence.set(context, items, sequence.rest, sequence.count)
    elif isinstance(found, int) and found >= 0 and sequence.rest is not None:
        sequence.set(context, sequence.items, join_values(sequence.rest, new), sequence.count)
    else:
        context.came(Unknown("an index that may be past the end"))
        rest = None if sequence.rest is None else join_values(sequence.rest, new)
        sequence.set(context, [join_values(item, new) for item in sequence.items], rest, sequence.contents.number)


def _put_slice(sequence: Sequence, context: Context, index: Slice, new: Value) -> None:
    known, bounds = sequence.known, index.python_slice
    more = context.iterate(new)
    others = more.known if isinstance(more, Sequence) else None
    if known is None or bounds is None or others is None or bounds.step == 0:
        sequence.make_unknown(context)
        return
    items = list(known)
    try:
        items[bounds] = others
    except ValueError:  # an extended slice takes as many as it has
        context.came(Failed("ValueError", "a slice of another length"))
        return
    sequence.set(context, items)


def delete(sequence: Sequence, context: Context, index: Value) -> Value:
    """`del sequence[index]`"""
    known = sequence.known
    found = index.python_slice if isinstance(index, Slice) else None
    if found is None and isinstance(index, Constant) and isinstance(index.payload, int):
        if known is not None and not -len(known) <= index.payload < len(known):
            return Failed("IndexError", "index past the end")
        found = slice(index.payload, index.payload + 1 or None)
    if known is None or found is None or found.step == 0:
        sequence.make_unknown(context)
        return Unknown("an item that may not exist")
    items = list(known)
    del items[found]
    sequence.set(context, items)
    return NONE

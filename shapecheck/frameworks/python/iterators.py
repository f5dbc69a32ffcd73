"""`itertools`: elements one by one where they are known so, else what all of them have in common."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from ...core.containers import Sequence, Slice, concatenate, join_all
from ...core.dim import Dim, product
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Unknown, Value
from .tools import Endless, anything, binary, call, native, payload, rows_of, sequence_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ...core.value import Context

_MOST = 4096
"""Longer results are summarised."""
_FIRST = 32
"""So many elements of an iterator without an end are known one by one."""


def _columns(context: Context, arguments: Arguments) -> list[Sequence] | None:
    found = [sequence_of(context, value) for value in arguments.positional]
    return None if arguments.open or None in found else [one for one in found if one is not None]


def _first(context: Context, arguments: Arguments, at: int = 0) -> Sequence | None:
    """The sequence that is the argument at a position, if anything is known of it."""
    return sequence_of(context, arguments.positional[at]) if len(arguments.positional) > at else None


def _known(context: Context, arguments: Arguments, at: int = 0) -> tuple[Value, ...] | None:
    found = _first(context, arguments, at)
    return found.known if found is not None and not arguments.open else None


def iterator(items: Iterable[Value], rest: Value | None = None, count: Dim | None = None) -> Sequence:
    return Sequence("iterator", items, rest, count)


# -- one after the other -------------------------------------------------------------------------------------------


@native("itertools.chain")
def chained(context: Context, arguments: Arguments) -> Value:
    return _chain(_columns(context, arguments))


def _chain(columns: list[Sequence] | None) -> Value:
    if columns is None:
        return anything("iterator", "element of a chain")
    result = Sequence("iterator")
    for column in columns:
        result = concatenate(result, column)
    return result


@native("itertools.chain.from_iterable")
def chained_from(context: Context, arguments: Arguments) -> Value:
    outer = _first(context, arguments)
    if outer is None or outer.known is None:
        inner = sequence_of(context, join_all(tuple(outer))) if outer is not None and tuple(outer) else None
        each = tuple(inner) if inner is not None else ()
        return iterator((), join_all(each) if each else Unknown("element of a chain"), Dim.unknown())
    return _chain(_columns(context, Arguments(outer.known)))


@native("itertools.islice")
def cut(context: Context, arguments: Arguments) -> Value:
    found = _first(context, arguments)
    bounds = arguments.positional[1:]
    if found is None or not 1 <= len(bounds) <= 3:
        return anything("iterator", "element of a slice")
    limits = Slice(NONE, bounds[0]) if len(bounds) == 1 else Slice(*bounds)
    cuts = limits.python_slice
    stop = cuts.stop if cuts is not None else None
    endless = isinstance(found, Endless) and found.rest is not None
    if endless and found.rest is not None and cuts is not None and isinstance(stop, int) and 0 <= stop <= _MOST:
        return iterator((*found.items, *[found.rest] * (stop - len(found.items)))[cuts])
    return iterator(found.items, found.rest, found.contents.number).item(context, limits)


@native("itertools.pairwise")
def pairs(context: Context, arguments: Arguments) -> Value:
    found = _first(context, arguments)
    if found is None or found.known is None:
        return anything("iterator", "pair")
    rows, _, _ = rows_of([Sequence.tuple(found.known), Sequence.tuple(found.known[1:])])
    return iterator(map(Sequence.tuple, rows))


@native("itertools.tee")
def teed(context: Context, arguments: Arguments) -> Value:
    found = _first(context, arguments)
    times = payload(arguments.get(1, "n") or Constant(2))
    if found is None or not isinstance(times, int) or not 0 <= times <= 8:
        return Unknown("tee")
    return Sequence.tuple(iterator(found.items, found.rest, found.contents.number) for _ in range(times))


@native("itertools.batched")
def batched(context: Context, arguments: Arguments) -> Value:
    known, size = _known(context, arguments), payload(arguments.get(1, "n"))
    if known is None or not isinstance(size, int) or size < 1:
        return anything("iterator", "batch")
    return iterator(Sequence.tuple(known[at : at + size]) for at in range(0, len(known), size))


# -- without an end ------------------------------------------------------------------------------------------------


@native("itertools.repeat")
def repeated(context: Context, arguments: Arguments) -> Value:
    if not arguments.positional:
        return Unknown("repeat")
    times = arguments.get(1, "times")
    if times is None:
        return Endless([arguments.positional[0]] * _FIRST, arguments.positional[0])
    count = times.dim if isinstance(times, Constant) else None
    return iterator((), arguments.positional[0], count or Dim.unknown())


@native("itertools.count")
def counted(context: Context, arguments: Arguments) -> Value:
    start, step = arguments.get(0, "start") or Constant(0), arguments.get(1, "step") or Constant(1)
    items = [start]
    for _ in range(_FIRST - 1 if isinstance(start, Constant) and isinstance(step, Constant) else 0):
        items.append(binary(context, "+", items[-1], step))
    kinds = {getattr(value, "type_name", "") for value in (start, step)}
    return Endless(items, Scalar("float" if "float" in kinds else "int") if kinds <= {"int", "float"} else Unknown(""))


@native("itertools.cycle")
def cycled(context: Context, arguments: Arguments) -> Value:
    found = _first(context, arguments)
    if found is None:
        return anything("iterator", "element of a cycle")
    each = tuple(found)
    if not each:
        return iterator(())
    first = itertools.islice(itertools.cycle(each), _FIRST) if found.rest is None and len(each) <= _FIRST else ()
    return Endless(first, join_all(each))


# -- combined ------------------------------------------------------------------------------------------------------


@native("itertools.product")
def products(context: Context, arguments: Arguments) -> Value:
    columns = _columns(context, arguments)
    times = payload(arguments.keywords.get("repeat") or Constant(1))
    if columns is None or not isinstance(times, int) or not 0 <= times <= 8:
        return anything("iterator", "element of a product")
    columns = columns * times
    known = [column.known for column in columns]
    size = product([column.size for column in columns])
    if None not in known and size.value is not None and size.value <= _MOST:
        return iterator(map(Sequence.tuple, itertools.product(*(one or () for one in known))))
    return iterator((), Sequence.tuple(join_all(tuple(column)) for column in columns), size)


def _selection(name: str, python: Callable[..., object]) -> None:
    @native(f"itertools.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        found = _first(context, arguments)
        known = found.known if found is not None else None
        given = arguments.get(1, "r")
        whole = name == "permutations" and given in (None, NONE)
        size = len(known) if whole and known is not None else payload(given)
        if found is None or not isinstance(size, int) or not 0 <= size <= 8:
            return anything("iterator", f"element of {name}")
        if known is not None and len(known) ** size <= _MOST:
            return iterator(map(Sequence.tuple, python(known, size)))  # type: ignore[call-overload]
        return iterator((), Sequence.tuple([join_all(tuple(found))] * size), Dim.unknown())


for _name in ("combinations", "permutations", "combinations_with_replacement"):
    _selection(_name, getattr(itertools, _name))


@native("itertools.zip_longest")
def zipped_longest(context: Context, arguments: Arguments) -> Value:
    columns = _columns(context, arguments)
    if not columns:
        return anything("iterator", "element of zip_longest()")
    fill = arguments.keywords.get("fillvalue", NONE)
    known = [column.known for column in columns]
    if None not in known:
        rows = itertools.zip_longest(*(one or () for one in known), fillvalue=fill)
        return iterator(map(Sequence.tuple, rows))
    return iterator((), Sequence.tuple(join_all((*column, fill)) for column in columns), Dim.unknown())


@native("itertools.starmap")
def starmapped(context: Context, arguments: Arguments) -> Value:
    known = _known(context, arguments, 1)
    if known is None:
        return anything("iterator", "element of starmap()")
    results = []
    for row in known:
        one = sequence_of(context, row)
        cells = one.known if one is not None else None
        results.append(Unknown("result") if cells is None else call(context, arguments.positional[0], *cells))
    return iterator(results)


@native("itertools.accumulate")
def accumulated(context: Context, arguments: Arguments) -> Value:
    found, function = _first(context, arguments), arguments.get(1, "func") or NONE
    known = found.known if found is not None and not arguments.open else None
    initial = arguments.keywords.get("initial", NONE)
    if known is None:
        more = 0 if initial is NONE else 1
        size = found.size + more if found is not None and not arguments.open else Dim.unknown()
        return iterator((), Unknown("element of accumulate()"), size)
    totals: list[Value] = []
    for item in known if initial is NONE else (initial, *known):
        if not totals:
            totals.append(item)
        elif function is NONE:
            totals.append(binary(context, "+", totals[-1], item))
        else:
            totals.append(call(context, function, totals[-1], item))
    return iterator(totals)


# -- chosen --------------------------------------------------------------------------------------------------------


def _answers(context: Context, arguments: Arguments) -> tuple[tuple[Value, ...], list[bool | None]] | None:
    """The elements of the second argument, and what the function that is the first says of each."""
    known = _known(context, arguments, 1)
    if known is None:
        return None
    test = arguments.positional[0]
    return known, [(item if test is NONE else call(context, test, item)).truth(context) for item in known]


def _chosen(items: tuple[Value, ...], answers: list[bool | None]) -> Value:
    if None not in answers:
        return iterator(item for item, kept in zip(items, answers, strict=True) if kept)
    each = tuple(item for item, kept in zip(items, answers, strict=True) if kept is not False)
    return iterator((), join_all(each), Dim.unknown())


def _while(name: str, taken: bool) -> None:
    @native(f"itertools.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        found = _answers(context, arguments)
        if found is None:
            return anything("iterator", f"element of {name}()")
        items, answers = found
        first = next((at for at, answer in enumerate(answers) if answer is not True), len(items))
        if first < len(items) and answers[first] is None:
            return iterator((), join_all(items), Dim.unknown())
        return iterator(items[:first] if taken else items[first:])


_while("takewhile", True)
_while("dropwhile", False)


@native("itertools.filterfalse")
def refused(context: Context, arguments: Arguments) -> Value:
    found = _answers(context, arguments)
    if found is None:
        return anything("iterator", "element of filterfalse()")
    return _chosen(found[0], [None if answer is None else not answer for answer in found[1]])


@native("itertools.compress")
def compressed(context: Context, arguments: Arguments) -> Value:
    known, selectors = _known(context, arguments), _known(context, arguments, 1)
    if known is None or selectors is None:
        return anything("iterator", "element of compress()")
    number = min(len(known), len(selectors))
    return _chosen(known[:number], [selector.truth(context) for selector in selectors[:number]])


@native("itertools.groupby")
def grouped(context: Context, arguments: Arguments) -> Value:
    found, function = _first(context, arguments), arguments.get(1, "key") or NONE
    known = found.known if found is not None and not arguments.open else None
    keys = [item if function is NONE else call(context, function, item) for item in known or ()]
    if known is None or not all(isinstance(key, Constant) and not isinstance(key.payload, Dim) for key in keys):
        each = join_all(tuple(found)) if found is not None and tuple(found) else Unknown("element of a group")
        group = iterator((), each, Dim.unknown(low=1))
        return iterator((), Sequence.tuple((Unknown("key of a group"), group)), Dim.unknown())
    groups: list[tuple[Value, list[Value]]] = []
    for key, item in zip(keys, known, strict=True):
        if not groups or payload(groups[-1][0]) != payload(key):
            groups.append((key, []))
        groups[-1][1].append(item)
    return iterator(Sequence.tuple((key, iterator(items))) for key, items in groups)

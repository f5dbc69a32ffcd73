"""Built-in functions that go over sequences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence, join_all, join_values, truth_value
from ...core.counting import Index
from ...core.dim import Dim, maximum, minimum
from ...core.ending import with_size
from ...core.plain import FALSE, NONE, TRUE, Constant, Scalar
from ...core.sequence_methods import sort
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Failed, Unknown, Value
from .tools import anything, bag_of, binary, call, comparable, native, payload, rows_of, sequence_of, spread

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

_UNROLLED = 128
"""A range of more numbers is summarised."""


@native("builtins.len")
def length(context: Context, arguments: Arguments) -> Value:
    return arguments.positional[0].length(context) if arguments.positional else Unknown("len()")


@native("builtins.range")
def number_range(context: Context, arguments: Arguments) -> Value:
    given = arguments.positional
    dims = [value.dim if isinstance(value, Constant) else None for value in given]
    if not 1 <= len(given) <= 3 or arguments.open:
        return Unknown("a range")
    start, stop = (Dim.of(0), dims[0]) if len(dims) == 1 else (dims[0], dims[1])
    step = payload(given[2]) if len(given) == 3 else 1
    if start is None or not isinstance(step, int) or step == 0:
        return Sequence("range", (), Scalar("int"), Dim.unknown())
    if stop is None:
        return Sequence("range", (), Index(start, step), Dim.unknown())
    if start.value is not None and stop.value is not None:
        number = max(0, -((start.value - stop.value) // step))
        if number <= _UNROLLED:
            return Sequence("range", map(Constant, range(start.value, stop.value, step)))
        ends = sorted((start.value, start.value + (number - 1) * step))
        return Sequence("range", (), Index(start, step, (ends[0], ends[1])), Dim.of(number, stop.origin))
    count = stop - start if step > 0 else start - stop
    size = abs(step)
    count = maximum(count if size == 1 else (count + (size - 1)) // size, 0)
    low = start.bounds()[0] if step > 0 else stop.bounds()[0]
    high = stop.bounds()[1] if step > 0 else start.bounds()[1]
    numbers = Index(start, step, (low, None if high is None else high - (step > 0)))
    return Sequence("range", (), numbers, count.at(stop.origin) if count == stop else count)


@native("builtins.enumerate")
def enumerated(context: Context, arguments: Arguments) -> Value:
    found = sequence_of(context, arguments.positional[0]) if arguments.positional else None
    start = arguments.get(1, "start") or Constant(0)
    first = payload(start)
    number = isinstance(first, int)
    if found is None:
        return _pairs_of_unknown(2, Index(Dim.of(first)) if number else Scalar("int"))
    every = spread(found)
    items = every if every is not None else found.items
    known = [Sequence.tuple((Constant(first + i) if number else Scalar("int"), item)) for i, item in enumerate(items)]
    if every is not None or found.rest is None:
        return Sequence("iterator", known)
    index = Index(Dim.of(first + len(known))) if number else Scalar("int")
    made = Sequence("iterator", known, Sequence.tuple((index, found.rest)), found.count)
    made.ending = found.ending
    return made


def _pairs_of_unknown(width: int, first: Value | None = None) -> Value:
    cells: list[Value] = [Unknown("element") for _ in range(width)]
    if first is not None:
        cells[0] = first
    return Sequence("iterator", (), Sequence.tuple(cells), Dim.unknown())


@native("builtins.zip")
def zipped(context: Context, arguments: Arguments) -> Value:
    if arguments.open:
        return _columns(None if arguments.positional else arguments.rest)
    shots = [value.state for value in arguments.positional if isinstance(value, Sequence) and value.one_shot]
    if any(one is other for at, one in enumerate(shots) for other in shots[:at]):
        return _chunks(context, arguments)
    found = [sequence_of(context, value) for value in arguments.positional]
    columns = [one if one is not None else anything("list", "element") for one in found]
    rows, rest, count = rows_of(columns) if columns else ([], None, Dim.of(0))
    return Sequence("iterator", map(Sequence.tuple, rows), Sequence.tuple(rest) if rest else None, count)


def _chunks(context: Context, arguments: Arguments) -> Value:
    """`zip(it, it)`: the same iterator gives the elements of a row one after the other."""
    first = arguments.positional[0]
    found = sequence_of(context, first)
    width = len(arguments.positional)
    if found is None or found.known is None or any(value is not first for value in arguments.positional):
        for value in arguments.positional:
            sequence_of(context, value)
        return anything("iterator", "element of zip()")
    rows = zip(*([iter(found.known)] * width), strict=False)
    return Sequence("iterator", map(Sequence.tuple, rows))


def _columns(rows: Value | None) -> Value:
    """`zip(*rows)` of rows that are all alike: what stands in one place of every row, for each place."""
    row = join_all(tuple(rows)) if isinstance(rows, Sequence) and tuple(rows) else None
    known = row.known if isinstance(row, Sequence) else None
    if known is None or not isinstance(rows, Sequence):
        return anything("iterator", "element of zip(*...)")
    return Sequence("iterator", (Sequence("tuple", (), cell, rows.size) for cell in known))


@native("builtins.map")
def mapped(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) < 2 or arguments.open:
        return anything("iterator", "element of map()")
    function, *others = arguments.positional
    columns = [sequence_of(context, other) or anything("list", "element") for other in others]
    rows, rest, count = rows_of(columns)
    results = [call(context, function, *row) for row in rows]
    return Sequence("iterator", results, call(context, function, *rest) if rest else None, count)


@native("builtins.filter")
def filtered(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) != 2:
        return anything("iterator", "element of filter()")
    function, over = arguments.positional
    found = sequence_of(context, over)
    if found is None:
        return anything("iterator", "element of filter()")

    def test(item: Value) -> bool | None:
        return (item if function is NONE else call(context, function, item)).truth(context)

    answers = [test(item) for item in found.items]
    rest = None if found.rest is None else test(found.rest)
    kept = [item for item, answer in zip(found.items, answers, strict=True) if answer is not False]
    if None not in answers and (found.rest is None or rest is False):
        return Sequence("iterator", kept)
    if None not in answers and rest is True:
        return Sequence("iterator", kept, found.rest, found.count)
    each = (*kept, *(() if found.rest is None or rest is False else (found.rest,)))
    return Sequence("iterator", (), join_all(each), Dim.unknown()) if each else Sequence("iterator")


@native("builtins.sorted")
def ordered(context: Context, arguments: Arguments) -> Value:
    found = bag_of(context, arguments.positional[0]) if arguments.positional else None
    if found is None:
        return anything("list", "element of sorted()")
    key, reverse = arguments.keywords.get("key", NONE), arguments.keywords.get("reverse", FALSE)
    backward = reverse.truth(context)
    known = found.known
    if known is not None and backward is not None:
        ranks = [item if key is NONE else call(context, key, item) for item in known]
        keys = [comparable(one) for one in ranks]
        try:
            if None in keys:
                keys = _firsts(ranks)
            if None not in keys:
                order = sorted(range(len(known)), key=keys.__getitem__, reverse=backward)
                return Sequence.list(known[i] for i in order)
        except TypeError:
            return Unknown("sorted() of values that do not compare")
    return sort(Sequence("list", found.items, found.rest, found.contents.number), True)


def _firsts(ranks: list[Value]) -> list[Any]:
    """The first items of tuples, which decide their order where no two are equal."""
    parts = [one.known if isinstance(one, Sequence) and one.type_name == "tuple" else None for one in ranks]
    firsts = [comparable(part[0]) if part else None for part in parts]
    plain = all(isinstance(one, (str, int, float)) for one in firsts)
    return firsts if plain and len(set(firsts)) == len(firsts) else [None]


@native("builtins.reversed")
def backwards(context: Context, arguments: Arguments) -> Value:
    found = sequence_of(context, arguments.positional[0]) if arguments.positional else None
    if found is None:
        return anything("iterator", "element of reversed()")
    if found.known is not None:
        return Sequence("iterator", found.known[::-1])
    return Sequence("iterator", (), join_all(tuple(found)), found.size)


@native("builtins.iter")
def iterator(context: Context, arguments: Arguments) -> Value:
    source = arguments.positional[0] if len(arguments.positional) == 1 else NONE
    if isinstance(source, Sequence) and source.one_shot:
        return source
    found = sequence_of(context, source)
    if found is None:
        return anything("iterator", "element of an iterator")
    made = Sequence("iterator", found.items, found.rest, found.contents.number)
    made.ending = found.ending
    return made


@native("builtins.next")
def following(context: Context, arguments: Arguments) -> Value:
    source = arguments.positional[0] if arguments.positional else NONE
    if not isinstance(source, Sequence):
        special = source.attribute(context, "__next__")
        return call(context, special) if not isinstance(special, Unknown) else Unknown("next element")
    if source.items:
        first = source.items[0]
        source.set(context, source.items[1:], source.rest, source.contents.number)
        return first
    default = arguments.get(1, "default")
    rest, sure = source.rest, source.count.less(1) is Truth.NO
    if rest is None or source.count.value == 0:
        return default or Failed("StopIteration", "next element of an iterator that ended")
    if source.ending is not None and not source.state.get("begun"):  # the first is one of those that are alike
        rest = with_size(rest, source.ending.size, source.ending.full)
    context.write(source.state, "begun", True)
    source.set(context, (), source.rest, source.count - 1 if sure else maximum(source.count - 1, 0))
    if sure:
        return rest.one_of_many()
    if default is not None:
        return join_values(rest, default)
    context.came(Unknown("an iterator that may have ended"))  # where it has, the path does not go on
    return rest.one_of_many()


def _any_or_all(path: str, wanted: bool) -> None:
    @native(path)
    def run(context: Context, arguments: Arguments) -> Value:
        found = bag_of(context, arguments.positional[0]) if arguments.positional else None
        if found is None:
            return Unknown(f"{path} of an unknown sequence")
        answers = {item.truth(context) for item in found.items}
        if wanted in answers:
            return TRUE if wanted else FALSE
        if found.rest is not None:
            rest = found.rest.truth(context)
            answers.add(rest if rest is not wanted or found.count.less(1) is Truth.NO else None)
        return truth_value(wanted if wanted in answers else None if None in answers else not wanted, path)


_any_or_all("builtins.any", True)
_any_or_all("builtins.all", False)


@native("builtins.sum")
def total(context: Context, arguments: Arguments) -> Value:
    found = bag_of(context, arguments.positional[0]) if arguments.positional else None
    if found is None:
        return Unknown("sum of an unknown sequence")
    value: Value = arguments.get(1, "start") or Constant(0)
    known = found.known if len(found.items) or found.count.value in (0, 1) else None
    for item in known if known is not None else found.items:
        value = binary(context, "+", value, item)
    if known is not None or found.rest is None:
        return value
    rest = found.rest
    if isinstance(rest, Constant) and rest.dim is not None and isinstance(value, Constant) and value.dim is not None:
        return Constant(value.dim + rest.dim * found.count)
    more = binary(context, "+", value, rest)
    if found.count.less(2) is Truth.YES:
        return more if found.count == 1 else join_values(value, more)
    several = join_values(more, binary(context, "+", more, rest))
    sure = found.items or found.count.less(1) is Truth.NO or isinstance(several, Tensor)
    return several if sure else join_values(value, several)


def _extreme(path: str, python: Callable[..., object], of_sizes: Callable[[Dim, Dim], Dim]) -> None:
    @native(path)
    def run(context: Context, arguments: Arguments) -> Value:
        given: tuple[Value, ...] | None = arguments.positional
        rest: Value | None = None
        if arguments.open:
            return Unknown(path)
        if len(arguments.positional) == 1:
            if isinstance(arguments.positional[0], Tensor):
                return context.attribute(arguments.positional[0], path.rpartition(".")[2]).call(context, Arguments())
            found = bag_of(context, arguments.positional[0])
            if found is None:
                return Unknown(f"{path} of an unknown sequence")
            given, rest = (found.known, None) if found.known is not None else (found.items, found.rest)
            if not given and rest is None:
                return arguments.keywords.get("default") or Unknown(f"{path} of nothing")
        return _best(context, arguments, given or (), rest, python, of_sizes)


def _best(
    context: Context,
    arguments: Arguments,
    given: tuple[Value, ...],
    rest: Value | None,
    python: Callable[..., object],
    of_sizes: Callable[[Dim, Dim], Dim],
) -> Value:
    key = arguments.keywords.get("key", NONE)
    each = (*given, *(() if rest is None else (rest,)))
    if not each:
        return Unknown("the best of nothing")
    keys = [comparable(item if key is NONE else call(context, key, item)) for item in given]
    if rest is None and None not in keys:
        try:
            best = python(range(len(given)), key=keys.__getitem__)
            return given[best] if isinstance(best, int) else Unknown("best element")
        except TypeError:
            return Unknown("values that do not compare")
    dims = [item.dim if isinstance(item, Constant) else None for item in given]
    if rest is None and key is NONE and None not in dims:
        best_size = dims[0] or Dim.of(0)
        for dim in dims[1:]:
            best_size = of_sizes(best_size, dim or Dim.of(0))
        return Constant(best_size)
    if "default" in arguments.keywords and rest is not None and not given:
        each = (*each, arguments.keywords["default"])
    kinds = {item.type_name if isinstance(item, (Constant, Scalar)) else "" for item in each}
    return Scalar(kinds.pop()) if len(kinds) == 1 and kinds <= {"int", "float", "str"} else join_all(each)


_extreme("builtins.max", max, maximum)
_extreme("builtins.min", min, minimum)

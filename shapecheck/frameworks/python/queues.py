"""`deque`, `heapq`, `bisect` and `queue`."""

from __future__ import annotations

import bisect
import heapq
from typing import TYPE_CHECKING, Any

from ...core.containers import Items, Sequence, join_all
from ...core.dim import Dim, minimum
from ...core.objects import Instance, library_class
from ...core.outcome import Undecided
from ...core.plain import FALSE, NONE, TRUE, Constant, Scalar
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .held import plain_python
from .tools import answering, anything, call, harmless, native, payload, result, sequence_of
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ...core.value import Context

# -- deque ---------------------------------------------------------------------------------------------------------


class Deque(Sequence):
    """A deque; `longest` is its `maxlen`, if it has one: more elements push others out at the other end."""

    __slots__ = ("longest",)

    def __init__(self, items: Iterable[Value], rest: Value | None, number: Dim | None, longest: Dim | None) -> None:
        super().__init__("deque", items, rest, number)
        self.longest = longest

    @property
    def contents(self) -> Items:
        found: Items = self.state["contents"]
        most = self.longest.value if self.longest is not None else None
        if self.longest is None or (most is not None and found.rest is None and len(found.items) <= most):
            return found
        if most is not None and found.rest is None:
            return Items(found.items[len(found.items) - most :], None, None)
        each = (*found.items, *(() if found.rest is None else (found.rest,)))
        return Items((), join_all(each), minimum(found.size, self.longest)) if each else found

    def with_items(self, items: Iterable[Value], rest: Value | None) -> Deque:
        return Deque(items, rest, self.contents.number, self.longest)

    def attribute(self, context: Context, name: str) -> Value:
        if name == "maxlen":
            return NONE if self.longest is None else Constant(self.longest)
        method = _METHODS.get(name)
        if method is None:
            return super().attribute(context, name)
        return Native(name, lambda context, arguments: method(context, self, arguments))

    def join(self, other: Value) -> Value | None:
        if not isinstance(other, Deque) or other.longest != self.longest:
            return None
        both = self.contents.join(other.contents)
        return Deque(both.items, both.rest, both.number, self.longest)


def _append_left(context: Context, deque: Deque, arguments: Arguments) -> Value:
    new, longest = arguments.positional[0] if arguments.positional else NONE, deque.longest
    known = deque.known
    if known is not None and (longest is None or longest.value is not None):
        items = (new, *known)
        deque.set(context, items if longest is None else items[: longest.value])
    else:
        deque.set(context, (), join_all((new, *deque)), deque.size + 1)
    return NONE


def _extend_left(context: Context, deque: Deque, arguments: Arguments) -> Value:
    more = sequence_of(context, arguments.positional[0]) if arguments.positional else None
    if more is None or more.known is None:
        deque.make_unknown(context)
    else:
        for one in more.known:
            _append_left(context, deque, Arguments((one,)))
    return NONE


def _rotate(context: Context, deque: Deque, arguments: Arguments) -> Value:
    known, steps = deque.known, payload(arguments.get(0, "n") or Constant(1))
    if known is not None and isinstance(steps, int):
        at = -steps % len(known) if known else 0
        deque.set(context, known[at:] + known[:at])
    elif tuple(deque):
        deque.set(context, (), join_all(tuple(deque)), deque.size)
    return NONE


_METHODS: dict[str, Callable[[Context, Deque, Arguments], Value]] = {
    "appendleft": _append_left, "extendleft": _extend_left, "rotate": _rotate,
    "copy": lambda context, deque, arguments: deque.with_items(deque.items, deque.rest),
}  # fmt: skip


def _deque(context: Context, arguments: Arguments) -> Value:
    given = arguments.positional[1:]
    longest = arguments.get(2, "maxlen") or NONE
    found = sequence_of(context, given[0]) if given else Sequence("deque")
    size = longest.dim if isinstance(longest, Constant) else None
    if arguments.open or found is None or (size is None and payload(longest) is None and longest is not NONE):
        return anything("deque", "element of a deque")
    return Deque(found.items, found.rest, found.contents.number, size)


declare("collections.deque", library_class("collections.deque", CLASSES["object"], __new__=_deque))

# -- heaps ---------------------------------------------------------------------------------------------------------


class _Entry:
    """A value and what it is in Python, by which it is ordered."""

    __slots__ = ("order", "value")

    def __init__(self, value: Value) -> None:
        self.order = plain_python(value)
        self.value = value

    def __lt__(self, other: _Entry) -> bool:
        return bool(self.order < other.order)


def _entries(value: Value) -> list[_Entry] | None:
    """The elements of a list in Python; None if one of them is not known."""
    known = value.known if isinstance(value, Sequence) else None
    try:
        return None if known is None else [_Entry(one) for one in known]
    except Undecided:
        return None


def _heap(name: str) -> None:
    """A function that changes a heap, and gives what Python's own gives."""

    @native(f"heapq.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        heap = arguments.positional[0] if arguments.positional else NONE
        entries, more = _entries(heap), _entries(Sequence.list(arguments.positional[1:]))
        if isinstance(heap, Sequence) and entries is not None and more is not None:
            try:
                found: Any = getattr(heapq, name)(entries, *more)
            except (TypeError, IndexError, ValueError):
                return Unknown(f"heapq.{name}")
            heap.set(context, (entry.value for entry in entries))
            return found.value if isinstance(found, _Entry) else NONE
        return _unknown_heap(context, heap, arguments.positional[1:], name)


def _unknown_heap(context: Context, heap: Value, more: tuple[Value, ...], name: str) -> Value:
    if not isinstance(heap, Sequence):
        return NONE if name in ("heappush", "heapify") else Unknown("element of a heap")
    each = (*heap, *more)
    change = {"heappush": 1, "heappop": -1}.get(name, 0)
    if each:
        heap.set(context, (), join_all(each), heap.size + change)
    return NONE if name in ("heappush", "heapify") else join_all(each)


for _name in ("heappush", "heappop", "heapreplace", "heappushpop", "heapify"):
    _heap(_name)


def _selection(name: str) -> None:
    @native(f"heapq.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        number, over = arguments.get(0, "n") or NONE, arguments.get(1, "iterable") or NONE
        key, size = arguments.get(2, "key") or NONE, payload(number)
        found = sequence_of(context, over)
        known = found.known if found is not None else None
        if known is None or not isinstance(size, int):
            return anything("list", f"element of {name}")
        keys = _entries(Sequence.list(known if key is NONE else [call(context, key, one) for one in known]))
        try:
            order = getattr(heapq, name)(size, range(len(known)), key=(keys or ()).__getitem__)
        except (TypeError, IndexError):
            return anything("list", f"element of {name}")
        return Sequence.list(known[at] for at in order)


for _name in ("nlargest", "nsmallest"):
    _selection(_name)
harmless("heapq", unknown="merge")

# -- bisect --------------------------------------------------------------------------------------------------------


def _bisection(name: str) -> None:
    @native(f"bisect.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        over = arguments.get(0, "a") or NONE
        entries, wanted = _entries(over), _entries(Sequence.list([arguments.get(1, "x") or NONE]))
        if entries is not None and wanted and len(arguments.positional) == 2 and not arguments.keywords:
            try:
                at = getattr(bisect, name.replace("insort", "bisect"))(entries, wanted[0])
            except TypeError:
                return Unknown(name)
            if not name.startswith("insort"):
                return Constant(at)
            entries.insert(at, wanted[0])
            if isinstance(over, Sequence):
                over.set(context, (entry.value for entry in entries))
        elif name.startswith("insort") and isinstance(over, Sequence):
            over.set(context, (), join_all((*over, *arguments.positional[1:2])), over.size + 1)
        return NONE if name.startswith("insort") else Scalar("int")


for _name in ("bisect", "bisect_left", "bisect_right", "insort", "insort_left", "insort_right"):
    _bisection(_name)

# -- queues between threads ----------------------------------------------------------------------------------------


def _held(arguments: Arguments) -> Sequence | None:
    owner = arguments.positional[0]
    found = owner.hidden("items") if isinstance(owner, Instance) else None
    return found if isinstance(found, Sequence) else None


def _start(context: Context, arguments: Arguments) -> Value:
    if isinstance(arguments.positional[0], Instance):
        arguments.positional[0].hide(context, "items", Sequence("deque"))
    return NONE


def _put(context: Context, arguments: Arguments) -> Value:
    items = _held(arguments)
    if items is not None:
        context.call(context.attribute(items, "append"), Arguments(arguments.positional[1:2]))
    return NONE


def _get(last: bool) -> Callable[[Context, Arguments], Value]:
    def run(context: Context, arguments: Arguments) -> Value:
        items = _held(arguments)
        if items is None or not tuple(items):
            return Unknown("element of a queue")
        return context.call(context.attribute(items, "pop" if last else "popleft"), Arguments())

    return run


def _size(context: Context, arguments: Arguments) -> Value:
    items = _held(arguments)
    return Scalar("int") if items is None else items.length(context)


def _empty(context: Context, arguments: Arguments) -> Value:
    items = _held(arguments)
    answer = None if items is None else items.truth(context)
    return Unknown("whether a queue is empty") if answer is None else FALSE if answer else TRUE


def _queue(path: str, last: bool) -> None:
    members: dict[str, Any] = {
        "__init__": _start, "put": _put, "put_nowait": _put, "get": _get(last), "get_nowait": _get(last),
        "qsize": _size, "empty": _empty, "full": answering("unknown"), "task_done": answering("None"),
        "join": answering("None"), "close": answering("None"),
    }  # fmt: skip
    declare(path, library_class(path, CLASSES["object"], **members))


for _path in ("queue.Queue", "queue.SimpleQueue", "multiprocessing.Queue", "multiprocessing.SimpleQueue"):
    _queue(_path, False)
_queue("queue.LifoQueue", True)
_UNORDERED = {name: answering("unknown") for name in ("get", "get_nowait", "empty", "full")}
declare("queue.PriorityQueue", library_class(
    "queue.PriorityQueue", CLASSES["object"], __init__=answering("None"), put=answering("None"),
    put_nowait=answering("None"), qsize=lambda context, arguments: result("int"), task_done=answering("None"),
    join=answering("None"), **_UNORDERED,
))  # fmt: skip
for _name in ("Empty", "Full"):
    declare(f"queue.{_name}", library_class(f"queue.{_name}", CLASSES["Exception"] if "Exception" in CLASSES else
                                            CLASSES["object"]))  # fmt: skip

"""What calls, operators and assignments gave: recorded only where it is asked for, and at once, for values change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..core.containers import Mapping, Sequence
from ..core.objects import Instance
from ..core.tensor import Tensor
from ..core.value import Choice, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..core.dim import Dim
    from ..core.span import Span
    from .machine import Machine

_MOST_PARTS = 32
"""Items of a list, and entries of a dict, that are looked into."""
_DEEPEST = 4

Sizes = tuple["int | str | None", ...]


class Row(NamedTuple):
    """One result of an expression, or of an assignment to it: some execution of it gives this.

    name: where the user wrote the name, or an operator. part: of several tensors, the one meant: `[0]`, `.logits`.
    shape: a text is a size that the program names, None one that is not known; as a whole None if the rank is not.
    """

    span: Span
    name: Span | str
    part: str
    shape: Sizes | None
    dtype: str | None


USE = "use"
"""The name of the row of a name or an attribute that is read."""


class Made(NamedTuple):
    """Of a tensor the library, and where each of its sizes was made."""

    library: str
    sizes: tuple[Span | None, ...]


class Shown:
    """The distinct rows, in the order of their first occurrence; with `uses` those of names that are read, too, and
    where the tensors come from. Of ways to go on of which only one is taken, the rows
    are kept apart until all were followed: `fork`, `side` after each, `join` with what `fork` gave."""

    def __init__(self, uses: bool = False) -> None:
        self.made: dict[Span, Made] | None = {} if uses else None
        self.rows: dict[Row, None] = {}
        self._sides: list[list[dict[Row, None]]] = []
        self._reasons: set[str] = set()
        self._looked = 0

    def add(
        self, machine: Machine, span: Span, name: Span | str, value: Value, part: str = "", depth: int = _DEEPEST
    ) -> None:
        """Records what a call or an assignment gave; of an operator only that it gave a tensor."""
        value = machine.resolve(value)
        if isinstance(value, Choice):
            level = self.fork()
            for one in value:
                self.add(machine, span, name, one, part, depth)
                self.side()
            self.join(level, of_all=True)
        elif isinstance(value, Tensor):
            self.rows[Row(span, name, part, _sizes(machine, value), value.dtype)] = None
            if self.made is not None:
                origins = [dim.origin for dim in value.shape.dims] if value.shape.known_rank else []
                self.made[span] = Made(value.library.name, tuple(each.span if each else None for each in origins))
        elif not isinstance(name, str):
            if self._is_missed(machine, value):
                self.rows[Row(span, name, part, None, None)] = None
            for step, one in _parts(value) if depth else ():
                self.add(machine, span, name, one, part + step, depth - 1)

    def fork(self) -> int:
        self._sides.append([self.rows])
        self.rows = {}
        return len(self._sides) - 1

    def side(self) -> None:
        self._sides[-1].append(self.rows)
        self.rows = {}

    def join(self, level: int = 0, of_all: bool = False) -> None:
        """Goes on with what the sides have in common where they tell of the same place; of_all: and with nothing of
        a place that only some of them tell of. Forks inside that an exception ended are joined, too."""
        while len(self._sides) > level:
            if self.rows:
                self.side()
            self._join(of_all)

    def _join(self, of_all: bool) -> None:
        self.rows, *sides = self._sides.pop()
        found: dict[tuple[object, ...], list[list[Row]]] = {}
        for rows in sides:
            told: dict[tuple[object, ...], list[Row]] = {}
            for row in rows:
                told.setdefault(row[:3], []).append(row)
            for place, mine in told.items():
                found.setdefault(place, []).append(mine)
        for several in found.values():
            if not of_all or len(several) == len(sides):
                self.rows.update(dict.fromkeys(_common(several)))

    def forget(self, since: int, keep: bool = False) -> None:
        """Takes back the rows after the first so many; with `keep` only where there are others of the same place: those
        of a loop's general round say less than those of the first."""
        if since >= len(self.rows):
            return
        rows = list(self.rows)
        told = {row[:3] for row in rows[:since]} if keep else None
        for row in rows[since:]:
            if told is None or row[:3] in told:
                del self.rows[row]

    def _is_missed(self, machine: Machine, value: Value) -> bool:
        """It is not known because a library's op was not followed: there a tensor is likely."""
        gaps = machine.trace.gaps
        self._reasons.update(gap.reason for gap in gaps[min(self._looked, len(gaps)) :] if gap.op)
        self._looked = len(gaps)
        return isinstance(value, Unknown) and value.reason in self._reasons


def _common(sides: list[list[Row]]) -> list[Row]:
    """What is true of the rows of one place, whichever side they are from."""
    if all(rows == sides[0] for rows in sides[1:]):
        return sides[0]
    if len({len(rows) for rows in sides}) == 1:
        return [_either(rows) for rows in zip(*sides, strict=True)]
    return [_either([row for rows in sides for row in rows])]


def _either(rows: Iterable[Row]) -> Row:
    first, *others = rows
    shape, dtype = first.shape, first.dtype
    for row in others:
        dtype = dtype if row.dtype == dtype else None
        if shape is None or row.shape is None or len(shape) != len(row.shape):
            shape = None
        else:
            shape = tuple(mine if mine == theirs else None for mine, theirs in zip(shape, row.shape, strict=True))
    return first._replace(shape=shape, dtype=dtype)


def _parts(value: Value) -> Iterator[tuple[str, Value]]:
    if isinstance(value, Sequence) and value.type_name in ("list", "tuple"):
        known = value.known
        items = value.items if known is None else known
        yield from ((f"[{i}]", item) for i, item in enumerate(items[:_MOST_PARTS]))
        if known is None and value.rest is not None:
            yield "[*]", value.rest
    elif isinstance(value, Mapping):
        entries = list(value.items.items())[:_MOST_PARTS]
        yield from ((f"[{key!r}]", item) for key, item in entries if not isinstance(key, Value))
    elif isinstance(value, Instance) and value.cls.find("__call__") is None:
        yield from ((f".{name}", value.state[name]) for name in _fields(value) if name in value.state)


def _fields(instance: Instance) -> Iterator[str]:
    """The annotated names of its class: those of a record."""
    for cls in instance.cls.mro():
        notes = cls.state.get("__annotations__") if cls.path is None else None
        if isinstance(notes, Mapping):
            yield from map(str, notes.items)


def _sizes(machine: Machine, tensor: Tensor) -> Sizes | None:
    shape = tensor.shape
    return tuple(_size(dim.substitute(machine.sizes)) for dim in shape.dims) if shape.known_rank else None


def _size(dim: Dim) -> int | str | None:
    if dim.value is not None:
        return dim.value
    return None if dim.is_unknown else str(dim)

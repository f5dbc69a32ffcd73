"""The lengths of a tensor's axes."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING, overload

from .dim import Dim, product
from .outcome import Undecided
from .truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .dim import Atom


class Shape:
    """Lengths of axes, with at most one run of unknown axes (`...`), at position `gap`.

    Asking for what is not known (the rank, an axis inside the run) raises `Undecided`, so a shape function needs no
    guards.
    """

    __slots__ = ("_dims", "gap")

    def __init__(self, dims: Iterable[Dim | int] = (), gap: int | None = None) -> None:
        self._dims = tuple([dim if isinstance(dim, Dim) else Dim.of(dim) for dim in dims])
        self.gap = gap

    @classmethod
    def of(cls, *dims: Dim | int) -> Shape:
        return cls(dims)

    @classmethod
    def unknown(cls) -> Shape:
        """Not even the rank is known."""
        return cls((), gap=0)

    @classmethod
    def of_rank(cls, rank: int) -> Shape:
        """The rank is known, no length is."""
        return cls(tuple(Dim.unknown() for _ in range(rank)))

    # -- reading -----------------------------------------------------------------------------------------------

    @property
    def known_rank(self) -> bool:
        return self.gap is None

    @property
    def rank(self) -> int:
        self._need_rank()
        return len(self._dims)

    @property
    def dims(self) -> tuple[Dim, ...]:
        """All lengths; `Undecided` if the rank is not known."""
        self._need_rank()
        return self._dims

    @property
    def parts(self) -> tuple[tuple[Dim, ...], tuple[Dim, ...]]:
        """The lengths before and after the unknown run; all of them and none where there is no run."""
        at = len(self._dims) if self.gap is None else self.gap
        return self._dims[:at], self._dims[at:]

    @property
    def tail(self) -> tuple[Dim, ...]:
        """The lengths known from the back: all of them, or those after the unknown run."""
        return self._dims if self.gap is None else self._dims[self.gap :]

    @property
    def least_rank(self) -> int:
        return len(self._dims)

    @property
    def numel(self) -> Dim:
        """The number of elements."""
        return product(self.dims)

    @property
    def numbers(self) -> tuple[int, ...] | None:
        """The lengths, if all are numbers."""
        values = tuple(dim.value for dim in self._dims)
        return None if self.gap is not None or None in values else values  # type: ignore[return-value]

    @property
    def fully_known(self) -> bool:
        """The rank is known and every length has a number or a name of the user's."""
        return self.gap is None and not any(dim.is_unknown for dim in self._dims)

    def _need_rank(self) -> None:
        if self.gap is not None:
            raise Undecided("the rank is not known")

    def __len__(self) -> int:
        return self.rank

    def __iter__(self) -> Iterator[Dim]:
        return iter(self.dims)

    @overload
    def __getitem__(self, index: int) -> Dim: ...
    @overload
    def __getitem__(self, index: slice) -> Shape: ...
    def __getitem__(self, index: int | slice) -> Dim | Shape:
        if isinstance(index, slice):
            return self._slice(index)
        before, after = self.parts
        if self.gap is None or 0 <= index < len(before):
            return self._dims[index]
        if index < 0 and -index <= len(after):
            return after[index]
        raise Undecided("the rank is not known")

    def _slice(self, index: slice) -> Shape:
        before, after = self.parts
        if self.gap is None:
            return Shape(self._dims[index])
        if index == slice(None, -1) and after:
            return Shape(before + after[:-1], self.gap)
        if index.start in (None, 0) and index.stop is not None and 0 <= index.stop <= len(before):
            return Shape(before[: index.stop])
        raise Undecided("the rank is not known")

    # -- making ------------------------------------------------------------------------------------------------

    def __add__(self, other: Shape | Iterable[Dim | int]) -> Shape:
        other = other if isinstance(other, Shape) else Shape(other)
        if self.gap is not None and other.gap is not None:
            return Shape(self.parts[0] + other.parts[1], len(self.parts[0]))
        gap = self.gap if other.gap is None else len(self._dims) + other.gap
        return Shape(self._dims + other._dims, gap)

    def __radd__(self, other: Iterable[Dim | int]) -> Shape:
        return Shape(other) + self

    def replace(self, axis: int, *dims: Dim | int) -> Shape:
        """With the axis replaced by the given ones: none removes it."""
        found = list(self.dims)
        axis = axis % len(found)
        return Shape([*found[:axis], *dims, *found[axis + 1 :]])

    def without(self, *axes: int) -> Shape:
        rank = self.rank
        gone = {axis % rank for axis in axes}
        return Shape(dim for i, dim in enumerate(self._dims) if i not in gone)

    def map(self, change: Callable[[Dim], Dim]) -> Shape:
        return Shape(map(change, self._dims), self.gap)

    def substitute(self, sizes: Mapping[Atom, Dim]) -> Shape:
        """With atoms replaced; itself if it has none of them."""
        dims = [dim.substitute(sizes) for dim in self._dims]
        return self if all(map(is_, dims, self._dims)) else Shape(dims, self.gap)

    # -- comparing ---------------------------------------------------------------------------------------------

    def equals(self, other: Shape) -> Truth:
        """YES if the shapes are always the same, NO if they never are."""
        if self.gap is not None or other.gap is not None:
            return Truth.NO if self._ranks_exclude(other) else Truth.MAYBE
        if len(self._dims) != len(other._dims):
            return Truth.NO
        answers = {mine.equals(theirs) for mine, theirs in zip(self._dims, other._dims, strict=True)}
        return Truth.NO if Truth.NO in answers else Truth.MAYBE if Truth.MAYBE in answers else Truth.YES

    def _ranks_exclude(self, other: Shape) -> bool:
        return (self.gap is None and len(self._dims) < other.least_rank) or (
            other.gap is None and len(other._dims) < self.least_rank
        )

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, Shape) and self._dims == other._dims and self.gap == other.gap

    def __hash__(self) -> int:
        return hash((self._dims, self.gap))

    def __str__(self) -> str:
        before, after = ([str(dim) for dim in part] for part in self.parts)
        return "[" + ", ".join([*before, *(["..."] if self.gap is not None else []), *after]) + "]"

    def __repr__(self) -> str:
        return f"Shape{self}"


def join_shapes(left: Shape, right: Shape) -> Shape:
    """What is true of both: lengths that differ become unknown, ranks that differ a run of unknown axes."""
    if left == right:
        return left
    if left.known_rank and right.known_rank and left.rank == right.rank:
        pairs = zip(left.dims, right.dims, strict=True)
        return Shape(mine if mine == theirs else Dim.unknown(origin=mine.origin) for mine, theirs in pairs)
    front = _common(left.parts[0], right.parts[0])
    back = _common(left.tail[::-1], right.tail[::-1])
    room = min(left.least_rank, right.least_rank) - len(front)
    return Shape((*front, *back[: max(room, 0)][::-1]), gap=len(front))


def _common(left: tuple[Dim, ...], right: tuple[Dim, ...]) -> tuple[Dim, ...]:
    same = []
    for mine, theirs in zip(left, right, strict=False):
        if mine != theirs:
            break
        same.append(mine)
    return tuple(same)

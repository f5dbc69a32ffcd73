"""Tables of columns, as pandas has them: what is known of one. Shared by the libraries that take and give them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ...core.dim import Dim
from ...core.objects import Class, Instance
from ...core.shape import Shape
from ...core.tensor import NO_FACTS, Facts, Tensor
from ..numpy.dialect import NUMPY
from ..numpy.promote import promote_types

if TYPE_CHECKING:
    from collections.abc import Hashable


class Rows:
    """The labels of some rows: two columns are lined up by them. `of`: those that they were chosen from, each once at
    most. `distinct`: no label occurs twice."""

    __slots__ = ("distinct", "of")

    def __init__(self, of: Rows | None = None, distinct: bool = False) -> None:
        self.of = of
        self.distinct = distinct


RANGE = Rows(distinct=True)
"""The labels 0, 1, 2 and so on."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its dtype, the range of its elements, and how many of them are different."""

    name: Hashable
    dtype: str | None = None
    facts: Facts = NO_FACTS
    distinct: int | None = None

    def __post_init__(self) -> None:
        """Texts are objects, whatever kind of text the version has; single elements are not kept."""
        if self.dtype == "string":
            object.__setattr__(self, "dtype", "object")
        if self.facts is not NO_FACTS:
            kept = Facts(low=self.facts.low, high=self.facts.high, attained=self.facts.attained)
            if kept.low != kept.low or kept.high != kept.high:  # no number
                kept = NO_FACTS
            object.__setattr__(self, "facts", kept)

    def among_others(self) -> Column:
        """Of some of its elements: which extremes are among them is not known."""
        return Column(self.name, self.dtype, loose(self.facts))


@dataclass(frozen=True, slots=True)
class Frame:
    """`rows` of `width` columns; `columns` is None where they are not known one by one. `alike`: the names that several
    may have; None if that may be any."""

    rows: Dim
    width: Dim
    columns: tuple[Column, ...] | None = None
    labels: Rows = field(default_factory=Rows)
    alike: frozenset[Hashable] | None = frozenset()

    @classmethod
    def of(cls, rows: Dim, columns: tuple[Column, ...], labels: Rows | None = None) -> Frame:
        return cls(rows, Dim.of(len(columns)), columns, labels or Rows()).told_apart()

    @property
    def dtype(self) -> str | None:
        """The dtype of all elements as one array."""
        dtypes = {column.dtype for column in self.columns or ()}
        if not dtypes or None in dtypes:
            return None
        if "object" in dtypes or (len(dtypes) > 1 and "bool" in dtypes):
            return "object"
        return promote_types(*dtypes)

    @property
    def array(self) -> Tensor:
        lows = [column.facts.low for column in self.columns or ()]
        highs = [column.facts.high for column in self.columns or ()]
        low = min(bound for bound in lows if bound is not None) if lows and None not in lows else None
        high = max(bound for bound in highs if bound is not None) if highs and None not in highs else None
        return Tensor(Shape.of(self.rows, self.width), self.dtype, NUMPY, Facts(low=low, high=high))

    def with_rows(self, rows: Dim, distinct: bool | None = None) -> Frame:
        """Some of the rows, each once at most unless `distinct` is False."""
        kept = None if self.columns is None else tuple(column.among_others() for column in self.columns)
        labels = Rows() if distinct is False else Rows(self.labels, self.labels.distinct)
        return Frame(rows, self.width, kept, labels, self.alike)

    def labelled(self, labels: Rows) -> Frame:
        return replace(self, labels=labels)

    def with_columns(self, columns: tuple[Column, ...] | None, width: Dim | None = None) -> Frame:
        """Other columns over the same rows."""
        if columns is None:
            return Frame(self.rows, Dim.unknown() if width is None else width, None, self.labels, self.alike)
        return Frame.of(self.rows, columns, self.labels)

    def told_apart(self) -> Frame:
        """Columns that have one name are not told apart by it."""
        names = [column.name for column in self.columns or ()]
        if len(set(names)) == len(names):
            return self
        return replace(self, columns=None, alike=frozenset(name for name in names if names.count(name) > 1))

    def repeats(self, *names: Hashable) -> bool:
        """Several columns may have one of these names."""
        return self.alike is None or not self.alike.isdisjoint(names)

    @property
    def names(self) -> tuple[Hashable, ...] | None:
        return None if self.columns is None else tuple(column.name for column in self.columns)

    def changed(self) -> Frame:
        """Other elements in the same places."""
        columns = None if self.columns is None else tuple(Column(column.name) for column in self.columns)
        return Frame(self.rows, self.width, columns, self.labels, self.alike)

    def column(self, name: Hashable) -> Column | None:
        return next((column for column in self.columns or () if column.name == name), None)

    def without(self, names: tuple[Hashable, ...]) -> Frame:
        """Names that no column has are passed over."""
        if self.columns is None:
            return self.with_columns(None, None if self.repeats(*names) else self.width - len(set(names)))
        return self.with_columns(tuple(column for column in self.columns if column.name not in names))

    def having(self, new: Column) -> Frame:
        """With a column replaced, or added behind the others."""
        if self.columns is None:
            return self.with_columns(None, Dim.unknown(low=1))
        if self.column(new.name) is None:
            return self.with_columns((*self.columns, new))
        return self.with_columns(tuple(new if column.name == new.name else column for column in self.columns))


def loose(facts: Facts) -> Facts:
    """The range, of which the ends need not occur."""
    return Facts(low=facts.low, high=facts.high, one_hot=facts.one_hot)


def lined_up(left: Rows, right: Rows, rows: Dim, others: Dim) -> bool:
    """The rows of two tables have the same labels in the same order."""
    return left is right and rows == others


def framed(cls: Class, frame: Frame) -> Instance:
    """A table of that class. What turns it into an array finds that array hidden in it."""
    return Instance(cls, {" frame": frame, " array": frame.array})


def series(
    cls: Class, array: Tensor, name: Any = None, distinct: int | None = None, labels: Rows | None = None
) -> Instance:
    """A column of that class."""
    if array.dtype == "string":
        array = Tensor(array.shape, "object", array.library, array.box)
    return Instance(cls, {" series": name, " array": array, " distinct": distinct, " labels": labels or Rows()})


def rows_of(value: Any) -> Dim | None:
    """How many rows a table, an array or a list has."""
    from ...core.containers import Sequence

    if isinstance(value, Sequence):
        return value.size
    array = value.hidden("array") if isinstance(value, Instance) else value
    dense = value.hidden("dense") if isinstance(value, Instance) and array is None else array
    if isinstance(dense, Tensor) and dense.shape.known_rank and dense.rank:
        return dense.shape[0]
    return None


def some_rows(value: Any, count: Dim, distinct: bool | None = None) -> Any:
    """The same kind of value with some of its rows, in any order; `distinct` is False where one may come twice."""
    from ...core.containers import Sequence, join_all
    from ...core.value import Unknown

    if isinstance(value, Sequence):
        return Sequence("list", (), join_all(tuple(value)), count) if tuple(value) else value
    if isinstance(value, Tensor):
        if not value.shape.known_rank:
            return Tensor(value.shape, value.dtype, value.library, loose(value.facts))
        return Tensor(value.shape.replace(0, count), value.dtype, value.library, loose(value.facts))
    if isinstance(value, Instance):
        frame, array, dense = (value.hidden(name) for name in ("frame", "array", "dense"))
        if isinstance(frame, Frame):
            return framed(value.cls, frame.with_rows(count, distinct))
        if isinstance(array, Tensor):
            own = value.hidden("labels")
            labels = Rows(own, own.distinct) if isinstance(own, Rows) and distinct is not False else Rows()
            return series(value.cls, some_rows(array, count), value.hidden("series"), labels=labels)
        if isinstance(dense, Tensor):
            return Instance(value.cls, {" dense": some_rows(dense, count)})
    return Unknown("some rows of a value that is not known")

"""Tables of columns, as pandas has them: what is known of one. Shared by the libraries that take and give them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ...core.dim import Dim
from ...core.objects import Class, Instance
from ...core.shape import Shape
from ...core.tensor import NO_FACTS, Facts, Tensor
from ..numpy.dialect import NUMPY
from ..numpy.promote import promote_types

if TYPE_CHECKING:
    from collections.abc import Hashable

_NUMBERS = ("float", "int", "uint", "complex")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its dtype, the range of its elements, and how many of them are different."""

    name: Hashable
    dtype: str | None = None
    facts: Facts = NO_FACTS
    distinct: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """`rows` of `width` columns; `columns` is None where they are not known one by one."""

    rows: Dim
    width: Dim
    columns: tuple[Column, ...] | None = None

    @classmethod
    def of(cls, rows: Dim, columns: tuple[Column, ...]) -> Frame:
        return cls(rows, Dim.of(len(columns)), columns)

    @property
    def dtype(self) -> str | None:
        """The dtype of all elements as one array."""
        dtypes = {column.dtype for column in self.columns or ()}
        if not dtypes or None in dtypes:
            return None
        if dtypes & {"object", "string"} or (len(dtypes) > 1 and "bool" in dtypes):
            return "object"
        return promote_types(*dtypes)

    @property
    def array(self) -> Tensor:
        lows = [column.facts.low for column in self.columns or ()]
        highs = [column.facts.high for column in self.columns or ()]
        low = min(bound for bound in lows if bound is not None) if lows and None not in lows else None
        high = max(bound for bound in highs if bound is not None) if highs and None not in highs else None
        return Tensor(Shape.of(self.rows, self.width), self.dtype, NUMPY, Facts(low=low, high=high))

    def with_rows(self, rows: Dim) -> Frame:
        """Some of the rows: which extremes are among them is not known."""
        kept = None
        if self.columns is not None:
            kept = tuple(replace(column, facts=loose(column.facts), distinct=None) for column in self.columns)
        return Frame(rows, self.width, kept)

    def column(self, name: Hashable) -> Column | None:
        return next((column for column in self.columns or () if column.name == name), None)

    def without(self, names: tuple[Hashable, ...]) -> Frame:
        if self.columns is None:
            return Frame(self.rows, self.width - len(names))
        return Frame.of(self.rows, tuple(column for column in self.columns if column.name not in names))

    def having(self, new: Column) -> Frame:
        """With a column replaced, or added behind the others."""
        if self.columns is None:
            return Frame(self.rows, Dim.unknown(low=1))
        if self.column(new.name) is None:
            return Frame.of(self.rows, (*self.columns, new))
        return Frame.of(self.rows, tuple(new if column.name == new.name else column for column in self.columns))


def loose(facts: Facts) -> Facts:
    """The range, of which the ends need not occur."""
    return Facts(low=facts.low, high=facts.high, one_hot=facts.one_hot)


def framed(cls: Class, frame: Frame) -> Instance:
    """A table of that class. What turns it into an array finds that array hidden in it."""
    return Instance(cls, {" frame": frame, " array": frame.array})


def series(cls: Class, array: Tensor, name: Any = None, distinct: int | None = None) -> Instance:
    """A column of that class."""
    return Instance(cls, {" series": name, " array": array, " distinct": distinct})


def rows_of(value: Any) -> Dim | None:
    """How many rows a table, an array or a list has."""
    from ...core.containers import Sequence

    if isinstance(value, Sequence):
        return value.size
    array = value.hidden("array") if isinstance(value, Instance) else value
    if isinstance(array, Tensor) and array.shape.known_rank and array.rank:
        return array.shape[0]
    return None


def some_rows(value: Any, count: Dim) -> Any:
    """The same kind of value with some of its rows."""
    from ...core.containers import Sequence, join_all
    from ...core.value import Unknown

    if isinstance(value, Sequence):
        return Sequence("list", (), join_all(tuple(value)), count) if tuple(value) else value
    if isinstance(value, Tensor):
        if not value.shape.known_rank:
            return Tensor(value.shape, value.dtype, value.library, loose(value.facts))
        return Tensor(value.shape.replace(0, count), value.dtype, value.library, loose(value.facts))
    if isinstance(value, Instance):
        frame, array = value.hidden("frame"), value.hidden("array")
        if isinstance(frame, Frame):
            return framed(value.cls, frame.with_rows(count))
        if isinstance(array, Tensor):
            return series(value.cls, some_rows(array, count), value.hidden("series"))
    return Unknown("some rows of a value that is not known")

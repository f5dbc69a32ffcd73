"""Tables as values: how they are made, and how their columns are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Sequence, payload_key
from ....core.dim import Dim
from ....core.objects import Instance, library_class
from ....core.shape import Shape
from ....core.tensor import Tensor
from ....core.value import Arguments, Value
from ...numpy.dialect import array
from ..frames import Column, Frame, Rows, framed
from .columns import make as make_series

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ....core.value import Context


TABLE = library_class("pandas.DataFrame")


def frame_of(value: Value | None) -> Frame | None:
    """The table under a DataFrame."""
    found = value.hidden("frame") if isinstance(value, Instance) else None
    return found if isinstance(found, Frame) else None


def make(frame: Frame) -> Instance:
    return framed(TABLE, frame)


def nothing_known() -> Frame:
    return Frame(Dim.unknown(), Dim.unknown())


def own(arguments: Arguments) -> Frame:
    return frame_of(arguments.positional[0]) or nothing_known()


def become(context: Context, target: Value, frame: Frame) -> None:
    """The table itself changes."""
    if isinstance(target, Instance):
        target.hide(context, "frame", frame)
        target.hide(context, "array", frame.array)


def names_of(value: Value | None) -> tuple[Hashable, ...] | None:
    """One label, or the labels of a list; None if they are not known."""
    if isinstance(value, Sequence):
        keys = [payload_key(item) for item in value.known] if value.known is not None else [None]
        return tuple(key[0] for key in keys if key is not None) if None not in keys else None
    several = isinstance(value, Tensor) or (isinstance(value, Instance) and value.hidden("array") is not None)
    key = payload_key(value) if value is not None and not several else None
    return None if key is None else (key[0],)


def column(frame: Frame, name: Hashable, owner: Value | None = None) -> Instance:
    """A column as a value; it knows the table that it was taken from, for writing to it may change that."""
    found = frame.column(name) or Column(name)
    made = make_series(array(Shape.of(frame.rows), found.dtype, found.facts), name, found.distinct, frame.labels)
    made.state[" owner"] = owner
    return made


def column_at(frame: Frame, place: int) -> Instance:
    found = (frame.columns or ())[place]
    return make_series(array(Shape.of(frame.rows), found.dtype, found.facts), found.name, found.distinct, frame.labels)


def selected(frame: Frame, names: tuple[Hashable, ...] | None, width: Dim | None = None) -> Frame:
    """Some of the columns, by their labels."""
    if names is None:
        return frame.with_columns(None, width if frame.alike == frozenset() else None)
    if frame.repeats(*names):
        return frame.with_columns(None)
    return frame.with_columns(tuple(frame.column(name) or Column(name) for name in names))


def forget_column(context: Context, owner: Value | None, name: Hashable) -> None:
    """Some elements of a column were written through a part of the table."""
    frame = frame_of(owner)
    if frame is not None and owner is not None and frame.column(name) is not None:
        become(context, owner, frame.having(Column(name)))


def labels_of(value: Value | None) -> Rows | None:
    """The labels of the rows of a table or a column."""
    frame = frame_of(value)
    if frame is not None:
        return frame.labels
    found = value.hidden("labels") if isinstance(value, Instance) else None
    return found if isinstance(found, Rows) else None


from . import columns, dataframe  # noqa: E402,F401  they give the class above its methods

"""`df.iloc[...]` and `df.loc[...]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Sequence, Slice
from ....core.dim import Dim
from ....core.objects import Instance, library_class
from ....core.plain import NONE, Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import Tensor
from ....core.value import Arguments, Unknown, Value
from ...numpy.dialect import array
from ..frames import Frame, loose, some_rows
from .columns import make as make_series

if TYPE_CHECKING:
    from collections.abc import Callable

    from ....core.value import Context

    Method = Callable[[Context, Arguments], Value]
from .tables import become, column, frame_of, make, names_of, nothing_known, selected


def located(by_place: bool) -> Method:
    def method(context: Context, arguments: Arguments) -> Value:
        return Instance(PLACES if by_place else LABELS, {" owner": arguments.positional[0]})

    return method


def _owner(arguments: Arguments) -> Frame | None:
    located = arguments.positional[0]
    return frame_of(located.hidden("owner")) if isinstance(located, Instance) else None


def _pair(index: Value) -> tuple[Value, Value]:
    if isinstance(index, Sequence) and index.type_name == "tuple" and len(index.known or ()) == 2:
        first, second = index.known or ()
        return first, second
    return index, Slice()


def _places(context: Context, arguments: Arguments) -> Value:
    """`df.iloc[rows, columns]`"""
    frame = _owner(arguments)
    if frame is None:
        return Unknown("some rows of a table")
    index = arguments.positional[1]
    rows, columns = _pair(index)
    shape = Sequence.tuple((rows, columns))
    found = context.apply("numpy.ndarray.__getitem__", Arguments((frame.array, shape)))
    if not isinstance(found, Tensor) or not found.shape.known_rank:
        return Unknown("some rows of a table")
    several_rows = not isinstance(rows, (Constant, Scalar))
    if found.rank == 2:
        return make(_chosen(frame, columns, found.shape))
    if found.rank == 1:
        name = _nth(frame, columns) if several_rows else None
        known = frame.columns[name] if name is not None and frame.columns is not None else None
        if known is not None:
            return make_series(array(found.shape, known.dtype, loose(known.facts)), known.name)
        return make_series(found)
    return array(Shape(), None)


def _chosen(frame: Frame, columns: Value, shape: Shape) -> Frame:
    bounds = columns.python_slice if isinstance(columns, Slice) else None
    if frame.columns is not None and bounds is not None:
        return Frame.of(frame.rows, frame.columns[bounds]).with_rows(shape[0])
    places = names_of(columns) if isinstance(columns, Sequence) else None
    if frame.columns is not None and places is not None and all(isinstance(p, int) for p in places):
        picked = tuple(
            frame.columns[p] for p in places if isinstance(p, int) and -len(frame.columns) <= p < len(frame.columns)
        )
        if len(picked) == len(places):
            return Frame.of(frame.rows, picked).with_rows(shape[0])
    return Frame(shape[0], shape[1])


def _nth(frame: Frame, place: Value) -> int | None:
    number = place.payload if isinstance(place, Constant) else None
    known = frame.columns is not None and isinstance(number, int) and -len(frame.columns) <= number < len(frame.columns)
    return number if known else None


def _labels(context: Context, arguments: Arguments) -> Value:
    """`df.loc[rows, columns]`"""
    frame = _owner(arguments)
    if frame is None:
        return Unknown("some rows of a table")
    rows, columns = _pair(arguments.positional[1])
    whole = isinstance(rows, Slice) and rows.python_slice == slice(None)
    if isinstance(rows, (Constant, Scalar, Unknown)):
        return Unknown("rows of a label")
    count = frame.rows if whole else Dim.unknown()
    if isinstance(columns, Slice):
        every = columns.python_slice == slice(None)
        return make((frame if every else Frame(frame.rows, Dim.unknown())).with_rows(count))
    if isinstance(columns, Sequence):
        return make(selected(frame, names_of(columns)).with_rows(count))
    if isinstance(columns, (Tensor, Instance)):  # a mask over the columns
        return make(Frame(frame.rows, Dim.unknown()).with_rows(count))
    names = names_of(columns)
    return some_rows(column(frame, names[0]), count) if names is not None else Unknown("a column")


def _writes(by_place: bool) -> Method:
    """Elements are written: dtypes and ranges may be others. A new label makes a new row or column."""

    def method(context: Context, arguments: Arguments) -> Value:
        located, frame = arguments.positional[0], _owner(arguments)
        owner = located.hidden("owner") if isinstance(located, Instance) else None
        if owner is not None and frame is not None:
            become(context, owner, Frame(frame.rows, frame.width) if by_place else nothing_known())
        return NONE

    return method


PLACES = library_class("pandas.DataFrame.iloc", __getitem__=_places, __setitem__=_writes(True))
LABELS = library_class("pandas.DataFrame.loc", __getitem__=_labels, __setitem__=_writes(False))

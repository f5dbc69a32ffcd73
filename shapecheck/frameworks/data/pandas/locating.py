"""`df.iloc[...]` and `df.loc[...]`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ....core.containers import Sequence, Slice
from ....core.dim import Dim
from ....core.objects import Instance, library_class
from ....core.plain import NONE, Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import Tensor
from ....core.value import Arguments, Unknown, Value
from ...numpy.dialect import array
from ..frames import Column, Frame
from .columns import column_of, one
from .columns import make as make_series
from .labels import INDEX
from .series import masked, names_one
from .tables import become, column_at, frame_of, labels_of, make, names_of, selected

if TYPE_CHECKING:
    from ....core.value import Context
    from .columns import Method


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


# -- places --------------------------------------------------------------------------------------------------------


def _places(context: Context, arguments: Arguments) -> Value:
    """`df.iloc[rows, columns]`"""
    frame = _owner(arguments)
    if frame is None:
        return Unknown("some rows of a table")
    rows, columns = _pair(arguments.positional[1])
    # rows and columns are taken one after the other
    kept = context.apply("numpy.ndarray.__getitem__", Arguments((array(Shape.of(frame.rows), "int64"), rows)))
    wide = context.apply("numpy.ndarray.__getitem__", Arguments((array(Shape.of(frame.width), "int64"), columns)))
    if not isinstance(kept, Tensor) or not isinstance(wide, Tensor):
        return Unknown("some rows of a table")
    if not kept.shape.known_rank or not wide.shape.known_rank or kept.rank > 1 or wide.rank > 1:
        return Unknown("some rows of a table")
    chosen = _chosen(frame, columns, wide)
    if kept.rank == 1:
        repeated = False if not isinstance(rows, Slice) and masked(rows) is None else None
        found = chosen if rows_are_all(rows) else chosen.with_rows(kept.shape[0], repeated)
        if wide.rank == 1:
            return make(found)
        return column_at(found, 0) if found.columns else make_series(array(Shape.of(found.rows), None))
    if wide.rank == 0:
        return one(column_at(chosen, 0).hidden("array")) if chosen.columns else Unknown("an element of a table")
    return _row(chosen, wide.shape[0])


def rows_are_all(rows: Value) -> bool:
    return isinstance(rows, Slice) and rows.python_slice == slice(None)


def _row(frame: Frame, width: Dim) -> Instance:
    """One row as a column: of the dtype that all its elements have."""
    return make_series(array(Shape.of(width), frame.dtype, frame.array.facts))


def _chosen(frame: Frame, columns: Value, wide: Tensor) -> Frame:
    width = wide.shape[0] if wide.rank else Dim.of(1)
    if frame.columns is None:
        found = frame.with_columns(None, width)
        return found if isinstance(columns, (Slice, Constant)) else replace(found, alike=None)
    bounds = columns.python_slice if isinstance(columns, Slice) else None
    if bounds is not None:
        return frame.with_columns(frame.columns[bounds])
    places = names_of(columns) if isinstance(columns, (Constant, Sequence)) else None
    known = [p for p in places or () if isinstance(p, int) and not isinstance(p, bool)]
    fits = places is not None and len(known) == len(places)
    if fits and all(-len(frame.columns) <= p < len(frame.columns) for p in known):
        return frame.with_columns(tuple(frame.columns[p] for p in known))
    return replace(frame.with_columns(None, width), alike=None)


# -- labels --------------------------------------------------------------------------------------------------------


def _labels(context: Context, arguments: Arguments) -> Value:
    """`df.loc[rows, columns]`"""
    frame = _owner(arguments)
    if frame is None:
        return Unknown("some rows of a table")
    rows, columns = _pair(arguments.positional[1])
    chosen = _named(frame, columns)
    if chosen is None:
        return Unknown("some columns of a table")
    several = not isinstance(columns, (Constant, Scalar))
    if isinstance(rows, (Constant, Scalar)):
        if not names_one(rows, frame.labels):
            return Unknown("rows of a label")
        return _row(chosen, chosen.width) if several else _element(chosen)
    kept = _rows(frame, chosen, rows)
    if kept is None:
        return Unknown("rows of some labels")
    if several:
        return make(kept)
    return column_at(kept, 0) if kept.columns else make_series(array(Shape.of(kept.rows), None))


def _element(frame: Frame) -> Value:
    return one(column_at(frame, 0).hidden("array")) if frame.columns else Unknown("an element of a table")


def _rows(frame: Frame, chosen: Frame, rows: Value) -> Frame | None:
    """The rows of a mask, a slice, or a list of labels."""
    if rows_are_all(rows):
        return chosen
    count = masked(rows)
    if count is not None or isinstance(rows, Slice):
        return chosen.with_rows(Dim.unknown() if count is None else count)
    if isinstance(rows, Instance) and rows.cls is INDEX:
        theirs, found = labels_of(rows), rows.hidden("array")
        if theirs is frame.labels and frame.labels.distinct:
            return chosen
        known = theirs is not None and theirs.of is frame.labels and frame.labels.distinct
        return chosen.with_rows(found.shape[0], False) if known else chosen.with_rows(Dim.unknown(), False)
    if isinstance(rows, (Sequence, Tensor)) or column_of(rows) is not None:
        size = rows.size if isinstance(rows, Sequence) and frame.labels.distinct else Dim.unknown()
        return chosen.with_rows(size, False)
    return None


def _named(frame: Frame, columns: Value) -> Frame | None:
    """The columns of a name, a list of names, a slice, or a mask."""
    if frame.alike != frozenset() and not (isinstance(columns, Slice) and columns.python_slice == slice(None)):
        names = names_of(columns)
        if names is None or frame.repeats(*names) or isinstance(columns, Slice):
            return frame.with_columns(None) if isinstance(columns, (Slice, Sequence, Tensor)) else None
    if isinstance(columns, Slice):
        return _between(frame, columns)
    if isinstance(columns, Tensor) or column_of(columns) is not None:
        return frame.with_columns(None)
    if isinstance(columns, Sequence):
        return frame.with_columns(None) if masked(columns) is not None else selected(frame, names_of(columns))
    names = names_of(columns)
    return None if names is None else selected(frame, names)


def _between(frame: Frame, columns: Slice) -> Frame:
    """`"a":"c"` takes both ends."""
    bounds = columns.python_slice
    if bounds == slice(None):
        return frame
    names = list(frame.names or ())
    ends = (bounds.start, bounds.stop) if bounds is not None and bounds.step is None else (..., ...)
    if frame.columns is None or any(end is not None and end not in names for end in ends):
        return frame.with_columns(None)
    start = 0 if ends[0] is None else names.index(ends[0])
    stop = len(names) if ends[1] is None else names.index(ends[1]) + 1
    return frame.with_columns(frame.columns[start:stop])


# -- writing -------------------------------------------------------------------------------------------------------


def _writes(by_place: bool) -> Method:
    """Elements are written: dtypes and ranges may be others. A new label makes a new row or column."""

    def method(context: Context, arguments: Arguments) -> Value:
        located, frame = arguments.positional[0], _owner(arguments)
        owner = located.hidden("owner") if isinstance(located, Instance) else None
        if owner is None or frame is None:
            return NONE
        rows, columns = _pair(arguments.positional[1])
        if by_place:
            become(context, owner, frame.changed())
            return NONE
        fixed = isinstance(rows, Slice) or masked(rows) is not None
        grown = frame if fixed else Frame(Dim.unknown(), frame.width, frame.columns)
        names = None if isinstance(columns, (Slice, Tensor, Instance)) else names_of(columns)
        if isinstance(columns, Slice):
            become(context, owner, grown.changed())
        elif names is None or frame.columns is None:
            become(context, owner, grown.with_columns(None))
        else:
            for name in names:
                grown = grown.having(Column(name))
            become(context, owner, grown if fixed else grown.changed())
        return NONE

    return method


PLACES = library_class("pandas.DataFrame.iloc", __getitem__=_places, __setitem__=_writes(True))
LABELS = library_class("pandas.DataFrame.loc", __getitem__=_labels, __setitem__=_writes(False))

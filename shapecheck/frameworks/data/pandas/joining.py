"""Tables one below the other, and side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.objects import Instance
from ....core.plain import NONE, Constant
from ....core.shape import Shape
from ....core.tensor import Facts
from ....core.value import Arguments, Unknown, Value
from ...numpy.dialect import NP, array
from ..frames import RANGE, Column, Frame, lined_up
from .columns import column_of
from .columns import make as make_series
from .tables import frame_of, labels_of, make, nothing_known

if TYPE_CHECKING:
    from ....core.value import Context


@NP.native("pandas.concat")
def concat(context: Context, arguments: Arguments) -> Value:
    objects, axis = arguments.get(0, "objs"), arguments.get(1, "axis")
    given = objects.known if isinstance(objects, Sequence) else None
    across = _across(axis)
    if not given or across is None or set(arguments.keywords) - {"objs", "axis", "ignore_index", "sort"}:
        return Unknown("tables that are joined")
    given = tuple(one for one in given if one is not NONE)
    frames = [_frame(one) for one in given]
    known = [frame for frame in frames if frame is not None]
    if len(known) < len(frames) or not known:
        return Unknown("tables that are joined")
    afresh = arguments.keywords.get("ignore_index")
    numbered = afresh is not None and isinstance(afresh, Constant) and bool(afresh.payload)
    if across:
        found = side_by_side(known)
        return make(found.with_columns(None, found.width) if afresh is not None else found)
    if all(column_of(one) is not None for one in given):
        return _column_below(known)
    found = below(known)
    return make(found.labelled(RANGE) if numbered else found)


def _across(axis: Value | None) -> bool | None:
    if axis is None:
        return False
    known = isinstance(axis, Constant) and axis.payload in (0, 1, "index", "rows", "columns")
    return axis.payload in (1, "columns") if known and isinstance(axis, Constant) else None


def _frame(value: Value) -> Frame | None:
    """A table; a column is a table of one."""
    column = column_of(value)
    if column is None or not isinstance(value, Instance):
        return frame_of(value)
    name, labels = value.hidden("series"), labels_of(value)
    if name is None:
        return Frame(column.shape[0], Dim.of(1), None, labels or nothing_known().labels)
    only = Column(name, column.dtype, column.facts, value.hidden("distinct"))
    return Frame.of(column.shape[0], (only,), labels)


def side_by_side(frames: list[Frame]) -> Frame:
    """Lined up by the labels of the rows; what is missing leaves gaps."""
    first, width = frames[0], Dim.of(0)
    for frame in frames:
        width = width + frame.width
    fits = all(lined_up(first.labels, frame.labels, first.rows, frame.rows) for frame in frames)
    columns = None
    if all(frame.columns is not None for frame in frames):
        columns = tuple(c if fits else Column(c.name) for frame in frames for c in frame.columns or ())
    alike = None if columns is None and len(frames) > 1 else frames[0].alike
    if not fits:
        return Frame(Dim.unknown(), width, columns, alike=alike).told_apart()
    return Frame(first.rows, width, columns, first.labels, alike).told_apart()


def below(frames: list[Frame]) -> Frame:
    """One below the other; columns of one name go together."""
    rows = Dim.of(0)
    for frame in frames:
        rows = rows + frame.rows
    names = {frame.names for frame in frames}
    if None in names:
        apart = all(frame.alike == frozenset() for frame in frames)
        return Frame(rows, Dim.unknown(), alike=frozenset() if apart else None)
    if len(names) == 1:
        return Frame.of(rows, tuple(map(_together, zip(*(frame.columns or () for frame in frames), strict=True))))
    every = dict.fromkeys(name for frame in frames for name in frame.names or ())
    return Frame.of(rows, tuple(Column(name) for name in every))


def _together(columns: tuple[Column, ...]) -> Column:
    dtypes = {column.dtype for column in columns}
    facts = columns[0].facts
    for column in columns[1:]:
        facts = _span(facts, column.facts)
    return Column(columns[0].name, dtypes.pop() if len(dtypes) == 1 else None, facts)


def _span(one: Facts, other: Facts) -> Facts:
    low = None if one.low is None or other.low is None else min(one.low, other.low)
    high = None if one.high is None or other.high is None else max(one.high, other.high)
    return Facts(low=low, high=high, attained=(one.attained and other.attained) or None)


def _column_below(frames: list[Frame]) -> Instance:
    rows, dtypes = Dim.of(0), set()
    for frame in frames:
        rows = rows + frame.rows
        dtypes.add(frame.columns[0].dtype if frame.columns else None)
    return make_series(array(Shape.of(rows), dtypes.pop() if len(dtypes) == 1 else None))

"""`df.groupby(...)`, where it decides a size: one row for each group, or as many as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.objects import Instance, Property, library_class
from ....core.plain import Constant
from ....core.shape import Shape
from ....core.value import Arguments, Native, Unknown, Value
from ...numpy.dialect import array
from ..frames import Frame
from .columns import make as make_series
from .tables import make, names_of, own

if TYPE_CHECKING:
    from ....core.value import Context

_EACH = "mean sum std var min max median first last count nunique prod"
_KEPT = "transform cumsum cumprod cummax cummin cumcount shift rank ffill bfill diff pct_change"


def grouped(context: Context, arguments: Arguments) -> Value:
    """One column of the table as the key; anything else is left open."""
    frame, names = own(arguments), names_of(arguments.get(1, "by"))
    plain = len(arguments.positional) + len(arguments.keywords) == 2 and frame.names is not None
    if not plain or names is None or len(names) != 1 or frame.column(names[0]) is None:
        return Instance(GROUPS, {})
    key = frame.column(names[0])
    several = isinstance(arguments.get(1, "by"), Sequence)
    return Instance(GROUPS, {" table": frame, " key": key, " several": several, " one": None})


def _table(arguments: Arguments) -> Frame | None:
    groups = arguments.positional[0]
    found = groups.hidden("table") if isinstance(groups, Instance) else None
    return found if isinstance(found, Frame) else None


def _number(arguments: Arguments) -> Dim:
    groups = arguments.positional[0]
    key = groups.hidden("key") if isinstance(groups, Instance) else None
    number = key.distinct if key is not None else None
    return Dim.unknown() if number is None else Dim.of(number)


def _chosen(context: Context, arguments: Arguments) -> Value:
    """`groups["a"]`, `groups[["a", "b"]]`"""
    groups, index = arguments.positional[:2]
    frame, names = _table(arguments), names_of(index)
    if frame is None or names is None or not isinstance(groups, Instance):
        return Instance(GROUPS, {})
    one = not isinstance(index, Sequence)
    columns = tuple(column for name in names if (column := frame.column(name)) is not None)
    kept = {name: value for name, value in groups.state.items() if name.startswith(" ")}
    return Instance(GROUPS, {**kept, " chosen": columns, " one": one})


def _each(context: Context, arguments: Arguments) -> Value:
    """One row for each group."""
    groups, frame = arguments.positional[0], _table(arguments)
    if frame is None or not isinstance(groups, Instance):
        return Unknown("a table in groups")
    rows, chosen = _number(arguments), groups.hidden("chosen")
    if groups.hidden("one"):
        return make_series(array(Shape.of(rows), None))
    if chosen is not None:
        return make(Frame(rows, Dim.of(len(chosen))))
    return make(Frame(rows, Dim.unknown()))


def _kept(context: Context, arguments: Arguments) -> Value:
    """As many rows as the table has."""
    groups, frame = arguments.positional[0], _table(arguments)
    if frame is None or not isinstance(groups, Instance):
        return Unknown("a table in groups")
    missing = getattr(groups.hidden("key"), "distinct", None) is None
    rows = frame.rows
    if groups.hidden("one"):
        return make_series(array(Shape.of(rows), None), None, None, frame.labels)
    return Unknown("a table in groups") if missing else make(Frame(rows, Dim.unknown(), None, frame.labels))


def _sizes(context: Context, arguments: Arguments) -> Value:
    if _table(arguments) is None:
        return Unknown("a table in groups")
    return make_series(array(Shape.of(_number(arguments)), "int64"))


def _count(context: Context, arguments: Arguments) -> Value:
    return Constant(_number(arguments)) if _table(arguments) is not None else Unknown("a number of groups")


def _iterate(context: Context, arguments: Arguments) -> Value:
    """Pairs of the key and its rows."""
    frame = _table(arguments)
    part = make(frame.with_rows(Dim.unknown(low=1))) if frame is not None else Unknown("a group")
    groups = arguments.positional[0]
    if isinstance(groups, Instance) and groups.hidden("one"):
        part = Unknown("a group")
    return Sequence("iterator", (), Sequence.tuple((Unknown("a key"), part)), _number(arguments))


def _unknown(context: Context, arguments: Arguments) -> Value:
    return Unknown("a table in groups")


GROUPS = library_class(
    "pandas.api.typing.DataFrameGroupBy", __getitem__=_chosen, __len__=_count, __iter__=_iterate, size=_sizes,
    ngroups=Property(Native("ngroups", _count)), __getattr__=_unknown, get_group=_unknown,
    **dict.fromkeys(_EACH.split(), _each), **dict.fromkeys(_KEPT.split(), _kept),
)  # fmt: skip

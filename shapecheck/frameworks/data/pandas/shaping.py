"""Methods of `DataFrame` that take, leave out, name or order rows and columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ....core.containers import Mapping, Sequence
from ....core.dim import Dim
from ....core.dtype import family
from ....core.objects import Instance
from ....core.plain import NONE, Constant
from ....core.tensor import Facts
from ....core.value import Arguments, Unknown, Value
from ...numpy.dialect import NP, dtype_of
from ..frames import RANGE, Column, Frame, Rows
from .columns import cast, count_of, sampled
from .columns import inplace as _inplace
from .labels import INDEX
from .tables import become, column, column_at, frame_of, make, names_of, own, selected

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ....core.value import Context
    from .columns import Method


def changed(context: Context, arguments: Arguments, frame: Frame) -> Value:
    """The new table; with inplace=True the old one becomes it."""
    if _inplace(arguments):
        become(context, arguments.positional[0], frame)
        return NONE
    return make(frame)


def by_column(arguments: Arguments, position: int | None, default: bool = False) -> bool | None:
    """What `axis=` says; None if it is not known."""
    axis = arguments.get(position, "axis")
    if axis is None:
        return default
    if not isinstance(axis, Constant) or axis.payload not in (0, 1, "columns", "index", "rows"):
        return None
    return axis.payload in (1, "columns")


def _true(value: Value | None) -> bool | None:
    """A switch that is off unless it is given; None if it is not known."""
    return False if value is None else bool(value.payload) if isinstance(value, Constant) else None


# -- leaving out ---------------------------------------------------------------------------------------------------


def _drop(context: Context, arguments: Arguments) -> Value:
    frame, columnwise = own(arguments), by_column(arguments, 2)
    labels = arguments.get(1, "labels")
    columns, rows = arguments.get(None, "columns"), arguments.get(None, "index")
    if labels is not None and labels is not NONE:
        columns, rows = (labels, rows) if columnwise else (columns, labels)
    tolerant = "errors" in arguments.keywords
    if columnwise is None or "level" in arguments.keywords:
        return changed(context, arguments, Frame(Dim.unknown(), Dim.unknown()))
    if columns is not None and columns is not NONE:
        names = names_of(columns)
        vague = names is None or (frame.columns is None and tolerant)
        frame = frame.with_columns(None) if vague or names is None else frame.without(names)
    if rows is not None and rows is not NONE:
        left = None if tolerant else _dropped(frame, rows)
        frame = frame.with_rows(Dim.unknown() if left is None else frame.rows - left)
    return changed(context, arguments, frame)


def _dropped(frame: Frame, rows: Value) -> Dim | None:
    """How many rows these labels name, where each names one."""
    if isinstance(rows, Instance) and rows.cls is INDEX:
        theirs = rows.hidden("labels")
        known = isinstance(theirs, Rows) and (theirs is frame.labels or theirs.of is frame.labels)
        found = rows.hidden("array")
        return found.shape[0] if known and frame.labels.distinct and found.shape.known_rank else None
    names = names_of(rows)
    return Dim.of(len(set(names))) if names is not None and frame.labels.distinct else None


def _pop(context: Context, arguments: Arguments) -> Value:
    frame, names = own(arguments), names_of(arguments.get(1, "item"))
    if names is None or frame.repeats(*names):
        become(context, arguments.positional[0], frame.with_columns(None))
        return Unknown("a column")
    taken = column(frame, names[0])
    become(context, arguments.positional[0], frame.without(names))
    return taken


def _dropna(context: Context, arguments: Arguments) -> Value:
    frame, columnwise = own(arguments), by_column(arguments, 1)
    if columnwise is None:
        return changed(context, arguments, Frame(Dim.unknown(), Dim.unknown()))
    return changed(context, arguments, frame.with_columns(None) if columnwise else frame.with_rows(Dim.unknown()))


def _some(context: Context, arguments: Arguments) -> Value:
    return changed(context, arguments, own(arguments).with_rows(Dim.unknown()))


def _most(context: Context, arguments: Arguments) -> Value:
    frame = own(arguments)
    count = count_of(arguments.get(1, "n"), frame.rows, None) if "keep" not in arguments.keywords else None
    return make(frame.with_rows(Dim.unknown() if count is None else count))


def _head(context: Context, arguments: Arguments) -> Value:
    frame = own(arguments)
    count = count_of(arguments.get(1, "n"), frame.rows, 5)
    return make(frame.with_rows(Dim.unknown() if count is None else count))


def _sample(context: Context, arguments: Arguments) -> Value:
    frame, columnwise = own(arguments), by_column(arguments, 6)
    if columnwise is not False:
        return Unknown("some rows or columns of a table")
    found = frame.with_rows(sampled(frame.rows, arguments), _true(arguments.get(3, "replace")) is False)
    return make(found.labelled(RANGE) if _true(arguments.get(7, "ignore_index")) else found)


# -- columns -------------------------------------------------------------------------------------------------------


def _insert(context: Context, arguments: Arguments) -> Value:
    from .dataframe import with_column

    frame, place = own(arguments), arguments.get(1, "loc")
    names, value = names_of(arguments.get(2, "column")), arguments.get(3, "value")
    if names is None or value is None or frame.columns is None or not isinstance(place, Constant):
        become(context, arguments.positional[0], frame.with_columns(None, frame.width + 1))
        return NONE
    if not isinstance(place.payload, int) or frame.column(names[0]) is not None:
        become(context, arguments.positional[0], frame.with_columns(None, frame.width + 1))
        return NONE
    wide = with_column(frame, names[0], value)
    *before, new = wide.columns or ()
    before.insert(place.payload, new)
    become(context, arguments.positional[0], wide.with_columns(tuple(before)))
    return NONE


def _assign(context: Context, arguments: Arguments) -> Value:
    from .dataframe import with_column

    frame = own(arguments)
    for name, value in arguments.keywords.items():
        called = value.kind in ("function", "method")
        frame = with_column(frame, name, context.call(value, Arguments((make(frame),))) if called else value)
    return make(frame)


def _rename(context: Context, arguments: Arguments) -> Value:
    frame, columnwise = own(arguments), by_column(arguments, None)
    rule = arguments.get(None, "columns")
    first = arguments.get(1, "mapper")
    if rule is None and first is not None and columnwise is not False:
        rule = first if columnwise else Unknown("names")
    if first is not None or "index" in arguments.keywords:
        frame = frame.labelled(Rows())
    if rule is None:
        return changed(context, arguments, frame)
    if not isinstance(rule, Mapping) or rule.partial or frame.columns is None:
        renamed = replace(frame.with_columns(None, frame.width), alike=_new_names(frame, rule))
        return changed(context, arguments, renamed)
    new = {name: names_of(value) for name, value in rule.items.items()}
    if None in new.values():
        return changed(context, arguments, replace(frame.with_columns(None, frame.width), alike=None))
    columns = tuple(replace(c, name=(new.get(c.name) or (c.name,))[0]) for c in frame.columns)
    return changed(context, arguments, frame.with_columns(columns))


def _new_names(frame: Frame, rule: Value) -> frozenset[Hashable] | None:
    """The names that several columns may have after some of them are renamed."""
    given = rule.items.values() if isinstance(rule, Mapping) and not rule.partial else (None,)
    names = [names_of(value) for value in given]
    known = [name[0] for name in names if name is not None]
    return frame.alike.union(known) if frame.alike is not None and len(known) == len(names) else None


def _reset_index(context: Context, arguments: Arguments) -> Value:
    frame, kept = own(arguments), _true(arguments.get(2, "drop"))
    if kept and not isinstance(arguments.get(1, "level"), Constant):
        return changed(context, arguments, frame.labelled(RANGE))
    if kept is None or frame.labels is not RANGE or frame.columns is None or frame.column("index"):
        return changed(context, arguments, Frame(frame.rows, Dim.unknown(low=1), None, RANGE))
    columns = (Column("index", "int64", Facts(low=0)), *frame.columns)
    return changed(context, arguments, Frame.of(frame.rows, columns, RANGE))


def _set_index(context: Context, arguments: Arguments) -> Value:
    frame, keys = own(arguments), arguments.get(1, "keys")
    kept, names = _true(arguments.get(2, "drop")), names_of(keys)
    if isinstance(keys, Instance) or (kept is False and "drop" in arguments.keywords):
        return changed(context, arguments, frame.labelled(Rows()))
    if names == ():  # no labels are left
        return changed(context, arguments, Frame(Dim.unknown(), frame.width))
    if names is None or "append" in arguments.keywords:
        return changed(context, arguments, frame.with_columns(None).labelled(Rows()))
    return changed(context, arguments, frame.without(names).labelled(Rows()))


def _select_dtypes(context: Context, arguments: Arguments) -> Value:
    frame = own(arguments)
    wanted, unwanted = _kinds(arguments.get(1, "include")), _kinds(arguments.get(2, "exclude"))
    dtypes = [column.dtype for column in frame.columns or ()]
    if frame.columns is None or None in dtypes or wanted is None or unwanted is None:
        return make(frame.with_columns(None))
    kept = tuple(c for c in frame.columns if (not wanted or _among(c, wanted)) and not _among(c, unwanted))
    return make(frame.with_columns(kept))


def _kinds(value: Value | None) -> tuple[str, ...] | None:
    """The kinds of dtypes that a selection names: a dtype, or `number`; None if one of them is not known."""
    if value is None or value is NONE:
        return ()
    several = value.known if isinstance(value, Sequence) else (value,)
    found = []
    for one in several or ():
        text = one.payload if isinstance(one, Constant) else None
        kind = "number" if text == "number" or getattr(one, "name", "") == "numpy.number" else dtype_of(one)
        found.append("object" if kind == "string" else kind)
    return None if None in found or several is None else tuple(kind for kind in found if kind is not None)


def _among(column: Column, kinds: tuple[str, ...]) -> bool:
    return any(
        column.dtype == kind or (kind == "number" and family(column.dtype) in ("int", "uint", "float"))
        for kind in kinds
    )


def _filter(context: Context, arguments: Arguments) -> Value:
    frame, items = own(arguments), arguments.get(1, "items")
    like, names = arguments.get(2, "like"), names_of(items) if items is not None else None
    if frame.columns is None or "axis" in arguments.keywords:
        return Unknown("some columns of a table")
    if names is not None and frame.names is not None:
        return make(selected(frame, tuple(name for name in names if name in frame.names)))
    if isinstance(like, Constant) and items is None and all(isinstance(name, str) for name in frame.names or ()):
        return make(frame.with_columns(tuple(c for c in frame.columns if str(like.payload) in str(c.name))))
    return make(frame.with_columns(None))


def _reindex(context: Context, arguments: Arguments) -> Value:
    frame, names = own(arguments), names_of(arguments.get(None, "columns"))
    if names is not None and set(arguments.keywords) == {"columns"} and len(arguments.positional) == 1:
        return make(selected(frame, names))
    return Unknown("a table with other labels")


def _squeeze(context: Context, arguments: Arguments) -> Value:
    frame = own(arguments)
    several = frame.rows.value not in (None, 1)
    if frame.columns is not None and several and len(arguments.positional) == 1 and not arguments.keywords:
        return column_at(frame, 0) if len(frame.columns) == 1 else make(frame)
    return Unknown("a table or its only column")


# -- order and elements --------------------------------------------------------------------------------------------


def _same(context: Context, arguments: Arguments) -> Value:
    return make(own(arguments))


def _sorted(context: Context, arguments: Arguments) -> Value:
    """The same rows in another order."""
    frame, columnwise = own(arguments), by_column(arguments, 2)
    if columnwise is not False:
        return changed(context, arguments, frame.with_columns(None, frame.width).labelled(Rows()))
    ordered = RANGE if _true(arguments.get(None, "ignore_index")) else Rows(frame.labels, frame.labels.distinct)
    return changed(context, arguments, frame.labelled(ordered))


def _sort_index(context: Context, arguments: Arguments) -> Value:
    frame, columnwise = own(arguments), by_column(arguments, 1)
    if columnwise is False:
        return changed(context, arguments, frame.labelled(Rows(frame.labels, frame.labels.distinct)))
    if len(arguments.keywords) > 1 or frame.columns is None or not all(isinstance(n, str) for n in frame.names or ()):
        return changed(context, arguments, frame.with_columns(None, frame.width).labelled(Rows()))
    return changed(context, arguments, frame.with_columns(tuple(sorted(frame.columns, key=lambda c: str(c.name)))))


def _others(context: Context, arguments: Arguments) -> Value:
    """As many rows and columns, other elements."""
    return changed(context, arguments, own(arguments).changed())


def _filled(context: Context, arguments: Arguments) -> Value:
    """`fillna(number)`: whole numbers have none that is missing."""
    frame, value = own(arguments), arguments.get(1, "value")
    number = value.payload if isinstance(value, Constant) else None
    columns = []
    for one in frame.columns or ():
        plain = family(one.dtype) == "float" and isinstance(number, (int, float))
        columns.append(one if family(one.dtype) in ("int", "bool") else Column(one.name, one.dtype if plain else None))
    return changed(context, arguments, frame.with_columns(tuple(columns) if frame.columns is not None else None,
                                                          frame.width))  # fmt: skip


def _truths(context: Context, arguments: Arguments) -> Value:
    frame = own(arguments)
    columns = None if frame.columns is None else tuple(Column(c.name, "bool") for c in frame.columns)
    return make(frame.with_columns(columns, frame.width))


def _astype(context: Context, arguments: Arguments) -> Value:
    wanted, frame = arguments.get(1, "dtype"), own(arguments)
    if frame.columns is None or wanted is None:
        return make(frame.changed())
    rules = wanted.items if isinstance(wanted, Mapping) and not wanted.partial else None
    if isinstance(wanted, Mapping) and rules is None:
        return make(frame.changed())
    kept = []
    for one in frame.columns:
        rule = wanted if rules is None else rules.get(one.name)
        if rule is None:
            kept.append(one)
            continue
        from ....core.shape import Shape
        from ...numpy.dialect import array

        dtype = NP.dtype_of(rule)
        facts = cast(array(Shape.of(frame.rows), one.dtype, one.facts), dtype)
        category = isinstance(rule, Constant) and rule.payload == "category"
        distinct = one.distinct if category or dtype == one.dtype else None
        kept.append(Column(one.name, dtype, facts or Facts(), distinct))
    return make(frame.with_columns(tuple(kept)))


def transposed(context: Context, arguments: Arguments) -> Value:
    frame = own(arguments)
    return make(Frame(frame.width, frame.rows, alike=frozenset() if frame.labels.distinct else None))


def _joined(context: Context, arguments: Arguments) -> Value:
    """`df.join(other)` by the labels of the rows."""
    from .joining import side_by_side

    other = arguments.get(1, "other")
    mine, theirs = own(arguments), frame_of(other)
    if theirs is None or len(arguments.positional) != 2 or arguments.keywords or mine.labels is not theirs.labels:
        return make(Frame(Dim.unknown(), Dim.unknown()))
    return make(side_by_side([mine, theirs])) if mine.labels.distinct else make(Frame(Dim.unknown(), Dim.unknown()))


def _merged(context: Context, arguments: Arguments) -> Value:
    return make(Frame(Dim.unknown(), Dim.unknown()))


def _unknown(context: Context, arguments: Arguments) -> Value:
    return Unknown("what a table becomes")


_OTHERS = (
    "replace applymap map ffill bfill interpolate round clip abs where mask cumsum cumprod cummax cummin shift rank "
    "diff pct_change"
)
METHODS: dict[str, Method] = {
    "drop": _drop, "pop": _pop, "dropna": _dropna, "drop_duplicates": _some, "query": _some, "nlargest": _most,
    "nsmallest": _most, "head": _head, "tail": _head, "sample": _sample, "insert": _insert, "assign": _assign,
    "rename": _rename, "reset_index": _reset_index, "set_index": _set_index, "select_dtypes": _select_dtypes,
    "filter": _filter, "reindex": _reindex, "squeeze": _squeeze, "copy": _same, "sort_values": _sorted,
    "sort_index": _sort_index, "fillna": _filled, "astype": _astype, "transpose": transposed, "join": _joined,
    "merge": _merged, "melt": _unknown, "pivot_table": _unknown, "pivot": _unknown, "stack": _unknown,
    "explode": _unknown, "rolling": _unknown, "mode": _unknown, "memory_usage": _unknown, "value_counts": _unknown,
    "equals": _unknown,
    **dict.fromkeys(_OTHERS.split(), _others),
    **dict.fromkeys("isnull isna notnull notna isin".split(), _truths),
}  # fmt: skip

"""`DataFrame`: its parts, its items, and what writes to it. Its other methods are in `shaping` and `numbers`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ....core.containers import Mapping, Sequence, Slice
from ....core.dim import Dim
from ....core.objects import Instance, Property, library_class
from ....core.plain import NONE, Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Native, Unknown, Value
from ...numpy.dialect import NP, array
from ..frames import RANGE, Column, Frame, Rows, lined_up, series
from . import numbers, shaping
from .columns import SERIES, column_of, dtype_behind
from .groups import grouped
from .labels import INDEX, Names, index, unknown_names
from .locating import located
from .making import different, listed, made
from .series import masked
from .tables import TABLE, become, column, frame_of, labels_of, make, names_of, own, selected

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ....core.value import Context
    from .columns import Method


def _init(context: Context, arguments: Arguments) -> Value:
    become(context, arguments.positional[0], made(arguments))
    return NONE


def array_of(arguments: Arguments) -> Tensor:
    """The elements as one array; of a table that was made of classes it knows more than the columns do."""
    table = arguments.positional[0]
    found = table.hidden("array") if isinstance(table, Instance) else None
    return found if isinstance(found, Tensor) else own(arguments).array


def _values(context: Context, arguments: Arguments) -> Value:
    return array_of(arguments)


def _to_numpy(context: Context, arguments: Arguments) -> Value:
    wanted, found = arguments.get(1, "dtype"), array_of(arguments)
    dtype = NP.dtype_of(wanted) if wanted is not None and wanted is not NONE else None
    return found if wanted in (None, NONE) else array(found.shape, dtype)


def _shape(context: Context, arguments: Arguments) -> Value:
    frame = own(arguments)
    return Sequence.tuple((Constant(frame.rows), Constant(frame.width)))


def _length(context: Context, arguments: Arguments) -> Value:
    return Constant(own(arguments).rows)


def _size(context: Context, arguments: Arguments) -> Value:
    return Constant(own(arguments).rows * own(arguments).width)


def _columns(context: Context, arguments: Arguments) -> Value:
    frame = own(arguments)
    if frame.columns is None:
        return unknown_names(frame.width)
    return Names("list", (_label(column.name) for column in frame.columns))


def _label(name: Hashable) -> Value:
    return Constant(name) if isinstance(name, (str, int)) else Unknown("a label")


def _index(context: Context, arguments: Arguments) -> Value:
    return index(own(arguments).rows, own(arguments).labels)


def _relabel(context: Context, arguments: Arguments) -> Value:
    """`df.index = ...`"""
    new = arguments.positional[1]
    theirs = labels_of(new) if isinstance(new, Instance) and new.cls is INDEX else None
    become(context, arguments.positional[0], own(arguments).labelled(theirs or Rows()))
    return NONE


def _rename_columns(context: Context, arguments: Arguments) -> Value:
    frame, names = own(arguments), names_of(arguments.positional[1])
    if names is None or not isinstance(arguments.positional[1], Sequence):
        become(context, arguments.positional[0], frame.with_columns(None, frame.width))
    elif frame.columns is not None and len(frame.columns) == len(names):
        renamed = tuple(replace(c, name=name) for c, name in zip(frame.columns, names, strict=True))
        become(context, arguments.positional[0], frame.with_columns(renamed))
    else:
        become(context, arguments.positional[0], frame.with_columns(tuple(map(Column, names))))
    return NONE


def _attribute(context: Context, arguments: Arguments) -> Value:
    """`df.price` is the column of that name."""
    table, name = arguments.positional[0], getattr(arguments.positional[1], "payload", None)
    if own(arguments).column(name) is not None:
        return column(own(arguments), name, table)
    return Unknown(f"DataFrame.{name}")


def _set_attribute(context: Context, arguments: Arguments) -> Value:
    """`df.price = ...` writes a column that there is."""
    table, name = arguments.positional[0], getattr(arguments.positional[1], "payload", None)
    if own(arguments).column(name) is not None:
        return _set_item(context, arguments)
    if isinstance(table, Instance):
        table.put(context, str(name), arguments.positional[2])
    return NONE


def _dtypes(context: Context, arguments: Arguments) -> Value:
    return series(SERIES, array(Shape.of(own(arguments).width), "object"))


# -- items ---------------------------------------------------------------------------------------------------------


def _item(context: Context, arguments: Arguments) -> Value:
    table, index = arguments.positional[:2]
    frame, rows = own(arguments), masked(index)
    if rows is not None:
        return make(frame.with_rows(rows))
    if frame_of(index) is not None:
        return make(frame.changed())
    if isinstance(index, Slice):
        return make(frame.with_rows(_rows(context, frame, index)))
    if isinstance(index, Sequence) and index.type_name != "tuple":
        return make(selected(frame, names_of(index), index.size))
    if column_of(index) is not None or isinstance(index, Tensor):
        return Unknown("some rows or columns of a table")
    names = names_of(index)
    if names is None or frame.repeats(*names):
        return Unknown("some columns of a table")
    return column(frame, names[0], table)


def _rows(context: Context, frame: Frame, index: Value) -> Dim:
    """How many rows a slice takes."""
    rows = array(Shape.of(frame.rows), None)
    found = context.apply("numpy.ndarray.__getitem__", Arguments((rows, index)))
    one = isinstance(found, Tensor) and found.shape.known_rank and found.rank == 1
    return found.shape[0] if one and isinstance(found, Tensor) else Dim.unknown()


def _set_item(context: Context, arguments: Arguments) -> Value:
    """`df["new"] = ...`"""
    target, index, new = arguments.positional[:3]
    frame = own(arguments)
    if masked(index) is not None or frame_of(index) is not None or isinstance(index, Slice):
        become(context, target, frame.changed())
        return NONE
    names = names_of(index)
    if names is None or isinstance(index, (Tensor, Instance)):
        become(context, target, frame.with_columns(None, Dim.unknown(low=1)))
    elif isinstance(index, Sequence):
        become(context, target, _with_several(frame, names, new))
    else:
        become(context, target, with_column(frame, names[0], new))
    return NONE


def with_column(frame: Frame, name: Hashable, new: Value) -> Frame:
    """With a column that is made of a scalar, a list, an array or another column."""
    if frame.width == 0:
        frame = _first(frame, new)
    return frame.having(_column(frame, name, new))


def _first(frame: Frame, new: Value) -> Frame:
    """The first column of a table without any makes its rows."""
    from ..frames import rows_of

    rows = rows_of(new)
    return frame if rows is None else Frame(rows, frame.width, frame.columns, labels_of(new) or RANGE)


def _column(frame: Frame, name: Hashable, new: Value) -> Column:
    if isinstance(new, Constant):
        number = new.payload if isinstance(new.payload, (int, float)) else None
        facts = Facts(low=number, high=number, attained=True) if number is not None else Facts()
        return Column(name, dtype_behind(new), facts)
    if isinstance(new, Scalar) or (isinstance(new, Tensor) and new.shape == Shape()):
        return Column(name, dtype_behind(new))
    found, labels = column_of(new), labels_of(new)
    if found is None:
        dtype, facts = listed(new)
        return Column(name, dtype, facts, different(new))
    # what is not lined up leaves gaps
    if labels is None or not lined_up(frame.labels, labels, frame.rows, found.shape[0]):
        return Column(name)
    return Column(name, found.dtype, found.facts, new.hidden("distinct") if isinstance(new, Instance) else None)


def _with_several(frame: Frame, names: tuple[Hashable, ...], new: Value) -> Frame:
    """`df[["a", "b"]] = ...`"""
    theirs = frame_of(new)
    for i, name in enumerate(names):
        one = Column(name)
        if isinstance(new, (Constant, Scalar)):
            one = _column(frame, name, new)
        elif theirs is not None and theirs.columns is not None and len(theirs.columns) == len(names):
            if lined_up(frame.labels, theirs.labels, frame.rows, theirs.rows):
                one = replace(theirs.columns[i], name=name)
        elif isinstance(new, Tensor):
            one = Column(name, new.dtype)
        frame = frame.having(one)
    return frame


def _delete(context: Context, arguments: Arguments) -> Value:
    names = names_of(arguments.positional[1])
    frame = own(arguments)
    left = frame.with_columns(None) if names is None else frame.without(names[:1])
    become(context, arguments.positional[0], left)
    return NONE


def _contains(context: Context, arguments: Arguments) -> Value:
    frame, name = own(arguments), arguments.positional[1]
    if frame.columns is None or not isinstance(name, Constant):
        return Scalar("bool")
    return Constant(frame.column(name.payload) is not None)


def _items(context: Context, arguments: Arguments) -> Value:
    """Pairs of names and columns."""
    frame, table = own(arguments), arguments.positional[0]
    if frame.columns is None:
        pair = Sequence.tuple((Unknown("the name of a column"), column(frame, object())))
        return Sequence("iterator", (), pair, frame.width)
    pairs = (Sequence.tuple((_label(c.name), column(frame, c.name, table))) for c in frame.columns)
    return Sequence("iterator", pairs)


def _get_one(context: Context, arguments: Arguments) -> Value:
    """`df.get(name, default)`"""
    frame, name = own(arguments), arguments.get(1, "key")
    default = arguments.get(2, "default") or NONE
    if isinstance(name, Constant) and frame.columns is not None:
        known = frame.column(name.payload) is not None
        return column(frame, name.payload, arguments.positional[0]) if known else default
    return Unknown("a column that may not exist")


def _rows_iterated(context: Context, arguments: Arguments) -> Value:
    row = Sequence.tuple((Unknown("the label of a row"), Unknown("a row of a table")))
    return Sequence("iterator", (), row, own(arguments).rows)


def _tuples_iterated(context: Context, arguments: Arguments) -> Value:
    return Sequence("iterator", (), Unknown("a row of a table"), own(arguments).rows)


def _to_dict(context: Context, arguments: Arguments) -> Value:
    """`to_dict("records")`: a dict for each row; `to_dict("list")`: a list for each column."""
    frame, form = own(arguments), arguments.get(1, "orient")
    if not isinstance(form, Constant) or frame.names is None or form.payload not in ("records", "list"):
        return Unknown("a table as a dict")
    if form.payload == "records":
        row = Mapping({name: Unknown("an element of a row") for name in frame.names})
        return Sequence("list", (), row, frame.rows)
    each = (Sequence("list", (), Unknown("an element of a column"), frame.rows) for _ in frame.names)
    return Mapping(dict(zip(frame.names, each, strict=True)))


def _wrapped(context: Context, arguments: Arguments) -> Value:
    """What a function of NumPy makes of each element."""
    frame, found = own(arguments), arguments.positional[1]
    logical = isinstance(found, Tensor) and found.dtype == "bool"
    columns = tuple(Column(c.name, "bool" if logical else None) for c in frame.columns or ())
    return make(frame.with_columns(None if frame.columns is None else columns, frame.width))


def _saved(context: Context, arguments: Arguments) -> Value:
    from ...python.files import will_differ

    names = ("path_or_buf", "path", "excel_writer")
    given = [value for value in (*arguments.positional[1:2], *map(arguments.keywords.get, names)) if value is not None]
    if given and given[0] is not NONE:
        will_differ(context, given[0])
    return NONE


def _nothing(context: Context, arguments: Arguments) -> Value:
    return NONE


def _get(method: Method, name: str, setter: Method | None = None) -> Property:
    return Property(Native(f"pandas.DataFrame.{name}", method), Native(name, setter) if setter else None)


_SILENT = "info plot hist"
_SAVED = "to_csv to_excel to_json to_pickle to_parquet to_hdf to_feather"
_PROPERTIES: dict[str, Method] = {
    "values": _values, "shape": _shape, "size": _size, "T": shaping.transposed, "dtypes": _dtypes,
    "ndim": lambda context, arguments: Constant(2), "iloc": located(True), "iat": located(True), "loc": located(False),
    "at": located(False),
}  # fmt: skip

TABLE.state.update(library_class(
    "pandas.DataFrame",
    __init__=_init, __getitem__=_item, __setitem__=_set_item, __delitem__=_delete, __len__=_length,
    __iter__=_columns, __contains__=_contains, __getattr__=_attribute, __setattr__=_set_attribute,
    __array_priority__=Constant(1000), __array_wrap__=_wrapped, columns=_get(_columns, "columns", _rename_columns),
    index=_get(_index, "index", _relabel), to_numpy=_to_numpy, keys=_columns, items=_items, get=_get_one,
    iterrows=_rows_iterated, itertuples=_tuples_iterated, to_dict=_to_dict, groupby=grouped,
    **{name: _get(method, name) for name, method in _PROPERTIES.items()},
    **dict.fromkeys(_SILENT.split(), _nothing),
    **dict.fromkeys(_SAVED.split(), _saved), **shaping.METHODS, **numbers.METHODS,
).state)  # fmt: skip
NP.classes(TABLE)

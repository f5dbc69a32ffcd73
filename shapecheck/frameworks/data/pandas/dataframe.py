"""`DataFrame`: its properties, its methods, and what changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ....core.containers import Mapping, Sequence, Slice
from ....core.dim import Dim, minimum
from ....core.dtype import family
from ....core.objects import Instance, Property, library_class
from ....core.plain import NONE, Constant
from ....core.shape import Shape
from ....core.tensor import OPERATORS, Tensor
from ....core.value import Arguments, Native, Unknown, Value
from ...numpy.dialect import NP, array
from ..frames import Column, Frame, loose
from .columns import make as make_series

if TYPE_CHECKING:
    from collections.abc import Callable

    from ....core.value import Context

    Method = Callable[[Context, Arguments], Value]
from .locating import located
from .tables import TABLE, become, column, frame_of, make, names_of, nothing_known, own, selected


def _init(context: Context, arguments: Arguments) -> Value:
    frame = _made(arguments.get(1, "data"))
    names = names_of(arguments.get(3, "columns")) if arguments.get(3, "columns") is not None else None
    if names is not None and not isinstance(arguments.get(1, "data"), Mapping):
        kept = frame.columns or ()
        dtypes = [c.dtype for c in kept] if len(kept) == len(names) else [None] * len(names)
        frame = Frame.of(frame.rows, tuple(Column(n, d) for n, d in zip(names, dtypes, strict=True)))
    become(context, arguments.positional[0], frame)
    return NONE


def _made(data: Value | None) -> Frame:
    """Of a dict of columns, a matrix, or another table."""
    if isinstance(data, Mapping) and not data.open and data.items:
        return _of_columns(data)
    known = frame_of(data)
    if known is not None:
        return known
    found = NP.as_tensor(data) if data is not None else None
    if found is None or not found.shape.known_rank or found.rank not in (1, 2):
        return nothing_known()
    width = found.shape[1] if found.rank == 2 else Dim.of(1)
    number = width.value
    if number is None or number > 4096 or found.dtype is None:
        return Frame(found.shape[0], width)
    return Frame.of(found.shape[0], tuple(Column(i, found.dtype, loose(found.facts)) for i in range(number)))


def _of_columns(data: Mapping) -> Frame:
    columns, rows = [], None
    for name, value in data.items.items():
        found = NP.as_tensor(value)
        one = found is not None and found.shape.known_rank and found.rank == 1
        columns.append(Column(name, found.dtype, found.facts) if one and found is not None else Column(name))
        rows = found.shape[0] if one and found is not None and rows is None else rows
    return Frame.of(Dim.unknown() if rows is None else rows, tuple(columns))


def _values(context: Context, arguments: Arguments) -> Value:
    return _array(arguments)


def _array(arguments: Arguments) -> Tensor:
    """The elements as one array; of a table that was made of classes it knows more than the columns do."""
    table = arguments.positional[0]
    found = table.hidden("array") if isinstance(table, Instance) else None
    return found if isinstance(found, Tensor) else own(arguments).array


def _to_numpy(context: Context, arguments: Arguments) -> Value:
    wanted, found = arguments.get(1, "dtype"), _array(arguments)
    dtype = NP.dtype_of(wanted) if wanted is not None and wanted is not NONE else None
    return found if dtype is None else array(found.shape, dtype)


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
        return Labels("list", (), Unknown("the name of a column"), frame.width)
    return Labels.list(Constant(c.name) if isinstance(c.name, (str, int)) else Unknown("a label") for c in frame.columns)


class Labels(Sequence):
    """The names of the columns; a comparison of them says something of each."""

    __slots__ = ()

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if operator in ("==", "!=", "<", "<=", ">", ">="):
            return array(Shape.of(self.size), "bool")
        return super().binary(context, operator, other, reflected)


def _rename_columns(context: Context, arguments: Arguments) -> Value:
    frame, names = own(arguments), names_of(arguments.positional[1])
    if names is None:
        become(context, arguments.positional[0], Frame(frame.rows, frame.width))
    elif frame.columns is not None and len(frame.columns) == len(names):
        renamed = tuple(replace(c, name=name) for c, name in zip(frame.columns, names, strict=True))
        become(context, arguments.positional[0], Frame.of(frame.rows, renamed))
    else:
        become(context, arguments.positional[0], Frame.of(frame.rows, tuple(map(Column, names))))
    return NONE


def _iterate(context: Context, arguments: Arguments) -> Value:
    return _columns(context, arguments)


def _attribute(context: Context, arguments: Arguments) -> Value:
    """`df.price` is the column of that name."""
    frame, name = own(arguments), getattr(arguments.positional[1], "payload", None)
    if frame.column(name) is not None:
        return column(frame, name)
    return Unknown(f"DataFrame.{name}")


def _item(context: Context, arguments: Arguments) -> Value:
    frame, index = own(arguments), arguments.positional[1]
    mask = index.hidden("array") if isinstance(index, Instance) else index
    if isinstance(mask, Tensor) and mask.dtype in ("bool", None):
        return make(frame.with_rows(Dim.unknown()))
    if isinstance(index, Slice):
        return make(frame.with_rows(_rows(context, frame, index)))
    if isinstance(index, Sequence) and index.type_name != "tuple":
        return make(selected(frame, names_of(index)))
    names = names_of(index)
    if names is None:
        return Unknown("some columns of a table")
    return column(frame, names[0])


def _rows(context: Context, frame: Frame, index: Value) -> Dim:
    """How many rows an index takes."""
    rows = array(Shape.of(frame.rows), None)
    found = context.apply("numpy.ndarray.__getitem__", Arguments((rows, index)))
    one = isinstance(found, Tensor) and found.shape.known_rank and found.rank == 1
    return found.shape[0] if one and isinstance(found, Tensor) else Dim.unknown()


def _set_item(context: Context, arguments: Arguments) -> Value:
    """`df["new"] = ...`"""
    target, index, new = arguments.positional[:3]
    frame, names = own(arguments), names_of(index)
    if names is None or isinstance(index, Instance):
        become(context, target, Frame(frame.rows, Dim.unknown(low=1)))
        return NONE
    found = NP.as_tensor(new)
    for name in names:
        known = found is not None and len(names) == 1
        dtype = found.dtype if known and found is not None else None
        facts = loose(found.facts) if known and found is not None else loose(array(Shape(), None).facts)
        frame = frame.having(Column(name, dtype, facts))
    become(context, target, frame)
    return NONE


# -- changing --------------------------------------------------------------------------------------------------


def _inplace(arguments: Arguments) -> bool:
    value = arguments.keywords.get("inplace")
    return isinstance(value, Constant) and value.payload is True


def _changed(context: Context, arguments: Arguments, frame: Frame) -> Value:
    """The new table; with inplace=True the old one becomes it."""
    if _inplace(arguments):
        become(context, arguments.positional[0], frame)
        return NONE
    return make(frame)


def _drop(context: Context, arguments: Arguments) -> Value:
    frame = own(arguments)
    columns = arguments.keywords.get("columns")
    axis = arguments.get(2, "axis")
    by_column = isinstance(axis, Constant) and axis.payload in (1, "columns")
    if columns is None and by_column:
        columns = arguments.get(1, "labels")
    if columns is None:
        return _changed(context, arguments, frame.with_rows(Dim.unknown()))
    names = names_of(columns)
    if names is None:
        return _changed(context, arguments, Frame(frame.rows, Dim.unknown()))
    return _changed(context, arguments, frame.without(names))


def _pop(context: Context, arguments: Arguments) -> Value:
    frame, names = own(arguments), names_of(arguments.get(1, "item"))
    if names is None:
        become(context, arguments.positional[0], Frame(frame.rows, Dim.unknown()))
        return make_series(array(Shape.of(frame.rows), None))
    become(context, arguments.positional[0], frame.without(names))
    return column(frame, names[0])


def _same(context: Context, arguments: Arguments) -> Value:
    """The same rows, perhaps in another order."""
    return _changed(context, arguments, own(arguments))


def _reset_index(context: Context, arguments: Arguments) -> Value:
    drop = arguments.get(2, "drop")
    kept = isinstance(drop, Constant) and drop.payload is True
    frame = own(arguments)
    return _changed(context, arguments, frame if kept else Frame(frame.rows, Dim.unknown(low=1)))


def _unknown_elements(context: Context, arguments: Arguments) -> Value:
    """As many rows and columns, other elements."""
    frame = own(arguments)
    columns = None if frame.columns is None else tuple(Column(c.name) for c in frame.columns)
    return _changed(context, arguments, Frame(frame.rows, frame.width, columns))


def _truths(context: Context, arguments: Arguments) -> Value:
    frame = own(arguments)
    columns = None if frame.columns is None else tuple(Column(c.name, "bool") for c in frame.columns)
    return make(Frame(frame.rows, frame.width, columns))


def _astype(context: Context, arguments: Arguments) -> Value:
    wanted, frame = arguments.get(1, "dtype"), own(arguments)
    dtype = NP.dtype_of(wanted) if wanted is not None else None
    if frame.columns is None or dtype is None:
        return _unknown_elements(context, arguments)
    numeric = ("int", "uint", "float", "bool")
    kept = tuple(
        Column(c.name, dtype, c.facts if family(c.dtype) in numeric and family(dtype) in numeric else Column(0).facts)
        for c in frame.columns
    )
    return make(Frame.of(frame.rows, kept))


def _some(context: Context, arguments: Arguments) -> Value:
    return _changed(context, arguments, own(arguments).with_rows(Dim.unknown()))


def _head(context: Context, arguments: Arguments) -> Value:
    asked = arguments.get(1, "n")
    count = Dim.of(5) if asked is None else asked.dim if isinstance(asked, Constant) else None
    frame = own(arguments)
    return make(frame.with_rows(Dim.unknown() if count is None else minimum(frame.rows, count)))


def _sample(context: Context, arguments: Arguments) -> Value:
    number, frame = arguments.get(1, "n"), own(arguments)
    share = arguments.get(2, "frac")
    if isinstance(number, Constant) and number.dim is not None:
        return make(frame.with_rows(number.dim))
    whole = isinstance(share, Constant) and share.payload == 1
    return make(frame.with_rows(frame.rows if whole else Dim.unknown()))


def _transposed(context: Context, arguments: Arguments) -> Value:
    frame = own(arguments)
    return make(Frame(frame.width, frame.rows))


def _per_column(context: Context, arguments: Arguments) -> Value:
    """One number for each column that has numbers."""
    return make_series(array(Shape.of(Dim.unknown()), None))


def _rows_iterated(context: Context, arguments: Arguments) -> Value:
    row = Sequence.tuple((Unknown("the label of a row"), Unknown("a row of a table")))
    return Sequence("iterator", (), row, own(arguments).rows)


def _nothing(context: Context, arguments: Arguments) -> Value:
    return NONE


def _arithmetic(context: Context, arguments: Arguments) -> Value:
    frame, other = own(arguments), arguments.positional[1]
    if isinstance(other, Unknown):
        return Unknown("arithmetic of tables")
    if isinstance(other, Instance) and other.cls is TABLE:
        return make(Frame(frame.rows, frame.width))
    columns = None if frame.columns is None else tuple(Column(c.name) for c in frame.columns)
    return make(Frame(frame.rows, frame.width, columns))


def _get(method: Method, name: str, setter: Method | None = None) -> Property:
    return Property(Native(f"pandas.DataFrame.{name}", method), Native(name, setter) if setter else None)


_SAME = "copy sort_values sort_index"
_SAME_SHAPE = "fillna replace applymap map ffill bfill interpolate round clip abs where mask cumsum shift rank"
_SOME = "dropna drop_duplicates query nlargest nsmallest"
_TRUTHS = "isnull isna notnull notna isin"
_PER_COLUMN = "mean std var min max sum median nunique count skew"
_SILENT = "info to_csv to_excel to_json to_pickle to_parquet to_hdf plot hist"

TABLE.state.update(library_class(
    "pandas.DataFrame",
    __init__=_init, __getitem__=_item, __setitem__=_set_item, __len__=_length, __iter__=_iterate,
    __getattr__=_attribute,
    values=_get(_values, "values"), shape=_get(_shape, "shape"), size=_get(_size, "size"), T=_get(_transposed, "T"),
    columns=_get(_columns, "columns", _rename_columns), iloc=_get(located(True), "iloc"),
    loc=_get(located(False), "loc"), to_numpy=_to_numpy, keys=_columns, head=_head, tail=_head, sample=_sample,
    drop=_drop, pop=_pop, reset_index=_reset_index, astype=_astype, transpose=_transposed, iterrows=_rows_iterated,
    **dict.fromkeys(_SAME.split(), _same),
    **dict.fromkeys(_SAME_SHAPE.split(), _unknown_elements),
    **dict.fromkeys(_SOME.split(), _some),
    **dict.fromkeys(_TRUTHS.split(), _truths),
    **dict.fromkeys(_PER_COLUMN.split(), _per_column),
    **dict.fromkeys(_SILENT.split(), _nothing),
    **{f"__{name}__": _truths if symbol in ("==", "!=", "<", "<=", ">", ">=") else _arithmetic
       for symbol, name in OPERATORS.items() if symbol != "@"},
    **{f"__r{OPERATORS[symbol]}__": _arithmetic for symbol in ("+", "-", "*", "/", "//", "%", "**")},
).state)  # fmt: skip
NP.classes(TABLE)

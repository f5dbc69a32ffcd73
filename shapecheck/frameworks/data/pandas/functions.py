"""Functions of pandas that make tables and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Mapping, Sequence
from ....core.dim import Dim
from ....core.objects import Instance, Static
from ....core.plain import NONE, Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Native, Unknown, Value
from ...numpy.dialect import NP, array
from ..frames import Column, Frame, Rows
from .accessors import CATEGORIES
from .columns import column_of, distinct_of
from .columns import make as make_series
from .labels import INDEX, unknown_names
from .making import different
from .reading import read
from .series import coded, codes_of
from .tables import TABLE, frame_of, labels_of, make, names_of, nothing_known

if TYPE_CHECKING:
    from ....core.value import Context


NP.native("pandas.read_csv", "pandas.read_table")(read)


@NP.native(*(f"pandas.read_{kind}" for kind in "excel feather fwf sql sql_query hdf html pickle".split()))
def read_other(context: Context, arguments: Arguments) -> Value:
    """What is in such a file is not known, nor whether it is one table."""
    return Unknown("the content of a file")


# -- dummies -------------------------------------------------------------------------------------------------------


@NP.native("pandas.get_dummies")
def get_dummies(context: Context, arguments: Arguments) -> Value:
    """As many rows, and a column for every value; of one column each row has exactly one 1."""
    data = arguments.get(0, "data")
    frame, dtype = frame_of(data), arguments.get(None, "dtype")
    kind = NP.dtype_of(dtype) if dtype is not None and dtype is not NONE else None
    if frame is not None:
        return make(_dummies_of(frame, arguments, kind))
    if data is None or (column_of(data) is None and not isinstance(data, (Sequence, Tensor))):
        return make(nothing_known())
    found = column_of(data) or NP.as_tensor(data)
    if found is None or not found.shape.known_rank or found.rank != 1:
        return make(nothing_known())
    number = distinct_of(data) if column_of(data) is not None else different(data)
    width = _width(number, arguments)
    table = make(Frame(found.shape[0], width, None, labels_of(data) or Rows()))
    plain = not set(arguments.keywords) & {"drop_first", "dummy_na", "columns"}
    whole = number is not None or found.dtype not in (None, "object", "float64", "float32")
    hot = plain and whole
    table.state[" array"] = array(Shape.of(found.shape[0], width), kind, Facts(low=0, high=1, one_hot=hot or None))
    return table


def _switch(arguments: Arguments, name: str) -> bool | None:
    value = arguments.keywords.get(name)
    return False if value is None else bool(value.payload) if isinstance(value, Constant) else None


def _width(number: int | None, arguments: Arguments) -> Dim:
    """How many columns so many different values make."""
    first, missing = _switch(arguments, "drop_first"), _switch(arguments, "dummy_na")
    if number is None or first is None or missing is None:
        return Dim.unknown()
    return Dim.of(max(number - first, 0) + missing)


def _dummies_of(frame: Frame, arguments: Arguments, kind: str | None) -> Frame:
    """Of a table: columns of texts, or those that are named, are replaced; the others stay in front."""
    if "columns" in arguments.keywords and arguments.keywords["columns"] is not NONE:
        names = names_of(arguments.keywords["columns"])
    else:
        known = frame.columns is not None and None not in {column.dtype for column in frame.columns}
        names = tuple(c.name for c in frame.columns or () if c.dtype == "object") if known else None
    if names is None or frame.columns is None:
        return frame.with_columns(None)
    kept = tuple(column for column in frame.columns if column.name not in names)
    width = Dim.of(len(kept))
    for name in names:
        column = frame.column(name)
        width = width + _width(column.distinct if column is not None else None, arguments)
    return frame.with_columns(kept) if not names else frame.with_columns(None, width)


# -- columns -------------------------------------------------------------------------------------------------------


@NP.native("pandas.merge", "pandas.pivot_table", "pandas.melt")
def merge(context: Context, arguments: Arguments) -> Value:
    return make(nothing_known())


@NP.native("pandas.crosstab")
def crosstab(context: Context, arguments: Arguments) -> Value:
    """A row for every value of one column, a column for every value of another."""
    sides = [distinct_of(value) for value in arguments.positional[:2]]
    plain = len(arguments.positional) == 2 and not arguments.keywords and None not in sides  # no value is missing
    rows, width = (Dim.of(side) if side is not None and plain else Dim.unknown() for side in (*sides, None, None)[:2])
    return make(Frame(rows, width))


def _from_dict(context: Context, arguments: Arguments) -> Value:
    """`DataFrame.from_dict(data)`, the keys as columns."""
    if len(arguments.positional) == 1 and not set(arguments.keywords) - {"data"}:
        return context.call(TABLE, arguments)
    return make(nothing_known())


def _from_records(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) == 1 and not arguments.keywords and isinstance(arguments.positional[0], Sequence):
        return context.call(TABLE, arguments)
    return make(nothing_known())


for _name, _function in {"from_dict": _from_dict, "from_records": _from_records}.items():
    _native = Native(f"pandas.DataFrame.{_name}", _function)
    TABLE.state[_name] = Static(_native)
    NP.native(f"pandas.DataFrame.{_name}")(_function)


@NP.native("pandas.to_datetime", "pandas.to_numeric", "pandas.cut", "pandas.qcut")
def converted(context: Context, arguments: Arguments) -> Value:
    """A column stays a column of as many elements."""
    given = arguments.positional[0] if arguments.positional else None
    own = column_of(given)
    if own is not None and "retbins" not in arguments.keywords:
        return make_series(array(own.shape, None), None, None, labels_of(given))
    return Unknown("a converted value")


@NP.native("pandas.isna", "pandas.isnull", "pandas.notna", "pandas.notnull")
def isna(context: Context, arguments: Arguments) -> Value:
    given = arguments.positional[0] if arguments.positional else None
    own, frame = column_of(given), frame_of(given)
    if own is not None:
        return make_series(array(own.shape, "bool"), None, None, labels_of(given))
    if frame is not None:
        columns = None if frame.columns is None else tuple(Column(c.name, "bool") for c in frame.columns)
        return make(frame.with_columns(columns, frame.width))
    if isinstance(given, Tensor):
        return array(given.shape, "bool")
    return Scalar("bool") if isinstance(given, (Constant, Scalar)) else Unknown("whether values are missing")


@NP.native("pandas.factorize")
def factorize(context: Context, arguments: Arguments) -> Value:
    data = arguments.positional[0] if arguments.positional else None
    given = NP.as_tensor(data) if data is not None and not isinstance(data, (Unknown, Mapping)) else None
    known = given is not None and given.shape.known_rank and given.rank == 1
    if not known or given is None or data is None:
        return Sequence.tuple((Unknown("codes"), Unknown("the different values")))
    number = distinct_of(data) if column_of(data) is not None else different(data)
    return codes_of(given.shape[0], number)


@NP.native("pandas.unique")
def unique(context: Context, arguments: Arguments) -> Value:
    data = arguments.positional[0] if arguments.positional else None
    own = column_of(data)
    if own is not None and data is not None:
        return context.call(context.attribute(data, "unique"), Arguments())
    given = NP.as_tensor(data) if isinstance(data, Tensor) else None
    return Unknown("the different values") if given is None else array(Shape.of(Dim.unknown()), given.dtype)


@NP.native("pandas.date_range")
def date_range(context: Context, arguments: Arguments) -> Value:
    """So many dates, where `periods` says how many."""
    from .labels import index

    periods = arguments.get(2, "periods")
    count = periods.dim if isinstance(periods, Constant) and periods.dim is not None else Dim.unknown()
    return index(count, Rows(distinct=True))


@NP.native("pandas.Categorical")
def categorical(context: Context, arguments: Arguments) -> Value:
    data = arguments.get(0, "values")
    own = column_of(data)
    if own is None or arguments.keywords:
        return Unknown("categories")
    number = distinct_of(data)
    several = unknown_names(Dim.unknown() if number is None else Dim.of(number))
    return Instance(CATEGORIES, {"codes": coded(own.shape, number), "categories": several})


@NP.native(*(f"pandas.plotting.{name}" for name in (
    "scatter_matrix", "register_matplotlib_converters", "autocorrelation_plot", "parallel_coordinates", "lag_plot",
    "andrews_curves", "radviz", "boxplot")))  # fmt: skip
def plotted(context: Context, arguments: Arguments) -> Value:
    return Unknown("a plot")


@NP.native("pandas.set_option", "pandas.reset_option", "pandas.options.display")
def set_option(context: Context, arguments: Arguments) -> Value:
    return NONE


NP.classes(INDEX)

"""Functions of pandas that make tables and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.plain import NONE, Constant
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Unknown, Value
from ...numpy.dialect import NP, array
from ..frames import Frame
from .columns import column_of, distinct_of
from .columns import make as make_series
from .reading import frame_of as frame_in
from .tables import frame_of, make, nothing_known

if TYPE_CHECKING:
    from ....core.value import Context

_READ_ALL = {"filepath_or_buffer", "sep", "delimiter", "header", "names", "encoding", "low_memory", "engine"}
"""Arguments under which the columns of a file are those that are read."""


@NP.native("pandas.read_csv", "pandas.read_table")
def read_csv(context: Context, arguments: Arguments) -> Value:
    """The table in a file, by its header and first rows where the file is there."""
    name = arguments.get(0, "filepath_or_buffer")
    path = context.data_file(name.payload) if isinstance(name, Constant) and isinstance(name.payload, str) else None
    if path is None or not set(arguments.keywords) <= _READ_ALL or len(arguments.positional) > 1:
        return make(_with_names(arguments))
    mark = arguments.get(None, "sep") or arguments.get(None, "delimiter") or Constant(",")
    header = arguments.get(None, "header")
    names = arguments.get(None, "names")
    known = [n.payload for n in names.known or () if isinstance(n, Constant)] if isinstance(names, Sequence) else None
    given = header is None and names is None
    first = given or (isinstance(header, Constant) and header.payload == 0)
    if not isinstance(mark, Constant) or not isinstance(mark.payload, str) or len(mark.payload) != 1:
        return make(nothing_known())
    if not given and not first and not (header is None or (isinstance(header, Constant) and header.payload is None)):
        return make(nothing_known())
    found = frame_in(path, mark.payload, bool(first), known, context.origin("the columns of the file"))
    if found is None:
        return make(nothing_known())
    context.note("data file", path)
    return make(found)


def _with_names(arguments: Arguments) -> Frame:
    """Without the file only `usecols=` of a list says how many columns there are."""
    wanted = arguments.keywords.get("usecols")
    several = isinstance(wanted, Sequence) and wanted.known is not None and not arguments.keywords.get("index_col")
    return Frame(Dim.unknown(low=1), wanted.size if several and isinstance(wanted, Sequence) else Dim.unknown(low=1))


@NP.native(
    "pandas.read_excel",
    "pandas.read_json",
    "pandas.read_parquet",
    "pandas.read_feather",
    "pandas.read_fwf",
    "pandas.read_sql",
)
def read_other(context: Context, arguments: Arguments) -> Value:
    return make(nothing_known())


@NP.native("pandas.get_dummies")
def get_dummies(context: Context, arguments: Arguments) -> Value:
    """As many rows, and a column for every value; of one column each row has exactly one 1."""
    data = arguments.get(0, "data")
    own, frame = column_of(data), frame_of(data)
    dtype = arguments.get(None, "dtype")
    kind = NP.dtype_of(dtype) if dtype is not None else None
    if own is not None:
        distinct = distinct_of(data)
        width = Dim.unknown(low=1) if distinct is None or "drop_first" in arguments.keywords else Dim.of(distinct)
        found = make(Frame(own.shape[0], width))
        plain = not set(arguments.keywords) & {"drop_first", "dummy_na", "columns"}
        hot = array(Shape.of(own.shape[0], width), kind, Facts(low=0, high=1, one_hot=plain or None))
        found.state[" array"] = hot
        return found
    return make(Frame(Dim.unknown() if frame is None else frame.rows, Dim.unknown(low=1)))


@NP.native("pandas.concat")
def concat(context: Context, arguments: Arguments) -> Value:
    objects, axis = arguments.get(0, "objs"), arguments.get(1, "axis")
    frames = (
        [frame_of(item) for item in objects.items] if isinstance(objects, Sequence) and objects.rest is None else []
    )
    if not frames or None in frames:
        return make(nothing_known())
    known = [frame for frame in frames if frame is not None]
    if isinstance(axis, Constant) and axis.payload in (1, "columns"):
        rows = known[0].rows if all(frame.rows == known[0].rows for frame in known) else Dim.unknown()
        width = Dim.of(0)
        for frame in known:
            width = width + frame.width
        return make(Frame(rows, width))
    rows = Dim.of(0)
    for frame in known:
        rows = rows + frame.rows
    names = {None if frame.columns is None else tuple(c.name for c in frame.columns) for frame in known}
    same = len(names) == 1 and None not in names
    return make(Frame(rows, known[0].width if same else Dim.unknown(low=1)))


@NP.native("pandas.merge", "pandas.pivot_table", "pandas.crosstab", "pandas.DataFrame.from_dict")
def merge(context: Context, arguments: Arguments) -> Value:
    return make(nothing_known())


@NP.native("pandas.to_datetime", "pandas.to_numeric", "pandas.cut", "pandas.qcut", "pandas.Categorical")
def converted(context: Context, arguments: Arguments) -> Value:
    """A column stays a column of as many elements."""
    given = arguments.positional[0] if arguments.positional else None
    own = column_of(given)
    if own is not None and "retbins" not in arguments.keywords:
        return make_series(array(own.shape, None))
    return Unknown("a converted value")


@NP.native("pandas.isna", "pandas.isnull", "pandas.notna", "pandas.notnull")
def isna(context: Context, arguments: Arguments) -> Value:
    own = column_of(arguments.positional[0]) if arguments.positional else None
    return Unknown("whether values are missing") if own is None else make_series(array(own.shape, "bool"))


@NP.native("pandas.factorize")
def factorize(context: Context, arguments: Arguments) -> Value:
    given = NP.as_tensor(arguments.positional[0]) if arguments.positional else None
    length = (
        given.shape[0] if isinstance(given, Tensor) and given.shape.known_rank and given.rank == 1 else Dim.unknown()
    )
    return Sequence.tuple((array(Shape.of(length), "int64", Facts(low=-1)), Unknown("the different values")))


@NP.native("pandas.unique")
def unique(context: Context, arguments: Arguments) -> Value:
    given = NP.as_tensor(arguments.positional[0]) if arguments.positional else None
    return array(Shape.of(Dim.unknown()), given.dtype if given is not None else None)


@NP.native("pandas.set_option", "pandas.reset_option", "pandas.options.display")
def set_option(context: Context, arguments: Arguments) -> Value:
    return NONE

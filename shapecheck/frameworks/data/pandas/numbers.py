"""Methods of `DataFrame` that compute: operators, numbers for each column or row, and tables of such numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.dtype import family
from ....core.objects import Instance
from ....core.plain import NONE, Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import OPERATORS, Tensor
from ....core.value import Arguments, Unknown, Value
from ...numpy.dialect import NP, array
from ..frames import Column, Frame, Rows, lined_up
from .columns import column_of
from .columns import make as make_series
from .shaping import by_column
from .tables import column_at, frame_of, make, own

if TYPE_CHECKING:
    from collections.abc import Callable

    from ....core.value import Context
    from .columns import Method

_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")


def _numeric(frame: Frame, logical: bool = True) -> bool | None:
    """Every column holds numbers; None if that is not known."""
    kinds = {family(column.dtype) for column in frame.columns or ()}
    if frame.columns is None or None in kinds or None in {column.dtype for column in frame.columns}:
        return None
    return kinds <= {"int", "uint", "float", *(("bool",) if logical else ())}


# -- numbers for each column or row --------------------------------------------------------------------------------


def _same(dtype: str) -> str:
    return dtype


def _fraction(dtype: str) -> str:
    return dtype if family(dtype) == "float" else "float64"


def _total(dtype: str) -> str:
    return dtype if family(dtype) == "float" else "uint64" if family(dtype) == "uint" else "int64"


def _reduced(dtype: str | Callable[[str], str]) -> Method:
    """One number for each column, or with axis=1 for each row: of that dtype, or of what it makes of a column's."""

    def method(context: Context, arguments: Arguments) -> Value:
        frame, across = own(arguments), by_column(arguments, 1)
        if across is None or arguments.get(1, "axis") is NONE or set(arguments.keywords) - {"axis", "numeric_only"}:
            return Unknown("numbers of a table")
        only = arguments.keywords.get("numeric_only")
        if only is not None and not (isinstance(only, Constant) and only.payload is False):
            if frame.columns is None or None in {column.dtype for column in frame.columns}:
                frame = frame.with_columns(None)
            else:
                frame = frame.with_columns(tuple(c for c in frame.columns if family(c.dtype) != "object"))
        kind = dtype if isinstance(dtype, str) else None
        if not isinstance(dtype, str) and _numeric(frame, logical=False):
            each = {dtype(column.dtype) for column in frame.columns or () if column.dtype is not None}
            kind = next(iter(each)) if len(each) == 1 else None
        if across:
            return make_series(array(Shape.of(frame.rows), kind), None, None, frame.labels)
        return per_column(frame, kind)

    return method


def per_column(frame: Frame, dtype: str | None) -> Instance:
    """A number for each column; it remembers their names, by which it is lined up with the table."""
    found = make_series(array(Shape.of(frame.width), dtype))
    found.state[" over"] = frame.names
    return found


def _quantile(context: Context, arguments: Arguments) -> Value:
    asked = arguments.get(1, "q")
    if asked is None or (isinstance(asked, Constant) and len(arguments.positional) < 3):
        return _reduced(_fraction)(context, Arguments(arguments.positional[:1]))
    return Unknown("quantiles of a table")


def _described(context: Context, arguments: Arguments) -> Value:
    """Eight numbers for each column of numbers."""
    frame = own(arguments)
    if not _numeric(frame, logical=False) or len(arguments.positional) > 1 or arguments.keywords:
        return make(Frame(Dim.unknown(), Dim.unknown()))
    return make(Frame.of(Dim.of(8), tuple(Column(column.name, "float64") for column in frame.columns or ())))


def _related(context: Context, arguments: Arguments) -> Value:
    """`corr` and `cov`: a row and a column for each column of numbers."""
    frame, only = own(arguments), arguments.keywords.get("numeric_only")
    if only is not None and frame.columns is not None and None not in {c.dtype for c in frame.columns}:
        frame = frame.with_columns(tuple(c for c in frame.columns if family(c.dtype) != "object"))
    if frame.columns is None or not _numeric(frame):
        return make(Frame(Dim.unknown(), Dim.unknown()))
    return make(Frame.of(frame.width, tuple(Column(column.name, "float64") for column in frame.columns)))


def _applied(context: Context, arguments: Arguments) -> Value:
    """A function of each column that gives a number, or as many elements."""
    frame, rule = own(arguments), arguments.get(1, "func")
    plain = len(arguments.positional) == 2 and not set(arguments.keywords) - {"func"}
    if rule is None or not plain or not frame.columns or rule.kind not in ("function", "method"):
        return Unknown("a function of the columns of a table")
    answer = context.call(rule, Arguments((column_at(frame, 0),)))
    found = column_of(answer)
    if found is not None and isinstance(answer, Instance):
        theirs = answer.hidden("labels")
        same = isinstance(theirs, Rows) and lined_up(frame.labels, theirs, frame.rows, found.shape[0])
        return make(frame.changed()) if same else Unknown("a function of the columns of a table")
    if isinstance(answer, (Constant, Scalar)) or (isinstance(answer, Tensor) and answer.shape == Shape()):
        return per_column(frame, None)
    return Unknown("a function of the columns of a table")


# -- operators -----------------------------------------------------------------------------------------------------


def _operator(name: str, compares: bool, reflected: bool) -> Method:
    def method(context: Context, arguments: Arguments) -> Value:
        frame, other = own(arguments), arguments.positional[1]
        if not _fits(frame, other):
            return Unknown("tables that are not lined up")
        if compares:
            columns = None if frame.columns is None else tuple(Column(c.name, "bool") for c in frame.columns)
            return make(frame.with_columns(columns, frame.width))
        if not isinstance(other, (Constant, Scalar)) or frame.columns is None:
            theirs = frame_of(other)
            floats = theirs.array.dtype if theirs is not None else getattr(column_of(other) or other, "dtype", None)
            both = {frame.dtype, floats} == {"float64"} and None not in {c.dtype for c in frame.columns or (Column(0),)}
            simple = both and name in ("add", "sub", "mul", "truediv")
            each = tuple(
                Column(c.name, "float64" if simple and c.dtype == "float64" else None) for c in frame.columns or ()
            )
            return make(frame.with_columns(None if frame.columns is None else each, frame.width))
        kinds = {column.dtype: _kind(context, column.dtype, other, name, reflected) for column in frame.columns}
        return make(frame.with_columns(tuple(Column(c.name, kinds[c.dtype]) for c in frame.columns)))

    return method


def _kind(context: Context, dtype: str | None, other: Value, name: str, reflected: bool) -> str | None:
    """The dtype of a column after an operation with a number."""
    if family(dtype) not in ("int", "uint", "float") or name in ("floordiv", "mod", "pow"):
        return None
    mine = array(Shape.of(1), dtype)
    found = context.apply(f"numpy.ndarray.__{name}__", Arguments((other, mine) if reflected else (mine, other)))
    return found.dtype if isinstance(found, Tensor) else None


def _fits(frame: Frame, other: Value) -> bool:
    """A scalar, a table that is lined up, a number for each column, or an array of the same shape."""
    theirs = frame_of(other)
    if theirs is not None:
        rows = lined_up(frame.labels, theirs.labels, frame.rows, theirs.rows)
        return rows and frame.names is not None and frame.names == theirs.names
    if column_of(other) is not None and isinstance(other, Instance):
        over = other.hidden("over")
        return over is not None and over == frame.names
    if isinstance(other, Tensor):
        known = other.shape.known_rank
        return known and (other.rank == 0 or other.shape == Shape.of(frame.rows, frame.width)
                          or (other.rank == 1 and other.shape[0] == frame.width))  # fmt: skip
    return isinstance(other, (Constant, Scalar))


def _plain(name: str) -> Method:
    """`df.add(other)`, where nothing else is said."""

    def method(context: Context, arguments: Arguments) -> Value:
        if len(arguments.positional) != 2 or arguments.keywords:
            return Unknown("tables that are not lined up")
        return _operator(name, False, False)(context, arguments)

    return method


def _unary(context: Context, arguments: Arguments) -> Value:
    frame = own(arguments)
    kinds = {c.name: c.dtype if family(c.dtype) in ("int", "float") else None for c in frame.columns or ()}
    columns = tuple(Column(name, kind) for name, kind in kinds.items())
    return make(frame.with_columns(columns if frame.columns is not None else None, frame.width))


def _inverted(context: Context, arguments: Arguments) -> Value:
    frame = own(arguments)
    columns = tuple(Column(c.name, "bool" if c.dtype == "bool" else None) for c in frame.columns or ())
    return make(frame.with_columns(columns if frame.columns is not None else None, frame.width))


def _product(context: Context, arguments: Arguments) -> Value:
    """`df @ array`, `df.dot(array)`"""
    frame, other = own(arguments), arguments.positional[1] if len(arguments.positional) > 1 else NONE
    found = NP.as_tensor(other) if isinstance(other, (Tensor, Sequence)) else None
    if found is None or not found.shape.known_rank or found.rank not in (1, 2):
        return Unknown("a product of tables")
    if found.rank == 1:
        return make_series(array(Shape.of(frame.rows), None), None, None, frame.labels)
    return make(Frame(frame.rows, found.shape[1], None, frame.labels))


def _unknown(context: Context, arguments: Arguments) -> Value:
    return Unknown("numbers of a table")


_OPERATIONS = {"add": "add", "sub": "sub", "mul": "mul", "div": "truediv"}
METHODS: dict[str, Method] = {
    **dict.fromkeys("mean median std var sem skew kurt".split(), _reduced(_fraction)),
    **dict.fromkeys("max min".split(), _reduced(_same)), **dict.fromkeys("sum prod".split(), _reduced(_total)),
    **dict.fromkeys("any all".split(), _reduced("bool")), **dict.fromkeys("nunique count".split(), _reduced("int64")),
    "quantile": _quantile, "describe": _described, "corr": _related, "cov": _related, "apply": _applied,
    "agg": _unknown, "idxmax": _unknown, "idxmin": _unknown, "corrwith": _unknown, "dot": _product,
    "__matmul__": _product, "__neg__": _unary, "__abs__": _unary, "__invert__": _inverted,
    "duplicated": lambda context, arguments: make_series(
        array(Shape.of(own(arguments).rows), "bool"), None, None, own(arguments).labels),
    **{name: _plain(operation) for name, operation in _OPERATIONS.items()},
    **{f"__{name}__": _operator(name, symbol in _COMPARISONS, False) for symbol, name in OPERATORS.items()
       if symbol not in ("@", "<<", ">>")},
    **{f"__r{name}__": _operator(name, symbol in _COMPARISONS, True) for symbol, name in OPERATORS.items()
       if symbol not in ("@", "<<", ">>")},
}  # fmt: skip

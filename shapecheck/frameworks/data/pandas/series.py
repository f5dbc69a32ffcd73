"""The class `Series`: its items, its parts, and the names of its methods."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ....core.containers import Sequence, Slice
from ....core.dim import Dim
from ....core.objects import Instance, Property, library_class
from ....core.plain import NONE, Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import OPERATORS, Facts, Tensor
from ....core.value import Arguments, Native, Unknown, Value
from ...numpy.dialect import NP, NUMPY, array
from ..frames import RANGE, Rows, some_rows
from . import columns as c
from .accessors import CATEGORIES, dates, texts
from .labels import index as labels_value
from .labels import unknown_names
from .operators import negative, operator

if TYPE_CHECKING:
    from ....core.value import Context
    from .columns import Method


def _init(context: Context, arguments: Arguments) -> Value:
    instance, data = arguments.positional[0], arguments.get(1, "data")
    if not isinstance(instance, Instance):
        return NONE
    wanted, labels = arguments.get(3, "dtype"), arguments.get(2, "index")
    found = NP.as_tensor(data) if isinstance(data, (Sequence, Tensor, Instance)) else None
    known = found is not None and found.shape.known_rank and found.rank == 1
    shown = found if known and found is not None else array(Shape.of_rank(1), None)
    dtype = shown.dtype if shown.dtype not in ("object", "string") or isinstance(data, Tensor) else None
    if isinstance(data, Sequence) and shown.dtype == "string":
        dtype = "object"
    if wanted is not None and wanted is not NONE:
        dtype = NP.dtype_of(wanted)
    facts = replace(shown.facts, constant=None) if dtype == shown.dtype else Facts()
    if labels not in (None, NONE) and isinstance(data, Instance):  # a column is lined up with the labels
        shown, facts, dtype = array(Shape.of_rank(1), None), Facts(), None
    instance.hide(context, "array", Tensor(shown.shape, dtype, NUMPY, facts))
    instance.hide(context, "series", None)
    own = data.hidden("labels") if isinstance(data, Instance) else RANGE if known else None
    instance.hide(context, "labels", own if labels in (None, NONE) and isinstance(own, Rows) else Rows())
    return NONE


def _array(context: Context, arguments: Arguments) -> Value:
    return c.own(arguments)


def _shape(context: Context, arguments: Arguments) -> Value:
    return Sequence.tuple([Constant(c.own(arguments).shape[0])])


def _length(context: Context, arguments: Arguments) -> Value:
    return Constant(c.own(arguments).shape[0])


def _dtype(context: Context, arguments: Arguments) -> Value:
    from ...numpy.dialect import dtype_value

    dtype = c.own(arguments).dtype
    return dtype_value(dtype) if dtype not in (None, "object") else Unknown("a dtype that is not known")


def _name(context: Context, arguments: Arguments) -> Value:
    name = c.name_of(arguments)
    return Constant(name) if isinstance(name, (str, int)) else Unknown("the name of a column")


def _index(context: Context, arguments: Arguments) -> Value:
    return labels_value(c.own(arguments).shape[0], c.labels(arguments))


def _iterate(context: Context, arguments: Arguments) -> Value:
    found = c.own(arguments)
    return Sequence("iterator", (), c.python(found), found.shape[0])


def _items(context: Context, arguments: Arguments) -> Value:
    found = c.own(arguments)
    return Sequence("iterator", (), Sequence.tuple((Unknown("the label of a row"), c.python(found))), found.shape[0])


def _tolist(context: Context, arguments: Arguments) -> Value:
    found = c.own(arguments)
    if found.dtype in (None, "object"):
        return Sequence("list", (), c.one(found), found.shape[0])
    return context.apply("numpy.ndarray.tolist", Arguments((found,)))


def _element(context: Context, arguments: Arguments) -> Value:
    return c.one(c.own(arguments))


def _number(context: Context, arguments: Arguments) -> Value:
    return Unknown("a number of a column")


# -- items ---------------------------------------------------------------------------------------------------------


def _part(arguments: Arguments) -> Instance:
    return c.make(c.own(arguments), c.name_of(arguments), None, c.labels(arguments))


def _item(context: Context, arguments: Arguments) -> Value:
    """`s[mask]` and `s[a:b]` keep rows; a single label is an element."""
    found, index = c.own(arguments), arguments.positional[1]
    rows = masked(index)
    if rows is not None:
        return some_rows(_part(arguments), rows)  # type: ignore[no-any-return]
    if isinstance(index, Slice):
        taken = context.apply("numpy.ndarray.__getitem__", Arguments((found, index)))
        return some_rows(_part(arguments), taken.shape[0]) if isinstance(taken, Tensor) else taken
    if isinstance(index, (Constant, Scalar)):
        return c.one(found) if names_one(index, c.labels(arguments)) else Unknown("the elements of a label")
    if isinstance(index, Sequence) and c.labels(arguments).distinct:
        return some_rows(_part(arguments), index.size, distinct=False)  # type: ignore[no-any-return]
    return Unknown("some elements of a column")


def names_one(label: Constant | Scalar, labels: Rows) -> bool:
    """The label of one row; a text may stand for all dates in it."""
    return labels.distinct and label.type_name != "str"


def masked(index: Value) -> Dim | None:
    """How many rows a mask leaves; None if the index is no mask."""
    if isinstance(index, Sequence):
        plain = [one.payload if isinstance(one, Constant) else None for one in index.known or ()]
        return Dim.of(sum(map(bool, plain))) if plain and all(isinstance(one, bool) for one in plain) else None
    mask = index.hidden("array") if isinstance(index, Instance) and index.hidden("frame") is None else index
    return Dim.unknown() if isinstance(mask, Tensor) and mask.dtype == "bool" else None


def _located(context: Context, arguments: Arguments) -> Value:
    return Instance(PLACES, {" owner": arguments.positional[0]})


def _labelled(context: Context, arguments: Arguments) -> Value:
    return Instance(LABELS, {" owner": arguments.positional[0]})


def _owner(arguments: Arguments) -> Value | None:
    located = arguments.positional[0]
    return located.hidden("owner") if isinstance(located, Instance) else None


def _at_place(context: Context, arguments: Arguments) -> Value:
    """`s.iloc[...]`: places, as an array has them."""
    owner = _owner(arguments)
    found = c.column_of(owner)
    if found is None or owner is None:
        return Unknown("some elements of a column")
    index = arguments.positional[1]
    taken = context.apply("numpy.ndarray.__getitem__", Arguments((found, index)))
    if not isinstance(taken, Tensor) or not taken.shape.known_rank:
        return Unknown("some elements of a column")
    if taken.rank == 0:
        return c.one(found)
    return some_rows(_part(Arguments((owner,))), taken.shape[0], isinstance(index, Slice) or None)  # type: ignore[no-any-return]


def _at_label(context: Context, arguments: Arguments) -> Value:
    owner = _owner(arguments)
    found, index = c.column_of(owner), arguments.positional[1]
    if found is None or owner is None:
        return Unknown("some elements of a column")
    if isinstance(index, Slice) and index.python_slice != slice(None):
        return some_rows(_part(Arguments((owner,))), Dim.unknown())  # type: ignore[no-any-return]
    return _item(context, Arguments((owner, index)))


def _written(context: Context, target: Value | None, grows: bool) -> Value:
    """Something was written to some elements: their dtype and range may be others. A new label makes a new row."""
    found = c.column_of(target)
    if found is not None and target is not None:
        c.become(context, target, array(Shape.of_rank(1) if grows else found.shape, None))
    return NONE


def _write(context: Context, arguments: Arguments) -> Value:
    grows = not isinstance(arguments.positional[1], Slice) and masked(arguments.positional[1]) is None
    return _written(context, arguments.positional[0], grows)


def _write_place(context: Context, arguments: Arguments) -> Value:
    return _written(context, _owner(arguments), False)


def _write_label(context: Context, arguments: Arguments) -> Value:
    grows = not isinstance(arguments.positional[1], Slice) and masked(arguments.positional[1]) is None
    return _written(context, _owner(arguments), grows)


# -- parts ---------------------------------------------------------------------------------------------------------


def _categories(context: Context, arguments: Arguments) -> Value:
    number = c.distinct_of(arguments.positional[0])
    codes = coded(c.own(arguments).shape, number)
    several = unknown_names(Dim.unknown() if number is None else Dim.of(number))
    column = c.make(codes, None, number, c.labels(arguments))
    return Instance(CATEGORIES, {"codes": column, "categories": several})


def coded(shape: Shape, number: int | None) -> Tensor:
    """The numbers of categories: in the smallest dtype that holds them, -1 for what is missing."""
    facts = Facts(low=-1) if number is None else Facts(low=0, high=number - 1, attained=bool(number) or None)
    return array(shape, "int8" if number is not None and number < 128 else None, facts)


def _factorized(context: Context, arguments: Arguments) -> Value:
    return codes_of(c.own(arguments).shape[0], c.distinct_of(arguments.positional[0]))


def codes_of(rows: Dim, number: int | None) -> Value:
    """What `factorize` gives: a number for each element, and the different elements."""
    facts = Facts(low=-1) if number is None else Facts(low=0, high=number - 1, attained=bool(number) or None)
    several = unknown_names(Dim.unknown() if number is None else Dim.of(number))
    return Sequence.tuple((array(Shape.of(rows), "int64", facts), several))


def _frame(context: Context, arguments: Arguments) -> Value:
    """`to_frame(name)`"""
    from ..frames import Column, Frame
    from .tables import make as make_table

    found, name = c.own(arguments), arguments.get(1, "name")
    label = name.payload if isinstance(name, Constant) else c.name_of(arguments)
    if name is not None and not isinstance(name, Constant):
        label = None
    rows, labels = found.shape[0], c.labels(arguments)
    if label is None:
        return make_table(Frame(rows, Dim.of(1), None, labels))
    column = Column(label, found.dtype, found.facts, c.distinct_of(arguments.positional[0]))
    return make_table(Frame.of(rows, (column,), labels))


def _mode(context: Context, arguments: Arguments) -> Value:
    found = c.own(arguments)
    return c.make(array(Shape.of(Dim.unknown()), found.dtype if found.dtype != "object" else None))


def _grouped(context: Context, arguments: Arguments) -> Value:
    return Unknown("a column in groups")


def _rolled(context: Context, arguments: Arguments) -> Value:
    return Instance(WINDOWS, {" owner": arguments.positional[0]})


def _in_windows(context: Context, arguments: Arguments) -> Value:
    owner = _owner(arguments)
    return c.over(Arguments((owner,)), "float64") if c.column_of(owner) is not None and owner else Unknown("windows")


def _wrapped(context: Context, arguments: Arguments) -> Value:
    """What a function of NumPy makes of each element."""
    found = arguments.positional[1]
    known = isinstance(found, Tensor) and found.shape == c.own(arguments).shape
    return c.make(found, None, None, c.labels(arguments)) if known and isinstance(found, Tensor) else found


def _nothing(context: Context, arguments: Arguments) -> Value:
    return NONE


_KEPT = "cumsum cumprod cummax cummin ffill bfill interpolate abs round"
_OTHERS = "replace where mask rank combine infer_objects convert_dtypes rename set_axis"
_SOME = "dropna drop drop_duplicates"
_TRUTHS = "isnull isna notnull notna isin duplicated between"
_UNKNOWN = "idxmax idxmin argmax argmin argsort describe item get explode unstack reindex equals corr dot to_dict"
_OPERATIONS = {"add": "add", "sub": "sub", "mul": "mul", "div": "truediv", "pow": "pow", "mod": "mod"}


def _get(method: Method, name: str) -> Property:
    return Property(Native(f"pandas.Series.{name}", method))


def _plain(name: str) -> Method:
    """`s.add(other)`, where nothing else is said."""
    operate = operator(name)

    def method(context: Context, arguments: Arguments) -> Value:
        if len(arguments.positional) != 2 or arguments.keywords:
            return Unknown("columns that are not lined up")
        return operate(context, arguments)

    return method


PLACES = library_class("pandas.Series.iloc", __getitem__=_at_place, __setitem__=_write_place)
LABELS = library_class("pandas.Series.loc", __getitem__=_at_label, __setitem__=_write_label)
WINDOWS = library_class(
    "pandas.core.window.Rolling", **dict.fromkeys(("mean", "std", "var", "sum", "min", "max", "median"), _in_windows)
)
_PROPERTIES: dict[str, Method] = {
    "values": _array, "array": _array, "shape": _shape, "dtype": _dtype, "dtypes": _dtype, "size": _length,
    "name": _name, "index": _index, "iloc": _located, "iat": _located, "loc": _labelled, "at": _labelled,
    "cat": _categories, "str": texts, "dt": dates, "T": c.same,
}  # fmt: skip
_METHODS: dict[str, Method] = {
    "to_numpy": c.to_numpy, "astype": c.astype, "unique": c.unique, "tolist": _tolist, "to_list": _tolist,
    "head": c.head, "tail": c.head, "copy": c.same, "sort_values": c.changing(c.ordered),
    "sort_index": c.changing(c.ordered), "reset_index": c.reset_index, "squeeze": c.squeeze, "sample": c.sample,
    "nlargest": c.most, "nsmallest": c.most, "fillna": c.changing(c.filled), "shift": c.moved, "diff": c.moved,
    "pct_change": c.fractions, "clip": c.clipped, "map": c.mapped, "apply": c.applied, "value_counts": c.value_counts,
    "sum": c.total, "prod": c.total, "mean": c.mean, "median": c.mean, "quantile": c.quantile, "std": c.deviation,
    "var": c.deviation, "skew": c.deviation, "kurt": c.deviation, "sem": c.deviation, "nunique": c.nunique,
    "count": lambda context, arguments: Scalar("int"), "any": c.logical, "all": c.logical,
    "max": c.named("max", c.extreme), "min": c.named("min", c.extreme), "mode": _mode, "items": _items,
    "factorize": _factorized, "to_frame": _frame, "groupby": _grouped, "rolling": _rolled, "ewm": _rolled,
    "keys": _index,
}  # fmt: skip

c.SERIES.state.update(library_class(
    "pandas.Series",
    __init__=_init, __getitem__=_item, __setitem__=_write, __len__=_length, __iter__=_iterate,
    __array_priority__=Constant(1000), __array_wrap__=_wrapped, __invert__=negative("invert"),
    __neg__=negative("neg"), __abs__=negative("abs"),
    **{name: _get(method, name) for name, method in _PROPERTIES.items()}, **_METHODS,
    **dict.fromkeys(_KEPT.split(), c.changing(c.kept)), **dict.fromkeys(_OTHERS.split(), c.changing(c.others)),
    **dict.fromkeys(_SOME.split(), c.changing(c.some)), **dict.fromkeys(_TRUTHS.split(), c.truths),
    **dict.fromkeys(_UNKNOWN.split(), _number), **dict.fromkeys(("hist", "plot", "to_csv"), _nothing),
    **{name: _plain(operation) for name, operation in _OPERATIONS.items()},
    **{f"__{name}__": operator(name, symbol in ("==", "!=", "<", "<=", ">", ">="))
       for symbol, name in OPERATORS.items() if symbol not in ("@", "<<", ">>")},
    **{f"__r{OPERATORS[symbol]}__": operator(OPERATORS[symbol], reflected=True)
       for symbol in ("+", "-", "*", "/", "//", "%", "**", "&", "|", "^")},
    **{f"__r{OPERATORS[symbol]}__": operator(OPERATORS[symbol], compares=True)
       for symbol in ("==", "!=", "<", "<=", ">", ">=")},
).state)  # fmt: skip
NP.classes(c.SERIES)

"""`Series`: one column."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ....core.containers import Sequence, Slice
from ....core.dim import Dim
from ....core.dtype import family
from ....core.objects import Instance, Property, library_class
from ....core.plain import NONE, Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import OPERATORS, Facts, Tensor
from ....core.value import Arguments, Native, Unknown, Value
from ...numpy.creation import element
from ...numpy.dialect import NP, NUMPY, array
from ..frames import loose, series, some_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from ....core.value import Context

    Method = Callable[[Context, Arguments], Value]


def column_of(value: Value | None) -> Tensor | None:
    """The array under a column."""
    found = value.hidden("array") if isinstance(value, Instance) and value.cls is SERIES else None
    return found if isinstance(found, Tensor) else None


def make(found: Tensor, name: object = None, distinct: int | None = None) -> Instance:
    return series(SERIES, found, name, distinct)


def distinct_of(value: Value | None) -> int | None:
    """How many different elements a column has."""
    found = value.hidden("distinct") if isinstance(value, Instance) else None
    return found if isinstance(found, int) else None


def _own(arguments: Arguments) -> Tensor:
    return column_of(arguments.positional[0]) or array(Shape.of_rank(1), None)


def _array(context: Context, arguments: Arguments) -> Value:
    return _own(arguments)


def _same(context: Context, arguments: Arguments) -> Value:
    """The same elements, perhaps in another order or with another index."""
    return make(_own(arguments), None, distinct_of(arguments.positional[0]))


def _unknown_elements(context: Context, arguments: Arguments) -> Value:
    return make(array(_own(arguments).shape, None))


def _truth(context: Context, arguments: Arguments) -> Value:
    return make(array(_own(arguments).shape, "bool"))


def _some(context: Context, arguments: Arguments) -> Value:
    return some_rows(make(_own(arguments)), Dim.unknown())  # type: ignore[no-any-return]


def _head(context: Context, arguments: Arguments) -> Value:
    from ....core.dim import minimum

    asked = arguments.get(1, "n")
    count = Dim.of(5) if asked is None else asked.dim if isinstance(asked, Constant) else None
    own = _own(arguments)
    return some_rows(make(own), Dim.unknown() if count is None else minimum(own.shape[0], count))  # type: ignore[no-any-return]


def _astype(context: Context, arguments: Arguments) -> Value:
    wanted = arguments.get(1, "dtype")
    own, dtype = _own(arguments), NP.dtype_of(wanted) if wanted is not None else None
    kept = family(dtype) in ("int", "uint", "float") and family(own.dtype) in ("int", "uint", "float", "bool")
    return make(array(own.shape, dtype, own.facts if kept else None))


def _to_numpy(context: Context, arguments: Arguments) -> Value:
    wanted, own = arguments.get(1, "dtype"), _own(arguments)
    dtype = NP.dtype_of(wanted) if wanted is not None and wanted is not NONE else own.dtype
    return array(own.shape, dtype, own.facts if dtype == own.dtype else None)


def _unique(context: Context, arguments: Arguments) -> Value:
    own = _own(arguments)
    return array(Shape.of(Dim.unknown(low=1)), own.dtype, own.facts)


def _tolist(context: Context, arguments: Arguments) -> Value:
    return context.apply("numpy.ndarray.tolist", Arguments((_own(arguments),)))


def _one(own: Tensor) -> Value:
    """An element; of a column of unknown dtype it may be anything, a list or an array among it."""
    return element(array(Shape(), own.dtype, loose(own.facts))) if own.dtype else Unknown("an element of a column")


def _element(context: Context, arguments: Arguments) -> Value:
    return _one(_own(arguments))


def _mean(context: Context, arguments: Arguments) -> Value:
    own = _own(arguments)
    return array(Shape(), _float_of(own), Facts(low=own.facts.low, high=own.facts.high))


def _deviation(context: Context, arguments: Arguments) -> Value:
    return array(Shape(), _float_of(_own(arguments)))


def _float_of(own: Tensor) -> str | None:
    return "float64" if family(own.dtype) in ("int", "uint", "bool", "float") else None


def _number(context: Context, arguments: Arguments) -> Value:
    return array(Shape(), None)


def _shape(context: Context, arguments: Arguments) -> Value:
    return Sequence.tuple([Constant(_own(arguments).shape[0])])


def _length(context: Context, arguments: Arguments) -> Value:
    return Constant(_own(arguments).shape[0])


def _dtype(context: Context, arguments: Arguments) -> Value:
    from ...numpy.dialect import dtype_value

    dtype = _own(arguments).dtype
    return dtype_value(dtype) if dtype else Unknown("a dtype that is not known")


def _iterate(context: Context, arguments: Arguments) -> Value:
    own = _own(arguments)
    return Sequence("iterator", (), _one(own), own.shape[0])


def _item(context: Context, arguments: Arguments) -> Value:
    """`s[mask]` and `s[a:b]` keep rows; a single label is an element."""
    own, index = _own(arguments), arguments.positional[1]
    mask = index.hidden("array") if isinstance(index, Instance) else index
    if isinstance(mask, Tensor) and mask.dtype == "bool":
        return some_rows(make(own), Dim.unknown())  # type: ignore[no-any-return]
    if isinstance(index, Slice):
        found = context.apply("numpy.ndarray.__getitem__", Arguments((own, index)))
        return make(found) if isinstance(found, Tensor) else found
    if isinstance(index, (Constant, Scalar)):
        return _one(own)
    return Unknown("some elements of a column")


def _located(context: Context, arguments: Arguments) -> Value:
    return Instance(LOCATED, {" owner": arguments.positional[0]})


def _at(context: Context, arguments: Arguments) -> Value:
    """`s.iloc[...]`: places, as an array has them."""
    located = arguments.positional[0]
    owner = located.hidden("owner") if isinstance(located, Instance) else None
    own = column_of(owner)
    if own is None:
        return Unknown("some elements of a column")
    found = context.apply("numpy.ndarray.__getitem__", Arguments((own, arguments.positional[1])))
    return make(found) if isinstance(found, Tensor) and found.shape != Shape() else found


def _write(context: Context, arguments: Arguments) -> Value:
    """Something was written to some elements: their dtype and range may be others."""
    target = arguments.positional[0]
    own = column_of(target)
    if own is not None and isinstance(target, Instance):
        target.hide(context, "array", array(own.shape, None))
    return NONE


def _codes(context: Context, arguments: Arguments) -> Value:
    own = _own(arguments)
    return Instance(CATEGORIES, {"codes": make(array(own.shape, None, Facts(low=-1)))})


def _operator(name: str, compares: bool = False, reflected: bool = False) -> Method:
    def method(context: Context, arguments: Arguments) -> Value:
        own, other = _own(arguments), arguments.positional[1]
        theirs = other.hidden("array") if isinstance(other, Instance) else other
        if isinstance(theirs, Tensor) and theirs.shape != Shape():
            # columns are lined up by their labels
            same = theirs.shape.known_rank and theirs.rank == 1 and theirs.shape[0] == own.shape[0]
            shape = own.shape if same else Shape.of_rank(1)
            logical = compares or (name in ("and", "or", "xor") and own.dtype == theirs.dtype == "bool")
            return make(array(shape, "bool" if logical else None))
        if compares:
            return make(array(own.shape, "bool", Facts(low=0, high=1)))
        if not isinstance(theirs, (Constant, Scalar, Tensor)) or own.dtype in (None, "object"):
            return make(array(own.shape, None))
        pair = (theirs, own) if reflected else (own, theirs)
        found = context.apply(f"numpy.ndarray.__{name}__", Arguments(pair))
        return make(found) if isinstance(found, Tensor) else found

    return method


def _init(context: Context, arguments: Arguments) -> Value:
    instance, data = arguments.positional[0], arguments.get(1, "data")
    found = NP.as_tensor(data) if data is not None else None
    known = found is not None and found.shape.known_rank and found.rank == 1
    if isinstance(instance, Instance):
        own = found if known and found is not None else array(Shape.of_rank(1), None)
        instance.hide(context, "array", Tensor(own.shape, own.dtype, NUMPY, replace(own.facts, constant=None)))
        instance.hide(context, "series", None)
    return NONE


_SAME = "copy sort_values sort_index reset_index rename squeeze set_axis"
_SAME_LENGTH = (
    "map apply replace fillna shift diff cumsum cumprod pct_change interpolate ffill bfill clip round abs "
    "where mask rank combine infer_objects convert_dtypes"
)
_SOME = "dropna drop drop_duplicates sample nlargest nsmallest"
_TRUTHS = "isnull isna notnull notna isin duplicated between"
_COUNTS = "nunique count"


def _get(method: Method, name: str) -> Property:
    return Property(Native(f"pandas.Series.{name}", method))


LOCATED = library_class("pandas.Series.iloc", __getitem__=_at)
CATEGORIES = library_class("pandas.Series.cat")
SERIES = library_class(
    "pandas.Series",
    __init__=_init, __getitem__=_item, __setitem__=_write, __len__=_length, __iter__=_iterate,
    values=_get(_array, "values"), array=_get(_array, "array"), shape=_get(_shape, "shape"),
    dtype=_get(_dtype, "dtype"),
    size=_get(_length, "size"), iloc=_get(_located, "iloc"), cat=_get(_codes, "cat"),
    to_numpy=_to_numpy, astype=_astype, unique=_unique, tolist=_tolist, to_list=_tolist, head=_head, tail=_head,
    **dict.fromkeys(_SAME.split(), _same),
    **dict.fromkeys(_SAME_LENGTH.split(), _unknown_elements),
    **dict.fromkeys(_SOME.split(), _some),
    **dict.fromkeys(_TRUTHS.split(), _truth),
    **dict.fromkeys(("max", "min"), _element), **dict.fromkeys(("sum", "prod"), _number),
    **dict.fromkeys(("mean", "median", "quantile"), _mean),
    **dict.fromkeys(("std", "var", "skew", "kurt"), _deviation),
    **dict.fromkeys(_COUNTS.split(), lambda context, arguments: Scalar("int")),
    **{f"__{name}__": _operator(name, symbol in ("==", "!=", "<", "<=", ">", ">="))
       for symbol, name in OPERATORS.items() if symbol != "@"},
    **{f"__r{OPERATORS[symbol]}__": _operator(OPERATORS[symbol], reflected=True)
       for symbol in ("+", "-", "*", "/", "//", "%", "**")},
)  # fmt: skip
NP.classes(SERIES)

"""The labels of rows (`df.index`) and the names of columns (`df.columns`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.objects import Instance, Property, library_class
from ....core.plain import NONE, Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Native, Unknown, Value
from ...numpy.dialect import NP, array
from ..frames import RANGE, Rows, rows_of

if TYPE_CHECKING:
    from ....core.value import Context


class Names(Sequence):
    """The names of the columns; a comparison of them says something of each."""

    __slots__ = ()

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if operator in ("==", "!=", "<", "<=", ">", ">="):
            return array(Shape.of(self.size), "bool")
        return Unknown("names of columns")

    def attribute(self, context: Context, name: str) -> Value:
        if name in ("values", "array"):
            return self
        if name == "shape":
            return Sequence.tuple((Constant(self.size),))
        if name in ("size", "ndim", "nlevels"):
            return Constant(self.size) if name == "size" else Constant(1) if name == "ndim" else Scalar("int")
        if name == "dtype":
            return Unknown("a dtype that is not known")
        method = _METHODS.get(name)
        return method(self) if method is not None else Unknown(f"columns.{name}")

    def item(self, context: Context, index: Value) -> Value:
        if isinstance(index, Sequence):
            places = [one.payload if isinstance(one, Constant) else None for one in index.known or ()]
            known = self.known
            numbers = [p for p in places if isinstance(p, int) and not isinstance(p, bool)]
            if known is None or not places or len(numbers) < len(places):
                return unknown_names(Dim.unknown())
            fits = all(-len(known) <= p < len(known) for p in numbers)
            return Names("list", (known[p] for p in numbers)) if fits else Unknown("names of columns")
        if isinstance(index, (Tensor, Instance)):
            return unknown_names(Dim.unknown())
        found = super().item(context, index)
        return Names("list", *found.contents) if isinstance(found, Sequence) else found


def unknown_names(count: Dim) -> Names:
    return Names("list", (), Unknown("the name of a column"), count)


def _as_list(names: Names) -> Native:
    return Native("tolist", lambda context, arguments: Sequence("list", *names.contents))


def _same(names: Names) -> Native:
    return Native("copy", lambda context, arguments: names)


def _without(names: Names) -> Native:
    """`drop` keeps the order."""

    def drop(context: Context, arguments: Arguments) -> Value:
        gone = arguments.get(0, "labels")
        gone_items = gone.known if isinstance(gone, Sequence) else (gone,) if isinstance(gone, Constant) else None
        plain = [one.payload if isinstance(one, Constant) else ... for one in gone_items or ()]
        mine = [one.payload if isinstance(one, Constant) else ... for one in names.known or ()]
        if not plain or ... in plain or names.known is None or ... in mine or "errors" in arguments.keywords:
            return unknown_names(Dim.unknown())
        return Names("list", (Constant(one) for one in mine if one not in plain))

    return Native("drop", drop)


def _difference(names: Names) -> Native:
    """The names that are not among others, sorted."""

    def difference(context: Context, arguments: Arguments) -> Value:
        kept = _without(names).call(context, Arguments(arguments.positional))
        items = kept.known if isinstance(kept, Names) else None
        plain = [one.payload for one in items or () if isinstance(one, Constant)]
        if items is None or arguments.keywords or not all(isinstance(one, str) for one in plain):
            return unknown_names(Dim.unknown())
        return Names("list", map(Constant, sorted(set(plain))))

    return Native("difference", difference)


def _place(names: Names) -> Native:
    def get_loc(context: Context, arguments: Arguments) -> Value:
        wanted = arguments.get(0, "key")
        mine = [one.payload if isinstance(one, Constant) else ... for one in names.known or ()]
        if isinstance(wanted, Constant) and ... not in mine and mine.count(wanted.payload) == 1:
            return Constant(mine.index(wanted.payload))
        return Unknown("the place of a column")

    return Native("get_loc", get_loc)


def _texts(names: Names) -> Value:
    """`df.columns.str`: as many names, others."""

    class Texts(Value):
        __slots__ = ()

        def attribute(self, context: Context, name: str) -> Value:
            return Native(name, lambda context, arguments: unknown_names(names.size))

    return Texts()


_METHODS = {
    "tolist": _as_list, "to_list": _as_list, "copy": _same, "drop": _without, "difference": _difference,
    "get_loc": _place, "str": _texts,
}  # fmt: skip


# -- rows ----------------------------------------------------------------------------------------------------------


def index(rows: Dim, labels: Rows) -> Instance:
    """`df.index`"""
    facts = Facts(low=0) if labels is RANGE else None
    found = array(Shape.of(rows), "int64" if labels is RANGE else None, facts)
    return Instance(INDEX, {" array": found, " labels": labels})


def _init(context: Context, arguments: Arguments) -> Value:
    """`Index(data)`: as many labels as there are elements."""
    made, data = arguments.positional[0], arguments.get(1, "data")
    if isinstance(made, Instance):
        count = None if isinstance(data, Sequence) and data.one_shot else rows_of(data)
        theirs = data.hidden("labels") if isinstance(data, Instance) and data.cls is INDEX else None
        made.hide(context, "array", array(Shape.of(Dim.unknown() if count is None else count), None))
        made.hide(context, "labels", theirs or Rows())
    return NONE


def _found(arguments: Arguments) -> Tensor:
    given = arguments.positional[0]
    found = given.hidden("array") if isinstance(given, Instance) else None
    return found if isinstance(found, Tensor) else array(Shape.of_rank(1), None)


def _length(context: Context, arguments: Arguments) -> Value:
    return Constant(_found(arguments).shape[0])


def _shape(context: Context, arguments: Arguments) -> Value:
    return Sequence.tuple((Constant(_found(arguments).shape[0]),))


def _values(context: Context, arguments: Arguments) -> Value:
    return _found(arguments)


def _list(context: Context, arguments: Arguments) -> Value:
    found = _found(arguments)
    return Sequence("list", (), Scalar("int") if found.dtype == "int64" else Unknown("a label"), found.shape[0])


def _item(context: Context, arguments: Arguments) -> Value:
    given, place = arguments.positional[:2]
    found = context.apply("numpy.ndarray.__getitem__", Arguments((_found(arguments), place)))
    if not isinstance(found, Tensor) or found.shape == Shape() or not found.shape.known_rank:
        return Scalar("int") if _found(arguments).dtype == "int64" else Unknown("a label")
    of = given.hidden("labels") if isinstance(given, Instance) else None
    # an array of places may name one twice
    once = isinstance(of, Rows) and not isinstance(place, (Tensor, Instance))
    if isinstance(place, Sequence):
        plain = [one.payload if isinstance(one, Constant) else None for one in place.known or ()]
        numbers = {one for one in plain if isinstance(one, int) and one >= 0}
        once = once and len(numbers) == len(plain)
    labels = Rows(of, of.distinct) if once and isinstance(of, Rows) else Rows()
    return Instance(INDEX, {" array": array(found.shape, found.dtype), " labels": labels})


def _attribute(context: Context, arguments: Arguments) -> Value:
    return Unknown("something of the labels of rows")


INDEX = library_class(
    "pandas.Index", __init__=_init, __getitem__=_item, __len__=_length, __iter__=_list, tolist=_list, to_list=_list,
    to_numpy=_values, values=Property(Native("values", _values)), size=Property(Native("size", _length)),
    shape=Property(Native("shape", _shape)), __getattr__=_attribute,
)  # fmt: skip
NP.native("pandas.RangeIndex", "pandas.MultiIndex", "pandas.DatetimeIndex")(_attribute)

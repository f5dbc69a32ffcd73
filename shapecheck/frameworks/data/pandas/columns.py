"""`Series`: one column. What one operation makes of its length, its dtype and its range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Mapping, Sequence
from ....core.dim import Dim, maximum, minimum
from ....core.dtype import family
from ....core.objects import Class, Instance, library_class
from ....core.plain import NONE, Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Unknown, Value
from ...numpy.creation import element
from ...numpy.dialect import NP, array
from ..frames import RANGE, Rows, loose, some_rows
from ..frames import series as _series

if TYPE_CHECKING:
    from collections.abc import Callable

    from ....core.value import Context

    Method = Callable[[Context, Arguments], Value]

SERIES: Class = library_class("pandas.Series")
NUMBERS = ("int", "uint", "float")


def column_of(value: Value | None) -> Tensor | None:
    """The array under a column."""
    found = value.hidden("array") if isinstance(value, Instance) and value.cls is SERIES else None
    return found if isinstance(found, Tensor) else None


def make(found: Tensor, name: object = None, distinct: int | None = None, labels: Rows | None = None) -> Instance:
    if found.facts.constant is not None:
        facts = found.facts
        kept = Facts(low=facts.low, high=facts.high, attained=facts.attained, one_hot=facts.one_hot)
        found = array(found.shape, found.dtype, kept)
    return _series(SERIES, found, name, distinct, labels)


def distinct_of(value: Value | None) -> int | None:
    """How many different elements a column has."""
    found = value.hidden("distinct") if isinstance(value, Instance) else None
    return found if isinstance(found, int) else None


def own(arguments: Arguments) -> Tensor:
    return column_of(arguments.positional[0]) or array(Shape.of_rank(1), None)


def labels(arguments: Arguments) -> Rows:
    given = arguments.positional[0]
    found = given.hidden("labels") if isinstance(given, Instance) else None
    return found if isinstance(found, Rows) else Rows()


def name_of(arguments: Arguments) -> object:
    given = arguments.positional[0]
    return given.hidden("series") if isinstance(given, Instance) else None


def over(arguments: Arguments, dtype: str | None, facts: Facts | None = None, distinct: int | None = None) -> Instance:
    """Other elements over the same rows."""
    return make(array(own(arguments).shape, dtype, facts), None, distinct, labels(arguments))


def inplace(arguments: Arguments) -> bool:
    value = arguments.keywords.get("inplace")
    return value is not None and not (isinstance(value, Constant) and not value.payload)


def become(context: Context, target: Value, found: Tensor) -> None:
    """The column itself changes, and with it, in some versions, the table that it was taken from."""
    if not isinstance(target, Instance):
        return
    from .tables import forget_column

    forget_column(context, target.hidden("owner"), target.hidden("series"))
    target.hide(context, "array", found)
    target.hide(context, "distinct", None)


def changing(method: Method) -> Method:
    """A method that may be asked to change the column itself."""

    def run(context: Context, arguments: Arguments) -> Value:
        if not inplace(arguments):
            return method(context, arguments)
        become(context, arguments.positional[0], array(Shape.of_rank(1), None))
        return NONE

    return run


def one(found: Tensor) -> Value:
    """An element; of a column of unknown dtype it may be anything, a list or an array among it."""
    plain = found.dtype is not None and found.dtype != "object"
    return element(array(Shape(), found.dtype, loose(found.facts))) if plain else Unknown("an element of a column")


def python(found: Tensor) -> Value:
    """An element as Python's own number, as whoever goes through a column gets it."""
    kind = family(found.dtype)
    if found.dtype in ("int64", "float64", "bool") or kind not in NUMBERS:
        return one(found)
    return Scalar("float" if kind == "float" else "int")


def dtype_behind(value: Value) -> str | None:
    """The dtype of a column of such values."""
    if isinstance(value, (Constant, Scalar)):
        return {"bool": "bool", "int": "int64", "float": "float64", "str": "object"}.get(value.type_name)
    return value.dtype if isinstance(value, Tensor) and value.shape == Shape() else None


def count_of(value: Value | None, total: Dim, default: int | None) -> Dim | None:
    """How many rows `head(n)` takes: all but n from a negative number."""
    asked = Dim.of(default) if value is None and default is not None else None
    if isinstance(value, Constant) and value.dim is not None:
        asked = value.dim
    number = asked.value if asked is not None else None
    if asked is None:
        return None
    return maximum(total - -number, 0) if number is not None and number < 0 else minimum(total, asked)


# -- rows ----------------------------------------------------------------------------------------------------------


def same(context: Context, arguments: Arguments) -> Value:
    """The same elements."""
    given = arguments.positional[0]
    return make(own(arguments), name_of(arguments), distinct_of(given), labels(arguments))


def ordered(context: Context, arguments: Arguments) -> Value:
    """The same elements in another order."""
    found = own(arguments)
    return make(array(found.shape, found.dtype, found.facts), name_of(arguments), distinct_of(arguments.positional[0]))


def some(context: Context, arguments: Arguments) -> Value:
    return some_rows(make(own(arguments), name_of(arguments), None, labels(arguments)), Dim.unknown())  # type: ignore[no-any-return]


def head(context: Context, arguments: Arguments) -> Value:
    found = own(arguments)
    count = count_of(arguments.get(1, "n"), found.shape[0], 5) or Dim.unknown()
    return some_rows(make(found, name_of(arguments), None, labels(arguments)), count)  # type: ignore[no-any-return]


def most(context: Context, arguments: Arguments) -> Value:
    """`nlargest(n)`"""
    count = count_of(arguments.get(1, "n"), own(arguments).shape[0], 5)
    vague = "keep" in arguments.keywords or count is None
    return some_rows(make(own(arguments)), Dim.unknown() if vague or count is None else count)  # type: ignore[no-any-return]


def sample(context: Context, arguments: Arguments) -> Value:
    count = sampled(own(arguments).shape[0], arguments)
    return some_rows(make(own(arguments)), count, distinct=False)  # type: ignore[no-any-return]


def sampled(total: Dim, arguments: Arguments) -> Dim:
    """How many rows `sample(n, frac)` takes."""
    number, share = arguments.get(1, "n"), arguments.get(2, "frac")
    if isinstance(number, Constant) and number.dim is not None:
        return number.dim
    if number in (None, NONE) and share in (None, NONE):
        return Dim.of(1)
    part = share.payload if isinstance(share, Constant) else None
    if number in (None, NONE) and isinstance(part, (int, float)):
        return total if part == 1 else Dim.of(round(part * total.value)) if total.value is not None else Dim.unknown()
    return Dim.unknown()


def reset_index(context: Context, arguments: Arguments) -> Value:
    from .tables import make as make_table

    drop = arguments.get(2, "drop")
    if inplace(arguments):
        target = arguments.positional[0]
        if isinstance(target, Instance):
            target.hide(context, "labels", RANGE)
        return NONE
    if isinstance(drop, Constant) and drop.payload is True:
        return make(own(arguments), name_of(arguments), distinct_of(arguments.positional[0]), RANGE)
    if drop is not None and not isinstance(drop, Constant):
        return Unknown("a column with other labels")
    from ..frames import Frame

    return make_table(Frame(own(arguments).shape[0], Dim.unknown(low=2), None, RANGE))


def squeeze(context: Context, arguments: Arguments) -> Value:
    from ....core.truth import Truth

    several = own(arguments).shape[0].equals(1)
    return same(context, arguments) if several is Truth.NO else Unknown("a column or its only element")


# -- elements ------------------------------------------------------------------------------------------------------


def others(context: Context, arguments: Arguments) -> Value:
    """As many elements."""
    return over(arguments, None)


def truths(context: Context, arguments: Arguments) -> Value:
    return over(arguments, "bool", Facts(low=0, high=1))


def kept(context: Context, arguments: Arguments) -> Value:
    """Numbers of the same kind."""
    dtype = own(arguments).dtype
    return over(arguments, dtype if family(dtype) in ("int", "float") else None)


def filled(context: Context, arguments: Arguments) -> Value:
    """`fillna(value)`: whole numbers have none that is missing."""
    found, value = own(arguments), arguments.get(1, "value")
    number = value.payload if isinstance(value, Constant) else None
    facts = found.facts
    if family(found.dtype) in ("int", "bool"):
        return over(arguments, found.dtype, facts)
    if family(found.dtype) != "float" or not isinstance(number, (int, float)):
        numeric = isinstance(value, Tensor) and value.shape == Shape() and family(value.dtype) in NUMBERS
        return over(arguments, found.dtype if numeric and family(found.dtype) == "float" else None)
    low = None if facts.low is None else min(facts.low, number)
    return over(arguments, found.dtype, Facts(low=low, high=None if facts.high is None else max(facts.high, number)))


def moved(context: Context, arguments: Arguments) -> Value:
    """`shift` and `diff` leave places without a number."""
    dtype = own(arguments).dtype
    plain = family(dtype) in ("int", "float") and "fill_value" not in arguments.keywords
    return over(arguments, ("float64" if family(dtype) == "int" else dtype) if plain else None)


def fractions(context: Context, arguments: Arguments) -> Value:
    return over(arguments, "float64" if own(arguments).dtype in ("int64", "float64") else None)


def clipped(context: Context, arguments: Arguments) -> Value:
    found = own(arguments)
    ends = [arguments.get(1, "lower"), arguments.get(2, "upper")]
    plain = [end.payload if isinstance(end, Constant) else ... for end in ends if end is not None]
    whole = all(value is None or isinstance(value, int) for value in plain)
    dtype = found.dtype if family(found.dtype) == "float" or (family(found.dtype) == "int" and whole) else None
    return over(arguments, dtype)


def mapped(context: Context, arguments: Arguments) -> Value:
    """`map`: what a dict has for the elements, or what a function makes of one."""
    rule = arguments.get(1, "arg") or arguments.get(1, "func")
    if isinstance(rule, Mapping):
        plain = [value.payload if isinstance(value, Constant) else None for value in rule.items.values()]
        numbers = [number for number in plain if isinstance(number, (int, float))]
        ranged = numbers and len(numbers) == len(plain) and not rule.open
        return over(arguments, None, Facts(low=min(numbers), high=max(numbers)) if ranged else None)
    if rule is None or not _callable(rule):
        return over(arguments, None)
    return over(arguments, dtype_behind(context.call(rule, Arguments((python(own(arguments)),)))))


def applied(context: Context, arguments: Arguments) -> Value:
    """`apply`: a function that gives columns makes a table."""
    rule = arguments.get(1, "func")
    if rule is None or not _callable(rule) or len(arguments.positional) > 2 or arguments.keywords:
        return Unknown("a column that a function is applied to")
    answer = context.call(rule, Arguments((python(own(arguments)),)))
    dtype = dtype_behind(answer)
    if dtype is None and not isinstance(answer, (Constant, Scalar, Sequence, Mapping)):
        return Unknown("a column that a function is applied to")
    return over(arguments, dtype)


def _callable(rule: Value) -> bool:
    return rule.kind in ("function", "method", "class")


def astype(context: Context, arguments: Arguments) -> Value:
    wanted, found = arguments.get(1, "dtype"), own(arguments)
    dtype = NP.dtype_of(wanted) if wanted is not None else None
    text = wanted.payload if isinstance(wanted, Constant) else None
    distinct = distinct_of(arguments.positional[0]) if text == "category" or dtype == found.dtype else None
    return over(arguments, dtype, cast(found, dtype), distinct)


def cast(found: Tensor, dtype: str | None) -> Facts | None:
    """The range of elements that became of another dtype."""
    facts = found.facts
    if family(found.dtype) not in (*NUMBERS, "bool") or facts.low is None or facts.high is None:
        return None
    if family(dtype) == "float":
        return Facts(low=facts.low, high=facts.high, attained=facts.attained)
    fits = family(dtype) == "int" and max(abs(facts.low), abs(facts.high)) < 2**7
    if fits or dtype == "int64" or (family(dtype) == "uint" and facts.low >= 0 and facts.high < 2**8):
        return Facts(low=int(facts.low), high=int(facts.high), attained=facts.attained)
    return None


def to_numpy(context: Context, arguments: Arguments) -> Value:
    wanted, found = arguments.get(1, "dtype"), own(arguments)
    dtype = NP.dtype_of(wanted) if wanted is not None and wanted is not NONE else found.dtype
    return array(found.shape, dtype, found.facts if dtype == found.dtype else cast(found, dtype))


def unique(context: Context, arguments: Arguments) -> Value:
    found, number = own(arguments), distinct_of(arguments.positional[0])
    facts = Facts(low=found.facts.low, high=found.facts.high, attained=found.facts.attained)
    return array(Shape.of(Dim.unknown() if number is None else number), found.dtype, facts)


def value_counts(context: Context, arguments: Arguments) -> Value:
    number = distinct_of(arguments.positional[0])
    plain = not arguments.keywords and len(arguments.positional) == 1
    rows = Dim.of(number) if plain and number is not None else Dim.unknown()
    return make(array(Shape.of(rows), "int64" if plain else None, Facts(low=0)))


# -- numbers of the whole ------------------------------------------------------------------------------------------


def extreme(context: Context, arguments: Arguments) -> Value:
    found, name = own(arguments), _called(arguments)
    end = found.facts.high if name == "max" else found.facts.low
    if found.facts.attained and end is not None and family(found.dtype) in ("int", "uint"):
        return array(Shape(), found.dtype, Facts(low=end, high=end, constant=int(end), attained=True))
    some = (found.shape[0].bounds()[0] or 0) > 0  # of no elements it is not a number
    return one(found) if some or family(found.dtype) == "float" else array(Shape(), None, loose(found.facts))


def _called(arguments: Arguments) -> str:
    return str(arguments.keywords[" name"].payload) if " name" in arguments.keywords else ""  # type: ignore[attr-defined]


def named(name: str, method: Method) -> Method:
    """A method that serves two names."""
    return lambda context, arguments: method(
        context, Arguments(arguments.positional, {**arguments.keywords, " name": Constant(name)})
    )


def total(context: Context, arguments: Arguments) -> Value:
    kind = family(own(arguments).dtype)
    dtype = own(arguments).dtype if kind == "float" else {"int": "int64", "bool": "int64"}.get(kind or "")
    return array(Shape(), dtype) if dtype else Unknown("the sum of a column")


def mean(context: Context, arguments: Arguments) -> Value:
    found = own(arguments)
    return _float(found, Facts(low=found.facts.low, high=found.facts.high))


def deviation(context: Context, arguments: Arguments) -> Value:
    return _float(own(arguments), None)


def quantile(context: Context, arguments: Arguments) -> Value:
    asked = arguments.get(1, "q")
    plain = asked is None or (isinstance(asked, Constant) and not isinstance(asked.payload, Dim))
    return mean(context, arguments) if plain else Unknown("quantiles of a column")


def _float(found: Tensor, facts: Facts | None) -> Value:
    if family(found.dtype) in ("int", "uint", "bool"):
        return array(Shape(), "float64", facts)
    return array(Shape(), found.dtype, facts) if family(found.dtype) == "float" else Unknown("a mean of a column")


def nunique(context: Context, arguments: Arguments) -> Value:
    number = distinct_of(arguments.positional[0])
    return Scalar("int") if number is None else Constant(number)


def logical(context: Context, arguments: Arguments) -> Value:
    return array(Shape(), "bool")


from . import series as _methods  # noqa: E402,F401  it gives the class above its methods

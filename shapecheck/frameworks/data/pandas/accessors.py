"""What a column offers for texts (`s.str`), dates (`s.dt`) and categories (`s.cat`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.dim import Dim
from ....core.objects import Instance, library_class
from ....core.plain import Constant, Scalar
from ....core.value import Arguments, Native, Unknown, Value

if TYPE_CHECKING:
    from ....core.value import Context

_TABLES = ("get_dummies", "extract", "partition", "rpartition")
_DATES = (
    "year month day hour minute second microsecond dayofweek day_of_week weekday dayofyear day_of_year quarter date "
    "time is_month_start is_month_end days seconds"
)


def texts(context: Context, arguments: Arguments) -> Value:
    return Instance(TEXTS, {" owner": arguments.positional[0]})


def dates(context: Context, arguments: Arguments) -> Value:
    return Instance(DATES, {" owner": arguments.positional[0]})


def _column(arguments: Arguments) -> Arguments:
    part = arguments.positional[0]
    owner = part.hidden("owner") if isinstance(part, Instance) else None
    return Arguments((owner if isinstance(owner, Value) else Unknown("a column"),))


def _text_attribute(context: Context, arguments: Arguments) -> Value:
    column, name = _column(arguments), getattr(arguments.positional[1], "payload", "")
    return Native(str(name), lambda context, arguments: _of_texts(column, str(name), arguments))


def _of_texts(column: Arguments, name: str, arguments: Arguments) -> Value:
    """Most of them say something of each text."""
    from ..frames import Frame
    from . import columns as c
    from .tables import make as make_table

    if name == "cat":
        return Scalar("str") if not arguments.positional and not arguments.keywords else Unknown("texts")
    expand = arguments.keywords.get("expand")
    plain = expand is None or (isinstance(expand, Constant) and expand.payload is False)
    if name in _TABLES or not plain:
        known = plain or (isinstance(expand, Constant) and expand.payload is True)
        rows, labels = c.own(column).shape[0], c.labels(column)
        return make_table(Frame(rows, Dim.unknown(), None, labels)) if known else Unknown("texts in parts")
    return Unknown("texts in pieces") if name == "extractall" else c.over(column, None)


def _text_item(context: Context, arguments: Arguments) -> Value:
    from . import columns as c

    return c.over(_column(arguments), None)


def _date_attribute(context: Context, arguments: Arguments) -> Value:
    from . import columns as c

    name = getattr(arguments.positional[1], "payload", "")
    return c.over(_column(arguments), None) if name in _DATES.split() else Unknown(f"Series.dt.{name}")


TEXTS = library_class("pandas.Series.str", __getattr__=_text_attribute, __getitem__=_text_item)
DATES = library_class("pandas.Series.dt", __getattr__=_date_attribute)
CATEGORIES = library_class("pandas.Series.cat")

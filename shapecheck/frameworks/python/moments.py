"""`time` and `datetime`: moments that the program spells out are known, those of the clock are not."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ...core.objects import Class, Instance, library_class
from ...core.plain import Scalar
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .held import Held, answer
from .tools import answering, harmless, without_first
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

harmless(
    "time",
    float="time perf_counter monotonic process_time clock thread_time",
    None_="sleep",
    str="strftime ctime asctime",
)
harmless("time", int="time_ns perf_counter_ns monotonic_ns process_time_ns", unknown="localtime gmtime strptime mktime")
harmless("timeit", float="timeit default_timer", unknown="repeat Timer")

_TEXTS = "strftime isoformat __str__ ctime tzname"
_FLOATS = "timestamp total_seconds"
_MOMENTS = "__sub__ __add__ __rsub__ __radd__ replace date time astimezone utcoffset"
_NUMBERS = "year month day hour minute second microsecond days seconds microseconds"
_NOW = "now utcnow today fromtimestamp"
_MADE = "strptime fromisoformat combine fromordinal"


def _made(cls: Class, name: str) -> Callable[[Context, Arguments], Value]:
    """What Python's own class makes of arguments that are known; else a moment that is not."""

    def make(context: Context, arguments: Arguments) -> Value:
        given = without_first(arguments) if name == "__new__" else arguments
        real = getattr(import_module("datetime"), cls.name)
        method = real if name == "__new__" else getattr(real, name, None)
        found = answer(method, given) if method is not None else None
        return found if isinstance(found, Held) else Instance(cls)

    return make


def _class(name: str, *bases: Class) -> Class:
    path = f"datetime.{name}"
    members: dict[str, Any] = {one: answering("str") for one in _TEXTS.split()}
    members |= {one: answering("float") for one in _FLOATS.split()}
    cls = library_class(path, *(bases or (CLASSES["object"],)), **members)
    for one in _NUMBERS.split():
        cls.state[one] = Scalar("int")
    for one in _MOMENTS.split():
        cls.state[one] = Native(one, lambda context, arguments: Instance(_ANY))
    for one in (*_MADE.split(), "__new__"):
        cls.state[one] = Native(f"{path}.{one}", _made(cls, one))
    for one in _NOW.split():
        cls.state[one] = Native(f"{path}.{one}", lambda context, arguments: Instance(cls))
    declare(path, cls)
    return cls


_ANY = library_class(
    "datetime.tzinfo", CLASSES["object"], **{one: answering("str") for one in _TEXTS.split()},
    **{one: answering("float") for one in _FLOATS.split()}, **{one: Scalar("int") for one in _NUMBERS.split()},
)  # fmt: skip
"""A moment, or the time between two."""
for _one in _MOMENTS.split():
    _ANY.state[_one] = Native(_one, lambda context, arguments: Instance(_ANY))
_DATE = _class("date")
_class("datetime", _DATE)
_class("time")
_class("timedelta")
declare("datetime.timezone", Unknown("datetime.timezone"))
declare("datetime.UTC", Unknown("datetime.UTC"))

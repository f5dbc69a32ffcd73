"""`sys`, `time`, `datetime`, `random` and `platform`: what differs from run to run is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence, Slice, join_all
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from . import loading as loading  # what it declares
from .tools import answering, anything, harmless, result, sequence_of, without_first
from .types import CLASSES, joined_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

    NativeLike = Callable[[Context, Arguments], Value]

# -- sys -----------------------------------------------------------------------------------------------------------


def _word(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) > 1 and isinstance(arguments.positional[1], Slice):
        return result("texts")
    return Scalar("str")


_WORDS = library_class(
    "sys.argv",
    __getitem__=_word,
    __len__=answering("int"),
    __iter__=answering("texts"),
    pop=answering("str"),
    copy=answering("texts"),
)
declare("sys.argv", Instance(_WORDS))
declare("sys.maxsize", Constant(2**63 - 1))
declare("sys.platform", Scalar("str"))
declare("sys.executable", Scalar("str"))
declare("sys.version", Scalar("str"))
declare("sys.byteorder", Scalar("str"))
for _name in ("stdin", "stdout", "stderr", "version_info", "flags", "float_info", "hexversion"):
    declare(f"sys.{_name}", Unknown(f"sys.{_name}"))
harmless("sys", never="exit")
harmless(
    "sys",
    None_="setrecursionlimit settrace exc_clear setdefaultencoding",
    int="getsizeof getrecursionlimit getrefcount",
)
harmless("sys", unknown="exc_info _getframe intern", str="getdefaultencoding getfilesystemencoding")
harmless("platform", str="system node release version machine processor platform python_version architecture")

# -- time ----------------------------------------------------------------------------------------------------------

harmless(
    "time",
    float="time perf_counter monotonic process_time clock thread_time",
    None_="sleep",
    str="strftime ctime asctime",
)
harmless("time", int="time_ns perf_counter_ns monotonic_ns process_time_ns", unknown="localtime gmtime strptime mktime")
harmless("timeit", float="timeit default_timer", unknown="repeat Timer")
_MOMENT = library_class(
    "datetime.datetime",
    **{name: answering("str") for name in ("strftime", "isoformat", "__str__", "ctime")},
    **{name: answering("float") for name in ("timestamp", "total_seconds")},
)
_MOMENT.state["__new__"] = Native("datetime.datetime", lambda context, arguments: Instance(_MOMENT))
for _name in ("__sub__", "__add__", "__rsub__", "__radd__", "replace", "date", "time", "astimezone", "utcoffset"):
    _MOMENT.state[_name] = Native(_name, lambda context, arguments: Instance(_MOMENT))
for _name in ("year", "month", "day", "hour", "minute", "second", "microsecond", "days", "seconds"):
    _MOMENT.state[_name] = Scalar("int")
for _name in ("datetime", "date", "time", "timedelta"):
    declare(f"datetime.{_name}", _MOMENT)
for _name in ("now", "utcnow", "today", "fromtimestamp", "strptime", "fromisoformat", "combine"):
    _MOMENT.state[_name] = Native(_name, lambda context, arguments: Instance(_MOMENT))
declare("datetime.timezone", Unknown("datetime.timezone"))

# -- random --------------------------------------------------------------------------------------------------------


def _choice(context: Context, arguments: Arguments) -> Value:
    found = sequence_of(context, arguments.positional[0]) if arguments.positional else None
    if found is None:
        return Unknown("a random choice")
    return joined_type(found.known) if found.known is not None else join_all(tuple(found))


def _several(replace: bool) -> NativeLike:
    def run(context: Context, arguments: Arguments) -> Value:
        found = sequence_of(context, arguments.positional[0]) if arguments.positional else None
        number = arguments.keywords.get("k") or (None if replace else arguments.get(1, "k")) or Constant(1)
        count = number.dim if isinstance(number, Constant) else None
        if found is None or not tuple(found):
            return anything("list", "a random choice")
        return Sequence("list", (), join_all(tuple(found)), count if count is not None else Dim.unknown())

    return run


def _shuffle(context: Context, arguments: Arguments) -> Value:
    found = arguments.positional[0] if arguments.positional else NONE
    if isinstance(found, Sequence) and tuple(found):
        found.set(context, (), join_all(tuple(found)), found.size)
    return NONE


_FLOATS = (
    "random uniform gauss normalvariate triangular betavariate expovariate lognormvariate vonmisesvariate "
    "gammavariate paretovariate weibullvariate"
)
_RANDOM: dict[str, NativeLike] = {
    **{name: answering("float") for name in _FLOATS.split()},
    **{name: answering("int") for name in ("randint", "randrange", "getrandbits", "binomialvariate")},
    "seed": answering("None"), "setstate": answering("None"), "getstate": answering("unknown"), "choice": _choice,
    "choices": _several(True), "sample": _several(False), "shuffle": _shuffle, "randbytes": answering("bytes"),
}  # fmt: skip


def _method(function: NativeLike) -> NativeLike:
    return lambda context, arguments: function(context, without_first(arguments))


for _name, _function in _RANDOM.items():
    declare(f"random.{_name}", Native(f"random.{_name}", _function))
_GENERATOR = library_class("random.Random", CLASSES["object"], **{name: _method(f) for name, f in _RANDOM.items()})
declare("random.Random", _GENERATOR)
declare("random.SystemRandom", _GENERATOR)
harmless("secrets", int="randbelow randbits", str="token_hex token_urlsafe", bytes="token_bytes")

"""`sys`, `random` and `platform`: what differs from run to run is not known."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ...core.containers import Sequence, Slice, join_all
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from . import loading as loading  # what it declares
from .tools import answering, anything, computed, harmless, payload, result, sequence_of, without_first
from .types import CLASSES, joined_type

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ...core.value import Context

    NativeLike = Callable[[Context, Arguments], Value]

# -- the version of Python -----------------------------------------------------------------------------------------

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_OLDEST, _NEXT = (3, 8), (4,)
"""The versions that a program of today may run on."""


class Version(Value):
    """`sys.version_info`, or its first parts: the same on every version, or not known."""

    __slots__ = ()
    kind = "tuple"
    by_identity = False

    def attribute(self, context: Context, name: str) -> Value:
        return {"major": Constant(3), "minor": _MINOR}.get(name) or Unknown(f"sys.version_info.{name}")

    def item(self, context: Context, index: Value) -> Value:
        if isinstance(index, Slice):
            cut = index.python_slice
            whole = cut is not None and cut.start in (None, 0) and cut.step in (None, 1) and (cut.stop or 0) > 1
            return self if whole else Unknown("part of the version")
        return {0: Constant(3), 1: _MINOR}.get(payload(index)) or Unknown("part of the version")

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        known = other.known if isinstance(other, Sequence) else None
        wanted = tuple(map(payload, known or ()))
        if not wanted or not all(isinstance(part, int) for part in wanted):
            return None
        operator = _MIRRORED.get(operator, operator) if reflected else operator
        later = True if wanted <= _OLDEST else False if wanted >= _NEXT else None
        answer = {">=": later, ">": later, "<": None if later is None else not later}
        answer["<="] = answer["<"]
        found = answer.get(operator)
        return Unknown("the version of Python", ("version", operator, wanted)) if found is None else Constant(found)

    def key(self) -> Hashable | None:
        return ("library", "sys.version_info")


_MINOR = Scalar("int", bounds=(8, None))

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
declare("sys.version_info", Version())
_FLOAT_INFO = "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds".split()
declare("sys.float_info", Sequence(
    "tuple", (Constant(getattr(sys.float_info, name)) for name in _FLOAT_INFO), names=tuple(_FLOAT_INFO)
))  # fmt: skip
for _name in ("stdin", "stdout", "stderr", "flags", "hexversion", "implementation"):
    declare(f"sys.{_name}", Unknown(f"sys.{_name}"))
computed("sys", str="intern")
harmless("sys", never="exit")
harmless(
    "sys",
    None_="setrecursionlimit settrace exc_clear setdefaultencoding",
    int="getsizeof getrecursionlimit getrefcount",
)
harmless("sys", unknown="exc_info _getframe", str="getdefaultencoding getfilesystemencoding")
harmless("platform", str="system node release version machine processor platform python_version architecture")

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


def _bound(value: Value | None, high: bool) -> float | None:
    """The most, or the least, that a number can be."""
    if isinstance(value, Constant):
        found = value.payload
        return found.bounds()[high] if isinstance(found, Dim) else found if isinstance(found, (int, float)) else None
    return value.bounds[high] if isinstance(value, Scalar) and value.bounds is not None else None


def _whole_number(past_the_end: int) -> NativeLike:
    """`randint`, or with 1 `randrange`, whose last number is not among the results."""

    def run(context: Context, arguments: Arguments) -> Value:
        given = arguments.positional
        if arguments.keywords or arguments.open or not 1 <= len(given) <= 2:
            return Scalar("int")
        start, stop = (Constant(0), given[0]) if len(given) == 1 else given
        low, high = _bound(start, False), _bound(stop, True)
        high = None if high is None else high - past_the_end
        if low is not None and low == high:
            return Constant(int(low))
        return Scalar("int", bounds=(low, high))

    return run


def _real_number(context: Context, arguments: Arguments) -> Value:
    """`uniform(a, b)`, in either order."""
    ends = [(_bound(end, False), _bound(end, True)) for end in arguments.positional[:2]]
    lows, highs = [low for low, _ in ends if low is not None], [high for _, high in ends if high is not None]
    if len(ends) < 2:
        return Scalar("float")
    bounds = (min(lows) if len(lows) == 2 else None, max(highs) if len(highs) == 2 else None)
    return Scalar("float", bounds=bounds)


_FLOATS = (
    "gauss normalvariate triangular betavariate expovariate lognormvariate vonmisesvariate "
    "gammavariate paretovariate weibullvariate"
)
_RANDOM: dict[str, NativeLike] = {
    **{name: answering("float") for name in _FLOATS.split()},
    **{name: answering("int") for name in ("getrandbits", "binomialvariate")},
    "randint": _whole_number(0), "randrange": _whole_number(1), "uniform": _real_number,
    "random": lambda context, arguments: Scalar("float", bounds=(0.0, 1.0)),
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

"""Objects of Python's own library that never change: a date, a fraction, a match of a pattern.

The interpreter holds the real one, which answers for itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence
from ...core.convert import to_python, to_value
from ...core.dim import Dim
from ...core.outcome import Undecided
from ...core.plain import BINARY, UNARY, Constant
from ...core.value import Native, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ...core.value import Arguments, Context

_KINDS = frozenset(
    "re.Match datetime.date datetime.datetime datetime.time datetime.timedelta datetime.timezone "
    "fractions.Fraction decimal.Decimal string.Template _struct.Struct".split()
)
"""The types whose objects are held."""
_OF_THE_MACHINE = frozenset("now today utcnow fromtimestamp timestamp astimezone ctime localtime expand".split())
"""Methods whose answer depends on when and where they are asked."""
_LONGEST = 20_000
_MOST = 4096
_LARGEST = 2**64
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
_GROWING = ("**", "*", "<<")


class Held(Value):
    """An object of Python's library that does not change."""

    __slots__ = ("payload",)
    by_identity = False

    def __init__(self, payload: Any) -> None:
        self.payload = payload

    @property
    def kind(self) -> str:  # type: ignore[override]
        return type(self.payload).__name__

    def attribute(self, context: Context, name: str) -> Value:
        if name.startswith("_") or name in _OF_THE_MACHINE:
            return Unknown(f"{self.kind}.{name}")
        try:
            found = getattr(self.payload, name)
        except Exception:  # no such attribute, or none for this object
            return Unknown(f"{self.kind}.{name}")
        if callable(found):
            return Native(name, lambda context, arguments: answer(found, arguments))
        return valued(found)

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if not isinstance(other, (Held, Constant)) or isinstance(other.payload, Dim):
            return None
        left, right = (other.payload, self.payload) if reflected else (self.payload, other.payload)
        if operator not in COMPARISONS and self.kind == "Decimal":  # its precision may be set anywhere
            return Unknown("arithmetic of Decimal")
        if operator in _GROWING and not all(_tame(one) for one in (left, right)):
            return Unknown(f"{self.kind} {operator}")
        try:
            return valued(BINARY[operator](left, right))
        except Exception:  # the program fails here, or has another meaning for it
            return None

    def unary(self, context: Context, operator: str) -> Value:
        try:
            return valued(UNARY[operator](self.payload))
        except Exception:
            return Unknown(f"{operator} of {self.kind}")

    def item(self, context: Context, index: Value) -> Value:
        try:
            return valued(self.payload[plain_python(index)])
        except Exception:
            return Unknown(f"item of {self.kind}")

    def truth(self, context: Context) -> bool | None:
        return bool(self.payload)

    def key(self) -> Hashable | None:
        return ("held", self.kind, self.payload)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and type(self.payload) is type(other.payload) and self.payload == other.payload

    def __hash__(self) -> int:
        return hash(self.payload)

    def __repr__(self) -> str:
        return f"Held({self.payload!r})"


def _tame(number: Any) -> bool:
    return not isinstance(number, (int, float)) or abs(number) < 64


def valued(found: Any) -> Value:
    """The value for what Python's library gave."""
    kind = type(found)
    if f"{kind.__module__}.{kind.__qualname__}" in _KINDS:
        return Held(found)
    if isinstance(found, tuple):
        return Sequence("tuple", map(valued, found), names=tuple(getattr(found, "_fields", ())))
    if isinstance(found, list):
        return Sequence("list", map(valued, found))
    if isinstance(found, dict) and kind is dict:
        return Mapping({key: valued(item) for key, item in found.items()})
    return to_value(found)


def plain_python(value: Value) -> Any:
    """A value in plain Python, with the objects that are held. Raises `Undecided`."""
    return _opened(to_python(value), value)


def _opened(found: Any, value: Value) -> Any:
    if isinstance(found, Held):
        return found.payload
    if isinstance(found, (list, tuple, set)):
        return type(found)(_opened(one, value) for one in found)
    if isinstance(found, dict):
        return {_opened(key, value): _opened(one, value) for key, one in found.items()}
    if isinstance(found, (Value, Dim)):
        raise Undecided(f"{value.kind} where plain Python is needed")
    return found


def small(found: Any) -> bool:
    """Nothing here makes a function of the library slow."""
    if isinstance(found, (str, bytes)):
        return len(found) <= _LONGEST
    if isinstance(found, int):
        return abs(found) < _LARGEST
    if isinstance(found, (list, tuple, set)):
        return len(found) <= _MOST and all(map(small, found))
    if isinstance(found, dict):
        return len(found) <= _MOST and all(map(small, found)) and all(map(small, found.values()))
    return True


def answer(function: Any, arguments: Arguments) -> Value:
    """What a method of a held object gives for arguments that are known."""
    if arguments.open:
        return Unknown("arguments of unknown number")
    try:
        positional = [plain_python(value) for value in arguments.positional]
        keywords = {name: plain_python(value) for name, value in arguments.keywords.items()}
        if not small(positional) or not small(keywords):
            return Unknown("a long computation")
        return valued(function(*positional, **keywords))
    except Exception as error:  # not known, or the program itself fails here
        return Unknown(f"{type(error).__name__} in a call")

"""Numbers that stand for what only a real run computes. What they decide is remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .state import STATE


class MadeUpFloat(float):
    """A plausible number; arithmetic with it gives another, a comparison steers the program."""


class MadeUpInt(int):
    """A plausible whole number."""


MADE_UP = (MadeUpFloat, MadeUpInt)


def made_up(value: Any) -> bool:
    return isinstance(value, MADE_UP)


def guess(value: Any) -> Any:
    """The value, marked as made up where its kind can be marked."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        STATE.marked += 1
        return _marked(value)
    STATE.hand_out()
    return value


def _arithmetic(base: Any, name: str) -> Callable[..., Any]:
    plain = getattr(base, name)

    def method(self: Any, *others: Any) -> Any:
        result = plain(self, *others)
        if result is NotImplemented or isinstance(result, bool):
            return result
        if isinstance(result, tuple):
            return tuple(map(_marked, result))
        return _marked(result)

    return method


def _marked(value: Any) -> Any:
    if type(value) is int:
        return MadeUpInt(value)
    return MadeUpFloat(value) if type(value) is float else value


def _test(base: Any, name: str) -> Callable[..., Any]:
    plain = getattr(base, name)

    def method(self: Any, *others: Any) -> Any:
        STATE.steer()
        return plain(self, *others)

    return method


_BOTH = "add radd sub rsub mul rmul truediv rtruediv floordiv rfloordiv mod rmod pow rpow neg pos abs"
_BOTH += " divmod rdivmod round"
for _kind, _base in ((MadeUpFloat, float), (MadeUpInt, int)):
    for _word in _BOTH.split():
        setattr(_kind, f"__{_word}__", _arithmetic(_base, f"__{_word}__"))
    for _word in "eq ne lt le gt ge bool".split():
        setattr(_kind, f"__{_word}__", _test(_base, f"__{_word}__"))
    setattr(_kind, "__hash__", _base.__hash__)  # noqa: B010

"""Numbers that stand for what only a real run computes. What they decide is remembered."""

from __future__ import annotations

from typing import Any, Callable

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
    STATE.hand_out()
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return MadeUpInt(value)
    return MadeUpFloat(value) if isinstance(value, float) else value


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


_BOTH = "add radd sub rsub mul rmul truediv rtruediv floordiv rfloordiv mod rmod pow rpow neg pos abs divmod rdivmod round"
for _kind, _base in ((MadeUpFloat, float), (MadeUpInt, int)):
    for _word in _BOTH.split():
        setattr(_kind, "__%s__" % _word, _arithmetic(_base, "__%s__" % _word))
    for _word in "eq ne lt le gt ge bool".split():
        setattr(_kind, "__%s__" % _word, _test(_base, "__%s__" % _word))
    setattr(_kind, "__hash__", _base.__hash__)  # noqa: B010

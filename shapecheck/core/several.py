"""Texts that are one of several: what comes of each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .budget import spend
from .extent import method_grows_long
from .plain import Constant, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .value import Arguments, Value

_MOST = 4096


def each(function: Callable[..., Any], *values: Value) -> Value | None:
    """What a function of texts makes of values of which one at most is one of several, the others known; None where
    nothing is known that way."""
    several = [value for value in values if isinstance(value, Scalar)]
    among = several[0].among if len(several) == 1 and several[0].type_name == "str" else None
    if among is None or len(among) > _MOST or not all(isinstance(v, (Constant, Scalar)) for v in values):
        return None
    spend(len(among))
    rows = ([one if value is several[0] else getattr(value, "payload", None) for value in values] for one in among)
    try:
        return _together([function(*row) for row in rows])
    except Exception:  # it fails for one of them
        return None


def one_text(values: tuple[Value, ...]) -> Scalar | None:
    """One of several texts that are known, or themselves one of several."""
    found: dict[str, None] = {}
    for value in values:
        own = (value.payload,) if isinstance(value, Constant) else value.among if isinstance(value, Scalar) else None
        if own is None or not all(type(one) is str for one in own):
            return None
        found.update(dict.fromkeys(own))
    return Scalar("str", among=tuple(found)) if 1 < len(found) <= _MOST else None


def method(text: Scalar, name: str, arguments: Arguments) -> Value | None:
    """A method of a text that is one of several."""
    known = [value.payload if isinstance(value, Constant) else None for value in arguments.positional]
    plain = all(isinstance(one, (str, int)) for one in known) and not arguments.keywords and not arguments.open
    if not plain or method_grows_long(max(text.among or ("",), key=len), name, known):
        return None
    return each(lambda one: getattr(one, name)(*known), text)


def _together(answers: Iterable[Any]) -> Value | None:
    from .convert import to_value

    found = list(dict.fromkeys(answers)) if all(type(one) is str for one in answers) else list(answers)
    if all(type(one) is type(found[0]) and one == found[0] for one in found):
        return to_value(found[0])
    kinds = {type(one) for one in found}
    if kinds == {str}:
        return Scalar("str", among=tuple(found))
    if kinds <= {list, tuple} and len(kinds) == 1 and len({len(one) for one in found}) == 1:
        from .sequence import Sequence

        parts = [_together(column) for column in zip(*found, strict=True)]
        kind = "list" if kinds == {list} else "tuple"
        return Sequence(kind, [part for part in parts if part is not None]) if None not in parts else None
    return None

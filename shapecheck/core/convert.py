"""Between values of the analysed program and plain Python, for functions that compute with plain Python."""

from __future__ import annotations

from typing import Any

from .budget import spend
from .containers import Mapping, Sequence, Slice, from_key
from .dim import Dim
from .extent import too_long
from .outcome import Undecided
from .plain import Constant, Scalar
from .value import Unknown, Value


def to_python(value: Value) -> Any:
    """Scalars, lists, tuples, dicts and slices as Python's own; tensors and other values as they are.

    Raises `Undecided` for what is not known.
    """
    if isinstance(value, Constant):
        return value.dim if isinstance(value.payload, Dim) else value.payload
    if isinstance(value, Sequence):
        known = value.known
        if known is None:
            raise Undecided(f"{value.kind} of unknown length")
        spend(len(known) + 1)
        items = [to_python(item) for item in known]
        if value.type_name not in ("set", "frozenset"):
            return items if value.type_name == "list" else tuple(items)
        try:
            return set(items)
        except TypeError:
            raise Undecided("set of what cannot be hashed") from None
    if isinstance(value, Mapping):
        if value.open:
            raise Undecided("dict with unknown keys")
        return {key: to_python(item) for key, item in value.items.items()}
    if isinstance(value, Slice):
        return slice(*(to_python(part) for part in (value.start, value.stop, value.step)))
    if isinstance(value, Unknown):
        raise Undecided(value.reason)
    if isinstance(value, Scalar):
        raise Undecided(f"value of a {value.kind}")
    return value


def to_value(result: Any) -> Value:
    """The value for a result in plain Python."""
    if isinstance(result, Value):
        return result
    if isinstance(result, (list, tuple)):
        return Sequence("list" if isinstance(result, list) else "tuple", map(to_value, result))
    if isinstance(result, dict):
        return Mapping({key: to_value(item) for key, item in result.items()})
    if isinstance(result, (set, frozenset)):
        return Sequence("set", map(from_key, sorted(result, key=repr)))
    if too_long(result):
        return Scalar(type(result).__name__)
    if result is None or isinstance(result, (bool, int, float, complex, str, bytes, Dim)) or result is Ellipsis:
        return Constant(result)
    return Unknown(f"a {type(result).__name__}")

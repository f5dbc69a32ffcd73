"""Files of one JSON value a line: what all lines have in common."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.plain import Constant, Scalar
from ...core.value import Unknown, Value
from ..data import peek

if TYPE_CHECKING:
    from ...core.value import Context
    from .files import Line

_FEW = 32
"""So many different texts or numbers are told apart."""
_DEEPEST = 8


def of_line(context: Context, line: Line) -> Value:
    """What `json.loads` makes of any line of a file that is read to its end."""
    import json

    found = peek.texts(line.file)
    if found is None or not found[1]:
        return Unknown("a line of a file")
    rows = [text for text in found[0][0].split("\n")[line.skip :] if text.strip()]
    try:
        values = [json.loads(text) for text in rows]
    except (ValueError, RecursionError):
        return Unknown("a line that is not JSON")
    return _alike(context, values, os.path.basename(line.file), "", 0) if values else Unknown("a line of a file")


def _alike(context: Context, values: list[Any], file: str, key: str, depth: int) -> Value:
    """What is true of each value."""
    kinds = {type(value) for value in values}
    kind = next(iter(kinds))
    if len(kinds) > 1 or depth > _DEEPEST:
        return Unknown(f"{key} in {file}")
    if kind is dict:
        names = [name for name in values[0] if all(name in value for value in values)]
        more = any(len(value) > len(names) or list(value) != list(values[0]) for value in values)
        parts = ((name, [value[name] for value in values]) for name in names)
        return Mapping({name: _alike(context, each, file, name, depth + 1) for name, each in parts}, more)
    if kind is list:
        lengths = {len(value) for value in values}
        each = [item for value in values for item in value]
        origin = context.origin(f"{key or 'a line'} in {file}")
        count = Dim.of(lengths.pop(), origin) if len(lengths) == 1 else Dim.unknown(origin=origin)
        return Sequence("list", (), _alike(context, each, file, key, depth + 1), count) if each else Sequence("list")
    few = tuple(dict.fromkeys(values[: 64 * _FEW])) if len(values) <= 64 * _FEW else ()
    if len(few) == 1:
        return Constant(few[0])
    among = few if 0 < len(few) <= _FEW and kind in (int, str) else None
    bounds = (min(values), max(values)) if kind is int else None
    return Scalar(kind.__name__, among=among, bounds=bounds)

"""What the interpreter claims of a value, held against CPython's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shapecheck.core.containers import Mapping, Sequence
from shapecheck.core.dim import Dim
from shapecheck.core.objects import Class, Instance
from shapecheck.core.plain import Constant, Scalar
from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Choice, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 6
_CONTAINERS = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset, "deque": object}


def disagreement(value: Any, real: Any, depth: int = 0) -> str | None:
    """How a claim and the truth differ; None where they do not."""
    if depth > _DEEPEST or isinstance(value, Unknown) or not isinstance(value, Value):
        return None
    if isinstance(value, Choice):
        found = [disagreement(one, real, depth + 1) for one in value]
        return " and ".join(str(one) for one in found) if all(found) else None
    if isinstance(value, Constant):
        return _constant(value, real)
    if isinstance(value, Scalar):
        return _scalar(value, real)
    if isinstance(value, Sequence):
        return _sequence(value, real, depth)
    if isinstance(value, Mapping):
        return _mapping(value, real, depth)
    if isinstance(value, Tensor):
        return _tensor(value, real)
    if isinstance(value, Instance):
        return _instance(value, real, depth)
    if isinstance(value, Class):
        return None if getattr(real, "__name__", value.name) == value.name else f"class {value.name} for {real!r}"
    return None


def _constant(value: Constant, real: Any) -> str | None:
    if isinstance(value.payload, Dim):
        low, high = value.payload.bounds()
        fits = type(real) is int and (low is None or low <= real) and (high is None or real <= high)
        return None if fits else f"size {value.payload} for {real!r}"
    same = type(value.payload) is type(real) and (value.payload == real or real != real)
    return None if same else f"{value.payload!r} for {real!r}"


def _scalar(value: Scalar, real: Any) -> str | None:
    if type(real).__name__ != value.type_name:
        return f"a {value.type_name} for {real!r}"
    if value.among is not None and real not in value.among:
        return f"among {value.among} for {real!r}"
    low, high = value.bounds or (None, None)
    if (low is not None and real < low) or (high is not None and real > high):
        return f"between {low} and {high} for {real!r}"
    if value.length_ is not None and value.length_.value not in (None, len(real)):
        return f"a text of length {value.length_} for {real!r}"
    return None


def _sequence(value: Sequence, real: Any, depth: int) -> str | None:
    python = _CONTAINERS.get(value.type_name)
    if python is None:
        return f"a {value.type_name} for {real!r}" if isinstance(real, (int, str, list, dict)) else None
    if not isinstance(real, python) or (python in (list, set) and type(real) is not python):
        return f"a {value.type_name} for {real!r}"
    low, high = value.size.bounds()
    if (low is not None and len(real) < low) or (high is not None and len(real) > high):
        return f"length {value.size} for {real!r}"
    if isinstance(real, (set, frozenset)):
        claimed = [one.payload for one in value.items if isinstance(one, Constant)]
        wrong = [one for one in claimed if one not in real]
        return f"element {wrong} for {real!r}" if wrong else None
    for at, one in enumerate(real):
        described = value.items[at] if at < len(value.items) else value.rest
        found = disagreement(described, one, depth + 1) if described is not None else "no element"
        if found:
            return f"[{at}]: {found}"
    return None


def _mapping(value: Mapping, real: Any, depth: int) -> str | None:
    if not isinstance(real, dict):
        return f"a dict for {real!r}"
    keys = [key for key in value.items if not isinstance(key, Value)]
    missing = [key for key in keys if key not in real]
    if missing:
        return f"keys {missing} for {real!r}"
    if not value.open and len(value.items) != len(real):
        return f"{len(value.items)} keys for {real!r}"
    if not value.open and len(keys) == len(value.items) and keys != list(real):
        return f"keys {keys} for {real!r}"
    for key in keys:
        found = disagreement(value.items[key], real[key], depth + 1)
        if found:
            return f"[{key!r}]: {found}"
    return None


def _tensor(value: Tensor, real: Any) -> str | None:
    shape = getattr(real, "shape", None)
    if shape is None:
        return f"a tensor for {real!r}"
    texts = getattr(real.dtype, "kind", "") in ("U", "S")
    if value.dtype is not None and value.dtype != ("string" if texts else str(real.dtype).rpartition(".")[2]):
        return f"dtype {value.dtype} for {real.dtype}"
    if not value.shape.known_rank:
        return None
    claimed = [dim.value for dim in value.shape]
    same = len(claimed) == len(shape) and all(a in (None, b) for a, b in zip(claimed, shape, strict=True))
    return None if same else f"shape {value.shape} for {shape}"


def _instance(value: Instance, real: Any, depth: int) -> str | None:
    if value.cls.path is not None:
        return None
    if type(real).__name__ != value.cls.name:
        return f"an instance of {value.cls.name} for {real!r}"
    held = getattr(real, "__dict__", {})
    for name, one in value.visible():
        found = disagreement(one, held[name], depth + 1) if name in held else None
        if found:
            return f".{name}: {found}"
    return None


def strength(value: Any, depth: int = 0) -> float:
    """How much is claimed, between nothing and everything: 0 to 1."""
    if isinstance(value, Constant):
        return 1.0
    if isinstance(value, Scalar):
        return 0.5 if value.among is None else 0.8
    if isinstance(value, Choice):
        return 0.8 * min(strength(one, depth + 1) for one in value)
    if isinstance(value, Tensor):
        return 1.0 if value.shape.known_rank and all(dim.value is not None for dim in value.shape) else 0.4
    parts: Iterator[Any] = iter(())
    whole = 0.5
    if isinstance(value, Sequence):
        parts, whole = iter(value), 1.0 if value.known is not None else 0.5
    elif isinstance(value, Mapping):
        parts, whole = iter(value.items.values()), 0.5 if value.open else 1.0
    elif isinstance(value, Instance):
        parts, whole = (one for _, one in value.visible()), 1.0
    else:
        return 0.0 if isinstance(value, Unknown) else 1.0
    inner = [strength(one, depth + 1) for one in parts] if depth < _DEEPEST else []
    return whole * (0.5 + 0.5 * sum(inner) / len(inner)) if inner else whole

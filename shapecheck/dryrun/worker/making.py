"""Values for calls, made of what is known of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from .registry import Raised, load
from .resolving import resolve

if TYPE_CHECKING:
    from .library import Library
    from .registry import Maker, Question, Spec


def tensor(spec: Spec, mode: str, library: Library) -> Any:
    """A tensor of the library it belongs to, or of the one that is asked."""
    own = spec["library"]
    if own == "keras" and library.module.__name__ == "tensorflow":  # which takes none
        return load("keras").tensor(spec, "symbolic")
    foreign = mode == "real" and own in ("numpy", "torch") and own != library.module.__name__
    return (load(own) if foreign else library).tensor(spec, mode)


def values(kit: Library, spec: Spec) -> Any:
    """Elements that fail no check for the wrong reason: within their known range, with both ends where they occur."""
    shape, dtype, m = tuple(spec["shape"]), spec["dtype"] or "float32", kit.module
    if spec.get("constant") is not None:
        return (m.tensor if hasattr(m, "tensor") else m.array)(spec["constant"]).reshape(shape)
    if spec.get("one_hot") and shape and shape[-1]:
        return m.eye(shape[-1])[m.arange(math.prod(shape[:-1])) % shape[-1]].reshape(shape)
    low, high = _bounds(spec, dtype)
    whole = "float" not in dtype and "complex" not in dtype
    x = m.floor(kit.uniform(shape, low, high + 1)) if whole else kit.uniform(shape, low, high)
    if spec.get("attained") and math.prod(shape):
        x = x.reshape(-1)
        x[0], x[-1] = low, high
    return x.reshape(shape)


def _bounds(spec: Spec, dtype: str) -> tuple[float, float]:
    low: Any = spec.get("low")
    high: Any = spec.get("high")
    room = 1 if "float" in dtype else 0
    if low is None and high is None:
        return 0, 255 if dtype == "uint8" else 1 if dtype in ("bool", "complex64", "complex128") else room
    if low is None:
        return (high - room if room else min(high, 0)), high
    return low, low + room if high is None else high


def elements(specs: list[Spec]) -> int:
    return sum(math.prod(spec["shape"]) for spec in specs)


def open_shape(spec: Spec) -> list[int | None]:
    """The shape with None where the size is open."""
    return [None if axis in spec.get("open", ()) else size for axis, size in enumerate(spec["shape"])]


def array(spec: Spec, mode: str) -> Any:
    dtype = "float32" if spec["dtype"] in (None, "bfloat16") else spec["dtype"]
    return load("numpy").tensor({**spec, "dtype": dtype}, mode)


def decode(value: Any, made: Maker, library: Library) -> Any:
    """An argument: plain JSON is itself, everything else says what it `is`. `made` makes the tensors."""
    if not isinstance(value, dict):
        return value
    kind = value["is"]
    if kind == "tensor":
        return made(value)
    if kind == "name":
        return resolve(value["path"])
    if kind == "object":
        return construct(resolve(value["path"]), value, made, library)
    if kind == "dtype":
        return library.dtype(value["name"])
    if kind == "ellipsis":
        return ...
    parts = [decode(part, made, library) for part in value["items"]]
    if kind in ("slice", "complex"):
        return {"slice": slice, "complex": complex}[kind](*parts)
    return {"list": list, "tuple": tuple, "set": set, "dict": dict}[kind](parts)


def arguments(question: Question, made: Maker, library: Library) -> tuple[list[Any], dict[str, Any]]:
    args = [decode(value, made, library) for value in question.get("args", ())]
    return args, {name: decode(value, made, library) for name, value in question.get("kwargs", {}).items()}


def construct(target: Any, constructor: Question | None, made: Maker, library: Library) -> Any:
    """The layer or loss, where the target is a class and its constructor's arguments are given."""
    if constructor is None:
        return target
    args, kwargs = arguments(constructor, made, library)
    return framework(target, args, kwargs)


def framework(function: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    """What happens in here is the framework's doing."""
    try:
        return function(*args, **kwargs)
    except Exception as error:
        raise Raised(error) from None

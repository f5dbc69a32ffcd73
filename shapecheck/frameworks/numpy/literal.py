"""What NumPy makes of Python's numbers, texts and nested lists."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.plain import Constant, Scalar
from ...core.record import EqualRecord
from ...core.shape import Shape
from ...core.tensor import NO_FACTS, Facts, Tensor
from ...core.truth import Truth
from ...core.value import Choice, Unknown, Value
from .promote import promote_types

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LARGEST_CONSTANT = 64
"""The elements of larger arrays are not kept, only their range."""
_SCALARS = {"bool": "bool", "int": "int64", "float": "float64", "complex": "complex128", "str": "string",
            "bytes": "string", "NoneType": "object"}  # fmt: skip
_NOT_ARRAYS = {"set", "frozenset", "iterator", "generator", "zip", "map", "filter", "enumerate", "reversed"}
"""Kinds of sequences of which NumPy makes one object."""


class Part(EqualRecord):
    """An element on its way into an array. `constant` is None where the elements are not known or too many."""

    shape: Shape
    dtype: str | None
    constant: Any = None
    low: float | None = None
    high: float | None = None
    attained: bool | None = None
    empty: bool = False

    @property
    def facts(self) -> Facts:
        return Facts(low=self.low, high=self.high, constant=self.constant, attained=self.attained)


def array_of(value: Value, objects: bool = False) -> Tensor:
    """The array that NumPy makes of a value. Raises ragged-array, unless `objects` says that dtype is object."""
    from .dialect import NUMPY

    if isinstance(value, Tensor):
        return value
    try:
        part = describe(value) if not objects or _certain(value) else None
    except Mismatch:
        if not objects:
            raise
        part = None
    if part is None or (objects and part.shape.least_rank > 1 and part.shape.numbers is None):
        _hold(value)
        front = (value.size,) if isinstance(value, Sequence) else ()
        return Tensor(Shape(front, gap=len(front)), "object", NUMPY)
    return Tensor(part.shape, "float64" if part.empty else part.dtype, NUMPY, part.facts)


def _certain(value: Value) -> bool:
    """The lengths of all arrays in a list are known."""
    if isinstance(value, Tensor):
        return value.shape.numbers is not None
    if isinstance(value, Sequence):
        return all(map(_certain, value.items)) and (value.rest is None or _certain(value.rest))
    return not isinstance(value, (Unknown, Choice))


def _hold(value: Value) -> None:
    """The arrays that an array of objects holds are changed through it."""
    for part in (*value.items, value.rest) if isinstance(value, Sequence) else ():
        if isinstance(part, Tensor):
            for box in part.box.boxes():
                box.state["facts"] = NO_FACTS
        elif part is not None:
            _hold(part)


def describe(value: Value) -> Part:
    """The shape, dtype and elements of a value as part of an array."""
    if isinstance(value, Tensor):
        return _of_tensor(value)
    if isinstance(value, Constant):
        return _of_constant(value)
    if isinstance(value, Scalar):
        return Part(Shape(), _SCALARS.get(value.type_name), None, *_bounds(value))
    if isinstance(value, Sequence) and value.type_name not in _NOT_ARRAYS:
        return _of_sequence(value)
    if isinstance(value, (Mapping, Sequence)):
        return Part(Shape(), "object")
    if isinstance(value, Choice):
        raise Undecided("an array of values that differ between paths")
    return Part(Shape.unknown(), None)


def _bounds(value: Scalar) -> tuple[float | None, float | None]:
    numbers = [n for n in value.among or () if isinstance(n, (int, float))]
    if numbers and len(numbers) == len(value.among or ()):
        return min(numbers), max(numbers)
    return value.bounds or (None, None)


def _of_tensor(value: Tensor) -> Part:
    facts = value.facts
    return Part(value.shape, value.dtype, facts.constant, facts.low, facts.high, facts.attained)


def _of_constant(value: Constant) -> Part:
    payload = value.payload
    if isinstance(payload, Dim):
        low, high = payload.bounds()
        return Part(Shape(), "int64", value.dim, low, high)
    dtype = _SCALARS.get(type(payload).__name__, "object")
    if isinstance(payload, int) and not -(2**63) <= payload < 2**63:
        return Part(Shape(), None)
    number = payload if isinstance(payload, (bool, int, float)) and payload == payload else None
    kept = value.dim if value.origin and dtype == "int64" else payload
    return Part(Shape(), dtype, kept if dtype != "object" else None, number, number, True)


def _of_sequence(value: Sequence) -> Part:
    parts = [describe(item) for item in value.items]
    if value.rest is not None and value.count != 0:
        parts.append(describe(value.rest))
    size = value.size
    if not parts:
        return Part(Shape.of(0), "float64", (), empty=True)
    shape = _common([part.shape for part in parts], value)
    dtype = promote_types(*dict.fromkeys(part.dtype for part in parts if not part.empty))
    low, high = _extreme(min, [p.low for p in parts]), _extreme(max, [p.high for p in parts])
    certain = value.rest is None or value.count.less(1) is Truth.NO
    attained = (certain and all(part.attained for part in parts)) or None
    # an array without elements has the default dtype whatever its shape
    empty = all(part.empty for part in parts)
    return Part(Shape.of(size) + shape, dtype, _constant(value, parts), low, high, attained, empty)


def _extreme(choose: Any, bounds: list[float | None]) -> float | None:
    return None if None in bounds else choose(bounds)


def _constant(value: Sequence, parts: list[Part]) -> Any:
    known = value.known
    if known is None or any(part.constant is None for part in parts) or len(known) > LARGEST_CONSTANT:
        return None
    if value.rest is not None:
        parts = [*parts[:-1], *[parts[-1]] * (len(known) - len(value.items))]
    elements = tuple(part.constant for part in parts)
    return elements if count_elements(elements) <= LARGEST_CONSTANT else None


def count_elements(constant: Any) -> int:
    return sum(map(count_elements, constant)) if isinstance(constant, tuple) else 1


def _common(shapes: list[Shape], value: Sequence) -> Shape:
    """The shape that all elements have; NumPy refuses elements of different shapes."""
    certain = value.count.less(1) is Truth.NO if value.rest is not None else True
    known = [shape for shape in shapes if shape.known_rank]
    if not known:
        return shapes[0] if len(shapes) == 1 else Shape.unknown()
    found, first = list(known[0].dims), known[0]
    for number, shape in enumerate(known[1:], 1):
        if number == len(shapes) - 1 and not certain:
            continue
        if shape.rank != first.rank:
            raise Mismatch("ragged-array", f"elements of shapes {first} and {shape} in one array",
                           runtime=_runtime(value, [first, shape]))  # fmt: skip
        for axis, dim in enumerate(shape.dims):
            found[axis] = require_equal(
                dim, found[axis], "ragged-array", f"elements of shapes {first} and {shape} in one array",
                runtime=_runtime(value, [first, shape]),
            )  # fmt: skip
    return Shape(found)


def _runtime(value: Sequence, shapes: Iterable[Shape]) -> str:
    """NumPy's words; it counts the axes on which all elements agree."""
    left, right = shapes
    agreed = 0
    for mine, theirs in zip(left.dims, right.dims, strict=False):
        if mine.equals(theirs) is not Truth.YES:
            break
        agreed += 1
    lengths = [str(value.size), *(str(dim) for dim in left.dims[:agreed])]
    detected = "(" + ", ".join(lengths) + ("," if len(lengths) == 1 else "") + ")"
    return (
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
        f"{agreed + 1} dimensions. The detected shape was {detected} + inhomogeneous part."
    )


def listed(make: Callable[[], Value], lengths: tuple[Dim, ...]) -> Value:
    """A nested list of so many elements: each by itself if they are few."""
    if not lengths:
        return make()
    first, later = lengths[0], lengths[1:]
    if first.value is not None and first.value * count_places(later) <= LARGEST_CONSTANT:
        return Sequence.list(listed(make, later) for _ in range(first.value))
    return Sequence("list", (), listed(make, later), first)


def count_places(lengths: tuple[Dim, ...]) -> int:
    """How many elements there are at least."""
    return prod(max(1, length.value or 1) for length in lengths)

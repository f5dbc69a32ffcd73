"""`a[...]`, and the functions that take elements out of arrays or write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.indexing import Mask, Part
from ...algebra.indexing import take as take_shape
from ...core.containers import Sequence, Slice
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Choice, Unknown, Value
from ..binding import Ignored
from . import fold, ranges
from .axes import axis as nth
from .creation import element
from .dialect import NP, array, asarray
from .elementwise import result
from .operands import broadcast, broadcast_into, forget, is_kind, promoted, side
from .promote import promote_types

if TYPE_CHECKING:
    pass


def numeric(a: Tensor) -> None:
    """An element whose dtype is not known may be a text or a list."""
    if a.shape == Shape() and a.dtype in (None, "object", "string"):
        raise Undecided("an element of unknown type")


def indices_of(index: Value | None) -> tuple[object, ...]:
    """The parts of `a[index]` as the algebra has them."""
    if isinstance(index, Sequence) and index.type_name == "tuple":
        known = index.known
        if known is None:
            raise Undecided("an index of unknown length")
        return tuple(_part(item) for item in known)
    return (_part(index),)


def _part(value: Value | None) -> object:
    if value is None:
        return None
    if isinstance(value, Slice):
        step = _bound(value.step)
        if step is not None and step.value is None:
            return Part(_any_number(), _any_number())
        return Part(_bound(value.start), _bound(value.stop), None if step is None else step.value)
    if isinstance(value, Constant):
        if value.payload is None or value.payload is ...:
            return value.payload
        if isinstance(value.payload, bool):
            return Mask(Shape())
        if value.dim is not None:
            return value.dim
        raise Undecided(f"{value.kind} as an index")
    if isinstance(value, Scalar) and value.type_name == "int":
        return Dim.unknown()
    if isinstance(value, (Unknown, Choice)):
        raise Undecided("an index that is not known")
    return _array_part(asarray(value), isinstance(value, Sequence))


_VALID = (
    "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays "
    "are valid indices"
)
_WHOLE = "arrays used as indices must be of integer (or boolean) type"


def _array_part(index: Tensor, listed: bool) -> object:
    if index.dtype == "bool":
        if index.shape.numbers is not None and 0 in index.shape.numbers:
            raise Undecided("a mask without elements, which fits more than its shape says")
        return Mask(index.shape)
    if index.dtype is None:
        raise Undecided("an index of unknown dtype")
    if is_kind(index.dtype, "float", "complex") and index.shape.known_rank and index.shape != Shape.of(0):
        raise Mismatch("index-dtype", f"{index.dtype} as an index", runtime=_VALID if listed else _WHOLE)
    constant = index.facts.constant
    if index.shape == Shape() and isinstance(constant, (int, Dim)):
        return Dim.of(constant)
    return Dim.unknown() if index.shape == Shape() else index.shape


def _bound(value: Value) -> Dim | None:
    if isinstance(value, Constant):
        if value.payload is None:
            return None
        if value.dim is None:
            raise Undecided("a slice bound that is no whole number")
        return value.dim
    if isinstance(value, Tensor) and isinstance(value.facts.constant, (int, Dim)):
        return Dim.of(value.facts.constant)
    return _any_number()


def _any_number() -> Dim:
    """A number that may be negative."""
    return Dim.unknown() - Dim.unknown()


def taken(a: Tensor, index: Value | None) -> Shape:
    """The shape of `a[index]`, refused in NumPy's words."""
    parts = indices_of(index)
    _check_elements(a.shape, index, parts)
    try:
        return take_shape(a.shape, parts)
    except Mismatch as found:
        if found.text.startswith("a mask") and Dim.of(found.sizes[0]).less(1) is not Truth.NO:
            raise Undecided("a mask that may have no elements, which then fits") from None
        raise Mismatch(found.kind, found.text, *found.sizes, runtime=_words(a, index, found)) from None


def _check_elements(shape: Shape, index: Value | None, parts: tuple[object, ...]) -> None:
    """An array of indices whose elements are known must lie within its axis."""
    given = index.known if isinstance(index, Sequence) and index.type_name == "tuple" else (index,)
    arrays = [part for part in parts if isinstance(part, (Shape, Mask))]
    if not shape.known_rank or given is None or not all(isinstance(a, Shape) and _has_elements(a) for a in arrays):
        return  # places without any element may lie anywhere
    axis = 0
    for value, part in zip(given, parts, strict=True):
        if part is ...:
            return  # axes are counted from the front only
        if isinstance(part, Shape) and isinstance(value, Value) and axis < shape.rank:
            _check_within(asarray(value).facts, shape.dims[axis], axis)
        axis += 0 if part is None else part.shape.rank if isinstance(part, Mask) else 1


def _has_elements(shape: Shape) -> bool:
    return shape.numbers is not None and 0 not in shape.numbers


def _check_within(facts: Facts, length: Dim, axis: int) -> None:
    empty = facts.low is not None and facts.high is not None and facts.high < facts.low
    if not facts.attained or empty:
        return
    for bound in (facts.high, facts.low):
        outside = (
            isinstance(bound, int) and (length.less(bound + 1) if bound >= 0 else length.less(-bound)) is Truth.YES
        )
        if outside:
            raise Mismatch("dim-out-of-range", f"index {bound} on an axis of {length}", length,
                           runtime=f"index {bound} is out of bounds for axis {axis} with size {length}")  # fmt: skip


def _words(a: Tensor, index: Value | None, found: Mismatch) -> str | tuple[str, ...]:
    if found.kind == "index-dtype":
        return found.runtime
    if "indices for" in found.text:
        used = found.text.partition(" ")[0]
        return f"too many indices for array: array is {a.rank}-dimensional, but {used} were indexed"
    if found.text.startswith("index "):
        place = found.text.split(" ")[1]
        at = next((i for i, dim in enumerate(a.shape.dims) if found.sizes and dim is found.sizes[0]), 0)
        return f"index {place} is out of bounds for axis {at} with size {found.sizes[0]}"
    if found.text.startswith("a mask"):
        at = next((i for i, dim in enumerate(a.shape.dims) if dim is found.sizes[1]), 0)
        return (f"boolean index did not match indexed array along axis {at}; size of axis is {found.sizes[1]} but "
                f"size of corresponding boolean axis is {found.sizes[0]}")  # fmt: skip
    if found.kind == "elementwise-shape-mismatch":
        return "shape mismatch: indexing arrays could not be broadcast together with shapes"
    return found.runtime


@NP.op("numpy.ndarray.__getitem__")
def getitem(self: Tensor, index: Value) -> Value:
    try:
        parts = indices_of(index)
    except Undecided:
        if self.dtype in (None, "object", "string"):
            raise
        # an element, or a part that is written to like the whole
        return array(Shape.unknown(), self.dtype, self.box.view(Facts(low=self.facts.low, high=self.facts.high)))
    return element(_item(self, index, parts))


def _item(self: Tensor, index: Value, parts: tuple[object, ...]) -> Tensor:
    numeric(self)
    shape = taken(self, index)
    constant = fold.attempt(lambda: _constant(self.facts.constant, parts))
    if constant is not None:
        low, high = fold.bounds(constant)
        new = Facts(low=low, high=high, constant=constant, attained=low is not None or None)
    else:
        new = _facts_of_part(self, parts, index, shape)
    number = shape == Shape() and not any(part is ... for part in parts)
    basic = all(isinstance(p, (Part, Dim)) or p is ... or p is None for p in parts)
    return array(shape, self.dtype, self.box.view(new) if basic and not number else new)


def _facts_of_part(a: Tensor, parts: tuple[object, ...], index: Value, shape: Shape) -> Facts:
    facts = a.facts
    kept = _keeps_last(a.shape, parts)
    chosen = _chosen(index) if len(parts) == 1 else None
    whole = all((isinstance(p, Part) and p in _WHOLE_AXES) or p is ... or p is None for p in parts)
    if chosen is not None and a.shape.known_rank and a.shape.dims:
        whole = chosen.shape[0].equals(a.shape.dims[0]) is Truth.YES
    basic = chosen is not None or all(isinstance(p, (Part, Dim)) or p is ... or p is None for p in parts)
    new = Facts(
        low=facts.low, high=facts.high, attained=facts.attained if whole else None,
        one_hot=facts.one_hot if kept else None, activation=facts.activation,
        axis=facts.axis if kept else None, drawn=facts.drawn if basic else None,
        distinct=facts.distinct if basic else None,
    )  # fmt: skip
    return ranges.occurring(new, shape.numel.value if shape.known_rank else None)


_WHOLE_AXES = (Part(), Part(None, None, 1), Part(None, None, -1))


def _chosen(index: Value) -> Tensor | None:
    """An array of places of which none occurs twice: as many as there are, they are all."""
    sure = isinstance(index, Tensor) and index.facts.distinct and index.shape.known_rank and index.rank == 1
    return index if sure and isinstance(index, Tensor) and (index.facts.low or 0) >= 0 else None


def _keeps_last(shape: Shape, parts: tuple[object, ...]) -> bool:
    """The last axis is taken whole, and stays the last."""
    if not shape.known_rank or not parts or shape.rank < 2:
        return False
    used = sum(part.shape.rank if isinstance(part, Mask) else part is not None and part is not ... for part in parts)
    last = parts[-1]
    if last is ... and used == shape.rank:
        return len(parts) > 1 and isinstance(parts[-2], Part) and parts[-2] == Part()
    if last is ... or (used < shape.rank and ... not in [p if p is ... else 0 for p in parts]):
        return last is not None or len(parts) == 1
    return isinstance(last, Part) and last == Part()


def _constant(constant: Any, parts: tuple[object, ...]) -> Any:
    """The elements that are taken, for plain numbers and slices."""
    if not isinstance(constant, tuple) or not parts:
        if parts or constant is None:
            raise fold.Unfolded
        return constant
    first, rest = parts[0], parts[1:]
    if isinstance(first, Dim) and first.value is not None and -len(constant) <= first.value < len(constant):
        return _constant(constant[first.value], rest)
    if isinstance(first, Part):
        bounds = [None if b is None else b.value for b in (first.start, first.stop)]
        if not any(b is not None and n is None for b, n in zip((first.start, first.stop), bounds, strict=True)):
            chosen = constant[slice(bounds[0], bounds[1], first.step)]
            return tuple(_constant(element, rest) for element in chosen)
    raise fold.Unfolded


@NP.op("numpy.ndarray.__setitem__")
def setitem(self: Tensor, index: Value, value: Value) -> None:
    forget(self)
    try:
        indices_of(index)
    except Undecided:
        return  # some elements are written, whichever they are
    shape = taken(self, index)
    if isinstance(value, Value) and self.dtype not in (None, "object") and not any(dim == 0 for dim in shape.parts[0]):
        broadcast_into(asarray(value).shape, shape)


# -- functions -------------------------------------------------------------------------------------------------


@NP.op("numpy.take", "numpy.ndarray.take")
def take(a: Tensor, indices: Tensor, axis: int | None = None, out: Value | None = None,
         mode: Ignored = "raise") -> Tensor:  # fmt: skip
    if is_kind(indices.dtype, "float", "complex") and indices.shape != Shape.of(0):
        raise Undecided("floats as indices")
    facts = Facts(low=a.facts.low, high=a.facts.high)
    if axis is None:
        return result(indices.shape, a.dtype, facts, out)
    at = nth(axis, a.rank, scalar=True)
    return result(a.shape[:at] + indices.shape + a.shape.dims[at + 1 :], a.dtype, facts, out)


@NP.op("numpy.take_along_axis")
def take_along_axis(arr: Tensor, indices: Tensor, axis: int | None = -1) -> Tensor:
    if axis is None:
        return indices.like(dtype=arr.dtype) if arr.dtype else array(indices.shape, None)
    at = nth(axis, arr.rank)
    if indices.rank != arr.rank:
        raise Mismatch("gather-index-rank", f"indices {indices.shape} for {arr.shape}",
                       runtime="`indices` and `arr` must have the same number of dimensions")  # fmt: skip
    rest = broadcast(arr.shape.replace(at, 1), indices.shape.replace(at, 1))
    return array(rest.replace(at, indices.shape[at]), arr.dtype, Facts(low=arr.facts.low, high=arr.facts.high))


@NP.op("numpy.compress", "numpy.ndarray.compress")
def compress(condition: Tensor, a: Tensor, axis: int | None = None, out: Value | None = None) -> Tensor:
    return _compressed(a, axis)


def _compressed(a: Tensor, axis: int | None) -> Tensor:
    facts = Facts(low=a.facts.low, high=a.facts.high)
    if axis is None:
        return array(Shape.of(Dim.unknown()), a.dtype, facts)
    at = nth(axis, a.rank, scalar=True)
    return array(a.shape.replace(at, Dim.unknown()) if a.rank else Shape.of(Dim.unknown()), a.dtype, facts)


@NP.op("numpy.extract")
def extract(condition: Tensor, arr: Tensor) -> Tensor:
    return _compressed(arr, None)


@NP.op("numpy.where")
def where(condition: Tensor, x: Value | None = None, y: Value | None = None) -> Any:
    if x is None and y is None:
        return nonzero(condition)
    left, right = side(x), side(y)
    shape = broadcast(condition.shape, left.shape, right.shape)
    # unlike an operator, `where` makes arrays of Python numbers before it promotes where both are numbers
    dtype = promoted(left, right)
    return array(shape, dtype, ranges.within(ranges.join(left.facts, right.facts), dtype))


@NP.op("numpy.nonzero", "numpy.ndarray.nonzero")
def nonzero(a: Tensor) -> tuple[Tensor, ...]:
    if a.rank == 0:
        raise Mismatch("dim-out-of-range", "the places in a scalar",
                       runtime="Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() "
                       "instead.")  # fmt: skip
    count = Dim.unknown()
    return tuple(array(Shape.of(count), "int64", ranges.places(dim)) for dim in a.shape.dims)


@NP.op("numpy.argwhere")
def argwhere(a: Tensor) -> Tensor:
    return array(Shape.of(Dim.unknown(), a.rank), "int64", Facts(low=0))


@NP.op("numpy.flatnonzero")
def flatnonzero(a: Tensor) -> Tensor:
    return array(Shape.of(Dim.unknown()), "int64", Facts(low=0))


@NP.op("numpy.select")
def select(condlist: Value, choicelist: Value, default: Value | int = 0) -> Tensor:
    conditions, choices = listed(condlist), listed(choicelist)
    if len(conditions) != len(choices):
        raise Mismatch("elementwise-shape-mismatch", f"{len(conditions)} conditions for {len(choices)} choices",
                       runtime="list of cases must be same length as list of conditions")  # fmt: skip
    sides = [side(v) for v in (*choices, default if isinstance(default, Value) else Constant(default))]
    shape = broadcast(*(asarray(c).shape for c in conditions), *(s.shape for s in sides))
    dtype = promoted(*sides)
    return array(shape, dtype, ranges.within(ranges.join(*(s.facts for s in sides)), dtype))


def listed(value: Value) -> tuple[Value, ...]:
    if not isinstance(value, Sequence) or value.known is None:
        raise Undecided("a list of unknown length")
    return value.known


@NP.op("numpy.choose", "numpy.ndarray.choose")
def choose(a: Tensor, choices: Value, out: Value | None = None, mode: Ignored = "raise") -> Tensor:
    arrays = [asarray(value) for value in listed(choices)] if isinstance(choices, Sequence) else []
    if not arrays:
        raise Undecided("the arrays to choose from")
    return array(broadcast(a.shape, *(c.shape for c in arrays)), promote_types(*(c.dtype for c in arrays)))

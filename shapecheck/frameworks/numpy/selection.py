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
from ..binding import Ignored, Parameter, Required
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
        raise Mismatch(found.kind, found.text, *found.sizes, runtime=_words(a, index, found)) from None


def _check_elements(shape: Shape, index: Value | None, parts: tuple[object, ...]) -> None:
    """An array of indices whose elements are known must lie within its axis."""
    given = index.known if isinstance(index, Sequence) and index.type_name == "tuple" else (index,)
    if not shape.known_rank or given is None:
        return
    axis = 0
    for value, part in zip(given, parts, strict=True):
        if part is ...:
            return  # axes are counted from the front only
        if isinstance(part, Shape) and isinstance(value, Value) and axis < shape.rank:
            _check_within(asarray(value).facts, shape.dims[axis], axis)
        axis += 0 if part is None else part.shape.rank if isinstance(part, Mask) else 1


def _check_within(facts: Facts, length: Dim, axis: int) -> None:
    if not facts.attained:
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
    return element(_item(self, index))


def _item(self: Tensor, index: Value) -> Tensor:
    numeric(self)
    parts = indices_of(index)
    shape = taken(self, index)
    constant = fold.attempt(lambda: _constant(self.facts.constant, parts))
    if constant is not None:
        low, high = fold.bounds(constant)
        return array(shape, self.dtype, Facts(low=low, high=high, constant=constant, attained=low is not None or None))
    facts = self.facts
    kept = _keeps_last(self.shape, parts)
    whole = all((isinstance(p, Part) and p == Part()) or p is ... or p is None for p in parts)
    new = Facts(
        low=facts.low, high=facts.high, attained=facts.attained if whole else None,
        one_hot=facts.one_hot if kept else None, activation=facts.activation,
        axis=facts.axis if kept else None,
    )  # fmt: skip
    if all(isinstance(p, (Part, Dim)) or p is ... or p is None for p in parts):
        return array(shape, self.dtype, self.box.view(new))
    return array(shape, self.dtype, new)


def _keeps_last(shape: Shape, parts: tuple[object, ...]) -> bool:
    """The last axis is taken whole, and stays the last."""
    if not shape.known_rank or not parts or shape.rank < 2:
        return False
    used = sum(part.shape.rank if isinstance(part, Mask) else part is not None and part is not ... for part in parts)
    last = parts[-1]
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
    shape = taken(self, index)
    if isinstance(value, Value) and self.dtype not in (None, "object"):
        broadcast_into(asarray(value).shape, shape)
    forget(self)


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
    return array(a.shape.replace(nth(axis, a.rank), Dim.unknown()), a.dtype, facts)


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
    facts = ranges.join(left.facts, right.facts)
    return array(shape, promoted(left, right), Facts(low=facts.low, high=facts.high))


@NP.op("numpy.nonzero", "numpy.ndarray.nonzero")
def nonzero(a: Tensor) -> tuple[Tensor, ...]:
    if a.rank == 0:
        raise Mismatch("dim-out-of-range", "the places in a scalar",
                       runtime="Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() "
                       "instead.")  # fmt: skip
    count = Dim.unknown()
    return tuple(array(Shape.of(count), "int64", _places(dim)) for dim in a.shape.dims)


def _places(length: Dim) -> Facts:
    return Facts(low=0, high=None if length.value is None else length.value - 1)


@NP.op("numpy.argwhere")
def argwhere(a: Tensor) -> Tensor:
    return array(Shape.of(Dim.unknown(), a.rank), "int64", Facts(low=0))


@NP.op("numpy.flatnonzero")
def flatnonzero(a: Tensor) -> Tensor:
    return array(Shape.of(Dim.unknown()), "int64", Facts(low=0))


@NP.op("numpy.select")
def select(condlist: Value, choicelist: Value, default: Value | int = 0) -> Tensor:
    conditions, choices = _listed(condlist), _listed(choicelist)
    if len(conditions) != len(choices):
        raise Mismatch("elementwise-shape-mismatch", f"{len(conditions)} conditions for {len(choices)} choices",
                       runtime="list of cases must be same length as list of conditions")  # fmt: skip
    sides = [side(v) for v in (*choices, default if isinstance(default, Value) else Constant(default))]
    shape = broadcast(*(asarray(c).shape for c in conditions), *(s.shape for s in sides))
    return array(shape, promoted(*sides))


def _listed(value: Value) -> tuple[Value, ...]:
    if not isinstance(value, Sequence) or value.known is None:
        raise Undecided("a list of unknown length")
    return value.known


@NP.op("numpy.choose", "numpy.ndarray.choose")
def choose(a: Tensor, choices: Value, out: Value | None = None, mode: Ignored = "raise") -> Tensor:
    arrays = [asarray(value) for value in _listed(choices)] if isinstance(choices, Sequence) else []
    if not arrays:
        raise Undecided("the arrays to choose from")
    return array(broadcast(a.shape, *(c.shape for c in arrays)), promote_types(*(c.dtype for c in arrays)))


def _triangle(n: Dim, k: Ignored = 0, m: Dim | None = None) -> tuple[Tensor, Tensor]:
    count = Dim.unknown()
    return array(Shape.of(count), "int64", _places(n)), array(Shape.of(count), "int64", _places(n if m is None else m))


NP.family("triu_indices tril_indices", _triangle, ("numpy.{}",))


@NP.op("numpy.triu_indices_from", "numpy.tril_indices_from")
def triu_indices_from(arr: Tensor, k: Ignored = 0) -> tuple[Tensor, Tensor]:
    return _triangle(arr.shape[-2], k, arr.shape[-1])


@NP.op("numpy.diag_indices")
def diag_indices(n: Dim, ndim: int = 2) -> tuple[Tensor, ...]:
    return tuple(array(Shape.of(n), "int64", _places(n)) for _ in range(ndim))


@NP.op("numpy.unravel_index")
def unravel_index(indices: Tensor, shape: Any, order: Ignored = "C") -> tuple[Tensor, ...]:
    lengths = [shape] if isinstance(shape, (int, Dim)) else shape
    if not isinstance(lengths, (list, tuple)):
        raise Undecided("a shape that is not known")
    return tuple(array(indices.shape, "int64", _places(Dim.of(length))) for length in lengths)


@NP.op("numpy.ravel_multi_index")
def ravel_multi_index(multi_index: Tensor, dims: Ignored, mode: Ignored = "raise", order: Ignored = "C") -> Tensor:
    return array(multi_index.shape[1:], "int64", Facts(low=0))


# -- writing ---------------------------------------------------------------------------------------------------


def _writes(paths: str, *parameters: str, **defaults: Any) -> None:
    """Functions that write to their first argument and return nothing."""

    def function(**given: Value) -> None:
        return None

    function.parameters = tuple(  # type: ignore[attr-defined]
        Parameter(name, "Ignored", defaults.get(name, Required), "position") for name in parameters
    )
    NP.op(*paths.split(), traits={"writes": parameters[0]})(function)


_writes("numpy.fill_diagonal", "a", "val", "wrap", wrap=False)
_writes("numpy.put numpy.ndarray.put", "a", "ind", "v", "mode", mode="raise")
_writes("numpy.place", "arr", "mask", "vals")
_writes("numpy.putmask", "a", "mask", "values")
_writes("numpy.put_along_axis", "arr", "indices", "values", "axis")
_writes("numpy.ndarray.fill", "self", "value")


@NP.op("numpy.copyto", traits={"writes": "dst"})
def copyto(dst: Tensor, src: Tensor, casting: Ignored = "same_kind", where: Ignored = True) -> None:
    broadcast_into(src.shape, dst.shape)

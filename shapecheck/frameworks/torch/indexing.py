"""`x[...]`, and the functions that take elements by index or by truth value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.axes import axis
from ...algebra.broadcast import broadcast_to
from ...algebra.indexing import Mask, Part, Places, take
from ...core.containers import Sequence, Slice
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from .dialect import T, copied, keep_elements, tensor, view
from .joining import diagonal
from .literal import array_of

if TYPE_CHECKING:
    pass


def _index(value: Value) -> Any:
    """One index in the words of `algebra.indexing`."""
    if isinstance(value, Constant):
        if value.payload is None or value.payload is Ellipsis:
            return value.payload
        if isinstance(value.payload, bool):
            return Mask(Shape())
        if value.dim is not None:
            return value.dim
    if isinstance(value, Scalar) and value.type_name == "int":
        return Dim.unknown()
    if isinstance(value, Slice):
        return Part(_bound(value.start), _bound(value.stop), _step(value.step))
    if isinstance(value, Sequence):
        value = array_of(value)
        if value.shape.known_rank and value.shape.numel == 0:  # of no elements the dtype does not matter
            return value.shape
    if isinstance(value, Tensor):
        return _array(value)
    raise Undecided("an index that is not known")


def _array(value: Tensor) -> Mask | Places | Shape | Dim:
    kind = family(value.dtype)
    if kind is None and value.dtype is None:
        raise Undecided("an index array of unknown dtype")
    if kind == "bool" or value.dtype == "uint8":
        return Mask(value.shape)
    if kind not in ("int", "uint"):
        raise Mismatch(
            "index-dtype",
            f"{value.dtype} tensor as an index",
            argument="index",
            runtime="tensors used as indices must be long, int, byte or bool tensors",
            help="convert it: index.long()",
        )
    facts = value.facts
    if value.shape == Shape():
        return Dim.of(facts.constant) if isinstance(facts.constant, (int, Dim)) else Dim.unknown()
    if facts.attained and facts.low is not None and facts.high is not None and _certain(value.shape):
        return Places(value.shape, int(facts.low), int(facts.high))
    return value.shape


def _certain(shape: Shape) -> bool:
    """There are elements."""
    return shape.known_rank and all(length.less(1) is Truth.NO for length in shape.dims)


def _bound(value: Value) -> Dim | None:
    if isinstance(value, Constant):
        return value.dim if value.payload is not None else None
    if isinstance(value, Tensor) and isinstance(value.facts.constant, (int, Dim)):
        return Dim.of(value.facts.constant)
    return Dim.unknown()


def _step(value: Value) -> int | None:
    if isinstance(value, Constant) and (value.payload is None or isinstance(value.payload, int)):
        return value.payload
    raise Undecided("a step that is not known")


def indices_of(index: Value) -> tuple[Any, ...]:
    if isinstance(index, Sequence) and index.type_name == "tuple":
        if index.known is None:
            raise Undecided("a tuple of unknown length as an index")
        return tuple(_index(one) for one in index.known)
    return (_index(index),)


@T.op("torch.Tensor.__getitem__")
def getitem(self: Tensor, index: Value) -> Tensor:
    index = NONE if index is None else index  # None is a new axis
    if isinstance(index, Unknown):
        return tensor(Shape.unknown(), self.dtype, keep_elements(self.facts))
    parts = indices_of(index)
    result = taken(self.shape, parts)
    if all(part is None or part is ... or isinstance(part, (Part, Dim)) for part in parts):
        return view(self, result)
    return copied(self, result)


def taken(shape: Shape, parts: tuple[Any, ...]) -> Shape:
    if shape.known_rank and shape.rank == 0 and any(isinstance(p, (Dim, Part)) for p in parts):
        raise Mismatch(
            "dim-out-of-range",
            "an index into a tensor without axes",
            runtime="invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in "
            "C++ to convert a 0-dim tensor to a number",
        )
    return take(shape, parts, selects=True)


@T.op("torch.Tensor.__setitem__", traits={"writes": "self"})
def setitem(self: Tensor, index: Value, value: Value) -> Any:
    index = NONE if index is None else index
    if isinstance(index, Unknown):
        raise Undecided(index.reason)
    if isinstance(index, Constant) and index.payload is False:
        return None  # nothing is written, whatever is given
    place = taken(self.shape, indices_of(index))
    if isinstance(value, Tensor) and value.shape.known_rank:
        given = value.shape
        while given.rank > place.least_rank and place.known_rank and given[0] == 1:
            given = given[1:]
        try:
            broadcast_to(given, place)
        except Mismatch as mismatch:
            raise Mismatch(
                "elementwise-shape-mismatch",
                f"{value.shape} does not fit into {place}",
                *mismatch.sizes,
                argument="value",
                runtime=f"shape mismatch: value tensor of shape {value.shape} cannot be broadcast to indexing "
                f"result of shape {place}",
            ) from None
    return None


@T.op("torch.select", "torch.Tensor.select")
def select(input: Tensor, dim: int, index: Dim) -> Tensor:
    at = axis(dim, input.rank)
    if input.rank == 0:
        raise Mismatch(
            "dim-out-of-range",
            "select of a tensor without axes",
            runtime="select() cannot be applied to a 0-dim tensor.",
        )
    take(Shape.of(input.shape[at]), (index,))
    return view(input, input.shape.without(at))


# -- a part put into a copy of the whole ------------------------------------------------------------------------


def _put_in(input: Tensor, src: Tensor, place: Shape) -> Tensor:
    if place.equals(src.shape) is Truth.NO:
        raise Mismatch(
            "elementwise-shape-mismatch",
            f"{src.shape} does not fit into {place}",
            argument="src",
            runtime=f"expected src to have a size equal to the slice of self. src size = {src.shape}, "
            f"slice size = {place}",
        )
    return tensor(input.shape, input.dtype)


@T.op("torch.select_scatter", "torch.Tensor.select_scatter")
def select_scatter(input: Tensor, src: Tensor, dim: int, index: Dim) -> Tensor:
    return _put_in(input, src, select(input, dim, index).shape)


@T.op("torch.slice_scatter", "torch.Tensor.slice_scatter")
def slice_scatter(input: Tensor, src: Tensor, dim: int = 0, start: Dim | None = None, end: Dim | None = None,
                  step: int = 1) -> Tensor:  # fmt: skip
    at = axis(dim, input.rank)
    part = take(Shape.of(input.shape[at]), (Part(start, end, step),))
    return _put_in(input, src, input.shape.replace(at, part[0]))


@T.op("torch.diagonal_scatter", "torch.Tensor.diagonal_scatter")
def diagonal_scatter(input: Tensor, src: Tensor, offset: int = 0, dim1: int = 0, dim2: int = 1) -> Tensor:
    return _put_in(input, src, diagonal(input, offset, dim1, dim2).shape)

"""`x[...]`, and the functions that take elements by index or by truth value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.axes import axis
from ...algebra.broadcast import broadcast, broadcast_to
from ...algebra.indexing import Mask, Part, take
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
from .literal import array_of
from .pointwise import WRITES

if TYPE_CHECKING:
    from ..binding import Ignored, Operand


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
    if isinstance(value, Tensor):
        return _array(value)
    raise Undecided("an index that is not known")


def _array(value: Tensor) -> Mask | Shape | Dim:
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
    constant = value.facts.constant
    if value.shape == Shape():
        return Dim.of(constant) if isinstance(constant, (int, Dim)) else Dim.unknown()
    return value.shape


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
    return take(shape, parts)


@T.op("torch.Tensor.__setitem__", traits={"writes": "self"})
def setitem(self: Tensor, index: Value, value: Value) -> Any:
    index = NONE if index is None else index
    if isinstance(index, Unknown):
        raise Undecided(index.reason)
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


# -- by index along an axis -------------------------------------------------------------------------------------


def require_index(index: Tensor, what: str, *, int32: bool = True) -> None:
    """The dtype of indices."""
    allowed = ("int64", "int32") if int32 else ("int64",)
    empty = index.shape.known_rank and index.shape.numel == 0  # torch looks at the dtype of no elements
    if index.dtype is not None and index.dtype not in allowed and not empty:
        raise Mismatch(
            "index-dtype",
            f"{index.dtype} indices",
            argument="index",
            runtime=f"{what}(): Expected dtype int{'32/int' if int32 else ''}64 for index",
            help="convert them: index.long()",
        )


@T.op("torch.gather", "torch.Tensor.gather")
def gather(input: Tensor, dim: int, index: Tensor, *, sparse_grad: Ignored = False, out: Ignored = None) -> Tensor:
    require_index(index, "gather")
    _same_rank(input, index, dim)
    return copied(input, index.shape)


def _same_rank(input: Tensor, index: Tensor, dim: int) -> None:
    """The index has the rank of the input, and no axis longer than the input's, but the one along which it takes."""
    if not input.shape.known_rank or not index.shape.known_rank:
        return
    rank, room = input.rank, max(index.rank, 1)
    at = axis(dim, rank)
    if index.shape.numel == 0:
        return
    if room != max(rank, 1):
        raise Mismatch(
            "gather-index-rank",
            f"an index of rank {index.rank} for a tensor of rank {rank}",
            argument="index",
            runtime="Index tensor must have the same number of dimensions as input tensor",
            help="index.unsqueeze(1)" if index.rank == 1 and rank == 2 else "",
        )
    for i, (mine, theirs) in enumerate(zip(index.shape.dims, input.shape.dims, strict=False)):
        if i != at and theirs.less(mine) is Truth.YES:
            raise Mismatch(
                "elementwise-shape-mismatch",
                f"the index {index.shape} is longer than {input.shape} at axis {i}",
                mine,
                theirs,
                argument="index",
                runtime=f"Size does not match at dimension {i} expected index {index.shape} to be no larger than self "
                f"{input.shape} apart from dimension {at}",
            )


def scatter_(input: Tensor, dim: int, index: Tensor, src: Operand, *, reduce: Ignored = None) -> Tensor:
    require_index(index, "scatter")
    _same_rank(input, index, dim)
    if isinstance(src, Tensor) and src.dtype and input.dtype and src.dtype != input.dtype and index.shape.numel != 0:
        raise Mismatch(
            "inplace-dtype-cast",
            f"{src.dtype} elements into a {input.dtype} tensor",
            runtime="scatter(): Expected self.dtype to be equal to src.dtype",
        )
    return input


def _scatter_value(input: Tensor, dim: int, index: Tensor, src: Operand = 0, *, value: Operand = 0,
                   reduce: Ignored = None, out: Ignored = None) -> Tensor:  # fmt: skip
    scatter_(input, dim, index, src)
    return tensor(input.shape, input.dtype)


T.op("torch.scatter", "torch.Tensor.scatter")(_scatter_value)


@T.op("torch.Tensor.scatter_", traits=WRITES)
def scatter_inplace(input: Tensor, dim: int, index: Tensor, src: Operand = 0, *, value: Operand = 0,
                    reduce: Ignored = None) -> Tensor:  # fmt: skip
    return scatter_(input, dim, index, src)


@T.op("torch.scatter_add", "torch.Tensor.scatter_add")
def scatter_add(input: Tensor, dim: int, index: Tensor, src: Tensor) -> Tensor:
    scatter_(input, dim, index, src)
    return tensor(input.shape, input.dtype)


@T.op("torch.Tensor.scatter_add_", traits=WRITES)
def scatter_add_inplace(input: Tensor, dim: int, index: Tensor, src: Tensor) -> Tensor:
    return scatter_(input, dim, index, src)


@T.op("torch.scatter_reduce", "torch.Tensor.scatter_reduce")
def scatter_reduce(input: Tensor, dim: int, index: Tensor, src: Tensor, reduce: Ignored, *,
                   include_self: Ignored = True, out: Ignored = None) -> Tensor:  # fmt: skip
    scatter_(input, dim, index, src)
    return tensor(input.shape, input.dtype)


@T.op("torch.index_select", "torch.Tensor.index_select")
def index_select(input: Tensor, dim: int, index: Tensor, *, out: Ignored = None) -> Tensor:
    at = axis(dim, input.rank)
    require_index(index, "index_select")
    if index.rank > 1:
        raise Mismatch(
            "gather-index-rank",
            f"an index of rank {index.rank}",
            argument="index",
            runtime="index_select(): Index is supposed to be a vector",
        )
    return copied(input, input.shape.replace(at, index.shape.numel) if input.rank else input.shape)


def _index_add(input: Tensor, dim: int, index: Tensor, source: Tensor, *, alpha: Ignored = 1) -> Tensor:
    axis(dim, input.rank)
    return input


T.family("index_add_ index_copy_", _index_add, ("torch.Tensor.{}",), traits=WRITES)


@T.op("torch.index_add", "torch.Tensor.index_add", "torch.index_copy", "torch.Tensor.index_copy")
def index_add(input: Tensor, dim: int, index: Tensor, source: Tensor, *, alpha: Ignored = 1,
              out: Ignored = None) -> Shape:  # fmt: skip
    axis(dim, input.rank)
    return input.shape


@T.op("torch.index_fill", "torch.Tensor.index_fill")
def index_fill(input: Tensor, dim: int, index: Tensor, value: Ignored) -> Shape:
    axis(dim, input.rank)
    return input.shape


@T.op("torch.Tensor.index_fill_", traits=WRITES)
def index_fill_inplace(input: Tensor, dim: int, index: Tensor, value: Ignored) -> Tensor:
    axis(dim, input.rank)
    return input


@T.op("torch.take", "torch.Tensor.take")
def take_(input: Tensor, index: Tensor) -> Tensor:
    require_index(index, "take", int32=False)
    return copied(input, index.shape)


@T.op("torch.take_along_dim", "torch.Tensor.take_along_dim")
def take_along_dim(input: Tensor, indices: Tensor, dim: int | None = None, *, out: Ignored = None) -> Tensor:
    if dim is None:
        return copied(input, Shape.of(indices.shape.numel))
    at = axis(dim, input.rank)
    if input.rank != indices.rank:
        raise Mismatch(
            "gather-index-rank",
            f"indices of rank {indices.rank} for a tensor of rank {input.rank}",
            runtime="torch.take_along_dim(): input and indices should have the same number of dimensions, "
            f"but got {input.rank} dimensions for input, and {indices.rank} dimensions for indices",
        )
    both = broadcast(input.shape.without(at), indices.shape.without(at))
    return copied(input, Shape([*both.dims[:at], indices.shape[at], *both.dims[at:]]))


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

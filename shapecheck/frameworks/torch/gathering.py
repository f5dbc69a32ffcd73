"""Elements taken, added and written by indices along an axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra.axes import axis
from ...algebra.broadcast import broadcast
from ...core.dim import Dim
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from .dialect import T, copied, tensor
from .pointwise import WRITES

if TYPE_CHECKING:
    from ..binding import Ignored, Operand


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
    _require_within(input, dim, index)
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


def _require_within(input: Tensor, dim: int, index: Tensor) -> None:
    """Known indices stand for elements that there are."""
    if not input.shape.known_rank or not input.rank or not index.facts.attained:
        return
    length = input.shape[axis(dim, input.rank)]
    high = index.facts.high
    if high is not None and Dim.of(int(high)).less(length) is Truth.NO:
        raise Mismatch(
            "dim-out-of-range",
            f"index {int(high)} on an axis of {length}",
            length,
            argument="index",
            runtime=f"index {int(high)} is out of bounds for dimension {axis(dim, input.rank)} with size {length}",
        )


def _require_covered(index: Tensor, src: Tensor, dim: int) -> None:
    """There is an element of the source for each index."""
    if not index.shape.known_rank or index.shape.numel.equals(0) is not Truth.NO:
        return
    if max(index.rank, 1) != src.rank:
        raise Mismatch(
            "gather-index-rank",
            f"an index of rank {index.rank} for a source of rank {src.rank}",
            argument="src",
            runtime="Index tensor must have the same number of dimensions as src tensor",
        )
    for i, (mine, theirs) in enumerate(zip(index.shape.dims, src.shape.dims, strict=False)):
        if theirs.less(mine) is Truth.YES:
            raise Mismatch(
                "elementwise-shape-mismatch",
                f"the index {index.shape} is longer than the source {src.shape} at axis {i}",
                mine,
                theirs,
                argument="src",
                runtime=f"Expected index {index.shape} to be no larger than self",
            )


def scatter_(input: Tensor, dim: int, index: Tensor, src: Operand, *, reduce: Ignored = None) -> Tensor:
    require_index(index, "scatter")
    _same_rank(input, index, dim)
    _require_within(input, dim, index)
    if isinstance(src, Tensor) and src.shape.known_rank and src.rank:
        _require_covered(index, src, dim)
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


def _require_source(input: Tensor, dim: int, index: Tensor, source: Tensor) -> None:
    """A slice for each index, shaped as those of the input."""
    require_index(index, "index_add_")
    if not input.shape.known_rank or not source.shape.known_rank or 0 in (input.rank, source.rank):
        return
    at = axis(dim, input.rank)
    words = (
        "source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = "
        f"{input.shape} source.shape = {source.shape}"
    )
    same = input.rank == source.rank and input.shape.without(at).equals(source.shape.without(at))
    if same is False or same is Truth.NO:
        raise Mismatch("elementwise-shape-mismatch", f"slices of {source.shape} for {input.shape}", argument="source",
                       runtime=words)  # fmt: skip
    if index.shape.known_rank and index.shape.numel.equals(source.shape[at]) is Truth.NO:
        raise Mismatch(
            "elementwise-shape-mismatch",
            f"{index.shape.numel} indices for {source.shape[at]} slices",
            index.shape.numel,
            source.shape[at],
            argument="index",
            runtime=f"index_add_(): Number of indices ({index.shape.numel}) should be equal to source.size(dim): "
            f"({source.shape[at]}), for dim: {at}",
        )


def _index_add(input: Tensor, dim: int, index: Tensor, source: Tensor, *, alpha: Ignored = 1) -> Tensor:
    axis(dim, input.rank)
    _require_source(input, dim, index, source)
    return input


T.family("index_add_ index_copy_", _index_add, ("torch.Tensor.{}",), traits=WRITES)


@T.op("torch.index_add", "torch.Tensor.index_add", "torch.index_copy", "torch.Tensor.index_copy")
def index_add(input: Tensor, dim: int, index: Tensor, source: Tensor, *, alpha: Ignored = 1,
              out: Ignored = None) -> Shape:  # fmt: skip
    axis(dim, input.rank)
    _require_source(input, dim, index, source)
    return input.shape


@T.op("torch.index_fill", "torch.Tensor.index_fill")
def index_fill(input: Tensor, dim: int, index: Tensor, value: Ignored) -> Shape:
    axis(dim, input.rank)
    return input.shape


@T.op("torch.Tensor.index_fill_", traits=WRITES)
def index_fill_inplace(input: Tensor, dim: int, index: Tensor, value: Ignored) -> Tensor:
    axis(dim, input.rank)
    return input


@T.op("torch.index_reduce", "torch.Tensor.index_reduce")
def index_reduce(input: Tensor, dim: int, index: Tensor, source: Tensor, reduce: Ignored, *,
                 include_self: Ignored = True, out: Ignored = None) -> Tensor:  # fmt: skip
    axis(dim, input.rank)
    require_index(index, "index_reduce")
    return tensor(input.shape, input.dtype)


@T.op("torch.put", "torch.Tensor.put")
def put(input: Tensor, index: Tensor, source: Tensor, accumulate: Ignored = False) -> Tensor:
    require_index(index, "put_", int32=False)
    return tensor(input.shape, input.dtype)


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

"""Tensors joined, and their diagonals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra import join
from ...algebra.axes import axis
from ...core.containers import Sequence
from ...core.dim import Dim, minimum
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import T, keep_elements, tensor, tensors_of, view

if TYPE_CHECKING:
    from ..binding import Ignored, Tensors

def _shared(tensors: tuple[Tensor, ...]) -> Facts:
    """What is known of the elements of all."""
    facts = keep_elements(tensors[0].facts)
    for one in tensors[1:]:
        facts = facts.join(keep_elements(one.facts))
    return facts


def _one_of_many(tensors: Value) -> tuple[Tensor, Dim] | None:
    """A list whose tensors one stands for: that tensor, and how many there are."""
    if isinstance(tensors, Sequence) and not tensors.items and isinstance(tensors.rest, Tensor):
        return tensors.rest, tensors.size
    return None


def _some_alike(tensors: Sequence, dim: int) -> Tensor:
    """Of a list of unknown length, the tensors that are known agree with the result in all other axes."""
    found = [one for one in tensors.items if isinstance(one, Tensor) and one.shape.known_rank and one.rank]
    if not found:
        return tensor(Shape.unknown(), None)
    return tensor(found[0].shape.replace(axis(dim, found[0].rank), Dim.unknown()), None)


@T.op("torch.cat", "torch.concat", "torch.concatenate")
def cat(tensors: Value, dim: int = 0, *, out: Ignored = None) -> Tensor:
    many = _one_of_many(tensors)
    if many is not None:
        one, count = many
        at = axis(dim, one.rank)
        whole = one.shape[at] * count if one.shape[at].value is not None else Dim.unknown()  # batches differ in length
        return tensor(one.shape.replace(at, whole), one.dtype, keep_elements(one.facts))
    if isinstance(tensors, Sequence) and tensors.rest is not None:
        return _some_alike(tensors, dim)
    found = tensors_of(tensors)
    if not found:
        raise Undecided("an empty list, which others may fill")
    if any(t.shape.known_rank and t.rank == 0 for t in found):
        words = "zero-dimensional tensor (at position 0) cannot be concatenated"
        raise Mismatch("cat-rank-mismatch", "a tensor without axes", runtime=words)
    # torch skips tensors of the shape [0], whatever the rank of the others
    shapes = tuple(t.shape for t in found if t.shape != Shape.of(0))
    known = tuple(one for one in shapes if one.known_rank)
    shape = join.concat(known, dim) if known else Shape.unknown() if shapes else Shape.of(0)
    if known and len(known) < len(shapes):
        shape = shape.replace(axis(dim, shape.rank), Dim.unknown())
    return tensor(shape, T.promote(list(found)), _shared(found))


@T.op("torch.stack")
def stack(tensors: Value, dim: int = 0, *, out: Ignored = None) -> Tensor:
    many = _one_of_many(tensors)
    if many is not None:
        one, count = many
        at = axis(dim, one.rank + 1)
        shape = Shape([*one.shape.dims[:at], count, *one.shape.dims[at:]])
        return tensor(shape, one.dtype, keep_elements(one.facts))
    found = tensors_of(tensors)
    shape = join.stack(tuple(t.shape for t in found), dim)
    return tensor(shape, T.promote(list(found)), _shared(found))


@T.op("torch.hstack")
def hstack(tensors: Tensors, *, out: Ignored = None) -> Tensor:
    shapes = tuple(join.at_least(t.shape, 1) for t in tensors)
    dim = 0 if shapes and shapes[0].rank == 1 else 1
    return tensor(join.concat(shapes, dim), T.promote(list(tensors)))


@T.op("torch.vstack", "torch.row_stack")
def vstack(tensors: Tensors, *, out: Ignored = None) -> Tensor:
    return tensor(join.concat(tuple(join.at_least(t.shape, 2) for t in tensors), 0), T.promote(list(tensors)))


@T.op("torch.dstack")
def dstack(tensors: Tensors, *, out: Ignored = None) -> Tensor:
    return tensor(join.concat(tuple(join.at_least(t.shape, 3) for t in tensors), 2), T.promote(list(tensors)))


@T.op("torch.column_stack")
def column_stack(tensors: Tensors, *, out: Ignored = None) -> Tensor:
    shapes = tuple(t.shape if t.rank > 1 else Shape.of(t.shape.numel, 1) for t in tensors)
    return tensor(join.concat(shapes, 1), T.promote(list(tensors)))


@T.op("torch.block_diag")
def block_diag(*tensors: Tensor) -> Tensor:
    shapes = [join.at_least(t.shape, 2) for t in tensors]
    rows, columns = Dim.of(0), Dim.of(0)
    for shape in shapes:
        rows, columns = rows + shape[0], columns + shape[1]
    return tensor(Shape.of(rows, columns), T.promote(list(tensors)))


@T.op("torch.diagonal", "torch.Tensor.diagonal")
def diagonal(input: Tensor, offset: int = 0, dim1: int = 0, dim2: int = 1) -> Tensor:
    return view(input, _diagonal(input.shape, offset, dim1, dim2))


def _diagonal(shape: Shape, offset: int, dim1: int, dim2: int) -> Shape:
    a, b = axis(dim1, shape.rank), axis(dim2, shape.rank)
    if a == b:
        raise Mismatch(
            "dim-out-of-range",
            "the diagonal of an axis with itself",
            runtime=f"diagonal dimensions cannot be identical {dim1}, {dim2}",
        )
    rows, columns = shape[a] + min(offset, 0), shape[b] - max(offset, 0)
    length = minimum(rows, columns)
    if length.less(0) is not Truth.NO:
        from ...core.dim import maximum

        length = maximum(length, 0)
    return shape.without(a, b) + (length,)


@T.op("torch.linalg.diagonal")
def linalg_diagonal(A: Tensor, *, offset: int = 0, dim1: int = -2, dim2: int = -1) -> Tensor:
    return view(A, _diagonal(A.shape, offset, dim1, dim2))


@T.op("torch.diag", "torch.Tensor.diag")
def diag(input: Tensor, diagonal: int = 0, *, out: Ignored = None) -> Shape:
    if input.rank == 1:
        return Shape.of(input.shape[0] + abs(diagonal), input.shape[0] + abs(diagonal))
    if input.rank != 2:
        raise Mismatch(
            "layer-input-rank",
            f"diag of {input.shape}",
            runtime=f"diag(): Supports 1D or 2D tensors. Got {input.rank}D",
        )
    return _diagonal(input.shape, diagonal, 0, 1)


@T.op("torch.diag_embed", "torch.Tensor.diag_embed")
def diag_embed(input: Tensor, offset: int = 0, dim1: int = -2, dim2: int = -1) -> Shape:
    rank = input.rank + 1
    a, b = sorted((axis(dim1, rank), axis(dim2, rank)))
    if a == b:
        raise Mismatch(
            "dim-out-of-range",
            "the diagonal of an axis with itself",
            runtime=f"diagonal dimensions cannot be identical {dim1}, {dim2}",
        )
    size = input.shape[-1] + abs(offset)
    lengths = list(input.shape.dims[:-1])
    lengths.insert(a, size)
    lengths.insert(b, size)
    return Shape(lengths)


@T.op("torch.diagflat", "torch.Tensor.diagflat")
def diagflat(input: Tensor, offset: int = 0) -> Shape:
    size = input.shape.numel + abs(offset)
    return Shape.of(size, size)


@T.op("torch.meshgrid")
def meshgrid(*tensors: Value, indexing: Any = None) -> tuple[Tensor, ...]:
    found = tensors_of(*tensors)
    lengths = [t.shape.numel for t in found]
    if indexing == "xy" and len(lengths) > 1:
        lengths[0], lengths[1] = lengths[1], lengths[0]
    return tuple(tensor(Shape(lengths), t.dtype) for t in found)

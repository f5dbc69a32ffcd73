"""Tensors joined and taken apart."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ...algebra import join
from ...algebra.axes import axis
from ...core.containers import Sequence
from ...core.dim import Dim, minimum
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import T, keep_elements, tensor, tensors_of, view

if TYPE_CHECKING:
    from ..binding import Dims, Ignored, Tensors

_MOST_PIECES = 256


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


# -- taken apart ------------------------------------------------------------------------------------------------


def _piece(input: Tensor, at: int, length: Dim | int) -> Tensor:
    return view(input, input.shape.replace(at, length))


def _even(input: Tensor, at: int, length: Dim | int, count: Dim) -> Sequence:
    """Pieces of one length, whose number may not be known."""
    if count.value is not None and count.value <= _MOST_PIECES:
        return Sequence.tuple(_piece(input, at, length) for _ in range(count.value))
    return Sequence("tuple", (), _piece(input, at, length), count)


@T.op("torch.split", "torch.Tensor.split")
def split(tensor: Tensor, split_size_or_sections: Dims | int, dim: int = 0) -> Sequence:
    """Pieces of a length, the last of which may be shorter; or pieces of the given lengths."""
    at = axis(dim, tensor.rank)
    total = tensor.shape[at]
    sizes = split_size_or_sections
    if isinstance(sizes, tuple) and len(sizes) != 1:
        return _sections(tensor, sizes, at)
    return _split_by(tensor, sizes[0] if isinstance(sizes, tuple) else Dim.of(sizes), at, total)


def _split_by(input: Tensor, size: Dim, at: int, total: Dim) -> Sequence:
    if total.value is not None and size.value:
        return Sequence.tuple(
            _piece(input, at, length) for length in join.split_sizes(total, size.value)[:_MOST_PIECES]
        )
    if size.equals(0) is Truth.YES:
        raise Undecided("pieces of length 0")
    if (total % size) == 0:
        return _even(input, at, size, total // size)
    raise Undecided("the length that is split is not known")


def _sections(input: Tensor, sizes: tuple[Dim, ...], at: int) -> Sequence:
    together = sum(sizes, Dim.of(0))
    assert isinstance(together, Dim)
    total = input.shape[at]
    if together.equals(total) is Truth.NO:
        raise Mismatch(
            "view-size-mismatch",
            f"pieces of {together} together, of an axis of {total}",
            together,
            total,
            argument="split_size_or_sections",
            runtime=f"split_with_sizes expects split_sizes to sum exactly to {total} (input tensor's size at "
            f"dimension {at}), but got split_sizes=[{', '.join(map(str, sizes))}]",
        )
    return Sequence.tuple(_piece(input, at, size) for size in sizes)


@T.op("torch.split_with_sizes", "torch.Tensor.split_with_sizes")
def split_with_sizes(input: Tensor, split_sizes: Dims, dim: int = 0) -> Sequence:
    return _sections(input, split_sizes, axis(dim, input.rank))


@T.op("torch.chunk", "torch.Tensor.chunk")
def chunk(input: Tensor, chunks: int, dim: int = 0) -> Sequence:
    """At most so many pieces; all but the last have the length total / chunks, rounded up."""
    at = axis(dim, input.rank)
    total = input.shape[at]
    if chunks <= 0:
        raise Undecided("chunks <= 0")
    if (total % chunks) == 0 and total.value != 0:
        return _even(input, at, total // chunks, Dim.of(chunks))
    if total.value is None:  # a short axis gives fewer pieces, the last one may be shorter
        return Sequence("tuple", (), _piece(input, at, Dim.unknown()), Dim.unknown(low=1))
    size = (total.value + chunks - 1) // chunks
    if size == 0:
        return _even(input, at, 0, Dim.of(chunks))
    return Sequence.tuple(_piece(input, at, length) for length in join.split_sizes(total, size))


def _tensor_split(input: Tensor, parts: Any, at: int) -> Sequence:
    total = input.shape[at]
    if isinstance(parts, Tensor):
        parts = parts.facts.constant
    if isinstance(parts, int):
        if (total % parts) == 0:
            return _even(input, at, total // parts, Dim.of(parts))
        if total.value is None:
            raise Undecided("the length that is split is not known")
        return Sequence.tuple(
            _piece(input, at, total.value // parts + (1 if i < total.value % parts else 0)) for i in range(parts)
        )
    if not isinstance(parts, (tuple, list)) or total.value is None or not all(isinstance(p, int) for p in parts):
        raise Undecided("where to split is not known")
    bounds = [0, *parts, None]
    lengths = [len(range(total.value)[slice(a, b)]) for a, b in pairwise(bounds)]
    return Sequence.tuple(_piece(input, at, length) for length in lengths)


def _require_axes(input: Tensor, count: int, name: str) -> None:
    if input.rank < count:
        raise Mismatch(
            "layer-input-rank",
            f"{name} of {input.shape}",
            argument="input",
            runtime=f"torch.{name} requires a tensor with at least {count} dimension, but got a tensor with "
            f"{input.rank} dimensions!",
        )


@T.op("torch.tensor_split", "torch.Tensor.tensor_split")
def tensor_split(input: Tensor, indices_or_sections: Any, dim: int = 0) -> Sequence:
    return _tensor_split(input, indices_or_sections, axis(dim, input.rank))


@T.op("torch.hsplit", "torch.Tensor.hsplit")
def hsplit(input: Tensor, indices_or_sections: Any) -> Sequence:
    _require_axes(input, 1, "hsplit")
    return _tensor_split(input, indices_or_sections, 0 if input.rank == 1 else 1)


@T.op("torch.vsplit", "torch.Tensor.vsplit")
def vsplit(input: Tensor, indices_or_sections: Any) -> Sequence:
    _require_axes(input, 2, "vsplit")
    return _tensor_split(input, indices_or_sections, 0)


@T.op("torch.dsplit", "torch.Tensor.dsplit")
def dsplit(input: Tensor, indices_or_sections: Any) -> Sequence:
    _require_axes(input, 3, "dsplit")
    return _tensor_split(input, indices_or_sections, 2)


@T.op("torch.unbind", "torch.Tensor.unbind")
def unbind(input: Tensor, dim: int = 0) -> Sequence:
    at = axis(dim, input.rank)
    return elements(input, at)


def elements(input: Tensor, at: int = 0) -> Sequence:
    """The slices along an axis."""
    if not input.shape.known_rank and at == 0 and not input.shape.parts[0]:
        return Sequence("tuple", (), view(input, Shape.unknown()), Dim.unknown())
    if input.shape.known_rank and input.rank == 0:
        raise Mismatch(
            "dim-out-of-range", "the elements of a tensor without axes", runtime="iteration over a 0-d tensor"
        )
    count = input.shape[at]
    rest = input.shape.without(at) if input.shape.known_rank else Shape.unknown()
    one = view(input, rest)
    if count.value is not None and count.value <= 16:
        return Sequence.tuple(one for _ in range(count.value))
    return Sequence("tuple", (), one, count)


@T.op("torch.Tensor.__iter__")
def iterate(self: Tensor) -> Sequence:
    found = elements(self)
    return Sequence("iterator", found.items, found.rest, found.contents.number)


@T.op("torch.Tensor.unfold")
def unfold(input: Tensor, dimension: int, size: int, step: int = 1) -> Shape:
    at = axis(dimension, input.rank)
    if input.rank == 0:
        return Shape.of(size)
    length = input.shape[at]
    if length.less(size) is Truth.YES:
        raise Mismatch(
            "dim-out-of-range",
            f"windows of {size} on an axis of {length}",
            length,
            size,
            runtime=f"maximum size for tensor at dimension {at} is {length} but size is {size}",
        )
    return input.shape.replace(at, (length - size) // step + 1) + (size,)


@T.op("torch.narrow", "torch.Tensor.narrow")
def narrow(input: Tensor, dim: int, start: Value, length: Dim) -> Tensor:
    at = axis(dim, input.rank)
    first = start.dim if isinstance(start, Constant) else None
    if first is not None and input.rank and input.shape[at].less(first) is Truth.YES:
        raise Mismatch("dim-out-of-range", f"from {first} on an axis of {input.shape[at]}", first, argument="start",
                       runtime="start out of range (expected to be in range of "
                       f"[-{input.shape[at]}, {input.shape[at]}], but got {first})")  # fmt: skip
    if first is not None and first.value is not None and first.value > 0:
        length_left = input.shape[at] - first
        if input.rank and length_left.less(length) is Truth.YES:
            raise Mismatch("dim-out-of-range", f"{length} elements from {first} of {input.shape[at]}", length,
                           argument="length", runtime=f"start ({first}) + length ({length}) exceeds dimension size "
                           f"({input.shape[at]}).")  # fmt: skip
    if input.rank == 0:
        raise Mismatch(
            "dim-out-of-range",
            "narrow of a tensor without axes",
            runtime="narrow() cannot be applied to a 0-dim tensor.",
        )
    if input.shape[at].less(length) is Truth.YES:
        raise Mismatch(
            "dim-out-of-range",
            f"{length} elements of an axis of {input.shape[at]}",
            length,
            input.shape[at],
            runtime=f"start (0) + length ({length}) exceeds dimension size ({input.shape[at]}).",
        )
    return _piece(input, at, length)


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

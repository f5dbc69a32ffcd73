"""Tensors taken apart: pieces, slices and windows along an axis."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ...algebra import join
from ...algebra.axes import axis
from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from .dialect import T, view
from .values import refuse, require_least, said

if TYPE_CHECKING:
    from ...core.value import Value
    from ..binding import Dims

_MOST_PIECES = 256


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


def _require_parts(sections: Any, name: str) -> None:
    if said(sections) == 0:
        refuse(sections, "indices_or_sections", f"torch.{name} attempted to split along dimension, but the size of the "
               "dimension is not divisible by the split_size 0!")  # fmt: skip


@T.op("torch.hsplit", "torch.Tensor.hsplit")
def hsplit(input: Tensor, indices_or_sections: Any) -> Sequence:
    _require_axes(input, 1, "hsplit")
    _require_parts(indices_or_sections, "hsplit")
    return _tensor_split(input, indices_or_sections, 0 if input.rank == 1 else 1)


@T.op("torch.vsplit", "torch.Tensor.vsplit")
def vsplit(input: Tensor, indices_or_sections: Any) -> Sequence:
    _require_axes(input, 2, "vsplit")
    _require_parts(indices_or_sections, "vsplit")
    return _tensor_split(input, indices_or_sections, 0)


@T.op("torch.dsplit", "torch.Tensor.dsplit")
def dsplit(input: Tensor, indices_or_sections: Any) -> Sequence:
    _require_axes(input, 3, "dsplit")
    _require_parts(indices_or_sections, "dsplit")
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
    require_least(length, 0, "length", "narrow(): length must be non-negative.")
    if isinstance(start, Tensor) and (start.shape.least_rank or family(start.dtype) in ("bool", "float", "complex")):
        raise Mismatch("index-dtype", f"from {start}", argument="start",
                       runtime="start must be an 0-dim integral Tensor.")  # fmt: skip
    if first is not None and input.rank and (input.shape[at] + first).less(0) is Truth.YES:
        raise Mismatch("dim-out-of-range", f"from {first} on an axis of {input.shape[at]}", first, argument="start",
                       runtime="start out of range (expected to be in range of "
                       f"[-{input.shape[at]}, {input.shape[at]}], but got {first})")  # fmt: skip
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

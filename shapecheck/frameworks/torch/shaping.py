"""Reshapes, axes that come, go or change places, and repetitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra import join, movement
from ...algebra import reshape as algebra
from ...algebra.axes import axes, axis
from ...algebra.broadcast import broadcast
from ...core.containers import Sequence
from ...core.dim import Dim, product
from ...core.outcome import Mismatch, Undecided, remark
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from .dialect import T, copied, tensor, tensors_of
from .dialect import view as seen
from .layout import require_viewable
from .shaped import remark_order

if TYPE_CHECKING:
    from ...core.value import Value
    from ..binding import Dims, Ignored, Ints


def _known_order(shape: Shape) -> tuple[int, ...] | None:
    return tuple(range(shape.rank)) if shape.known_rank else None


def _moved(input: Tensor, shape: Shape, places: tuple[int, ...]) -> Tensor:
    """A view whose axis i is the input's axis places[i]."""
    order = input.facts.order
    new = tuple(places.index(a) for a in order) if order is not None and len(order) == len(places) else None
    axis_now = places.index(input.facts.axis) if input.facts.axis in places else None
    last = bool(places) and places[-1] == len(places) - 1
    return seen(input, shape, order=new, axis=axis_now, one_hot=input.facts.one_hot if last else None)


# -- reshape ----------------------------------------------------------------------------------------------------


def _reshaped(input: Tensor, sizes: tuple[Dim, ...], kind: str = "view-size-mismatch") -> Tensor:
    shape = algebra.reshape(input.shape, sizes, kind)
    remark_order(input, shape)
    contiguous = input.facts.order is not None and input.facts.order == _known_order(input.shape)
    order = _known_order(shape) if contiguous else None
    same_last = (
        input.shape.known_rank
        and shape.known_rank
        and bool(shape.rank)
        and bool(input.rank)
        and (shape[-1].equals(input.shape[-1]) is Truth.YES)
    )
    return seen(input, shape, order=order, one_hot=input.facts.one_hot if same_last else None)


@T.op("torch.reshape")
def reshape(input: Tensor, shape: Dims) -> Tensor:
    return _reshaped(input, shape)


@T.op("torch.Tensor.reshape")
def reshape_method(self: Tensor, *shape: Dim) -> Tensor:
    return _reshaped(self, shape)


@T.op("torch.Tensor.view")
def view(self: Tensor, *size: Dim) -> Tensor:
    require_viewable(self, size)
    return _reshaped(self, size)


@T.op("torch.Tensor.view_as")
def view_as(self: Tensor, other: Tensor) -> Tensor:
    require_viewable(self, other.shape.dims)
    return _reshaped(self, other.shape.dims)


@T.op("torch.Tensor.reshape_as")
def reshape_as(self: Tensor, other: Tensor) -> Tensor:
    return _reshaped(self, other.shape.dims)


@T.op("torch.flatten", "torch.Tensor.flatten")
def flatten(input: Tensor, start_dim: int = 0, end_dim: int = -1) -> Tensor:
    if not input.shape.known_rank and start_dim >= 0 and end_dim == -1:
        front = input.shape.parts[0][:start_dim]  # a call that returns was given an axis to start at
        return seen(input, Shape((*front, *(Dim.unknown() for _ in range(start_dim + 1 - len(front))))))
    return _reshaped(input, algebra.flatten(input.shape, start_dim, end_dim).dims)


@T.op("torch.ravel", "torch.Tensor.ravel")
def ravel(input: Tensor) -> Tensor:
    return _reshaped(input, (input.shape.numel,))


@T.op("torch.unflatten", "torch.Tensor.unflatten")
def unflatten(input: Tensor, dim: int, sizes: Dims) -> Tensor:
    at = axis(dim, input.rank)
    parts = algebra.reshape(Shape.of(input.shape[at]), sizes)
    return _reshaped(input, (*input.shape.dims[:at], *parts.dims, *input.shape.dims[at + 1 :]))


@T.op("torch.squeeze", "torch.Tensor.squeeze")
def squeeze(input: Tensor, dim: Ints | None = None) -> Tensor:
    if dim is None and input.shape.known_rank:
        _remark_batch(input)
    shape = algebra.squeeze(input.shape, dim)
    contiguous = input.facts.order is not None and input.facts.order == _known_order(input.shape)
    return seen(input, shape, order=_known_order(shape) if contiguous else None)


def _remark_batch(input: Tensor) -> None:
    """Without axes, `squeeze()` also drops the batch axis when the last batch has one sample."""
    atom = input.shape[0].atom if input.rank > 1 else None
    if atom is not None and atom.key == "batch" and input.shape[0].is_one() is Truth.MAYBE:
        remark(
            "squeeze-drops-batch",
            f"squeeze() of {input.shape} also drops the batch axis of a batch of 1",
            input.shape[0],
            help="name the axis: squeeze(-1)",
        )


@T.op("torch.unsqueeze", "torch.Tensor.unsqueeze")
def unsqueeze(input: Tensor, dim: int) -> Tensor:
    if not input.shape.known_rank:
        return seen(input, Shape.unknown())
    shape = algebra.unsqueeze(input.shape, dim)
    contiguous = input.facts.order is not None and input.facts.order == _known_order(input.shape)
    return seen(input, shape, order=_known_order(shape) if contiguous else None)


# In place: the tensor itself changes its shape, which other names of it see too.
_RESHAPES = {"reshapes": "input"}


@T.op("torch.Tensor.unsqueeze_", traits=_RESHAPES)
def unsqueeze_inplace(input: Tensor, dim: int) -> Tensor:
    return copied(input, algebra.unsqueeze(input.shape, dim))


@T.op("torch.Tensor.squeeze_", traits=_RESHAPES)
def squeeze_inplace(input: Tensor, dim: Ints | None = None) -> Tensor:
    return copied(input, algebra.squeeze(input.shape, dim))


@T.op("torch.Tensor.t_", traits=_RESHAPES)
def t_inplace(input: Tensor) -> Tensor:
    return copied(input, t(input).shape)


@T.op("torch.Tensor.transpose_", "torch.Tensor.swapdims_", "torch.Tensor.swapaxes_", traits=_RESHAPES)
def transpose_inplace(input: Tensor, dim0: int, dim1: int) -> Tensor:
    return copied(input, movement.transpose(input.shape, dim0, dim1))


@T.op("torch.Tensor.resize_", traits=_RESHAPES)
def resize_inplace(input: Tensor, *size: Dim, memory_format: Ignored = None) -> Tensor:
    return tensor(Shape(size), input.dtype)


@T.op("torch.Tensor.resize")
def resize(input: Tensor, *size: Dim) -> Tensor:
    return tensor(Shape(size), input.dtype)


@T.op("torch.Tensor.resize_as")
def resize_as(input: Tensor, other: Tensor) -> Tensor:
    return tensor(other.shape, input.dtype)


@T.op("torch.Tensor.resize_as_", "torch.Tensor.set_", traits=_RESHAPES)
def resize_as_inplace(input: Tensor, other: Tensor, memory_format: Ignored = None) -> Tensor:
    return tensor(other.shape, input.dtype)


def _declare_at_least(rank: int) -> None:
    @T.op(f"torch.atleast_{rank}d")
    def at_least(*tensors: Value) -> Any:
        """One tensor, or a tuple of several."""
        found = tensors_of(*tensors) if len(tensors) != 1 or isinstance(tensors[0], Sequence) else None
        if found is None:
            only = tensors[0]
            if not isinstance(only, Tensor):
                raise Undecided("something that is not a tensor")
            return seen(only, join.at_least(only.shape, rank))
        return tuple(seen(one, join.at_least(one.shape, rank)) for one in found)


for _rank in (1, 2, 3):
    _declare_at_least(_rank)


# -- axes change places -----------------------------------------------------------------------------------------


def _permuted(input: Tensor, order: tuple[int, ...]) -> Tensor:
    if not input.shape.known_rank:
        return seen(input, Shape.of_rank(len(order)))
    shape = movement.permute(input.shape, order)
    return _moved(input, shape, tuple(axis(number, input.rank) for number in order))


@T.op("torch.permute")
def permute(input: Tensor, dims: Ints) -> Tensor:
    return _permuted(input, dims)


@T.op("torch.Tensor.permute")
def permute_method(self: Tensor, *dims: int) -> Tensor:
    return _permuted(self, dims)


def _transposed(input: Tensor, dim0: int, dim1: int) -> Tensor:
    shape = movement.transpose(input.shape, dim0, dim1)
    if not input.shape.known_rank or input.rank == 0:
        return seen(input, shape)
    places = list(range(input.rank))
    a, b = axis(dim0, input.rank), axis(dim1, input.rank)
    places[a], places[b] = places[b], places[a]
    return _moved(input, shape, tuple(places))


@T.op("torch.transpose", "torch.Tensor.transpose")
def transpose(input: Tensor, dim0: int, dim1: int) -> Tensor:
    return _transposed(input, dim0, dim1)


@T.op("torch.swapaxes", "torch.Tensor.swapaxes")
def swapaxes(input: Tensor, axis0: int, axis1: int) -> Tensor:
    return _transposed(input, axis0, axis1)


@T.op("torch.swapdims", "torch.Tensor.swapdims")
def swapdims(input: Tensor, dim0: int, dim1: int) -> Tensor:
    return _transposed(input, dim0, dim1)


@T.op("torch.t", "torch.Tensor.t")
def t(input: Tensor) -> Tensor:
    if input.rank > 2:
        raise Mismatch(
            "permute-rank-mismatch",
            f"t() of {input.shape}",
            argument="input",
            runtime=f"t() expects a tensor with <= 2 dimensions, but self is {input.rank}D",
            help="x.mT, or x.transpose(i, j)",
        )
    return input if input.rank < 2 else _transposed(input, 0, 1)


@T.op("torch.Tensor.T", read=True)
def transposed_all(self: Tensor) -> Tensor:
    order = tuple(range(self.rank))[::-1]
    if self.rank not in (0, 1, 2):
        remark(
            "tensor-T-on-rank-3",
            f".T of {self.shape} reverses all axes",
            help="x.mT, or x.permute(...)",
            runtime="The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and "
            "it will throw an error in a future release. Consider `x.mT` to transpose batches of matrices or "
            "`x.permute(*torch.arange(x.ndim - 1, -1, -1))` to reverse the dimensions of a tensor.",
        )
    return _permuted(self, order)


@T.op("torch.Tensor.mT", "torch.Tensor.mH", "torch.adjoint", "torch.Tensor.adjoint", read=True)
def transposed_matrices(self: Tensor) -> Tensor:
    if self.shape.known_rank and self.rank == 1:
        raise Mismatch("permute-rank-mismatch", f"a matrix transpose of {self.shape}",
                       runtime="tensor.mT is only supported on matrices or batches of matrices. Got 1-D tensor."
                       )  # fmt: skip
    return self if self.shape == Shape() else _transposed(self, -2, -1)


@T.op("torch.Tensor.H", read=True)
def conjugate_transpose(self: Tensor) -> Tensor:
    return t(self)


@T.op("torch.movedim", "torch.Tensor.movedim", "torch.moveaxis", "torch.Tensor.moveaxis")
def movedim(input: Tensor, source: Ints, destination: Ints) -> Tensor:
    for places in (source, destination):
        axes(places, input.rank)
    shape = movement.move_axes(input.shape, source, destination)
    return seen(input, shape)


# -- stretched and repeated -------------------------------------------------------------------------------------


def _expanded(input: Tensor, sizes: tuple[Dim, ...]) -> Shape:
    """Axes of length 1 are stretched; -1 keeps an axis. Source: Tensor.expand."""
    if not input.shape.known_rank:
        return Shape(Dim.unknown() if size.value is None or size.value < 0 else size for size in sizes)
    rank = input.rank
    if len(sizes) < rank:
        raise Mismatch(
            "elementwise-shape-mismatch",
            f"{input.shape} cannot be expanded to {len(sizes)} axes",
            runtime=f"expand(torch.FloatTensor{{{input.shape}}}, size={Shape(sizes)}): the number of sizes provided "
            f"({len(sizes)}) must be greater or equal to the number of dimensions in the tensor ({rank})",
        )
    front, back = sizes[: len(sizes) - rank], sizes[len(sizes) - rank :]
    if any(size == -1 for size in front):
        raise Mismatch(
            "elementwise-shape-mismatch",
            f"{input.shape} has no axis that -1 could keep",
            runtime="The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension "
            f"{front.index(Dim.of(-1))}",
        )
    target = Shape((*front, *(had if size == -1 else size for had, size in zip(input.shape.dims, back, strict=True))))
    for i, (had, size) in enumerate(zip(input.shape.dims, target.dims[len(front) :], strict=True)):
        if had.is_one() is Truth.NO and had.equals(size) is Truth.NO:
            raise Mismatch(
                "elementwise-shape-mismatch",
                f"{input.shape} cannot be expanded to {target}",
                had,
                size,
                runtime=f"The expanded size of the tensor ({size}) must match the existing size ({had}) at "
                f"non-singleton dimension {i + len(front)}.  Target sizes: {target}.  Tensor sizes: {input.shape}",
            )
    return target


@T.op("torch.Tensor.expand")
def expand(self: Tensor, *size: Dim) -> Tensor:
    return seen(self, _expanded(self, size))


@T.op("torch.Tensor.expand_as")
def expand_as(self: Tensor, other: Tensor) -> Tensor:
    return seen(self, _expanded(self, other.shape.dims))


@T.op("torch.broadcast_to", "torch.Tensor.broadcast_to")
def broadcast_to(input: Tensor, size: Dims) -> Tensor:
    return seen(input, _expanded(input, size))


@T.op("torch.broadcast_tensors")
def broadcast_tensors(*tensors: Value) -> Any:
    found = tensors_of(*tensors)
    shape = broadcast(*(one.shape for one in found))
    return tuple(seen(one, shape) for one in found)


@T.op("torch.Tensor.repeat")
def repeat(self: Tensor, *repeats: Dim) -> Shape:
    if len(repeats) < self.rank:
        raise Mismatch(
            "elementwise-shape-mismatch",
            f"{len(repeats)} numbers for {self.rank} axes",
            runtime="Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor",
        )
    return _tiled(self.shape, repeats)


def _tiled(shape: Shape, times: tuple[Dim, ...]) -> Shape:
    rank = max(shape.rank, len(times))
    lengths = (*(Dim.of(1),) * (rank - shape.rank), *shape.dims)
    counts = (*(Dim.of(1),) * (rank - len(times)), *times)
    return Shape(length * count for length, count in zip(lengths, counts, strict=True))


@T.op("torch.tile")
def tile(input: Tensor, dims: Dims) -> Shape:
    return _tiled(input.shape, dims)


@T.op("torch.Tensor.tile")
def tile_method(self: Tensor, *dims: Dim) -> Shape:
    return _tiled(self.shape, dims)


@T.op("torch.repeat_interleave", "torch.Tensor.repeat_interleave")
def repeat_interleave(input: Tensor, repeats: Any = None, dim: int | None = None, *,
                      output_size: Dim | None = None) -> Tensor:  # fmt: skip
    if repeats is None:  # the input counts how often each of its indices is repeated
        return tensor(Shape.of(output_size if output_size is not None else Dim.unknown()), "int64")
    shape = input.shape if dim is not None else Shape.of(input.shape.numel)
    at = axis(dim, input.rank) if dim is not None else 0
    if isinstance(repeats, (int, Dim)):
        length = shape[at] * repeats
    elif isinstance(repeats, Tensor) and repeats.shape.known_rank and isinstance(repeats.facts.constant, (int, tuple)):
        constant = repeats.facts.constant
        counts = [Dim.of(n) for n in constant] if isinstance(constant, tuple) else [Dim.of(constant)]
        length = sum(counts, Dim.of(0)) if len(counts) > 1 else shape[at] * product(counts)
    else:
        length = output_size if output_size is not None else Dim.unknown()
    return copied(input, shape.replace(at, length) if shape.rank else Shape.of(length))

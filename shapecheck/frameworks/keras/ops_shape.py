"""`keras.ops` that make and move tensors."""

from __future__ import annotations

from typing import Any

from ...algebra.axes import axis as nth
from ...algebra.broadcast import broadcast_to
from ...algebra.movement import move_axes, permute
from ...algebra.movement import transpose as swapped
from ...algebra.reshape import reshape as reshaped
from ...algebra.reshape import squeeze as squeezed
from ...algebra.reshape import unsqueeze
from ...core.containers import Sequence
from ...core.dim import Dim, maximum
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Unknown, Value
from ..binding import Dims, DType, Ignored, Ints, Operand
from ..numpy.dialect import NUMPY
from .dialect import K, tensor
from .ops_elementwise import AT
from .tensors import ShapeTuple

# -- making ----------------------------------------------------------------------------------------------------


def lengths(value: Value) -> Shape:
    """A shape that the program gives: numbers, a tuple of them, or a tensor's shape."""
    if isinstance(value, Tensor):
        constant = value.facts.constant
        if isinstance(constant, tuple):
            return Shape(Dim.of(size) for size in constant)
        raise Undecided("a shape that is not known")
    if isinstance(value, Sequence):
        known = value.known
        if known is None:
            raise Undecided("a shape of unknown rank")
        return Shape(_length(item) for item in known)
    if isinstance(value, Unknown):
        raise Undecided("a length, or several of them")
    return Shape((_length(value),))


def _length(item: Value) -> Dim:
    if isinstance(item, Constant) and item.dim is not None:
        return item.dim
    if isinstance(item, Tensor) and isinstance(item.facts.constant, (int, Dim)):
        return Dim.of(item.facts.constant)
    return Dim.unknown()


def _filled(shape: Value, dtype: DType | None = None) -> Tensor:
    return tensor(lengths(shape), dtype or "float32")


K.family("zeros ones empty", _filled, AT)


@K.op("keras.ops.full")
def full(shape: Value, fill_value: Ignored, dtype: DType | None = None) -> Tensor:
    return tensor(lengths(shape), dtype)


def _like(x: Tensor, dtype: DType | None = None) -> Tensor:
    return tensor(x.shape, dtype or x.dtype)


K.family("zeros_like ones_like empty_like", _like, AT)


@K.op("keras.ops.full_like")
def full_like(x: Tensor, fill_value: Ignored, dtype: DType | None = None) -> Tensor:
    return tensor(x.shape, dtype or x.dtype)


@K.op("keras.ops.eye")
def eye(N: Dim, M: Dim | None = None, k: Ignored = 0, dtype: DType | None = None) -> Tensor:
    return tensor(Shape((N, M if M is not None else N)), dtype or "float32")


@K.op("keras.ops.identity")
def identity(n: Dim, dtype: DType | None = None) -> Tensor:
    return tensor(Shape((n, n)), dtype or "float32")


@K.op("keras.ops.arange")
def arange(start: Any, stop: Any = None, step: Any = None, dtype: DType | None = None) -> Tensor:
    numbers = (start, stop, step)
    whole = all(part is None or isinstance(part, (int, Dim)) for part in numbers)
    return tensor(Shape((counted(start, stop, 1 if step is None else step),)), dtype or ("int32" if whole else None))


def counted(start: Any, stop: Any, step: Any) -> Dim:
    """How many numbers lie in a range."""
    first, last = (0, start) if stop is None else (start, stop)
    if any(not isinstance(part, (int, Dim)) for part in (first, last, step)) or not isinstance(step, int) or step == 0:
        return Dim.unknown()
    span = Dim.of(last) - first if step > 0 else Dim.of(first) - last
    return maximum((span + (abs(step) - 1)) // abs(step), 0)


_FIFTY: Any = 50


@K.op("keras.ops.linspace")
def linspace(start: Operand, stop: Operand, num: Dim = _FIFTY, endpoint: Ignored = True, retstep: bool = False,
             dtype: DType | None = None, axis: int = 0) -> Any:  # fmt: skip
    if (isinstance(start, Tensor) and start.rank) or (isinstance(stop, Tensor) and stop.rank):
        raise Undecided("ranges of arrays")
    found = tensor(Shape((Dim.of(num),)), dtype or "float32")
    return (found, tensor(Shape(), None)) if retstep else found


@K.op("keras.ops.array")
def array(x: Tensor, dtype: DType | None = None) -> Tensor:
    return tensor(x.shape, dtype or x.dtype, x.box)


@K.op("keras.ops.convert_to_tensor")
def convert_to_tensor(x: Tensor, dtype: DType | None = None, sparse: Ignored = None, ragged: Ignored = None) -> Tensor:
    return tensor(x.shape, dtype or x.dtype, x.box)


@K.op("keras.ops.convert_to_numpy")
def convert_to_numpy(x: Tensor) -> Tensor:
    return Tensor(x.shape, x.dtype, NUMPY, x.box)




# -- asking ----------------------------------------------------------------------------------------------------


@K.op("keras.ops.shape")
def shape(x: Tensor) -> Value:
    return ShapeTuple(x.shape)



@K.op("keras.ops.ndim")
def ndim(x: Tensor) -> int:
    return x.rank


@K.op("keras.ops.size")
def size(x: Tensor) -> Tensor:
    return tensor(Shape(), "int32", Facts(low=0, constant=x.shape.numel))



@K.op("keras.ops.is_tensor")
def is_tensor(x: Value) -> Any:
    return True if isinstance(x, Tensor) and x.library.name == "keras" else Unknown("whether a value is a tensor")


# -- moving ----------------------------------------------------------------------------------------------------


def moved(x: Tensor, shape: Shape) -> Tensor:
    """The same elements in another arrangement."""
    kept = x.facts
    return tensor(shape, x.dtype, Facts(low=kept.low, high=kept.high, attained=kept.attained, grad=kept.grad))


@K.op("keras.ops.reshape")
def reshape(x: Tensor, newshape: Value) -> Tensor:
    return _reshape(x, newshape)



def _reshape(x: Tensor, target: Value) -> Tensor:
    wanted = lengths(target)
    try:
        return moved(x, reshaped(x.shape, wanted.dims))
    except Mismatch as found:
        total = x.shape.numel
        found.runtime = (f"Input to reshape is a tensor with {total} values, but the requested shape has "
                         f"{wanted.numel if -1 not in wanted.dims else 'a multiple of ' + str(-wanted.numel)}",)
        raise


@K.op("keras.ops.transpose")
def transpose(x: Tensor, axes: Ints | None = None) -> Tensor:
    return moved(x, permute(x.shape, axes if axes is not None else tuple(reversed(range(x.rank)))))




@K.op("keras.ops.expand_dims")
def expand_dims(x: Tensor, axis: Any) -> Tensor:
    numbers = tuple(axis) if isinstance(axis, (tuple, list)) else (axis,)
    rank = x.rank + len(numbers)
    found = x.shape
    for number in sorted(nth(one, rank) for one in numbers):
        found = unsqueeze(found, number)
    return moved(x, found)



@K.op("keras.ops.squeeze")
def squeeze(x: Tensor, axis: Any = None) -> Tensor:
    numbers = None if axis is None else tuple(axis) if isinstance(axis, (tuple, list)) else (axis,)
    return moved(x, squeezed(x.shape, numbers, strict=True))


@K.op("keras.ops.swapaxes")
def swapaxes(x: Tensor, axis1: int, axis2: int) -> Tensor:
    return moved(x, swapped(x.shape, axis1, axis2))


@K.op("keras.ops.moveaxis")
def moveaxis(x: Tensor, source: Ints, destination: Ints) -> Tensor:
    return moved(x, move_axes(x.shape, source, destination))


@K.op("keras.ops.ravel")
def ravel(x: Tensor) -> Tensor:
    return moved(x, Shape((x.shape.numel,)))



def _same(x: Tensor) -> Tensor:
    return moved(x, x.shape)


@K.op("keras.ops.flip")
def flip(x: Tensor, axis: Ignored = None) -> Tensor:
    return moved(x, x.shape)


@K.op("keras.ops.sort")
def sort(x: Tensor, axis: int | None = -1) -> Tensor:
    return moved(x, x.shape if axis is not None else Shape((x.shape.numel,)))


K.family("fliplr flipud", _same, AT)


@K.op("keras.ops.roll")
def roll(x: Tensor, shift: Ignored, axis: Ignored = None) -> Tensor:
    return moved(x, x.shape)


@K.op("keras.ops.argsort")
def argsort(x: Tensor, axis: int | None = -1) -> Tensor:
    if x.rank == 0:
        raise Undecided("a scalar")
    return tensor(x.shape if axis is not None else Shape((x.shape.numel,)), "int32")


def _triangle(x: Tensor, k: Ignored = 0) -> Tensor:
    if x.shape.known_rank and x.rank < 2:
        raise Undecided("a triangle of a vector")
    return tensor(x.shape, x.dtype)


K.family("tril triu", _triangle, AT)


@K.op("keras.ops.broadcast_to")
def broadcast_to_(x: Tensor, shape: Value) -> Tensor:
    return moved(x, broadcast_to(x.shape, lengths(shape)))


@K.op("keras.ops.tile")
def tile(x: Tensor, repeats: Dims) -> Tensor:
    return _tiled(x, repeats)



def _tiled(x: Tensor, repeats: Dims) -> Tensor:
    rank = max(x.rank, len(repeats))
    dims = ((Dim.of(1),) * (rank - x.rank)) + x.shape.dims
    times = ((Dim.of(1),) * (rank - len(repeats))) + repeats
    return moved(x, Shape(size * count for size, count in zip(dims, times, strict=True)))


@K.op("keras.ops.repeat")
def repeat(x: Tensor, repeats: Value, axis: int | None = None) -> Tensor:
    count = repeats.dim if isinstance(repeats, Constant) else None
    flat = Shape((x.shape.numel,)) if axis is None else x.shape
    at = nth(0 if axis is None else axis, flat.rank)
    return moved(x, flat.replace(at, flat[at] * count if count is not None else Dim.unknown()))


@K.op("keras.ops.pad")
def pad(x: Tensor, pad_width: Any, mode: Ignored = "constant", constant_values: Ignored = None) -> Tensor:
    if isinstance(pad_width, (int, Dim)):
        pad_width = ((pad_width, pad_width),)
    pairs = [tuple(pair) if isinstance(pair, (tuple, list)) else (pair, pair) for pair in pad_width]
    if len(pairs) == 1:
        pairs = pairs * x.rank
    if len(pairs) != x.rank:
        raise Undecided("a padding of another length than there are axes")
    return tensor(Shape(size + before + after for size, (before, after) in zip(x.shape.dims, pairs, strict=True)),
                  x.dtype)

"""`keras.ops` that make, move, join and pick elements; and their spellings in `keras.backend`."""

from __future__ import annotations

from typing import Any

from ...algebra.axes import axes as several_axes
from ...algebra.axes import axis as nth
from ...algebra.broadcast import broadcast, broadcast_to
from ...algebra.join import concat, stack
from ...algebra.matmul import dot as dot_of
from ...algebra.movement import move_axes, permute
from ...algebra.movement import transpose as swapped
from ...algebra.reshape import reshape as reshaped
from ...algebra.reshape import squeeze as squeezed
from ...algebra.reshape import unsqueeze
from ...core.containers import Sequence
from ...core.dim import Dim, maximum
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Unknown, Value
from ..binding import Dims, DType, Ignored, Ints, Operand, Tensors
from ..numpy.dialect import NUMPY
from .dialect import K, as_tensor, dtype_of, extended, float_of, promote, tensor
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
K.family("zeros ones", _filled, ("keras.backend.{}",))


@K.op("keras.ops.full")
def full(shape: Value, fill_value: Ignored, dtype: DType | None = None) -> Tensor:
    return tensor(lengths(shape), dtype)


def _like(x: Tensor, dtype: DType | None = None) -> Tensor:
    return tensor(x.shape, dtype or x.dtype)


K.family("zeros_like ones_like empty_like", _like, AT)
K.family("zeros_like ones_like", _like, ("keras.backend.{}",))


@K.op("keras.ops.full_like")
def full_like(x: Tensor, fill_value: Ignored, dtype: DType | None = None) -> Tensor:
    return tensor(x.shape, dtype or x.dtype)


@K.op("keras.ops.eye")
def eye(N: Dim, M: Dim | None = None, k: Ignored = 0, dtype: DType | None = None) -> Tensor:
    return tensor(Shape((N, M if M is not None else N)), dtype or "float32")


@K.op("keras.ops.identity")
def identity(n: Dim, dtype: DType | None = None) -> Tensor:
    return tensor(Shape((n, n)), dtype or "float32")


@K.op("keras.ops.arange", "keras.backend.arange")
def arange(start: Any, stop: Any = None, step: Any = None, dtype: DType | None = None) -> Tensor:
    first, last = (0, start) if stop is None else (start, stop)
    step = 1 if step is None else step
    if any(not isinstance(part, (int, Dim)) for part in (first, last, step)) or not isinstance(step, int) or step == 0:
        return tensor(Shape((Dim.unknown(),)), dtype)
    span = Dim.of(last) - first if step > 0 else Dim.of(first) - last
    count = maximum((span + (abs(step) - 1)) // abs(step), 0)
    return tensor(Shape((count,)), dtype or "int32")


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


@K.op("keras.ops.convert_to_tensor", "keras.backend.convert_to_tensor")
def convert_to_tensor(x: Tensor, dtype: DType | None = None, sparse: Ignored = None, ragged: Ignored = None) -> Tensor:
    return tensor(x.shape, dtype or x.dtype, x.box)


@K.op("keras.ops.convert_to_numpy")
def convert_to_numpy(x: Tensor) -> Tensor:
    return Tensor(x.shape, x.dtype, NUMPY, x.box)


@K.op("keras.backend.get_value", "keras.backend.eval")
def get_value(x: Tensor) -> Tensor:
    return Tensor(x.shape, x.dtype, NUMPY, x.box)


@K.op("keras.backend.constant", "keras.backend.variable")
def constant(value: Tensor, dtype: Value | None = None, shape: Value | None = None, name: Ignored = None,
             constraint: Ignored = None) -> Tensor:  # fmt: skip
    kind = dtype_of(dtype) if dtype is not None else "float32"
    return tensor(lengths(shape) if shape is not None else value.shape, kind)


# -- asking ----------------------------------------------------------------------------------------------------


@K.op("keras.ops.shape")
def shape(x: Tensor) -> Value:
    return ShapeTuple(x.shape)


@K.op("keras.backend.shape", "keras.backend.int_shape")
def backend_shape(x: Tensor) -> Value:
    return ShapeTuple(x.shape)


@K.op("keras.ops.ndim", "keras.backend.ndim")
def ndim(x: Tensor) -> int:
    return x.rank


@K.op("keras.ops.size")
def size(x: Tensor) -> Tensor:
    return tensor(Shape(), "int32", Facts(low=0, constant=x.shape.numel))


@K.op("keras.backend.dtype", "keras.ops.dtype", "keras.backend.standardize_dtype")
def dtype(x: Value) -> Value:
    return Constant(x.dtype) if isinstance(x, Tensor) and x.dtype else Unknown("a dtype")


@K.op("keras.ops.is_tensor", "keras.backend.is_keras_tensor", "keras.backend.is_tensor", "keras.utils.is_keras_tensor")
def is_tensor(x: Value) -> Any:
    return True if isinstance(x, Tensor) and x.library.name == "keras" else Unknown("whether a value is a tensor")


# -- moving ----------------------------------------------------------------------------------------------------


def _moved(x: Tensor, shape: Shape) -> Tensor:
    """The same elements in another arrangement."""
    return tensor(shape, x.dtype, Facts(low=x.facts.low, high=x.facts.high, grad=x.facts.grad))


@K.op("keras.ops.reshape")
def reshape(x: Tensor, newshape: Value) -> Tensor:
    return _reshape(x, newshape)


@K.op("keras.backend.reshape")
def backend_reshape(x: Tensor, shape: Value) -> Tensor:
    return _reshape(x, shape)


def _reshape(x: Tensor, target: Value) -> Tensor:
    wanted = lengths(target)
    try:
        return _moved(x, reshaped(x.shape, wanted.dims))
    except Mismatch as found:
        total = x.shape.numel
        found.runtime = (f"Input to reshape is a tensor with {total} values, but the requested shape has "
                         f"{wanted.numel if -1 not in wanted.dims else 'a multiple of ' + str(-wanted.numel)}",)
        raise


@K.op("keras.ops.transpose")
def transpose(x: Tensor, axes: Ints | None = None) -> Tensor:
    return _moved(x, permute(x.shape, axes if axes is not None else tuple(reversed(range(x.rank)))))


@K.op("keras.backend.transpose")
def backend_transpose(x: Tensor) -> Tensor:
    return transpose(x)


@K.op("keras.backend.permute_dimensions")
def permute_dimensions(x: Tensor, pattern: Ints) -> Tensor:
    return _moved(x, permute(x.shape, pattern))


@K.op("keras.ops.expand_dims")
def expand_dims(x: Tensor, axis: Any) -> Tensor:
    numbers = tuple(axis) if isinstance(axis, (tuple, list)) else (axis,)
    rank = x.rank + len(numbers)
    found = x.shape
    for number in sorted(nth(one, rank) for one in numbers):
        found = unsqueeze(found, number)
    return _moved(x, found)


@K.op("keras.backend.expand_dims")
def backend_expand_dims(x: Tensor, axis: int = -1) -> Tensor:
    return _moved(x, unsqueeze(x.shape, axis))


@K.op("keras.ops.squeeze", "keras.backend.squeeze")
def squeeze(x: Tensor, axis: Any = None) -> Tensor:
    numbers = None if axis is None else tuple(axis) if isinstance(axis, (tuple, list)) else (axis,)
    return _moved(x, squeezed(x.shape, numbers, strict=True))


@K.op("keras.ops.swapaxes")
def swapaxes(x: Tensor, axis1: int, axis2: int) -> Tensor:
    return _moved(x, swapped(x.shape, axis1, axis2))


@K.op("keras.ops.moveaxis")
def moveaxis(x: Tensor, source: Ints, destination: Ints) -> Tensor:
    return _moved(x, move_axes(x.shape, source, destination))


@K.op("keras.ops.ravel", "keras.backend.flatten")
def ravel(x: Tensor) -> Tensor:
    return _moved(x, Shape((x.shape.numel,)))


@K.op("keras.backend.batch_flatten")
def batch_flatten(x: Tensor) -> Tensor:
    return _moved(x, reshaped(x.shape, (x.shape[0], Dim.of(-1))))


def _same(x: Tensor) -> Tensor:
    return _moved(x, x.shape)


@K.op("keras.ops.flip")
def flip(x: Tensor, axis: Ignored = None) -> Tensor:
    return _moved(x, x.shape)


@K.op("keras.ops.sort")
def sort(x: Tensor, axis: int | None = -1) -> Tensor:
    return _moved(x, x.shape if axis is not None else Shape((x.shape.numel,)))


K.family("fliplr flipud", _same, AT)


@K.op("keras.ops.roll")
def roll(x: Tensor, shift: Ignored, axis: Ignored = None) -> Tensor:
    return _moved(x, x.shape)


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
    return _moved(x, broadcast_to(x.shape, lengths(shape)))


@K.op("keras.ops.tile")
def tile(x: Tensor, repeats: Dims) -> Tensor:
    return _tiled(x, repeats)


@K.op("keras.backend.tile")
def backend_tile(x: Tensor, n: Dims) -> Tensor:
    return _tiled(x, n)


def _tiled(x: Tensor, repeats: Dims) -> Tensor:
    rank = max(x.rank, len(repeats))
    dims = ((Dim.of(1),) * (rank - x.rank)) + x.shape.dims
    times = ((Dim.of(1),) * (rank - len(repeats))) + repeats
    return _moved(x, Shape(size * count for size, count in zip(dims, times, strict=True)))


@K.op("keras.ops.repeat")
def repeat(x: Tensor, repeats: Value, axis: int | None = None) -> Tensor:
    count = repeats.dim if isinstance(repeats, Constant) else None
    flat = Shape((x.shape.numel,)) if axis is None else x.shape
    at = nth(0 if axis is None else axis, flat.rank)
    return _moved(x, flat.replace(at, flat[at] * count if count is not None else Dim.unknown()))


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


# -- joining ---------------------------------------------------------------------------------------------------


@K.op("keras.ops.concatenate")
def concatenate(xs: Tensors, axis: int = 0) -> Tensor:
    return _joined(xs, axis)


@K.op("keras.backend.concatenate")
def backend_concatenate(tensors: Tensors, axis: int = -1) -> Tensor:
    return _joined(tensors, axis)


def _joined(xs: Tensors, axis: int) -> Tensor:
    return tensor(concat(tuple(x.shape for x in xs), axis), promote(xs))


@K.op("keras.ops.stack", "keras.backend.stack")
def stack_(x: Tensors, axis: int = 0) -> Tensor:
    return tensor(stack(tuple(one.shape for one in x), axis, "concat-shape-mismatch"), promote(x))


@K.op("keras.ops.split")
def split(x: Tensor, indices_or_sections: Any, axis: int = 0) -> Any:
    at = nth(axis, x.rank)
    total = x.shape[at]
    if isinstance(indices_or_sections, Tensor):
        raise Undecided("places that are not known")
    if isinstance(indices_or_sections, int):
        if (total % indices_or_sections) != 0 and total.value is not None:
            raise Undecided("a split into unequal parts")
        return [_moved(x, x.shape.replace(at, total // indices_or_sections)) for _ in range(indices_or_sections)]
    ends = [Dim.of(end) for end in indices_or_sections]
    sizes = [end - start for start, end in zip([Dim.of(0), *ends], [*ends, total], strict=True)]
    return [_moved(x, x.shape.replace(at, length)) for length in sizes]


@K.op("keras.ops.unstack")
def unstack(x: Tensor, num: int | None = None, axis: int = 0) -> Any:
    at = nth(axis, x.rank)
    count = num if num is not None else x.shape[at].value
    if count is None:
        raise Undecided("an unstack of unknown length")
    return [_moved(x, x.shape.without(at)) for _ in range(count)]


# -- picking ---------------------------------------------------------------------------------------------------


@K.op("keras.ops.take")
def take(x: Tensor, indices: Tensor, axis: int | None = None) -> Tensor:
    if axis is None:
        return _moved(x, indices.shape)
    at = nth(axis, x.rank)
    return _moved(x, x.shape.replace(at, *indices.shape.dims))


@K.op("keras.backend.gather")
def gather(reference: Tensor, indices: Tensor) -> Tensor:
    return _moved(reference, indices.shape + reference.shape[1:])


@K.op("keras.ops.take_along_axis")
def take_along_axis(x: Tensor, indices: Tensor, axis: int | None = None) -> Tensor:
    if axis is None:
        return _moved(x, Shape((indices.shape.numel,)))
    at = nth(axis, x.rank)
    if indices.rank != x.rank:
        raise Undecided("indices of another rank")
    rest = broadcast(x.shape.without(at), indices.shape.without(at)).dims
    return _moved(x, Shape((*rest[:at], indices.shape[at], *rest[at:])))


@K.op("keras.ops.one_hot")
def one_hot(x: Tensor, num_classes: Dim, axis: int = -1, dtype: DType | None = None, sparse: Ignored = False) -> Tensor:
    at = nth(axis, x.rank + 1)
    dims = x.shape.dims
    last = at == x.rank
    facts = Facts(low=0, high=1, one_hot=True if last else None)
    return tensor(Shape((*dims[:at], num_classes, *dims[at:])), dtype or "float32", facts)


@K.op("keras.backend.one_hot")
def backend_one_hot(indices: Tensor, num_classes: Dim) -> Tensor:
    return one_hot(indices, num_classes)


@K.op("keras.ops.top_k")
def top_k(x: Tensor, k: Dim, sorted: Ignored = True) -> tuple[Tensor, Tensor]:
    found = extended(x.shape[:-1], k)
    return tensor(found, x.dtype), tensor(found, "int32")


# -- products --------------------------------------------------------------------------------------------------


@K.op("keras.ops.dot")
def dot(x1: Tensor, x2: Tensor) -> Tensor:
    return tensor(dot_of(x1.shape, x2.shape), promote([x1, x2]))


@K.op("keras.backend.dot")
def backend_dot(x: Tensor, y: Tensor) -> Tensor:
    return tensor(dot_of(x.shape, y.shape), promote([x, y]))


@K.op("keras.ops.outer")
def outer(x1: Tensor, x2: Tensor) -> Tensor:
    return tensor(Shape((x1.shape.numel, x2.shape.numel)), promote([x1, x2]))


@K.op("keras.ops.einsum")
def einsum(subscripts: str, *operands: Tensor) -> Tensor:
    from ...algebra.einsum import einsum as summed

    found = tuple(operand if isinstance(operand, Tensor) else as_tensor(operand) for operand in operands)
    if any(operand is None for operand in found):
        raise Undecided("an operand that is no tensor")
    if "->" not in subscripts:
        raise Undecided("a result that is not spelt out")
    tensors = [operand for operand in found if operand is not None]
    return tensor(summed(subscripts, tuple(operand.shape for operand in tensors)), promote(tensors))


@K.op("keras.ops.tensordot")
def tensordot(x1: Tensor, x2: Tensor, axes: Any = 2) -> Tensor:
    if isinstance(axes, int):
        first, second = tuple(range(x1.rank - axes, x1.rank)), tuple(range(axes))
    else:
        one, two = axes
        first, second = several_axes(one, x1.rank), several_axes(two, x2.rank)
    for a, b in zip(first, second, strict=True):
        require_equal(x1.shape[a], x2.shape[b], "matmul-shape-mismatch",
                      "axes of {got} and {wanted} are summed together")
    return tensor(x1.shape.without(*first) + x2.shape.without(*second), promote([x1, x2]))


@K.op("keras.ops.dot_product_attention")
def dot_product_attention(query: Tensor, key: Tensor, value: Tensor, **others: Ignored) -> Tensor:
    """[batch, steps, heads, features] each."""
    if query.rank != 4:
        raise Undecided("attention over other axes")
    return tensor(extended(query.shape[:-1], value.shape[-1]), float_of(query.dtype))


# -- random ----------------------------------------------------------------------------------------------------


def _random(shape: Value, *parameters: Ignored, dtype: DType | None = None, **others: Ignored) -> Tensor:
    return tensor(lengths(shape), dtype or "float32")


K.family("normal uniform truncated_normal", _random, ("keras.random.{}",))
K.family("random_normal random_uniform truncated_normal", _random, ("keras.backend.{}",))


@K.op("keras.random.randint")
def randint(shape: Value, minval: Any, maxval: Any, dtype: DType | None = "int32", seed: Ignored = None) -> Tensor:
    ends = (float(minval), float(maxval - 1)) if isinstance(minval, int) and isinstance(maxval, int) else (None, None)
    return tensor(lengths(shape), dtype, Facts(low=ends[0], high=ends[1]))


@K.op("keras.random.dropout")
def random_dropout(inputs: Tensor, rate: Ignored, noise_shape: Ignored = None, seed: Ignored = None) -> Tensor:
    return tensor(inputs.shape, inputs.dtype)


@K.op("keras.random.shuffle")
def shuffle(x: Tensor, axis: Ignored = 0, seed: Ignored = None) -> Tensor:
    return _moved(x, x.shape)


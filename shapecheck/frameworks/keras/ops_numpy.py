"""The rest of what `keras.ops` has of NumPy: diagonals, stacks and splits, ranges, counts, windows, quantiles."""

from __future__ import annotations

from typing import Any

from ...algebra.axes import axis as nth
from ...algebra.broadcast import broadcast
from ...algebra.join import at_least, concat
from ...algebra.reduce import reduce
from ...core.containers import Sequence
from ...core.dim import Dim, maximum, minimum
from ...core.dtype import bits, family
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from ..binding import Dims, DType, Ignored, Operand, Tensors
from .dialect import K, float_of, promote, tensor
from .ops_elementwise import AT, axes_of
from .ops_shape import lengths, moved
from .tensors import shape_of

# -- elements --------------------------------------------------------------------------------------------------


def _parts(x: Tensor) -> Tensor:
    return tensor(x.shape, None)


def _inverted(x: Tensor) -> Tensor:
    return tensor(x.shape, x.dtype)


K.family("angle real imag", _parts, AT)
K.family("bitwise_invert bitwise_not", _inverted, AT)


@K.op("keras.ops.polar")
def polar(abs_: Tensor, angle: Tensor) -> Tensor:
    return tensor(broadcast(abs_.shape, angle.shape), None)


@K.op("keras.ops.allclose")
def allclose(x1: Operand, x2: Operand, rtol: Ignored = 1e-5, atol: Ignored = 1e-8, equal_nan: Ignored = False) -> Value:
    broadcast(shape_of(x1), shape_of(x2))
    return tensor(Shape(), "bool")


@K.op("keras.ops.isin")
def isin(x1: Tensor, x2: Ignored, assume_unique: Ignored = False, invert: Ignored = False) -> Tensor:
    return tensor(x1.shape, "bool")


@K.op("keras.ops.digitize")
def digitize(x: Tensor, bins: Ignored) -> Tensor:
    return tensor(x.shape, "int32")


@K.op("keras.ops.searchsorted")
def searchsorted(sorted_sequence: Tensor, values: Tensor, side: Ignored = "left") -> Tensor:
    return tensor(values.shape, None)


@K.op("keras.ops.select")
def select(condlist: Tensors, choicelist: Tensors, default: Operand = 0) -> Tensor:
    return tensor(broadcast(*(x.shape for x in (*condlist, *choicelist)), shape_of(default)),
                  promote([*choicelist, default]))  # fmt: skip


@K.op("keras.ops.view")
def view(x: Tensor, dtype: DType | None = None) -> Tensor:
    """The same bytes as numbers of another size."""
    if dtype is None or x.dtype is None or bits(dtype) == bits(x.dtype):
        return tensor(x.shape, dtype or x.dtype)
    if "bool" in (dtype, x.dtype):
        raise Undecided("bytes as truth values")
    old, new = bits(x.dtype), bits(dtype)
    last = x.shape[-1] * (old // new) if old > new else x.shape[-1] // (new // old)
    return tensor(x.shape[:-1] + (last,), dtype)


@K.op("keras.ops.view_as_complex")
def view_as_complex(x: Tensor) -> Tensor:
    return tensor(x.shape[:-1], None)


@K.op("keras.ops.view_as_real")
def view_as_real(x: Tensor) -> Tensor:
    return tensor(x.shape + (2,), None)


# -- diagonals -------------------------------------------------------------------------------------------------


def _along(rows: Dim, columns: Dim, offset: int) -> Dim:
    """How long a diagonal is."""
    if offset > 0:
        columns = columns - offset
    elif offset < 0:
        rows = rows + offset
    return maximum(minimum(rows, columns), 0) if offset else minimum(rows, columns)


@K.op("keras.ops.diag")
def diag(x: Tensor, k: int = 0) -> Tensor:
    """A matrix with the vector on its diagonal, or the diagonal of a matrix."""
    if x.rank == 1:
        return tensor(Shape((x.shape[0] + abs(k),) * 2), x.dtype)
    if x.rank != 2:
        raise Undecided("diag of other ranks")
    return tensor(Shape((_along(x.shape[0], x.shape[1], k),)), x.dtype)


@K.op("keras.ops.diagflat")
def diagflat(x: Tensor, k: int = 0) -> Tensor:
    return tensor(Shape((x.shape.numel + abs(k),) * 2), x.dtype)


def _diagonal(x: Tensor, offset: int, axis1: int, axis2: int) -> tuple[Shape, Dim]:
    if x.rank < 2:
        raise Undecided("a diagonal of a vector")
    first, second = nth(axis1, x.rank), nth(axis2, x.rank)
    if first == second:
        raise Undecided("a diagonal along one axis")
    return x.shape.without(first, second), _along(x.shape[first], x.shape[second], offset)


@K.op("keras.ops.diagonal")
def diagonal(x: Tensor, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Tensor:
    front, length = _diagonal(x, offset, axis1, axis2)
    return tensor(front + (length,), x.dtype)


@K.op("keras.ops.trace")
def trace(x: Tensor, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Tensor:
    return tensor(_diagonal(x, offset, axis1, axis2)[0], x.dtype if family(x.dtype) == "float" else None)


@K.op("keras.ops.tri")
def tri(N: Dim, M: Dim | None = None, k: Ignored = 0, dtype: DType | None = None) -> Tensor:
    return tensor(Shape((N, M if M is not None else N)), dtype or "float32")


@K.op("keras.ops.vander")
def vander(x: Tensor, N: Dim | None = None, increasing: Ignored = False) -> Tensor:
    if x.rank != 1:
        raise Undecided("powers of a matrix")
    return tensor(Shape((x.shape[0], N if N is not None else x.shape[0])), None)


# -- stacks and splits -----------------------------------------------------------------------------------------


def _stacked(rank: int, axis: int) -> Any:
    def joined(xs: Tensors) -> Tensor:
        shapes = tuple(at_least(x.shape, rank) for x in xs)
        place = 0 if axis == 1 and shapes and shapes[0].rank == 1 else axis
        return tensor(concat(shapes, place), promote(xs))

    return joined


for _name, _rank, _axis in (("hstack", 1, 1), ("vstack", 2, 0), ("dstack", 3, 2)):
    K.op(f"keras.ops.{_name}")(_stacked(_rank, _axis))


@K.op("keras.ops.append")
def append(x1: Tensor, x2: Tensor, axis: int | None = None) -> Tensor:
    if axis is None:
        return tensor(Shape((x1.shape.numel + x2.shape.numel,)), promote([x1, x2]))
    return tensor(concat((x1.shape, x2.shape), axis), promote([x1, x2]))


@K.op("keras.ops.array_split")
def array_split(x: Tensor, indices_or_sections: Any, axis: int = 0) -> Any:
    at = nth(axis, x.rank)
    total, parts = x.shape[at].value, indices_or_sections
    if not isinstance(parts, int) or total is None or parts <= 0:
        raise Undecided("parts that are not known")
    each, more = divmod(total, parts)
    return [moved(x, x.shape.replace(at, Dim.of(each + (i < more)))) for i in range(parts)]


def _split_along(axis: int) -> Any:
    def split_parts(x: Tensor, indices_or_sections: Any) -> Any:
        from .ops_joining import split

        if x.rank <= axis:
            if axis == 1 and x.rank == 1:
                return split(x, indices_or_sections, 0)
            raise Undecided("a split of less axes")
        return split(x, indices_or_sections, axis)

    return split_parts


for _name, _axis in (("vsplit", 0), ("hsplit", 1), ("dsplit", 2)):
    K.op(f"keras.ops.{_name}")(_split_along(_axis))


@K.op("keras.ops.meshgrid")
def meshgrid(*x: Tensor, indexing: str = "xy") -> Any:
    if any(one.rank > 1 for one in x):
        raise Undecided("a grid of matrices")
    dims = [one.shape.numel for one in x]
    if indexing == "xy" and len(dims) > 1:
        dims[:2] = dims[1::-1]
    return [tensor(Shape(dims), one.dtype) for one in x]


@K.op("keras.ops.rot90")
def rot90(array: Tensor, k: int = 1, axes: Any = (0, 1)) -> Tensor:
    if array.rank < 2 or len(axes) != 2:
        raise Undecided("a turn of less than two axes")
    first, second = (nth(one, array.rank) for one in axes)
    dims = list(array.shape.dims)
    if k % 2:
        dims[first], dims[second] = dims[second], dims[first]
    return moved(array, Shape(dims))


# -- ranges ----------------------------------------------------------------------------------------------------

_FIFTY: Any = 50


def _steps(start: Operand, stop: Operand, num: Dim, dtype: str | None) -> Tensor:
    if any(isinstance(end, Tensor) and end.rank for end in (start, stop)):
        raise Undecided("ranges of arrays")
    return tensor(Shape((Dim.of(num),)), dtype)


@K.op("keras.ops.logspace")
def logspace(start: Operand, stop: Operand, num: Dim = _FIFTY, endpoint: Ignored = True, base: Ignored = 10,
             dtype: DType | None = None, axis: Ignored = 0) -> Tensor:  # fmt: skip
    return _steps(start, stop, num, dtype)


@K.op("keras.ops.geomspace")
def geomspace(start: Operand, stop: Operand, num: Dim = _FIFTY, endpoint: Ignored = True,
              dtype: DType | None = None, axis: Ignored = 0) -> Tensor:  # fmt: skip
    return _steps(start, stop, num, dtype)


def _window(x: Dim) -> Tensor:
    return tensor(Shape((x,)), None)


K.family("bartlett blackman hamming hanning", _window, AT)


@K.op("keras.ops.kaiser")
def kaiser(x: Dim, beta: Ignored) -> Tensor:
    return tensor(Shape((x,)), None)


# -- counts and quantiles --------------------------------------------------------------------------------------


def _quantiles(x: Tensor, q: Operand, axis: Any = None, method: Ignored = "linear", keepdims: bool = False) -> Tensor:
    """The axes of `q` come first."""
    return tensor(shape_of(q) + reduce(x.shape, axes_of(axis), keepdims), float_of(x.dtype))


K.family("quantile percentile nanquantile nanpercentile", _quantiles, AT)


@K.op("keras.ops.bincount")
def bincount(x: Tensor, weights: Ignored = None, minlength: Ignored = 0, sparse: Ignored = False) -> Tensor:
    return tensor(x.shape[:-1] + (Dim.unknown(),), None)


@K.op("keras.ops.histogram")
def histogram(x: Tensor, bins: Dim = 10, range: Ignored = None) -> tuple[Tensor, Tensor]:  # type: ignore[assignment]
    count = Dim.of(bins)
    return tensor(Shape((count,)), None), tensor(Shape((count + 1,)), None)


@K.op("keras.ops.nonzero")
def nonzero(x: Tensor) -> Any:
    count = Dim.unknown()
    return tuple(tensor(Shape((count,)), None, Facts(low=0)) for _ in range_of(x.rank))


range_of = range


@K.op("keras.ops.unique")
def unique(x: Tensor, sorted: Ignored = True, return_index: bool = False, return_inverse: bool = False,
           return_counts: bool = False, axis: int | None = None, size: Ignored = None,
           fill_value: Ignored = None) -> Any:  # fmt: skip
    if return_index or return_inverse or return_counts or axis is not None:
        raise Undecided("more than the different elements")
    return tensor(Shape((Dim.unknown(),)), x.dtype)


@K.op("keras.ops.argpartition")
def argpartition(x: Tensor, kth: Ignored, axis: int | None = -1) -> Tensor:
    return tensor(x.shape if axis is not None else Shape((x.shape.numel,)), "int32")


@K.op("keras.ops.corrcoef")
def corrcoef(x: Tensor) -> Tensor:
    if x.rank > 2:
        raise Undecided("a correlation of many axes")
    return tensor(Shape((x.shape[0], x.shape[0])) if x.rank == 2 else Shape(), None)


@K.op("keras.ops.correlate")
def correlate(x1: Tensor, x2: Tensor, mode: str = "valid") -> Tensor:
    if x1.rank != 1 or x2.rank != 1:
        raise Undecided("a correlation of other ranks")
    long, short = maximum(x1.shape[0], x2.shape[0]), minimum(x1.shape[0], x2.shape[0])
    sizes = {"valid": long - short + 1, "same": long, "full": long + short - 1}
    return tensor(Shape((sizes.get(mode, Dim.unknown()),)), None)


@K.op("keras.ops.diff")
def diff(a: Tensor, n: int = 1, axis: int = -1) -> Tensor:
    at = nth(axis, a.rank)
    return tensor(a.shape.replace(at, maximum(a.shape[at] - n, 0) if n else a.shape[at]), a.dtype)


@K.op("keras.ops.trapezoid")
def trapezoid(y: Tensor, x: Ignored = None, dx: Ignored = 1.0, axis: int = -1) -> Tensor:
    return tensor(reduce(y.shape, axis), None)


@K.op("keras.ops.unravel_index")
def unravel_index(indices: Tensor, shape: Value) -> Any:
    return tuple(tensor(indices.shape, None) for _ in lengths(shape))


# -- places ----------------------------------------------------------------------------------------------------


@K.op("keras.ops.get_item")
def get_item(x: Tensor, key: Value) -> Tensor:
    raise Undecided("an index as an argument")


@K.op("keras.ops.slice")
def slice_(inputs: Tensor, start_indices: Value, shape: Dims) -> Tensor:
    """A length of -1 takes the rest of its axis."""
    if len(shape) != inputs.rank:
        raise Undecided("a length for each axis")
    known = start_indices.known if isinstance(start_indices, Sequence) else None
    starts = [one.dim if isinstance(one, Constant) else None for one in known or (None,) * len(shape)]
    dims = []
    for size, whole, start in zip(shape, inputs.shape.dims, starts, strict=True):
        rest = whole - start if start is not None else Dim.unknown()
        dims.append(rest if size == -1 else size)
    return moved(inputs, Shape(dims))


@K.op("keras.ops.slice_update")
def slice_update(inputs: Tensor, start_indices: Ignored, updates: Tensor) -> Tensor:
    return tensor(inputs.shape, inputs.dtype)


@K.op("keras.ops.scatter")
def scatter(indices: Ignored, values: Tensor, shape: Value) -> Tensor:
    return tensor(lengths(shape), values.dtype)


@K.op("keras.ops.scatter_update")
def scatter_update(inputs: Tensor, indices: Ignored, updates: Ignored, reduction: Ignored = None) -> Tensor:
    return tensor(inputs.shape, inputs.dtype)


def _segments(data: Tensor, segment_ids: Tensor, num_segments: Dim | None = None, sorted: Ignored = False) -> Tensor:
    """Rows with one id become one row."""
    if segment_ids.shape.known_rank and segment_ids.rank != 1:
        raise Mismatch("layer-input-rank", f"segment ids are a vector, got {segment_ids.shape}",
                       argument="segment_ids", runtime="Argument `segment_ids` should be an 1-D vector")
    if data.rank and data.shape[0].equals(segment_ids.shape[0]) is Truth.NO:
        raise Mismatch("elementwise-shape-mismatch", f"{data.shape[0]} rows, {segment_ids.shape[0]} ids",
                       argument="segment_ids")
    count = num_segments if num_segments is not None else Dim.unknown()
    return tensor(Shape((count, *data.shape.dims[1:])), data.dtype)


K.family("segment_sum segment_max segment_min segment_prod", _segments, AT)


@K.op("keras.ops.in_top_k")
def in_top_k(targets: Tensor, predictions: Tensor, k: Ignored) -> Tensor:
    return tensor(targets.shape, "bool")

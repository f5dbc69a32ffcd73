"""Space in blocks, partitions, sequences that are reversed, and functions about shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.axes import axis as nth
from ...algebra.broadcast import broadcast
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ..binding import Dims, Ignored, Ints
from .dialect import TF, asked, quoting, spell, tensor
from .movement import moved, pairs_of
from .shapes import ShapeValue, shape_of

if TYPE_CHECKING:
    from ...core.value import Value

# -- blocks ----------------------------------------------------------------------------------------------------


def _to_batch(input: Tensor, block: tuple[int, ...], paddings: Value) -> Tensor:
    """Blocks of the spatial axes become samples."""
    pairs = pairs_of(paddings)
    block = block * len(pairs) if len(block) == 1 else block
    batch, *dims = input.shape.dims
    sizes, times = [], 1
    for size, step, (before, after) in zip(dims, block, pairs, strict=False):
        whole = size + before + after
        if (whole % step).equals(0) is Truth.NO:
            raise Mismatch("view-size-mismatch", f"{whole} in blocks of {step}", whole,
                           runtime=("padded_shape", "is not divisible by block_shape",
                                    "Dimension size must be evenly divisible by"))  # fmt: skip
        sizes.append(whole // step)
        times *= step
    return moved(input, Shape((batch * times, *sizes, *dims[len(sizes) :])))


@TF.op("tensorflow.space_to_batch", "tensorflow.nn.space_to_batch",
       samples=("tf.space_to_batch(tf.ones([2, 4, 6, 3]), [2, 2], [[0, 0], [0, 0]])",
                "tf.space_to_batch(tf.ones([2, 5, 6, 3]), [2, 3], [[0, 1], [0, 0]])",
                "tf.space_to_batch(tf.ones([2, 5, 6, 3]), [2, 2], [[0, 0], [0, 0]])"))  # fmt: skip
def space_to_batch(input: Tensor, block_shape: Ints, paddings: Value, name: Ignored = None) -> Tensor:
    return _to_batch(input, block_shape, paddings)


@TF.op("tensorflow.space_to_batch_nd",
       samples=("tf.space_to_batch_nd(tf.ones([2, 4, 6, 3]), [2, 2], [[0, 0], [0, 0]])",))  # fmt: skip
def space_to_batch_nd(input: Tensor, block_shape: Ints, paddings: Value, name: Ignored = None) -> Tensor:
    return _to_batch(input, block_shape, paddings)


@TF.op("tensorflow.batch_to_space", "tensorflow.batch_to_space_nd",
       samples=("tf.batch_to_space(tf.ones([8, 2, 3, 3]), [2, 2], [[0, 0], [0, 0]])",
                "tf.batch_to_space(tf.ones([8, 2, 3, 3]), block_shape=[2, 2], crops=[[0, 1], [0, 0]])",
                "tf.batch_to_space(tf.ones([6, 2, 3, 3]), [2, 2], [[0, 0], [0, 0]])"))  # fmt: skip
def batch_to_space(input: Tensor, block_shape: Ints, crops: Value, name: Ignored = None) -> Tensor:
    pairs = pairs_of(crops)
    block = block_shape * len(pairs) if len(block_shape) == 1 else block_shape
    batch, *dims = input.shape.dims
    times = 1
    for step in block:
        times *= step
    if (batch % times).equals(0) is Truth.NO:
        raise Mismatch("view-size-mismatch", f"{batch} samples in blocks of {times}", batch,
                       runtime=("is not divisible by", "Dimension size must be evenly divisible by"))  # fmt: skip
    sizes = [size * step - before - after for size, step, (before, after) in zip(dims, block, pairs, strict=False)]
    return moved(input, Shape((batch // times, *sizes, *dims[len(sizes) :])))


@TF.op("tensorflow.required_space_to_batch_paddings",
       samples=("tf.required_space_to_batch_paddings([5, 6], [2, 2])",))  # fmt: skip
def required_space_to_batch_paddings(
    input_shape: Ignored, block_shape: Tensor, base_paddings: Ignored = None, name: Ignored = None
) -> tuple[Tensor, Tensor]:
    made = tensor(Shape.of(block_shape.shape[0], 2), "int32")
    return made, made


# -- partitions and order --------------------------------------------------------------------------------------


@TF.op("tensorflow.dynamic_partition",
       samples=("tf.dynamic_partition(tf.ones([3, 5]), [0, 1, 0], 2)",
                "tf.dynamic_partition(tf.ones([3, 5]), [0, 1], 2)",
                "tf.dynamic_partition(tf.ones([3]), tf.constant([0, 1, 1]), num_partitions=3)"))  # fmt: skip
def dynamic_partition(data: Tensor, partitions: Tensor, num_partitions: int, name: Ignored = None) -> list[Tensor]:
    if not partitions.shape.known_rank or not data.shape.known_rank:
        return [tensor(Shape.unknown(), data.dtype) for _ in range(num_partitions)]
    front = data.shape[: partitions.rank]
    if data.rank < partitions.rank or front.equals(partitions.shape) is Truth.NO:
        raise Mismatch("elementwise-shape-mismatch", f"partitions {partitions.shape} of {data.shape}",
                       argument="partitions",
                       runtime=("data.shape must start with partitions.shape", "must be equal"))  # fmt: skip
    rest = data.shape.dims[partitions.rank :]
    return [tensor(Shape((Dim.unknown(), *rest)), data.dtype) for _ in range(num_partitions)]


@TF.op("tensorflow.reverse_sequence",
       samples=("tf.reverse_sequence(tf.ones([2, 5, 3]), [1, 2], seq_axis=1, batch_axis=0)",
                "tf.reverse_sequence(tf.ones([2, 5, 3]), [1, 2, 3], seq_axis=1, batch_axis=0)"))  # fmt: skip
def reverse_sequence(
    input: Tensor, seq_lengths: Tensor, seq_axis: int | None = None, batch_axis: int | None = None,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    if input.shape.known_rank and seq_lengths.shape.known_rank:
        samples = input.shape[nth(batch_axis or 0, input.rank)]
        if seq_lengths.rank != 1 or samples.equals(seq_lengths.shape[0]) is Truth.NO:
            raise Mismatch("elementwise-shape-mismatch", f"{seq_lengths.shape} lengths for {samples} samples",
                           argument="seq_lengths",
                           runtime=("Length of seq_lengths != input.dims", "seq_lengths must be 1-dim",
                                    "must be equal", "Dimension"))  # fmt: skip
    return moved(input, input.shape)


@TF.op("tensorflow.strided_slice",
       samples=("tf.strided_slice(tf.ones([4, 5]), [1, 0], [3, 4])",
                "tf.strided_slice(tf.ones([4, 5]), [0], [4], strides=[2])",
                "tf.strided_slice(tf.ones([4, 5]), [0, 0, 0], [1, 1, 1])"))  # fmt: skip
def strided_slice(
    input_: Tensor, begin: Dims, end: Dims, strides: Ints | None = None, begin_mask: int = 0, end_mask: int = 0,
    ellipsis_mask: int = 0, new_axis_mask: int = 0, shrink_axis_mask: int = 0, var: Ignored = None,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    from ...algebra.indexing import Part, take

    if ellipsis_mask or new_axis_mask or shrink_axis_mask:
        raise Undecided("a slice by masks")
    parts = [
        Part(None if begin_mask >> at & 1 else first, None if end_mask >> at & 1 else last, step)
        for at, (first, last, step) in enumerate(zip(begin, end, strides or (1,) * len(begin), strict=True))
    ]
    with quoting(f"Index out of range using input dim {input_.rank}; input has only {input_.rank} dims",
                 "cannot slice"):  # fmt: skip
        return moved(input_, take(input_.shape, tuple(parts)))


@TF.op("tensorflow.unravel_index", samples=("tf.unravel_index([2, 5], [3, 4])", "tf.unravel_index(2, [3, 4])"))
def unravel_index(indices: Tensor, dims: Tensor, name: Ignored = None) -> Tensor:
    return tensor(Shape.of(dims.shape[0]) + indices.shape, indices.dtype, Facts(low=0))


@TF.op("tensorflow.unique_with_counts", samples=("tf.unique_with_counts([1, 1, 2])", "tf.unique_with_counts([[1, 2]])"))
def unique_with_counts(x: Tensor, out_idx: Value | str = "int32", name: Ignored = None) -> tuple[Tensor, ...]:
    if x.rank != 1:
        raise Mismatch("layer-input-rank", f"unique of {x.shape}", runtime="unique expects a 1D vector.")
    found, dtype = Shape.of(Dim.unknown()), asked(out_idx, "int32")
    return tensor(found, x.dtype), tensor(x.shape, dtype), tensor(found, dtype)


@TF.op("tensorflow.identity_n", samples=("tf.identity_n([tf.ones([2, 3]), tf.ones([5], tf.int32)])",))
def identity_n(input: Any, name: Ignored = None) -> list[Tensor]:
    return [tensor(one.shape, one.dtype, one.box) for one in input]


@TF.op("tensorflow.fingerprint", samples=("tf.fingerprint(tf.ones([2, 3]))",))
def fingerprint(data: Tensor, method: Ignored = "farmhash64", name: Ignored = None) -> Tensor:
    return tensor(Shape.of(data.shape[0], 8), "uint8")


@TF.op("tensorflow.timestamp", samples=("tf.timestamp()",))
def timestamp(name: Ignored = None) -> Tensor:
    return tensor(Shape(), "float64")


# -- shapes ----------------------------------------------------------------------------------------------------


@TF.op("tensorflow.broadcast_static_shape",
       samples=("tf.broadcast_static_shape(tf.TensorShape([2, 1]), tf.TensorShape([3]))",
                "tf.broadcast_static_shape(tf.TensorShape([2, 4]), tf.TensorShape([3]))"))  # fmt: skip
def broadcast_static_shape(shape_x: Value, shape_y: Value) -> Value:
    left, right = shape_of(shape_x), shape_of(shape_y)
    with quoting(f"Incompatible shapes for broadcasting: {left} and {right}"):
        return ShapeValue(broadcast(left, right))


@TF.op("tensorflow.broadcast_dynamic_shape",
       samples=("tf.broadcast_dynamic_shape([2, 1], [3])", "tf.broadcast_dynamic_shape([2, 4], [3])"))  # fmt: skip
def broadcast_dynamic_shape(shape_x: Dims, shape_y: Dims) -> Tensor:
    with quoting(f"Incompatible shapes: {spell(Shape(shape_x))} vs. {spell(Shape(shape_y))}"):
        made = broadcast(Shape(shape_x), Shape(shape_y))
    return tensor(Shape.of(made.rank), "int32", Facts(constant=made.dims))


@TF.op("tensorflow.is_symbolic_tensor", samples=("tf.is_symbolic_tensor(1)",))
def is_symbolic_tensor(tensor: Value) -> bool:
    if isinstance(tensor, Tensor):
        raise Undecided("whether a graph is built")
    return False


@TF.op("tensorflow.math.unsorted_segment_sqrt_n",
       samples=("tf.math.unsorted_segment_sqrt_n(tf.ones([3, 5]), tf.constant([0, 0, 1]), 4)",
                "tf.math.unsorted_segment_sqrt_n(tf.ones([3, 5]), tf.constant([0, 1]), 4)"))  # fmt: skip
def unsorted_segment_sqrt_n(data: Tensor, segment_ids: Tensor, num_segments: Dim, name: Ignored = None) -> Tensor:
    from .reduction import unsorted

    return unsorted(data, segment_ids, num_segments)

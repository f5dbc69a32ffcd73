"""`tf.ragged`: tensors whose rows have lengths of their own, which are unknown lengths of their shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Static, library_class
from ...core.outcome import Undecided
from ...core.plain import Constant
from ...core.shape import Shape, join_shapes
from ...core.tensor import Library, Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..binding import Ignored, Tensors
from .dialect import ANY, TF, TensorFlowDType, as_tensor, asked, need, tensor
from .indexing import boolean_mask as masked
from .shapes import ShapeValue, shape_of

if TYPE_CHECKING:
    from ...core.value import Context

_CLASS = "tensorflow.RaggedTensor"
RAGGED = Library("ragged", _CLASS, 3, dense=False)
_ONE = "tf.ragged.constant([[1, 2], [3]])"


def ragged(shape: Shape, dtype: str | None) -> Tensor:
    """A ragged tensor; lengths that rows have of their own are unknown."""
    return Tensor(shape, dtype, RAGGED)


# -- making ----------------------------------------------------------------------------------------------------


def _literal(value: Value) -> tuple[Shape, list[str | None]]:
    """The shape of nested lists whose rows may differ, and the dtypes of their numbers."""
    if isinstance(value, Sequence) and value.known is not None:
        parts = [_literal(item) for item in value.known]
        dtypes = [dtype for _, found in parts for dtype in found]
        if not parts:
            return Shape.of(0) + Shape.unknown(), []
        inner = parts[0][0]
        for shape, _ in parts[1:]:
            inner = shape if not inner.known_rank else inner if not shape.known_rank else join_shapes(inner, shape)
        return Shape.of(len(parts)) + inner, dtypes
    made = as_tensor(value)
    if made is None:
        raise Undecided("nested lists that are not known")
    return made.shape, [made.dtype]


@ANY.op("tensorflow.ragged.constant",
       samples=("tf.ragged.constant([[1, 2], [3]])", "tf.ragged.constant([[[1.], []], [[2., 3.]]])",
                "tf.ragged.constant([['a'], ['b', 'c']])", "tf.ragged.constant([[1, 2], [3]], dtype=tf.float32)",
                "tf.ragged.constant([1, 2, 3])"))  # fmt: skip
def constant(
    pylist: Value, dtype: Value | None = None, ragged_rank: Ignored = None, inner_shape: Value | None = None,
    name: Ignored = None, row_splits_dtype: Ignored = "int64",
) -> Tensor:  # fmt: skip
    if inner_shape is not None:
        raise Undecided("an inner shape")
    shape, found = _literal(pylist)
    made = asked(dtype, found[0] if len(set(found)) == 1 else None)
    if shape.known_rank and shape.rank <= 1:
        return tensor(shape, made)
    loose = Shape((shape.parts[0][0], *(Dim.unknown() for _ in shape.parts[0][1:])), shape.gap)
    return ragged(loose, made)


@ANY.op("tensorflow.ragged.range",
       samples=("tf.ragged.range([3, 5])", "tf.ragged.range([0, 1], [3, 5], 2)"))  # fmt: skip
def range_(
    starts: Tensor, limits: Ignored = None, deltas: Ignored = 1, dtype: Value | None = None, name: Ignored = None,
    row_splits_dtype: Ignored = "int64",
) -> Tensor:  # fmt: skip
    rows = starts.shape[0] if starts.shape.known_rank and starts.rank else Dim.unknown()
    return ragged(Shape.of(rows, Dim.unknown()), asked(dtype, None))


@ANY.op("tensorflow.ragged.stack",
       samples=("tf.ragged.stack([[1, 2], [3]])", "tf.ragged.stack([tf.ones([2]), tf.ones([3])])"))  # fmt: skip
def stack(values: Tensors, axis: int = 0, name: Ignored = None) -> Tensor:
    if axis != 0 or len(values) < 2:
        raise Undecided("another axis")
    inner = values[0].shape
    for one in values[1:]:
        inner = join_shapes(inner, one.shape)
    return ragged(Shape.of(len(values)) + inner.map(lambda _: Dim.unknown()), values[0].dtype)


@ANY.op("tensorflow.ragged.boolean_mask",
       samples=("tf.ragged.boolean_mask(tf.constant([[1, 2], [3, 4]]), [[True, False], [True, True]])",
                "tf.ragged.boolean_mask(tf.constant([1, 2, 3]), [True, False, True])"))  # fmt: skip
def boolean_mask(data: Tensor, mask: Tensor, name: Ignored = None) -> Tensor:
    """Each row keeps its own number of elements."""
    need(mask, "bool", "boolean_mask", "mask")
    if data.library is RAGGED or mask.library is RAGGED or not mask.shape.known_rank:
        raise Undecided("rows of their own lengths")
    if mask.rank == 1:
        return masked(data, mask)
    return ragged(Shape((data.shape[0], *(Dim.unknown() for _ in range(1, mask.rank)), *data.shape.dims[mask.rank :])),
                  data.dtype)  # fmt: skip


@ANY.op("tensorflow.ragged.stack_dynamic_partitions",
       samples=("tf.ragged.stack_dynamic_partitions(tf.ones([3]), [0, 1, 0], 2)",))  # fmt: skip
def stack_dynamic_partitions(
    data: Tensor, partitions: Tensor, num_partitions: Dim, name: Ignored = None
) -> Tensor:
    return ragged(Shape((num_partitions, Dim.unknown(), *data.shape.dims[partitions.rank :])), data.dtype)


@ANY.op("tensorflow.ragged.row_splits_to_segment_ids",
       samples=("tf.ragged.row_splits_to_segment_ids([0, 2, 5])",))  # fmt: skip
def row_splits_to_segment_ids(splits: Tensor, name: Ignored = None, out_type: Ignored = None) -> Tensor:
    return tensor(Shape.of(Dim.unknown()), None)


@ANY.op("tensorflow.ragged.segment_ids_to_row_splits",
       samples=("tf.ragged.segment_ids_to_row_splits([0, 0, 1])",
                "tf.ragged.segment_ids_to_row_splits([0, 0, 1], num_segments=4)"))  # fmt: skip
def segment_ids_to_row_splits(
    segment_ids: Tensor, num_segments: Dim | None = None, out_type: Ignored = None, name: Ignored = None
) -> Tensor:
    return tensor(Shape.of(Dim.unknown() if num_segments is None else num_segments + 1), None)


def _of_values(values: Tensor, rows: Dim) -> Tensor:
    shape = values.shape
    rest = shape[1:] if shape.known_rank else Shape.unknown()
    return ragged(Shape.of(rows, Dim.unknown()) + rest, values.dtype)


@ANY.op(f"{_CLASS}.from_row_splits", samples=("tf.RaggedTensor.from_row_splits([1, 2, 3], [0, 2, 3])",))
def from_row_splits(values: Tensor, row_splits: Tensor, name: Ignored = None, validate: Ignored = True) -> Tensor:
    return _of_values(values, row_splits.shape[0] - 1)


@ANY.op(f"{_CLASS}.from_row_lengths", samples=("tf.RaggedTensor.from_row_lengths(tf.ones([3, 2]), [2, 1])",))
def from_row_lengths(values: Tensor, row_lengths: Tensor, name: Ignored = None, validate: Ignored = True) -> Tensor:
    return _of_values(values, row_lengths.shape[0])


@ANY.op(f"{_CLASS}.from_row_starts", samples=("tf.RaggedTensor.from_row_starts([1, 2, 3], [0, 2])",))
def from_row_starts(values: Tensor, row_starts: Tensor, name: Ignored = None, validate: Ignored = True) -> Tensor:
    return _of_values(values, row_starts.shape[0])


@ANY.op(f"{_CLASS}.from_value_rowids",
       samples=("tf.RaggedTensor.from_value_rowids([1, 2, 3], [0, 0, 2])",
                "tf.RaggedTensor.from_value_rowids([1, 2], [0, 2], nrows=4)"))  # fmt: skip
def from_value_rowids(
    values: Tensor, value_rowids: Ignored, nrows: Dim | None = None, name: Ignored = None, validate: Ignored = True
) -> Tensor:
    return _of_values(values, Dim.unknown() if nrows is None else nrows)


@ANY.op(f"{_CLASS}.from_tensor", samples=("tf.RaggedTensor.from_tensor(tf.ones([2, 3]))",
                                         "tf.RaggedTensor.from_tensor(tf.ones([2, 3, 4]))"))  # fmt: skip
def from_tensor(
    tensor: Tensor, lengths: Ignored = None, padding: Ignored = None, ragged_rank: int = 1, name: Ignored = None,
    row_splits_dtype: Ignored = "int64",
) -> Tensor:  # fmt: skip
    loose = range(1, ragged_rank + 1)
    return ragged(Shape(Dim.unknown() if at in loose else dim for at, dim in enumerate(tensor.shape.dims)),
                  tensor.dtype)  # fmt: skip


def _static(name: str) -> Static:
    def method(context: Context, arguments: Arguments) -> Value:
        return context.apply(f"{_CLASS}.{name}", arguments)

    return Static(Native(name, method))


# -- reading ---------------------------------------------------------------------------------------------------


@ANY.op(f"{_CLASS}.shape", read=True, samples=(f"{_ONE}.shape",))
def shape_property(self: Tensor) -> Value:
    return ShapeValue(self.shape)


@ANY.op(f"{_CLASS}.dtype", read=True, samples=(f"{_ONE}.dtype",))
def dtype_property(self: Tensor) -> Value:
    return TensorFlowDType(self.dtype) if self.dtype else Unknown("a dtype that is not known")


@ANY.op(f"{_CLASS}.flat_values", read=True, samples=(f"{_ONE}.flat_values",))
def flat_values(self: Tensor) -> Tensor:
    return tensor(Shape.of(Dim.unknown()) + Shape.unknown(), self.dtype)


@ANY.op(f"{_CLASS}.row_lengths", samples=(f"{_ONE}.row_lengths()",))
def row_lengths(self: Tensor, axis: int = 1, name: Ignored = None) -> Tensor:
    if axis != 1:
        raise Undecided("lengths along another axis")
    return tensor(Shape.of(self.shape[0]), "int64")


@ANY.op(f"{_CLASS}.nrows", samples=(f"{_ONE}.nrows()",))
def nrows(self: Tensor, out_type: Value | None = None, name: Ignored = None) -> Tensor:
    return tensor(Shape(), asked(out_type, "int64"))


@ANY.op(f"{_CLASS}.bounding_shape", samples=(f"{_ONE}.bounding_shape()",))
def bounding_shape(
    self: Tensor, axis: Value | None = None, name: Ignored = None, out_type: Value | None = None
) -> Tensor:
    if axis is not None:
        raise Undecided("one axis")
    return tensor(Shape.of(self.shape.rank), asked(out_type, "int64"))


@ANY.op(f"{_CLASS}.to_tensor",
       samples=(f"{_ONE}.to_tensor()", f"{_ONE}.to_tensor(default_value=0, shape=[None, 4])",
                f"{_ONE}.to_tensor(shape=[2, 5])"))  # fmt: skip
def to_tensor(
    self: Tensor, default_value: Ignored = None, name: Ignored = None, shape: Value | None = None
) -> Tensor:
    if shape is None or (isinstance(shape, Constant) and shape.payload is None):
        return tensor(self.shape, self.dtype)
    wanted = shape_of(shape)
    if not (wanted.known_rank and self.shape.known_rank and wanted.rank == self.shape.rank):
        return tensor(self.shape.map(lambda _: Dim.unknown()), self.dtype)
    dims = [mine if given.is_unknown else given for given, mine in zip(wanted.dims, self.shape.dims, strict=True)]
    return tensor(Shape(dims), self.dtype)


_MAKING = ("from_row_splits", "from_row_lengths", "from_row_starts", "from_value_rowids", "from_tensor")
RAGGED_TENSOR = library_class(_CLASS, **{name: _static(name) for name in _MAKING})
TF.classes(RAGGED_TENSOR)

"""`tf.sparse`: tensors of which only the elements that are not zero are kept.

A sparse tensor is described by its dense shape. How many elements it keeps is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra.axes import axis as nth
from ...algebra.movement import permute
from ...algebra.reshape import reshape as refold
from ...core.dim import Dim
from ...core.objects import library_class
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Facts, Library, Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Unknown, Value
from ..binding import Dims, Ignored, Ints, Tensors
from .dialect import ANY, TF, TensorFlowDType, asked, quoting, settle, spell, tensor
from .products import multiplied
from .reduction import reduced
from .shapes import ShapeValue
from .variables import without_first

if TYPE_CHECKING:
    from ...core.value import Context

SPARSE = Library("sparse", "tensorflow.sparse.SparseTensor", 3, dense=False)
_CLASS = "tensorflow.sparse.SparseTensor"
_ONE = "tf.sparse.from_dense([[1., 0., 2.], [0., 3., 0.]])"


def sparse(shape: Shape, dtype: str | None) -> Tensor:
    """A sparse tensor of a dense shape."""
    return Tensor(shape, dtype, SPARSE)


def need_sparse(x: Tensor, argument: str = "sp_input") -> None:
    """Raises `Undecided` for what is not known to be sparse: layers may give sparse tensors where they are asked to."""
    if x.library is not SPARSE:
        raise Undecided(f"{argument} that is not known to be sparse")


# -- making ----------------------------------------------------------------------------------------------------


@ANY.op(f"{_CLASS}.__init__",
       samples=("tf.sparse.SparseTensor([[0, 0], [1, 2]], [1., 2.], [3, 4])",
                "tf.sparse.SparseTensor(indices=[[0, 0]], values=[1, 2], dense_shape=[3, 4])",
                "tf.sparse.SparseTensor([[0, 0]], [1.], [3, 4, 5])"))  # fmt: skip
def made(indices: Tensor, values: Tensor, dense_shape: Dims) -> Tensor:
    for what, rank, name in ((indices, 2, "indices"), (values, 1, "values")):
        if what.shape.known_rank and what.rank != rank:
            raise Mismatch("layer-input-rank", f"{name} of {what.shape}: {rank} axes are needed", argument=name,
                           runtime=f"Shape {spell(what.shape)} must have rank {rank}")  # fmt: skip
    if indices.shape.known_rank and values.shape.known_rank and indices.shape[0].equals(values.shape[0]) is Truth.NO:
        raise Mismatch("elementwise-shape-mismatch", f"{indices.shape[0]} places for {values.shape[0]} values",
                       indices.shape[0], values.shape[0], argument="values",
                       runtime=f"Dimensions {indices.shape[0]} and {values.shape[0]} are not compatible")  # fmt: skip
    if indices.shape.known_rank and indices.shape[1].equals(len(dense_shape)) is Truth.NO:
        raise Mismatch("gather-index-rank", f"places of {indices.shape[1]} numbers in {len(dense_shape)} axes",
                       argument="indices",
                       runtime=f"Dimensions {indices.shape[1]} and {len(dense_shape)} are not compatible")  # fmt: skip
    return sparse(Shape(dense_shape), values.dtype)


def _new(context: Context, arguments: Arguments) -> Value:
    return context.apply(f"{_CLASS}.__init__", without_first(arguments))


for _path in (_CLASS, "tensorflow.SparseTensor"):
    TF.classes(library_class(_path, __new__=_new))


@ANY.op("tensorflow.sparse.from_dense", "tensorflow.contrib.layers.dense_to_sparse",
       samples=("tf.sparse.from_dense(tf.ones([2, 3]))", "tf.sparse.from_dense([1, 0, 2])"))  # fmt: skip
def from_dense(tensor: Tensor, name: Ignored = None) -> Tensor:
    return sparse(tensor.shape, tensor.dtype)


@ANY.op("tensorflow.sparse.eye", samples=("tf.sparse.eye(3)", "tf.sparse.eye(3, 5, dtype=tf.float64)"))
def eye(
    num_rows: Dim, num_columns: Dim | None = None, dtype: Value | str = "float32", name: Ignored = None
) -> Tensor:
    return sparse(Shape.of(num_rows, num_rows if num_columns is None else num_columns), asked(dtype, "float32"))


# -- reading ---------------------------------------------------------------------------------------------------


@ANY.op(f"{_CLASS}.shape", read=True, samples=(f"{_ONE}.shape",))
def shape_property(self: Tensor) -> Value:
    return ShapeValue(self.shape)


@ANY.op(f"{_CLASS}.get_shape", samples=(f"{_ONE}.get_shape()",))
def get_shape(self: Tensor) -> Value:
    return ShapeValue(self.shape)


@ANY.op(f"{_CLASS}.dtype", read=True, samples=(f"{_ONE}.dtype",))
def dtype_property(self: Tensor) -> Value:
    return TensorFlowDType(self.dtype) if self.dtype else Unknown("a dtype that is not known")


@ANY.op(f"{_CLASS}.indices", read=True, samples=(f"{_ONE}.indices",))
def indices(self: Tensor) -> Tensor:
    return tensor(Shape((Dim.unknown(), self.shape.rank if self.shape.known_rank else Dim.unknown())), "int64")


@ANY.op(f"{_CLASS}.values", read=True, samples=(f"{_ONE}.values",))
def values(self: Tensor) -> Tensor:
    return tensor(Shape.of(Dim.unknown()), self.dtype)


@ANY.op(f"{_CLASS}.dense_shape", read=True, samples=(f"{_ONE}.dense_shape",))
def dense_shape(self: Tensor) -> Tensor:
    if not self.shape.known_rank:
        return tensor(Shape.of(Dim.unknown()), "int64")
    return tensor(Shape.of(self.shape.rank), "int64", Facts(low=0, constant=self.shape.dims))


@ANY.op("tensorflow.sparse.to_dense", "tensorflow.sparse_tensor_to_dense",
       samples=(f"tf.sparse.to_dense({_ONE})", f"tf.sparse.to_dense({_ONE}, default_value=5.)"))  # fmt: skip
def to_dense(
    sp_input: Tensor, default_value: Ignored = None, validate_indices: Ignored = True, name: Ignored = None
) -> Tensor:
    need_sparse(sp_input)
    return tensor(sp_input.shape, sp_input.dtype)


@ANY.op("tensorflow.sparse.to_indicator", "tensorflow.sparse_to_indicator",
       samples=("tf.sparse.to_indicator(tf.sparse.from_dense([[1, 0], [2, 3]]), 5)",))  # fmt: skip
def to_indicator(sp_input: Tensor, vocab_size: Dim, name: Ignored = None) -> Tensor:
    need_sparse(sp_input)
    return tensor(sp_input.shape[:-1] + Shape.of(vocab_size), "bool")


# -- changing --------------------------------------------------------------------------------------------------


def _same(sp_input: Tensor, name: Ignored = None) -> Tensor:
    need_sparse(sp_input)
    return sparse(sp_input.shape, sp_input.dtype)


for _name in ("reorder", "softmax"):
    ANY.op(f"tensorflow.sparse.{_name}", f"tensorflow.sparse_{_name}",
          samples=(f"tf.sparse.{_name}({_ONE})",))(_same)  # fmt: skip


@ANY.op("tensorflow.sparse.retain", "tensorflow.sparse_retain",
       samples=(f"tf.sparse.retain({_ONE}, [True, False, True])",))  # fmt: skip
def retain(sp_input: Tensor, to_retain: Ignored) -> Tensor:
    return _same(sp_input)


@ANY.op("tensorflow.sparse.fill_empty_rows", "tensorflow.sparse_fill_empty_rows",
       samples=(f"tf.sparse.fill_empty_rows({_ONE}, 1.)",))  # fmt: skip
def fill_empty_rows(sp_input: Tensor, default_value: Ignored, name: Ignored = None) -> tuple[Tensor, Tensor]:
    return _same(sp_input), tensor(Shape.of(sp_input.shape[0]), "bool")


@ANY.op("tensorflow.sparse.reset_shape", "tensorflow.sparse_reset_shape",
       samples=(f"tf.sparse.reset_shape({_ONE}, [4, 5])", f"tf.sparse.reset_shape({_ONE}, [1, 3])",
                f"tf.sparse.reset_shape({_ONE}, [4, 5, 6])"))  # fmt: skip
def reset_shape(sp_input: Tensor, new_shape: Dims | None = None) -> Tensor:
    need_sparse(sp_input)
    if new_shape is None:
        return sparse(Shape(Dim.unknown() for _ in sp_input.shape.dims), sp_input.dtype)
    small = [1 for old, new in zip(sp_input.shape.dims, new_shape, strict=False) if new.less(old) is Truth.YES]
    if len(new_shape) != sp_input.shape.rank or small:
        raise Mismatch("view-size-mismatch", f"{sp_input.shape} does not fit into {Shape(new_shape)}",
                       argument="new_shape", runtime=("is not compatible", "Dimensions", "assertion failed", "Shapes"))
    return sparse(Shape(new_shape), sp_input.dtype)


@ANY.op("tensorflow.sparse.reshape", "tensorflow.sparse_reshape",
       samples=(f"tf.sparse.reshape({_ONE}, [3, 2])", f"tf.sparse.reshape({_ONE}, [-1])",
                f"tf.sparse.reshape({_ONE}, [4, 2])"))  # fmt: skip
def reshape(sp_input: Tensor, shape: Dims, name: Ignored = None) -> Tensor:
    need_sparse(sp_input)
    with quoting("Cannot reshape a tensor with", "Input to reshape is a tensor with"):
        return sparse(refold(sp_input.shape, shape), sp_input.dtype)


@ANY.op("tensorflow.sparse.transpose", "tensorflow.sparse_transpose",
       samples=(f"tf.sparse.transpose({_ONE})", f"tf.sparse.transpose({_ONE}, [0, 1])"))  # fmt: skip
def transpose(sp_input: Tensor, perm: Ints | None = None, name: Ignored = None) -> Tensor:
    need_sparse(sp_input)
    order = tuple(range(sp_input.shape.rank))[::-1] if perm is None else perm
    return sparse(permute(sp_input.shape, order), sp_input.dtype)


@ANY.op("tensorflow.sparse.expand_dims", samples=(f"tf.sparse.expand_dims({_ONE}, 0)", f"tf.sparse.expand_dims({_ONE})",
                                                 f"tf.sparse.expand_dims({_ONE}, axis=1)"))  # fmt: skip
def expand_dims(sp_input: Tensor, axis: int | None = None, name: Ignored = None) -> Tensor:
    need_sparse(sp_input)
    at = nth(-1 if axis is None else axis, sp_input.shape.rank + 1)
    return sparse(Shape((*sp_input.shape.dims[:at], 1, *sp_input.shape.dims[at:])), sp_input.dtype)


@ANY.op("tensorflow.sparse.slice", "tensorflow.sparse_slice",
       samples=(f"tf.sparse.slice({_ONE}, [0, 0], [2, 2])", f"tf.sparse.slice({_ONE}, [1, 1], [5, 5])"))  # fmt: skip
def slice_(sp_input: Tensor, start: Dims, size: Dims, name: Ignored = None) -> Tensor:
    from ...core.dim import minimum

    need_sparse(sp_input)
    rest = (whole - first for whole, first in zip(sp_input.shape.dims, start, strict=True))
    return sparse(Shape(minimum(part, left) for part, left in zip(size, rest, strict=True)), sp_input.dtype)


@ANY.op("tensorflow.sparse.split", "tensorflow.sparse_split",
       samples=("tf.sparse.split(tf.sparse.from_dense(tf.ones([2, 6])), 2, 1)",
                f"tf.sparse.split(sp_input={_ONE}, num_split=2, axis=0)"))  # fmt: skip
def split(
    sp_input: Tensor | None = None, num_split: int | None = None, axis: int | None = None, name: Ignored = None
) -> list[Tensor]:
    if sp_input is None or num_split is None or axis is None:
        raise Undecided("a split that is not known")
    at = nth(axis, sp_input.shape.rank)
    length = sp_input.shape[at]
    exact = (length % num_split).equals(0) is Truth.YES
    part = length // num_split if exact else Dim.unknown()
    return [sparse(sp_input.shape.replace(at, part), sp_input.dtype) for _ in range(num_split)]


# -- of several ------------------------------------------------------------------------------------------------


@ANY.op("tensorflow.sparse.concat",
       samples=(f"tf.sparse.concat(0, [{_ONE}, {_ONE}])", f"tf.sparse.concat(1, [{_ONE}, {_ONE}])",
                f"tf.sparse.concat(1, [{_ONE}, tf.sparse.from_dense(tf.ones([3, 3]))])"))  # fmt: skip
def concat(
    axis: int, sp_inputs: Tensors, expand_nonconcat_dims: bool = False, name: Ignored = None
) -> Tensor:
    from ...algebra.join import concat as join

    for one in sp_inputs:
        need_sparse(one, "sp_inputs")
    if expand_nonconcat_dims:
        return sparse(Shape.of_rank(sp_inputs[0].shape.rank), sp_inputs[0].dtype)
    with quoting("All sparse tensors must have the same shape except along the concatenation axis", "must be equal",
                 "All dimensions except"):  # fmt: skip
        return sparse(join(tuple(one.shape for one in sp_inputs), axis), sp_inputs[0].dtype)


@ANY.op("tensorflow.sparse.add", "tensorflow.sparse_add",
       samples=(f"tf.sparse.add({_ONE}, {_ONE})", f"tf.sparse.add({_ONE}, tf.ones([2, 3]))",
                f"tf.sparse.add({_ONE}, tf.sparse.from_dense(tf.ones([3, 3])))"))  # fmt: skip
def add(a: Tensor, b: Tensor, threshold: Ignored = 0) -> Tensor:
    if SPARSE not in (a.library, b.library):
        raise Undecided("which one is sparse")
    with quoting("operands' shapes do not match", "Operands' shapes do not match", "must be equal", "Dimension"):
        if a.shape.equals(b.shape) is Truth.NO:
            raise Mismatch("elementwise-shape-mismatch", f"{a.shape} and {b.shape} are added")
    both = a.library is SPARSE and b.library is SPARSE
    shape = a.shape if a.shape.fully_known else b.shape
    return sparse(shape, a.dtype) if both else tensor(shape, a.dtype)


def _extreme(sp_a: Tensor, sp_b: Tensor, name: Ignored = None) -> Tensor:
    return sparse(sp_a.shape, sp_a.dtype)


for _name in ("maximum", "minimum"):
    ANY.op(f"tensorflow.sparse.{_name}", f"tensorflow.sparse_{_name}",
          samples=(f"tf.sparse.{_name}({_ONE}, {_ONE})",))(_extreme)  # fmt: skip


@ANY.op("tensorflow.sparse.sparse_dense_matmul", "tensorflow.sparse_tensor_dense_matmul",
       "tensorflow.sparse.matmul",
       samples=(f"tf.sparse.sparse_dense_matmul({_ONE}, tf.ones([3, 5]))",
                f"tf.sparse.sparse_dense_matmul({_ONE}, tf.ones([4, 5]))",
                f"tf.sparse.sparse_dense_matmul({_ONE}, tf.ones([2, 5]), adjoint_a=True)",
                f"tf.sparse.sparse_dense_matmul({_ONE}, tf.ones([3]))",
                f"tf.sparse.sparse_dense_matmul({_ONE}, tf.ones([3, 5], tf.float64))"))  # fmt: skip
def sparse_dense_matmul(
    sp_a: Tensor, b: Tensor, adjoint_a: bool = False, adjoint_b: bool = False, name: Ignored = None
) -> Tensor:
    settle((Tensor(sp_a.shape, sp_a.dtype, TF.library), b), "SparseTensorDenseMatMul")
    with quoting("Cannot multiply A and B because inner dimension does not match", "must be equal",
                 "Tensor 'b' is not a matrix", "Shape must be rank 2"):  # fmt: skip
        return tensor(multiplied(sp_a.shape, b.shape, adjoint_a, adjoint_b), b.dtype)


# -- reduced ---------------------------------------------------------------------------------------------------


def _reduced(
    sp_input: Tensor, axis: Ints | None = None, keepdims: bool | None = None, output_is_sparse: bool = False,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    need_sparse(sp_input)
    shape = reduced(sp_input, axis, keepdims)
    return sparse(shape, sp_input.dtype) if output_is_sparse else tensor(shape, sp_input.dtype)


for _name in ("reduce_sum", "reduce_max"):
    ANY.op(f"tensorflow.sparse.{_name}", f"tensorflow.sparse_{_name}",
          samples=tuple(f"tf.sparse.{_name}({_ONE}{more})" for more in ("", ", 1", ", axis=0, keepdims=True", ", 2")),
          )(_reduced)  # fmt: skip


def _segments(
    data: Tensor, indices: Ignored, segment_ids: Ignored, num_segments: Dim | None = None, name: Ignored = None,
    sparse_gradient: Ignored = False,
) -> Tensor:  # fmt: skip
    rows = Dim.unknown() if num_segments is None else num_segments
    return tensor(Shape((rows, *data.shape.dims[1:])), data.dtype)


for _name in ("segment_sum", "segment_mean", "segment_sqrt_n"):
    ANY.op(f"tensorflow.sparse.{_name}", f"tensorflow.sparse_{_name}",
          samples=(f"tf.sparse.{_name}(tf.ones([4, 3]), [0, 2], [0, 1])",
                   f"tf.sparse.{_name}(tf.ones([4, 3]), [0, 2], [0, 1], num_segments=5)"))(_segments)  # fmt: skip


@ANY.op("tensorflow.sparse.bincount", samples=("tf.sparse.bincount([1, 1, 2], minlength=5)",))
def bincount(
    values: Tensor, weights: Ignored = None, axis: Ignored = 0, minlength: Ignored = None, maxlength: Ignored = None,
    binary_output: Ignored = False, name: Ignored = None,
) -> Value:  # fmt: skip
    return sparse(Shape(Dim.unknown() for _ in values.shape.dims), None)


# -- lookups ---------------------------------------------------------------------------------------------------


def _looked_up(params: Tensor, ids: Tensor) -> Tensor:
    """One row for each row of ids."""
    table = params.shape
    width = table[-1] if table.known_rank and table.rank == 2 else Dim.unknown()
    return tensor(ids.shape[:-1] + Shape.of(width) if ids.shape.known_rank else Shape.unknown(), params.dtype)


_IDS = "tf.sparse.from_dense(tf.constant([[1, 0, 2], [3, 1, 0]], tf.int64))"


@ANY.op("tensorflow.nn.embedding_lookup_sparse",
       samples=(f"tf.nn.embedding_lookup_sparse(tf.ones([7, 5]), {_IDS}, None)",))  # fmt: skip
def embedding_lookup_sparse(
    params: Tensor, sp_ids: Tensor, sp_weights: Ignored, combiner: Ignored = None, max_norm: Ignored = None,
    name: Ignored = None, allow_fast_lookup: Ignored = False,
) -> Tensor:  # fmt: skip
    return _looked_up(params, sp_ids)


@ANY.op("tensorflow.nn.safe_embedding_lookup_sparse",
       samples=(f"tf.nn.safe_embedding_lookup_sparse(tf.ones([7, 5]), {_IDS})",))  # fmt: skip
def safe_embedding_lookup_sparse(
    embedding_weights: Tensor, sparse_ids: Tensor, sparse_weights: Ignored = None, combiner: Ignored = "mean",
    default_id: Ignored = None, max_norm: Ignored = None, name: Ignored = None, allow_fast_lookup: Ignored = False,
) -> Tensor:  # fmt: skip
    return _looked_up(embedding_weights, sparse_ids)


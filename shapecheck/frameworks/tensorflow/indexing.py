"""Indexing, gather and scatter, where, masks."""

from __future__ import annotations

from typing import Any

from ...algebra.axes import axis as nth
from ...algebra.broadcast import broadcast
from ...algebra.indexing import NEW_AXIS, Mask, Part, take
from ...core.containers import Sequence, Slice
from ...core.dim import Dim
from ...core.dtype import family as kind_of
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..binding import Dims, Ignored, Tensors
from ..numpy.ranges import join as join_ranges
from .dialect import TF, need, quoting, settle, spell, tensor
from .movement import moved

# -- x[...] ----------------------------------------------------------------------------------------------------


@TF.op("tensorflow.Tensor.__getitem__",
       samples=("tf.ones([2, 3, 5])[0]", "tf.ones([2, 3, 5])[:, 1:]", "tf.ones([2, 3, 5])[..., 0]",
                "tf.ones([2, 3, 5])[:, tf.newaxis]",
                "tf.ones([2, 3, 5])[0, -1, ::2]", "tf.ones([2, 3])[0, 0, 0]", "tf.ones([2, 3])[5]",
                "tf.ones([2, 3])[tf.ones([2, 3]) > 0]",
                "tf.shape(tf.ones([2, 3]))[0]", "tf.shape(tf.ones([2, 3]))[:-1]", "tf.ones([5])[tf.constant(1):]",
                "tf.ones([2, 3])[None]",
                "tf.ones([2, 3])[tf.constant([0, 1])]", "tf.ones([2, 3])[::-1]",
                "tf.ones([2, 3])[[0, 1]]"))  # fmt: skip
def getitem(self: Tensor, index: Value | None) -> Tensor:
    parts = index.known or () if isinstance(index, Sequence) else (index,)
    if any(isinstance(part, Tensor) and part.dtype == "bool" for part in parts):
        return _masked(self, parts)
    indices = tuple(_part(part) for part in parts)
    rank = self.shape.rank if self.shape.known_rank else "?"
    wrong = next((i for i in indices if isinstance(i, Dim)), "?")
    words = (f"slice index {wrong} of dimension 0 out of bounds.",)
    if isinstance(rank, int) and sum(isinstance(i, (Dim, Part)) for i in indices) > rank:
        words = (f"Index out of range using input dim {rank}; input has only {rank} dims [Op:StridedSlice]",)
    with quoting(*words):
        shape = take(self.shape, indices)
    return moved(self, shape, _elements(self, indices))


def _part(value: Value | None) -> Any:
    if value is None:
        return NEW_AXIS
    if isinstance(value, Constant):
        if value.payload is None or value.payload is Ellipsis:
            return value.payload
        if value.dim is not None and not isinstance(value.payload, bool):
            return value.dim
    if isinstance(value, Slice):
        step = value.step.payload if isinstance(value.step, Constant) else 0
        if not (step is None or isinstance(step, int)) or step == 0:
            return Part(Dim.unknown(), Dim.unknown())
        return Part(_bound(value.start), _bound(value.stop), step)
    if isinstance(value, Tensor) and value.shape == Shape():
        return Dim.of(value.facts.constant) if isinstance(value.facts.constant, (int, Dim)) else Dim.unknown()
    if (isinstance(value, Tensor) and value.shape.known_rank) or isinstance(value, Sequence):
        raise Mismatch(
            "index-dtype", "TensorFlow is not indexed by arrays", argument="index",
            runtime="Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) and scalar tf.int32/tf.int64 "
            f"tensors are valid indices, got {value!r}",
            help="tf.gather(x, indices)",
        )  # fmt: skip
    if isinstance(value, Scalar) and value.type_name == "int":
        return Dim.unknown()
    raise Undecided(f"an index that is {value.kind}")


def _bound(value: Value) -> Dim | None:
    if isinstance(value, Constant):
        return None if value.payload is None else value.dim
    if isinstance(value, Tensor) and isinstance(value.facts.constant, (int, Dim)):
        return Dim.of(value.facts.constant)
    if isinstance(value, (Unknown, Scalar, Tensor)):
        return Dim.unknown(low=-(2**31))
    raise Undecided(f"a bound that is {value.kind}")


def _elements(x: Tensor, indices: tuple[Any, ...]) -> Any:
    """The known elements that an index of a vector takes: sizes, mostly."""
    constant = x.facts.constant
    if not isinstance(constant, tuple) or not x.shape.known_rank or x.shape.rank != 1 or len(indices) != 1:
        return None
    index = indices[0]
    if isinstance(index, Dim) and index.value is not None and -len(constant) <= index.value < len(constant):
        return constant[index.value]
    if isinstance(index, Part):
        bounds = [None if bound is None else bound.value for bound in (index.start, index.stop)]
        if all(b is None or b.value is not None for b in (index.start, index.stop)):
            return constant[slice(bounds[0], bounds[1], index.step)]
    return None


def _masked(x: Tensor, parts: tuple[Value | None, ...]) -> Tensor:
    """`x[mask]`, which is `tf.boolean_mask`."""
    if len(parts) != 1 or not isinstance(parts[0], Tensor):
        raise Undecided("a mask among other indices")
    return boolean_mask(x, parts[0])


@TF.op("tensorflow.boolean_mask",
       samples=("tf.boolean_mask(tf.ones([2, 3]), tf.ones([2, 3]) > 0)",
                "tf.boolean_mask(tf.ones([2, 3]), tf.ones([2]) > 0)",
                "tf.boolean_mask(tf.ones([2, 3]), tf.ones([3]) > 0, axis=1)",
                "tf.boolean_mask(tf.ones([2, 3]), tf.ones([5]) > 0)",
                "tf.boolean_mask([1, 2], [True, False])"))  # fmt: skip
def boolean_mask(tensor: Tensor, mask: Tensor, axis: int | None = None, name: Ignored = "boolean_mask") -> Tensor:
    if mask.shape == Shape():
        raise Mismatch("layer-input-rank", "a scalar mask", argument="mask", runtime="mask cannot be scalar.")
    before = (Part(),) * (axis or 0)
    with quoting(f"Shapes {spell(tensor.shape)} and {spell(mask.shape)} are incompatible"):
        return moved(tensor, take(tensor.shape, (*before, Mask(mask.shape))))


# -- gather ----------------------------------------------------------------------------------------------------


@TF.op("tensorflow.gather",
       samples=("tf.gather(tf.ones([4, 3]), [0, 2])", "tf.gather(tf.ones([4, 3]), [[0, 2], [1, 1]])",
                "tf.gather(tf.ones([4, 3]), [0, 2], axis=1)",
                "tf.gather(tf.ones([4, 3]), 1)", "tf.gather(tf.ones([4, 3]), [5])",
                "tf.gather(tf.ones([4, 3]), tf.zeros([2]))",
                "tf.gather(tf.ones([2, 4, 3]), [[0, 1], [2, 3]], batch_dims=1)",
                "tf.gather(tf.ones([2, 4, 3]), [[0, 1], [2, 1]], axis=2, batch_dims=1)",
                "tf.gather(params=np.ones([4, 3]), indices=[0], axis=-1)",
                "tf.gather(tf.ones([4, 3]), [0], axis=2)"))  # fmt: skip
def gather(
    params: Tensor, indices: Tensor, validate_indices: Ignored = None, axis: int | None = None, batch_dims: int = 0,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    need(indices, "int uint", "GatherV2", "indices")
    if not params.shape.known_rank:
        return moved(params, Shape.unknown())
    at = batch_dims if axis is None else axis
    with quoting(f"Expected axis in the range [-{params.rank}, {params.rank}), but got {at}"):
        if params.shape == Shape():
            raise Mismatch("dim-out-of-range", "gather from a scalar")
        at = nth(at, params.rank)
    _check_indices(params.shape[at], indices)
    if not indices.shape.known_rank:
        return moved(params, Shape((*params.shape.dims[:at],), at) + Shape(params.shape.dims[at + 1 :]))
    batch = batch_dims % max(indices.rank, 1) if batch_dims < 0 else batch_dims
    with quoting("params.shape[:batch_dims] must equal indices.shape[:batch_dims]"):
        front = broadcast(Shape(params.shape.dims[:batch]), Shape(indices.shape.dims[:batch]))
    dims = (*front.dims, *params.shape.dims[batch:at], *indices.shape.dims[batch:], *params.shape.dims[at + 1 :])
    return moved(params, Shape(dims))


def _check_indices(length: Dim, indices: Tensor) -> None:
    low, high = indices.facts.low, indices.facts.high
    if length.value is None:
        return
    constant = indices.facts.constant
    if constant is not None and high is not None and high >= length.value:
        raise Mismatch(
            "embedding-index-out-of-range", f"index {high:g} of an axis of {length}", length, argument="indices",
            runtime=f"indices[...] = {high:g} is not in [0, {length})",
        )  # fmt: skip
    if constant is not None and low is not None and low < 0:
        raise Mismatch(
            "embedding-index-out-of-range", f"index {low:g}", length, argument="indices",
            runtime=f"indices[...] = {low:g} is not in [0, {length})",
        )  # fmt: skip


@TF.op("tensorflow.nn.embedding_lookup",
       samples=("tf.nn.embedding_lookup(tf.ones([4, 3]), [[0, 1]])",
                "tf.nn.embedding_lookup(tf.ones([4, 3]), tf.zeros([2, 5], tf.int32))",
                "tf.nn.embedding_lookup(tf.ones([4, 3]), [[0., 1.]])",
                "tf.nn.embedding_lookup(params=tf.ones([4, 3]), ids=[7])"))  # fmt: skip
def embedding_lookup(
    params: Tensor, ids: Tensor, max_norm: Ignored = None, name: Ignored = None, *, validate_indices: Ignored = True
) -> Tensor:
    if kind_of(ids.dtype) == "float":
        raise Mismatch(
            "index-dtype", f"{ids.dtype} ids", argument="ids", help="tf.cast(ids, tf.int32)",
            runtime="Value for attr 'Tindices' of float is not in the list of allowed values: int16, int32, int64",
        )  # fmt: skip
    return gather(params, ids)


@TF.op("tensorflow.compat.v1.nn.embedding_lookup",
       samples=("tf.compat.v1.nn.embedding_lookup(tf.ones([4, 3]), [[0, 1]])",))  # fmt: skip
def embedding_lookup_v1(
    params: Tensor, ids: Tensor, partition_strategy: Ignored = "mod", name: Ignored = None,
    validate_indices: Ignored = True, max_norm: Ignored = None,
) -> Tensor:  # fmt: skip
    return embedding_lookup(params, ids)


@TF.op("tensorflow.gather_nd",
       samples=("tf.gather_nd(tf.ones([4, 3]), [[0, 1], [2, 2]])", "tf.gather_nd(tf.ones([4, 3]), [[0], [2]])",
                "tf.gather_nd(tf.ones([4, 3, 5]), [[[0, 1]], [[2, 2]]])",
                "tf.gather_nd(tf.ones([4, 3]), [[0, 1, 0]])"))  # fmt: skip
def gather_nd(
    params: Tensor, indices: Tensor, batch_dims: int = 0, name: Ignored = None, bad_indices_policy: Ignored = ""
) -> Tensor:
    depth = indices.shape[-1].value
    if depth is None:
        return moved(params, Shape.unknown())
    if depth + batch_dims > params.rank:
        raise Mismatch(
            "gather-index-rank", f"indices of {depth} numbers into {params.shape}", argument="indices",
            runtime=f"index innermost dimension length must be <= params rank; saw: {depth} vs. {params.rank}",
        )  # fmt: skip
    return moved(params, indices.shape[:-1] + Shape(params.shape.dims[batch_dims + depth :]))


# -- where -----------------------------------------------------------------------------------------------------


def _chooses_rows(condition: Shape, x: Shape, y: Shape) -> bool:
    """TensorFlow 1 reads a vector of conditions, one for each row of x and y, in another way. Source: Select."""
    if not (condition.known_rank and x.known_rank and y.known_rank):
        return False
    return condition.rank == 1 < x.rank == y.rank and condition[0].equals(x[0]) is not Truth.NO


@TF.op("tensorflow.where",
       samples=("tf.where(tf.ones([2, 3]) > 0)", "tf.where(tf.ones([2, 3]) > 0, 1., 0.)",
                "tf.where(tf.ones([2, 3]) > 0, tf.ones([3]), 0.)",
                "tf.where(tf.ones([2, 3]) > 0, tf.ones([2, 3]), tf.zeros([2, 3]))",
                "tf.where(tf.ones([2, 3]) > 0, tf.ones([5]), 0.)",
                "tf.where(tf.ones([2, 3]) > 0, tf.ones([2, 3]), tf.ones([2, 3], tf.int32))",
                "tf.where(True, tf.ones([2]), tf.ones([2]))",
                "tf.where(tf.ones([2, 1]) > 0, tf.ones([2, 3]), np.zeros([2, 3]))", "tf.where(tf.ones([2]))",
                "tf.where(tf.ones([2]) > 0, 1, 0)"))  # fmt: skip
def where(condition: Tensor, x: Tensor | None = None, y: Tensor | None = None, name: Ignored = None) -> Tensor:
    if x is None and y is None:
        count = Dim.unknown()
        rank = condition.shape.rank if condition.shape.known_rank else Dim.unknown()
        return tensor(Shape((count, rank)), "int64", Facts(low=0))
    if x is None or y is None:
        raise Mismatch("elementwise-shape-mismatch", "x and y go together",
                       runtime="x and y must both be non-None or both be None.")  # fmt: skip
    need(condition, "bool", "SelectV2", "condition")
    dtype = settle((x, y), "SelectV2", lenient=True)
    shapes = " ".join(spell(one.shape) for one in (condition, x, y))
    with quoting(f"condition {spell(condition.shape)}, then {spell(x.shape)}, and else {spell(y.shape)} must be "
                 "broadcastable [Op:SelectV2]", f"Dimensions must be equal: {shapes}"):  # fmt: skip
        shape = broadcast(condition.shape, x.shape, y.shape)
    if _chooses_rows(condition.shape, x.shape, y.shape) and shape != x.shape:
        raise Undecided("tf.where of TensorFlow 1 takes whole rows by a vector of conditions")
    ranges = join_ranges(x.facts, y.facts)
    return tensor(shape, dtype, Facts(low=ranges.low, high=ranges.high))


# -- scatter ---------------------------------------------------------------------------------------------------


@TF.op("tensorflow.scatter_nd",
       samples=("tf.scatter_nd([[1], [2]], tf.ones([2, 3]), [4, 3])", "tf.scatter_nd([[0, 1]], tf.ones([1]), [2, 3])",
                "tf.scatter_nd([[1], [2]], tf.ones([2, 5]), [4, 3])"))  # fmt: skip
def scatter_nd(
    indices: Tensor, updates: Tensor, shape: Dims, bad_indices_policy: Ignored = "", name: Ignored = None
) -> Tensor:
    _check_updates(Shape(shape), indices, updates)
    return tensor(Shape(shape), updates.dtype)


def _check_updates(target: Shape, indices: Tensor, updates: Tensor) -> None:
    depth = indices.shape[-1].value
    if depth is None or not updates.shape.known_rank:
        return
    wanted = indices.shape[:-1] + Shape(target.dims[depth:])
    if depth > target.rank or wanted.equals(updates.shape) is Truth.NO:
        raise Mismatch(
            "elementwise-shape-mismatch", f"updates {updates.shape} where {wanted} are indexed", argument="updates",
            runtime=f"Dimensions [0,{indices.rank - 1}) of indices[shape={spell(indices.shape)}] must match dimensions "
            f"[0,{indices.rank - 1}) of updates[shape={spell(updates.shape)}]",
        )  # fmt: skip


def _scatter_into(tensor: Tensor, indices: Tensor, updates: Tensor, name: Ignored = None) -> Tensor:
    settle((tensor, updates), "TensorScatterUpdate")
    if tensor.shape.known_rank:
        _check_updates(tensor.shape, indices, updates)
    return moved(tensor, tensor.shape).like(facts=Facts())


def _scatter_with(
    tensor: Tensor, indices: Tensor, updates: Tensor, bad_indices_policy: Ignored = "", name: Ignored = None
) -> Tensor:
    return _scatter_into(tensor, indices, updates)


for _name in ("update", "add", "sub", "max", "min"):
    TF.op(
        f"tensorflow.tensor_scatter_nd_{_name}",
        samples=tuple(
            f"tf.tensor_scatter_nd_{_name}({arguments})"
            for arguments in (
                "tf.ones([4, 3]), [[1], [2]], tf.ones([2, 3])", "tf.ones([4, 3]), [[1], [2]], tf.ones([2, 5])",
                "tf.ones([4]), [[1]], [5.]",
            )
        ),
    )(_scatter_into if _name == "update" else _scatter_with)  # fmt: skip


@TF.op("tensorflow.searchsorted", samples=("tf.searchsorted([1., 2., 3.], [1.5, 2.5])",
                                           "tf.searchsorted(tf.ones([2, 3]), tf.ones([2, 5]))"))  # fmt: skip
def searchsorted(
    sorted_sequence: Tensor,
    values: Tensor,
    side: Ignored = "left",
    out_type: Value | str = "int32",
    name: Ignored = None,
) -> Tensor:
    from .dialect import asked

    return tensor(values.shape, asked(out_type, "int32"), Facts(low=0))


@TF.op("tensorflow.dynamic_stitch", samples=("tf.dynamic_stitch([[0, 1], [2]], [tf.ones([2, 3]), tf.ones([1, 3])])",))
def dynamic_stitch(indices: Ignored, data: Tensors, name: Ignored = None) -> Tensor:
    return tensor(Shape((Dim.unknown(), *data[0].shape.dims[1:])) if len(data) else Shape.unknown(), None)

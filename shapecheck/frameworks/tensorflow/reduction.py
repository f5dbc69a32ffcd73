"""Reductions, sorting and what runs along an axis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.axes import axes as nth_axes
from ...algebra.axes import axis as nth
from ...algebra.broadcast import broadcast
from ...algebra.reduce import reduce
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided, remark
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ..binding import Ignored, Ints
from ..numpy.fold import attempt, total
from .dialect import TF, asked, need, quoting, spell, tensor
from .dialect import tensor as new_tensor
from .elementwise import family
from .losses_by_hand import look

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Value

_SAMPLES = (
    "{}(tf.ones([2, 3, 5]))", "{}(tf.ones([2, 3, 5]), axis=1)", "{}(tf.ones([2, 3, 5]), [0, 2])",
    "{}(tf.ones([2, 3, 5]), -1, True)", "{}(tf.ones([2, 3, 5]), axis=3)", "{}(np.ones([2, 3]), axis=0)",
    "{}(tf.ones([2, 3], tf.int32))", "{}([[1., 2.], [3., 4.]], axis=0)", "{}(tf.ones([2, 3]), keepdims=True)",
    "{}(tf.ones([]))", "{}(tf.ones([2, 3]), axis=[])",
)  # fmt: skip
_TRUTHS = ("{}(tf.ones([2, 3, 5]) > 0)", "{}(tf.ones([2, 3]) > 0, axis=1)", "{}(tf.ones([2, 3]))",
           "{}(tf.ones([2, 3]) > 0, 0, True)")  # fmt: skip


def reduced(x: Tensor, axis: tuple[int, ...] | None, keepdims: bool | None) -> Shape:
    """The shape after a reduction, in TensorFlow's words where an axis is not there."""
    if not x.shape.known_rank and axis is not None:
        return Shape.unknown()
    rank = x.shape.rank if x.shape.known_rank else "?"
    wrong = next((a for a in axis or () if isinstance(rank, int) and not -rank <= a < rank), "?")
    with quoting(
        f"Invalid reduction dimension ({wrong} for input with {rank} dimension(s)",
        f"Invalid reduction dimension {wrong} for input with {rank} dimensions.",
    ):
        if x.shape == Shape() and axis:
            raise Mismatch("dim-out-of-range", f"axis {axis[0]} of a scalar")
        return reduce(x.shape, axis, bool(keepdims))


def reduction(takes: str = "", dtype: str = "", op: str = "") -> Callable[..., Tensor]:
    """The shape function of a reduction that gives the operand's dtype, or `dtype`."""

    def function(
        input_tensor: Tensor, axis: Ints | None = None, keepdims: bool | None = False, name: Ignored = None
    ) -> Tensor:
        if takes:
            need(input_tensor, takes, op or "the reduction", "input_tensor")
        shape = reduced(input_tensor, axis, keepdims)
        return tensor(shape, dtype or input_tensor.dtype, _facts(op, input_tensor, axis))

    return function


def _facts(op: str, x: Tensor, axis: tuple[int, ...] | None) -> Facts:
    """Sizes that are multiplied (`tf.reduce_prod(tf.shape(x))`) stay known; the range of a mean or maximum, too."""
    look(op, x, axis)
    if op in ("Sum", "Prod") and x.dtype in ("int32", "int64") and x.shape.known_rank and x.shape.rank == 1:
        sign, start = ("+", 0) if op == "Sum" else ("*", 1)
        return Facts(constant=attempt(lambda: total(sign, x.facts.constant, start)))
    if op in ("Mean", "Max", "Min"):
        return Facts(low=x.facts.low, high=x.facts.high)
    return Facts()


_BOTH = ("tensorflow.reduce_{}", "tensorflow.math.reduce_{}")
for _name in ("sum", "mean", "max", "min", "prod"):
    family(_name, reduction("float int uint complex", op=_name.capitalize()), _BOTH, _SAMPLES)
for _name in ("any", "all"):
    family(_name, reduction("bool", "bool", op=_name.capitalize()), _BOTH, _TRUTHS)
family("logsumexp", reduction("float"), _BOTH, _SAMPLES)
family("std variance", reduction("float complex"), _BOTH[1:], _SAMPLES)
family("euclidean_norm", reduction(), _BOTH[1:], _SAMPLES[:5])


@TF.op("tensorflow.math.count_nonzero", "tensorflow.count_nonzero",
       samples=("tf.math.count_nonzero(tf.ones([2, 3, 5]))", "tf.math.count_nonzero(tf.ones([2, 3, 5]), 1)",
                "tf.math.count_nonzero(tf.ones([2, 3]), axis=0, keepdims=True, dtype=tf.int32)"))  # fmt: skip
def count_nonzero(
    input: Tensor, axis: Ints | None = None, keepdims: bool | None = None, dtype: Value | str = "int64",
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    return tensor(reduced(input, axis, keepdims), asked(dtype, "int64"), Facts(low=0))


def _look_at_axis(x: Tensor, at: int) -> None:
    """The probabilities of each sample are along the last of two axes: the first counts the samples."""
    several = x.rank == 2 and at == 0 and x.shape[0].equals(1) is Truth.NO and x.shape[1].equals(1) is Truth.NO
    if several and x.facts.activation in ("softmax", "log_softmax") and x.facts.axis in (-1, None):
        remark("argmax-wrong-dim", f"the largest of {x.shape} along the batch: the classes are on axis 1",
               *x.shape.dims, argument="input", help="axis=-1")  # fmt: skip


def _extreme(
    input: Tensor, axis: int | None = None, output_type: Value | str = "int64", name: Ignored = None
) -> Tensor:
    """Positions along an axis, the first unless another is named."""
    if not input.shape.known_rank:
        return tensor(Shape.unknown(), asked(output_type, "int64"), Facts(low=0, activation="argmax"))
    rank = input.rank
    with quoting(f"Expected dimension in the range [-{rank}, {rank}), but got {axis}"):
        if input.shape == Shape():
            raise Mismatch("dim-out-of-range", "argmax of a scalar")
        at = nth(axis or 0, input.rank)
    _look_at_axis(input, at)
    length = input.shape[at]
    high = length.value - 1 if length.value else None
    facts = Facts(low=0, high=high, activation="argmax")
    return tensor(input.shape.without(at), asked(output_type, "int64"), facts)


for _name in ("argmax", "argmin"):
    family(_name, _extreme, ("tensorflow.{}", "tensorflow.math.{}"),
           ("{}(tf.ones([2, 3, 5]))", "{}(tf.ones([2, 3, 5]), 1)", "{}(tf.ones([2, 3]), axis=-1)",
            "{}(tf.ones([2, 3]), axis=2)", "{}(tf.ones([2, 3]), 1, output_type=tf.int32)", "{}([1, 3, 2])",
            "{}(tf.ones([]))"))  # fmt: skip
_LEGACY_EXTREME = ("{}(tf.ones([2, 3, 5]), 1)", "{}(tf.ones([2, 3, 5]), 1, output_type=tf.int32)",
                   "{}(tf.ones([2, 3, 5]), dimension=2)", "{}(tf.ones([2, 3, 5]))")  # fmt: skip


def _legacy_extreme(
    input: Tensor, axis: int | None = None, name: Ignored = None, dimension: int | None = None,
    output_type: Value | str = "int64",
) -> Tensor:  # fmt: skip
    return _extreme(input, dimension if axis is None else axis, output_type)


for _name in ("argmax", "argmin"):
    family(_name, _legacy_extreme, ("tensorflow.compat.v1.{}", "tensorflow.compat.v1.math.{}"), _LEGACY_EXTREME)


def _running(
    x: Tensor, axis: int = 0, exclusive: Ignored = False, reverse: Ignored = False, name: Ignored = None
) -> Tensor:
    """The same shape, accumulated along an axis."""
    with quoting("Shape must be at least rank 1" if x.shape == Shape() else "", "ScanOp: Expected scan axis in range"):
        if x.shape.known_rank:
            if x.shape == Shape():
                raise Mismatch("dim-out-of-range", "a running sum of a scalar")
            nth(axis, x.rank)
    return tensor(x.shape, x.dtype)


_ALONG = ("{}(tf.ones([2, 3]))", "{}(tf.ones([2, 3]), axis=1)", "{}(tf.ones([2, 3]), 2)", "{}(tf.ones([3], tf.int32))")
family("cumsum cumprod", _running, ("tensorflow.math.{}", "tensorflow.{}"), _ALONG)
family("cumulative_logsumexp", _running, ("tensorflow.math.{}",), _ALONG[:3])


@TF.op("tensorflow.norm", "tensorflow.linalg.norm",
       samples=("tf.norm(tf.ones([2, 3, 5]))", "tf.norm(tf.ones([2, 3, 5]), axis=1)",
                "tf.norm(tf.ones([2, 3]), 1, -1, True)",
                "tf.norm(tf.ones([2, 3, 5]), axis=[0, 1])", "tf.norm(tf.ones([2, 3]), axis=2)",
                "tf.norm(tf.ones([2, 3]), keepdims=True)"))  # fmt: skip
def norm(
    tensor: Tensor, ord: Ignored = "euclidean", axis: Ints | None = None, keepdims: bool | None = None,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    return new_tensor(reduced(tensor, axis, keepdims), tensor.dtype, Facts(low=0))


@TF.op("tensorflow.nn.moments",
       samples=("tf.nn.moments(tf.ones([2, 3, 5]), [0])",
                "tf.nn.moments(tf.ones([2, 3, 5]), axes=[0, 1], keepdims=True)",
                "tf.nn.moments(tf.ones([2, 3]), [2])"))  # fmt: skip
def moments(
    x: Tensor, axes: Ints, shift: Ignored = None, keepdims: bool | None = False, name: Ignored = None
) -> tuple[Tensor, Tensor]:
    shape = reduced(x, axes, keepdims)
    return tensor(shape, x.dtype), tensor(shape, x.dtype, Facts(low=0))


@TF.op("tensorflow.math.l2_normalize", "tensorflow.nn.l2_normalize", "tensorflow.linalg.l2_normalize",
       samples=("tf.math.l2_normalize(tf.ones([2, 3]), axis=1)", "tf.math.l2_normalize(tf.ones([2, 3]))",
                "tf.math.l2_normalize(tf.ones([2, 3]), 2)",
                "tf.math.l2_normalize(tf.ones([2, 3]), [0, 1])"))  # fmt: skip
def l2_normalize(
    x: Tensor, axis: Ints | None = None, epsilon: Ignored = 1e-12, name: Ignored = None, dim: Ints | None = None
) -> Tensor:
    need(x, "float complex", "the function", "x")
    reduced(x, dim if axis is None else axis, True)
    return tensor(x.shape, x.dtype)


@TF.op("tensorflow.math.top_k", "tensorflow.nn.top_k",
       samples=("tf.math.top_k(tf.ones([2, 5]), 3)", "tf.math.top_k(tf.ones([5]))",
                "tf.math.top_k(tf.ones([2, 5]), k=7)",
                "tf.math.top_k(tf.ones([2, 3, 5]), 2)"))  # fmt: skip
def top_k(
    input: Tensor, k: Dim | int = 1, sorted: Ignored = True, index_type: Value | str = "int32", name: Ignored = None
) -> tuple[Tensor, Tensor]:
    k = Dim.of(k)
    if input.shape.known_rank and (input.shape == Shape() or input.shape[-1].less(k) is Truth.YES):
        raise Mismatch(
            "dim-out-of-range", f"the {k} largest of {input.shape}", k,
            runtime=f"input must have at least k columns. Had {input.shape[-1] if input.rank else 0}, needed {k}",
        )  # fmt: skip
    shape = Shape((*input.shape[:-1].parts[0], k)) if input.shape.known_rank else input.shape[:-1] + Shape.of(k)
    return tensor(shape, input.dtype), tensor(shape, asked(index_type, "int32"), Facts(low=0))


@TF.op("tensorflow.sort", samples=("tf.sort(tf.ones([2, 3]))", "tf.sort(tf.ones([2, 3]), axis=0)",
                                   "tf.sort(tf.ones([2, 3]), 2)"))  # fmt: skip
def sort(values: Tensor, axis: int = -1, direction: Ignored = "ASCENDING", name: Ignored = None) -> Tensor:
    _check_axis(values, axis)
    return tensor(values.shape, values.dtype, Facts(low=values.facts.low, high=values.facts.high))


@TF.op("tensorflow.argsort", samples=("tf.argsort(tf.ones([2, 3]))", "tf.argsort(tf.ones([2, 3]), axis=0)",
                                      "tf.argsort(tf.ones([2, 3]), 2)"))  # fmt: skip
def argsort(
    values: Tensor, axis: int = -1, direction: Ignored = "ASCENDING", stable: Ignored = False, name: Ignored = None
) -> Tensor:
    _check_axis(values, axis)
    return tensor(values.shape, "int32", Facts(low=0))


def _check_axis(x: Tensor, axis: int) -> None:
    if x.shape.known_rank:
        rank = x.rank
        with quoting(f"`axis` is out of bounds: axis {axis} of a tensor with {rank} dimensions"):
            nth(axis, rank)


@TF.op("tensorflow.reverse", samples=("tf.reverse(tf.ones([2, 3]), [0])", "tf.reverse(tf.ones([2, 3]), axis=[-1])",
                                      "tf.reverse(tf.ones([2, 3]), [2])"))  # fmt: skip
def reverse(tensor: Tensor, axis: Ints, name: Ignored = None) -> Tensor:
    if tensor.shape.known_rank:
        with quoting(f"'axis'[0] = {axis[0] if axis else '?'} is out of valid range [0, {tensor.rank - 1}"):
            nth_axes(axis, tensor.rank)
    return new_tensor(tensor.shape, tensor.dtype, Facts(low=tensor.facts.low, high=tensor.facts.high))


@TF.op("tensorflow.roll", samples=("tf.roll(tf.ones([2, 3]), 1, 0)",
                                   "tf.roll(tf.ones([2, 3]), shift=[1, 1], axis=[0, 1])",
                                   "tf.roll(tf.ones([2, 3]), 1, 2)"))  # fmt: skip
def roll(input: Tensor, shift: Ignored, axis: Ints, name: Ignored = None) -> Tensor:
    if input.shape.known_rank:
        with quoting("axis is out of range"):
            for number in axis:
                nth(number, input.rank)
    return tensor(input.shape, input.dtype, Facts(low=input.facts.low, high=input.facts.high))


# -- segments and counts ---------------------------------------------------------------------------------------


def _segments(data: Tensor, segment_ids: Tensor, name: Ignored = None) -> Tensor:
    """As many rows as there are ids."""
    if data.shape.known_rank and segment_ids.shape.known_rank:
        _same_rows(data, segment_ids)
    return tensor(Shape((Dim.unknown(), *data.shape.dims[1:])), data.dtype)


def unsorted(data: Tensor, segment_ids: Tensor, num_segments: Dim, name: Ignored = None) -> Tensor:
    """As many rows as are asked for."""
    rank = segment_ids.rank
    for mine, ids in zip(data.shape.dims, segment_ids.shape.dims, strict=False):
        if mine.equals(ids) is Truth.NO:
            _refuse_segments(data, segment_ids)
    if rank > data.rank:
        _refuse_segments(data, segment_ids)
    return tensor(Shape((num_segments, *data.shape.dims[rank:])), data.dtype)


def _same_rows(data: Tensor, ids: Tensor) -> None:
    if ids.rank != 1 or (data.rank and data.shape[0].equals(ids.shape[0]) is Truth.NO):
        _refuse_segments(data, ids)


def _refuse_segments(data: Tensor, ids: Tensor) -> None:
    raise Mismatch(
        "elementwise-shape-mismatch", f"segment ids {ids.shape} for {data.shape}",
        runtime=f"data.shape = {spell(data.shape)} does not start with segment_ids.shape = {spell(ids.shape)}",
    )  # fmt: skip


family("segment_sum segment_mean segment_max segment_min segment_prod", _segments, ("tensorflow.math.{}",),
       ("{}(tf.ones([3, 5]), tf.constant([0, 0, 1]))", "{}(tf.ones([3, 5]), tf.constant([0, 1]))"))  # fmt: skip
family("unsorted_segment_sum unsorted_segment_mean unsorted_segment_max unsorted_segment_min unsorted_segment_prod",
       unsorted,
       ("tensorflow.math.{}",), ("{}(tf.ones([3, 5]), tf.constant([0, 0, 1]), 4)",
                                 "{}(tf.ones([3, 5]), tf.constant([0, 1]), 4)"))  # fmt: skip


@TF.op("tensorflow.math.confusion_matrix",
       samples=("tf.math.confusion_matrix([0, 1, 2], [0, 1, 1], 3)", "tf.math.confusion_matrix([0, 1], [0, 1, 1], 3)",
                "tf.math.confusion_matrix(tf.zeros([4], tf.int64), tf.zeros([4], tf.int64), num_classes=5)")
       )  # fmt: skip
def confusion_matrix(
    labels: Tensor, predictions: Tensor, num_classes: Dim | None = None, weights: Ignored = None,
    dtype: Value | str = "int32", name: Ignored = None,
) -> Tensor:  # fmt: skip
    if labels.shape.known_rank and predictions.shape.known_rank and labels.rank == predictions.rank == 1:
        with quoting("Dimensions must be equal: `predictions` and `labels`"):
            broadcast(labels.shape, predictions.shape)
    size = Dim.unknown() if num_classes is None else num_classes
    return tensor(Shape((size, size)), asked(dtype, "int32"))


def _in_top_k(targets: Tensor, predictions: Tensor, k: Ignored, name: Ignored = None) -> Tensor:
    """Whether the target is among the k best; targets [n], predictions [n, classes].

    TensorFlow 1 has them the other way round: which is which is told by the ranks of both.
    """
    if not (targets.shape.known_rank and predictions.shape.known_rank):
        return tensor(Shape.of_rank(1), "bool")
    if (targets.rank, predictions.rank) == (2, 1):
        targets, predictions = predictions, targets
    need(targets, "int", "InTopKV2", "targets")
    for what, rank in ((targets, 1), (predictions, 2)):
        if what.rank != rank:
            name = "targets" if rank == 1 else "predictions"
            raise Mismatch("layer-input-rank", f"{name} of rank {what.rank}",
                           runtime=f"{name} must be {rank}-dimensional")  # fmt: skip
    if predictions.shape[0].equals(targets.shape[0]) is Truth.NO:
        raise Mismatch(
            "elementwise-shape-mismatch", f"{targets.shape} targets for {predictions.shape} predictions",
            runtime=f"First dimension of predictions {predictions.shape[0]} must match length of targets "
            f"{targets.shape[0]}",
        )  # fmt: skip
    return tensor(targets.shape, "bool")


TF.op("tensorflow.math.in_top_k", "tensorflow.nn.in_top_k",
      samples=("tf.math.in_top_k([0, 1], tf.ones([2, 3]), 2)", "tf.math.in_top_k([0, 1, 2], tf.ones([2, 3]), 2)",
               "tf.math.in_top_k([[0, 1]], tf.ones([2, 3]), 2)"))(_in_top_k)  # fmt: skip


@TF.op("tensorflow.compat.v1.nn.in_top_k", "tensorflow.compat.v1.math.in_top_k",
       samples=("tf.compat.v1.nn.in_top_k(tf.ones([2, 3]), [0, 1], 2)",))  # fmt: skip
def in_top_k_v1(predictions: Tensor, targets: Tensor, k: Ignored, name: Ignored = None) -> Tensor:
    return _in_top_k(targets, predictions, k)


@TF.op("tensorflow.clip_by_global_norm",
       samples=("tf.clip_by_global_norm([tf.ones([2, 3]), tf.ones([5])], 1.0)",))  # fmt: skip
def clip_by_global_norm(t_list: Any, clip_norm: Ignored, use_norm: Ignored = None, name: Ignored = None) -> Any:
    if not isinstance(t_list, (list, tuple)):
        raise Undecided("a list of tensors that is not known")
    clipped = [tensor(t.shape, t.dtype) if isinstance(t, Tensor) else t for t in t_list]
    return clipped, tensor(Shape(), "float32", Facts(low=0))


@TF.op("tensorflow.linalg.global_norm", "tensorflow.global_norm",
       samples=("tf.linalg.global_norm([tf.ones([2, 3]), tf.ones([5])])",))  # fmt: skip
def global_norm(t_list: Ignored, name: Ignored = None) -> Tensor:
    return tensor(Shape(), "float32", Facts(low=0))


@TF.op("tensorflow.unique", samples=("tf.unique([1, 1, 2])",))
def unique(x: Tensor, out_idx: Value | str = "int32", name: Ignored = None) -> tuple[Tensor, Tensor]:
    if x.rank != 1:
        raise Mismatch("layer-input-rank", f"unique of rank {x.rank}", runtime="unique expects a 1D vector.")
    return tensor(Shape.of(Dim.unknown()), x.dtype), tensor(x.shape, asked(out_idx, "int32"))


@TF.op("tensorflow.math.bincount", samples=("tf.math.bincount([1, 1, 2])", "tf.math.bincount([1, 2], minlength=5)"))
def bincount(
    arr: Tensor, weights: Ignored = None, minlength: Ignored = None, maxlength: Ignored = None,
    dtype: Value | str = "int32", name: Ignored = None, axis: int | None = None, binary_output: Ignored = False,
) -> Tensor:  # fmt: skip
    if axis is not None:
        raise Undecided("bincount along an axis")
    return tensor(Shape.of(Dim.unknown()), None)

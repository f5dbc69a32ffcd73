"""`tf.losses` of TensorFlow 1: means over a batch, of labels and predictions of one shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Native
from ..binding import Ignored, Operand
from ..declare import declare
from .dialect import TF, python_spell, tensor
from .generation import builds_graphs
from .losses import SPARSE, look_at_logits, softmax_cross_entropy, sparse_cross_entropy

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Arguments, Context, Value


def _named(name: str, samples: tuple[str, ...]) -> tuple[str, ...]:
    """Patterns of samples for one name."""
    return tuple(sample.replace("{}", name) for sample in samples)


def _reduced(loss: Shape, reduction: Any, dtype: str | None) -> Tensor:
    """A mean, unless the reduction is "none"."""
    return tensor(loss if str(reduction).lower() == "none" else Shape(), dtype, Facts(low=0))


def _paired(labels: Tensor, predictions: Tensor, kind: str = "target-width-mismatch") -> Shape:
    """tf.losses does not broadcast: both have one shape."""
    if labels.shape.equals(predictions.shape) is Truth.NO:
        raise Mismatch(
            kind,
            f"labels {labels.shape} for predictions {predictions.shape}",
            *labels.shape.parts[0][-1:],
            argument="labels",
            runtime=f"Shapes {python_spell(predictions.shape)} and {python_spell(labels.shape)} are incompatible",
        )
    return predictions.shape


def _weighted(weights: Operand, losses: Shape) -> None:
    """Weights are stretched over the losses, but do not stretch these."""
    if not isinstance(weights, Tensor) or not (weights.shape.known_rank and losses.known_rank) or not weights.rank:
        return
    pairs = zip(weights.shape.dims, losses.dims, strict=False)
    alike = weights.rank == losses.rank and not any(
        mine.equals(theirs) is Truth.NO and mine.equals(1) is Truth.NO for mine, theirs in pairs
    )
    if not alike:
        raise Mismatch("elementwise-shape-mismatch", f"weights {weights.shape} for losses {losses}",
                       argument="weights", runtime="weights can not be broadcast to values.")  # fmt: skip


def _distance(
    labels: Tensor, predictions: Tensor, weights: Operand = 1.0, scope: Ignored = None,
    loss_collection: Ignored = "losses", reduction: Any = "weighted_sum_by_nonzero_weights",
) -> Tensor:  # fmt: skip
    shape = _paired(labels, predictions)
    _weighted(weights, shape)
    return _reduced(shape, reduction, "float32")


def _huber(
    labels: Tensor, predictions: Tensor, weights: Operand = 1.0, delta: Ignored = 1.0, scope: Ignored = None,
    loss_collection: Ignored = "losses", reduction: Any = "weighted_sum_by_nonzero_weights",
) -> Tensor:  # fmt: skip
    shape = _paired(labels, predictions)
    _weighted(weights, shape)
    return _reduced(shape, reduction, "float32")


def _log(
    labels: Tensor, predictions: Tensor, weights: Operand = 1.0, epsilon: Ignored = 1e-07, scope: Ignored = None,
    loss_collection: Ignored = "losses", reduction: Any = "weighted_sum_by_nonzero_weights",
) -> Tensor:  # fmt: skip
    shape = _paired(labels, predictions)
    _weighted(weights, shape)
    return _reduced(shape, reduction, "float32")


def _hinge(
    labels: Tensor, logits: Tensor, weights: Operand = 1.0, scope: Ignored = None, loss_collection: Ignored = "losses",
    reduction: Any = "weighted_sum_by_nonzero_weights",
) -> Tensor:  # fmt: skip
    shape = _paired(labels, logits)
    _weighted(weights, shape)
    return _reduced(shape, reduction, "float32")


def _cosine(
    labels: Tensor, predictions: Tensor, axis: int | None = None, weights: Operand = 1.0, scope: Ignored = None,
    loss_collection: Ignored = "losses", reduction: Any = "weighted_sum_by_nonzero_weights", dim: int | None = None,
) -> Tensor:  # fmt: skip
    """One loss for every vector along the axis."""
    shape, at = _paired(labels, predictions), dim if axis is None else axis
    return _reduced(shape if at is None or not shape.known_rank else shape.replace(at, 1), reduction, "float32")


_DISTANCE = ("{}(tf.ones([4]), tf.ones([4]))", "{}(tf.ones([4]), tf.ones([4, 1]))",
             "{}(tf.ones([4, 3]), tf.ones([4, 3]))",
             "{}(tf.ones([4, 2]), tf.ones([4, 3]))", "{}(tf.ones([4], tf.int32), tf.ones([4]))",
             "{}(np.ones([4]), tf.ones([4]))", "{}(tf.ones([4, 2]), tf.ones([4, 2]), weights=tf.ones([4, 1]))",
             "{}(tf.ones([4, 2]), tf.ones([4, 2]), weights=tf.ones([2]))",
             "{}(tf.ones([4, 2]), tf.ones([4, 2]), weights=tf.ones([3, 2]))")  # fmt: skip
_DISTANCES: dict[str, Callable[..., Tensor]] = {
    "mean_squared_error": _distance, "absolute_difference": _distance, "huber_loss": _huber, "log_loss": _log,
    "hinge_loss": _hinge,
}  # fmt: skip
for _name, _function in _DISTANCES.items():
    _paths = (f"tensorflow.compat.v1.losses.{_name}", f"tensorflow.losses.{_name}")
    # what TensorFlow 2 calls tf.losses.mean_squared_error is a function of Keras
    _given = _paths[:1] if _name == "mean_squared_error" else _paths
    TF.op(*_given, traits={"loss": _name}, samples=_named(f"tf.compat.v1.losses.{_name}", _DISTANCE))(_function)


_FIRST = {"labels", "predictions", "weights", "scope", "loss_collection"}


def _squared(context: Context, arguments: Arguments) -> Value:
    """One name for a number in TensorFlow 1, and one for every sample in TensorFlow 2."""
    first = builds_graphs(context) or not _FIRST.isdisjoint(arguments.keywords)
    root = "tensorflow.compat.v1" if first else "keras"
    return context.apply(f"{root}.losses.mean_squared_error", arguments)


declare("tensorflow.losses.mean_squared_error", Native("tensorflow.losses.mean_squared_error", _squared))


TF.op("tensorflow.compat.v1.losses.cosine_distance", "tensorflow.losses.cosine_distance",
      samples=_named("tf.compat.v1.losses.cosine_distance", (
          "{}(tf.ones([4, 3]), tf.ones([4, 3]), axis=1)", "{}(tf.ones([4, 2]), tf.ones([4, 3]), axis=1)",
          "{}(tf.ones([4, 3]), tf.ones([4, 3]), axis=1, reduction='none')",
          "{}(tf.ones([4, 3]), tf.ones([4, 3]), dim=0)")))(_cosine)  # fmt: skip


@TF.op("tensorflow.compat.v1.losses.softmax_cross_entropy", "tensorflow.losses.softmax_cross_entropy",
       traits={"loss": "cross-entropy", "logits": "logits", "labels": "onehot_labels"},
       samples=_named("tf.compat.v1.losses.softmax_cross_entropy", (
                         "{}(tf.ones([4, 3]), tf.ones([4, 3]))", "{}(tf.ones([4]), tf.ones([4, 3]))",
                         "{}(tf.ones([4, 2]), tf.ones([4, 3]))",
                         "{}(tf.ones([4, 3], tf.int32), tf.ones([4, 3]))")))  # fmt: skip
def losses_softmax(
    onehot_labels: Tensor, logits: Tensor, weights: Operand = 1.0, label_smoothing: Ignored = 0, scope: Ignored = None,
    loss_collection: Ignored = "losses", reduction: Any = "weighted_sum_by_nonzero_weights",
) -> Tensor:  # fmt: skip
    kind = "num-classes-mismatch"
    if onehot_labels.shape.known_rank and logits.shape.known_rank and onehot_labels.rank < logits.rank:
        kind = "categorical-ce-with-integer-labels"
    _paired(onehot_labels, logits, kind)
    shape = softmax_cross_entropy(onehot_labels, logits).shape
    _weighted(weights, shape)
    return _reduced(shape, reduction, logits.dtype)


@TF.op("tensorflow.compat.v1.losses.sparse_softmax_cross_entropy", "tensorflow.losses.sparse_softmax_cross_entropy",
       traits=SPARSE,
       samples=_named("tf.compat.v1.losses.sparse_softmax_cross_entropy", (
                         "{}(tf.zeros([4], tf.int32), tf.ones([4, 3]))",
                         "{}(tf.zeros([4, 1], tf.int32), tf.ones([4, 3]))",
                         "{}(tf.zeros([4, 3], tf.int32), tf.ones([4, 3]))",
                         "{}(tf.zeros([5], tf.int32), tf.ones([4, 3]))",
                         "{}(tf.zeros([4]), tf.ones([4, 3]))")))  # fmt: skip
def losses_sparse(
    labels: Tensor, logits: Tensor, weights: Operand = 1.0, scope: Ignored = None, loss_collection: Ignored = "losses",
    reduction: Any = "weighted_sum_by_nonzero_weights",
) -> Tensor:  # fmt: skip
    """A last axis of 1 is dropped from the labels."""
    shape = labels.shape
    if shape.known_rank and logits.shape.known_rank and shape.rank == logits.rank and shape.rank:
        one = shape[-1].equals(1)
        if one is Truth.MAYBE:
            return _reduced(Shape.unknown(), reduction, logits.dtype)
        shape = shape[:-1] if one is Truth.YES else shape
    found = sparse_cross_entropy(Tensor(shape, labels.dtype, labels.library, labels.box), logits)
    _weighted(weights, found.shape)
    return _reduced(found.shape, reduction, logits.dtype)


@TF.op("tensorflow.compat.v1.losses.sigmoid_cross_entropy", "tensorflow.losses.sigmoid_cross_entropy",
       traits={"loss": "binary-cross-entropy", "logits": "logits", "labels": "multi_class_labels"},
       samples=_named("tf.compat.v1.losses.sigmoid_cross_entropy", (
                         "{}(tf.ones([4, 3]), tf.ones([4, 3]))", "{}(tf.ones([4]), tf.ones([4, 3]))",
                         "{}(tf.ones([4], tf.int32), tf.ones([4]))")))  # fmt: skip
def losses_sigmoid(
    multi_class_labels: Tensor, logits: Tensor, weights: Operand = 1.0, label_smoothing: Ignored = 0,
    scope: Ignored = None, loss_collection: Ignored = "losses", reduction: Any = "weighted_sum_by_nonzero_weights",
) -> Tensor:  # fmt: skip
    shape = _paired(multi_class_labels, logits, "bce-target-shape")
    look_at_logits(logits, multi_class_labels, "sigmoid", "sigmoid-before-bce-with-logits")
    _weighted(weights, shape)
    return _reduced(shape, reduction, logits.dtype)


@TF.op("tensorflow.compat.v1.losses.get_total_loss", "tensorflow.losses.get_total_loss")
def get_total_loss(
    add_regularization_losses: Ignored = True, name: Ignored = "total_loss", scope: Ignored = None
) -> Tensor:
    return tensor(Shape(), "float32")


@TF.op("tensorflow.compat.v1.losses.get_regularization_loss", "tensorflow.losses.get_regularization_loss",
       samples=("tf.compat.v1.losses.get_regularization_loss()",))  # fmt: skip
def get_regularization_loss(scope: Ignored = None, name: Ignored = "total_regularization_loss") -> Tensor:
    return tensor(Shape(), "float32")

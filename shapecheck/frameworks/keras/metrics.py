"""Metrics: functions, classes, and the names that `compile` takes. Sources: keras/src/metrics of Keras 3.15."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided, remark
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from ..binding import Ignored
from .dialect import METRICS, batch_size, spell, tensor
from .heads import check_order
from .loss_checks import aligned, never_broadcast, numbers
from .losses import samplewise

if TYPE_CHECKING:
    pass

_KIND = "metric-label-encoding"


def compared(true: Tensor, pred: Tensor, labels: Shape, output: Shape, metric: str, help: str = "") -> Shape:
    """Labels and predictions are compared element by element."""
    refused = Mismatch(_KIND, f"labels are {true.shape}, predictions {pred.shape}", argument="y_true", help=help,
                       runtime=f"Incompatible shapes: {numbers(labels)} vs. {numbers(output)}")  # fmt: skip
    if labels.rank != output.rank and never_broadcast(labels, output):
        raise refused
    try:
        return broadcast(labels, output, kind=_KIND)
    except Mismatch:
        raise refused from None


def accuracy(metric: str, true: Tensor, pred: Tensor) -> Shape:
    """Which elements count as right, for the metrics whose names end in accuracy."""
    if Shape() in (true.shape, pred.shape):
        raise Undecided("a scalar for labels or predictions")
    check_order(true, pred, metric)
    if metric in ("accuracy", "binary_accuracy"):
        labels, output = aligned(true.shape, pred.shape)
        if metric == "accuracy" and pred.facts.activation in ("softmax", "sigmoid"):
            remark(_KIND, f"Accuracy counts predictions that equal the label, the output of a {pred.facts.activation} "
                   "hardly ever does", argument="y_pred",
                   help="metrics=['accuracy'] chooses by the shapes: BinaryAccuracy and its kin")  # fmt: skip
        help = "SparseCategoricalAccuracy or CategoricalAccuracy" if metric == "accuracy" else ""
        return compared(true, pred, labels, output, metric, help)
    if metric == "categorical_accuracy":
        if true.rank == 0 or pred.rank == 0:
            raise Undecided("labels without an axis")
        labels = true.shape[:-1]
        if labels.rank == pred.rank:
            if labels[-1].is_one() is Truth.NO:
                raise Mismatch(_KIND, f"labels are {true.shape}, predictions {pred.shape}", argument="y_true",
                               runtime="Cannot squeeze axis=-1, because the dimension is not 1.")  # fmt: skip
            raise Undecided("labels with an axis more than the predictions")
        if true.shape[-1] == 1 or true.rank == 1:
            remark(_KIND, f"categorical_accuracy takes one-hot labels, got {true.shape}: every label counts as class 0",
                   argument="y_true", help="SparseCategoricalAccuracy for integer labels")  # fmt: skip
        return compared(true, pred, labels, pred.shape[:-1], metric)
    labels = true.shape
    if labels.rank == pred.rank and labels[-1].is_one() is not Truth.NO:
        labels = labels[:-1]
    found = compared(true, pred, labels, pred.shape[:-1], metric, "CategoricalAccuracy for one-hot labels")
    return _squeezed(true.shape if labels != true.shape else found)


def _squeezed(shape: Shape) -> Shape:
    """Without a last axis of length 1, unless it is the only one."""
    return shape[:-1] if shape.rank > 1 and shape[-1] == 1 else shape


def top_k(true: Tensor, pred: Tensor, sparse: bool, metric: str) -> Shape:
    """Labels [batch], or one-hot rows, against [batch, classes]."""
    if true.rank == 0 or pred.rank < 2:
        raise Undecided("predictions of one axis")
    labels = true.shape if sparse else true.shape[:-1]
    if labels.numel.equals(pred.shape[:-1].numel) is Truth.NO:
        raise Mismatch(_KIND, f"{metric}: labels are {true.shape}, predictions {pred.shape}", argument="y_true",
                       runtime=f"First dimension of predictions {pred.shape[0]} must match length of targets "
                               f"{labels.numel}")  # fmt: skip
    return labels


# -- functions -------------------------------------------------------------------------------------------------


def _accuracy_function(name: str) -> None:
    def metric(y_true: Tensor, y_pred: Tensor) -> Tensor:
        return tensor(accuracy(name, y_true, y_pred))

    METRICS.op(f"keras.metrics.{name}", traits={"metric": name})(metric)


for _name in ("categorical_accuracy", "sparse_categorical_accuracy"):
    _accuracy_function(_name)


@METRICS.op("keras.metrics.binary_accuracy", traits={"metric": "binary_accuracy"})
def binary_accuracy(y_true: Tensor, y_pred: Tensor, threshold: Ignored = 0.5) -> Tensor:
    return tensor(accuracy("binary_accuracy", y_true, y_pred))


@METRICS.op("keras.metrics.top_k_categorical_accuracy", traits={"metric": "top_k_categorical_accuracy"})
def top_k_categorical_accuracy(y_true: Tensor, y_pred: Tensor, k: Ignored = 5) -> Tensor:
    return tensor(top_k(y_true, y_pred, False, "top_k_categorical_accuracy"))


@METRICS.op("keras.metrics.sparse_top_k_categorical_accuracy", traits={"metric": "sparse_top_k_categorical_accuracy"})
def sparse_top_k_categorical_accuracy(y_true: Tensor, y_pred: Tensor, k: Ignored = 5,
                                      from_sorted_ids: bool = False) -> Tensor:  # fmt: skip
    if from_sorted_ids:
        raise Undecided("sorted ids")
    return tensor(top_k(y_true, y_pred, True, "sparse_top_k_categorical_accuracy"))


# -- classes ---------------------------------------------------------------------------------------------------

_ACCURACIES = {"Accuracy": "accuracy", "CategoricalAccuracy": "categorical_accuracy",
               "SparseCategoricalAccuracy": "sparse_categorical_accuracy"}  # fmt: skip
_OF_LOSSES = {
    "MeanSquaredError": "mean_squared_error", "MeanAbsoluteError": "mean_absolute_error",
    "MeanAbsolutePercentageError": "mean_absolute_percentage_error",
    "MeanSquaredLogarithmicError": "mean_squared_logarithmic_error", "KLDivergence": "kl_divergence",
    "Poisson": "poisson", "Hinge": "hinge", "SquaredHinge": "squared_hinge", "CategoricalHinge": "categorical_hinge",
}  # fmt: skip


def _accuracy_class(cls: str, metric: str) -> None:
    def update(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, name: Ignored = metric,
               dtype: Ignored = None) -> None:  # fmt: skip
        accuracy(metric, y_true, y_pred)

    METRICS.layer(f"keras.metrics.{cls}", traits={"metric": metric})(update)


for _cls, _name in _ACCURACIES.items():
    _accuracy_class(_cls, _name)


def _loss_class(cls: str, loss: str) -> None:
    def update(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, name: Ignored = loss,
               dtype: Ignored = None) -> None:  # fmt: skip
        samplewise(loss, y_true, y_pred, False)

    METRICS.layer(f"keras.metrics.{cls}", traits={"metric": loss})(update)


for _cls, _name in _OF_LOSSES.items():
    _loss_class(_cls, _name)


@METRICS.layer("keras.metrics.BinaryAccuracy", traits={"metric": "binary_accuracy"})
def binary_accuracy_class(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *,
                          name: Ignored = "binary_accuracy",
                          dtype: Ignored = None, threshold: Ignored = 0.5) -> None:  # fmt: skip
    accuracy("binary_accuracy", y_true, y_pred)


@METRICS.layer("keras.metrics.TopKCategoricalAccuracy", traits={"metric": "top_k_categorical_accuracy"})
def top_k_class(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, k: Ignored = 5,
                name: Ignored = "top_k_categorical_accuracy", dtype: Ignored = None) -> None:  # fmt: skip
    top_k(y_true, y_pred, False, "TopKCategoricalAccuracy")


@METRICS.layer("keras.metrics.SparseTopKCategoricalAccuracy", traits={"metric": "sparse_top_k_categorical_accuracy"})
def sparse_top_k_class(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, k: Ignored = 5,
                       name: Ignored = "sparse_top_k_categorical_accuracy", dtype: Ignored = None,
                       from_sorted_ids: bool = False) -> None:  # fmt: skip
    if from_sorted_ids:
        raise Undecided("sorted ids")
    top_k(y_true, y_pred, True, "SparseTopKCategoricalAccuracy")


@METRICS.layer("keras.metrics.BinaryCrossentropy", traits={"metric": "binary_crossentropy"})
def binary_crossentropy(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *,
                        name: Ignored = "binary_crossentropy", dtype: Ignored = None, from_logits: bool = False,
                        label_smoothing: Ignored = 0) -> None:  # fmt: skip
    samplewise("binary_crossentropy", y_true, y_pred, False, from_logits)


@METRICS.layer("keras.metrics.CategoricalCrossentropy", traits={"metric": "categorical_crossentropy"})
def categorical_crossentropy(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *,
                             name: Ignored = "categorical_crossentropy", dtype: Ignored = None,
                             from_logits: bool = False,
                             label_smoothing: Ignored = 0, axis: Ignored = -1) -> None:  # fmt: skip
    samplewise("categorical_crossentropy", y_true, y_pred, False, from_logits)


@METRICS.layer("keras.metrics.SparseCategoricalCrossentropy", traits={"metric": "sparse_categorical_crossentropy"})
def sparse_crossentropy(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *,
                        name: Ignored = "sparse_categorical_crossentropy", dtype: Ignored = None,
                        from_logits: bool = False, ignore_class: Any = None, axis: Ignored = -1) -> None:  # fmt: skip
    samplewise("sparse_categorical_crossentropy", y_true, y_pred, False, from_logits, ignore_class)


@METRICS.layer("keras.metrics.LogCoshError", traits={"metric": "log_cosh"})
def log_cosh(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, name: Ignored = "logcosh",
             dtype: Ignored = None) -> None:  # fmt: skip
    samplewise("log_cosh", y_true, y_pred, False)


@METRICS.layer("keras.metrics.CosineSimilarity", traits={"metric": "cosine_similarity"})
def cosine_similarity(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *,
                      name: Ignored = "cosine_similarity",
                      dtype: Ignored = None, axis: Ignored = -1) -> None:  # fmt: skip
    samplewise("cosine_similarity", y_true, y_pred, False)


@METRICS.layer("keras.metrics.RootMeanSquaredError", traits={"metric": "mean_squared_error"})
def root_mean_squared_error(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *,
                            name: Ignored = "root_mean_squared_error", dtype: Ignored = None) -> None:  # fmt: skip
    samplewise("mean_squared_error", y_true, y_pred, False)


# -- counts of right and wrong ---------------------------------------------------------------------------------


def confusion(true: Tensor, pred: Tensor, metric: str) -> None:
    """Labels and predictions are flattened: they have to be as many."""
    if Shape() in (true.shape, pred.shape):
        raise Undecided("a scalar for labels or predictions")
    labels, output = aligned(true.shape, pred.shape)
    if _never_as_many(labels, output):
        raise Mismatch(
            _KIND, f"{metric} compares one label with each output: labels are {true.shape}, predictions {pred.shape}",
            argument="y_true", runtime=f"Incompatible shapes: {numbers(labels)} vs. {numbers(output)}",
            help="one-hot labels, or the argmax of the predictions")  # fmt: skip


def _never_as_many(labels: Shape, output: Shape) -> bool:
    """The numbers of elements differ, and neither is 1, which would stretch; a full batch has more than one sample."""
    if labels.numel.equals(output.numel) is not Truth.NO:
        return False
    return all((batch_size(count) or 0) > 1 or count.is_one() is Truth.NO for count in (labels.numel, output.numel))


def _confusion_class(cls: str) -> None:
    def counts(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, thresholds: Ignored = None,
               name: Ignored = None, dtype: Ignored = None) -> None:  # fmt: skip
        confusion(y_true, y_pred, cls)

    def rates(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, thresholds: Ignored = None,
              top_k: Ignored = None, class_id: Ignored = None, name: Ignored = None, dtype: Ignored = None) -> None:
        if class_id is not None:
            raise Undecided("one class of the predictions")
        confusion(y_true, y_pred, cls)

    METRICS.layer(f"keras.metrics.{cls}", traits={"metric": "confusion"})(rates if cls in ("Precision",
                                                                                           "Recall") else counts)


for _cls in ("Precision", "Recall", "TruePositives", "TrueNegatives", "FalsePositives", "FalseNegatives"):
    _confusion_class(_cls)


@METRICS.layer("keras.metrics.AUC", traits={"metric": "confusion"})
def auc(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, num_thresholds: Ignored = 200,
        curve: Ignored = "ROC", summation_method: Ignored = "interpolation", name: Ignored = None,
        dtype: Ignored = None,
        thresholds: Ignored = None, multi_label: bool = False, num_labels: Ignored = None,
        label_weights: Ignored = None, from_logits: Ignored = False) -> None:  # fmt: skip
    if multi_label:
        raise Undecided("several labels for each sample")
    confusion(y_true, y_pred, "AUC")


def _intersections(cls: str, true_is_ids: bool) -> None:
    def ids(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, num_classes: Dim,
            target_class_ids: Ignored, name: Ignored = None, dtype: Ignored = None, ignore_class: Ignored = None,
            sparse_y_true: bool = True, sparse_y_pred: bool = True, axis: Ignored = -1) -> None:  # fmt: skip
        flat(y_true, y_pred, cls, sparse_y_true, sparse_y_pred)

    def rows(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, num_classes: Dim,
             target_class_ids: Ignored, name: Ignored = None, dtype: Ignored = None, ignore_class: Ignored = None,
             sparse_y_pred: bool = False, axis: Ignored = -1) -> None:  # fmt: skip
        flat(y_true, y_pred, cls, False, sparse_y_pred)

    def means(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, num_classes: Dim, name: Ignored = None,
              dtype: Ignored = None, ignore_class: Ignored = None, sparse_y_true: bool = True,
              sparse_y_pred: bool = True,
              axis: Ignored = -1) -> None:  # fmt: skip
        flat(y_true, y_pred, cls, sparse_y_true, sparse_y_pred)

    def mean_rows(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, num_classes: Dim,
                  name: Ignored = None,
                  dtype: Ignored = None, ignore_class: Ignored = None, sparse_y_pred: bool = False,
                  axis: Ignored = -1) -> None:  # fmt: skip
        flat(y_true, y_pred, cls, False, sparse_y_pred)

    mean = "Mean" in cls
    METRICS.layer(f"keras.metrics.{cls}", traits={"metric": "iou"})(
        (means if mean else ids) if true_is_ids else (mean_rows if mean else rows)
    )


def flat(true: Tensor, pred: Tensor, metric: str, true_ids: bool, pred_ids: bool) -> None:
    if Shape() in (true.shape, pred.shape):
        raise Undecided("a scalar for labels or predictions")
    labels = true.shape if true_ids else true.shape[:-1]
    output = pred.shape if pred_ids else pred.shape[:-1]
    if _never_as_many(labels, output):
        raise Mismatch(
            _KIND, f"{metric} compares class ids: labels are {true.shape}, predictions {pred.shape}", argument="y_true",
            runtime=f"Incompatible shapes: {numbers(labels)} vs. {numbers(output)}",
            help=f"{metric}(..., sparse_y_pred=False) for predictions of probabilities" if pred_ids else "")


for _cls in ("IoU", "MeanIoU"):
    _intersections(_cls, True)
for _cls in ("OneHotIoU", "OneHotMeanIoU"):
    _intersections(_cls, False)


def rows(true: Tensor, pred: Tensor, metric: str) -> None:
    if true.rank != 2 or pred.rank != 2:
        raise Mismatch(
            _KIND, f"{metric} takes labels and predictions [batch, classes], got {true.shape} and {pred.shape}",
            argument="y_true",
            runtime=f"{metric} expects 2D inputs with shape (batch_size, output_dim). Received input shapes: "
            f"y_pred.shape={spell(pred.shape)} and y_true.shape={spell(true.shape)}.",
            help="one-hot labels" if true.rank < 2 else "")  # fmt: skip
    broadcast(true.shape, pred.shape, kind=_KIND)


@METRICS.layer("keras.metrics.F1Score", traits={"metric": "f1"})
def f1_score(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, average: Ignored = None,
             threshold: Ignored = None, name: Ignored = "f1_score", dtype: Ignored = None) -> None:  # fmt: skip
    rows(y_true, y_pred, "FBetaScore")


@METRICS.layer("keras.metrics.FBetaScore", traits={"metric": "f1"})
def fbeta_score(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, average: Ignored = None,
                beta: Ignored = 1.0, threshold: Ignored = None, name: Ignored = "fbeta_score",
                dtype: Ignored = None) -> None:  # fmt: skip
    rows(y_true, y_pred, "FBetaScore")


def _reduction(cls: str) -> None:
    def update(values: Value, sample_weight: Ignored = None, *, name: Ignored = cls.lower(),  # noqa: B008
               dtype: Ignored = None) -> None:  # fmt: skip
        return None

    METRICS.layer(f"keras.metrics.{cls}", traits={"metric": "mean"})(update)


for _cls in ("Mean", "Sum"):
    _reduction(_cls)

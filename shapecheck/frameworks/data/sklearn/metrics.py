"""Metrics: the true and the predicted values have as many samples, and are of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ....core.containers import Mapping, Sequence
from ....core.dim import Dim
from ....core.outcome import Mismatch, Undecided, require_equal
from ....core.plain import Scalar
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.truth import Truth
from ....core.value import Arguments, Unknown, Value
from ...binding import Ignored
from ...numpy.dialect import NP, array, asarray
from .selection import same_length
from .sparse import dense_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ....core.value import Context

AT = ("sklearn.metrics.{}",)


def _width(a: Tensor) -> Dim | None:
    """How many columns a value has; a vector has one."""
    if not a.shape.known_rank or a.rank > 2 or a.rank == 0:
        return None
    return a.shape[1] if a.rank == 2 else Dim.of(1)


def _of_classes(y_true: Value, y_pred: Value) -> None:
    """Class ids on one side and rows of columns on the other do not go together. Source: _check_targets."""
    same_length(y_true, y_pred)
    left, right = _width(asarray(y_true)), _width(asarray(y_pred))
    if left is None or right is None:
        return
    for several, single in ((left, right), (right, left)):
        if single.equals(1) is Truth.YES and several.equals(1) is Truth.NO:
            raise Mismatch(
                "metric-label-encoding", f"labels {asarray(y_true).shape} and predictions {asarray(y_pred).shape}",
                left, right, help="compare class ids on both sides: argmax(axis=1) of rows of columns",
                runtime="Classification metrics can't handle a mix of multilabel-indicator and binary targets",
            )  # fmt: skip


def _classified(y_true: Value, y_pred: Value, *args: Ignored, average: Any = "binary", **more: Ignored) -> Value:
    _of_classes(y_true, y_pred)
    return Unknown("a score for each class") if average is None else Scalar("float")


NP.family(
    "accuracy_score balanced_accuracy_score cohen_kappa_score f1_score hamming_loss jaccard_score matthews_corrcoef "
    "precision_score recall_score zero_one_loss",
    _classified, AT,
)  # fmt: skip


def _weighted(y_true: Value, y_pred: Value, *args: Ignored, average: Any = "binary", **more: Ignored) -> Value:
    return _classified(y_true, y_pred, average=average)


NP.family("fbeta_score", _weighted, AT)


def _alike(labels_true: Value, labels_pred: Value, **more: Ignored) -> Value:
    """Two ways to group the same samples."""
    same_length(labels_true, labels_pred)
    return Scalar("float")


NP.family(
    "adjusted_rand_score rand_score adjusted_mutual_info_score normalized_mutual_info_score mutual_info_score "
    "homogeneity_score completeness_score v_measure_score fowlkes_mallows_score",
    _alike, AT,
)  # fmt: skip


def _grouped(X: Value, labels: Value, **more: Ignored) -> Value:
    same_length(X, labels)
    return Scalar("float")


NP.family("silhouette_score davies_bouldin_score calinski_harabasz_score", _grouped, AT)


def _probable(y_true: Value, y_prob: Value, *args: Ignored, **more: Ignored) -> Value:
    same_length(y_true, y_prob)
    return Scalar("float")


NP.family("brier_score_loss hinge_loss", _probable, AT)


@NP.native("sklearn.metrics.make_scorer", "sklearn.metrics.get_scorer", *(f"sklearn.metrics.{name}" for name in (
    "ConfusionMatrixDisplay", "RocCurveDisplay", "PrecisionRecallDisplay", "plot_confusion_matrix", "plot_roc_curve",
    "plot_precision_recall_curve")))  # fmt: skip
def shown(context: Context, arguments: Arguments) -> Value:
    """A scorer or a plot."""
    return Unknown("a scorer, or a plot")


@NP.op("sklearn.metrics.confusion_matrix")
def confusion_matrix(y_true: Value, y_pred: Value, *, labels: Value | None = None, normalize: Ignored = None,
                     **more: Ignored) -> Tensor:  # fmt: skip
    _of_classes(y_true, y_pred)
    size = Dim.unknown(low=1) if labels is None else asarray(labels).shape[0]
    return array(Shape.of(size, size), "int64" if normalize is None else "float64", Facts(low=0))


@NP.op("sklearn.metrics.classification_report")
def classification_report(y_true: Value, y_pred: Value, *, output_dict: bool = False, **more: Ignored) -> Value:
    _of_classes(y_true, y_pred)
    return Mapping({}, open=True) if output_dict else Scalar("str")


@NP.op("sklearn.metrics.precision_recall_fscore_support")
def precision_recall_fscore_support(y_true: Value, y_pred: Value, **more: Ignored) -> Value:
    _of_classes(y_true, y_pred)
    return Sequence.tuple(Unknown("a score") for _ in range(4))


def _regression(name: str) -> Callable[..., Value]:
    def function(y_true: Value, y_pred: Value, *, multioutput: Any = "uniform_average", **more: Ignored) -> Value:
        same_length(y_true, y_pred)
        left, right = _width(asarray(y_true)), _width(asarray(y_pred))
        if left is not None and right is not None:
            require_equal(right, left, "elementwise-shape-mismatch", "{wanted} true values a sample, {got} predicted",
                          runtime=f"y_true and y_pred have different number of output ({left}!={right})")  # fmt: skip
        return Scalar("float") if multioutput == "uniform_average" else Unknown("an error for each output")

    function.__name__ = name
    return function


for _name in (
    "mean_squared_error", "mean_absolute_error", "r2_score", "root_mean_squared_error", "mean_squared_log_error",
    "median_absolute_error", "explained_variance_score", "max_error", "mean_absolute_percentage_error",
):  # fmt: skip
    NP.op(f"sklearn.metrics.{_name}")(_regression(_name))


def _ranked(y_true: Value, y_score: Value, *, average: Any = "macro", **more: Ignored) -> Value:
    same_length(y_true, y_score)
    return Unknown("a score for each class") if average is None else Scalar("float")


NP.family("roc_auc_score average_precision_score", _ranked, AT)


@NP.op("sklearn.metrics.log_loss")
def log_loss(y_true: Value, y_pred: Value, **more: Ignored) -> Value:
    same_length(y_true, y_pred)
    return Scalar("float")


def _curve(y_true: Value, y_score: Value, **more: Ignored) -> Any:
    same_length(y_true, y_score)
    points = Dim.unknown(low=1)
    return tuple(array(Shape.of(points), None) for _ in range(3))


NP.family("roc_curve", _curve, AT)


@NP.op("sklearn.metrics.precision_recall_curve")
def precision_recall_curve(y_true: Value, y_score: Value, **more: Ignored) -> Any:
    same_length(y_true, y_score)
    points = Dim.unknown(low=1)
    return array(Shape.of(points + 1), None), array(Shape.of(points + 1), None), array(Shape.of(points), None)


@NP.op("sklearn.metrics.auc")
def auc(x: Value, y: Value) -> Value:
    same_length(x, y)
    return Scalar("float")


def _pairwise(X: Value, Y: Value | None = None, *, dense_output: bool = True, **more: Ignored) -> Tensor:
    if not dense_output:
        raise Undecided("a matrix that may be sparse")
    left, right = (dense_of(one) or asarray(one) for one in (X, X if Y is None else Y))
    require_equal(right.shape[1], left.shape[1], "matmul-shape-mismatch", "{wanted} features against {got}",
                  runtime=f"Incompatible dimension for X and Y matrices: X.shape[1] == {left.shape[1]} while "
                  f"Y.shape[1] == {right.shape[1]}")  # fmt: skip
    return array(Shape.of(left.shape[0], right.shape[0]), None)


NP.family(
    "cosine_similarity euclidean_distances linear_kernel rbf_kernel cosine_distances manhattan_distances "
    "polynomial_kernel laplacian_kernel sigmoid_kernel",
    _pairwise, ("sklearn.metrics.pairwise.{}",),
)  # fmt: skip


@NP.op("sklearn.metrics.pairwise_distances", "sklearn.metrics.pairwise.pairwise_distances")
def pairwise_distances(X: Value, Y: Value | None = None, metric: Any = "euclidean", **more: Ignored) -> Tensor:
    """Of each to each; a matrix of distances that is given stays."""
    if not isinstance(metric, str) or metric == "precomputed":
        raise Undecided("distances of another kind")
    return _pairwise(X, Y)

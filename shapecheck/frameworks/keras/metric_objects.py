"""Metric objects, and metrics as `compile` understands them. Source: keras/src/trainers/compile_utils.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.objects import Class, Instance, library_class
from ...core.outcome import Undecided, remark
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Unknown, Value
from ..declare import declare
from .dialect import METRICS, K, tensor, text
from .losses import loss_class
from .natives import method

if TYPE_CHECKING:
    from ...core.value import Context

# -- the base --------------------------------------------------------------------------------------------------


@method("Metric.__call__")
def _call(context: Context, metric: Instance, arguments: Arguments) -> Value:
    own = Arguments(arguments.positional[1:], arguments.keywords,
                    {k - 1 if isinstance(k, int) else k: s for k, s in arguments.spans.items() if k != 0})  # fmt: skip
    context.call(metric.attribute(context, "update_state"), own)
    return context.call(metric.attribute(context, "result"), Arguments())


@method("Metric.result")
def _result(context: Context, metric: Instance, arguments: Arguments) -> Value:
    scalar = metric.cls.library_path() not in ("keras.metrics.F1Score", "keras.metrics.FBetaScore",
                                               "keras.metrics.Metric")
    return tensor(Shape()) if scalar else tensor(Shape.unknown())


@method("Metric.add_variable")
def _add_variable(context: Context, metric: Instance, arguments: Arguments) -> Value:
    from .base_layer import weight
    from .natives import Given

    asked = Given("shape initializer dtype", arguments)
    return weight(asked["shape"], None)


_NOTHING = method("Metric")(lambda context, metric, arguments: NONE)
METRIC = library_class(
    "keras.metrics.Metric", __init__=_NOTHING, __call__=_call, result=_result, reset_state=_NOTHING,
    reset_states=_NOTHING,
    update_state=_NOTHING, add_variable=_add_variable, add_weight=_add_variable,
)  # fmt: skip
METRICS.classes(METRIC)
declare("keras.Metric", METRIC)
METRICS.classes(library_class("keras.metrics.MeanMetricWrapper", METRIC))

_NAMES = {
    "binary_accuracy": "BinaryAccuracy", "categorical_accuracy": "CategoricalAccuracy",
    "sparse_categorical_accuracy": "SparseCategoricalAccuracy", "top_k_categorical_accuracy": "TopKCategoricalAccuracy",
    "sparse_top_k_categorical_accuracy": "SparseTopKCategoricalAccuracy", "auc": "AUC", "precision": "Precision",
    "recall": "Recall", "root_mean_squared_error": "RootMeanSquaredError", "f1_score": "F1Score",
    "fbeta_score": "FBetaScore", "mean_io_u": "MeanIoU", "false_negatives": "FalseNegatives",
    "false_positives": "FalsePositives", "true_positives": "TruePositives", "true_negatives": "TrueNegatives",
}  # fmt: skip


def automatic(true: Tensor, pred: Tensor, crossentropy: bool = False) -> str:
    """The class that `accuracy` stands for; Keras decides by the shapes. Source: trainers/compile_utils.py."""
    suffix = "Crossentropy" if crossentropy else "Accuracy"
    if pred.rank == 0 or true.rank == 0:
        raise Undecided("labels without an axis")
    last = Truth.NO if true.rank == 1 else true.shape[-1].is_one()  # the batch is None when Keras decides
    width = Truth.NO if pred.rank == 1 else pred.shape[-1].is_one()
    if Truth.MAYBE in (last, width):
        raise Undecided("a last axis that may be of length 1")
    if width is Truth.YES:
        return f"Binary{suffix}"
    if true.rank < pred.rank or last is Truth.YES:
        return f"SparseCategorical{suffix}"
    return f"Categorical{suffix}"


_DIFFERENCES = ("MeanSquaredError", "MeanAbsoluteError", "Huber", "LogCosh", "MeanAbsolutePercentageError")


@METRICS.op("keras.metrics.Metric.regression")
def accuracy_of_differences(y_pred: Tensor, loss: str) -> None:
    """Accuracy counts predictions that are exactly right: of numbers without bounds none ever is."""
    name = loss.rpartition(".")[2]
    if name in _DIFFERENCES and y_pred.facts.activation in ("linear", "relu"):
        remark("accuracy-on-regression", f"accuracy counts classes, {name} is for numbers", argument="y_pred",
               help="metrics=['mae']")  # fmt: skip


_AT_A_HALF = ("BinaryAccuracy", "Precision", "Recall", "TruePositives", "TrueNegatives", "FalsePositives",
              "FalseNegatives")  # fmt: skip


@METRICS.op("keras.metrics.Metric.threshold")
def threshold_of_scores(y_pred: Tensor, metric: str) -> None:
    """Scores are above 0 where probabilities are above a half."""
    if y_pred.facts.activation == "linear":
        auc = metric == "AUC"
        what = "takes thresholds from 0 to 1" if auc else "counts what is above 0.5"
        remark("threshold-on-logits", f"{metric} {what}, the loss has from_logits=True: the predictions are scores, "
               "above 0 for the class", argument="y_pred",
               help="AUC(from_logits=True)" if auc else f"{metric}(threshold{'s' * (metric != 'BinaryAccuracy')}=0)")


def thresholding(metric: Value, true: Value, pred: Value) -> str | None:
    """The class of a metric that compares predictions with a half, or (AUC) with numbers up to 1."""
    name = text(metric)
    if name is not None:
        if name.lower() in ("accuracy", "acc") and isinstance(true, Tensor) and isinstance(pred, Tensor):
            name = automatic(true, pred)
        name = _NAMES.get(name, name)
        return name if name in (*_AT_A_HALF, "AUC") else None
    made: dict[str, Value] = (metric.hidden("constructor") or {}) if isinstance(metric, Instance) else {}
    name = (metric.cls.path or "").rpartition(".")[2] if isinstance(metric, Instance) else ""
    own = "from_logits" if name == "AUC" else "threshold" if name == "BinaryAccuracy" else "thresholds"
    found = getattr(made.get(own, NONE), "payload", 0)
    untold = found is None or found is False or found == 0.5
    return name if name in (*_AT_A_HALF, "AUC") and untold else None


def apply_metric(context: Context, metric: Value, arguments: Arguments) -> Value:
    """Calls a metric as `compile` understands it: a name, a function or an object."""
    name = text(metric)
    true, pred = arguments.positional[:2]
    if name is not None:
        if name.lower() in ("accuracy", "acc"):
            if not (isinstance(true, Tensor) and isinstance(pred, Tensor)):
                return Unknown("accuracy of unknown values")
            name = automatic(true, pred)
        path = f"keras.metrics.{_NAMES.get(name, name)}"
        if not isinstance(context.lookup(path), Class):
            found = loss_class(name)
            path = found.replace("keras.losses", "keras.metrics") if found else path
        cls = context.lookup(path)
        if cls is None:
            return context.gap(f"metric {name}")
        made = context.call(cls, Arguments()) if isinstance(cls, Class) else cls
        return _update(context, made, arguments)
    return _update(context, metric, arguments)


def _update(context: Context, metric: Value, arguments: Arguments) -> Value:
    if isinstance(metric, Class):
        metric = context.call(metric, Arguments())
    if isinstance(metric, Instance):
        if not metric.cls.is_a("keras.metrics.Metric"):
            return context.call(metric, arguments)
        return context.call(metric.attribute(context, "update_state"), arguments)
    return context.call(metric, arguments)


def _get(context: Context, arguments: Arguments) -> Value:
    return Unknown("a metric by its name")


K.native("keras.metrics.get", "keras.metrics.deserialize")(_get)

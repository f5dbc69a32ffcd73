"""Metrics of correlation, at a rate that is asked for, and of two classes. Sources: keras/src/metrics of Keras 3.15."""

from __future__ import annotations

from ...core.outcome import Undecided
from ...core.shape import Shape
from ...core.tensor import Tensor
from ..binding import Ignored, Parameter, Required
from ..declare import REGISTRY, Spec
from .dialect import METRICS, tensor
from .loss_checks import aligned
from .metrics import compared, confusion, flat, rows


@METRICS.layer("keras.metrics.BinaryIoU", traits={"metric": "iou"})
def binary_iou(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, target_class_ids: Ignored = (0, 1),
               threshold: Ignored = 0.5, name: Ignored = None, dtype: Ignored = None) -> None:  # fmt: skip
    flat(y_true, y_pred, "BinaryIoU", True, True)


def _at_a_rate(cls: str, rate: str) -> None:
    def counts(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, num_thresholds: Ignored = 200,
               class_id: Ignored = None, name: Ignored = None, dtype: Ignored = None) -> None:  # fmt: skip
        if class_id is not None:
            raise Undecided("one class of the predictions")
        confusion(y_true, y_pred, cls)

    METRICS.layer(f"keras.metrics.{cls}", traits={"metric": "confusion"})(counts)
    spec = REGISTRY[f"keras.metrics.{cls}"]
    if isinstance(spec, Spec):
        own = spec.parameters
        first = next(i for i, p in enumerate(own) if p.by == "name")
        spec.parameters = (*own[:first], Parameter(rate, "Ignored", Required, "name"), *own[first:])


for _cls in ("PrecisionAtRecall", "RecallAtPrecision", "SensitivityAtSpecificity", "SpecificityAtSensitivity"):
    _at_a_rate(_cls, _cls.partition("At")[2].lower())


def _correlated(true: Tensor, pred: Tensor, metric: str) -> Shape:
    """Labels and predictions of one shape, along the last axis."""
    if Shape() in (true.shape, pred.shape):
        raise Undecided("a scalar for labels or predictions")
    return compared(true, pred, *aligned(true.shape, pred.shape), metric)[:-1]


def _correlation(cls: str, function: str) -> None:
    def update(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, name: Ignored = function,
               dtype: Ignored = None, axis: Ignored = -1) -> None:  # fmt: skip
        _correlated(y_true, y_pred, cls)

    def metric(y_true: Tensor, y_pred: Tensor, axis: int = -1) -> Tensor:
        if axis != -1:
            raise Undecided("another axis")
        return tensor(_correlated(y_true, y_pred, function), None)

    METRICS.layer(f"keras.metrics.{cls}", traits={"metric": function})(update)
    METRICS.op(f"keras.metrics.{function}", traits={"metric": function})(metric)


_correlation("PearsonCorrelation", "pearson_correlation")
_correlation("ConcordanceCorrelation", "concordance_correlation")


@METRICS.layer("keras.metrics.R2Score", traits={"metric": "r2"})
def r2_score(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *,
             class_aggregation: Ignored = "uniform_average", num_regressors: Ignored = 0,
             name: Ignored = "r2_score", dtype: Ignored = None) -> None:  # fmt: skip
    labels, output = aligned(y_true.shape, y_pred.shape)
    rows(tensor(labels, y_true.dtype), tensor(output, y_pred.dtype), "R2Score")

"""Losses of pairs of samples, and of class ids that may be wrong. Source: keras/src/losses/losses.py of Keras 3.15."""

from __future__ import annotations

from ...algebra.broadcast import broadcast
from ...core.outcome import Undecided
from ...core.shape import Shape
from ...core.tensor import Tensor
from ..binding import Ignored
from . import loss_checks as check
from .dialect import LOSSES, tensor
from .losses import reduced


@LOSSES.op("keras.losses.circle", traits={"loss": "circle"})
def circle(y_true: Tensor, y_pred: Tensor, ref_labels: Ignored = None, ref_embeddings: Ignored = None,
           remove_diagonal: Ignored = True, gamma: Ignored = 80, margin: Ignored = 0.4) -> Tensor:  # fmt: skip
    raise Undecided("the distances of all pairs")


@LOSSES.op("keras.losses.categorical_generalized_cross_entropy",
           traits={"loss": "categorical_generalized_cross_entropy"})  # fmt: skip
def generalized_cross_entropy(y_true: Tensor, y_pred: Tensor, q: Ignored) -> Tensor:
    """Class ids against probabilities."""
    return tensor(_generalized(y_true, y_pred), None)


def _generalized(true: Tensor, pred: Tensor) -> Shape:
    if pred.rank == 0:
        raise Undecided("predictions without an axis")
    return broadcast(true.shape, pred.shape[:-1], kind="target-width-mismatch")


@LOSSES.layer("keras.losses.Circle", traits={"loss": "circle"})
def circle_loss(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, gamma: Ignored = 80.0,
                margin: Ignored = 0.4, remove_diagonal: Ignored = True, reduction: Ignored = "sum_over_batch_size",
                name: Ignored = "circle", dtype: Ignored = None) -> Tensor:  # fmt: skip
    raise Undecided("the distances of all pairs")


@LOSSES.layer("keras.losses.CategoricalGeneralizedCrossEntropy",
              traits={"loss": "categorical_generalized_cross_entropy"})  # fmt: skip
def generalized_loss(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, q: Ignored = 0.5,
                     reduction: Ignored = "sum_over_batch_size",
                     name: Ignored = "categorical_generalized_cross_entropy",
                     dtype: Ignored = None) -> Tensor:  # fmt: skip
    labels, output = check.aligned(y_true.shape, y_pred.shape)
    return reduced(_generalized(tensor(labels, None), tensor(output, None)), reduction)

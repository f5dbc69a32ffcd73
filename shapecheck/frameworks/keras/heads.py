"""What the last activation of a model says about a loss or a metric, and what is data rather than a prediction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.dtype import family
from ...core.outcome import remark

if TYPE_CHECKING:
    from ...core.tensor import Tensor

_PROBABILITIES = ("softmax", "sigmoid")
_UNFIT_HEADS = ("relu", "tanh", "elu", "leaky_relu", "selu", "relu6", "softsign")
_SCORES = ("linear", "scores")
_OF_MODELS = (*_PROBABILITIES, *_SCORES, "log_softmax")


def check_order(true: Tensor, pred: Tensor, what: str) -> None:
    """Labels come first: what stands there came out of a model, and what stands second is plain data."""
    facts = pred.facts
    known = facts.constant is not None or facts.attained or facts.one_hot
    data = facts.activation is None and (known or family(pred.dtype) == "int")
    if data and true.facts.activation in _OF_MODELS and true.facts.constant is None:
        remark("loss-args-swapped", f"{what} takes the labels first, then the predictions; the output of a "
               f"{true.facts.activation} stands first", argument="y_true", help="swap them")  # fmt: skip


def check_axis(pred: Tensor, loss: str) -> None:
    """The classes are the last axis of the predictions, and a softmax went over another one."""
    axis = pred.facts.axis
    if pred.facts.activation != "softmax" or axis is None or not pred.shape.known_rank or pred.rank < 2:
        return
    if axis % pred.rank != pred.rank - 1:
        remark("softmax-wrong-dim", f"softmax over axis {axis} of {pred.shape}, {loss} takes the probabilities of "
               f"classes along the last axis", pred.shape[axis], argument="y_pred", help="axis=-1")  # fmt: skip


def check_head(pred: Tensor, loss: str, from_logits: bool, wanted: str) -> None:
    """The last activation of the model against what the loss takes: `wanted` is softmax or sigmoid."""
    head = pred.facts.activation
    if from_logits and head in _PROBABILITIES:
        remark("from-logits-on-probabilities", f"{loss} with from_logits=True gets the output of {head}",
               argument="y_pred",
               runtime=f'"`{loss}` received `from_logits=True`, but the `output` argument was produced by a '
                       f"{(head or '').capitalize()} activation and thus does not represent logits. Was this intended?",
               help=f"leave out from_logits=True, or the {head}")  # fmt: skip
    if not from_logits and head in _SCORES:
        remark("from-logits-missing", f"{loss} takes probabilities, the last layer gives scores without an activation",
               argument="y_pred",
               help=f"activation='{wanted}' in the last layer, or from_logits=True in the loss")  # fmt: skip
    several = pred.shape.known_rank and pred.rank > 1 and (pred.shape[-1].value or 0) > 1
    if several and wanted == "softmax" and head == "sigmoid" and loss == "categorical_crossentropy":
        remark("sigmoid-with-categorical-ce", f"{loss} takes the probabilities of one class among several, the last "
               "activation gives each unit its own", argument="y_pred",
               help="activation='softmax', or binary_crossentropy if several labels hold at once")  # fmt: skip
    if several and (pred.shape[-1].value or 0) > 2 and wanted == "sigmoid" and head == "softmax":
        remark("bce-on-softmax-multiclass", f"{loss} judges each class by itself, the last activation is a softmax "
               f"over {pred.shape[-1]} of them", argument="y_pred", help="categorical_crossentropy")  # fmt: skip
    if not from_logits and head in _UNFIT_HEADS:
        remark("relu-head-with-cross-entropy", f"{loss} takes probabilities, the last activation is {head}",
               argument="y_pred", help=f"activation='{wanted}' in the last layer")  # fmt: skip


_BOUNDED = ("mean_squared_error", "mean_absolute_error", "huber", "log_cosh", "mean_absolute_percentage_error")


def check_bounds(true: Tensor, pred: Tensor, loss: str) -> None:
    """A sigmoid or softmax gives numbers up to 1; targets that are known to go beyond are never met."""
    high = true.facts.high
    if loss in _BOUNDED and pred.facts.activation in _PROBABILITIES and true.facts.attained and (high or 0) > 1:
        remark("bounded-head-for-regression", f"targets go up to {high:g}, a {pred.facts.activation} gives at most 1",
               argument="y_pred", help="no activation in the last layer, or targets scaled to 0 to 1")  # fmt: skip

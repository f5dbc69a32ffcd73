"""The weights of samples against the losses that they multiply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra.broadcast import broadcast
from ...core.objects import Instance
from ...core.outcome import Mismatch, Undecided
from ...core.tensor import Tensor
from ...core.value import Arguments, Unknown, Value
from . import loss_checks as check
from .dialect import LOSSES, extended, tensor
from .generation import before_3
from .losses import made_loss

if TYPE_CHECKING:
    from ...core.value import Context
    from .models import Spans

_WHOLE = ("Dice", "Tversky", "CTC", "Circle")
"""Losses that are not one number for each last axis."""


@LOSSES.op("keras.losses.Loss.weigh")
def weigh(values: Tensor, sample_weight: Tensor) -> None:
    """Source: keras/src/losses/loss.py, reduce_weighted_values."""
    losses, weights = check.aligned(values.shape, sample_weight.shape)
    words = f"the losses are {values.shape}, the weights of the samples {sample_weight.shape}"
    runtime = (f"Incompatible shapes: {check.numbers(losses)} vs. {check.numbers(weights)}",
               f"Incompatible shapes: {check.numbers(weights)} vs. {check.numbers(losses)}")  # fmt: skip
    refused = Mismatch("sample-weight-shape", words, argument="sample_weight", runtime=runtime,
                       help=f"weights {losses}" if losses.rank > 1 else "one weight for each sample")  # fmt: skip
    if losses.rank != weights.rank and check.never_broadcast(losses, weights):
        raise refused
    try:
        broadcast(losses, weights)
    except Mismatch:
        raise refused from None


def weighed(context: Context, loss: Value, pair: tuple[Value, Value], outcome: Value, weights: Value,
            spans: Spans) -> bool:  # fmt: skip
    """Whether the weights fit what the loss gives for each sample."""
    values = _values(context, loss, pair, outcome)
    if values is None or not isinstance(weights, Tensor):
        return True
    if before_3(context) and weights.shape.known_rank and weights.rank == values.rank - 1:
        weights = tensor(extended(weights.shape, 1))  # compute_weighted_loss gave them the axis that they lack
    own: Spans = {"sample_weight": spans["sample_weight"]} if "sample_weight" in spans else {}
    made = context.apply("keras.losses.Loss.weigh", Arguments((values,), {"sample_weight": weights}, own))
    return not isinstance(made, Unknown)


def _values(context: Context, loss: Value, pair: tuple[Value, Value], outcome: Value) -> Tensor | None:
    """What is multiplied with the weights: the losses before they are averaged."""
    made = made_loss(context, loss)
    if not isinstance(made, Instance):
        return outcome if isinstance(outcome, Tensor) else None
    name = (made.cls.library_path() or "").rpartition(".")[2]
    true, pred = pair
    own = made.cls.path is None or name in (*_WHOLE, "Loss")
    if own or not isinstance(true, Tensor) or not isinstance(pred, Tensor):
        return None
    try:
        return tensor(check.aligned(true.shape, pred.shape)[1][:-1])
    except Undecided:
        return None

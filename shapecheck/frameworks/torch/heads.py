"""Layers that end a classifier: the scores and their loss in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Value
from .dialect import T, asked, named, tensor
from .linear import functional_linear, has, linear, require_ids, weight
from .loss_classes import functional_cross_entropy

if TYPE_CHECKING:
    from ...core.dim import Dim
    from ..binding import Dims, Ignored


@T.layer("torch.nn.AdaptiveLogSoftmaxWithLoss")
def adaptive_log_softmax(input_: Tensor, target_: Tensor, *, in_features: Dim, n_classes: Dim, cutoffs: Ignored,
                         div_value: Ignored = 4.0, head_bias: Ignored = False, device: Ignored = None,
                         dtype: Value | None = None) -> Any:  # fmt: skip
    """The log probability of each target, and the loss."""
    if not target_.shape.known_rank or not input_.shape.known_rank:
        raise Undecided("with a batch axis, or without")
    if target_.rank > 1:
        raise Mismatch(
            "ce-target-extra-dim",
            f"class ids {target_.shape}, takes [batch]",
            argument="target_",
            runtime="0D or 1D target tensor expected, multi-target not supported",
        )
    _require_rank(input_, target_)
    require_ids(target_, n_classes)
    require_equal(input_.shape[-1], in_features, "linear-in-features-mismatch", "takes {wanted} features, got {got}",
                  argument="input_", runtime="mat1 and mat2 shapes cannot be multiplied")  # fmt: skip
    name = asked(dtype, T.default_float)
    return named("output loss", tensor(target_.shape, name), tensor(Shape(), name))


def _require_rank(input: Tensor, target: Tensor) -> None:
    if input.rank != target.rank + 1:
        raise Mismatch(
            "layer-input-rank",
            f"input {input.shape} for the target {target.shape}",
            argument="input_",
            runtime="1D target tensor expects 2D input tensors" if target.rank else "0D target tensor expects 1D input "
            "tensors, but found inputs with size",
        )
    if target.rank:
        require_equal(target.shape[0], input.shape[0], "reshape-changes-batch", argument="target_",
                      runtime="Input and target should have the same size in the batch dimension.")  # fmt: skip


@T.op("torch.nn.functional.linear_cross_entropy")
def functional_linear_cross_entropy(input: Tensor, linear_weight: Tensor, target: Tensor, *,
                                    linear_bias: Tensor | None = None, weight: Tensor | None = None,
                                    reduction: Value | str = "mean", ignore_index: Value | None = None,
                                    label_smoothing: Ignored = 0.0, options: Ignored = None) -> Tensor:  # fmt: skip
    if not linear_weight.shape.known_rank or linear_weight.rank != 2:
        raise Undecided("classes along several axes")
    return _of_rows(functional_linear(input, linear_weight, linear_bias), target, weight, reduction, ignore_index)


def _of_rows(scores: Tensor, target: Tensor, weight: Tensor | None, reduction: Value | str,
             ignored: Value | None) -> Tensor:  # fmt: skip
    """The classes are the last axis."""
    if not scores.shape.known_rank or scores.rank > 2:
        raise Undecided("scores with more axes")
    return functional_cross_entropy(scores, target, weight, ignore_index=-100 if ignored is None else ignored,
                                    reduction=reduction)  # fmt: skip


def _head_weights(in_features: Dim, num_classes: Dim, bias: Value | bool = False,
                  dtype: Value | None = None) -> dict[str, Any]:  # fmt: skip
    return {
        "linear_weight": weight(Shape.of(num_classes, in_features), dtype),
        "linear_bias": NONE if has(bias) is False else weight(Shape.of(num_classes), dtype),
    }


@T.layer("torch.nn.LinearCrossEntropyLoss", weights=_head_weights)
def linear_cross_entropy(input: Tensor, target: Tensor, *, in_features: Dim, num_classes: Dim,
                         out_features: Dims = (), bias: Ignored = False, device: Ignored = None,
                         dtype: Value | None = None, reduction: Value | str = "mean", weight: Tensor | None = None,
                         ignore_index: Value | None = None, label_smoothing: Ignored = 0.0,
                         options: Ignored = None) -> Tensor:  # fmt: skip
    if out_features:
        raise Undecided("scores with more axes")
    scores = linear(input, in_features=in_features, out_features=num_classes, dtype=dtype)
    return _of_rows(scores, target, weight, reduction, ignore_index)

"""Negative log likelihood of class ids."""

from __future__ import annotations

from ...core.dtype import family
from ...core.outcome import Mismatch, remark
from ...core.tensor import Tensor
from ...core.value import Value
from .dialect import T, spoken
from .loss_classes import WHOLE, loss_of_ids
from .loss_common import check_flags, reduced, reduction_of


def _likelihood(input: Tensor, target: Tensor, weight: Tensor | None, ignore_index: Value | int,
                reduction: str | None) -> Tensor:  # fmt: skip
    shape = loss_of_ids(input, target, weight, ignore_index)
    if family(input.dtype) in WHOLE:
        kind = "loss-args-swapped" if family(target.dtype) == "float" else "integer-input"
        raise Mismatch(
            kind,
            f"{input.dtype} scores",
            argument="input",
            runtime=f"\"nll_loss_out_frame\" not implemented for '{spoken(input.dtype)}'",
        )
    if input.facts.activation in ("linear", "softmax", "sigmoid", "relu", "tanh"):
        what = {"linear": "raw scores"}.get(input.facts.activation, f"the output of {input.facts.activation}")
        remark(
            "nll-without-log-softmax",
            f"takes log probabilities, got {what}",
            argument="input",
            help="log_softmax first, or nn.CrossEntropyLoss on the logits",
        )
    return reduced(shape, input.dtype, reduction)


_NLL = {"loss": "nll"}


@T.op("torch.nn.functional.nll_loss", traits=_NLL)
def functional_nll_loss(input: Tensor, target: Tensor, weight: Tensor | None = None,
                        size_average: Value | None = None, ignore_index: Value | int = -100,
                        reduce: Value | None = None, reduction: Value | str = "mean") -> Tensor:  # fmt: skip
    return _likelihood(input, target, weight, ignore_index, reduction_of(reduction, size_average, reduce))


@T.layer("torch.nn.NLLLoss", "torch.nn.NLLLoss2d", traits=_NLL, check=check_flags)
def nll_loss(input: Tensor, target: Tensor, *, weight: Tensor | None = None, size_average: Value | None = None,
             ignore_index: Value | int = -100, reduce: Value | None = None,
             reduction: Value | str = "mean") -> Tensor:  # fmt: skip
    return _likelihood(input, target, weight, ignore_index, reduction_of(reduction, size_average, reduce))

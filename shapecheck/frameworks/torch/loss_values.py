"""Losses of two tensors element by element: squared and absolute errors, divergence, likelihoods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra.broadcast import broadcast
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, remark, require_equal
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import T, spoken
from .loss_common import check_flags, difference, mean_of_whole, reduced, reduction_of, refuse_bool
from .pointwise import REAL
from .values import said

if TYPE_CHECKING:
    from ..binding import Ignored, Operand

_WHOLE = ("bool", "int", "uint")


def _elementwise(input: Tensor, target: Tensor, reduction: str | None, name: str) -> Tensor:
    """Whole numbers on both sides have no such loss; with floating point on one side they are promoted."""
    shape = difference(input, target)
    dtype = T.promote([input, target])
    if family(dtype) in _WHOLE and input.facts.activation == "argmax":
        raise Mismatch(
            "loss-on-argmax",
            "the loss of predicted classes, not of their scores",
            argument="input",
            runtime=f"\"{name}_cpu\" not implemented for '{spoken(dtype)}'",
        )
    if family(dtype) in _WHOLE and name != "l1":
        raise Mismatch(
            "mse-integer",
            f"{input.dtype} input and {target.dtype} target",
            runtime=f"\"{name}_cpu\" not implemented for '{spoken(dtype)}'",
            help="input.float()",
        )
    if name == "l1":
        refuse_bool(input, target)
    mean_of_whole(dtype, reduction, f"{input.dtype} input and {target.dtype} target")
    if name == "huber" and family(input.dtype) in _WHOLE:
        raise Mismatch("mse-integer", f"{input.dtype} input", argument="input", help="input.float()",
                       runtime=f"can't be cast to the desired output type {spoken(input.dtype)}")  # fmt: skip
    if name == "huber" and family(input.dtype) == "float":
        dtype = input.dtype
    whole = family(dtype) in _WHOLE and reduction == "sum"
    return reduced(shape, "int64" if whole else REAL.get(dtype or "", dtype), reduction)


def _declare(name: str, layer: str, kernel: str) -> None:
    traits = {"loss": name}

    @T.op(f"torch.nn.functional.{name}_loss", traits=traits)
    def function(input: Tensor, target: Tensor, size_average: Value | None = None, reduce: Value | None = None,
                 reduction: Value | str = "mean", weight: Ignored = None) -> Tensor:  # fmt: skip
        return _elementwise(input, target, reduction_of(reduction, size_average, reduce), kernel)

    @T.layer(f"torch.nn.{layer}", traits=traits, check=check_flags)
    def loss(input: Tensor, target: Tensor, *, size_average: Value | None = None, reduce: Value | None = None,
             reduction: Value | str = "mean") -> Tensor:  # fmt: skip
        return _elementwise(input, target, reduction_of(reduction, size_average, reduce), kernel)


_declare("mse", "MSELoss", "mse")
_declare("l1", "L1Loss", "l1")


@T.op("torch.nn.functional.smooth_l1_loss", traits={"loss": "smooth_l1"})
def functional_smooth_l1(input: Tensor, target: Tensor, size_average: Value | None = None,
                         reduce: Value | None = None, reduction: Value | str = "mean",
                         beta: Ignored = 1.0) -> Tensor:  # fmt: skip
    return _elementwise(input, target, reduction_of(reduction, size_average, reduce), "smooth_l1")


@T.layer("torch.nn.SmoothL1Loss", traits={"loss": "smooth_l1"}, check=check_flags)
def smooth_l1(input: Tensor, target: Tensor, *, size_average: Value | None = None, reduce: Value | None = None,
              reduction: Value | str = "mean", beta: Ignored = 1.0) -> Tensor:  # fmt: skip
    return _elementwise(input, target, reduction_of(reduction, size_average, reduce), "smooth_l1")


@T.op("torch.nn.functional.huber_loss", traits={"loss": "huber"})
def functional_huber(input: Tensor, target: Tensor, reduction: Value | str = "mean", delta: Ignored = 1.0,
                     weight: Ignored = None) -> Tensor:  # fmt: skip
    return _elementwise(input, target, reduction_of(reduction), "huber")


@T.layer("torch.nn.HuberLoss", traits={"loss": "huber"})
def huber(input: Tensor, target: Tensor, *, reduction: Value | str = "mean", delta: Ignored = 1.0) -> Tensor:
    return _elementwise(input, target, reduction_of(reduction), "huber")


# -- Kullback-Leibler -------------------------------------------------------------------------------------------


def _divergence(input: Tensor, target: Tensor, reduction: str | None) -> Tensor:
    if input.facts.activation in ("softmax", "sigmoid", "linear"):
        what = {"linear": "raw scores"}.get(input.facts.activation, "probabilities")
        remark(
            "kldiv-input-not-log", f"takes log probabilities, got {what}", argument="input", help="log_softmax first"
        )
    for one in (input, target):
        if family(one.dtype) in _WHOLE:
            raise Mismatch("mse-integer", f"{one.dtype} numbers", runtime="kl_div: Integral inputs not supported.")
    shape = broadcast(input.shape, target.shape, kind="target-width-mismatch")
    if reduction == "mean":
        remark(
            "kldiv-mean-reduction",
            "the mean over all elements is not the divergence",
            runtime="reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' "
            "divides only by the batch size, and aligns with the KL div math definition.",
            help="reduction='batchmean'",
        )
    return reduced(shape, T.promote([input, target]), reduction)


@T.op("torch.nn.functional.kl_div", traits={"loss": "kl_div"})
def functional_kl_div(input: Tensor, target: Tensor, size_average: Value | None = None, reduce: Value | None = None,
                      reduction: Value | str = "mean", log_target: Ignored = False) -> Tensor:  # fmt: skip
    return _divergence(input, target, reduction_of(reduction, size_average, reduce))


@T.layer("torch.nn.KLDivLoss", traits={"loss": "kl_div"}, check=check_flags)
def kl_div(input: Tensor, target: Tensor, *, size_average: Value | None = None, reduce: Value | None = None,
           reduction: Value | str = "mean", log_target: Ignored = False) -> Tensor:  # fmt: skip
    return _divergence(input, target, reduction_of(reduction, size_average, reduce))


# -- likelihoods ------------------------------------------------------------------------------------------------


def _likelihood_of(input: Tensor, target: Tensor) -> str | None:
    """Of `exp(input) - target * input`: the exponential of whole numbers has the default dtype."""
    exponential = input.like(dtype=T.default_float) if family(input.dtype) in _WHOLE else input
    return T.promote([exponential, target])


@T.op("torch.nn.functional.poisson_nll_loss")
def functional_poisson(input: Tensor, target: Tensor, log_input: Value | bool = True, full: Ignored = False,
                       size_average: Value | None = None, eps: Ignored = 1e-8, reduce: Value | None = None,
                       reduction: Value | str = "mean") -> Tensor:  # fmt: skip
    shape = broadcast(input.shape, target.shape, kind="target-width-mismatch")
    if input.dtype == target.dtype == "bool" and said(log_input):
        refuse_bool(input.like(dtype="float32"), target)
    return reduced(shape, _likelihood_of(input, target), reduction_of(reduction, size_average, reduce))


@T.layer("torch.nn.PoissonNLLLoss", check=check_flags)
def poisson(input: Tensor, target: Tensor, *, log_input: Value | bool = True, full: Ignored = False,
            size_average: Value | None = None, eps: Ignored = 1e-08, reduce: Value | None = None,
            reduction: Value | str = "mean") -> Tensor:  # fmt: skip
    return functional_poisson(input, target, log_input, size_average=size_average, reduce=reduce, reduction=reduction)


@T.op("torch.nn.functional.gaussian_nll_loss")
def functional_gaussian(input: Tensor, target: Tensor, var: Operand, full: Ignored = False, eps: Ignored = 1e-6,
                        reduction: Value | str = "mean") -> Tensor:  # fmt: skip
    shape = broadcast(input.shape, target.shape, kind="target-width-mismatch")
    if isinstance(var, Tensor) and input.shape.known_rank and var.shape.known_rank:
        wide = var.rank == input.rank and broadcast(input.shape, var.shape).equals(input.shape) is not Truth.NO
        flat = var.shape.equals(input.shape[:-1]) is not Truth.NO if input.rank else False
        one = (
            input.rank == var.rank
            and input.rank
            and var.shape[:-1].equals(input.shape[:-1]) is not Truth.NO
            and (var.shape[-1].is_one() is not Truth.NO)
        )
        if not (wide or flat or one):
            raise Mismatch(
                "target-width-mismatch",
                f"var {var.shape} for {input.shape}",
                argument="var",
                runtime="var is of incorrect size",
            )
        shape = broadcast(shape, var.shape if wide or one else var.shape + (1,))
    return reduced(shape, None, reduction_of(reduction))


@T.layer("torch.nn.GaussianNLLLoss")
def gaussian(input: Tensor, target: Tensor, var: Operand, *, full: Ignored = False, eps: Ignored = 1e-06,
             reduction: Value | str = "mean") -> Tensor:  # fmt: skip
    return functional_gaussian(input, target, var, reduction=reduction)


# -- connectionist temporal classification ----------------------------------------------------------------------


def _ctc(log_probs: Tensor, targets: Value, input_lengths: Value, target_lengths: Value,
         reduction: str | None) -> Tensor:  # fmt: skip
    """Scores [time, batch, classes], or [time, classes]."""
    for name, given in (("input_lengths", input_lengths), ("target_lengths", target_lengths)):
        if isinstance(given, Tensor) and family(given.dtype) in ("float", "complex"):
            raise Mismatch("index-dtype", f"{given.dtype} lengths", argument=name, help=f"{name}.long()",
                           runtime=f"{name} must be integral")  # fmt: skip
    if log_probs.shape.known_rank and log_probs.rank not in (2, 3):
        raise Mismatch(
            "ctc-layout",
            f"takes [time, batch, classes], got {log_probs.shape}",
            argument="log_probs",
            runtime="log_probs tensor must be 2D or 3D",
        )
    batched = log_probs.shape.known_rank and log_probs.rank == 3
    if log_probs.shape.known_rank and isinstance(input_lengths, Tensor) and input_lengths.shape.known_rank:
        batch, count = log_probs.shape[1] if batched else Dim.of(1), input_lengths.shape.numel
        if batch.equals(count) is Truth.NO:
            first = log_probs.shape[0].equals(count) is not Truth.NO
            raise Mismatch(
                "ctc-layout",
                f"{count} lengths for a batch of {batch}: takes [time, batch, classes]",
                count,
                batch,
                argument="log_probs",
                runtime="input_lengths must be of size batch_size",
                help="log_probs.transpose(0, 1)" if first else "",
            )
    if log_probs.shape.known_rank and isinstance(targets, Tensor) and targets.shape.known_rank:
        _require_targets(targets, target_lengths, log_probs.shape[1] if batched else Dim.of(1))
    shape = Shape.of(log_probs.shape[1]) if batched else Shape() if log_probs.shape.known_rank else Shape.unknown()
    return reduced(shape, log_probs.dtype, reduction)


def _require_targets(targets: Tensor, lengths: Value, batch: Dim) -> None:
    """[batch, length], or those of all samples one after the other."""
    words = "Expected tensor to have size"
    if targets.rank == 2:
        require_equal(targets.shape[0], batch, "ctc-layout", "{got} rows of targets for a batch of {wanted}",
                      argument="targets", runtime=words)  # fmt: skip
    known = lengths.facts.constant if isinstance(lengths, Tensor) else None
    each = known if isinstance(known, tuple) else (known,)
    if not each or not all(isinstance(length, int) for length in each):
        return
    if targets.rank == 2 and targets.shape[1].less(max(each)) is Truth.YES:
        raise Mismatch("ctc-layout", f"targets {targets.shape} with lengths of up to {max(each)}", argument="targets",
                       runtime="Expected tensor to have size at least")  # fmt: skip
    if targets.rank == 1:
        require_equal(targets.shape[0], sum(each), "ctc-layout", "{got} targets for lengths of {wanted} in all",
                      argument="targets", runtime=words)  # fmt: skip


@T.op("torch.nn.functional.ctc_loss", traits={"loss": "ctc"})
def functional_ctc(log_probs: Tensor, targets: Value, input_lengths: Value, target_lengths: Value,
                   blank: Ignored = 0, reduction: Value | str = "mean",
                   zero_infinity: Ignored = False) -> Tensor:  # fmt: skip
    return _ctc(log_probs, targets, input_lengths, target_lengths, reduction_of(reduction))


@T.layer("torch.nn.CTCLoss", traits={"loss": "ctc"})
def ctc(log_probs: Tensor, targets: Value, input_lengths: Value, target_lengths: Value, *, blank: Ignored = 0,
        reduction: Value | str = "mean", zero_infinity: Ignored = False) -> Tensor:  # fmt: skip
    return _ctc(log_probs, targets, input_lengths, target_lengths, reduction_of(reduction))

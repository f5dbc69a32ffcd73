"""Binary cross entropy: input and target have one shape, and the target is floating point."""

from __future__ import annotations

from ...core.dtype import family
from ...core.outcome import Mismatch, remark, require_equal
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import T, size_text, spoken
from .loss_common import LINEAR, check_flags, fitting, reduced, reduction_of, refuse_whole, same_shape_help


def _require_same_shape(input: Tensor, target: Tensor, runtime: str) -> Shape:
    if input.shape.equals(target.shape) is Truth.NO:
        help = same_shape_help(input.shape, target.shape)
        ids = input.shape.known_rank and target.shape.known_rank and input.rank == target.rank + 1 and not help
        raise Mismatch(
            "bce-target-shape",
            f"target {target.shape} for input {input.shape}",
            argument="target",
            runtime=runtime,
            help=help or ("nn.CrossEntropyLoss takes class ids" if ids else ""),
        )
    if input.shape.known_rank and target.shape.known_rank:
        return Shape(
            require_equal(mine, theirs, "bce-target-shape", argument="target")
            for mine, theirs in zip(input.shape.dims, target.shape.dims, strict=True)
        )
    return input.shape if input.shape.known_rank else target.shape


def _bce(input: Tensor, target: Tensor, weight: Tensor | None, reduction: str | None) -> Tensor:
    words = (
        f"Using a target size ({size_text(target.shape)}) that is different to the input size "
        f"({size_text(input.shape)}) "
        "is deprecated. Please ensure they have the same size."
    )
    shape = _require_same_shape(input, target, words)
    if target.dtype is not None and input.dtype is not None and target.dtype != input.dtype:
        swapped = family(input.dtype) != "float" and family(target.dtype) == "float"
        raise Mismatch(
            "loss-args-swapped" if swapped else "bce-target-dtype",
            f"{target.dtype} target for {input.dtype} input",
            argument="input" if swapped else "target",
            runtime=f"Found dtype {spoken(target.dtype)} but expected {spoken(input.dtype)}",
            help="the output comes first: loss(output, target)" if swapped else "convert it: target.float()",
        )
    refuse_whole(input, "binary_cross_entropy")
    if weight is not None:
        fitting(shape, weight.shape, "class-weight-mismatch", "weight")
    if input.facts.activation in LINEAR:
        remark(
            "bce-without-sigmoid",
            "takes probabilities, got raw scores",
            argument="input",
            runtime="all elements of input should be between 0 and 1",
            help="sigmoid first, or nn.BCEWithLogitsLoss",
        )
    return reduced(shape, input.dtype, reduction)


_TRAITS = {"loss": "binary-cross-entropy"}


@T.op("torch.nn.functional.binary_cross_entropy", traits=_TRAITS)
def functional_bce(input: Tensor, target: Tensor, weight: Tensor | None = None, size_average: Value | None = None,
                   reduce: Value | None = None, reduction: Value | str = "mean") -> Tensor:  # fmt: skip
    return _bce(input, target, weight, reduction_of(reduction, size_average, reduce))


@T.layer("torch.nn.BCELoss", traits=_TRAITS, check=check_flags)
def bce_loss(input: Tensor, target: Tensor, *, weight: Tensor | None = None, size_average: Value | None = None,
             reduce: Value | None = None, reduction: Value | str = "mean") -> Tensor:  # fmt: skip
    return _bce(input, target, weight, reduction_of(reduction, size_average, reduce))


# -- with logits ------------------------------------------------------------------------------------------------


def _require_float_target(input: Tensor, target: Tensor) -> None:
    kind = family(target.dtype)
    if kind in ("int", "uint"):
        raise Mismatch(
            "bce-target-dtype",
            f"{target.dtype} target",
            argument="target",
            help="convert it: target.float()",
            runtime=f"result type Float can't be cast to the desired output type {spoken(target.dtype)}",
        )
    if kind == "bool":
        raise Mismatch(
            "bce-target-dtype",
            "bool target",
            argument="target",
            help="convert it: target.float()",
            runtime="Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or "
            "`logical_xor()` operator instead.",
        )
    if family(input.dtype) in ("int", "uint", "bool"):
        raise Mismatch(
            "loss-args-swapped",
            f"{input.dtype} input",
            argument="input",
            runtime=f"\"log_sigmoid_cpu\" not implemented for '{spoken(input.dtype)}'",
            help="the output comes first: loss(output, target)",
        )


def _logits(input: Tensor, target: Tensor, weight: Tensor | None, pos_weight: Tensor | None,
            reduction: str | None) -> Tensor:  # fmt: skip
    words = f"Target size ({size_text(target.shape)}) must be the same as input size ({size_text(input.shape)})"
    shape = _require_same_shape(input, target, words)
    _require_float_target(input, target)
    if pos_weight is not None:
        fitting(shape, pos_weight.shape, "pos-weight-broadcast", "pos_weight")
    if weight is not None:
        fitting(shape, weight.shape, "class-weight-mismatch", "weight")
    if input.facts.activation == "sigmoid":
        remark(
            "sigmoid-before-bce-with-logits",
            "sigmoid twice: the loss applies it itself",
            argument="input",
            help="drop the sigmoid: pass the logits",
        )
    return reduced(shape, target.dtype, reduction)


_LOGITS = {"loss": "binary-cross-entropy-with-logits"}


@T.op("torch.nn.functional.binary_cross_entropy_with_logits", traits=_LOGITS)
def functional_logits(input: Tensor, target: Tensor, weight: Tensor | None = None, size_average: Value | None = None,
                      reduce: Value | None = None, reduction: Value | str = "mean",
                      pos_weight: Tensor | None = None) -> Tensor:  # fmt: skip
    return _logits(input, target, weight, pos_weight, reduction_of(reduction, size_average, reduce))


@T.layer("torch.nn.BCEWithLogitsLoss", traits=_LOGITS, check=check_flags)
def logits_loss(input: Tensor, target: Tensor, *, weight: Tensor | None = None, size_average: Value | None = None,
                reduce: Value | None = None, reduction: Value | str = "mean",
                pos_weight: Tensor | None = None) -> Tensor:  # fmt: skip
    return _logits(input, target, weight, pos_weight, reduction_of(reduction, size_average, reduce))

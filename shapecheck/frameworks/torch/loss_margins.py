"""Margin losses, and losses of pairs and triplets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, require_equal
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from ..binding import Parameter, Required
from .dialect import T, size_text, spoken
from .loss_common import (
    check_flags,
    fitting,
    mean_of_whole,
    reduced,
    reduction_of,
    refuse_bool,
    refuse_whole,
    require_weight_dtype,
)
from .pointwise import REAL
from .values import refuse, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..binding import Ignored

_KIND = "target-width-mismatch"


def _triplet(anchor: Tensor, positive: Tensor, negative: Tensor) -> tuple[Shape, str | None]:
    """One loss for each row; a distance is no complex number."""
    ranks = {t.rank for t in (anchor, positive, negative) if t.shape.known_rank}
    if len(ranks) > 1:
        raise Mismatch(
            _KIND,
            "anchor, positive and negative differ in rank",
            runtime="The anchor, positive, and negative "
            f"tensors are expected to have the same number of dimensions, but got: anchor {anchor.rank}D, "
            f"positive {positive.rank}D, and negative {negative.rank}D inputs",
        )
    near = broadcast(anchor.shape, positive.shape, kind=_KIND)
    far = broadcast(anchor.shape, negative.shape, kind=_KIND)
    pairs = (anchor.like(dtype=T.promote([anchor, other])) for other in (positive, negative))
    dtype = T.promote([_real(pair) for pair in pairs])
    return broadcast(near[:-1], far[:-1], kind=_KIND), REAL.get(dtype or "", dtype)


def _cosine(input1: Tensor, input2: Tensor, target: Tensor) -> tuple[Shape, str | None]:
    """A target for each pair of rows, or one for a pair of vectors."""
    if target.shape.known_rank and target.rank > 1:
        raise Mismatch("ce-target-extra-dim", f"target {target.shape}, takes [batch]", argument="target",
                       runtime="0D or 1D target tensor expected, multi-target not supported")  # fmt: skip
    wanted = target.rank + 1 if target.shape.known_rank else None
    if wanted and any(one.shape.known_rank and one.rank != wanted for one in (input1, input2)):
        raise Mismatch(
            "layer-input-rank",
            f"a target {target.shape} for {input1.shape} and {input2.shape}",
            argument="target",
            runtime=f"{wanted - 1}D target tensor expects {wanted}D input tensors, but found inputs with sizes "
            f"{input1.shape} and {input2.shape}.",
        )
    rows = broadcast(input1.shape, input2.shape, kind=_KIND)
    return broadcast(rows[:-1], target.shape, kind=_KIND), T.promote([_real(input1), _real(input2)])


def _real(input: Tensor) -> Tensor:
    """Roots of whole numbers have the default dtype."""
    return input.like(dtype=T.default_float) if family(input.dtype) in ("bool", "int", "uint") else input


def _ranking(input1: Tensor, input2: Tensor, target: Tensor) -> tuple[Shape, str | None]:
    ranks = {t.rank for t in (input1, input2, target) if t.shape.known_rank}
    if len(ranks) > 1:
        raise Mismatch(_KIND, "both inputs and the target differ in rank", argument="target",
                       runtime="margin_ranking_loss : All input tensors should have same dimension but got sizes: "
                       f"input1: {size_text(input1.shape)}, input2: {size_text(input2.shape)}, "
                       f"target: {size_text(target.shape)} "
                       )  # fmt: skip
    shape = broadcast(broadcast(input1.shape, input2.shape, kind=_KIND), target.shape, kind=_KIND)
    refuse_bool(input1, input2)
    found = T.promote([input1, input2, target])  # and a margin of floating point
    return shape, T.default_float if family(found) in ("bool", "int", "uint") else found


def _soft(input: Tensor, target: Tensor) -> tuple[Shape, str | None]:
    """All is worked out in place, in a tensor like the input."""
    if input.dtype == "bool":
        raise Mismatch("integer-input", "bool input", argument="input", help="input.float()",
                       runtime="Negation, the `-` operator, on a bool tensor is not supported.")  # fmt: skip
    fitting(input.shape, target.shape, _KIND, "target")
    whole = family(input.dtype) in ("int", "uint")
    if whole:
        raise Mismatch("integer-input", f"{input.dtype} input", argument="input", help="input.float()",
                       runtime=f"result type Float can't be cast to the desired output type {spoken(input.dtype)}"
                       )  # fmt: skip
    return input.shape, input.dtype


def _hinge(input: Tensor, target: Tensor) -> tuple[Shape, str | None]:
    shape = broadcast(input.shape, target.shape, kind=_KIND)
    if input.dtype == "bool":
        refuse_bool(input, input)
    return shape, input.dtype


def _require_long(target: Tensor) -> None:
    if target.dtype not in (None, "int64"):
        raise Mismatch("ce-target-dtype", f"{target.dtype} class ids", argument="target", help="target.long()",
                       runtime=f"expected scalar type Long but found {spoken(target.dtype)}")  # fmt: skip


def _by_label(input: Tensor, target: Tensor, weight: Value | None, p: Value | int) -> tuple[Shape, str | None]:
    """Scores [batch, classes] or [classes], and a class for each sample."""
    power = said(p)
    if isinstance(power, (int, float)) and power not in (1, 2):
        refuse(p, "p", "only p == 1 and p == 2 supported")
    if isinstance(weight, Tensor) and weight.shape.known_rank and weight.rank != 1:
        raise Mismatch("class-weight-mismatch", f"weights {weight.shape}, takes one axis", argument="weight")
    if not input.shape.known_rank:
        return target.shape, input.dtype
    classes = input.shape[-1] if input.rank else Dim.of(1)
    if isinstance(weight, Tensor):
        require_equal(weight.shape[0], classes, "class-weight-mismatch", argument="weight",
                      runtime=f"inconsistent weight size, expected {classes} but got {weight.shape}")  # fmt: skip
        require_weight_dtype(input, weight)
    batch = input.shape[0] if input.rank > 1 else Dim.of(1)
    if target.shape.known_rank:
        _require_samples(input, target, batch)
    _require_long(target)
    refuse_whole(input, "multi_margin_loss_cpu_kernel")
    return target.shape if target.shape.known_rank else Shape.unknown(), input.dtype


def _require_samples(input: Tensor, target: Tensor, batch: Dim) -> None:
    words = (
        "multi_margin_loss: target tensor should be 1-D with size equal to the number of input samples (batch "
        f"size). Expected target size [{batch}], but got {target.shape}. Input has shape {input.shape}."
    )
    if target.rank > 1:
        raise Mismatch(
            "ce-target-extra-dim", f"class ids {target.shape}, takes [batch]", argument="target", runtime=words
        )
    require_equal(target.shape.numel, batch, "reshape-changes-batch", argument="target", runtime=words)


def _by_labels(input: Tensor, target: Tensor) -> tuple[Shape, str | None]:
    """As many places for class ids as there are classes."""
    known = input.shape.known_rank and target.shape.known_rank
    if input.shape.known_rank and input.rank > 2:
        raise Mismatch("layer-input-rank", f"takes [batch, classes], got {input.shape}", argument="input",
                       runtime="Expected non-empty vector or matrix with optional 0-dim batch size, but got: "
                       f"{input.shape}")  # fmt: skip
    if known and input.rank < 2:
        differ = target.rank > 1 or target.shape.numel.equals(input.shape.numel) is Truth.NO
    else:
        differ = known and input.shape.equals(target.shape) is Truth.NO
    if differ:
        raise Mismatch(
            _KIND,
            f"target {target.shape} for input {input.shape}",
            argument="target",
            runtime=f"inconsistent target size: {target.shape} for input of size: {input.shape}",
        )
    if not known or input.shape.numel != 0:
        _require_long(target)
        refuse_whole(input, "multilabel_margin_loss_forward_out_frame")
    shape = input.shape[:-1] if input.shape.known_rank and input.rank else Shape()
    return shape if input.shape.known_rank else Shape.unknown(), input.dtype


def _soft_by_labels(input: Tensor, target: Tensor, weight: Value | None) -> tuple[Shape, str | None]:
    """The mean over the last axis of the input, wherever that is when target and weight were stretched."""
    if input.dtype == "bool" or target.dtype == "bool":
        refuse_bool(target, target if target.dtype == "bool" else input)
    refuse_whole(input, "log_sigmoid_cpu")
    shape = broadcast(input.shape, target.shape, kind=_KIND)
    operands = [input, target]
    if isinstance(weight, Tensor):
        shape = broadcast(shape, weight.shape, kind="class-weight-mismatch")
        operands.append(weight)
    if not input.shape.known_rank or not shape.known_rank:
        return Shape.unknown(), T.promote(operands)
    if input.rank == 0:
        raise Mismatch("layer-input-rank", "scores without axes", argument="input",
                       runtime="Dimension specified as -1 but tensor has no dimensions")  # fmt: skip
    return shape.without(input.rank - 1), T.promote(operands)


_REDUCED: dict[str, Any] = {"size_average": None, "reduce": None, "reduction": "mean"}
_PAIR, _THREE = ("input", "target"), ("input1", "input2", "target")
_TRIPLET = ("anchor", "positive", "negative")
LOSSES: dict[str, tuple[str, tuple[str, ...], Callable[..., tuple[Shape, str | None]], dict[str, Any]]] = {
    "triplet_margin_loss": ("TripletMarginLoss", _TRIPLET, _triplet,
                            {"margin": 1.0, "p": 2.0, "eps": 1e-6, "swap": False, **_REDUCED}),
    "cosine_embedding_loss": ("CosineEmbeddingLoss", _THREE, _cosine, {"margin": 0.0, **_REDUCED}),
    "margin_ranking_loss": ("MarginRankingLoss", _THREE, _ranking, {"margin": 0.0, **_REDUCED}),
    "soft_margin_loss": ("SoftMarginLoss", _PAIR, _soft, _REDUCED),
    "hinge_embedding_loss": ("HingeEmbeddingLoss", _PAIR, _hinge, {"margin": 1.0, **_REDUCED}),
    "multi_margin_loss": ("MultiMarginLoss", _PAIR, _by_label, {"p": 1, "margin": 1.0, "weight": None, **_REDUCED}),
    "multilabel_margin_loss": ("MultiLabelMarginLoss", _PAIR, _by_labels, _REDUCED),
    "multilabel_soft_margin_loss": ("MultiLabelSoftMarginLoss", _PAIR, _soft_by_labels, {"weight": None, **_REDUCED}),
}  # fmt: skip
"""By the name of the function: the layer, the tensors, the shape and dtype before it is reduced, and the options."""


_SAID = ("weight", "p")
"""Options that a loss looks at."""


def _loss(tensors: tuple[str, ...], answer: Callable[..., tuple[Shape, str | None]], options: dict[str, Any],
          by: str) -> Callable[..., Tensor]:  # fmt: skip
    wanted = [name for name in _SAID if name in answer.__code__.co_varnames[: answer.__code__.co_argcount]]

    def loss(reduction: Value | str = "mean", size_average: Value | None = None, reduce: Value | None = None,
             **given: Any) -> Tensor:  # fmt: skip
        operands = [given[name] for name in tensors]
        word = reduction_of(reduction, size_average, reduce)
        shape, dtype = answer(*operands, **{name: given.get(name, options[name]) for name in wanted})
        mean_of_whole(dtype, word)
        whole = family(dtype) in ("bool", "int", "uint") and word == "sum"
        return reduced(shape, "int64" if whole else dtype, word)

    notes = {"size_average": "Value | None", "reduce": "Value | None", "reduction": "Value | str",
             **{name: "Value | None" for name in _SAID}}  # fmt: skip
    loss.parameters = (  # type: ignore[attr-defined]
        *(Parameter(name, "Tensor", Required, "position") for name in tensors),
        *(Parameter(name, notes.get(name, "Ignored"), default, by) for name, default in options.items()),
    )
    return loss


for _name, (_class, _tensors, _shape, _options) in LOSSES.items():
    T.op(f"torch.nn.functional.{_name}")(_loss(_tensors, _shape, _options, "position"))
    T.layer(f"torch.nn.{_class}", check=check_flags)(_loss(_tensors, _shape, _options, "name"))


def _distances(anchor: Tensor, positive: Tensor, negative: Tensor, distance: Value | None,
               reduction: Value | str) -> Tensor:  # fmt: skip
    """The losses of a distance of the program's own are not known one by one."""
    rows, dtype = _triplet(anchor, positive, negative) if distance is None else (Shape.unknown(), None)
    return reduced(rows, dtype, reduction_of(reduction))


@T.op("torch.nn.functional.triplet_margin_with_distance_loss")
def triplet_with_distance(anchor: Tensor, positive: Tensor, negative: Tensor, *,
                          distance_function: Value | None = None, margin: Ignored = 1.0, swap: Ignored = False,
                          reduction: Value | str = "mean") -> Tensor:  # fmt: skip
    return _distances(anchor, positive, negative, distance_function, reduction)


@T.layer("torch.nn.TripletMarginWithDistanceLoss")
def triplet_layer(anchor: Tensor, positive: Tensor, negative: Tensor, *, distance_function: Value | None = None,
                  margin: Ignored = 1.0, swap: Ignored = False, reduction: Value | str = "mean") -> Tensor:  # fmt: skip
    return _distances(anchor, positive, negative, distance_function, reduction)

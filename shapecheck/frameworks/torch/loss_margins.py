"""Margin losses, and losses of pairs and triplets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...core.outcome import Mismatch, require_equal
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from ..binding import Parameter, Required
from .dialect import T, size_text
from .loss_common import check_flags, reduced, reduction_of
from .pointwise import REAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..binding import Ignored

_KIND = "target-width-mismatch"


def _triplet(anchor: Tensor, positive: Tensor, negative: Tensor) -> Shape:
    """One loss for each row."""
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
    return broadcast(near, far, kind=_KIND)[:-1]


def _cosine(input1: Tensor, input2: Tensor, target: Tensor) -> Shape:
    rows = broadcast(input1.shape, input2.shape, kind=_KIND)
    return broadcast(rows[:-1], target.shape, kind=_KIND)


def _ranking(input1: Tensor, input2: Tensor, target: Tensor) -> Shape:
    ranks = {t.rank for t in (input1, input2, target) if t.shape.known_rank}
    if len(ranks) > 1:
        raise Mismatch(_KIND, "both inputs and the target differ in rank", argument="target",
                       runtime="margin_ranking_loss : All input tensors should have same dimension but got sizes: "
                       f"input1: {size_text(input1.shape)}, input2: {size_text(input2.shape)}, "
                       f"target: {size_text(target.shape)} "
                       )  # fmt: skip
    return broadcast(broadcast(input1.shape, input2.shape, kind=_KIND), target.shape, kind=_KIND)


def _soft(input: Tensor, target: Tensor) -> Shape:
    return broadcast(input.shape, target.shape, kind=_KIND)


def _by_label(input: Tensor, target: Tensor) -> Shape:
    """Scores [batch, classes] or [classes], and a class for each sample."""
    if not input.shape.known_rank or input.rank == 0:
        return target.shape
    if input.rank == 1:
        return Shape()
    if target.shape.known_rank:
        count = target.shape[0] if target.rank == 1 else None
        words = (
            "multi_margin_loss: target tensor should be 1-D with size equal to the number of input samples (batch "
            f"size). Expected target size [{input.shape[0]}], but got {target.shape}. Input has shape {input.shape}."
        )
        if count is None:
            raise Mismatch(
                "ce-target-extra-dim", f"class ids {target.shape}, takes [batch]", argument="target", runtime=words
            )
        require_equal(count, input.shape[0], "reshape-changes-batch", argument="target", runtime=words)
    return Shape.of(input.shape[0])


def _by_labels(input: Tensor, target: Tensor) -> Shape:
    if input.shape.equals(target.shape) is Truth.NO and input.shape.known_rank and input.rank > 0:
        raise Mismatch(
            _KIND,
            f"target {target.shape} for input {input.shape}",
            argument="target",
            runtime=f"inconsistent target size: {target.shape} for input of size: {input.shape}",
        )
    return input.shape[:-1] if input.shape.known_rank and input.rank else Shape()


def _soft_by_labels(input: Tensor, target: Tensor) -> Shape:
    return broadcast(input.shape, target.shape, kind=_KIND)[:-1]


_REDUCED: dict[str, Any] = {"size_average": None, "reduce": None, "reduction": "mean"}
_PAIR, _THREE = ("input", "target"), ("input1", "input2", "target")
_TRIPLET = ("anchor", "positive", "negative")
LOSSES: dict[str, tuple[str, tuple[str, ...], Callable[..., Shape], dict[str, Any]]] = {
    "triplet_margin_loss": ("TripletMarginLoss", _TRIPLET, _triplet,
                            {"margin": 1.0, "p": 2.0, "eps": 1e-6, "swap": False, **_REDUCED}),
    "cosine_embedding_loss": ("CosineEmbeddingLoss", _THREE, _cosine, {"margin": 0.0, **_REDUCED}),
    "margin_ranking_loss": ("MarginRankingLoss", _THREE, _ranking, {"margin": 0.0, **_REDUCED}),
    "soft_margin_loss": ("SoftMarginLoss", _PAIR, _soft, _REDUCED),
    "hinge_embedding_loss": ("HingeEmbeddingLoss", _PAIR, _soft, {"margin": 1.0, **_REDUCED}),
    "multi_margin_loss": ("MultiMarginLoss", _PAIR, _by_label, {"p": 1, "margin": 1.0, "weight": None, **_REDUCED}),
    "multilabel_margin_loss": ("MultiLabelMarginLoss", _PAIR, _by_labels, _REDUCED),
    "multilabel_soft_margin_loss": ("MultiLabelSoftMarginLoss", _PAIR, _soft_by_labels, {"weight": None, **_REDUCED}),
}  # fmt: skip
"""By the name of the function: the layer, the tensors, the shape before it is reduced, and the other parameters."""


def _loss(tensors: tuple[str, ...], shape: Callable[..., Shape], options: dict[str, Any],
          by: str) -> Callable[..., Tensor]:  # fmt: skip
    def loss(reduction: Value | str = "mean", size_average: Value | None = None, reduce: Value | None = None,
             **given: Any) -> Tensor:  # fmt: skip
        operands = [given[name] for name in tensors]
        floating = [one for one in operands if one.dtype and one.dtype not in ("int64", "uint8", "int32", "bool")]
        dtype = T.promote(floating) if floating and all(one.dtype for one in operands) else None
        dtype = REAL.get(dtype or "", dtype) if tensors is _TRIPLET else dtype  # a distance is no complex number
        return reduced(shape(*operands), dtype, reduction_of(reduction, size_average, reduce))

    notes = {"size_average": "Value | None", "reduce": "Value | None", "reduction": "Value | str"}
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
    rows = _triplet(anchor, positive, negative) if distance is None else Shape.unknown()
    dtypes = {one.dtype for one in (anchor, positive, negative)}
    return reduced(rows, dtypes.pop() if len(dtypes) == 1 and distance is None else None, reduction_of(reduction))


@T.op("torch.nn.functional.triplet_margin_with_distance_loss")
def triplet_with_distance(anchor: Tensor, positive: Tensor, negative: Tensor, *,
                          distance_function: Value | None = None, margin: Ignored = 1.0, swap: Ignored = False,
                          reduction: Value | str = "mean") -> Tensor:  # fmt: skip
    return _distances(anchor, positive, negative, distance_function, reduction)


@T.layer("torch.nn.TripletMarginWithDistanceLoss")
def triplet_layer(anchor: Tensor, positive: Tensor, negative: Tensor, *, distance_function: Value | None = None,
                  margin: Ignored = 1.0, swap: Ignored = False, reduction: Value | str = "mean") -> Tensor:  # fmt: skip
    return _distances(anchor, positive, negative, distance_function, reduction)

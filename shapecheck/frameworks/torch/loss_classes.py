"""Cross entropy and negative log likelihood: class ids, or class probabilities.

Source: `cross_entropy_loss` and `nll_loss_nd` in aten/src/ATen/native/LossNLL.cpp.
"""

from __future__ import annotations

from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided, remark, require_equal
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import T, spoken
from .loss_common import check_flags, reduced, reduction_of, require_weight_dtype
from .reductions import is_batch
from .values import refuse, said

WHOLE = ("bool", "int", "uint")


def _class_axis(input: Tensor) -> int:
    return 0 if input.rank == 1 else 1


def _number(value: Value | float) -> float | None:
    payload = value.payload if isinstance(value, Constant) else value
    return payload if isinstance(payload, (int, float)) else None


# -- the target holds class ids ---------------------------------------------------------------------------------


def _require_ids(input: Tensor, target: Tensor) -> None:
    """Input [batch, classes, ...] and target [batch, ...], or [classes] and []."""
    if not input.shape.known_rank or not target.shape.known_rank:
        return
    if input.rank == 0:
        raise Mismatch(
            "layer-input-rank", "scores without axes", argument="input", runtime="Expected 1 or more dimensions (got 0)"
        )
    if input.rank == 1:
        _require_one_id(target)
    elif input.rank == 2:
        _require_batch(input, target)
        _require_rank_one(input, target)
    else:
        _require_batch(input, target)
        _require_places(input, target)
    if target.dtype == "uint8" and input.rank > 2:
        raise Mismatch("ce-target-dtype", "uint8 class ids of places", argument="target", help="target.long()",
                       runtime="expected scalar type Long but found Byte")  # fmt: skip
    if target.dtype is not None and target.dtype not in ("int64", "uint8"):
        raise Mismatch(
            "ce-target-dtype",
            f"{target.dtype} class ids",
            argument="target",
            runtime=f"expected target dtype to be Long or Byte, but got {spoken(target.dtype)}",
            help="convert them: target.long()",
        )


def _require_one_id(target: Tensor) -> None:
    if target.rank > 1:
        _refuse_rank(target)
    if target.rank == 1 and target.shape[0].is_one() is Truth.NO:
        raise Mismatch(
            "layer-input-rank",
            "input without a batch axis, targets with one",
            target.shape[0],
            argument="input",
            runtime=f"For 1D input, 1D target must have size 1, but got target size: {target.shape[0]}",
        )


def _require_batch(input: Tensor, target: Tensor) -> None:
    if target.rank == 0 and input.shape[0] == 0:
        raise Mismatch("ce-target-extra-dim", f"no class ids for {input.shape}", argument="target",
                       runtime="Dimension specified as 0 but tensor has no dimensions")  # fmt: skip
    got = target.shape[0] if target.rank else Dim.of(0)
    require_equal(
        input.shape[0],
        got,
        "reshape-changes-batch",
        "a batch of {got} in the input, of {wanted} in the target",
        argument="input",
        runtime=f"Expected input batch_size ({input.shape[0].full()}) to match target batch_size ({got.full()}).",
    )


def _require_rank_one(input: Tensor, target: Tensor) -> None:
    if target.rank > 1:
        _refuse_rank(target, input.shape[1])


def _refuse_rank(target: Tensor, classes: Dim | None = None) -> None:
    words = "0D or 1D target tensor expected, multi-target not supported"
    if target.facts.one_hot and classes is not None:
        raise Mismatch(
            "num-classes-mismatch",
            f"{target.shape[-1]} classes in the target, {classes} in the input",
            target.shape[-1],
            classes,
            argument="target",
            runtime=words,
        )
    raise Mismatch(
        "ce-target-extra-dim",
        f"class ids {target.shape}, takes [batch]",
        argument="target",
        runtime=words,
        help="target.squeeze(1)" if target.rank == 2 and target.shape[1] == 1 else "",
    )


def _require_places(input: Tensor, target: Tensor) -> None:
    """One class id for each place of an image or a sequence."""
    wanted = Shape((input.shape[0], *input.shape.dims[2:]))
    if input.rank == 4 and target.rank != 3:
        extra = target.rank == 4 and target.shape[1] == 1
        raise Mismatch(
            "segmentation-target-channel-dim",
            f"class ids {target.shape}, takes {wanted}",
            argument="target",
            runtime="only batches of spatial targets supported (3D tensors) but got targets of dimension: "
            f"{target.rank}",
            help="target.squeeze(1).long()" if extra else "",
        )
    if target.shape.equals(wanted) is not Truth.NO:
        for got, length in zip(target.shape.dims[1:], wanted.dims[1:], strict=True):
            require_equal(got, length, "segmentation-size-mismatch" if input.rank == 4 else "ce-class-dim-position")
        return
    lengths = [pair for pair in zip(input.shape.dims[2:], target.shape.dims[1:], strict=False)]
    sizes = next((pair for pair in lengths if pair[0].equals(pair[1]) is Truth.NO), ())
    if input.rank == 4:
        raise Mismatch("segmentation-size-mismatch", f"class ids {target.shape} for an image of {wanted}", *sizes,
                       argument="target", runtime=f"size mismatch (got input: {input.shape} , target: {target.shape}"
                       )  # fmt: skip
    moved = target.rank == input.rank - 1 and target.shape[1].equals(input.shape[1]) is not Truth.NO
    raise Mismatch(
        "ce-class-dim-position",
        f"input {input.shape} has the classes on axis 1: takes class ids {wanted}, got {target.shape}",
        *sizes,
        argument="input" if moved else "target",
        runtime=f"Expected target size {wanted}, got {target.shape}",
        help="input.transpose(1, 2): [batch, classes, length]" if moved and input.rank == 3 else "",
    )


def _require_range(classes: Dim, target: Tensor, ignored: float | None) -> None:
    """A label that certainly occurs must be one of the classes, or the one that is ignored."""
    facts = target.facts
    if not facts.attained or facts.low is None or facts.high is None or ignored is None:
        return
    low, high = int(facts.low), int(facts.high)
    if low < 0 and low != ignored:
        raise Mismatch(
            "negative-label-without-ignore-index",
            f"the label {low}",
            argument="target",
            runtime=f"Target {low} is out of bounds.",
            help=f"ignore_index={low}",
        )
    if high != ignored and Dim.of(high).less(classes) is Truth.NO:
        kind = "single-logit-cross-entropy" if classes == 1 else "label-out-of-range"
        help = (
            "nn.BCEWithLogitsLoss, or two units" if classes == 1 else f"{high + 1} classes, or labels that start at 0"
        )
        raise Mismatch(
            kind,
            f"the label {high}, of {classes} classes (0 to {classes - 1})",
            classes,
            argument="target",
            runtime=f"Target {high} is out of bounds.",
            help=help,
        )


def _require_weight(classes: Dim, weight: Tensor | None, prefix: str = "", rank: int = 1) -> None:
    """Weights for places of an image are counted, whatever their axes."""
    if weight is None or not weight.shape.known_rank:
        return
    if (rank < 3 and weight.rank != 1) or weight.shape.numel.equals(classes) is Truth.NO:
        raise Mismatch(
            "class-weight-mismatch",
            f"{weight.shape} weights for {classes} classes",
            classes,
            argument="weight",
            runtime=f"{prefix}weight tensor should be defined either for all {classes} classes "
            f"or no classes but got weight tensor of shape: {weight.shape}",
        )


def loss_of_ids(input: Tensor, target: Tensor, weight: Tensor | None, ignore_index: Value | int,
                smoothed: bool = False) -> Shape:  # fmt: skip
    """The shape of the loss before it is reduced."""
    _require_ids(input, target)
    if not input.shape.known_rank:
        return target.shape
    classes = input.shape[_class_axis(input)]
    _require_weight(classes, weight, rank=input.rank)
    if smoothed and weight is not None and weight.shape.known_rank and weight.rank != 1:
        raise Undecided("weights with more axes than one and label_smoothing: it depends on the labels")
    if weight is not None:
        require_weight_dtype(input, weight)
    _require_range(classes, target, _number(ignore_index))
    if classes == 1 and input.rank == 2:
        remark(
            "single-logit-cross-entropy",
            "cross entropy of one class is always 0",
            classes,
            argument="input",
            help="nn.BCEWithLogitsLoss, or two units",
        )
    at = input.facts.axis
    if input.facts.activation == "linear" and at is not None and at != _class_axis(input) and input.rank == 3:
        remark(
            "ce-class-dim-silent",
            f"input {input.shape} has the classes on axis {at}, cross entropy reads axis 1",
            input.shape[at],
            argument="input",
            help="input.transpose(1, 2)",
        )
    return target.shape if input.rank > 1 else Shape()


def _was_column(input: Tensor) -> bool:
    """One score a sample, [batch, 1], without its last axis."""
    made = input.node[0] if isinstance(input.node, tuple) else None
    before = next((one for one in made.values.values() if isinstance(one, Tensor)), None) if made is not None else None
    return before is not None and before.shape.known_rank and before.rank == 2 and before.shape[1] == 1


# -- the target holds probabilities -----------------------------------------------------------------------------


def _of_probabilities(input: Tensor, target: Tensor, weight: Tensor | None, ignore_index: Value | int) -> Shape:
    if family(target.dtype) in WHOLE:
        _refuse_whole(input, target)
    _require_scores(input, target)
    ignored = _number(ignore_index)
    if ignored is not None and ignored >= 0 and target.dtype is not None:
        raise Mismatch(
            "class-weight-mismatch",
            "ignore_index with class probabilities",
            argument="target",
            runtime="ignore_index is not supported for floating point target",
        )
    if input.rank == 0:
        raise Mismatch("layer-input-rank", "scores without axes", argument="input",
                       runtime="Dimension specified as 0 but tensor has no dimensions")  # fmt: skip
    at = _class_axis(input)
    _require_weight(input.shape[at], weight, "cross_entropy: ")
    if input.rank == 1 and ((is_batch(input) and is_batch(target)) or _was_column(input)):
        remark(
            "ce-score-vector",
            f"{input.shape} is read as one sample with so many classes",
            input.shape[0],
            argument="input",
            help="nn.BCEWithLogitsLoss for one score a sample",
        )
    return input.shape.without(at)


def _refuse_whole(input: Tensor, target: Tensor) -> None:
    words = f"Expected floating point type for target with class probabilities, got {spoken(target.dtype)}"
    if input.facts.activation == "argmax" or family(input.dtype) in WHOLE:
        raise Mismatch(
            "loss-on-argmax",
            "cross entropy of predicted classes, not of their scores",
            argument="input",
            runtime=words,
            help="pass the scores (logits) [batch, classes]",
        )
    raise Mismatch(
        "ce-onehot-integer-target",
        f"a {target.dtype} target of the input's shape {target.shape} is read as class probabilities",
        argument="target",
        runtime=words,
        help="pass class ids (drop one_hot), or target.float()",
    )


# -- cross entropy ----------------------------------------------------------------------------------------------


def cross_entropy(input: Tensor, target: Tensor, weight: Tensor | None, ignore_index: Value | int,
                  reduction: str | None, label_smoothing: Value | float = 0.0) -> Tensor:  # fmt: skip
    smoothed = _is_smoothed(label_smoothing)
    same = input.shape.equals(target.shape)
    if same is Truth.MAYBE:  # as many axes: only probabilities have
        ranks = input.shape.known_rank and target.shape.known_rank
        same = Truth.YES if ranks and input.rank > 1 else Truth.MAYBE
    if same is Truth.YES:
        shape = _of_probabilities(input, target, weight, ignore_index)
        dtype = T.promote([one for one in (input, target, weight) if one is not None])
    elif same is Truth.MAYBE and not (input.shape.known_rank and target.shape.known_rank):
        shape, dtype = Shape.unknown(), input.dtype
    else:
        _require_scores(input, target)
        shape, dtype = loss_of_ids(input, target, weight, ignore_index, smoothed), input.dtype
    _remark_activation(input)
    return reduced(shape, dtype, reduction)


def _require_scores(input: Tensor, target: Tensor) -> None:
    if family(input.dtype) in WHOLE:
        kind = (
            "loss-args-swapped"
            if family(target.dtype) == "float"
            else "loss-on-argmax"
            if (input.facts.activation == "argmax")
            else "integer-input"
        )
        raise Mismatch(
            kind,
            f"{input.dtype} scores",
            argument="input",
            runtime=f"\"log_softmax_lastdim_kernel_impl\" not implemented for '{spoken(input.dtype)}'",
            help="the scores come first: loss(output, target)" if kind == "loss-args-swapped" else "",
        )


def _remark_activation(input: Tensor) -> None:
    """Cross entropy takes logits: it applies log_softmax itself."""
    if input.facts.activation == "softmax":
        remark(
            "softmax-before-cross-entropy",
            "softmax twice: cross entropy applies it itself",
            argument="input",
            help="drop the softmax: pass the logits",
        )
    elif input.facts.activation == "log_softmax":
        remark(
            "log-softmax-before-cross-entropy",
            "log_softmax twice: cross entropy applies it itself",
            argument="input",
            help="drop it, or use nn.NLLLoss",
        )


def _is_smoothed(label_smoothing: Value | float) -> bool:
    """A share of the probability, from 0 to 1, goes to the other classes."""
    share = said(label_smoothing)
    if isinstance(share, (int, float)) and not 0 <= share <= 1:
        words = f"label_smoothing must be between 0.0 and 1.0. Got: {float(share)}"
        refuse(label_smoothing, "label_smoothing", words)
    return isinstance(share, (int, float)) and share > 0


_TRAITS = {"loss": "cross-entropy"}


@T.op("torch.nn.functional.cross_entropy", traits=_TRAITS)
def functional_cross_entropy(input: Tensor, target: Tensor, weight: Tensor | None = None,
                             size_average: Value | None = None, ignore_index: Value | int = -100,
                             reduce: Value | None = None, reduction: Value | str = "mean",
                             label_smoothing: Value | float = 0.0) -> Tensor:  # fmt: skip
    word = reduction_of(reduction, size_average, reduce)
    return cross_entropy(input, target, weight, ignore_index, word, label_smoothing)


@T.layer("torch.nn.CrossEntropyLoss", traits=_TRAITS, check=check_flags)
def cross_entropy_loss(input: Tensor, target: Tensor, *, weight: Tensor | None = None,
                       size_average: Value | None = None, ignore_index: Value | int = -100,
                       reduce: Value | None = None, reduction: Value | str = "mean",
                       label_smoothing: Value | float = 0.0) -> Tensor:  # fmt: skip
    word = reduction_of(reduction, size_average, reduce)
    return cross_entropy(input, target, weight, ignore_index, word, label_smoothing)

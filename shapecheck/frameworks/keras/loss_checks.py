"""Whether labels, predictions and a loss fit one another. Sources: keras/src/losses/losses.py, loss.py and
backend/tensorflow/nn.py of Keras 3.15."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided, assume_equal, remark
from ...core.shape import Shape
from ...core.truth import Truth
from .checks import RECURRENT, came_through
from .dialect import batch_size, extended, spell
from .heads import check_bounds

if TYPE_CHECKING:
    from ...core.tensor import Tensor

DEFAULT_BATCH = 32


def aligned(true: Shape, pred: Shape) -> tuple[Shape, Shape]:
    """`squeeze_or_expand_to_same_rank`: where ranks differ by one, a last axis of length 1 is dropped or added."""
    if true.rank == pred.rank + 1 and _one(true[-1]):
        return (true, extended(pred, 1)) if pred.rank == 1 else (true[:-1], pred)
    if pred.rank == true.rank + 1 and _one(pred[-1]):
        return (extended(true, 1), pred) if true.rank == 1 else (true, pred[:-1])
    return true, pred


def _one(dim: Dim) -> bool:
    answer = dim.is_one()
    if answer is Truth.MAYBE:
        raise Undecided("a last axis that may be of length 1")
    return answer is Truth.YES


def _single(pred: Shape, loss: str) -> None:
    if pred.known_rank and pred.rank and pred[-1] == 1:
        remark("single-logit-cross-entropy", f"{loss} over one class is always 0", pred[-1], argument="y_pred",
               help="binary_crossentropy for one unit with sigmoid, or two units with softmax")  # fmt: skip


# -- sparse ----------------------------------------------------------------------------------------------------


def sparse(true: Tensor, pred: Tensor, loss: str, wrapped: bool, ignored: Any = None) -> Shape:
    """Class ids against one prediction for each class: [batch] against [batch, classes]."""
    labels, output = aligned(true.shape, pred.shape) if wrapped else (true.shape, pred.shape)
    if output.rank == 0:
        raise Undecided("predictions without an axis")
    if labels.rank == output.rank and labels[-1].is_one() is not Truth.NO:
        if labels[-1].is_one() is Truth.MAYBE:
            _one_hot(true, pred, loss, certain=False)
        labels = labels[:-1]
    if labels.rank == output.rank:
        _one_hot(true, pred, loss, certain=True)
    if labels.rank != output.rank - 1:
        _axis_too_many(true, pred, loss, _rank_text(true, pred))
    for i, (mine, theirs) in enumerate(zip(labels.dims, output.dims[:-1], strict=True)):
        _same(mine, theirs, true, pred, loss, i,
              "Arguments `target` and `output` must have the same shape up until the last dimension: "
              f"target.shape={spell(true.shape)}, output.shape={spell(pred.shape)}")  # fmt: skip
    _range(true, output[-1], loss, ignored)
    if (true.facts.high or 0) < 1:
        _single(output, loss)
    return labels


def _rank_text(true: Tensor, pred: Tensor) -> str:
    return (
        "Argument `output` must have rank (ndim) `target.ndim - 1`. Received: "
        f"target.shape={spell(true.shape)}, output.shape={spell(pred.shape)}"
    )


def _one_hot(true: Tensor, pred: Tensor, loss: str, certain: bool) -> None:
    """Labels with as many axes as the predictions: one-hot rows, or one id for each step."""
    labels, output = true.shape, pred.shape
    classes, width = output[-1], labels[-1]
    rows = batch_size(output[0]) or DEFAULT_BATCH
    count = rows * (width.value or 1)
    runtime = [_rank_text(true, pred)]
    if output.rank == 2 and classes.value is not None and width.value is not None:
        runtime.append("logits and labels must have the same first dimension, "
                       f"got logits shape [{rows},{classes}] and labels shape [{count}]")  # fmt: skip
    steps = certain and width.equals(classes) is Truth.NO and came_through(pred, RECURRENT)
    if steps and output.rank == 2:
        raise Mismatch("sequence-labels-vs-return-sequences",
                       f"labels {labels} have one id for each step, the model predicts once for a sequence: {output}",
                       width, classes, argument="y_true", runtime=tuple(runtime),
                       help="return_sequences=True in the last recurrent layer")  # fmt: skip
    dense = loss.replace("sparse_", "")
    number = classes.value if classes.value is not None else "n"
    text = f"predictions are {output} and labels {labels}; {loss} takes class ids {Shape(labels.dims[:-1])}"
    help = (
        f"'{dense}' for one-hot labels or class probabilities over {number} classes; 'binary_crossentropy' with "
        f"sigmoid if they are {number} independent labels; or give class ids {Shape(labels.dims[:-1])}"
    )
    if certain:
        raise Mismatch("sparse-ce-with-onehot-labels", text, width, classes, argument="y_true", runtime=tuple(runtime),
                       help=help)  # fmt: skip
    remark("sparse-ce-with-onehot-labels", f"{text}, unless their last axis is 1", width, classes, argument="y_true",
           runtime=tuple(runtime), help=help)  # fmt: skip


def _axis_too_many(true: Tensor, pred: Tensor, loss: str, runtime: str) -> NoReturn:
    """The predictions have more axes than the labels explain: nothing was flattened, or every step predicts."""
    labels, output = true.shape, pred.shape
    if came_through(pred, RECURRENT) and output.rank == 3:
        raise Mismatch("sequence-labels-vs-return-sequences",
                       f"labels are {labels}, the model predicts at every step: {output}", argument="y_true",
                       runtime=runtime, help="leave out return_sequences=True in the last recurrent layer")  # fmt: skip
    if output.rank > labels.rank:
        raise Mismatch("missing-flatten", f"predictions are {output} for labels {labels}: nothing was flattened",
                       argument="y_pred", runtime=runtime, help="a Flatten layer before the dense ones")  # fmt: skip
    raise Mismatch("sequence-labels-vs-return-sequences" if came_through(pred, RECURRENT) else "target-width-mismatch",
                   f"labels are {labels} for predictions {output}", argument="y_true", runtime=runtime)  # fmt: skip


def _range(true: Tensor, classes: Dim, loss: str, ignored: Any) -> None:
    low, high, count = true.facts.low, true.facts.high, classes.value
    if true.facts.attained and low is not None and low < 0 and count is not None and ignored != low:
        raise Mismatch("negative-label-without-ignore-index", f"labels go down to {low:g}; {loss} takes the classes 0 "
                       f"to {count - 1}", classes, argument="y_true",
                       runtime=f"Received a label value of {low:g} which is outside the valid range of [0, {count}).",
                       help=f"ignore_class={low:g} in the loss, if such labels are to be left out")  # fmt: skip
    if high is None or count is None or high < count or true.facts.one_hot:
        return
    if ignored is not None and ignored == high:
        return
    told = (
        "label-out-of-range",
        f"labels go up to {high:g}, the model has {count} outputs for the classes 0 to {count - 1}",
        classes,
    )
    more = {
        "argument": "y_true",
        "runtime": f"Received a label value of {high:g} which is outside the valid range of [0, {count}).",
        "help": f"{int(high) + 1} units in the last layer, or labels that start at 0",
    }
    if true.facts.attained:
        raise Mismatch(*told, **more)
    remark(*told, **more)


def _same(mine: Dim, theirs: Dim, true: Tensor, pred: Tensor, loss: str, axis: int, runtime: str) -> None:
    """An axis on which labels and predictions have to agree."""
    same = mine.equals(theirs)
    if same is Truth.MAYBE:
        assume_equal(mine, theirs)
    if same is not Truth.NO:
        return
    if mine == 1 and axis and pred.rank > true.rank:
        _axis_too_many(true, pred, loss, runtime)
    if pred.rank == 3 and came_through(pred, RECURRENT):
        kind = "sequence-labels-vs-return-sequences"
    else:
        kind = "segmentation-size-mismatch" if pred.rank > 3 else "target-width-mismatch"
    if axis == 0:
        kind = "sample-count-mismatch"
    raise Mismatch(kind, f"labels {true.shape} and predictions {pred.shape} differ at axis {axis}", mine, theirs,
                   argument="y_true", runtime=runtime)  # fmt: skip


# -- categorical and binary ------------------------------------------------------------------------------------


def categorical(true: Tensor, pred: Tensor, loss: str, wrapped: bool) -> Shape:
    """One-hot rows or class probabilities against predictions of the same shape."""
    labels, output = aligned(true.shape, pred.shape) if wrapped else (true.shape, pred.shape)
    rank_text = (
        "Arguments `target` and `output` must have the same rank (ndim). Received: "
        f"target.shape={spell(true.shape)}, output.shape={spell(pred.shape)}"
    )
    shape_text = rank_text.replace("the same rank (ndim)", "the same shape")
    if labels.rank == output.rank - 1 and not _looks_encoded(true, pred):
        _integer_labels(true, pred, loss, rank_text)
    if labels.rank == output.rank + 1 and true.facts.one_hot:
        raise Mismatch("num-classes-mismatch", f"labels {true.shape} are encoded twice: predictions are {pred.shape}",
                       argument="y_true", runtime=rank_text, help="to_categorical once")  # fmt: skip
    if labels.rank != output.rank:
        _axis_too_many(true, pred, loss, rank_text)
    if labels.rank == 0:
        raise Undecided("labels without an axis")
    _single(output, loss)
    for i, (mine, theirs) in enumerate(zip(labels.dims[:-1], output.dims[:-1], strict=True)):
        _same(mine, theirs, true, pred, loss, i, shape_text)
    mine, theirs = labels[-1], output[-1]
    if mine.equals(theirs) is not Truth.NO:
        if mine.equals(theirs) is Truth.MAYBE:
            assume_equal(mine, theirs)
        return labels[:-1]
    if mine == 1:
        _integer_labels(true, pred, loss, shape_text)
    _other_classes(true, pred, loss, shape_text)


def _looks_encoded(true: Tensor, pred: Tensor) -> bool:
    """[batch, classes] against [batch, height, width, classes]: the labels are encoded, an axis is too much."""
    if true.facts.one_hot:
        return True
    labels, output = true.shape, pred.shape
    return labels.rank >= 2 and labels[-1].equals(output[-1]) is Truth.YES and (
        labels[1].equals(output[1]) is Truth.NO or labels.rank < output.rank - 1
    )


def _integer_labels(true: Tensor, pred: Tensor, loss: str, runtime: str) -> NoReturn:
    raise Mismatch(
        "categorical-ce-with-integer-labels",
        f"predictions are {pred.shape} and labels {true.shape}; {loss} takes one-hot labels {pred.shape}",
        pred.shape[-1],
        argument="y_true",
        runtime=runtime,
        help=f"'sparse_{loss}' for integer labels, or to_categorical(y, {pred.shape[-1]})"
        if loss == "categorical_crossentropy"
        else f"to_categorical(y, {pred.shape[-1]})",
    )


def _other_classes(true: Tensor, pred: Tensor, loss: str, runtime: str) -> NoReturn:
    mine, theirs = true.shape[-1], pred.shape[-1]
    raise Mismatch("num-classes-mismatch", f"labels have {mine} classes, the model {theirs} outputs", mine, theirs,
                   argument="y_true", runtime=runtime, help=f"{mine} units in the last layer")  # fmt: skip


def binary(true: Tensor, pred: Tensor, loss: str, wrapped: bool) -> Shape:
    """One label for each output."""
    labels, output = aligned(true.shape, pred.shape) if wrapped else (true.shape, pred.shape)
    what = "the same rank (ndim)" if labels.rank != output.rank else "the same shape"
    runtime = (
        f"Arguments `target` and `output` must have {what}. Received: "
        f"target.shape={spell(true.shape)}, output.shape={spell(pred.shape)}"
    )
    if labels.rank != output.rank:
        _binary_mismatch(true, pred, loss, runtime)
    for mine, theirs in zip(labels.dims, output.dims, strict=True):
        if mine.equals(theirs) is Truth.NO:
            _binary_mismatch(true, pred, loss, runtime, mine, theirs)
        if mine.equals(theirs) is Truth.MAYBE:
            assume_equal(mine, theirs)
    return labels[:-1] if labels.rank else labels


def _binary_mismatch(true: Tensor, pred: Tensor, loss: str, runtime: str, *sizes: Dim) -> NoReturn:
    labels, output = true.shape, pred.shape
    kind, help = "bce-target-shape", ""
    if output.rank > 2 and output.rank > labels.rank:
        kind, help = "missing-flatten", "a Flatten or global pooling layer before the dense ones"
        if came_through(pred, RECURRENT) and output.rank == 3:
            kind = "sequence-labels-vs-return-sequences"
            help = "leave out return_sequences=True in the last recurrent layer"
    elif labels.rank <= 2 and output.rank == 2 and (labels.rank == 1 or labels[-1] == 1):
        help = f"one unit with sigmoid; or 'sparse_categorical_crossentropy' with softmax for {output[-1]} classes"
    elif labels.rank == output.rank == 2 and output[-1] == 1:
        help = f"{labels[-1]} units with sigmoid, or one label for each sample"
    elif labels.rank == output.rank > 3:
        kind = "segmentation-size-mismatch"
    raise Mismatch(kind, f"{loss} needs labels of the predictions' shape: labels are {labels}, predictions {output}",
                   *sizes, argument="y_true", runtime=runtime, help=help)  # fmt: skip


# -- differences -----------------------------------------------------------------------------------------------


def difference(true: Tensor, pred: Tensor, loss: str, squeezes: bool) -> Shape:
    """Losses that subtract: labels and predictions broadcast, which is an error or silently wrong unless they agree."""
    if Shape() in (true.shape, pred.shape):
        raise Undecided("a scalar for labels or predictions")
    labels, output = aligned(true.shape, pred.shape) if squeezes else (true.shape, pred.shape)
    check_bounds(true, pred, loss)
    if labels.rank != output.rank:
        return _other_rank(true, pred, labels, output, loss)
    stretched = []
    dims = []
    for i, (mine, theirs) in enumerate(zip(labels.dims, output.dims, strict=True)):
        same = mine.equals(theirs)
        if same is Truth.NO and mine.is_one() is Truth.NO and theirs.is_one() is Truth.NO:
            _differ(true, pred, loss, i, mine, theirs)
        if same is Truth.NO and Truth.YES in (mine.is_one(), theirs.is_one()):
            stretched.append((i, mine, theirs))
        if same is Truth.MAYBE and mine.is_one() is Truth.NO and theirs.is_one() is Truth.NO:
            assume_equal(mine, theirs)
        dims.append(theirs if mine == 1 else mine)
    for axis, mine, theirs in stretched:
        if axis or batch_size(mine) is not None:
            remark("loss-target-broadcast", f"labels {labels} are broadcast against predictions {output}", mine,
                   theirs, argument="y_true",
                   help=f"{mine} units in the last layer, or {theirs} targets for each sample")  # fmt: skip
            break
    return Shape(dims)


def _differ(true: Tensor, pred: Tensor, loss: str, axis: int, mine: Dim, theirs: Dim) -> NoReturn:
    last = axis == len(true.shape) - 1
    kind = "target-width-mismatch" if last or pred.rank < 4 else "upsample-size-drift"
    if axis == 0:
        kind = "sample-count-mismatch"
    raise Mismatch(
        kind,
        f"labels are {true.shape}, predictions {pred.shape}: {mine} against {theirs}",
        mine,
        theirs,
        argument="y_true",
        runtime=(f"Dimensions must be equal, but are {mine} and {theirs}",
                 f"Incompatible shapes: {numbers(true.shape)} vs. {numbers(pred.shape)}"),
        help=f"{mine} units in the last layer" if last else "",
    )  # fmt: skip


def numbers(shape: Shape) -> str:
    """The shape of a full batch, as TensorFlow prints it."""
    sizes = [str(dim.value or batch_size(dim) or DEFAULT_BATCH if i == 0 else dim.value) for i, dim in enumerate(shape)]
    return f"[{','.join(sizes)}]"


def never_broadcast(left: Shape, right: Shape) -> bool:
    """Shapes that a full batch does not stretch to one another: a batch of 32 against 10 units, say."""
    for mine, theirs in zip(left.dims[::-1], right.dims[::-1], strict=False):
        a, b = batch_size(mine), batch_size(theirs)
        if mine != theirs and a is not None and b is not None and a != b and 1 not in (a, b):
            return True
    return False


def _other_rank(true: Tensor, pred: Tensor, labels: Shape, output: Shape, loss: str) -> Shape:
    """[batch] against [batch, units]: the batch is compared with the units, and is rarely as long."""
    large = output if labels.rank < output.rank else labels
    certain = never_broadcast(labels, output)
    many = output.rank > 2 and output.rank > labels.rank
    text = f"labels are {labels}, predictions {output}"
    quote = (f"Incompatible shapes: {numbers(true.shape)} vs. {numbers(pred.shape)}",)
    if certain:
        raise Mismatch("missing-flatten" if many else "target-width-mismatch", text, labels[-1], output[-1],
                       argument="y_true", runtime=quote)  # fmt: skip
    remark("loss-target-broadcast", f"{text}: they are broadcast against each other", labels[-1], output[-1],
           argument="y_true")  # fmt: skip
    return Shape(large.dims)

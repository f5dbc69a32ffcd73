"""Losses: the cross entropies of `tf.nn`."""

from __future__ import annotations

from ...algebra.broadcast import broadcast
from ...core.dtype import family as kind_of
from ...core.outcome import Mismatch, remark
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ..binding import Ignored
from .dialect import TF, need, python_spell, quoting, spell, spelling, tensor
from .elementwise import fill

_CE = {"loss": "cross-entropy", "logits": "logits", "labels": "labels"}
SPARSE = {"loss": "sparse-cross-entropy", "logits": "logits", "labels": "labels"}
_BINARY = {"loss": "binary-cross-entropy", "logits": "logits", "labels": "labels"}


def look_at_logits(logits: Tensor, labels: Tensor, activation: str, kind: str) -> None:
    """Logits that went through the activation that the loss applies itself, and arguments that were swapped."""
    if logits.facts.activation == activation:
        remark(
            kind, f"the loss applies {activation} to what is already {activation}ed", argument="logits",
            help=f"pass what goes into {activation}",
        )  # fmt: skip
    if labels.facts.activation == activation and logits.facts.one_hot:
        remark("loss-args-swapped", "labels and logits have changed places", argument="labels", help="swap them")


# -- softmax ---------------------------------------------------------------------------------------------------

_SOFTMAX = (
    "{}(labels=tf.ones([4, 3]), logits=tf.ones([4, 3]))", "{}(labels=tf.ones([4, 3]), logits=tf.ones([4, 5]))",
    "{}(labels=tf.ones([4]), logits=tf.ones([4, 5]))", "{}(labels=tf.ones([4, 5], tf.int32), logits=tf.ones([4, 5]))",
    "{}(labels=tf.ones([4, 1]), logits=tf.ones([4, 5]))", "{}(labels=tf.ones([5]), logits=tf.ones([4, 5]))",
    "{}(labels=tf.ones([3, 5]), logits=tf.ones([4, 5]))", "{}(labels=tf.ones([2, 4, 5]), logits=tf.ones([2, 4, 5]))",
    "{}(labels=tf.ones([5]), logits=tf.ones([5]))", "{}(labels=tf.ones([4, 5]), logits=tf.ones([4, 5], tf.int32))",
    "{}(labels=tf.one_hot([0, 1], 3), logits=tf.ones([2, 3]))", "{}(labels=np.ones([4, 3]), logits=tf.ones([4, 3]))",
    "{}(labels=tf.ones([4, 3, 2]), logits=tf.ones([4, 3, 2]), axis=1)",
    "{}(labels=tf.ones([1, 5]), logits=tf.ones([4, 5]))",
    "{}(labels=tf.ones([2, 3, 5]), logits=tf.ones([6, 5]))",
)  # fmt: skip


def softmax_cross_entropy(labels: Tensor, logits: Tensor, axis: int = -1) -> Tensor:
    """[..., classes] against [..., classes], without the axis of the classes."""
    need(logits, "float", "SoftmaxCrossEntropyWithLogits", "logits")
    look_at_logits(logits, labels, "softmax", "softmax-before-cross-entropy")
    if labels.dtype == "string":
        raise Mismatch("string-labels", "labels are texts, numbers are needed", argument="labels",
                       runtime="Cast string to float is not supported")  # fmt: skip
    if not logits.shape.known_rank:
        return tensor(Shape.unknown(), logits.dtype)
    from ...algebra.axes import axis as nth

    with quoting(f"`axis` {axis} is out of range for logits of rank {logits.rank}"):
        at = nth(axis, logits.rank)
    rest = Shape(dim for i, dim in enumerate(logits.shape.dims) if i != at)
    if labels.shape.known_rank and at == logits.rank - 1:
        _compare(labels, logits)
    return tensor(rest, logits.dtype, Facts(low=0))


def _compare(labels: Tensor, logits: Tensor) -> None:
    """Both are flattened to two axes, and then broadcast."""
    flat_labels, flat_logits = _flat(labels.shape), _flat(logits.shape)
    words = (
        f"logits and labels must be broadcastable: logits_size={spell(flat_logits)} labels_size={spell(flat_labels)} "
        "[Op:SoftmaxCrossEntropyWithLogits]",
        f"Shapes {python_spell(logits.shape)} and {python_spell(labels.shape)} are incompatible",
    )
    classes, width = logits.shape[-1], labels.shape[-1] if labels.rank else None
    try:
        broadcast(flat_labels, flat_logits)
    except Mismatch as found:
        kind = "categorical-ce-with-integer-labels" if labels.rank < logits.rank else "num-classes-mismatch"
        if labels.rank == logits.rank and width is not None and width.equals(classes) is not Truth.NO:
            kind = "elementwise-shape-mismatch"
        raise Mismatch(
            kind,
            f"labels {labels.shape} against logits {logits.shape}",
            *found.sizes,
            argument="labels",
            runtime=words,
            help="tf.nn.sparse_softmax_cross_entropy_with_logits" if kind.startswith("categorical") else "",
        ) from None
    if (labels.rank == logits.rank - 1 == 1 and labels.shape[0].equals(logits.shape[0]) is Truth.YES
            and Truth.YES not in (labels.shape[0].equals(classes), labels.shape[0].equals(1))):  # fmt: skip
        remark(
            "categorical-ce-with-integer-labels",
            f"labels {labels.shape} against logits {logits.shape}: they fit only a batch of {classes}",
            labels.shape[0], classes, argument="labels", runtime=words,
            help="tf.nn.sparse_softmax_cross_entropy_with_logits",
        )  # fmt: skip


def _flat(shape: Shape) -> Shape:
    """[rows, classes]: the leading axes as one."""
    if shape.rank == 0:
        return Shape.of(1, 1)
    return Shape((Shape(shape.dims[:-1]).numel, shape[-1]))


@TF.op("tensorflow.nn.softmax_cross_entropy_with_logits", traits=_CE,
       samples=fill(_SOFTMAX, "tf.nn.softmax_cross_entropy_with_logits"))  # fmt: skip
def softmax_cross_entropy_with_logits(labels: Tensor, logits: Tensor, axis: int = -1, name: Ignored = None) -> Tensor:
    return softmax_cross_entropy(labels, logits, axis)


@TF.op("tensorflow.compat.v1.nn.softmax_cross_entropy_with_logits", traits=_CE,
       samples=fill(_SOFTMAX[:10], "tf.compat.v1.nn.softmax_cross_entropy_with_logits"))  # fmt: skip
def softmax_cross_entropy_with_logits_v1(
    labels: Tensor | None = None, logits: Tensor | None = None, dim: int = -1, name: Ignored = None,
    axis: int | None = None, *, _sentinel: Ignored = None,
) -> Tensor:  # fmt: skip
    return softmax_cross_entropy(*_both(labels, logits), dim if axis is None else axis)


@TF.op("tensorflow.compat.v1.nn.softmax_cross_entropy_with_logits_v2",
       "tensorflow.nn.softmax_cross_entropy_with_logits_v2",
       traits=_CE, samples=fill(_SOFTMAX[:10], "tf.compat.v1.nn.softmax_cross_entropy_with_logits_v2"))  # fmt: skip
def softmax_cross_entropy_with_logits_v2(
    labels: Tensor, logits: Tensor, axis: int | None = None, name: Ignored = None, dim: int | None = None
) -> Tensor:
    return softmax_cross_entropy(labels, logits, -1 if axis is None and dim is None else (axis or dim or 0))


def _both(labels: Tensor | None, logits: Tensor | None) -> tuple[Tensor, Tensor]:
    from ...core.outcome import Undecided

    if labels is None or logits is None:
        raise Undecided("labels or logits are missing")
    return labels, logits


# -- sparse ----------------------------------------------------------------------------------------------------

_CLASS_IDS = (
    "{}(labels=tf.zeros([4], tf.int32), logits=tf.ones([4, 3]))",
    "{}(labels=tf.zeros([4, 3], tf.int32), logits=tf.ones([4, 3]))",
    "{}(labels=tf.zeros([4]), logits=tf.ones([4, 3]))", "{}(labels=tf.zeros([5], tf.int32), logits=tf.ones([4, 3]))",
    "{}(labels=tf.zeros([4], tf.uint8), logits=tf.ones([4, 3]))", "{}(labels=[0, 1, 2, 3], logits=tf.ones([4, 3]))",
    "{}(labels=tf.zeros([2, 4], tf.int32), logits=tf.ones([2, 4, 3]))",
    "{}(labels=tf.zeros([2, 5], tf.int32), logits=tf.ones([2, 4, 3]))",
    "{}(labels=tf.constant(1), logits=tf.ones([3]))", "{}(labels=np.array([0, 1]), logits=tf.ones([2, 3]))",
    "{}(labels=tf.zeros([4, 1], tf.int32), logits=tf.ones([4, 3]))",
    "{}(labels=[0, 1], logits=tf.ones([2, 3], tf.int32))",
)  # fmt: skip


def sparse_cross_entropy(labels: Tensor, logits: Tensor) -> Tensor:
    """Class ids [...] against [..., classes]."""
    need(logits, "float", "SparseSoftmaxCrossEntropyWithLogits", "logits")
    look_at_logits(logits, labels, "softmax", "softmax-before-cross-entropy")
    if labels.shape.known_rank and logits.shape.known_rank:
        _compare_ids(labels, logits)
    if labels.dtype is not None and labels.dtype not in ("int16", "int32", "int64", "uint16"):
        raise Mismatch(
            "tf-dtype-mix",
            f"{labels.dtype} labels where class ids are needed",
            argument="labels",
            runtime=f"Value for attr 'Tlabels' of {spelling(labels.dtype)} is not in the list of allowed "
            f"values: int32, int64",
            help="tf.cast(labels, tf.int32)",
        )
    _check_range(labels, logits)
    return tensor(labels.shape if labels.shape.known_rank else logits.shape[:-1], logits.dtype, Facts(low=0))


def _compare_ids(labels: Tensor, logits: Tensor) -> None:
    if labels.rank != logits.rank - 1:
        raise Mismatch(
            "sparse-ce-with-onehot-labels",
            f"labels {labels.shape} for logits {logits.shape}: class ids have one axis less",
            *labels.shape.dims[-1:], argument="labels",
            runtime=f"`labels.shape.rank` must equal `logits.shape.rank - 1`. Received: labels.shape="
            f"{python_spell(labels.shape)} of rank {labels.rank} and logits.shape={python_spell(logits.shape)} of rank "
            f"{logits.rank}",
            help="tf.nn.softmax_cross_entropy_with_logits, or tf.squeeze(labels, -1)",
        )  # fmt: skip
    for mine, theirs in zip(labels.shape.dims, logits.shape.dims, strict=False):
        if mine.equals(theirs) is Truth.NO:
            raise Mismatch(
                "elementwise-shape-mismatch",
                f"{labels.shape} labels for {logits.shape} logits",
                mine,
                theirs,
                argument="labels",
                runtime=f"`labels.shape` must equal `logits.shape` except for the last dimension. Received: "
                f"labels.shape="
                f"{python_spell(labels.shape)} and logits.shape={python_spell(logits.shape)}",
            )


def _check_range(labels: Tensor, logits: Tensor) -> None:
    """Ids that are written out in the program must be classes."""
    high = labels.facts.high
    classes = logits.shape[-1].value if logits.shape.known_rank and logits.rank else None
    if classes is not None and high is not None and labels.facts.constant is not None and high >= classes:
        raise Mismatch(
            "label-out-of-range", f"label {high:g} of {classes} classes", logits.shape[-1], argument="labels",
            runtime=f"Received a label value of {high:g} which is outside the valid range of [0, {classes}).",
        )  # fmt: skip


@TF.op("tensorflow.nn.sparse_softmax_cross_entropy_with_logits", traits=SPARSE,
       samples=fill(_CLASS_IDS, "tf.nn.sparse_softmax_cross_entropy_with_logits"))  # fmt: skip
def sparse_softmax_cross_entropy_with_logits(labels: Tensor, logits: Tensor, name: Ignored = None) -> Tensor:
    return sparse_cross_entropy(labels, logits)


@TF.op("tensorflow.compat.v1.nn.sparse_softmax_cross_entropy_with_logits", traits=SPARSE,
       samples=fill(_CLASS_IDS, "tf.compat.v1.nn.sparse_softmax_cross_entropy_with_logits"))  # fmt: skip
def sparse_softmax_cross_entropy_with_logits_v1(
    labels: Tensor | None = None, logits: Tensor | None = None, name: Ignored = None, *, _sentinel: Ignored = None
) -> Tensor:
    return sparse_cross_entropy(*_both(labels, logits))


# -- sigmoid ---------------------------------------------------------------------------------------------------

_SIGMOID = (
    "{}(labels=tf.ones([4, 1]), logits=tf.ones([4, 1]))", "{}(labels=tf.ones([4]), logits=tf.ones([4, 1]))",
    "{}(labels=tf.ones([4, 1], tf.int32), logits=tf.ones([4, 1]))",
    "{}(labels=tf.ones([4, 1]), logits=tf.ones([4, 3]))",
    "{}(labels=np.ones([4, 3]), logits=tf.ones([4, 3]))", "{}(labels=tf.ones([4, 3]), logits=tf.ones([4, 3]))",
)  # fmt: skip


def sigmoid_cross_entropy(labels: Tensor, logits: Tensor) -> Tensor:
    """Both of one shape."""
    need(logits, "float", "Relu", "logits")
    look_at_logits(logits, labels, "sigmoid", "sigmoid-before-bce-with-logits")
    if labels.shape.equals(logits.shape) is Truth.NO:
        raise Mismatch(
            "bce-target-shape",
            f"labels {labels.shape} for logits {logits.shape}", *labels.shape.parts[0], argument="labels",
            runtime=f"`logits` and `labels` must have the same shape, received ({python_spell(logits.shape)} vs "
            f"{python_spell(labels.shape)}).",
        )  # fmt: skip
    if labels.dtype is not None and logits.dtype is not None and labels.dtype != logits.dtype:
        _refuse_dtype(labels, logits)
    return tensor(logits.shape if logits.shape.known_rank else labels.shape, logits.dtype, Facts(low=0))


def _refuse_dtype(labels: Tensor, logits: Tensor) -> None:
    from .dialect import Literal

    if isinstance(labels, Literal) and kind_of(labels.dtype) in ("int", "float"):
        return
    raise Mismatch(
        "tf-dtype-mix",
        f"{labels.dtype} labels for {logits.dtype} logits",
        argument="labels",
        runtime=f"cannot compute Mul as input #1(zero-based) was expected to be a {spelling(logits.dtype)} "
        f"tensor but is a "
        f"{spelling(labels.dtype)} tensor [Op:Mul]",
        help=f"tf.cast(labels, tf.{logits.dtype})",
    )


@TF.op("tensorflow.nn.sigmoid_cross_entropy_with_logits", traits=_BINARY,
       samples=fill(_SIGMOID, "tf.nn.sigmoid_cross_entropy_with_logits"))  # fmt: skip
def sigmoid_cross_entropy_with_logits(
    labels: Tensor | None = None, logits: Tensor | None = None, name: Ignored = None, *, _sentinel: Ignored = None
) -> Tensor:
    return sigmoid_cross_entropy(*_both(labels, logits))


@TF.op("tensorflow.nn.weighted_cross_entropy_with_logits", traits=_BINARY,
       samples=("tf.nn.weighted_cross_entropy_with_logits(tf.ones([2, 3]), tf.ones([2, 3]), 2.0)",
                "tf.nn.weighted_cross_entropy_with_logits(tf.ones([2, 3]), tf.ones([2, 3]), tf.ones([3]))",
                "tf.nn.weighted_cross_entropy_with_logits(tf.ones([2]), tf.ones([2, 3]), 2.0)",
                "tf.nn.weighted_cross_entropy_with_logits(tf.ones([2, 3]), tf.ones([2, 3]), tf.ones([5]))")
       )  # fmt: skip
def weighted_cross_entropy_with_logits(
    labels: Tensor, logits: Tensor, pos_weight: Tensor, name: Ignored = None
) -> Tensor:
    made = sigmoid_cross_entropy(labels, logits)
    with quoting(f"Incompatible shapes: {spell(pos_weight.shape)} vs. {spell(logits.shape)} [Op:Mul]",
                 kind="pos-weight-broadcast"):  # fmt: skip
        return tensor(broadcast(made.shape, pos_weight.shape), made.dtype)

"""Losses: functions, classes, and the names that `compile` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...core.containers import Sequence
from ...core.objects import Instance, library_class
from ...core.outcome import Mismatch, Undecided
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Value
from ..binding import Ignored
from ..declare import declare
from . import heads
from . import loss_checks as check
from .dialect import LOSSES, K, flag, spell, tensor, text
from .natives import Given, method

if TYPE_CHECKING:
    from ...core.value import Context

_SUBTRACTING = (
    "mean_squared_error mean_absolute_error mean_absolute_percentage_error mean_squared_logarithmic_error "
    "cosine_similarity huber log_cosh"
)
_ELEMENTWISE = "hinge squared_hinge categorical_hinge kl_divergence poisson"

CLASSES = {
    "mean_squared_error": "MeanSquaredError", "mean_absolute_error": "MeanAbsoluteError",
    "mean_absolute_percentage_error": "MeanAbsolutePercentageError",
    "mean_squared_logarithmic_error": "MeanSquaredLogarithmicError", "cosine_similarity": "CosineSimilarity",
    "huber": "Huber", "log_cosh": "LogCosh", "hinge": "Hinge", "squared_hinge": "SquaredHinge",
    "categorical_hinge": "CategoricalHinge", "kl_divergence": "KLDivergence", "poisson": "Poisson",
    "binary_crossentropy": "BinaryCrossentropy", "binary_focal_crossentropy": "BinaryFocalCrossentropy",
    "categorical_crossentropy": "CategoricalCrossentropy",
    "categorical_focal_crossentropy": "CategoricalFocalCrossentropy",
    "sparse_categorical_crossentropy": "SparseCategoricalCrossentropy", "ctc": "CTC", "dice": "Dice",
    "tversky": "Tversky", "circle": "Circle",
    "categorical_generalized_cross_entropy": "CategoricalGeneralizedCrossEntropy",
}  # fmt: skip
"""The class of each function."""

_SYNONYMS = {
    "mse": "mean_squared_error", "mae": "mean_absolute_error", "mape": "mean_absolute_percentage_error",
    "msle": "mean_squared_logarithmic_error", "bce": "binary_crossentropy", "kld": "kl_divergence",
    "kullback_leibler_divergence": "kl_divergence", "logcosh": "log_cosh", "cosine": "cosine_similarity",
    "cosine_proximity": "cosine_similarity",
}  # fmt: skip


def loss_class(name: str) -> str | None:
    """The path of the class that the name of a loss means."""
    name = _SYNONYMS.get(name.lower(), name)
    found = CLASSES.get(name) or (name if name in CLASSES.values() else None)
    return f"keras.losses.{found}" if found else None


# -- shapes ----------------------------------------------------------------------------------------------------


def samplewise(loss: str, true: Tensor, pred: Tensor, wrapped: bool, from_logits: bool = False,
               ignored: Any = None) -> Shape:  # fmt: skip
    """The loss of each sample, before anything is averaged. `wrapped`: called through a class or `compile`."""
    if Shape() in (true.shape, pred.shape):
        raise Undecided("a scalar for labels or predictions")
    heads.check_order(true, pred, loss)
    if loss.endswith("categorical_crossentropy"):
        heads.check_axis(pred, loss)
    if loss == "sparse_categorical_crossentropy":
        heads.check_head(pred, loss, from_logits, "softmax")
        return check.sparse(true, pred, loss, wrapped, ignored)
    if loss == "categorical_crossentropy":
        heads.check_head(pred, loss, from_logits, "softmax")
        return check.categorical(true, pred, loss, wrapped)
    if loss in ("binary_crossentropy", "binary_focal_crossentropy"):
        heads.check_head(pred, loss, from_logits, "sigmoid")
        return check.binary(true, pred, loss, wrapped)
    if loss in _SUBTRACTING.split():
        return check.difference(true, pred, loss, True)[:-1]
    if loss in ("dice", "tversky"):
        labels, output = check.aligned(true.shape, pred.shape) if wrapped else (true.shape, pred.shape)
        broadcast(labels, output, kind="target-width-mismatch")
        return Shape()
    if loss == "ctc":
        return _ctc(true, pred)
    return check.difference(true, pred, loss, wrapped)[:-1]


def _ctc(true: Tensor, pred: Tensor) -> Shape:
    """Labels [batch, length], predictions [batch, steps, classes]."""
    if true.rank != 2 or pred.rank != 3:
        raise Mismatch(
            "ctc-layout",
            f"ctc takes labels [batch, length] and predictions [batch, steps, classes], got {true.shape} and "
            f"{pred.shape}", argument="y_true",
            runtime="Targets `y_true` are expected to be a tensor of shape `(batch_size, max_length)` in integer "
            "format. "
            f"Received: y_true.shape={spell(true.shape)}" if true.rank != 2 else
            "Logits `y_pred` are expected to be a tensor of shape `(batch_size, max_length, num_classes)`. "
            f"Received: y_pred.shape={spell(pred.shape)}")  # fmt: skip
    return Shape((true.shape[0],))


# -- functions -------------------------------------------------------------------------------------------------


def _paths(name: str) -> tuple[str, ...]:
    """Most losses are metrics, too."""
    metric = name not in ("cosine_similarity", "ctc", "dice", "tversky", "circle")
    return tuple(f"keras.{where}.{name}" for where in ("losses", *(("metrics",) if metric else ())))


def _plain(name: str) -> None:
    def loss(y_true: Tensor, y_pred: Tensor) -> Tensor:
        return tensor(samplewise(name, y_true, y_pred, False), None)

    LOSSES.op(*_paths(name), traits={"loss": name})(loss)


for _name in (_SUBTRACTING + " " + _ELEMENTWISE).split():
    if _name not in ("huber", "cosine_similarity"):
        _plain(_name)


@LOSSES.op(*_paths("huber"), traits={"loss": "huber"})
def huber(y_true: Tensor, y_pred: Tensor, delta: Ignored = 1.0) -> Tensor:
    return tensor(samplewise("huber", y_true, y_pred, False), None)


@LOSSES.op(*_paths("cosine_similarity"), traits={"loss": "cosine_similarity"})
def cosine_similarity(y_true: Tensor, y_pred: Tensor, axis: int = -1) -> Tensor:
    full = check.difference(y_true, y_pred, "cosine_similarity", True)
    return tensor(full.without(axis), None)


@LOSSES.op(*_paths("categorical_crossentropy"), traits={"loss": "categorical_crossentropy"})
def categorical_crossentropy(y_true: Tensor, y_pred: Tensor, from_logits: bool = False, label_smoothing: Ignored = 0.0,
                             axis: Ignored = -1) -> Tensor:  # fmt: skip
    return tensor(samplewise("categorical_crossentropy", y_true, y_pred, False, from_logits), None)


@LOSSES.op(*_paths("categorical_focal_crossentropy"), traits={"loss": "categorical_focal_crossentropy"})
def categorical_focal_crossentropy(y_true: Tensor, y_pred: Tensor, alpha: Ignored = 0.25, gamma: Ignored = 2.0,
                                   from_logits: bool = False, label_smoothing: Ignored = 0.0,
                                   axis: Ignored = -1) -> Tensor:  # fmt: skip
    return tensor(samplewise("categorical_focal_crossentropy", y_true, y_pred, False, from_logits), None)


@LOSSES.op(*_paths("sparse_categorical_crossentropy"), traits={"loss": "sparse_categorical_crossentropy"})
def sparse_categorical_crossentropy(y_true: Tensor, y_pred: Tensor, from_logits: bool = False, ignore_class: Any = None,
                                    axis: int = -1) -> Tensor:  # fmt: skip
    _last_axis(y_pred, axis)
    return tensor(samplewise("sparse_categorical_crossentropy", y_true, y_pred, False, from_logits, ignore_class), None)


def _last_axis(pred: Tensor, axis: int) -> None:
    if axis != -1 and axis != pred.rank - 1:
        raise Undecided("sparse_categorical_crossentropy over another axis than the last")


@LOSSES.op(*_paths("binary_crossentropy"), traits={"loss": "binary_crossentropy"})
def binary_crossentropy(y_true: Tensor, y_pred: Tensor, from_logits: bool = False, label_smoothing: Ignored = 0.0,
                        axis: Ignored = -1) -> Tensor:  # fmt: skip
    return tensor(samplewise("binary_crossentropy", y_true, y_pred, False, from_logits), None)


@LOSSES.op(*_paths("binary_focal_crossentropy"), traits={"loss": "binary_focal_crossentropy"})
def binary_focal_crossentropy(y_true: Tensor, y_pred: Tensor, apply_class_balancing: Ignored = False,
                              alpha: Ignored = 0.25,
                              gamma: Ignored = 2.0, from_logits: bool = False, label_smoothing: Ignored = 0.0,
                              axis: Ignored = -1) -> Tensor:  # fmt: skip
    return tensor(samplewise("binary_focal_crossentropy", y_true, y_pred, False, from_logits), None)


@LOSSES.op("keras.losses.ctc", traits={"loss": "ctc"})
def ctc(y_true: Tensor, y_pred: Tensor) -> Tensor:
    return tensor(_ctc(y_true, y_pred), None)


@LOSSES.op("keras.losses.dice", traits={"loss": "dice"})
def dice(y_true: Tensor, y_pred: Tensor, axis: Any = None) -> Tensor:
    return _overlap("dice", y_true, y_pred, axis, False)


@LOSSES.op("keras.losses.tversky", traits={"loss": "tversky"})
def tversky(y_true: Tensor, y_pred: Tensor, alpha: Ignored = 0.5, beta: Ignored = 0.5, axis: Any = None) -> Tensor:
    return _overlap("tversky", y_true, y_pred, axis, False)


def _overlap(loss: str, true: Tensor, pred: Tensor, axis: Any, wrapped: bool) -> Tensor:
    if axis is not None:
        raise Undecided(f"{loss} over some axes")
    return tensor(samplewise(loss, true, pred, wrapped), None)


# -- classes ---------------------------------------------------------------------------------------------------

_REDUCED = ("sum_over_batch_size", "sum", "mean", "mean_with_sample_weight")


def reduced(shape: Shape, reduction: Any) -> Tensor:
    """What a loss object returns: one number, unless nothing is to be averaged."""
    if reduction in _REDUCED or (isinstance(reduction, Constant) and reduction.payload in _REDUCED):
        return tensor(Shape())
    if reduction is None or reduction == "none" or (isinstance(reduction, Constant) and reduction.payload in (None,
                                                                                                              "none")):
        return tensor(shape)
    return tensor(Shape.unknown())


def _simple(function: str) -> None:
    def loss(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *,
             reduction: Ignored = "sum_over_batch_size",
             name: Ignored = function, dtype: Ignored = None) -> Tensor:  # fmt: skip
        return reduced(samplewise(function, y_true, y_pred, True), reduction)

    LOSSES.layer(f"keras.losses.{CLASSES[function]}", traits={"loss": function})(loss)


for _name in (_SUBTRACTING + " " + _ELEMENTWISE + " ctc").split():
    if _name not in ("huber", "cosine_similarity"):
        _simple(_name)


@LOSSES.layer("keras.losses.Huber", traits={"loss": "huber"})
def huber_loss(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, delta: Ignored = 1.0,
               reduction: Ignored = "sum_over_batch_size", name: Ignored = "huber_loss",
               dtype: Ignored = None) -> Tensor:  # fmt: skip
    return reduced(samplewise("huber", y_true, y_pred, True), reduction)


@LOSSES.layer("keras.losses.CosineSimilarity", traits={"loss": "cosine_similarity"})
def cosine_similarity_loss(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, axis: Ignored = -1,
                           reduction: Ignored = "sum_over_batch_size", name: Ignored = "cosine_similarity",
                           dtype: Ignored = None) -> Tensor:  # fmt: skip
    return reduced(samplewise("cosine_similarity", y_true, y_pred, True), reduction)


@LOSSES.layer("keras.losses.BinaryCrossentropy", traits={"loss": "binary_crossentropy"})
def binary_crossentropy_loss(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *,
                             from_logits: bool = False,
                             label_smoothing: Ignored = 0.0, axis: Ignored = -1,
                             reduction: Ignored = "sum_over_batch_size", name: Ignored = "binary_crossentropy",
                             dtype: Ignored = None) -> Tensor:  # fmt: skip
    return reduced(samplewise("binary_crossentropy", y_true, y_pred, True, from_logits), reduction)


@LOSSES.layer("keras.losses.BinaryFocalCrossentropy", traits={"loss": "binary_focal_crossentropy"})
def binary_focal_loss(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *,
                      apply_class_balancing: Ignored = False, alpha: Ignored = 0.25, gamma: Ignored = 2.0,
                      from_logits: bool = False, label_smoothing: Ignored = 0.0, axis: Ignored = -1,
                      reduction: Ignored = "sum_over_batch_size", name: Ignored = "binary_focal_crossentropy",
                      dtype: Ignored = None) -> Tensor:  # fmt: skip
    return reduced(samplewise("binary_focal_crossentropy", y_true, y_pred, True, from_logits), reduction)


@LOSSES.layer("keras.losses.CategoricalCrossentropy", traits={"loss": "categorical_crossentropy"})
def categorical_loss(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, from_logits: bool = False,
                     label_smoothing: Ignored = 0.0, axis: Ignored = -1, reduction: Ignored = "sum_over_batch_size",
                     name: Ignored = "categorical_crossentropy", dtype: Ignored = None) -> Tensor:  # fmt: skip
    return reduced(samplewise("categorical_crossentropy", y_true, y_pred, True, from_logits), reduction)


@LOSSES.layer("keras.losses.CategoricalFocalCrossentropy", traits={"loss": "categorical_focal_crossentropy"})
def categorical_focal_loss(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, alpha: Ignored = 0.25,
                           gamma: Ignored = 2.0, from_logits: bool = False, label_smoothing: Ignored = 0.0,
                           axis: Ignored = -1, reduction: Ignored = "sum_over_batch_size",
                           name: Ignored = "categorical_focal_crossentropy",
                           dtype: Ignored = None) -> Tensor:  # fmt: skip
    return reduced(samplewise("categorical_focal_crossentropy", y_true, y_pred, True, from_logits), reduction)


@LOSSES.layer("keras.losses.SparseCategoricalCrossentropy", traits={"loss": "sparse_categorical_crossentropy"})
def sparse_loss(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, from_logits: bool = False,
                ignore_class: Any = None, reduction: Ignored = "sum_over_batch_size", axis: int = -1,
                name: Ignored = "sparse_categorical_crossentropy", dtype: Ignored = None) -> Tensor:  # fmt: skip
    _last_axis(y_pred, axis)
    return reduced(samplewise("sparse_categorical_crossentropy", y_true, y_pred, True, from_logits, ignore_class),
                   reduction)


@LOSSES.layer("keras.losses.Dice", traits={"loss": "dice"})
def dice_loss(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *,
              reduction: Ignored = "sum_over_batch_size",
              name: Ignored = "dice", axis: Any = None, dtype: Ignored = None) -> Tensor:  # fmt: skip
    return reduced(_overlap("dice", y_true, y_pred, axis, True).shape, reduction)


@LOSSES.layer("keras.losses.Tversky", traits={"loss": "tversky"})
def tversky_loss(y_true: Tensor, y_pred: Tensor, sample_weight: Ignored = None, *, alpha: Ignored = 0.5,
                 beta: Ignored = 0.5, reduction: Ignored = "sum_over_batch_size", name: Ignored = "tversky",
                 axis: Any = None, dtype: Ignored = None) -> Tensor:  # fmt: skip
    return reduced(_overlap("tversky", y_true, y_pred, axis, True).shape, reduction)


# -- the program's own losses ----------------------------------------------------------------------------------


@LOSSES.op("keras.losses.Loss.align")
def align(y_true: Tensor, y_pred: Tensor) -> tuple[Tensor, Tensor]:
    """What a function of the program gets through `compile`: floats whose ranks were brought together."""
    labels, output = check.aligned(y_true.shape, y_pred.shape)
    true, pred = tensor(labels, "float32", y_true.box), tensor(output, y_pred.dtype, y_pred.box)
    if output == y_pred.shape:
        pred.node = y_pred.node
    return true, pred


@method("Loss.__call__")
def _call(context: Context, loss: Instance, arguments: Arguments) -> Value:
    """A declared loss averages by itself; the `call` of the program's own class gets floats, and is averaged here."""
    own = Arguments(arguments.positional[1:], arguments.keywords,
                    {k - 1 if isinstance(k, int) else k: s for k, s in arguments.spans.items() if k != 0})  # fmt: skip
    path = loss.cls.library_path()
    if path != "keras.losses.Loss" and not _overridden(loss):
        return context.call(loss.attribute(context, "call"), own)
    given = Given("y_true y_pred sample_weight", own, 0)
    result = context.call(loss.attribute(context, "call"), Arguments((given["y_true"], given["y_pred"])))
    return tensor(Shape()) if isinstance(result, Tensor) else result


def _overridden(loss: Instance) -> bool:
    first = next((cls for cls in loss.cls.mro() if "call" in cls.state), None)
    return first is not None and first.path is None


def made_loss(context: Context, loss: Value) -> Value:
    """The object of a declared loss, for its name or its function; anything else as it is."""
    name = text(loss)
    path = loss_class(name) if name is not None else _function_class(loss)
    cls = context.lookup(path) if path is not None else None
    return context.call(cls, Arguments()) if cls is not None else loss


def of_logits(loss: Value | None) -> bool:
    """A loss object that was made for scores."""
    made: dict[str, Value] = (loss.hidden("constructor") or {}) if isinstance(loss, Instance) else {}
    return flag(made.get("from_logits")) is True


def apply_loss(context: Context, loss: Value, arguments: Arguments) -> Value:
    """Calls a loss as `compile` understands it: a name, a function or an object."""
    name = text(loss)
    if name is not None and name.lower() in ("crossentropy", "ce"):
        from .metric_objects import automatic

        true, pred = arguments.positional[:2]
        if not (isinstance(true, Tensor) and isinstance(pred, Tensor)):
            return context.gap("a cross-entropy of unknown values")
        loss = Constant(automatic(true, pred, True))
    loss = made_loss(context, loss)
    if isinstance(loss, Instance):
        return context.call(loss, arguments)
    if text(loss) is not None:
        return context.gap(f"loss {text(loss)}")
    pair = context.apply("keras.losses.Loss.align", arguments)
    if not isinstance(pair, Sequence) or pair.known is None:
        return context.gap("labels of unknown rank")
    return context.call(loss, Arguments(pair.known))


def _function_class(loss: Value) -> str | None:
    """The class of a declared function that is used as a loss."""
    name = getattr(loss, "name", "")
    if not isinstance(name, str) or not name.startswith(("keras.losses.", "keras.metrics.")):
        return None
    return loss_class(name.rpartition(".")[2])


LOSS = library_class("keras.losses.Loss", __call__=_call, __init__=method("Loss.__init__")(lambda c, loss, a: NONE))
LOSSES.classes(LOSS)
declare("keras.Loss", LOSS)


def _get(context: Context, arguments: Arguments) -> Value:
    asked = arguments.positional[0] if arguments.positional else NONE
    path = loss_class(text(asked) or "")
    return (context.lookup(path.replace(path.rpartition(".")[2], _function_of(path))) if path else None) or asked


def _function_of(path: str) -> str:
    wanted = path.rpartition(".")[2]
    return next(name for name, cls in CLASSES.items() if cls == wanted)


K.native("keras.losses.get", "keras.losses.deserialize")(_get)

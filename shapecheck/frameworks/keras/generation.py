"""Which Keras a program is for: what is asked for, what the project's files allow, what its names belong to; else 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.plain import Constant
from ...core.tensor import Tensor
from ...core.truth import Truth
from .dialect import extended, tensor
from .losses import made_loss

if TYPE_CHECKING:
    from ...core.value import Context, Value

_FIRST = (
    "nb_epoch", "border_mode", "nb_filter", "nb_row", "dim_ordering", "image_dim_ordering", "samples_per_epoch",
    "nb_val_samples", "TimeDistributedDense", "MaxoutDense",
)  # fmt: skip
_SECOND = (
    "tf_keras", "TF_USE_LEGACY_KERAS", "fit_generator", "evaluate_generator", "predict_generator", "predict_classes",
    "np_utils", "CuDNNLSTM", "CuDNNGRU", "multi_gpu_model", "tensorflow_addons", "layers.core", "layers.convolutional",
    "layers.normalization", "layers.recurrent", "layers.embeddings", "layers.pooling", "layers.merge",
    "layers.advanced_activations", "layers.wrappers", "layers.experimental", "keras.engine", "python.keras",
    "tensorflow_backend", "keras_contrib", "keras_applications", "set_session", "get_session", "placeholder",
    "ConfigProto", "contrib", "optimizers.legacy", "set_learning_phase", "experimental_run_functions_eagerly",
    "val_acc", "reset_states",
)  # fmt: skip
"""Words of programs for the versions before 3, which left these names out."""
_LAST_WITH_2 = (2, 15)
"""TensorFlow brought Keras 2 up to here."""


def version(context: Context) -> int:
    """1, 2 or 3."""
    asked = context.release("keras") or context.release("tf-keras") or context.release("tf_keras")
    if asked is not None:
        return max(1, min(asked[0], 3))
    for package in ("tensorflow", "tensorflow-gpu", "tensorflow-cpu"):
        found = context.release(package)
        if found is not None:
            return 2 if found <= _LAST_WITH_2 else 3
    if any(map(context.mentions, _FIRST)):
        return 1
    return 2 if any(map(context.mentions, _SECOND)) else 3


def before_3(context: Context) -> bool:
    return version(context) < 3


def in_rows(labels: Value) -> Value:
    """Up to Keras 2, labels of one axis become [batch, 1]. Source: keras/engine/data_adapter.py, expand_1d."""
    if isinstance(labels, Tensor) and labels.shape.known_rank and labels.rank == 1:
        return tensor(extended(labels.shape, 1), labels.dtype, labels.box)
    if isinstance(labels, Sequence) and labels.type_name in ("list", "tuple") and labels.known is not None:
        return Sequence(labels.type_name, [in_rows(item) for item in labels.known])
    if isinstance(labels, Mapping) and not labels.open:
        return Mapping({key: in_rows(item) for key, item in labels.items.items()})
    return labels


def stretching(context: Context, loss: Value, true: Value, pred: Value) -> Value:
    """Up to Keras 2, binary cross-entropy stretches an axis of 1 as the difference of both does."""
    made = made_loss(context, loss)
    name = getattr(getattr(made, "cls", None), "path", None) or ""
    if name not in ("keras.losses.BinaryCrossentropy", "keras.losses.BinaryFocalCrossentropy"):
        return loss
    if not isinstance(true, Tensor) or not isinstance(pred, Tensor) or true.shape.equals(pred.shape) is Truth.YES:
        return loss
    ones = [size for shape in (true.shape, pred.shape) for size in (shape.dims if shape.known_rank else ())]
    return Constant("mse") if any(size == 1 for size in ones) else loss

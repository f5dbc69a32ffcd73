"""Exceptions of the oracle test of Keras, each with its reason."""

from __future__ import annotations

EXTRA_PARAMETERS = {
    "batch_input_shape", "input_shape",  # spellings of Keras 2
}
NOT_IN_KERAS = {
    "keras.layers.RandomHeight", "keras.layers.RandomWidth", "keras.layers.ThresholdedReLU",  # of Keras 2
    "keras.layers.Layer.input", "keras.losses.Loss.align", "keras.layers.TimeDistributed.step",
    "keras.layers.TimeDistributed.steps", "keras.applications.features",
    "keras.ops.einops.rearrange", "keras.layers.Layer.kernel", "keras.layers.Layer.spelling",
    "keras.losses.Loss.weigh", "keras.layers.Layer.set_weights", "keras.metrics.Metric.regression",
    "keras.metrics.Metric.threshold", "keras.Model.surplus", "keras.Model.untrained", "keras.Model.class_weight",
    "keras.applications.refused",  # steps inside Keras that are calls to us
}
UNTRIED = {
    *NOT_IN_KERAS,
    "keras.Input", "keras.layers.Input", "keras.backend.is_keras_tensor", "keras.utils.is_keras_tensor",
    "keras.preprocessing.image.img_to_array", "keras.backend.shape", "keras.backend.int_shape",
    "keras.backend.dtype",
    "keras.utils.img_to_array",  # what they give is no tensor, or depends on a file
}
"""Names without a sample."""

UNDECLARED = {
    "keras.KerasTensor": "whether a tensor is symbolic is not followed",
}
"""Public names that are not declared, and why."""

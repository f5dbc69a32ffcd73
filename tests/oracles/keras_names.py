"""Exceptions of the oracle test of Keras, each with its reason."""

from __future__ import annotations

EXTRA_PARAMETERS = {
    "batch_input_shape", "input_shape",  # spellings of Keras 2
}
NOT_IN_KERAS = {
    "keras.layers.RandomHeight", "keras.layers.RandomWidth", "keras.layers.ThresholdedReLU",  # of Keras 2
    "keras.layers.Layer.input", "keras.losses.Loss.align", "keras.layers.TimeDistributed.step",
    "keras.layers.TimeDistributed.steps", "keras.applications.features",  # steps inside Keras that are calls to us
}
UNTRIED: set[str] = set()
"""Layers without a sample."""

"""Keras 3, its spellings of older versions, and `tf.keras`. Source of all formulas: keras/src of version 3.15."""

from __future__ import annotations

from . import (
    activations,
    base_layer,
    attention,
    convolution,
    core_layers,
    losses,
    merging,
    normalization,
    preprocessing,
    recurrent,
)

"""Keras 3, its spellings of older versions, and `tf.keras`. Source of all formulas: keras/src of version 3.15."""

from __future__ import annotations

from . import (
    activations,
    attention,
    convolution,
    core_layers,
    merging,
    normalization,
    preprocessing,
    recurrent,
)

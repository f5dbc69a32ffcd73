"""Keras 3, its spellings of older versions, and `tf.keras`. Source of all formulas: keras/src of version 3.15."""

from __future__ import annotations

from . import (  # noqa: F401
    activations,
    aliases,
    applications,
    attention,
    base_layer,
    convolution,
    core_layers,
    datasets,
    losses,
    merging,
    metric_objects,
    metrics,
    model_views,
    models,
    normalization,
    ops_elementwise,
    ops_joining,
    ops_shape,
    preprocessing,
    recurrent,
    tensors,
    tolerant,
    training,
    utils,
    wrappers,
)

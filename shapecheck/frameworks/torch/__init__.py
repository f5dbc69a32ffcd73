"""The names of `torch`. Each module declares one topic; imports core, algebra, the declarations of NumPy's literals."""

from __future__ import annotations

from . import (
    activation as activation,
    attention as attention,
    binary as binary,
    convolution as convolution,
    creation as creation,
    dialect as dialect,
    indexing as indexing,
    joining as joining,
    linalg as linalg,
    linear as linear,
    literal as literal,
    loss_binary as loss_binary,
    loss_classes as loss_classes,
    loss_margins as loss_margins,
    loss_values as loss_values,
    normalization as normalization,
    pointwise as pointwise,
    pooling as pooling,
    products as products,
    ranges as ranges,
    recurrent as recurrent,
    reductions as reductions,
    shaping as shaping,
    spatial as spatial,
    tensors as tensors,
)

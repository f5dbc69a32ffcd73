"""The names of `torch`. Each module declares one topic; imports core, algebra, the declarations of NumPy's literals."""

from __future__ import annotations

from . import (
    activation as activation,
    binary as binary,
    convolution as convolution,
    creation as creation,
    dialect as dialect,
    indexing as indexing,
    joining as joining,
    linalg as linalg,
    linear as linear,
    literal as literal,
    normalization as normalization,
    pointwise as pointwise,
    pooling as pooling,
    products as products,
    ranges as ranges,
    reductions as reductions,
    shaping as shaping,
    tensors as tensors,
)

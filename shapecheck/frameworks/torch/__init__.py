"""The names of `torch`. Each module declares one topic; imports core, algebra, the declarations of NumPy's literals."""

from __future__ import annotations

from . import (
    binary as binary,
    creation as creation,
    dialect as dialect,
    indexing as indexing,
    joining as joining,
    linalg as linalg,
    literal as literal,
    pointwise as pointwise,
    products as products,
    ranges as ranges,
    reductions as reductions,
    shaping as shaping,
    tensors as tensors,
)

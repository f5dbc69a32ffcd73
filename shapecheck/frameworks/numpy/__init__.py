"""What shapecheck knows of NumPy. Imports core, algebra and the tools for declaring."""

from . import (  # noqa: F401
    buffers,
    constants,
    creation,
    elementwise,
    files,
    fourier,
    generators,
    higher,
    inplace,
    joining,
    methods,
    movement,
    numeric,
    ordering,
    products,
    random,
    reduction,
    selection,
)
from .dialect import NP, NUMPY

__all__ = ["NP", "NUMPY"]

"""What shapecheck knows of NumPy. Imports core, algebra and the tools for declaring."""

from . import (  # noqa: F401
    creation,
    elementwise,
    inplace,
)
from .dialect import NP, NUMPY

__all__ = ["NP", "NUMPY"]

"""Text and notebooks to syntax trees, spans, and the comments that speak to shapecheck. Imports core.

`read` never fails on what stands in a file: what Python does not accept becomes a problem of the module, and the rest
is still parsed. Only a file that is no text at all is `Unreadable`.
"""

from __future__ import annotations

from .module import Cell, Module, Problem
from .read import Unreadable, read

__all__ = ["Cell", "Module", "Problem", "Unreadable", "read"]

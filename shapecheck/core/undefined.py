"""Lengths that the framework itself does not know while a graph is built: None in the shape of an input.

They are unknown like others, but it is certain that nothing can be made that needs them: no weights of a layer.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from .dim import Atom, Dim

if TYPE_CHECKING:
    from .origin import Origin

_serial = count(1)


class Open(Atom):
    """A length that is None to the framework."""

    __slots__ = ()


def undefined(origin: Origin | None = None) -> Dim:
    """A length that the program left open, different from every other."""
    return Dim({(Open(f"?None{next(_serial)}", "unknown"),): 1}, origin)


def is_undefined(dim: Dim) -> bool:
    """Whether the length depends on one that was left open. Of a least or greatest of several nothing is said:
    frameworks know some of these."""
    atoms = dim.atoms()
    return any(isinstance(atom, Open) for atom in atoms) and not any(atom.kind in ("min", "max") for atom in atoms)

"""Makes a program from a module's syntax tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..nodes import Program
from .statements import Statements

if TYPE_CHECKING:
    from ...source.module import Module

__all__ = ["lower"]


def lower(module: Module) -> Program:
    """The statements of a module without sugar."""
    return Program(module.path, Statements(module).block(module.tree.body))

"""How a length is written in a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .dim import Atom, Monomial


def spell(terms: Mapping[Monomial, int]) -> str:
    """A polynomial, the highest powers first."""
    parts = []
    for monomial, coefficient in sorted(terms.items(), key=_order):
        names = "*".join(map(_spell, monomial))
        sign = "-" if coefficient < 0 else "+"
        size = abs(coefficient)
        parts.append((sign, names if names and size == 1 else f"{size}*{names}" if names else str(size)))
    text = " ".join(f"{sign} {part}" for sign, part in parts)
    return text[2:] if text.startswith("+ ") else "-" + text[2:]


def _order(term: tuple[Monomial, int]) -> tuple[int, list[str]]:
    return -len(term[0]), [atom.key for atom in term[0]]


def _spell(atom: Atom) -> str:
    if atom.kind == "unknown":
        return "?"
    if atom.kind == "name":
        return atom.key
    left, right = (str(operand) for operand in atom.operands)
    if atom.kind in ("max", "min"):
        return f"{atom.kind}({left}, {right})"
    left, right = (f"({text})" if " " in text else text for text in (left, right))
    return f"({left}{atom.kind}{right})"

"""NumPy 2's promotion: arrays decide by their dtypes; Python numbers are weak and only decide the kind."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ...core.dtype import FAMILY, bits
from ...core.tensor import Tensor

_KINDS = {"bool": 0, "uint": 1, "int": 1, "float": 2, "complex": 3}
_WEAK = {bool: "bool", int: "int64", float: "float64", complex: "complex128"}
FOREIGN = {"bfloat16", "float8"}
"""Dtypes of other libraries: NumPy itself does not mix them with its own."""


@lru_cache(maxsize=1024)
def promote_pair(left: str, right: str) -> str | None:
    """The dtype that holds both; None where NumPy has none. Source: numpy.promote_types."""
    if left == right:
        return left
    first, second = FAMILY.get(left), FAMILY.get(right)
    if first is None or second is None or left in FOREIGN or right in FOREIGN:
        return None
    if "object" in (first, second):
        return "object"
    if "string" in (first, second):
        return "string"
    if _KINDS[first] > _KINDS[second]:
        left, right, first, second = right, left, second, first
    if first == "bool":
        return right
    if second == "complex":
        return "complex128" if "complex128" in (left, right) or _float_bits(left) > 32 else "complex64"
    if second == "float":
        return f"float{max(_float_bits(left), bits(right))}"
    return _integers(left, right)


def _float_bits(dtype: str) -> int:
    """The width of the float that holds a dtype's numbers as NumPy sees it."""
    width, kind = bits(dtype), FAMILY[dtype]
    if kind == "complex":
        return width // 2
    return width if kind == "float" else {8: 16, 16: 32}.get(width, 64)


def _integers(left: str, right: str) -> str:
    if FAMILY[left] == FAMILY[right]:
        return left if bits(left) > bits(right) else right
    unsigned, signed = (left, right) if FAMILY[left] == "uint" else (right, left)
    if bits(signed) > bits(unsigned):
        return signed
    return "float64" if bits(unsigned) == 64 else f"int{2 * bits(unsigned)}"


def promote_types(*dtypes: str | None) -> str | None:
    """The dtype that holds all; None if one is not known."""
    found: str | None = None
    for dtype in dtypes:
        if dtype is None:
            return None
        found = dtype if found is None else promote_pair(found, dtype)
        if found is None:
            return None
    return found


def promote(operands: list[Any]) -> str | None:
    """The dtype of an element-wise result of tensors and Python numbers."""
    dtypes = [operand.dtype for operand in operands if isinstance(operand, Tensor)]
    weak = [type(operand) for operand in operands if type(operand) in _WEAK]
    if not dtypes:
        return promote_types(*(_WEAK[kind] for kind in weak))
    found = promote_types(*dtypes)
    return weaken(found, weak) if found else None


def weaken(dtype: str, weak: list[type]) -> str | None:
    """The dtype after Python numbers of these types have joined."""
    for kind in weak:
        rank = {bool: 0, int: 1, float: 2, complex: 3}[kind]
        mine = _KINDS.get(FAMILY.get(dtype, ""), 4)
        if mine < rank:
            wide = dtype in ("float64",) or mine < 2
            dtype = {1: "int64", 2: "float64", 3: "complex128" if wide else "complex64"}[rank]
    return dtype

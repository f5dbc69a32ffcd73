"""The dtype of an element-wise result. Source: torch/docs "Type promotion", c10/core/ScalarType.cpp."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.dtype import bits, family
from ...core.tensor import Tensor

if TYPE_CHECKING:
    from collections.abc import Iterable

_CATEGORY = {"bool": 0, "uint": 1, "int": 1, "float": 2, "complex": 3}


def category(dtype: str) -> int:
    """bool, whole number, floating point, complex: 0 to 3; -1 for what torch has no tensors of."""
    return _CATEGORY.get(family(dtype) or "", -1)


def promote_types(left: str, right: str) -> str | None:
    """`torch.promote_types`; None where torch refuses or has a rule of its own (wide unsigned numbers)."""
    if left == right:
        return left
    low, high = sorted((left, right), key=category)
    if category(low) < 0:
        return None
    if category(low) != category(high):
        if category(high) == 3 and low == "float64":
            return "complex128"
        return high
    if category(high) == 1:
        return _integers(left, right)
    if {left, right} == {"float16", "bfloat16"}:
        return "float32"
    return max(left, right, key=bits)


def _integers(left: str, right: str) -> str | None:
    if family(left) == family(right):
        return max(left, right, key=bits)
    unsigned, signed = (left, right) if family(left) == "uint" else (right, left)
    if unsigned != "uint8":
        return None
    return "int16" if signed == "int8" else signed


def promote(operands: Iterable[Any], default_float: str = "float32") -> str | None:
    """Tensors with axes decide; those without axes, then Python's numbers, only where their category is higher."""
    axes: set[str] = set()
    points: set[str] = set()
    either: set[str] = set()
    numbers: set[str] = set()
    scalars: set[str] = set()
    for operand in operands:
        if isinstance(operand, Tensor):
            if operand.dtype is None:
                return None
            known = operand.shape.known_rank
            if known and operand.shape.rank == 0 and operand.library.name == "numpy":
                scalars.add(operand.dtype)
                continue
            group = (
                (points if operand.shape.rank == 0 else axes) if known else axes if operand.shape.least_rank else either
            )
            group.add(operand.dtype)
        else:
            numbers.add(_of_number(operand, default_float))
    like_numbers = {_like_a_number(dtype, default_float) for dtype in scalars}
    answers = {
        _combine(axes | heavy, points | light | first, numbers | second)
        for heavy, light in ((either, set[str]()), (set[str](), either))
        for first, second in ((scalars, set[str]()), (set[str](), like_numbers))
    }
    return answers.pop() if len(answers) == 1 else None


def _like_a_number(dtype: str, default_float: str) -> str:
    """A scalar of NumPy counts as Python's number of its kind, an array without axes as a tensor."""
    return {"float": default_float, "int": "int64", "uint": "int64"}.get(family(dtype) or "", dtype)


def _of_number(number: object, default_float: str) -> str:
    if isinstance(number, bool):
        return "bool"
    if isinstance(number, int):
        return "int64"
    return default_float if isinstance(number, float) else {"float64": "complex128"}.get(default_float, "complex64")


def _combine(*groups: set[str]) -> str | None:
    """The groups in the order of their weight: the first decides unless a later one is of a higher category."""
    result: str | None = None
    for group in reversed(groups):
        found = _join(group)
        if not group:
            continue
        if found is None:
            return None
        result = found if result is None else _outweigh(found, result)
        if result is None:
            return None
    return result


def _join(group: set[str]) -> str | None:
    result: str | None = None
    for dtype in sorted(group):
        result = dtype if result is None else promote_types(result, dtype)
        if result is None:
            return None
    return result


def _outweigh(heavy: str, light: str) -> str | None:
    if category(heavy) < 0 or category(light) < 0:
        return None
    if category(heavy) >= category(light) or category(heavy) == 3:
        return heavy
    if category(heavy) == 2:  # complex beside floating point: as precise as the floating point
        return {"float64": "complex128", "float32": "complex64"}.get(heavy)
    return promote_types(heavy, light)

"""Element types, by the name that NumPy gives them; an unknown dtype is None."""

from __future__ import annotations

from .truth import Truth

_FAMILIES = {
    "bool": ("bool",),
    "uint": ("uint8", "uint16", "uint32", "uint64"),
    "int": ("int8", "int16", "int32", "int64"),
    "float": ("float8", "bfloat16", "float16", "float32", "float64"),
    "complex": ("complex64", "complex128"),
    "string": ("string",),
    "object": ("object",),
}
FAMILY = {name: family for family, names in _FAMILIES.items() for name in names}
"""The family of every dtype: bool, uint, int, float, complex, string or object."""


def family(dtype: str | None) -> str | None:
    return FAMILY.get(dtype) if dtype else None


def is_float(dtype: str | None) -> Truth:
    return Truth.MAYBE if dtype is None else Truth.of(family(dtype) == "float")


def is_integer(dtype: str | None) -> Truth:
    """Signed or unsigned, not bool."""
    return Truth.MAYBE if dtype is None else Truth.of(family(dtype) in ("int", "uint"))


def bits(dtype: str) -> int:
    """The width of one element; 0 where it has none."""
    digits = "".join(character for character in dtype if character.isdigit())
    return int(digits) if digits else 8 if dtype == "bool" else 0


SHORT = {"float": "f", "int": "i", "uint": "u", "complex": "c", "bool": "bool", "string": "str", "object": "object"}


def short(dtype: str | None) -> str:
    """`f32`, `i64`, `bool`; an empty text for an unknown dtype."""
    if dtype is None:
        return ""
    if dtype == "bfloat16":
        return "bf16"
    kind = SHORT.get(family(dtype) or "", dtype)
    return f"{kind}{bits(dtype)}" if len(kind) == 1 else kind

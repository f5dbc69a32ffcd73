"""How long texts and numbers may get. What is longer is not computed."""

from __future__ import annotations

from typing import Any

LONGEST = 100_000
"""Characters of a text."""
_MOST_BITS = 13_000
"""Bits of a whole number; Python prints 4,300 digits at most."""


def too_long(value: object) -> bool:
    """A text or a whole number that is not kept."""
    if isinstance(value, int):
        return value.bit_length() > _MOST_BITS
    return isinstance(value, (str, bytes)) and len(value) > LONGEST


def grows_long(operator: str, left: Any, right: Any) -> bool:
    """`left operator right` may be too long."""
    text = next((side for side in (left, right) if isinstance(side, (str, bytes))), None)
    if text is None:
        return isinstance(left, int) and isinstance(right, int) and _bits(operator, left, right) > _MOST_BITS
    if operator == "%":
        return pads_far(left)
    if operator == "+":
        return isinstance(left, type(right)) and len(left) + len(right) > LONGEST
    times = right if text is left else left
    return operator == "*" and isinstance(times, int) and len(text) * times > LONGEST


def _bits(operator: str, left: int, right: int) -> int:
    if operator in ("**", "<<"):
        return left.bit_length() * right if operator == "**" else left.bit_length() + right
    return left.bit_length() + right.bit_length() if operator in ("*", "+", "-") else 0


def pads_far(template: object) -> bool:
    """A format that asks for a field of thousands of characters or more, or of a length that an argument gives."""
    if not isinstance(template, (str, bytes)):
        return False
    digits = 0
    text = template if isinstance(template, str) else template.decode("latin-1")
    for character in text:
        digits = digits + 1 if character.isdigit() else 0
        if digits > 3:
            return True
    return "*" in text or ":{" in text


def method_grows_long(text: str | bytes, name: str, arguments: list[Any]) -> bool:
    """The result of a text's method may be too long."""
    if name in ("format", "format_map"):
        return pads_far(text)
    if name in ("ljust", "rjust", "center", "zfill", "expandtabs"):
        tabs = len(text) if name == "expandtabs" else 1
        return any(isinstance(one, int) and one * tabs > LONGEST for one in arguments)
    if name in ("replace", "join", "translate"):
        return len(text) * sum(len(one) for one in arguments if hasattr(one, "__len__")) > 10 * LONGEST
    return False

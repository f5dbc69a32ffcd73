"""How the dtype of an element-wise result follows from its operands': one rule for each kind of function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.outcome import Undecided
from .operands import Side, as_float, floated, is_kind, promoted

if TYPE_CHECKING:
    from collections.abc import Callable

    Rule = Callable[..., str | None]


def number(*sides: Side) -> str | None:
    """The operands' common dtype; texts are refused."""
    found = promoted(*sides)
    return refuse("texts") if found == "string" else found


def boolean(*sides: Side) -> str | None:
    """Truth values; of objects whatever they make of it."""
    return None if any(side.dtype == "object" for side in sides) else "bool"


def float_(*sides: Side) -> str | None:
    """A float (or complex) whatever the operands are."""
    number(*sides)
    return floated(*sides)


def quotient(*sides: Side) -> str | None:
    """True division: integers give float64."""
    found = number(*sides)
    return "float64" if is_kind(found, "bool", "int", "uint") else found


def double(*sides: Side) -> str | None:
    """Always of full width."""
    found = number(*sides)
    return None if found is None else "complex128" if is_kind(found, "complex") else "float64"


def magnitude(*sides: Side) -> str | None:
    """Complex numbers become the float of half their width."""
    found = number(*sides)
    return {"complex64": "float32", "complex128": "float64"}.get(found or "", found)


def first_float(*sides: Side) -> str | None:
    """The float of the first operand, the second being an exponent."""
    first, second = sides
    if is_kind(promoted(second), "float", "complex") or promoted(second) == "uint64":
        return refuse("floats")
    return None if first.weak is not None else no_complex(floated)(first)


def refuse(what: str) -> str | None:
    raise Undecided(f"{what} in a function that refuses them")


def bits(*sides: Side) -> str | None:
    """A number of bits."""
    found = integers(number)(*sides)
    return refuse("truth values") if found == "bool" else "uint8"


def no_complex(rule: Rule) -> Rule:
    def checked(*sides: Side) -> str | None:
        return refuse("complex numbers") if is_kind(promoted(*sides), "complex") else rule(*sides)

    return checked


def no_bool(rule: Rule) -> Rule:
    def checked(*sides: Side) -> str | None:
        found = rule(*sides)
        return refuse("truth values") if found == "bool" else found

    return checked


def bool_as_int8(rule: Rule) -> Rule:
    """Arithmetic that has no form for truth values."""

    def changed(*sides: Side) -> str | None:
        found = rule(*sides)
        return "int8" if found == "bool" else found

    return changed


def integers(rule: Rule) -> Rule:
    def checked(*sides: Side) -> str | None:
        found = rule(*sides)
        return refuse("floats") if is_kind(found, "float", "complex") else found

    return checked


__all__ = ["as_float", "bits", "bool_as_int8", "boolean", "double", "first_float", "float_", "integers", "magnitude",
           "no_bool", "no_complex", "number", "quotient"]  # fmt: skip

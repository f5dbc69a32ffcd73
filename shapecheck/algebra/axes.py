"""Axis numbers."""

from __future__ import annotations

from ..core.dim import Dim
from ..core.outcome import Mismatch, Undecided


def axis(number: int, rank: int, kind: str = "dim-out-of-range") -> int:
    """The axis counted from the front; `rank` axes exist (a scalar has one for this purpose)."""
    number = whole(number)
    room = max(rank, 1)
    if not -room <= number < room:
        raise Mismatch(
            kind,
            f"axis {number} of a tensor with {rank} axes",
            runtime=f"Dimension out of range (expected to be in range of [{-room}, {room - 1}], but got {number})",
        )
    return number % room


def axes(numbers: int | tuple[int, ...] | list[int] | None, rank: int) -> tuple[int, ...]:
    """The axes counted from the front; None means all."""
    if numbers is None:
        return tuple(range(rank))
    several = tuple(numbers) if isinstance(numbers, (tuple, list)) else (numbers,)
    found = tuple(axis(number, rank) for number in several)
    if len(set(found)) < len(found):
        raise Mismatch("dim-out-of-range", f"axis {next(a for a in found if found.count(a) > 1)} is named twice")
    return found


def whole(number: object) -> int:
    """A number that must be known."""
    if isinstance(number, Dim) and number.value is not None:
        return number.value
    if isinstance(number, int):
        return int(number)
    raise Undecided("an axis that is not known")

"""Axis numbers as NumPy takes them, refused in its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.outcome import Mismatch

if TYPE_CHECKING:
    from ..binding import Ints


def axis(number: int, rank: int, scalar: bool = False) -> int:
    """The axis counted from the front. With `scalar` an array without axes counts as one with one."""
    room = 1 if scalar and rank == 0 else rank
    if not -room <= number < room:
        raise Mismatch(
            "dim-out-of-range",
            f"axis {number} of an array with {rank} axes",
            runtime=f"axis {number} is out of bounds for array of dimension {rank}",
        )
    return number % room


def axes(numbers: Ints | None, rank: int, scalar: bool = False) -> tuple[int, ...]:
    """The axes counted from the front, each once; None means all."""
    if numbers is None:
        return tuple(range(rank))
    found = tuple(axis(number, rank, scalar) for number in numbers)
    if len(set(found)) < len(found):
        raise Mismatch("dim-out-of-range", "an axis is named twice", runtime="duplicate value in 'axis'")
    return found

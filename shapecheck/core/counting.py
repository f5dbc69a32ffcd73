"""The numbers of a range or an enumeration, whose first is known where their count is not."""

from __future__ import annotations

from itertools import pairwise

from .dim import Dim
from .joining import join_all
from .plain import Constant, Scalar
from .sequence import Sequence
from .value import Value


class Index(Scalar):
    """Any of the numbers `start`, `start + step`, ..."""

    __slots__ = ("start", "step")

    def __init__(self, start: Dim, step: int = 1, bounds: tuple[float | None, float | None] | None = None) -> None:
        low, high = start.bounds()
        super().__init__("int", bounds=bounds or ((low, None) if step > 0 else (None, high)))
        self.start = start
        self.step = step

    def one_of_many(self) -> Value:
        return Scalar("int", bounds=self.bounds)

    def first_of_many(self) -> Value:
        return Constant(self.start)

    def later_of_many(self) -> Value:
        (low, high), assumed = (self.start + self.step).bounds(), self.bounds or (None, None)
        return Scalar("int", bounds=(low, assumed[1]) if self.step > 0 else (assumed[0], high))


def summary(items: tuple[Value, ...]) -> Value:
    """What stands for all the items; of numbers at equal distances the first and the bounds stay known."""
    rows = [item.items for item in items if isinstance(item, Sequence) and item.type_name == "tuple" and not item.rest]
    if rows and len(rows) == len(items) and len({len(row) for row in rows}) == 1:
        return Sequence.tuple(map(summary, zip(*rows, strict=True)))
    numbers = [item.payload for item in items if isinstance(item, Constant) and type(item.payload) is int]
    steps = {after - before for before, after in pairwise(numbers)}
    if len(numbers) < len(items) or len(steps) != 1 or 0 in steps:
        return join_all(items)
    return Index(Dim.of(numbers[0]), steps.pop(), (min(numbers), max(numbers)))

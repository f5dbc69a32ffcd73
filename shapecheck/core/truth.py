"""Answers to a question about sizes that may not be known."""

from __future__ import annotations

from enum import Enum


class Truth(Enum):
    """YES and NO hold for every value that the unknowns can take; MAYBE is everything else."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"

    @classmethod
    def of(cls, answer: bool) -> Truth:
        return cls.YES if answer else cls.NO

    def __bool__(self) -> bool:
        raise TypeError("a three-valued answer has no truth value; compare it with Truth.YES or Truth.NO")

    def negate(self) -> Truth:
        return {Truth.YES: Truth.NO, Truth.NO: Truth.YES}.get(self, Truth.MAYBE)

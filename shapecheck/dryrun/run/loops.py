"""Loops of the program: a loop that trains takes its first and its last round, a loop over epochs its first.

The program's source is rewritten to call `rounds`, `While`, `append` and `accumulate` from here.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from .state import STATE, Ended, Place

LONG = 10.0
"""Seconds after which a loop is left early."""
MOST_LISTED = 4
"""A list that is gone through with training steps is taken in full up to this length."""

_ACTIVE: list[Loop] = []


class Loop:
    """One execution of a loop statement."""

    def __init__(self, path: str, line: int) -> None:
        self.place = Place(path, line)
        self.began = time.monotonic()
        self.steps = STATE.steps
        self.shortened = STATE.shortened
        self.filled: dict[int, Any] = {}
        self.grown: dict[str, Any] = {}
        self.round_steps = STATE.steps
        self.round_shortened = STATE.shortened

    def __enter__(self) -> Loop:
        _ACTIVE.append(self)
        return self

    def __exit__(self, *_: object) -> None:
        if self in _ACTIVE:
            del _ACTIVE[_ACTIVE.index(self) :]
        if STATE.shortened != self.shortened:
            STATE.lists.update(self.filled)
            for thing in self.grown.values():
                doubt(thing)

    def begin(self) -> None:
        self.round_steps, self.round_shortened = STATE.steps, STATE.shortened

    @property
    def trained(self) -> bool:
        """Whether the last round took a training step."""
        return STATE.steps != self.round_steps

    @property
    def holds_passes(self) -> bool:
        """Whether the last round had passes of its own that were cut short: it is an epoch."""
        return STATE.shortened != self.round_shortened

    @property
    def long(self) -> bool:
        return time.monotonic() - self.began > min(LONG, STATE.seconds / 5)

    def cut(self, why: str = "") -> None:
        STATE.shortened += 1
        if why:
            STATE.doubtful = STATE.doubtful or f"{why} at {self.place}"
            STATE.note(f"{why} at {self.place}")


def rounds(iterable: Any, path: str, line: int) -> Iterator[Any]:
    """The rounds of a `for` loop that are worth taking."""
    inner = getattr(iterable, "_shapecheck_wraps", iterable)
    with Loop(path, line) as loop:
        known = isinstance(inner, range) or (isinstance(inner, (list, tuple)) and len(inner) > MOST_LISTED)
        yield from _known(loop, inner) if known else _open(loop, iterable)


def _known(loop: Loop, items: Any) -> Iterator[Any]:
    for at, item in enumerate(items):
        loop.begin()
        yield item
        if at + 1 >= len(items) or not (loop.trained or loop.long):
            continue
        epochs = loop.trained and loop.holds_passes
        loop.cut("" if loop.trained else "a long loop is left early")
        if not epochs:
            yield items[-1]
        return


def _open(loop: Loop, iterable: Any) -> Iterator[Any]:
    taken = 0
    for item in iterable:
        loop.begin()
        yield item
        taken += loop.trained
        if taken > 1 or loop.long:
            last = _last(iterable) if loop.trained else None
            loop.cut("" if loop.trained else "a long loop is left early")
            if last is not None:
                yield from last
            return


def _last(iterable: Any) -> Any:
    """The last batch of a data set of TensorFlow, as long as it is cheap to find."""
    if not hasattr(iterable, "cardinality") or not hasattr(iterable, "skip"):
        return None
    count = int(iterable.cardinality())
    return iter(iterable.skip(count - 1)) if 2 < count <= 2000 else None


class While:
    """Says whether a `while` loop takes another round."""

    def __init__(self, path: str, line: int, endless: bool) -> None:
        self.loop = Loop(path, line)
        self.endless = endless
        self.taken = -1
        self.trained = 0
        self.waits = WAITS[0]

    def turn(self) -> bool:
        """To be asked before each test of the condition."""
        self.taken += 1
        self.trained += self.taken > 0 and self.loop.trained
        why = ""
        if self.trained > 1 or (self.trained and self.loop.holds_passes):
            self.loop.cut()
        elif WAITS[0] > self.waits + 1:
            why = "a loop that waits"
        elif self.loop.long:
            why = "a long loop"
        else:
            self.loop.begin()
            return True
        if why:
            self.loop.cut(f"{why} is left early")
        self.loop.__exit__()
        if self.endless:
            raise Ended(f"the loop at {self.loop.place} does not end")
        return False


WAITS = [0]
"""How often the program has slept, or asked for input."""


def append(target: Any, method: str, *values: Any) -> Any:
    """`target.append(value)` and its like, with the list remembered by the loops around."""
    if isinstance(target, list):
        for loop in _ACTIVE:
            loop.filled[id(target)] = target
    return getattr(target, method)(*values)


def accumulate(name: str, value: Any) -> Any:
    """The value of `name = cat((name, ...))`: its length tells how many rounds there were."""
    for loop in _ACTIVE:
        loop.grown[name] = value
    return value


def doubt(thing: Any) -> None:
    """The lengths of a tensor or array are not those of a real run."""
    try:
        thing._shapecheck_guessed = True
    except AttributeError:
        STATE.arrays[id(thing)] = thing


def doubted(thing: Any) -> bool:
    return getattr(thing, "_shapecheck_guessed", False) is True or id(thing) in STATE.arrays or id(thing) in STATE.lists

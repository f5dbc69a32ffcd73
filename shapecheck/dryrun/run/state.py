"""What is known of the run: whose code it is, what was made up, what was cut, how many training steps were taken."""

from __future__ import annotations

import os
import sys
import time
from typing import Any, NamedTuple

HERE = os.path.dirname(os.path.abspath(__file__))


class Place(NamedTuple):
    """A line of the program."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{os.path.basename(self.path)}:{self.line}"


class Ended(BaseException):
    """The run ends calmly here; the text says why. No code of the program's catches it."""


FETCHED = "nothing is fetched in this run"


class Unreal(OSError):
    """What the run does not do (a download); a program may catch it as it would the real failure."""


class State:
    """One for the process; `STATE`."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.seconds = 60.0
        self.late = ""
        """That the time is up, and where."""
        self.root = os.getcwd()
        self.files: set[str] = set()
        """The program's files, as they stand in its tracebacks."""
        self.raising: set[Place] = set()
        """Lines of the program's own `raise` and `assert`."""
        self.made_up = 0
        """How many made-up values were handed out whose way cannot be followed: in arrays, or plain numbers."""
        self.marked = 0
        """How many that are marked as made up, and remember what they decide."""
        self.steered: Place | None = None
        """Where a made-up value first decided what the program does."""
        self.doubtful = ""
        """Why nothing that follows can be proved: input that was made up, a loop that was left early."""
        self.missing: Place | None = None
        """Where the program last asked for a file that is not there."""
        self.steps = 0
        self.forwards = 0
        self.shortened = 0
        """How many passes were cut short: loops, loaders, fits."""
        self.lists: dict[int, Any] = {}
        """Lists that passes filled which were cut short: their lengths are not those of a real run."""
        self.notes: dict[str, None] = {}
        self.ran: dict[str, int] = {}
        self.arrays: dict[int, Any] = {}
        """Arrays whose lengths, or values, are made up, by identity; held weakly where that is possible."""

    def note(self, text: str) -> None:
        """Something to be told at the end, once."""
        if len(self.notes) < 40:
            self.notes.setdefault(text)

    def count(self, what: str) -> None:
        self.ran[what] = self.ran.get(what, 0) + 1

    def hand_out(self) -> None:
        self.made_up += 1

    def steer(self) -> None:
        """A made-up value is tested: what follows is one of several ways that a run may take."""
        if self.steered is None:
            place = deciding()
            if place is not None:
                self.steered = place

    def step(self, what: str = "training step") -> None:
        self.steps += 1
        self.count(what)

    def left(self) -> float:
        return self.seconds - (time.monotonic() - self.started)


STATE = State()
_LIBRARIES = ("torch", "tensorflow", "keras", "numpy", "functools", "contextlib")


def ours(filename: str) -> bool:
    return filename.startswith(HERE)


def own(filename: str) -> bool:
    """Whether a file belongs to the program."""
    return filename in STATE.files


def place(depth: int = 1) -> Place | None:
    """The deepest line of the program that is being executed."""
    frame: Any = sys._getframe(depth)
    while frame is not None:
        if own(frame.f_code.co_filename):
            return Place(frame.f_code.co_filename, frame.f_lineno)
        frame = frame.f_back
    return None


def asking(depth: int = 2) -> tuple[str, Place | None]:
    """Who called: the module's name of the first frame that is not ours, and its place if it is the program's."""
    frame: Any = sys._getframe(depth)
    while frame is not None:
        name = frame.f_code.co_filename
        if not ours(name) and not name.endswith(("torch/overrides.py", "torch/_tensor.py")):
            module = str(frame.f_globals.get("__name__", ""))
            return module, Place(name, frame.f_lineno) if own(name) else None
        frame = frame.f_back
    return "", None


def by_framework(depth: int = 3) -> bool:
    """Whether a framework asks for itself, not the program."""
    return asking(depth)[0].partition(".")[0] in _LIBRARIES


def deciding() -> Place | None:
    """The place in the program that tests a value, None where a library does."""
    return asking(3)[1]


def where(limit: int = 1) -> list[Place]:
    found = place(2)
    return [found] if found else []


def at() -> str:
    """" at FILE:LINE" of the program, or nothing."""
    found = place(2)
    return f" at {found}" if found else ""

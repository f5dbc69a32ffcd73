"""The three answers of a shape function: it returns a value, raises `Mismatch`, or raises `Undecided`.

What a shape function notices on the way (assumptions, remarks) goes to the collector of the call under way.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from .dim import Dim
from .record import EqualRecord
from .truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .dim import Atom
    from .value import Value


class Mismatch(Exception):
    """The framework refuses this call for every value that the unknowns can take.

    `kind` is the name of a rule. `text` says what is wrong in a few words. `sizes` are the lengths that disagree:
    where each was made is shown to the user. `argument` names the parameter to point at, `runtime` quotes what the
    framework says when it fails, and `help` says what to change, where that is mechanical.
    """

    def __init__(
        self,
        kind: str,
        text: str,
        *sizes: Dim | int,
        argument: str = "",
        runtime: str | tuple[str, ...] = (),
        help: str = "",
    ) -> None:
        super().__init__(text)
        self.kind = kind
        self.text = text
        self.sizes = tuple(Dim.of(size) for size in sizes)
        self.argument = argument
        self.runtime = (runtime,) if isinstance(runtime, str) else runtime
        self.help = help


class Raised(BaseException):
    """The analysed program raises an exception here, on every path that is followed. Not an `Exception`, lest what
    catches those on the way takes it for its own. `value` is the exception, or its class; None if that is not known."""

    def __init__(self, value: Value | None = None) -> None:
        super().__init__()
        self.value = value


class Undecided(Exception):
    """Too little is known to tell. `reason` is shown by `--gaps`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Remark(EqualRecord):
    """The call runs, but wrongly or likely so; `kind` is the name of a rule. Fields as in `Mismatch`."""

    kind: str
    text: str
    sizes: tuple[Dim, ...] = ()
    argument: str = ""
    runtime: tuple[str, ...] = ()
    help: str = ""


class Collector:
    """What one call noticed: pairs of lengths it assumed equal, and remarks."""

    __slots__ = ("assumptions", "remarks")

    def __init__(self) -> None:
        self.assumptions: list[tuple[Dim, Dim]] = []
        self.remarks: list[Remark] = []


_collectors: list[Collector] = []


@contextmanager
def collecting() -> Iterator[Collector]:
    """Collects what the shape functions called inside notice."""
    collector = Collector()
    _collectors.append(collector)
    try:
        yield collector
    finally:
        _collectors.pop()


def assume_equal(left: Dim, right: Dim) -> None:
    """From here on the two lengths are the same, or this call has failed."""
    if _collectors:
        _collectors[-1].assumptions.append((left, right))


def equalities(assumptions: Iterable[tuple[Dim, Dim]], known: Mapping[Atom, Dim]) -> dict[Atom, Dim]:
    """What is to be put for unknown lengths so that the pairs are equal, besides what is known already."""
    found: dict[Atom, Dim] = {}
    for left, right in assumptions:
        left, right = (dim.substitute(known).substitute(found) for dim in (left, right))
        for one, other in ((left, right), (right, left)):
            atom = one.atom
            if atom is not None and atom.kind == "unknown" and atom not in other.atoms():
                found[atom] = other
                break
    return found


def remark(
    kind: str,
    text: str,
    *sizes: Dim | int,
    argument: str = "",
    runtime: str | tuple[str, ...] = (),
    help: str = "",
) -> None:
    """Notes something that runs but is wrong, or likely wrong."""
    if _collectors:
        quotes = (runtime,) if isinstance(runtime, str) else runtime
        _collectors[-1].remarks.append(Remark(kind, text, tuple(Dim.of(s) for s in sizes), argument, quotes, help))


def require_equal(
    got: Dim | int,
    wanted: Dim | int,
    kind: str,
    text: str = "",
    *,
    argument: str = "",
    runtime: str | tuple[str, ...] = (),
    help: str = "",
) -> Dim:
    """The length of both; a `Mismatch` if they never agree, an assumption if they may.

    `text` may use {got} and {wanted}.
    """
    got, wanted = Dim.of(got), Dim.of(wanted)
    same = got.equals(wanted)
    if same is Truth.NO or (same is Truth.MAYBE and got.full().equals(wanted.full()) is Truth.NO):
        words = (text or "expects {wanted}, got {got}").format(got=got, wanted=wanted)
        raise Mismatch(kind, words, got, wanted, argument=argument, runtime=runtime, help=help)
    if same is Truth.MAYBE:
        assume_equal(got, wanted)
        return wanted if got.is_unknown else got
    return got

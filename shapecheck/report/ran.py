"""The closing line of a run: what was executed, how it ended, and what a real one would want at least."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNITS = (("TiB", 40), ("GiB", 30), ("MiB", 20), ("KiB", 10))
_PARTS = ("parameter_bytes", "gradient_bytes", "optimizer_bytes", "activation_bytes")


class RunTally(Tally):
    """ran: a `Run` of the dry run."""

    ran: Any = None

    def last_line(self, listed: bool = False) -> str:
        """What was found, what ran, how it ended."""
        return "; ".join([self._found(), *self._parts()]) + "."

    def gap_lines(self) -> Iterator[str]:
        """A run has none."""
        return iter(())

    def _parts(self) -> Iterator[str]:
        summary = self.ran.summary
        counts = summary.get("ran", {})
        done = ", ".join(_count(number, what) for what, number in counts.items())
        yield f"ran {done or 'no training step'} in {self.ran.seconds:.1f} s"
        stopped = self.ran.stopped
        if stopped is not None and stopped.get("why"):
            where = f" at {stopped['place']}" if stopped.get("place") else ""
            yield f"stopped{where}: {stopped['why'].rstrip('.')}"
        wanted = sum(summary.get(name, 0) for name in _PARTS)
        if wanted:
            names = {"parameter_bytes": "weights", "gradient_bytes": "gradients", "optimizer_bytes": "optimizer",
                     "activation_bytes": "activations"}  # fmt: skip
            each = ", ".join(f"{names[name]} {size(summary[name])}" for name in _PARTS if summary.get(name))
            yield f"{summary.get('parameters', 0):,} parameters; a real run wants at least {size(wanted)} ({each})"


def size(number: int) -> str:
    """Bytes in the unit that people use."""
    for unit, bits in _UNITS:
        if number >= 1 << bits:
            return f"{number / (1 << bits):.1f} {unit}"
    return f"{number} bytes"


def _count(number: int, noun: str) -> str:
    plural = f"{noun[:-2]}es" if noun.endswith("sh") else f"{noun}es" if noun.endswith(("ch", "ss")) else f"{noun}s"
    return f"{number} {noun}" if number == 1 else f"{number} {plural}"

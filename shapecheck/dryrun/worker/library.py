"""How a library is asked about a call, and about the shape of its result; the common part, which is NumPy."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from .calling import MOST_ELEMENTS, attempt
from .making import construct, elements, tensor, values
from .registry import KINDS, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from .registry import Question, Spec

MOST_ARRAY = 100_000_000
"""Arrays of NumPy, whose zeros cost nothing, are made up to this many elements."""
_MOST_FILLED = 250_000
"""And to ask for a shape, several times."""


class Library:
    """What is common: tensors are made of shape, dtype and facts, and the call is made on them.

    This one is NumPy, which also makes the values of all libraries but torch.

    ways: how the shape of a result is asked for. `needed` of them must say the same, the last one among them; for NumPy
    these are contents of the arrays, for a shape that depends on the contents is none that is known.
    """

    ways: tuple[str, ...] = ("zeros", "ones", "range")
    needed = 2

    def __init__(self, module: Any) -> None:
        self.module = module

    def modes(self, target: Any, specs: list[Spec], question: Question) -> list[str]:
        """The ways to ask, in order: each must accept."""
        if elements(specs) > MOST_ARRAY:
            raise Refused("the arrays are too large")
        return ["real"]

    def tensor(self, spec: Spec, mode: str) -> Any:
        dtype = spec["dtype"] or "float64"
        if dtype == "string":
            return self.module.full(spec["shape"], "a")
        if mode in self.ways:
            return filled(self.module, mode, {**spec, "dtype": dtype})
        return self.module.asarray(values(self, spec)).astype(dtype).reshape(spec["shape"])

    def dtype(self, name: str) -> Any:
        return getattr(self.module, name, name)

    def ask(self, target: Any, question: Question, mode: str) -> Any:
        """Calls the target on decoded arguments; what it raises is the framework's word."""

        def made(spec: Spec) -> Any:
            return tensor(spec, mode, self)

        return attempt(construct(target, question.get("constructor"), made, self), question, made, self)

    def fresh(self) -> None:
        """Before every call: the same random numbers, and names that start anew."""

    def uniform(self, shape: Any, low: float, high: float) -> Any:
        if math.prod(shape) > MOST_ELEMENTS:
            return self.module.zeros(shape) if low <= 0 <= high else self.module.full(shape, low)
        return low + (high - low) * self.module.random.default_rng(0).random(shape)

    def limit(self, specs: list[Spec]) -> None:
        """Raises Refused where the shape of a result is asked for and the arguments are too large for that."""
        if elements(specs) > _MOST_FILLED:
            raise Refused("the arrays are too large")

    def ways_for(self, question: Question) -> tuple[str, ...]:
        """Those of the ways that such a question can be asked in."""
        return self.ways

    def symbolic(
        self, symbols: list[tuple[str, int]], act: Callable[[dict[str, Any], Callable[[Any], Any]], Any]
    ) -> Any:
        """What `act` gives for sizes that are symbols, and what spells a size of its result; None where the library
        has no such sizes, or fails on them. The symbols come with an example each."""
        return None


def filled(module: Any, way: str, spec: Spec) -> Any:
    """An array with one of several contents, within the range that is known of it."""
    shape, dtype = tuple(spec["shape"]), spec["dtype"]
    low, high = spec.get("low"), spec.get("high")
    if way == "range":
        x = module.arange(math.prod(shape))
        if dtype == "bool":
            x = x % 2
        if low is not None and high is not None:
            x = low + x % max(int(high) - int(low) + 1, 1)
    else:
        least = 0 if low is None else low
        x = module.full(math.prod(shape), least if way == "zeros" or high == least else least + 1)
    return (x * (1 + 1j) if "complex" in dtype else x).astype(dtype).reshape(shape)


KINDS["numpy"] = Library

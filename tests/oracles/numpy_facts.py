"""What is said of the elements of arrays: everything that there is to say of a real one, and whether it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from shapecheck.core.containers import Sequence
from shapecheck.core.dim import Dim
from shapecheck.core.tensor import Facts, Tensor
from shapecheck.core.value import Value
from shapecheck.frameworks.numpy.literal import LARGEST_CONSTANT

from .harness import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def known(real: Any) -> Value:
    """The value of a real array, with its elements or their range."""
    value = value_of(real)
    if not isinstance(value, Tensor) or not isinstance(real, np.ndarray) or real.dtype.kind not in "biuf":
        return value
    low, high = (real.min().item(), real.max().item()) if real.size else (None, None)
    constant = _nested(real.tolist()) if real.size <= LARGEST_CONSTANT else None
    facts = Facts(low=low, high=high, constant=constant, attained=bool(real.size) or None)
    return Tensor(value.shape, value.dtype, value.library, facts)


def _nested(elements: Any) -> Any:
    return tuple(map(_nested, elements)) if isinstance(elements, list) else elements


def _numbers(constant: Any) -> Any:
    if isinstance(constant, tuple):
        return tuple(map(_numbers, constant))
    return constant.value if isinstance(constant, Dim) else constant


def wrong(mine: Any, real: Any) -> str | None:
    """What is not true of the real elements; None where everything is."""
    return next(filter(None, (_wrong(value.facts, result) for value, result in _pairs(mine, real))), None)


def _pairs(mine: Any, real: Any) -> Iterator[tuple[Tensor, Any]]:
    if isinstance(mine, Tensor):
        yield mine, np.asarray(real)
    elif isinstance(mine, Sequence) and isinstance(real, (list, tuple)) and mine.known is not None:
        for value, result in zip(mine.known, real, strict=True):
            yield from _pairs(value, result)


def _wrong(facts: Facts, real: Any) -> str | None:
    """Of numbers that are not finite nothing is said."""
    numbers = real.dtype.kind in "biuf"
    if not numbers or not np.all(np.isfinite(real)):
        return f"{facts} of {real}" if facts.constant is not None and numbers else None
    if facts.constant is not None:
        expected = np.asarray(_numbers(facts.constant), dtype=object).astype(real.dtype)
        if expected.size != real.size or (real.size and not np.allclose(expected, real)):
            return f"the elements {facts.constant} for {real}"
    if not real.size:
        return None
    low, high = float(real.min()), float(real.max())
    slack = 1e-3 * (1 + abs(low) + abs(high))
    if (facts.low is not None and facts.low > low + slack) or (facts.high is not None and facts.high < high - slack):
        return f"between {facts.low} and {facts.high} for {real}"
    if facts.attained and (abs((facts.low or 0) - low) > slack or abs((facts.high or 0) - high) > slack):
        return f"from {facts.low} to {facts.high} for {real}"
    return "not one-hot" if facts.one_hot and np.any(real.sum(axis=-1) != 1) else None

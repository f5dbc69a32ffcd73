"""What is declared of NumPy, against NumPy itself."""

from __future__ import annotations

import copy
import inspect
import warnings
from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np
import pytest

from shapecheck.core.containers import Sequence
from shapecheck.core.outcome import Mismatch
from shapecheck.core.plain import Constant
from shapecheck.core.shape import Shape
from shapecheck.core.tensor import Facts, Tensor
from shapecheck.core.value import Value
from shapecheck.frameworks import load
from shapecheck.frameworks.binding import Required
from shapecheck.frameworks.declare import REGISTRY, Spec
from shapecheck.frameworks.numpy.dialect import NUMPY, PYTHON_TYPES
from shapecheck.frameworks.numpy.literal import LARGEST_CONSTANT
from shapecheck.frameworks.numpy.promote import promote, promote_types

from .harness import Tally, judge, run, value_of
from .numpy_calls import CALLS, UNTRIED
from .numpy_samples import DTYPES, SCALARS

load("numpy")

SPECS = {path: spec for path, spec in REGISTRY.items() if isinstance(spec, Spec) and path.startswith("numpy.")}
TOTAL = Tally()
REJECTED_FLOOR = 0.54
"""The rest are dtypes for which no rule has a name: bitwise operators on floats, texts in arithmetic."""




def real_function(path: str) -> Any:
    """NumPy's own function; a method or property of an array takes the array first."""
    found: Any = np.random.default_rng(0) if path.startswith("numpy.random.Generator.") else np
    names = path.split(".")[3 if found is not np else 1 :]
    for name in names:
        found = getattr(found, name)
    if path.startswith("numpy.ndarray.") and not callable(found):
        return lambda array: getattr(array, names[-1])
    return found


@pytest.fixture(autouse=True)
def _quiet() -> Any:
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


def judged(path: str) -> Tally:
    spec, tally = SPECS[path], Tally()
    function = real_function(path)
    for args, kwargs in CALLS[path]:
        mine = copy.deepcopy((args, kwargs))
        judge(tally, spec, lambda a=args, k=kwargs: function(*a, **k), *mine)
    return tally


@pytest.mark.oracle
@pytest.mark.parametrize("path", sorted(SPECS.keys() & CALLS.keys() - UNTRIED))
def test_agrees(path: str) -> None:
    """Shape and dtype agree, with names for lengths as well as with numbers, and no call that runs is refused."""
    tally = judged(path)
    TOTAL.merge(tally)
    assert not tally.failures, "\n".join(tally.failures[:20])
    told = sum(tally.counts[f"accepted {answer}"] for answer in ("agree", "undecided"))
    assert told, "no call that runs"


@pytest.mark.oracle
@pytest.mark.parametrize("path", sorted(SPECS.keys() & CALLS.keys() - UNTRIED))
def test_facts(path: str) -> None:
    """What is said of the elements holds for the real ones, when everything is said of the operands."""
    spec, function = SPECS[path], real_function(path)
    for args, kwargs in CALLS[path]:
        known = [_with_facts(value_of(arg), arg) for arg in args]
        named = {name: _with_facts(value_of(arg), arg) for name, arg in kwargs.items()}
        mine = run(spec, tuple(known), named)
        try:
            real = function(*copy.deepcopy(args), **copy.deepcopy(kwargs))
        except Exception:
            continue
        assert not isinstance(mine, Mismatch), f"{path}{args}{kwargs}: {mine}"
        if isinstance(mine, Value):
            for value, result in _pairs(mine, real):
                _hold(value, result, f"{path}{args}{kwargs}")


def _with_facts(value: Value, real: Any) -> Value:
    if not isinstance(value, Tensor) or not isinstance(real, np.ndarray) or real.dtype.kind not in "biuf":
        return value
    low, high = (real.min().item(), real.max().item()) if real.size else (None, None)
    constant = _nested(real.tolist()) if real.size <= LARGEST_CONSTANT else None
    facts = Facts(low=low, high=high, constant=constant, attained=bool(real.size) or None)
    return Tensor(value.shape, value.dtype, value.library, facts)


def _nested(elements: Any) -> Any:
    return tuple(map(_nested, elements)) if isinstance(elements, list) else elements


def _pairs(mine: Value, real: Any) -> Iterator[tuple[Tensor, Any]]:
    if isinstance(mine, Tensor):
        yield mine, np.asarray(real)
    elif isinstance(mine, Sequence) and isinstance(real, (list, tuple)) and mine.known is not None:
        for value, result in zip(mine.known, real, strict=True):
            yield from _pairs(value, result)


def _hold(value: Tensor, real: Any, what: str) -> None:
    """The facts are true of the real elements; of numbers that are not finite nothing is said."""
    facts = value.facts
    if real.dtype.kind not in "biuf" or not np.all(np.isfinite(real)):
        assert facts.constant is None or real.dtype.kind not in "biuf", (what, facts)
        return
    if facts.constant is not None:
        expected = np.asarray(facts.constant, dtype=object).astype(real.dtype)
        assert expected.size == real.size == 0 or np.allclose(expected, real), (what, facts.constant, real)
    if real.size:
        low, high = real.min(), real.max()
        slack = 1e-3 * (1 + abs(float(low)) + abs(float(high)))
        assert facts.low is None or float(facts.low) <= float(low) + slack, (what, facts, low)
        assert facts.high is None or float(facts.high) >= float(high) - slack, (what, facts, high)
        if facts.attained:
            assert abs(float(facts.low) - float(low)) <= slack, (what, facts, low)
            assert abs(float(facts.high) - float(high)) <= slack, (what, facts, high)
    if facts.one_hot:
        assert np.all(real.sum(axis=-1) == 1), (what, facts)


@pytest.mark.oracle
def test_every_name_has_calls() -> None:
    missing = {
        spec.path for spec in SPECS.values() if not any(CALLS.get(path) or path in UNTRIED for path in spec.names)
    }
    assert not missing


@pytest.mark.oracle
def test_score() -> None:
    """Most calls that NumPy refuses are refused, and most that it accepts are decided."""
    if not TOTAL.counts:
        for path in CALLS.keys() & SPECS.keys() - UNTRIED:
            TOTAL.merge(judged(path))
    counts = TOTAL.counts
    refused = counts["refused rejected"] + counts["refused undecided"] + counts["refused accepted"]
    assert counts["refused rejected"] / max(refused, 1) >= REJECTED_FLOOR, counts


@pytest.mark.oracle
def test_promotion_of_dtypes() -> None:
    for left, right in product(DTYPES, repeat=2):
        assert promote_types(left, right) == np.promote_types(left, right).name, (left, right)


@pytest.mark.oracle
def test_promotion_of_python_numbers() -> None:
    for dtype, number in product(DTYPES, SCALARS):
        expected = np.result_type(np.zeros(2, dtype), number).name
        assert promote([Tensor(Shape.of(2), dtype, NUMPY), number]) == expected, (dtype, number)


# -- signatures ------------------------------------------------------------------------------------------------

LEGACY: dict[str, set[str]] = {
    "numpy.reshape": {"newshape"}, "numpy.percentile": {"interpolation"}, "numpy.quantile": {"interpolation"},
    "numpy.nanpercentile": {"interpolation"}, "numpy.nanquantile": {"interpolation"}, "numpy.clip": {"dtype"},
    "numpy.corrcoef": {"bias", "ddof"},
}  # fmt: skip
"""Parameters that older versions have, or that `**kwargs` of this one takes."""


def _declared(spec: Spec) -> list[tuple[str, Any]]:
    return [(p.name, inspect.Parameter.empty if p.default is Required else p.default) for p in spec.parameters
            if p.by in ("position", "name")]  # fmt: skip


def _plain(default: Any) -> Any:
    if default is np._NoValue:
        return ...
    if default is inspect.Parameter.empty:
        return default
    if isinstance(default, type):
        return PYTHON_TYPES.get(default.__name__, default.__name__)
    return default.payload if isinstance(default, Constant) else default


def _same_default(mine: Any, real: Any) -> bool:
    real = _plain(real)
    return (
        real is ...
        or mine == real
        or (mine is None and real == (None, None))
        or (mine is None and real is inspect.Parameter.empty)
    )


@pytest.mark.oracle
@pytest.mark.parametrize("path", sorted({spec.path for spec in SPECS.values() if "__" not in spec.path} - UNTRIED))
def test_signature(path: str) -> None:
    """The names, the order and the defaults of parameters are NumPy's; operators take theirs by position only."""
    spec = SPECS[path]
    try:
        signature = inspect.signature(real_function(path))
    except (ValueError, TypeError):
        pytest.skip("NumPy gives no signature")
    real = [p for p in signature.parameters.values() if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]
    mine = [(name, default) for name, default in _declared(spec) if name not in LEGACY.get(path, ())]
    if path.startswith("numpy.ndarray."):
        real, mine = real[1:], mine[1:]
    if any(p.kind is p.VAR_KEYWORD for p in signature.parameters.values()):
        names = {p.name for p in real}
        mine = [(name, default) for name, default in mine if name in names]
    assert [name for name, _ in mine] == [p.name for p in real]
    wrong = [(n, d, p.default) for (n, d), p in zip(mine, real, strict=True) if not _same_default(d, p.default)]
    assert not wrong

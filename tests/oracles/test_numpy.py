"""What is declared of NumPy, against NumPy itself."""

from __future__ import annotations

import copy
import inspect
import re
import warnings
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from shapecheck.core.outcome import Mismatch
from shapecheck.core.plain import Constant
from shapecheck.core.shape import Shape
from shapecheck.core.tensor import Tensor
from shapecheck.frameworks import load
from shapecheck.frameworks.binding import Required
from shapecheck.frameworks.declare import REGISTRY, Spec
from shapecheck.frameworks.dtypes import DTypeValue
from shapecheck.frameworks.numpy.dialect import NUMPY, PYTHON_TYPES
from shapecheck.frameworks.numpy.elementwise import BINARY, OPERATORS
from shapecheck.frameworks.numpy.promote import promote, promote_types

from ..interp.claims import disagreement, strength
from ..programs import run as follow_program
from .harness import Tally, compare, judge, run, value_of
from .numpy_calls import CALLS, UNTRIED
from .numpy_facts import known, wrong
from .numpy_objects import EXCUSED, PROGRAM, UNCLAIMED
from .numpy_samples import DTYPES, SCALARS, Call, a
from .numpy_strategies import samples

if TYPE_CHECKING:
    from collections.abc import Iterator

load("numpy")

SPECS = {path: spec for path, spec in REGISTRY.items() if isinstance(spec, Spec) and path.startswith("numpy.")}
TRIED = sorted(SPECS.keys() & CALLS.keys() - UNTRIED)
TALLIES: dict[str, Tally] = {}
_GENERATED = settings(
    derandomize=True, database=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck)
)
EXAMPLES = 6
"""How many calls of each name Hypothesis makes."""
NAMES_FLOOR = 600
REJECTED_FLOOR = 0.75
"""The rest are dtypes for which no rule has a name: bitwise operators on floats, texts in arithmetic."""
DECIDED_FLOOR = 0.95


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


def judged(path: str, examples: int = EXAMPLES) -> Tally:
    """The answers to the calls of a name, and to those that Hypothesis makes."""
    tally = TALLIES[path] = Tally()

    def ask(made: Call) -> None:
        _ask(tally, path, *made)

    for one in CALLS[path]:
        ask(one)
    settings(_GENERATED, max_examples=examples)(given(samples(path))(ask))()
    return tally


def _ask(tally: Tally, path: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    spec, own = SPECS[path], copy.deepcopy((args, kwargs))
    real: Any
    try:
        real = real_function(path)(*own[0], **own[1])
    except Exception as error:
        real = error

    def again() -> Any:
        if isinstance(real, Exception):
            raise real
        return real

    judge(tally, spec, again, args, kwargs)
    if not isinstance(real, Exception):
        mine = run(spec, tuple(map(known, args)), {name: known(value) for name, value in kwargs.items()})
        found = wrong(mine, real) if not isinstance(mine, Mismatch) else f"refused ({mine})"
        tally.add("facts", f"wrong: {found}" if found else "agree", f"{path}{args}{kwargs}")


@pytest.mark.oracle
@pytest.mark.parametrize("path", TRIED)
def test_agrees(path: str) -> None:
    """Shape and dtype agree, with names for lengths as well as with numbers, no call that runs is refused, and what is
    said of the elements holds."""
    tally = judged(path)
    assert not tally.failures, "\n".join(tally.failures[:20])
    told = sum(tally.counts[f"accepted {answer}"] for answer in ("agree", "undecided"))
    assert told, "no call that runs"


@pytest.mark.oracle
def test_every_name_is_tried() -> None:
    """Each has calls, or stands in the program, or its absence has a reason."""
    tried = {path for path in SPECS if CALLS.get(path) or path in UNTRIED}
    functions = {spec.path for spec in SPECS.values() if tried.isdisjoint(spec.names)}
    used = set(re.findall(r"\w+", PROGRAM))
    objects = {path for path, value in REGISTRY.items() if path.startswith("numpy.") and path not in SPECS
               and path not in EXCUSED.keys() | UNTRIED and not isinstance(value, (DTypeValue, Constant))
               and path.rpartition(".")[2] not in used}  # fmt: skip
    assert not functions | objects
    assert len(TRIED) >= NAMES_FLOOR


@pytest.mark.oracle
def test_score() -> None:
    """Most calls that NumPy refuses are refused, and most that it accepts are decided."""
    total = Tally()
    for path in TRIED:
        total.merge(TALLIES.get(path) or judged(path))
    refused, accepted = (_shares(total, question) for question in ("refused", "accepted"))
    assert refused["rejected"] >= REJECTED_FLOOR, refused
    assert accepted["agree"] >= DECIDED_FLOOR, accepted


def _shares(total: Tally, question: str) -> dict[str, float]:
    counts = {name.partition(" ")[2]: n for name, n in total.counts.items() if name.startswith(f"{question} ")}
    return {answer: n / sum(counts.values()) for answer, n in counts.items()}


@pytest.mark.oracle
def test_objects() -> None:
    """What is no function of arrays, in one program: nothing is refused, and what is claimed of each name holds."""
    names, machine = follow_program(PROGRAM)
    truths: dict[str, Any] = {}
    exec(PROGRAM, truths)
    assert [str(call.mismatch) for call in machine.trace.calls if call.mismatch] == []
    open_ = set(" ".join(UNCLAIMED.values()).split())
    for name in truths.keys() & names.keys() - {"__name__", "__file__"}:
        value, real = names[name], truths[name]
        assert (disagreement(value, real) or wrong(value, real)) is None, name
        assert name in open_ or strength(value) > 0.99, f"{name}: {value}"


@pytest.mark.oracle
def test_constants() -> None:
    for path, value in REGISTRY.items():
        if path.startswith("numpy.") and isinstance(value, (DTypeValue, Constant)) and path not in EXCUSED:
            mine, real = value_of(real_function(path)), value
            assert str(mine) == str(real), path


# -- promotion -------------------------------------------------------------------------------------------------

_IN_PLACE = [f"numpy.ndarray.__i{short}__" for short in OPERATORS.values()]
PROMOTING = [
    *(f"numpy.{name}" for name in BINARY), *(f"numpy.ndarray.__{short}__" for short in OPERATORS.values()),
    *(path for path in _IN_PLACE if path in SPECS), "numpy.divmod", "numpy.matmul", "numpy.dot", "numpy.concatenate",
    "numpy.where", "numpy.append", "numpy.linspace",
]  # fmt: skip


def _operands(path: str) -> Iterator[tuple[Any, Any]]:
    pairs = product(DTYPES, repeat=2)
    yield from ((a(2, dtype=x), a(2, dtype=y)) for x, y in pairs)
    for dtype, number in product(DTYPES, SCALARS):
        yield a(2, dtype=dtype), number
        if not path.startswith("numpy.ndarray."):
            yield number, a(2, dtype=dtype)


@pytest.mark.oracle
@pytest.mark.parametrize("path", PROMOTING)
def test_promotion_of_functions(path: str) -> None:
    """The dtype of every pair of dtypes, and of a dtype and a number of Python: none is left open."""
    for operands in _operands(path):
        given = {"numpy.concatenate": ([*map(np.atleast_1d, operands)],), "numpy.where": (a(2) > 1, *operands)}
        args = given.get(path, operands)
        try:
            real = real_function(path)(*copy.deepcopy(args))
        except Exception:
            real = NotImplemented
        mine = run(SPECS[path], args)
        if real is NotImplemented:
            assert not isinstance(mine, Tensor) or mine.dtype is None, (operands, mine)
        else:
            assert compare(mine, real) == "agree", (operands, mine, real)


@pytest.mark.oracle
def test_promotion_of_dtypes() -> None:
    for left, right in product(DTYPES, repeat=2):
        assert promote_types(left, right) == np.promote_types(left, right).name, (left, right)
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

"""Programs that work with tables, run for real and followed: what is claimed of each name, against what it holds."""

from __future__ import annotations

import warnings
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from shapecheck.core.containers import Mapping, Sequence
from shapecheck.core.dim import Dim
from shapecheck.core.objects import Class, Instance
from shapecheck.core.plain import Constant, Scalar
from shapecheck.core.tensor import Facts, Tensor
from shapecheck.core.value import Choice, Unknown, Value
from shapecheck.frameworks.data.frames import Frame

from ..programs import run

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass
class Score:
    """How many results were claimed whole (every length and dtype), in part, or not at all; and what was wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    open: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        return self.counts["whole"] / max(1, sum(self.counts.values()))

    def merge(self, other: Score) -> None:
        self.counts.update(other.counts)
        self.wrong.extend(other.wrong)
        self.open.update(other.open)


def judge(prelude: str, statement: str, names: Iterable[str], started: dict[str, Any]) -> Score | None:
    """Runs `prelude` and `statement` for real (from `started`, what the prelude gave) and follows them; compares
    `names`. None where the real library refuses the statement, or gives something else each time."""
    real = dict(started)
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            exec(statement, real)
    except Exception:
        return None
    score = Score()
    mine, machine = run(f"{prelude}\n{statement}\n")
    for call in machine.trace.calls:
        if call.mismatch is not None:
            score.wrong.append(f"{statement}: refused: {call.mismatch}")
    for name in names:
        if name not in real:
            continue
        try:
            answer = compare(mine.get(name, Unknown("no such name")), real[name])
        except AssertionError as wrong:
            score.wrong.append(f"{statement}: {name}: {wrong}")
            answer = "wrong"
        score.counts[answer] += 1
        if answer != "whole":
            score.open[statement] += 1
    return score


# -- comparing -----------------------------------------------------------------------------------------------------


class Lengths(list[tuple[Dim, int]]):
    """Lengths that are claimed in terms of others, and the real ones."""

    def contradictions(self) -> list[str]:
        """One unknown stands for one number; what is worked out of unknowns follows from them."""
        sizes: dict[str, int] = {}
        found = []
        for dim, real in self:
            if dim.atom is not None and dim.atom.kind == "unknown" and sizes.setdefault(dim.atom.key, real) != real:
                found.append(f"{dim} is {sizes[dim.atom.key]} and {real}")
        for dim, real in self:
            known = all(atom.kind != "unknown" or atom.key in sizes for atom in dim.atoms())
            if known and dim.evaluate(sizes) != real:
                found.append(f"{dim} is {dim.evaluate(sizes)} for {real}")
        return found


def compare(mine: Value, real: Any, lengths: Lengths | None = None) -> str:
    """`whole`, `part` or `none`; an AssertionError says what is wrong. `lengths` keeps those that are not numbers."""
    previous, _CURRENT[:] = list(_CURRENT), [lengths]
    try:
        return _compare(mine, real)
    finally:
        _CURRENT[:] = previous


_CURRENT: list[Lengths | None] = [None]


def _compare(mine: Value, real: Any) -> str:
    if isinstance(mine, Choice):
        answers = [_holds(one, real) for one in mine]
        assert any(answers), f"none of {mine!r} for {_spell(real)}"
        return "part"
    if isinstance(mine, Instance) and isinstance(mine.hidden("frame"), Frame):
        return _table(mine, real)
    if isinstance(mine, Instance) and mine.cls.name in ("Series", "Index") and isinstance(mine.hidden("array"), Tensor):
        return _series(mine, real)
    if isinstance(mine, Instance) and isinstance(mine.hidden("dense"), Tensor):
        assert hasattr(real, "toarray"), f"a sparse matrix for {_spell(real)}"
        return _array(mine.hidden("dense"), real.toarray(), real.dtype)
    if isinstance(mine, Tensor):
        return _array(mine, real)
    if isinstance(mine, Constant):
        return _constant(mine, real)
    if isinstance(mine, Scalar):
        names = {"int": (int, np.integer), "float": (float, np.floating), "str": (str,), "bool": (bool, np.bool_)}
        assert isinstance(real, names.get(mine.type_name, object)), f"a {mine.type_name} for {_spell(real)}"
        return "whole"
    if isinstance(mine, Mapping):
        assert hasattr(real, "keys"), f"a dict for {_spell(real)}"
        assert mine.open or set(mine.items) == set(real.keys()), f"{list(mine.items)} for {list(real.keys())}"
        return _worst(_compare(value, real[key]) for key, value in mine.items.items())
    return _sequence(mine, real) if isinstance(mine, Sequence) else "none"


def _holds(mine: Value, real: Any) -> bool:
    try:
        _compare(mine, real)
    except AssertionError:
        return False
    return True


def _worst(answers: Iterable[str]) -> str:
    found = set(answers)
    return "whole" if found <= {"whole"} else "none" if found == {"none"} else "part"


def _spell(real: Any) -> str:
    shape = f" {real.shape}" if hasattr(real, "shape") else ""
    return f"{type(real).__name__}{shape} {str(real)[:300]!r}"


def _length(mine: Dim, real: int, what: str) -> str:
    if mine.value is not None:
        assert mine.value == real, f"{what}: {mine} for {real}"
        return "whole"
    if _CURRENT[0] is not None:
        _CURRENT[0].append((mine, real))
    low, high = mine.bounds()
    assert low is None or low <= real, f"{what}: at least {low} for {real}"
    assert high is None or high >= real, f"{what}: at most {high} for {real}"
    return "none"


def _array(mine: Tensor, real: Any, dtype: Any = None) -> str:
    if isinstance(real, str) and mine.dtype == "object" and mine.shape.dims == ():
        return "part"
    assert not isinstance(real, (pd.DataFrame, str, dict)), f"an array for {_spell(real)}"
    found = np.asarray(real)
    if not mine.shape.known_rank:
        return "none"
    assert mine.rank == found.ndim, f"{mine} for {_spell(real)}"
    answers = [_length(one, size, f"{mine}") for one, size in zip(mine.shape.dims, found.shape, strict=True)]
    if not found.size:  # what has no elements is of any dtype
        return _worst(answers)
    return _worst((*answers, _dtype(mine.dtype, dtype or found.dtype), _facts(mine.facts, found)))


def _dtype(mine: str | None, real: Any) -> str:
    if mine is None:
        return "none"
    kind = getattr(real, "kind", "O")
    name = "object" if isinstance(real, pd.api.extensions.ExtensionDtype) else "string" if kind in "US" else real.name
    assert mine == name, f"dtype {mine} for {real}"
    return "whole"


def _facts(facts: Facts, real: Any) -> str:
    if (
        real.dtype.kind not in "biuf"
        or not real.size
        or not np.all(np.isfinite(real[~np.isnan(real)]))
        or np.all(np.isnan(real))
    ):
        return "whole"
    low, high = np.nanmin(real).astype(float), np.nanmax(real).astype(float)
    slack = 1e-6 * (1 + abs(float(low)) + abs(float(high)))
    assert facts.low is None or facts.low <= low + slack, f"at least {facts.low} for {low}"
    assert facts.high is None or facts.high >= high - slack, f"at most {facts.high} for {high}"
    if facts.attained:
        ends = (facts.low, facts.high)
        assert ends[0] is None or abs(ends[0] - low) <= slack, f"{ends} for {(low, high)}"
        assert ends[1] is None or abs(ends[1] - high) <= slack, f"{ends} for {(low, high)}"
    if facts.one_hot:
        assert np.all(real.sum(axis=-1) == 1), "not one-hot"
    if facts.constant is not None:
        assert np.allclose(_numbers(facts.constant), real.astype(float)), f"{facts.constant} for {real}"
    return "whole"


def _numbers(constant: Any) -> Any:
    if isinstance(constant, tuple):
        return [_numbers(part) for part in constant]
    return float(constant.value if isinstance(constant, Dim) and constant.value is not None else constant)


def _series(mine: Instance, real: Any) -> str:
    assert isinstance(real, (pd.Series, pd.Index)), f"a column for {_spell(real)}"
    array, distinct = mine.hidden("array"), mine.hidden("distinct")
    assert distinct is None or distinct == len(set(real)), f"{distinct} different elements for {len(set(real))}"
    name = mine.hidden("series")
    assert name is None or name == real.name, f"the name {name!r} for {real.name!r}"
    return _array(array, real, real.dtype)


def _table(mine: Instance, real: Any) -> str:
    assert isinstance(real, pd.DataFrame), f"a table for {_spell(real)}"
    frame: Frame = mine.hidden("frame")
    answers = [_length(frame.rows, len(real), "rows"), _length(frame.width, real.shape[1], "columns")]
    _array(mine.hidden("array"), real.to_numpy())
    if frame.columns is None:
        return _worst((*answers, "none"))
    assert [column.name for column in frame.columns] == list(real.columns), f"{frame.columns} for {list(real.columns)}"
    for i, column in enumerate(frame.columns):
        held = real.iloc[:, i]
        answers.append(_dtype(column.dtype, held.dtype))
        answers.append(_facts(column.facts, held.to_numpy()))
        assert column.distinct is None or column.distinct == len(set(held)), f"{column} for {set(held)}"
    return _worst(answers)


def _constant(mine: Constant, real: Any) -> str:
    if isinstance(mine.payload, Dim):
        assert isinstance(real, (int, np.integer)), f"{mine!r} for {_spell(real)}"
        return _length(mine.payload, int(real), "number")
    same = mine.payload is real or (isinstance(real, type(mine.payload)) and bool(mine.payload == real))
    number = isinstance(mine.payload, (int, float)) and isinstance(real, np.generic) and mine.payload == real
    assert same or number, f"{mine!r} for {_spell(real)}"
    return "whole"


def _sequence(mine: Sequence, real: Any) -> str:
    assert hasattr(real, "__iter__") and not isinstance(real, (str, pd.DataFrame)), f"{mine!r} for {_spell(real)}"
    wanted = {"list": list, "tuple": tuple}.get(mine.type_name)
    exact = type(mine) is Sequence and wanted is not None
    assert not exact or isinstance(real, wanted or object), f"a {mine.type_name} for {_spell(real)}"
    if not hasattr(real, "__len__"):
        real = list(real)
    size = _length(mine.size, len(real), "elements")
    known = mine.known
    if mine.type_name == "set":
        return size
    if known is None:  # one value stands for many, each with its own lengths
        return _worst((size, *(compare(mine.rest, one) for one in list(real)[len(mine.items) :] if mine.rest)))
    return _worst((size, *(_compare(a, b) for a, b in zip(known, real, strict=True))))


__all__ = ["Class", "Lengths", "Score", "compare", "judge"]

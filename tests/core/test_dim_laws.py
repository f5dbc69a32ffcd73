"""A length, evaluated, is what plain Python arithmetic gives; YES means always, NO means never."""

from __future__ import annotations

import operator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from shapecheck.core.dim import Dim, maximum, minimum
from shapecheck.core.truth import Truth

NAMES = {"a": 0, "b": 1, "c": 2}
"""Named sizes with their lower bounds."""

OPERATORS: dict[str, tuple[Any, Any]] = {
    "+": (operator.add, operator.add),
    "-": (operator.sub, operator.sub),
    "*": (operator.mul, operator.mul),
    "//": (operator.floordiv, operator.floordiv),
    "%": (operator.mod, operator.mod),
    "max": (maximum, max),
    "min": (minimum, min),
}

leaves = st.one_of(st.integers(-6, 6), st.sampled_from(sorted(NAMES)))
expressions = st.recursive(
    leaves, lambda inner: st.tuples(st.sampled_from(sorted(OPERATORS)), inner, inner), max_leaves=7
)
values = st.fixed_dictionaries({name: st.integers(low, 7) for name, low in NAMES.items()})


def symbolic(expression: Any) -> Dim:
    if isinstance(expression, int):
        return Dim.of(expression)
    if isinstance(expression, str):
        return Dim.named(expression, low=NAMES[expression])
    symbol, left, right = expression
    return Dim.of(OPERATORS[symbol][0](symbolic(left), symbolic(right)))


def plain(expression: Any, sizes: dict[str, int]) -> int:
    if isinstance(expression, int):
        return expression
    if isinstance(expression, str):
        return sizes[expression]
    symbol, left, right = expression
    return int(OPERATORS[symbol][1](plain(left, sizes), plain(right, sizes)))


def both(expression: Any, sizes: dict[str, int]) -> tuple[Dim, int] | None:
    """The symbolic and the plain result; None where Python divides by zero."""
    try:
        number = plain(expression, sizes)
        return symbolic(expression), number
    except ZeroDivisionError:
        return None


@given(expressions, values)
def test_evaluates_as_python(expression: Any, sizes: dict[str, int]) -> None:
    found = both(expression, sizes)
    if found is not None:
        dim, number = found
        assert dim.evaluate(sizes) == number


@given(expressions, expressions, values)
def test_comparisons_hold_for_all_values(left: Any, right: Any, sizes: dict[str, int]) -> None:
    first, second = both(left, sizes), both(right, sizes)
    if first is None or second is None:
        return
    same, below = first[0].equals(second[0]), first[0].less(second[0])
    assert same is not Truth.YES or first[1] == second[1]
    assert same is not Truth.NO or first[1] != second[1]
    assert below is not Truth.YES or first[1] < second[1]
    assert below is not Truth.NO or first[1] >= second[1]


@given(expressions, values)
def test_bounds_hold(expression: Any, sizes: dict[str, int]) -> None:
    found = both(expression, sizes)
    if found is not None:
        low, high = found[0].bounds()
        assert low is None or low <= found[1]
        assert high is None or found[1] <= high


@given(expressions, values)
def test_substitution_is_evaluation(expression: Any, sizes: dict[str, int]) -> None:
    found = both(expression, sizes)
    if found is None:
        return
    dim, number = found
    try:
        numbers = {atom: Dim.of(sizes[atom.key]) for atom in dim.atoms() if atom.kind == "name"}
        assert dim.substitute(numbers) == number
    except ZeroDivisionError:
        pass


def test_multiples_of_a_positive_size_differ() -> None:
    d = Dim.named("d", low=1)
    assert (4 * d).equals(3 * d) is Truth.NO
    assert (4 * d).equals(3 * Dim.named("e", low=1)) is Truth.MAYBE
    assert (2 * d).equals(2 * d + 1) is Truth.NO


def test_texts() -> None:
    batch = Dim.named("batch", low=1)
    assert str(batch * 784) == "784*batch"
    assert str((batch + 1) // 2) == "((batch + 1)//2)"
    assert str(batch - 1) == "batch - 1"
    assert str(Dim.unknown()) == "?"

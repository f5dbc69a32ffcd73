"""Work is bounded by what it goes through, and values by their length."""

from __future__ import annotations

import sys

import pytest

from shapecheck.core.budget import Budget, OutOfBudget, limited, spend
from shapecheck.core.containers import Sequence, join_values
from shapecheck.core.dim import Dim, maximum
from shapecheck.core.extent import LONGEST, grows_long, method_grows_long, too_long
from shapecheck.core.plain import Constant


def test_spend() -> None:
    budget = Budget(10)
    with limited(budget):
        spend(4)
        with limited(Budget(1)), pytest.raises(OutOfBudget):
            spend(2)
        spend(6)
        with pytest.raises(OutOfBudget):
            spend(1)
    spend(sys.maxsize // 2)  # outside of an analysis nothing is counted against one
    assert budget.left == -1


def nested(depth: int) -> Sequence:
    """A list that has 2 ** depth leaves, and few parts."""
    made = Sequence.list([Constant(depth)])
    for _ in range(depth):
        made = Sequence.list([made, made])
    return made


@pytest.mark.parametrize("use", ["key", "join"])
def test_shared_parts_cost_what_they_cost(use: str) -> None:
    one, other = nested(40), nested(40)
    with limited(Budget(100_000)), pytest.raises(OutOfBudget):
        one.key() if use == "key" else join_values(one, other)


def test_lengths_do_not_grow_without_end() -> None:
    """Each round nests the length twice into the next."""
    size, other = Dim.named("a"), Dim.named("b")
    for i in range(60):
        size = maximum(size % other, size // (other + i)) + size * size
        assert len(str(size)) < 5000
    low, high = size.bounds()
    assert low is None or low <= 0 or high is None


@pytest.mark.parametrize(
    ("operator", "left", "right"),
    [
        ("**", 7, 5000), ("<<", 1, 10**6), ("*", 2**10_000, 2**10_000), ("+", "a" * LONGEST, "b"), ("*", "ab", LONGEST),
        ("*", LONGEST, b"ab"), ("%", "%99999d", 1), ("%", "%*d", (10**9, 1)),
    ],
)  # fmt: skip
def test_long_results_are_not_computed(operator: str, left: object, right: object) -> None:
    assert grows_long(operator, left, right)


@pytest.mark.parametrize(
    ("operator", "left", "right"), [("**", 2, 10), ("*", "ab", 3), ("+", "a", "b"), ("%", "%3d", 1)]
)
def test_short_results_are(operator: str, left: object, right: object) -> None:
    assert not grows_long(operator, left, right)


def test_text_methods() -> None:
    assert method_grows_long("\t" * 9, "expandtabs", [LONGEST])
    assert method_grows_long("x" * 2000, "replace", ["x", "y" * 2000])
    assert method_grows_long("{:{}}", "format", [1, 10**9])
    assert not method_grows_long("a,b", "split", [","])
    assert too_long(10**5000) and not too_long(10**3000)

"""Comparisons of numbers that are known to lie between bounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shapecheck.core.plain import BINARY, Constant, Scalar
from tests.fakes import FakeContext

_NUMBERS = st.integers(-4, 4)


@given(
    _NUMBERS,
    _NUMBERS,
    _NUMBERS,
    st.sampled_from(["==", "!=", "<", "<=", ">", ">="]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_answers_hold_for_every_value(
    low: int, more: int, other: int, operator: str, reflected: bool, from_below: bool, from_above: bool
) -> None:
    high = low + abs(more)
    value = Scalar("int", bounds=(low if from_below else None, high if from_above else None))
    answer = value.binary(FakeContext(), operator, Constant(other), reflected)
    values = range(low if from_below else -20, (high if from_above else 20) + 1)
    real = {bool(BINARY[operator](other, one) if reflected else BINARY[operator](one, other)) for one in values}
    assert answer is not None
    if isinstance(answer, Constant):
        assert real == {answer.payload}
    else:
        assert len(real) == 2

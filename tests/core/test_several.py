"""What comes of a text that is one of several is one of what Python makes of each."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shapecheck.core.budget import Budget, limited
from shapecheck.core.containers import Sequence
from shapecheck.core.plain import Constant, Scalar
from shapecheck.core.several import each, method, one_text
from shapecheck.core.value import Arguments, Value

TEXTS = st.lists(st.text("ab._/ 1", max_size=6), min_size=2, max_size=6, unique=True)
CALLS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("upper", ()), ("strip", ()), ("split", (".",)), ("split", ()), ("endswith", ("a",)), ("replace", ("a", "bb")),
    ("rpartition", ("/",)), ("find", ("1",)), ("isdigit", ()), ("encode", ()), ("index", ("a",)), ("zfill", (9,)),
)  # fmt: skip


def may_be(claimed: Value, real: Any) -> bool:
    if isinstance(claimed, Constant):
        return bool(claimed.payload == real)
    if isinstance(claimed, Scalar):
        return claimed.type_name == type(real).__name__ and (claimed.among is None or real in claimed.among)
    if isinstance(claimed, Sequence):
        items = claimed.known
        return items is not None and len(items) == len(real) and all(map(may_be, items, real))
    return False


@pytest.mark.parametrize(("name", "arguments"), CALLS)
@given(texts=TEXTS)
def test_methods(name: str, arguments: tuple[Any, ...], texts: list[str]) -> None:
    with limited(Budget(100_000)):
        found = method(Scalar("str", among=tuple(texts)), name, Arguments(tuple(map(Constant, arguments))))
    if found is not None:
        assert all(may_be(found, getattr(text, name)(*arguments)) for text in texts)


@given(texts=TEXTS, other=st.text("ab", max_size=3))
def test_functions(texts: list[str], other: str) -> None:
    text = Scalar("str", among=tuple(texts))
    with limited(Budget(100_000)):
        found = each(lambda left, right: left + right, text, Constant(other))
        twice = each(lambda left, right: left + right, text, Scalar("str", among=("a", "b")))
    assert found is not None and all(may_be(found, one + other) for one in texts)
    assert twice is None


def test_one_of_known_texts() -> None:
    found = one_text((Constant("a"), Scalar("str", among=("b", "a")), Constant("c")))
    assert found is not None and found.among == ("a", "b", "c")
    assert one_text((Constant("a"), Constant(1))) is None
    assert one_text((Constant("a"), Scalar("str"))) is None
    assert one_text((Constant("a"), Constant("a"))) is None

"""For known arguments a declared function gives Python's own answer, or says that it does not know; never another."""

from __future__ import annotations

import builtins
import collections
import itertools
import math
import operator
import os.path
import pathlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shapecheck.core.containers import Mapping, Sequence
from shapecheck.core.convert import to_python, to_value
from shapecheck.core.outcome import Undecided
from shapecheck.core.plain import Constant, Scalar
from shapecheck.core.value import Unknown, Value
from shapecheck.frameworks import find
from tests.fakes import FakeContext, run

numbers = st.one_of(st.integers(-50, 50), st.booleans(), st.floats(-9, 9, width=16))
scalars = st.one_of(numbers, st.text("ab1.- ", max_size=4), st.none())
lists = st.lists(numbers, max_size=6)
mixed = st.lists(scalars, max_size=5)
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def python_function(path: str) -> Any:
    module, _, name = path.rpartition(".")
    owners: dict[str, Any] = {"builtins": builtins, "math": math, "itertools": itertools, "operator": operator}
    owners |= {"collections": collections, "os.path": os.path, "itertools.chain": itertools.chain}
    return getattr(owners[module], name)


def agrees(value: Value, expected: Any) -> bool:
    """What is said of the value is true of the expected result."""
    if isinstance(value, Unknown):
        return True
    if isinstance(value, Scalar):
        among = value.among is None or expected in value.among
        return among and (type(expected).__name__ == value.type_name or isinstance(expected, (int, float)))
    if isinstance(value, Sequence):
        wanted = list(expected)
        if value.type_name in ("list", "tuple", "set", "frozenset") and type(expected).__name__ != value.type_name:
            return False
        known = value.known
        if known is None:
            return True
        if value.type_name in ("set", "frozenset"):
            return len(known) == len(wanted) and all(any(agrees(one, other) for other in wanted) for one in known)
        return len(known) == len(wanted) and all(map(agrees, known, wanted))
    if isinstance(value, Mapping):
        right = all(key in expected and agrees(item, expected[key]) for key, item in value.items.items())
        return right and (value.open or len(value.items) == len(expected))
    try:
        found = to_python(value)
    except Undecided:
        return True
    return type(found) is type(expected) and (found == expected or (found != found and expected != expected))


def check(path: str, *arguments: Any, **keywords: Any) -> Value:
    value = run(FakeContext(), path, *map(to_value, arguments), **{k: to_value(v) for k, v in keywords.items()})
    try:
        expected = python_function(path)(*arguments, **keywords)
        if isinstance(expected, collections.abc.Iterator):
            expected = list(itertools.islice(expected, 5000))
    except Exception:
        assert isinstance(value, (Unknown, Scalar)) or value is not None
        return value
    assert agrees(value, expected), f"{path}{arguments}{keywords}: {value!r}, but Python says {expected!r}"
    return value


SCALAR = "builtins.int builtins.float builtins.bool builtins.str builtins.repr builtins.abs builtins.round builtins.bin"
WHOLE = "sqrt floor ceil trunc exp log log2 log10 sin cos factorial isnan isinf fabs degrees gamma erf isqrt prod fsum"


@pytest.mark.parametrize("path", SCALAR.split())
@few
@given(scalars)
def test_one_scalar(path: str, value: Any) -> None:
    check(path, value)


@pytest.mark.parametrize("name", WHOLE.split())
@few
@given(numbers)
def test_math(name: str, value: Any) -> None:
    check(f"math.{name}", value)


TWO = (
    "math.pow math.gcd math.comb math.fmod math.isclose math.atan2 builtins.divmod builtins.pow builtins.round "
    "builtins.max builtins.min operator.add operator.mul operator.sub operator.truediv operator.eq"
)


@pytest.mark.parametrize("path", TWO.split())
@few
@given(numbers, numbers)
def test_two_numbers(path: str, left: Any, right: Any) -> None:
    check(path, left, right)


@few
@given(st.text("0123456789abxo_-+. eE", max_size=6), st.integers(-1, 37))
def test_numbers_of_texts(text: str, base: int) -> None:
    check("builtins.int", text)
    check("builtins.float", text)
    check("builtins.int", text, base)


OF_LISTS = "list tuple set frozenset sum max min sorted any all len enumerate reversed zip iter"


@pytest.mark.parametrize("name", OF_LISTS.split())
@few
@given(lists)
def test_one_list(name: str, items: list[Any]) -> None:
    check(f"builtins.{name}", items)
    check(f"builtins.{name}", tuple(items))


@pytest.mark.parametrize("name", OF_LISTS.split())
@few
@given(mixed)
def test_mixed_list(name: str, items: list[Any]) -> None:
    check(f"builtins.{name}", items)


@pytest.mark.parametrize("name", ["list", "tuple", "set", "sorted", "len", "enumerate", "max", "any"])
@few
@given(st.text("abc", max_size=5))
def test_text_as_sequence(name: str, text: str) -> None:
    check(f"builtins.{name}", text)


@few
@given(lists, st.integers(-5, 5), st.booleans())
def test_options(items: list[Any], start: int, backward: bool) -> None:
    check("builtins.enumerate", items, start)
    check("builtins.sum", items, start)
    check("builtins.sorted", items, reverse=backward)
    check("builtins.max", items, default=start)


@few
@given(st.integers(-9, 9), st.integers(-9, 300), st.integers(-3, 4))
def test_range(start: int, stop: int, step: int) -> None:
    check("builtins.range", stop)
    check("builtins.range", start, stop)
    check("builtins.range", start, stop, step)
    size = run(FakeContext(), "builtins.range", *map(to_value, (start, stop, step))).length(FakeContext())
    if step:
        assert to_python(size) == len(range(start, stop, step))


@few
@given(mixed, mixed, st.integers(0, 3))
def test_itertools(left: list[Any], right: list[Any], size: int) -> None:
    for name in ("chain", "product", "zip_longest"):
        check(f"itertools.{name}", left, right)
    check("itertools.product", left, repeat=size)
    for name in ("combinations", "permutations"):
        check(f"itertools.{name}", left, size)
    check("itertools.islice", left, size)
    check("itertools.repeat", size, size)
    check("itertools.chain.from_iterable", [left, right])
    check("builtins.zip", left, right)


@few
@given(st.lists(st.tuples(st.text("ab", max_size=2), numbers), max_size=4))
def test_dicts(pairs: list[tuple[str, Any]]) -> None:
    check("builtins.dict", pairs)
    check("builtins.dict", dict(pairs))
    check("collections.OrderedDict", pairs)
    check("collections.Counter", [key for key, _ in pairs])
    check("builtins.dict", pairs, a=1)


paths = st.text("ab./", max_size=8)


@few
@given(paths, paths)
def test_paths(left: str, right: str) -> None:
    for name in ("basename", "dirname", "split", "splitext", "normpath", "isabs"):
        check(f"os.path.{name}", left)
    check("os.path.join", left, right)
    context = FakeContext()
    mine = run(context, "pathlib.Path", Constant(left), Constant(right))
    real = pathlib.PurePosixPath(left, right)
    for name in ("name", "stem", "suffix"):
        assert agrees(context.attribute(mine, name), getattr(real, name)), (left, right, name)
    assert agrees(run(context, "builtins.str", mine), str(real))
    assert agrees(run(context, "builtins.str", context.attribute(mine, "parent")), str(real.parent))
    joined = mine.binary(context, "/", Constant(right), False)
    assert joined is not None
    assert agrees(run(context, "builtins.str", joined), str(real / right))


anything = st.one_of(scalars, lists, st.tuples(numbers), st.dictionaries(st.text("ab"), numbers, max_size=2))
KINDS = ["int", "float", "bool", "str", "list", "tuple", "dict", "set", "complex", "bytes", "object", "type"]


@pytest.mark.parametrize("name", KINDS)
@few
@given(anything)
def test_isinstance(name: str, value: Any) -> None:
    context = FakeContext()
    cls = find(f"builtins.{name}")
    assert isinstance(cls, Value)
    answer = run(context, "builtins.isinstance", to_value(value), cls)
    assert agrees(answer, isinstance(value, getattr(builtins, name)))
    assert not isinstance(answer, Unknown)


def test_what_is_too_large_is_not_computed() -> None:
    big = Constant(10**9)
    for path, arguments in {
        "math.factorial": (big,), "builtins.pow": (big, big), "math.comb": (big, Constant(10**8)),
        "builtins.range": (big,), "builtins.format": (Constant(1), Constant("999999999d")),
    }.items():  # fmt: skip
        assert isinstance(run(FakeContext(), path, *arguments), (Scalar, Sequence))
    assert isinstance(run(FakeContext(), "builtins.int", Constant("9" * 10**6)), Scalar)
    assert isinstance(run(FakeContext(), "builtins.bytes", big), Scalar)

"""Built-ins on sizes and on sequences that are known in part."""

from __future__ import annotations

import math
from itertools import product

import pytest

from shapecheck.core.containers import Sequence
from shapecheck.core.dim import Dim
from shapecheck.core.plain import Constant, Scalar
from shapecheck.core.truth import Truth
from shapecheck.core.value import Arguments, Native, Unknown, Value
from tests.fakes import FakeContext, run

N, M = Dim.named("n"), Dim.named("m", low=1)


def sizes(value: Value) -> Dim:
    assert isinstance(value, Constant)
    assert value.dim is not None
    return value.dim


@pytest.mark.parametrize(
    ("start", "stop", "step"), [(None, N, None), (2, N, None), (N, M, None), (0, N, 3), (N, 0, -2), (M, N, -1)]
)
def test_length_of_a_range(start: Dim | int | None, stop: Dim | int, step: int | None) -> None:
    given = [Constant(part) for part in (start, stop, step) if part is not None]
    length = sizes(run(FakeContext(), "builtins.range", *given).length(FakeContext()))
    for n, m in product(range(6), range(1, 6)):
        real = {"n": n, "m": m}
        numbers = [Dim.of(part).evaluate(real) for part in (start, stop, step) if part is not None]
        assert length.evaluate(real) == len(range(*numbers))


@pytest.mark.parametrize(
    ("path", "python"),
    [("builtins.int", lambda n, m: int(n / m)), ("math.floor", lambda n, m: math.floor(n / m)),
     ("math.ceil", lambda n, m: math.ceil(n / m)), ("math.trunc", lambda n, m: math.trunc(n / m))],
)  # fmt: skip
def test_rounded_quotients(path: str, python: object) -> None:
    found = sizes(run(FakeContext(), path, Scalar("float", quotient=(N, M))))
    for n, m in product(range(9), range(1, 6)):
        assert found.evaluate({"n": n, "m": m}) == python(n, m)  # type: ignore[operator]


def test_quotients_that_may_be_negative_are_not_sizes() -> None:
    for path in ("builtins.int", "math.floor", "math.ceil"):
        assert isinstance(run(FakeContext(), path, Scalar("float", quotient=(N - 3, M))), Scalar)


def test_extremes_of_sizes() -> None:
    largest = sizes(run(FakeContext(), "builtins.max", Constant(N), Constant(3)))
    least = sizes(run(FakeContext(), "builtins.min", Sequence.list((Constant(N), Constant(M), Constant(4)))))
    for n, m in product(range(6), range(1, 6)):
        assert largest.evaluate({"n": n}) == max(n, 3)
        assert least.evaluate({"n": n, "m": m}) == min(n, m, 4)


def test_sums_and_products_of_sizes() -> None:
    items = Sequence.list((Constant(N), Constant(2), Constant(M)))
    assert sizes(run(FakeContext(), "builtins.sum", items)) == N + M + 2
    assert sizes(run(FakeContext(), "math.prod", items)) == N * M * 2
    many = Sequence("list", (Constant(1),), Constant(5), N)
    assert sizes(run(FakeContext(), "builtins.sum", many)) == N * 5 + 1


def test_sizes_keep_their_origin() -> None:
    context = FakeContext()
    size = Dim.of(80, context.origin("80 characters"))
    for path in ("builtins.int", "builtins.len"):
        value = Constant(size) if path == "builtins.int" else Sequence("list", (), Scalar("str"), size)
        found = sizes(run(context, path, value))
        assert found.origin is not None
        assert found.origin.what == "80 characters"


def rows(count: Dim) -> Sequence:
    return Sequence("list", (Constant("header"),), Scalar("str"), count)


def test_partly_known_sequences_go_through() -> None:
    context = FakeContext()
    made = {
        name: run(context, f"builtins.{name}", rows(N))
        for name in ("list", "tuple", "iter", "reversed", "sorted", "set")
    }
    for name, found in made.items():
        assert isinstance(found, Sequence)
        if name != "set":
            assert found.size == N + 1
    numbered = run(context, "builtins.enumerate", rows(N))
    assert isinstance(numbered, Sequence)
    assert numbered.count == N
    assert isinstance(numbered.items[0], Sequence)
    assert numbered.items[0].items[0].key() == Constant(0).key()
    pairs = run(context, "builtins.zip", rows(N), Sequence("list", (), Scalar("int"), N + 1))
    assert isinstance(pairs, Sequence)
    assert pairs.size.equals(N + 1) is Truth.YES
    upper = Native("upper", lambda context, arguments: Scalar("str", length=Dim.of(1)))
    assert run(context, "builtins.map", upper, rows(N)).length(context).key() == Constant(N + 1).key()  # type: ignore[attr-defined]


def test_next_takes_what_is_in_front() -> None:
    context = FakeContext()
    iterator = run(context, "builtins.iter", rows(Dim.of(2)))
    assert run(context, "builtins.next", iterator).key() == Constant("header").key()
    assert isinstance(run(context, "builtins.next", iterator), Scalar)
    assert iterator.length(context).key() == Constant(1).key()
    run(context, "builtins.next", iterator)
    assert isinstance(run(context, "builtins.next", iterator), Unknown)


def test_any_and_all_of_what_is_not_known() -> None:
    maybe = Unknown("a condition")
    context = FakeContext()
    cases = [
        ("any", (Constant(1), maybe), True), ("any", (maybe, Constant(0)), None), ("any", (Constant(0),), False),
        ("all", (Constant(0), maybe), False), ("all", (maybe, Constant(1)), None), ("all", (Constant(1),), True),
    ]  # fmt: skip
    for name, items, answer in cases:
        assert run(context, f"builtins.{name}", Sequence.list(items)).truth(context) is answer
    assert run(context, "builtins.any", Sequence("list", (), Constant(1), N)).truth(context) is None
    assert run(context, "builtins.any", Sequence("list", (), Constant(1), M)).truth(context) is True
    assert run(context, "builtins.all", Sequence("list", (), Constant(0), M)).truth(context) is False


def test_the_same_question_has_the_same_key() -> None:
    context, value = FakeContext(), Unknown("x")
    from shapecheck.frameworks import find

    kind = find("builtins.int")
    assert isinstance(kind, Value)
    assert (
        run(context, "builtins.isinstance", value, kind).key() == run(context, "builtins.isinstance", value, kind).key()
    )
    name = Constant("a")
    assert run(context, "builtins.hasattr", value, name).key() == run(context, "builtins.hasattr", value, name).key()


def test_filter() -> None:
    context = FakeContext()
    odd = Native("odd", lambda context, arguments: Constant(arguments.positional[0].payload % 2 == 1))  # type: ignore[attr-defined]
    found = run(context, "builtins.filter", odd, Sequence.list(map(Constant, range(5))))
    assert isinstance(found, Sequence)
    assert [item.payload for item in found.items] == [1, 3]  # type: ignore[attr-defined]
    maybe = Native("maybe", lambda context, arguments: Unknown("a test"))
    some = run(context, "builtins.filter", maybe, rows(N))
    assert isinstance(some, Sequence)
    assert some.known is None


def test_open_calls_are_not_known() -> None:
    from shapecheck.frameworks import find

    for path in ("builtins.max", "builtins.zip", "builtins.int", "os.path.join", "builtins.map"):
        function = find(path)
        assert isinstance(function, Value)
        found = function.call(FakeContext(), Arguments((Sequence.list((Constant(1),)),), open=True))
        assert not isinstance(found, Constant)

"""Shapes of results: what comes back as an expression is what the framework gives for sizes that were not tried."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from shapecheck.dryrun.conversation import Worker
from shapecheck.dryrun.worker.fitting import evaluate, fit, points
from shapecheck.dryrun.worker.shapes import _with_sizes

Json = Any
FRESH = ({"s0": 14, "s1": 10}, {"s0": 3, "s1": 27}, {"s0": 45, "s1": 44})
"""Sizes to compare with; none of them is tried."""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    for framework in ("numpy", "torch", "tensorflow", "keras"):
        pytest.importorskip(framework)
    with Worker(sys.executable, call_seconds=60) as made:
        yield made


def tensor(library: str, *shape: Json, dtype: str | None = "float32", **more: Json) -> Json:
    return {"is": "tensor", "library": library, "shape": list(shape), "dtype": dtype, **more}


def ask(path: str, *args: Json, constructor: Json = None, **kwargs: Json) -> Json:
    made = {} if constructor is None else {"constructor": {"args": [], "kwargs": constructor}}
    symbols = {"s0": [1, None], "s1": [1, None]}
    return {"ask": "shape", "path": path, "args": list(args), "kwargs": kwargs, "symbols": symbols, **made}


def shapes(outline: Json) -> list[Json]:
    """The shapes of all tensors in a result."""
    if outline["is"] == "tensor":
        return [outline["shape"]]
    return [shape for part in outline.get("items", ()) for shape in shapes(part)]


KNOWN = [
    ask("torch.cdist", tensor("torch", "s0", 5, 3), tensor("torch", "s0", "s1", 3)),
    ask("torch.nn.functional.avg_pool1d", tensor("torch", "s0", 5, "s1"), 3),
    ask("torch.linalg.svd", tensor("torch", "s0", "s1"), full_matrices=False),
    ask("torch.nn.functional.pixel_unshuffle", tensor("torch", "s0", 3, ["*", 2, "s1"], 8), 2),
    ask("torch.Tensor.unfold", tensor("torch", "s0", ["+", "s1", 8]), 1, 4, 2),
    ask("torch.nn.Bilinear", tensor("torch", "s0", 5), tensor("torch", "s0", 6),
        constructor={"in1_features": 5, "in2_features": 6, "out_features": 7}),
    ask("torch.topk", tensor("torch", "s0", 9, dtype=None), 5),
    ask("numpy.kron", tensor("numpy", "s0", 4), tensor("numpy", 3, "s1")),
    ask("numpy.linalg.qr", tensor("numpy", "s0", 4), mode="complete"),
    ask("numpy.outer", tensor("numpy", "s0", 4), tensor("numpy", "s1", 3)),
    ask("numpy.pad", tensor("numpy", "s0", "s1"), 2),
    ask("tensorflow.signal.stft", tensor("tensorflow", "s0", 1000), 256, 128),
    ask("tensorflow.linalg.diag", tensor("tensorflow", "s0", "s1")),
    ask("keras.ops.kron", tensor("keras", "s0", 4), tensor("keras", 3, "s1")),
    ask("keras.layers.ZeroPadding2D", tensor("keras", "s0", 4, "s1", 8), constructor={"padding": 2}),
    ask("keras.losses.MeanSquaredError", tensor("keras", "s0", "s1"), tensor("keras", "s0", "s1"), constructor={}),
]  # fmt: skip


@pytest.mark.oracle
@pytest.mark.parametrize("question", KNOWN, ids=lambda question: question["path"])
def test_expressions_hold_for_other_sizes(worker: Worker, question: Json) -> None:
    said = worker.ask(question)
    assert said["outcome"] == "known", said
    found = shapes(said["result"])
    assert None not in [size for shape in found for size in shape]
    for sizes in FRESH:
        real = worker.ask({**_with_sizes(question, sizes), "ask": "call"})
        assert real["outcome"] == "accepted", real
        assert [[evaluate(size, sizes) for size in shape] for shape in found] == shapes(real["result"])


UNKNOWN = [
    ask("torch.nonzero", tensor("torch", "s0", 4)),
    ask("torch.unique", tensor("torch", 9)),
    ask("torch.bincount", tensor("torch", 9, dtype="int64")),
    ask("torch.Tensor.item", tensor("torch")),
    ask("torch.squeeze", tensor("torch", "s0", 1, 3)),
    ask("numpy.unique", tensor("numpy", 9, dtype="int64")),
    ask("numpy.nonzero", tensor("numpy", "s0", 4)),
    ask("numpy.bincount", tensor("numpy", 9, dtype="int64", low=0, high=9)),
    ask("numpy.real_if_close", tensor("numpy", "s0", dtype="complex64")),
    ask("numpy.repeat", tensor("numpy", 9), tensor("numpy", 9, dtype="int64")),
    ask("keras.ops.nonzero", tensor("keras", 9)),
]  # fmt: skip


@pytest.mark.oracle
@pytest.mark.parametrize("question", UNKNOWN, ids=lambda question: question["path"])
def test_what_depends_on_elements_is_not_known(worker: Worker, question: Json) -> None:
    """Nor what depends on a size being 1."""
    said = worker.ask(question)
    assert said["outcome"] == "refused" or None in shapes(said["result"])[0], said


@pytest.mark.oracle
def test_what_holds_for_a_few_sizes_is_not_known(worker: Worker) -> None:
    """A length is 7; a length is a multiple of 8."""
    seven = ask("torch.Tensor.view", tensor("torch", "s0", 4), 7, 4)
    eight = ask("torch.nn.functional.pixel_unshuffle", tensor("torch", 1, 3, "s0", 8), 8)
    for question in (seven, eight):
        assert worker.ask(question)["outcome"] == "refused"


@pytest.mark.oracle
def test_a_number_is_known_to_be_one_and_no_more(worker: Worker) -> None:
    said = worker.ask(ask("numpy.array_equal", tensor("numpy", 9), tensor("numpy", 9)))
    assert said == {"id": said["id"], "outcome": "known", "result": {"is": "bool"}}


@pytest.mark.oracle
def test_pieces_are_not_taken_for_a_line(worker: Worker) -> None:
    """The least of a size and 100; the greatest power: neither is a polynomial."""
    said = worker.ask(ask("numpy.linalg.qr", tensor("numpy", "s0", 100)))
    assert shapes(said["result"]) == [["s0", None], [None, 100]]


@pytest.mark.oracle
def test_dtypes_that_follow_an_unknown_one_are_unknown(worker: Worker) -> None:
    said = worker.ask(ask("torch.topk", tensor("torch", "s0", 9, dtype=None), 5))
    assert [part["dtype"] for part in said["result"]["items"]] == [None, "int64"]


@pytest.mark.oracle
def test_a_call_that_fails_for_all_sizes_is_told_in_the_frameworks_words(worker: Worker) -> None:
    said = worker.ask(ask("torch.matmul", tensor("torch", "s0", 3), tensor("torch", 4, "s1")))
    assert said["outcome"] == "raised" and said["type"] == "RuntimeError"


@pytest.mark.oracle
def test_nothing_is_made_that_needs_memory(worker: Worker) -> None:
    """4 TB of weights."""
    layer = {"in_features": 10**6, "out_features": 10**6}
    said = worker.ask(ask("torch.nn.Linear", tensor("torch", "s0", 10**6), constructor=layer))
    assert shapes(said["result"]) == [["s0", 10**6]]
    large = worker.ask(ask("numpy.kron", tensor("numpy", 10**5, 4), tensor("numpy", 3, "s1")))
    assert large["outcome"] == "refused"


# -- the arithmetic ----------------------------------------------------------------------------------------------------


def fitted(expression: Json, symbols: dict[str, list[int | None]], literals: set[int]) -> Json:
    tried = points(symbols, literals)
    return fit(tried, [evaluate(expression, point) for point in tried])


@pytest.mark.parametrize(
    "expression",
    [3, "a", ["+", "a", "b"], ["+", ["*", 3, "a"], -1], ["*", "a", "b"], ["+", ["*", "a", "b", "c"], ["*", 2, "c"]]],
    ids=str,
)
def test_polynomials_are_found(expression: Json) -> None:
    symbols: dict[str, list[int | None]] = {"a": [1, None], "b": [1, None], "c": [2, None]}
    found = fitted(expression, symbols, {8})
    for sizes in ({"a": 5, "b": 50, "c": 9}, {"a": 101, "b": 2, "c": 77}):
        assert evaluate(found, sizes) == evaluate(expression, sizes)


@pytest.mark.parametrize(
    "expression",
    [["//", "a", 2], ["%", "a", 5], ["min", "a", 100], ["max", "a", 3], ["*", "a", "a"], ["min", "a", "b"]],
    ids=str,
)  # fmt: skip
def test_what_is_no_polynomial_is_not_taken_for_one(expression: Json) -> None:
    assert fitted(expression, {"a": [1, None], "b": [1, None]}, {100, 5}) is None


def test_sizes_stay_within_their_bounds() -> None:
    for point in points({"a": [4, 9], "b": [None, 2], "c": [50, None]}, {1000}):
        assert 4 <= point["a"] <= 9 and 1 <= point["b"] <= 2 and point["c"] >= 50


def test_too_many_sizes_are_not_tried() -> None:
    with pytest.raises(ValueError, match="too many sizes"):
        points({f"s{i}": [1, None] for i in range(7)}, set())

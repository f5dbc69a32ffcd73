"""A call in JSON: sizes get representatives, and what cannot be spelt is not asked about."""

from __future__ import annotations

from typing import Any

import pytest

from shapecheck.core.containers import Slice
from shapecheck.core.dim import Dim
from shapecheck.core.outcome import Undecided
from shapecheck.core.plain import Constant
from shapecheck.core.shape import Shape
from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Native, Unknown
from shapecheck.dryrun.encode import question
from shapecheck.frameworks.dtypes import DTypeValue

from .calls import LIBRARIES, batch, call, tensor


def args(*values: Any, path: str = "numpy.dot") -> list[Any]:
    found: list[Any] = question(call(path, *values)).json["args"]
    return found


def test_a_call_as_it_was_given() -> None:
    asked = question(call("numpy.reshape", tensor("numpy", 2, 3), (3, -1), order="C"))
    assert asked.json.pop("names", []) == []
    assert asked.json == {
        "ask": "call",
        "path": "numpy.reshape",
        "args": [
            {"is": "tensor", "library": "numpy", "shape": [2, 3], "dtype": "float32"},
            {"is": "tuple", "items": [3, -1]},
        ],
        "kwargs": {"order": "C"},
    }
    assert asked.exact


def test_names_of_other_versions() -> None:
    """A function before an operator, for they speak of other libraries' arrays in other words."""
    json = question(call("keras.ops.matmul", tensor("keras", 2, 3), tensor("keras", 3, 4))).json
    assert json["path"].startswith("keras.ops.") and json["names"][-1].endswith("__")


def test_a_call_by_its_parameters() -> None:
    """Without the arguments as given: by position up to the first that was left out, the rest by name."""
    made = call("numpy.sum", tensor("numpy", 2, 3), keepdims=True, by_hand=True)
    json = question(made).json
    assert len(json["args"]) == 1 and json["kwargs"] == {"keepdims": True}


def test_a_layer_with_its_constructor() -> None:
    json = question(call("keras.layers.Dense", tensor("keras", "batch", 3), constructor={"units": 4})).json
    assert json["constructor"] == {"args": [], "kwargs": {"units": 4}}
    assert json["args"][0]["shape"] == [32, 3] and json["args"][0]["open"] == [0]


@pytest.mark.parametrize(
    ("size", "number"),
    [(batch(20), 20), (Dim.named("batch"), 32), (Dim.named("width", low=8), 11), (Dim.named("n", low=1) * 2, 14)],
)
def test_representatives(size: Dim, number: int) -> None:
    x = Tensor(Shape((size, 3)), "float32", LIBRARIES["numpy"])
    assert args(x, 2)[0]["shape"] == [number, 3]


def test_named_sizes_differ_from_each_other_and_from_numbers() -> None:
    left, right = args(tensor("numpy", "a", 7, "b"), tensor("numpy", "b", "a"))
    assert left["shape"] == [11, 7, 13] and right["shape"] == [13, 11]


def test_a_batch_of_large_samples_is_small() -> None:
    assert args(tensor("numpy", "batch", 3, 1000, 1000), 2)[0]["shape"][0] == 3


def test_unknown_sizes_are_not_spelt() -> None:
    with pytest.raises(Undecided):
        args(tensor("numpy", None, 3), 2)
    with pytest.raises(Undecided):
        args(Tensor(Shape.unknown(), "float32", LIBRARIES["numpy"]), 2)


def test_unknown_sizes_are_asked_about_in_graphs() -> None:
    asked = question(call("tensorflow.matmul", tensor("tensorflow", None, 3), tensor("tensorflow", 4, 5)))
    assert asked.json["unsized"] and asked.json["args"][0]["open"] == [0]
    assert not asked.exact


def test_an_unknown_dtype_is_not_exact() -> None:
    assert not question(call("numpy.dot", tensor("numpy", 2, dtype=None), 2)).exact


def test_what_shapes_do_not_depend_on_is_left_out() -> None:
    made = call("keras.layers.Dense", tensor("keras", 2, 3),
                constructor={"units": 4, "kernel_initializer": Unknown("a function of the program's")})  # fmt: skip
    asked = question(made)
    assert asked.json["constructor"]["kwargs"] == {"units": 4}
    assert not asked.exact


def test_facts_that_decide_values() -> None:
    found = args(tensor("numpy", 5, dtype="int64", low=0, high=9, attained=True), 1)[0]
    assert (found["low"], found["high"], found["attained"]) == (0, 9, True)
    assert args(tensor("numpy", 5, 3, one_hot=True), 1)[0]["one_hot"] is True
    assert args(tensor("numpy", 2, constant=(1, 2)), 1)[0]["constant"] == (1, 2)
    assert "constant" not in args(tensor("numpy", 3, constant=(1, 2)), 1)[0]


def test_the_order_in_memory() -> None:
    view = {"path": "torch.Tensor.view"}
    made = call(view["path"], tensor("torch", 4, 3, 8, contiguous=False, order=(0, 2, 1)), 4, 24)
    assert question(made).json["args"][0]["order"] == [0, 2, 1] and question(made).exact
    assert not question(call(view["path"], tensor("torch", 4, 3, 8, contiguous=False), 4, 24)).exact


@pytest.mark.parametrize(
    ("value", "spelt"),
    [
        (Constant(...), {"is": "ellipsis"}),
        (2j, {"is": "complex", "items": [0.0, 2.0]}),
        (Slice(Constant(1), Constant(None)), {"is": "slice", "items": [1, None, None]}),
        (DTypeValue("int64"), {"is": "dtype", "name": "int64"}),
        (Native("torch.relu", lambda c, a: Unknown("")), {"is": "name", "path": "torch.relu"}),
        (Native("tensorflow.keras.ops.relu", lambda c, a: Unknown("")), {"is": "name", "path": "keras.ops.relu"}),
        ([1, (2.5, None)], {"is": "list", "items": [1, {"is": "tuple", "items": [2.5, None]}]}),
        ({"a": True}, {"is": "dict", "items": [{"is": "tuple", "items": ["a", True]}]}),
    ],
)  # fmt: skip
def test_arguments(value: Any, spelt: Any) -> None:
    assert args(tensor("numpy", 2), value)[1] == spelt


@pytest.mark.parametrize("value", [Unknown("no idea"), b"bytes"])
def test_arguments_that_cannot_be_spelt(value: Any) -> None:
    with pytest.raises(Undecided):
        args(tensor("numpy", 2), value)


def test_where_the_result_goes_is_left_out() -> None:
    assert question(call("numpy.dot", tensor("numpy", 2), 2, out=Unknown("an array"))).json["kwargs"] == {}

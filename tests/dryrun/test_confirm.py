"""Findings and the real frameworks: confirmed in their words, or taken back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from shapecheck.core.dim import Dim
from shapecheck.core.objects import Class, Instance
from shapecheck.core.plain import Constant
from shapecheck.dryrun.confirm import confirm
from shapecheck.dryrun.conversation import Worker
from shapecheck.dryrun.memory import Memory
from shapecheck.dryrun.words import essence
from shapecheck.findings import Finding, Severity
from shapecheck.interp.trace import Call

from .calls import batch, call, disagreeing, finding, tensor


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(sys.executable) as made:
        yield made


def ask(worker: Worker, made: Call, **more: Any) -> Finding | None:
    """What becomes of a finding on this call; None if it is withdrawn."""
    kept = confirm([(finding(made, **more), made)], Memory(worker)).kept
    return kept[0][0] if kept else None


def words(worker: Worker, made: Call) -> str:
    """The framework's own words for a call that we say fails."""
    assert made.mismatch is not None
    told = ask(worker, made)
    assert told is not None
    library = made.spec.path.partition(".")[0]
    assert told.confirmed == f"{library} {worker.load(library)}"
    return told.runtime[0]


def labels(library: str, *shape: Any, high: int = 9) -> Any:
    return tensor(library, *shape, dtype="int64", low=0, high=high, attained=True)


# -- each framework says so --------------------------------------------------------------------------------------------


@pytest.mark.oracle
def test_numpy(worker: Worker) -> None:
    made = call("numpy.dot", tensor("numpy", 2, 3), tensor("numpy", 4, 5))
    assert words(worker, made) == "shapes (2,3) and (4,5) not aligned: 3 (dim 1) != 4 (dim 0)"


@pytest.mark.oracle
def test_a_method_of_numpy(worker: Worker) -> None:
    made = call("numpy.ndarray.reshape", tensor("numpy", 60000, 28, 28, dtype="uint8"), 60000, 756)
    assert words(worker, made) == "cannot reshape array of size 47040000 into shape (60000,756)"


@pytest.mark.oracle
def test_torch(worker: Worker) -> None:
    made = call("torch.matmul", tensor("torch", "batch", 3), tensor("torch", 4, 5))
    assert words(worker, made) == "mat1 and mat2 shapes cannot be multiplied (32x3 and 4x5)"


@pytest.mark.oracle
def test_a_layer_of_torch(worker: Worker) -> None:
    made = call("torch.nn.Linear", tensor("torch", "batch", 28), constructor={"in_features": 784, "out_features": 256})
    assert words(worker, made) == "mat1 and mat2 shapes cannot be multiplied (32x28 and 784x256)"


@pytest.mark.oracle
def test_labels_reach_the_class_that_is_missing(worker: Worker) -> None:
    made = call("torch.nn.CrossEntropyLoss", tensor("torch", "batch", 9), labels("torch", "batch"), constructor={})
    assert ask(worker, disagreeing(made)).runtime[0] == "Target 9 is out of bounds."  # type: ignore[union-attr]


@pytest.mark.oracle
def test_labels_and_predictions_in_each_others_place(worker: Worker) -> None:
    made = call("torch.nn.CrossEntropyLoss", labels("torch", "batch"), tensor("torch", "batch", 9), constructor={})
    told = ask(worker, disagreeing(made))
    assert told is not None and told.confirmed


@pytest.mark.oracle
def test_a_view_of_a_transposed_tensor(worker: Worker) -> None:
    made = call("torch.Tensor.view", tensor("torch", 4, 3, 8, contiguous=False, order=(0, 2, 1)), 4, 24)
    assert words(worker, made).startswith("view size is not compatible with input tensor's size and stride")


@pytest.mark.oracle
def test_a_layer_too_large_to_be_made(worker: Worker) -> None:
    made = call("torch.nn.Linear", tensor("torch", 2, 5), constructor={"in_features": 10**6, "out_features": 10**6})
    told = ask(worker, made)
    assert told is not None and told.confirmed


@pytest.mark.oracle
def test_keras(worker: Worker) -> None:
    x = tensor("keras", "batch", 28, 28)
    made = call("keras.layers.Conv2D", x, constructor={"filters": 8, "kernel_size": 3})
    assert words(worker, made) == (
        "Input 0 with name 'None' of layer 'conv2d' is incompatible with the layer: expected min_ndim=4, found ndim=3. "
        "Full shape received: (None, 28, 28)"
    )


@pytest.mark.oracle
def test_a_loss_of_keras_speaks_as_in_fit(worker: Worker) -> None:
    rows = tensor("keras", "batch", 80)
    made = call("keras.losses.SparseCategoricalCrossentropy", rows, rows, constructor={})
    assert words(worker, made) == (
        "Argument `output` must have rank (ndim) `target.ndim - 1`. "
        "Received: target.shape=(None, 80), output.shape=(None, 80)"
    )


@pytest.mark.oracle
def test_a_loss_of_keras_looks_at_labels(worker: Worker) -> None:
    made = call("keras.losses.SparseCategoricalCrossentropy", labels("keras", "batch"), tensor("keras", "batch", 9),
                constructor={})  # fmt: skip
    told = ask(worker, disagreeing(made))
    assert told is not None
    assert told.runtime[0].startswith("Received a label value of 9 which is outside the valid range of [0, 9).")


@pytest.mark.oracle
def test_tensorflow(worker: Worker) -> None:
    made = call("tensorflow.Tensor.__add__", tensor("tensorflow", 3), tensor("tensorflow", 2))
    assert words(worker, made) == "Incompatible shapes: [3] vs. [2]"


@pytest.mark.oracle
def test_tensorflow_in_a_graph(worker: Worker) -> None:
    made = call("tensorflow.matmul", tensor("tensorflow", None, 3), tensor("tensorflow", 4, 5))
    assert words(worker, made).startswith("Dimensions must be equal, but are 3 and 4 for '{{node MatMul}}")


@pytest.mark.oracle
def test_a_feed_of_tensorflow_1(worker: Worker) -> None:
    placeholder = call("tensorflow.compat.v1.placeholder", "float32", (None, 1), name="labels")
    value = tensor("tensorflow", "n", 1)
    value.node = (placeholder, ())
    made = call("tensorflow.compat.v1.Session.run", value, tensor("numpy", 3, dtype="int64"))
    assert words(worker, made) == "Cannot feed value of shape (3,) for Tensor labels:0, which has shape (None, 1)"


@pytest.mark.oracle
def test_a_model_with_declared_inputs(worker: Worker) -> None:
    model = Instance(Class("Sequential", path="keras.Sequential"))
    model.state[" inputs"] = tensor("keras", "batch", 784)
    made = call("keras.Input", (784,))
    made.values, made.fixed = {"x": tensor("keras", "batch", 28, 28)}, {"": model}
    told = ask(worker, disagreeing(made))
    assert told is not None and told.runtime[0].startswith("Invalid input shape for input Tensor(\"data:0\"")


@pytest.mark.oracle
def test_a_layer_that_was_built_for_another_length(worker: Worker) -> None:
    layer = Instance(Class("Dense", path="keras.layers.Dense"))
    layer.state[" constructor"] = {"units": Constant(3)}
    made = call("keras.layers.Flatten", tensor("keras", "batch", 4), constructor={})
    made.fixed = {"": layer}
    made.values["inputs"] = tensor("keras", "batch", 4)
    made.arguments |= {"axis": -1, "built_for": Dim.of(7)}
    told = ask(worker, disagreeing(made))
    assert told is not None
    assert told.runtime[0].endswith("axis -1 of input shape to have value 7, but received input with shape (None, 4)")


# -- warnings ----------------------------------------------------------------------------------------------------------


@pytest.mark.oracle
def test_what_runs_but_is_wrong_is_confirmed_with_the_frameworks_warning(worker: Worker) -> None:
    made = call("torch.nn.MSELoss", tensor("torch", "batch", 1), tensor("torch", "batch"), constructor={})
    told = ask(worker, made, severity=Severity.WARNING)
    assert told is not None and told.confirmed
    assert told.runtime[0].startswith("Using a target size (torch.Size([32])) that is different to the input size")


@pytest.mark.oracle
def test_what_should_run_and_does_not_is_not_confirmed(worker: Worker) -> None:
    made = call("numpy.dot", tensor("numpy", 2, 3), tensor("numpy", 4, 5))
    told = ask(worker, made, severity=Severity.WARNING)
    assert told == finding(made, Severity.WARNING)


# -- contradictions ----------------------------------------------------------------------------------------------------


@pytest.mark.oracle
@pytest.mark.parametrize(
    ("path", "library"), [("numpy.dot", "numpy"), ("torch.matmul", "torch"), ("keras.ops.matmul", "keras"),
                          ("tensorflow.matmul", "tensorflow")],
)  # fmt: skip
def test_a_finding_that_the_framework_contradicts_is_withdrawn(worker: Worker, path: str, library: str) -> None:
    made = disagreeing(call(path, tensor(library, "batch", 3), tensor(library, 3, 5)))
    kept, _, _, notes = confirm([(finding(made), made)], Memory(worker))
    assert kept == []
    assert notes == [f"1 finding withdrawn: {library} {worker.load(library)} accepts {made.spec.path} at line 3"]


@pytest.mark.oracle
def test_withdrawn_findings_are_counted(worker: Worker) -> None:
    made = disagreeing(call("numpy.dot", tensor("numpy", 2, 3), tensor("numpy", 3, 5)))
    other = disagreeing(call("numpy.exp", tensor("numpy", 2, 3)))
    kept, withdrawn, _, notes = confirm([(finding(one), one) for one in (made, other)], Memory(worker))
    assert len(withdrawn) == 2
    assert kept == [] and notes[0].startswith("2 findings withdrawn: ")


@pytest.mark.oracle
def test_nothing_is_withdrawn_where_the_call_is_not_exactly_that_of_the_program(worker: Worker) -> None:
    """An unknown dtype, an argument left out, meta tensors."""
    unknown = tensor("numpy", 2, 3, dtype=None)
    made = disagreeing(call("numpy.exp", unknown))
    assert ask(worker, made) == finding(made)
    large = disagreeing(call("torch.exp", tensor("torch", 5000, 5000)))
    assert ask(worker, large) == finding(large)


@pytest.mark.oracle
def test_a_proof_by_a_rule_is_not_contradicted_by_the_call(worker: Worker) -> None:
    """The rule looks at more than this call, which runs."""
    made = call("numpy.exp", tensor("numpy", 2, 3))
    assert made.mismatch is None and ask(worker, made) == finding(made)


@pytest.mark.oracle
def test_what_cannot_be_asked_stands(worker: Worker) -> None:
    made = disagreeing(call("numpy.exp", tensor("numpy", None)))
    assert confirm([(finding(made), made)], Memory(worker)) == (
        [(finding(made), made)], [], [(finding(made), "a size that is not known")], []
    )  # fmt: skip


@pytest.mark.oracle
def test_each_question_is_asked_once(worker: Worker) -> None:
    made = call("numpy.dot", tensor("numpy", batch(20), 3), tensor("numpy", 4, 5))
    before = worker.asked
    pairs = [(finding(made), made), (finding(made).changed(code="SHP999"), made)]
    kept, _, _, notes = confirm(pairs, Memory(worker))
    assert [told.confirmed for told, _ in kept] == [f"numpy {worker.load('numpy')}"] * 2
    assert worker.asked == before + 1 and notes == []


@pytest.mark.oracle
def test_words_that_differ_in_wrappers_are_told_once(worker: Worker) -> None:
    made = call("tensorflow.Tensor.__add__", tensor("tensorflow", 3), tensor("tensorflow", 2))
    said = ("Incompatible shapes: [3] vs. [2] [Op:AddV2]", "what older versions say")
    told = ask(worker, made, runtime=said)
    assert told is not None and told.runtime == ("Incompatible shapes: [3] vs. [2]", "what older versions say")


# -- words -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Exception encountered when calling Sequential.call().\n\n\x1b[1mCannot take it.\x1b[0m\n\n"
         "Arguments received by Sequential.call():\n  • inputs=tf.Tensor", "Cannot take it."),
        ("{{function_node __wrapped__AddV2_device_/job:x}} Incompatible shapes: [3] vs. [2] [Op:AddV2] name: ",
         "Incompatible shapes: [3] vs. [2]"),
        ("Incompatible: In[0]: [2,3]\n\t [[{{node MatMul}}]] [Op:__inference]", "Incompatible: In[0]: [2,3]"),
        ("Received a label value of 9.  Label values: 0 9 -1 [Op:Sparse]", "Received a label value of 9."),
        ("Dimensions must be equal for '{{node MatMul}} = MatMul[T=DT_FLOAT](data, data_1)' with [?,3].",
         "Dimensions must be equal for '{{node MatMul}} = MatMul' with [?,3]."),
        ("a\n\n  b", "a b"),
    ],
)  # fmt: skip
def test_the_essence_of_an_exception(text: str, said: str) -> None:
    assert essence(text) == said


def test_a_long_text_is_cut() -> None:
    assert len(essence("x" * 5000)) == 600

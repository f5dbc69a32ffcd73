"""Every declared op of TensorFlow against the real library, over the samples of its declaration."""

from __future__ import annotations

import inspect
from enum import Enum
from textwrap import dedent
from typing import Any

import pytest

from shapecheck.frameworks.binding import Required
from shapecheck.frameworks.declare import REGISTRY, Spec

from ..programs import run
from . import harness
from . import tensorflow_programs as programs
from . import tensorflow_real as real

pytestmark = pytest.mark.oracle

SPECS = real.own_specs(REGISTRY)
RUNNABLE = [spec for spec in SPECS if spec.samples]

NO_SAMPLE = {
    "tensorflow.Tensor.initialized_value": "of TensorFlow 1",
    "tensorflow.Tensor.name": "only in graphs",
    "tensorflow.compat.v1.losses.get_total_loss": "needs losses in a graph",
    "tensorflow.compat.v1.Session.run": "the check of a feed; programs test it",
    "tensorflow.GradientTape.gradient": "needs what a tape recorded; programs test it",
    "tensorflow.GradientTape.jacobian": "needs what a tape recorded; programs test it",
    "tensorflow.compat.v1.Session.run.feed_dict": "the check of a feed; programs test it",
    "tensorflow.python.ops.while_loop": "the check of a loop; programs test it",
    "tensorflow.data.Dataset.from_generator.element": "the check of what a generator yields; a rule's examples test it",
    "tensorflow.TensorArray.write": "the check of an array's element; programs test it",
    "tensorflow.io.decode_gif": "no such file is made here",
    "tensorflow.io.decode_webp": "no such file is made here",
    "tensorflow.io.decode_jxl": "no such file is made here",
}
"""Declared names that no expression shows, and why."""
_INSIDE = ("tensorflow.nn.rnn_cell.", "tensorflow.distributions.", "tensorflow.estimator.", "tensorflow.contrib.")
NO_SAMPLE |= {spec.path: "what an object of TensorFlow 1 does" for spec in SPECS if spec.path.startswith(_INSIDE)}

LEGACY = {
    "align_corners", "collections", "expected_shape", "optimize", "preferred_dtype", "use_cudnn_on_gpu", "use_resource",
    "_sentinel", "validate_indices", "partition_strategy", "data", "summarize",
}  # fmt: skip
"""Keyword parameters of TensorFlow 1 that the installed one has dropped."""

REJECTED = 0.99
"""Of the samples that the library refuses, how many are refused, too. May only rise."""


@pytest.fixture(scope="module")
def tallies() -> dict[str, harness.Tally]:
    found = {}
    for spec in RUNNABLE:
        tally = found[spec.path] = harness.Tally()
        for sample in spec.samples:
            real.judge(tally, spec, sample)
    return found


@pytest.mark.parametrize("path", [spec.path for spec in RUNNABLE])
def test_agrees(tallies: dict[str, harness.Tally], path: str) -> None:
    """Shape and dtype are TensorFlow's, nothing that runs is refused, and names for lengths give the same."""
    assert not tallies[path].failures
    assert sum(tallies[path].counts.values())


def test_rejects(tallies: dict[str, harness.Tally]) -> None:
    total = harness.Tally()
    for tally in tallies.values():
        total.merge(tally)
    refused = {kind: total.counts[f"refused {kind}"] for kind in ("rejected", "undecided", "accepted")}
    assert refused["rejected"] >= REJECTED * sum(refused.values()), refused


def test_every_name_has_a_sample() -> None:
    assert {spec.path for spec in SPECS if not spec.samples} == set(NO_SAMPLE)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.path)
def test_signature(spec: Spec) -> None:
    """Parameter names, their order and defaults are those of the installed library."""
    function = real.resolve(spec.path)
    if (
        function is None
        or spec.read
        or "Tensor.__" in spec.path
        or (spec.path in NO_SAMPLE and not spec.path.endswith("loss"))
    ):
        assert function is not None or spec.path.startswith("tensorflow.Tensor.") or spec.path in NO_SAMPLE, (
            "no such name"
        )
        return
    theirs = real_parameters(function)
    if theirs is None:
        return
    mine = {
        p.name: p.default
        for p in spec.parameters
        if p.name != "self" and (p.by == "position" or (p.by == "name" and p.name not in LEGACY))
    }
    if any(p.by == "rest" for p in spec.parameters):
        return
    assert list(mine) == list(theirs)
    for name, default in theirs.items():
        if name == "name":
            continue  # what ops are called in a graph
        expected = Required if default is inspect.Parameter.empty else plain(default)
        assert mine[name] == expected or isinstance(default, Enum) or callable(default), name


def real_parameters(function: Any) -> dict[str, Any] | None:
    """The parameters by name; None where the signature says nothing."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    kinds = {parameter.kind for parameter in signature.parameters.values()}
    if inspect.Parameter.VAR_POSITIONAL in kinds:
        return None
    return {
        name: parameter.default for name, parameter in signature.parameters.items() if name not in ("kwargs", "self")
    }


def plain(default: Any) -> Any:
    """A default as declarations write it: dtypes by name, lists as tuples."""
    if isinstance(default, real.tf.dtypes.DType):
        return default.name
    if isinstance(default, list):
        return tuple(default)
    return default


# -- programs --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", programs.EAGER)
def test_eager_program(name: str) -> None:
    compare_names(programs.EAGER[name], "import tensorflow as tf", real.tf)


@pytest.mark.parametrize("name", programs.GRAPHS)
def test_graph_program(name: str) -> None:
    with real.tf.Graph().as_default():
        compare_names(programs.GRAPHS[name], "import tensorflow.compat.v1 as tf", real.tf.compat.v1)


def compare_names(body: str, importing: str, library: Any) -> None:
    """What each name holds at the end of the program, in the analysis and when it is run."""
    body = dedent(body)
    held: dict[str, Any] = {"tf": library, "np": real.np}
    exec(compile(body, "<program>", "exec"), held)
    mine, machine = run(f"import numpy as np\n{importing}\n{body}")
    assert not [call.mismatch for call in machine.trace.calls if call.mismatch]
    answers = {name: harness.compare(mine[name], theirs) for name, theirs in held.items() if comparable(theirs)}
    assert not {name: answer for name, answer in answers.items() if answer.startswith("wrong")}
    assert list(answers.values()).count("agree") >= len(answers) * 0.6, answers


def comparable(held: Any) -> bool:
    """Tensors, arrays, shapes and numbers, and lists of them."""
    if isinstance(held, (list, tuple)):
        return all(map(comparable, held))
    tf, np = real.tf, real.np
    if isinstance(held, tf.Tensor) and not held.shape.is_fully_defined():
        return False  # a graph knows less of it than we may
    return isinstance(held, (tf.Tensor, tf.Variable, tf.TensorShape, np.ndarray, np.generic, int))

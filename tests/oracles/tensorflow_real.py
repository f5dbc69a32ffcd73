"""The real TensorFlow, for the oracle: its tensors as values of the analysis, and the samples of declarations.

A sample is an expression such as `tf.reduce_sum(tf.zeros([2, 3]), axis=1)`: its outermost call, operator, index or
attribute is the declared name, the parts of which are evaluated with the real library.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
# with oneDNN an operand of a wrong rank ends the process instead of raising
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"

import numpy as np
import tensorflow as tf

from shapecheck.core.dim import Dim
from shapecheck.core.shape import Shape
from shapecheck.core.tensor import Facts, Tensor
from shapecheck.core.value import Unknown
from shapecheck.frameworks import load
from shapecheck.frameworks.declare import Spec
from shapecheck.frameworks.dtypes import DTypeValue
from shapecheck.frameworks.numpy.dialect import NUMPY
from shapecheck.frameworks.tensorflow.dialect import TENSORFLOW
from shapecheck.frameworks.tensorflow.ragged import RAGGED
from shapecheck.frameworks.tensorflow.shapes import ShapeValue
from shapecheck.frameworks.tensorflow.sparse import SPARSE

from . import harness

load("tensorflow")

FEW = 64
"""Tensors of whole numbers up to this size keep their elements, as literals and sizes do."""


def _tensor(real: Any) -> Tensor | Unknown:
    dtype = real.dtype.base_dtype.name
    shape = _shape(real.shape).shape
    if real.shape.rank is None:
        return Unknown("a tensor of any rank")
    if not hasattr(real, "numpy") or not tf.executing_eagerly():
        return Tensor(shape, dtype, TENSORFLOW)
    small = dtype in ("int32", "int64") and tf.size(real) <= FEW
    facts = Facts(constant=_nested(real.numpy())) if small else Facts()
    if isinstance(facts.constant, tuple) and real.shape.rank == 1 and facts.constant:
        facts = Facts(constant=facts.constant, low=min(facts.constant), high=max(facts.constant))
    return Tensor(shape, dtype, TENSORFLOW, facts)


def _nested(array: Any) -> Any:
    return int(array) if array.ndim == 0 else tuple(_nested(row) for row in array)


def _array(real: Any) -> Tensor:
    kind = "string" if real.dtype.kind in "USO" else real.dtype.name
    return Tensor(Shape(real.shape), kind, NUMPY)


def _shape(real: Any) -> ShapeValue:
    if real.rank is None:
        return ShapeValue(Shape.unknown())
    return ShapeValue(Shape(Dim.unknown() if size is None else size for size in real.as_list()))


harness.register((tf.Tensor, tf.Variable), _tensor)
harness.register(tf.SparseTensor, lambda real: Tensor(_shape(real.shape).shape, real.dtype.name, SPARSE))
harness.register(tf.RaggedTensor, lambda real: Tensor(_shape(real.shape).shape, real.dtype.name, RAGGED))
harness.register(tf.TensorShape, _shape)
harness.register(tf.dtypes.DType, lambda real: DTypeValue(real.base_dtype.name))
harness.register(tf.data.Dataset, lambda real: harness.value_of(next(iter(real))))


class Layers:
    """`tf.layers`, which is gone, by the layers of Keras that took its place."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        made = getattr(tf.keras.layers, CLASSES[name])

        def function(inputs: Any, *args: Any, **kwargs: Any) -> Any:
            training = {"training": kwargs.pop("training")} if "training" in kwargs else {}
            return made(*args, **kwargs)(inputs, **training)

        return function


CLASSES = {
    "dense": "Dense", "conv1d": "Conv1D", "conv2d": "Conv2D", "conv3d": "Conv3D", "conv2d_transpose": "Conv2DTranspose",
    "flatten": "Flatten", "dropout": "Dropout", "batch_normalization": "BatchNormalization",
    **{f"{kind}_pooling{n}d": f"{kind.capitalize()}Pooling{n}D" for kind in ("max", "average") for n in (1, 2, 3)},
}  # fmt: skip


class Library:
    """TensorFlow, with what TensorFlow 1 had."""

    layers = Layers()

    def __getattr__(self, name: str) -> Any:
        return getattr(tf, name)


NAMESPACE: dict[str, Any] = {"tf": Library(), "np": np, "len": len, "abs": abs, "tuple": tuple}
ONLY_IN_GRAPHS = ("placeholder", "gradients", "get_variable", "v1.metrics.", "_decay", "global_step")


@dataclass
class Call:
    """One sample, taken apart."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any] = field(default_factory=dict)
    real: Callable[[], Any] = lambda: None


def evaluate(node: ast.expr) -> Any:
    return eval(compile(ast.Expression(node), "<sample>", "eval"), dict(NAMESPACE))


def parse(sample: str) -> Call:
    """The parts of the outermost expression, evaluated; `real` computes the sample."""
    node = ast.parse(sample, mode="eval").body

    def real() -> Any:
        return evaluate(node)

    if isinstance(node, ast.Call):
        evaluate(node.func)  # a name that is not there is no refusal
        kwargs = {keyword.arg or "": evaluate(keyword.value) for keyword in node.keywords}
        args = tuple(evaluate(arg) for arg in node.args)
        return Call((*_owner(node.func), *args), kwargs, real)
    if isinstance(node, ast.BinOp):
        return Call((evaluate(node.left), evaluate(node.right)), {}, real)
    if isinstance(node, ast.Compare):
        return Call((evaluate(node.left), evaluate(node.comparators[0])), {}, real)
    if isinstance(node, ast.UnaryOp):
        return Call((evaluate(node.operand),), {}, real)
    if isinstance(node, ast.Subscript):
        index = node.slice
        return Call((evaluate(node.value), _index(index)), {}, real)
    assert isinstance(node, ast.Attribute), sample
    return Call((evaluate(node.value),), {}, real)


def _owner(function: ast.expr) -> tuple[Any, ...]:
    """The tensor that a method is called on."""
    if not isinstance(function, ast.Attribute):
        return ()
    owner = evaluate(function.value)
    return (
        () if isinstance(owner, (type(tf), type, Layers, Library)) or "tf_export" in type(owner).__name__ else (owner,)
    )


def _index(node: ast.expr) -> Any:
    """The object that `[...]` passes: a slice stays one."""
    if isinstance(node, ast.Slice):
        return slice(*(None if part is None else evaluate(part) for part in (node.lower, node.upper, node.step)))
    if isinstance(node, ast.Tuple):
        return tuple(_index(part) for part in node.elts)
    return evaluate(node)


def resolve(path: str) -> Any:
    """The object that a declared path names in the installed library; None if it is not there."""
    found: Any = NAMESPACE["tf"]
    for part in path.split(".")[1:]:
        found = getattr(found, part, None)
        if found is None:
            return None
    return found


def own_specs(registry: dict[str, Any]) -> list[Spec]:
    """Every declared op of TensorFlow, once."""
    found = {
        id(spec): spec for path, spec in registry.items() if isinstance(spec, Spec) and path.startswith("tensorflow")
    }
    return list(found.values())


def judge(tally: harness.Tally, spec: Spec, sample: str) -> None:
    """One sample on the real library and on the declaration; what only graphs have, in a graph."""
    if not any(part in spec.path for part in ONLY_IN_GRAPHS):
        call = parse(sample)
        harness.judge(tally, spec, call.real, call.args, call.kwargs)
        return
    with tf.Graph().as_default():
        NAMESPACE["x"] = tf.compat.v1.placeholder(tf.float32, [2, 3])
        NAMESPACE["y"] = tf.compat.v1.placeholder(tf.float32, [3])
        call = parse(sample)
        harness.judge(tally, spec, call.real, call.args, call.kwargs)

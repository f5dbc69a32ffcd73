"""Placeholders of a functional graph: `keras.Input`, and what layers and ops make of it.

Inside the `call` of a layer they are tensors of the backend, which its functions take; outside they are not.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ...core.outcome import Mismatch
from ...core.tensor import Tensor
from .dialect import KERAS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.value import Context, Value

_MOST = 200
_INPUT = "keras.Input"
_depth: list[None] = []


@contextmanager
def inside() -> Iterator[None]:
    """The call of a layer."""
    _depth.append(None)
    try:
        yield
    finally:
        _depth.pop()


def is_placeholder(x: Tensor) -> bool:
    """It comes from an input of Keras 3, and no layer is being called."""
    if x.library is not KERAS or _depth:
        return False
    queue, seen = [x], 0
    while queue and seen < _MOST:
        seen += 1
        node = queue.pop().node
        if node is None:
            continue
        call = node[0]
        if call.spec.path == _INPUT:
            return "generation" not in call.given.keywords
        queue.extend(_operands(call))
    return False


def _operands(call: Any) -> Iterator[Tensor]:
    for value in call.arguments.values():
        yield from (v for v in (value if isinstance(value, (tuple, list)) else (value,)) if isinstance(v, Tensor))


_REDUCTIONS = frozenset(
    f"{prefix}{name}" for prefix in ("", "reduce_") for name in ("mean", "sum", "max", "min", "prod", "std", "var"))


def note_reductions(context: Context, *values: Value) -> None:
    """Remembers the calls that made these, if they are reductions over the samples of a batch."""
    for call in map(_over_batch, values):
        if call is not None:
            context.note("reduced over the batch", call)


def _over_batch(x: Value) -> Any:
    """The call that made the tensor, if the axis of the batch is gone by it."""
    call = x.node[0] if isinstance(x, Tensor) and x.node is not None else None
    if call is None or call.spec.path.rpartition(".")[2] not in _REDUCTIONS:
        return None
    if call.arguments.get("axis") not in (0, (0,)):
        return None
    operand = next((value for value in call.arguments.values() if isinstance(value, Tensor)), None)
    kept = any(call.arguments.get(name) not in (None, False) for name in ("keepdims", "keep_dims"))
    if operand is None or kept or not operand.shape.known_rank or operand.rank < 2:
        return None
    atom = operand.shape[0].atom
    return call if atom is not None and atom.key == "batch" else None


def refuse_placeholder(x: Tensor) -> None:
    """What functions of TensorFlow do with one. Source: keras/src/backend/common/keras_tensor.py, __tf_tensor__."""
    if is_placeholder(x):
        raise Mismatch("tf-op-on-keras-tensor", f"a function of TensorFlow gets the placeholder {x.shape} of a Keras "
                       "model", runtime="A KerasTensor cannot be used as input to a TensorFlow function.",
                       help="the function of the same name in keras.ops, or a Lambda layer")  # fmt: skip


def disconnected(inputs: list[Tensor], outputs: list[Tensor]) -> Tensor | None:
    """An input of Keras that an output was computed from, and that is not among the inputs of the model.

    Source: keras/src/ops/function.py, map_graph."""
    if not inputs or not all(x.node is not None for x in inputs):
        return None
    stops = {(id(x.node[0]), x.node[1]) for x in inputs}
    queue, seen = list(outputs), set[int]()
    while queue and len(seen) < _MOST * 10:
        x = queue.pop()
        if x.node is None or (id(x.node[0]), x.node[1]) in stops:
            continue
        call = x.node[0]
        if call.spec.path == _INPUT:
            return x
        if id(call) not in seen:
            seen.add(id(call))
            queue.extend(_operands(call))
    return None


def connection_problem(inputs: list[Value], outputs: list[Value]) -> Mismatch | None:
    """Why a model of these inputs and outputs is refused."""
    known = [[x for x in part if isinstance(x, Tensor)] for part in (inputs, outputs)]
    missing = disconnected(*known) if list(map(len, known)) == [len(inputs), len(outputs)] else None
    if missing is None:
        return None
    return Mismatch("functional-input-count", f"the outputs are computed from an input {missing.shape} that is not "
                    "among the inputs of the model", *missing.shape.dims[1:], argument="x",
                    runtime=("Output with path `", "is not connected to `inputs`"))  # fmt: skip

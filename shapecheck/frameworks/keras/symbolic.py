"""Placeholders of a functional graph: `keras.Input`, and what layers and ops make of it.

Inside the `call` of a layer they are tensors of the backend, which its functions take; outside they are not.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ...core.outcome import Mismatch
from ...core.tensor import Tensor
from .dialect import KERAS

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        for value in call.arguments.values():
            queue.extend(v for v in (value if isinstance(value, (tuple, list)) else (value,)) if isinstance(v, Tensor))
    return False


def refuse_placeholder(x: Tensor) -> None:
    """What functions of TensorFlow do with one. Source: keras/src/backend/common/keras_tensor.py, __tf_tensor__."""
    if is_placeholder(x):
        raise Mismatch("tf-op-on-keras-tensor", f"a function of TensorFlow gets the placeholder {x.shape} of a Keras "
                       "model", runtime="A KerasTensor cannot be used as input to a TensorFlow function.",
                       help="the function of the same name in keras.ops, or a Lambda layer")  # fmt: skip

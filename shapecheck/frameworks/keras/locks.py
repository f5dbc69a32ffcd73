"""Layers of a functional model that take its input as it comes, and were built for another last length.

The input of a model may have a last axis of 1 in place of the declared one: the model lets it pass, and the first layer
with weights refuses it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.objects import Instance
from ...core.tensor import Tensor
from ...core.truth import Truth
from .base_layer import fits_lock
from .dialect import leaves

if TYPE_CHECKING:
    from ...core.value import Context, Value
    from ..declare import Spec

_MOST = 2000


def locked_out(context: Context, outputs: Value, expected: Tensor, x: Tensor) -> bool:
    """Whether a layer right behind the input refuses the data, which is then reported."""
    last = x.shape.known_rank and expected.shape.known_rank and x.rank == expected.rank and x.rank
    if not last or x.shape[-1].equals(expected.shape[-1]) is not Truth.NO:
        return False
    for layer, spec in _behind(outputs, expected):
        if layer.hidden("locked") is not None and not fits_lock(context, layer, spec, x, "fit-input-shape"):
            return True
    return False


def _behind(outputs: Value, expected: Tensor) -> list[tuple[Instance, Spec]]:
    """The layers that get the input itself."""
    queue = [one for one in leaves(outputs) if isinstance(one, Tensor)]
    found: list[tuple[Instance, Spec]] = []
    seen: set[int] = set()
    while queue and len(seen) < _MOST:
        node = queue.pop().node
        if node is None or id(node[0]) in seen:
            continue
        call = node[0]
        seen.add(id(call))
        given = [one for value in call.given.positional for one in leaves(value) if isinstance(one, Tensor)]
        layer = call.fixed.get("")
        if isinstance(layer, Instance) and any(_same(one, expected) for one in given):
            found.append((layer, call.spec))
        queue.extend(given)
    return found


def _same(left: Tensor, right: Tensor) -> bool:
    """The same result of the same call, whatever was learnt of its sizes since."""
    if left.node is None or right.node is None:
        return left is right
    return left.node[0] is right.node[0] and left.node[1] == right.node[1]

"""The memory that a real run would want at least: parameters, gradients, what optimizers and the backward pass keep."""

from __future__ import annotations

import weakref
from typing import Any

import torch

PARAMETERS: Any = weakref.WeakSet()
_MOST: dict[str, int] = {}
_LOOKED = [0]
_NODES = 20_000


def _bytes(tensor: Any) -> int:
    return int(tensor.numel()) * int(tensor.element_size())


def _keep(name: str, value: int) -> None:
    _MOST[name] = max(_MOST.get(name, 0), value)


def _weigh() -> None:
    live = list(PARAMETERS)
    _keep("parameters", sum(int(each.numel()) for each in live))
    _keep("parameter_bytes", sum(map(_bytes, live)))
    _keep("gradient_bytes", sum(_bytes(each) for each in live if each.grad is not None))


def stepped(optimizer: Any) -> None:
    """After a step of an optimizer: what it keeps."""
    _weigh()
    kept = 0
    for state in optimizer.state.values():
        if isinstance(state, dict):
            kept += sum(_bytes(value) for value in state.values() if isinstance(value, torch.Tensor))
    _keep("optimizer_bytes", kept)


def before_backward(roots: Any) -> None:
    """What the graph above a loss has saved, each storage once."""
    _weigh()
    if _LOOKED[0] >= 6:
        return
    _LOOKED[0] += 1
    seen: set[Any] = set()
    saved: dict[int, int] = {}
    own = {each.untyped_storage()._cdata for each in PARAMETERS if each.layout is torch.strided}
    todo = [each.grad_fn for each in (roots if isinstance(roots, (list, tuple)) else [roots]) if each is not None]
    while todo and len(seen) < _NODES:
        node = todo.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        todo += [following for following, _ in node.next_functions]
        for name in dir(node):
            if name.startswith("_saved_"):
                _saved(node, name, saved, own)
    _keep("activation_bytes", sum(saved.values()))


def _saved(node: Any, name: str, saved: dict[int, int], own: set[int]) -> None:
    try:
        values = getattr(node, name)
    except RuntimeError:
        return
    for value in values if isinstance(values, (list, tuple)) else (values,):
        if isinstance(value, torch.Tensor) and value.layout is torch.strided:
            storage = value.untyped_storage()
            if storage._cdata not in own:
                saved[storage._cdata] = max(saved.get(storage._cdata, 0), _bytes(value))


def wanted() -> dict[str, int]:
    """By kind: counts, and bytes."""
    _weigh()
    return {name: value for name, value in _MOST.items() if value}

"""Values that leave a tensor whose values nobody knows: plausible ones, and what they decide is remembered."""

from __future__ import annotations

from typing import Any

import numpy
import torch

from .guess import guess
from .loops import doubt
from .state import STATE, by_framework
from .torch_modes import SURFACE, is_fake

_LIKELY_TRUE = ("all", "isfinite", "equal", "allclose", "isclose", "is_nonzero")


def _plain(tensor: Any) -> Any:
    if tensor.dtype is torch.bool:
        return getattr(tensor, "_shapecheck_likely", False)
    return 0.5 if tensor.dtype.is_floating_point else 0j if tensor.dtype.is_complex else 1


def _one(tensor: Any) -> None:
    """Raises what the library does where a tensor has not exactly one element."""
    if tensor.numel() != 1:
        torch.empty(tensor.shape, device="meta") if tensor.numel() > 1 << 20 else torch.zeros(tensor.shape).item()


def _item(func: Any, args: Any, kwargs: Any) -> Any:
    tensor = args[0]
    if not is_fake(tensor):
        return func(*args, **kwargs)
    _one(tensor)
    return guess(_plain(tensor))


def _number(kind: Any) -> Any:
    def number(func: Any, args: Any, kwargs: Any) -> Any:
        tensor = args[0]
        if not is_fake(tensor):
            return func(*args, **kwargs)
        _one(tensor)
        STATE.hand_out()
        return kind(_plain(tensor))

    return number


def _bool(func: Any, args: Any, kwargs: Any) -> Any:
    tensor = args[0]
    if not is_fake(tensor):
        return func(*args, **kwargs)
    if tensor.numel() != 1:
        return bool(torch.zeros(min(tensor.numel(), 2)))
    STATE.hand_out()
    if not by_framework():
        STATE.steer()
    return bool(_plain(tensor))


def _format(func: Any, args: Any, kwargs: Any) -> Any:
    tensor = args[0]
    if not is_fake(tensor) or tensor.dim():
        return func(*args, **kwargs)
    return format(_plain(tensor), args[1] if len(args) > 1 else "")


def _tolist(func: Any, args: Any, kwargs: Any) -> Any:
    tensor = args[0]
    if not is_fake(tensor):
        return func(*args, **kwargs)
    STATE.hand_out()

    def nested(shape: Any) -> Any:
        if not shape:
            return guess(_plain(tensor))
        return [nested(shape[1:]) for _ in range(shape[0])]

    shape = tuple(tensor.shape)
    found = nested(shape if tensor.numel() <= 1 << 20 else (min(shape[0], 8),))
    return found


def _numpy(func: Any, args: Any, kwargs: Any) -> Any:
    tensor = args[0]
    if not is_fake(tensor):
        return func(*args, **kwargs)
    STATE.hand_out()
    if tensor.requires_grad:
        torch.zeros(1, requires_grad=True).numpy()  # says so
    if tensor.dtype is torch.bfloat16:
        torch.zeros(1, dtype=torch.bfloat16).numpy()
    dtype = str(tensor.dtype).rpartition(".")[2]
    array = numpy.zeros(tuple(tensor.shape), dtype)
    if getattr(tensor, "_shapecheck_guessed", False):
        doubt(array)
    return array


def _array(func: Any, args: Any, kwargs: Any) -> Any:
    if not is_fake(args[0]):
        return func(*args, **kwargs)
    array = _numpy(None, args[:1], {})
    dtype = args[1] if len(args) > 1 else kwargs.get("dtype")
    return array if dtype is None else array.astype(dtype, copy=False)


def _likely(func: Any, args: Any, kwargs: Any) -> Any:
    result = func(*args, **kwargs)
    if isinstance(result, torch.Tensor):
        result._shapecheck_likely = True
    return result


def _same(func: Any, args: Any, kwargs: Any) -> Any:
    """`equal` and `allclose`, which give a plain truth value."""
    if not any(isinstance(arg, torch.Tensor) and is_fake(arg) for arg in args):
        return func(*args, **kwargs)
    if func is torch.allclose:
        torch.isclose(args[0], args[1])
    STATE.hand_out()
    return False


def _cuda(func: Any, args: Any, kwargs: Any) -> Any:
    return args[0]


def _guessed_size(func: Any, args: Any, kwargs: Any) -> Any:
    """The lengths of a tensor; made-up ones stay marked."""
    result = func(*args, **kwargs)
    if not getattr(args[0], "_shapecheck_guessed", False):
        return result
    return guess(result) if isinstance(result, int) else torch.Size(map(guess, result))


def install() -> None:
    """Enters what is called in place of the library's functions."""
    tensor: Any = torch.Tensor
    table = SURFACE.handlers
    table[tensor.item] = _item
    table[tensor.__bool__], table[tensor.tolist] = _bool, _tolist
    table[tensor.__format__] = _format
    table[tensor.numpy], table[tensor.__array__] = _numpy, _array
    for name, kind in (("__float__", float), ("__int__", int), ("__index__", int), ("__complex__", complex)):
        table[getattr(tensor, name)] = _number(kind)
    for name in ("all", "isfinite", "isclose"):
        for owner in (torch, tensor):
            if hasattr(owner, name):
                table[getattr(owner, name)] = _likely
    for owner in (torch, tensor):
        table[owner.equal] = table[owner.allclose] = _same
    for name in ("cuda", "xpu", "pin_memory", "share_memory_", "record_stream"):
        if hasattr(tensor, name):
            table[getattr(tensor, name)] = _cuda
    for name in ("size", "numel", "nelement", "__len__"):
        table[getattr(tensor, name)] = _guessed_size
    table[tensor.shape.__get__] = _guessed_size

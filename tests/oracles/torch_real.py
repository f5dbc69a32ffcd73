"""Torch's objects as values of the analysis, and its sample corpora, each behind one function.

The corpora are private modules of torch: `torch_corpus.json` is a recorded copy of their names, so that a silent drop
to zero samples fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch

from shapecheck.core.containers import Sequence
from shapecheck.core.plain import Constant
from shapecheck.core.shape import Shape
from shapecheck.core.tensor import Facts, Tensor
from shapecheck.core.value import Unknown, Value
from shapecheck.frameworks import load
from shapecheck.frameworks.declare import REGISTRY, Spec
from shapecheck.frameworks.dtypes import DTypeValue

from .harness import register, value_of

load("torch")
from shapecheck.frameworks.torch.dialect import DTYPES, TORCH  # noqa: E402

NAMES = {getattr(torch, names.split()[0]): dtype for dtype, names in DTYPES.items()}
SMALL = 32
"""The elements of smaller tensors of whole numbers are known to the analysis, as those of a literal are."""


def _tensor(real: torch.Tensor) -> Value:
    if real.layout is not torch.strided or real.dtype not in NAMES:
        return Unknown(f"a {real.layout} tensor of {real.dtype}")
    return Tensor(Shape(real.shape), NAMES[real.dtype], TORCH, _facts(real))


def _facts(real: torch.Tensor) -> Facts:
    """What the analysis knows of a literal: the elements, and the memory layout."""
    order, grad = _order(real), real.requires_grad or None
    if real.numel() == 0 or real.dtype not in (torch.int64, torch.int32, torch.uint8) or real.is_meta:
        return Facts(order=order, grad=grad)
    low, high = float(real.min()), float(real.max())
    small = real.numel() <= SMALL
    constant = _nested(real.tolist()) if small else None
    return Facts(order=order, low=low, high=high, attained=True, constant=constant, grad=grad)


def _order(real: torch.Tensor) -> tuple[int, ...] | None:
    """The axes from the slowest in memory to the fastest, where there is no room between elements."""
    if real.is_contiguous():
        return tuple(range(real.dim()))
    order = tuple(sorted(range(real.dim()), key=real.stride, reverse=True))
    dense = real.permute(order).is_contiguous() and all(size > 1 for size in real.shape)
    return order if dense else None


def _nested(elements: Any) -> Any:
    return tuple(map(_nested, elements)) if isinstance(elements, list) else elements


def _named(real: Any) -> Value:
    return Sequence("tuple", map(value_of, real), names=tuple(getattr(type(real), "_fields", ())))


register(torch.Tensor, _tensor)
register(torch.dtype, lambda real: DTypeValue(NAMES[real]) if real in NAMES else Unknown("dtype"))
register((torch.device, torch.Generator, torch.layout, torch.memory_format), lambda real: Constant(str(real)))
register(torch.nn.utils.rnn.PackedSequence, lambda real: Unknown("a PackedSequence"))
register(torch.Size, lambda real: Sequence.tuple(map(Constant, real)))


def declared() -> dict[str, Spec]:
    """Every op and layer declared for torch, by each of its paths."""
    return {path: what for path, what in REGISTRY.items() if isinstance(what, Spec) and path.startswith("torch.")}


def op_samples() -> Iterator[Any]:
    """The entries of torch's own database of ops."""
    from torch.testing._internal.common_methods_invocations import op_db

    yield from op_db


def module_samples() -> Iterator[Any]:
    """The entries of torch's own database of modules."""
    from torch.testing._internal.common_modules import module_db

    yield from module_db

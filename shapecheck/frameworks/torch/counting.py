"""Which elements there are, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.axes import axis
from ...core.dim import Dim
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Tensor
from .dialect import T, copied, shape_of, tensor

if TYPE_CHECKING:
    from ..binding import Ignored, Operand


def _distinct(input: Tensor, inverse: bool, counts: bool, dim: int | None) -> Any:
    """The different elements, or slices along an axis; where each element is among them; how often each occurs."""
    shape = Shape.of(Dim.unknown()) if dim is None else input.shape.replace(axis(dim, input.rank), Dim.unknown())
    found = [copied(input, shape)]
    if inverse:
        places = input.shape if dim is None else Shape.of(input.shape[dim])
        found.append(tensor(places, "int64"))
    if counts:
        found.append(tensor(Shape.of(Dim.unknown()), "int64"))
    return found[0] if len(found) == 1 else tuple(found)


@T.op("torch.unique", "torch.Tensor.unique")
def unique(input: Tensor, sorted: Ignored = True, return_inverse: bool = False, return_counts: bool = False,
           dim: int | None = None) -> Any:  # fmt: skip
    return _distinct(input, return_inverse, return_counts, dim)


@T.op("torch.unique_consecutive", "torch.Tensor.unique_consecutive")
def unique_consecutive(input: Tensor, return_inverse: bool = False, return_counts: bool = False,
                       dim: int | None = None) -> Any:  # fmt: skip
    return _distinct(input, return_inverse, return_counts, dim)


@T.op("torch.bincount", "torch.Tensor.bincount")
def bincount(input: Tensor, weights: Tensor | None = None, minlength: Ignored = 0) -> Tensor:
    """One count for each number up to the largest."""
    dtype = "int64" if weights is None else "float32" if weights.dtype == "float32" else None
    return tensor(Shape.of(Dim.unknown()), dtype)


@T.op("torch.histc", "torch.Tensor.histc")
def histc(input: Tensor, bins: Dim | int = 100, min: Ignored = 0, max: Ignored = 0, *, out: Ignored = None) -> Tensor:
    return tensor(Shape.of(bins), input.dtype)


@T.op("torch.isin")
def isin(elements: Operand, test_elements: Ignored, *, assume_unique: Ignored = False, invert: Ignored = False,
         out: Ignored = None) -> Tensor:  # fmt: skip
    return tensor(shape_of(elements), "bool")


@T.op("torch.bucketize")
def bucketize(input: Operand, boundaries: Tensor, *, out_int32: bool = False, right: Ignored = False,
              out: Ignored = None) -> Tensor:  # fmt: skip
    if boundaries.shape.known_rank and boundaries.rank != 1:
        raise Mismatch("layer-input-rank", f"boundaries {boundaries.shape}, takes one axis", argument="boundaries",
                       runtime=f"boundaries tensor must be 1 dimension, but got dim({boundaries.rank})")  # fmt: skip
    return tensor(shape_of(input), "int32" if out_int32 else "int64")


@T.op("torch.searchsorted")
def searchsorted(sorted_sequence: Tensor, input: Operand, *, out_int32: bool = False, right: Ignored = False,
                 side: Ignored = None, sorter: Ignored = None, out: Ignored = None) -> Tensor:  # fmt: skip
    return tensor(shape_of(input), "int32" if out_int32 else "int64")

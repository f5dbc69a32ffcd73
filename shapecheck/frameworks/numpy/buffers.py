"""Arrays over memory, texts and files."""

from __future__ import annotations

from ...core.dim import Dim
from ...core.shape import Shape
from ...core.tensor import Tensor
from ..binding import Dims, DType, Ignored
from .creation import sizes
from .dialect import NP, array


@NP.op("numpy.vander")
def vander(x: Tensor, N: Dim | None = None, increasing: Ignored = False) -> Tensor:
    return array(Shape.of(x.shape[0], x.shape[0] if N is None else N), None)


@NP.op("numpy.frombuffer")
def frombuffer(buffer: Ignored, dtype: DType | None = None, count: int = -1, offset: Ignored = 0, *,
               like: Ignored = None) -> Tensor:  # fmt: skip
    return array(Shape.of(Dim.unknown() if count < 0 else count), dtype or "float64")


@NP.op("numpy.fromstring")
def fromstring(string: Ignored, dtype: DType | None = "float64", count: int = -1, *, sep: Ignored = "",
               like: Ignored = None) -> Tensor:  # fmt: skip
    return array(Shape.of(Dim.unknown() if count < 0 else count), dtype or "float64")


@NP.op("numpy.fromiter")
def fromiter(iter: Ignored, dtype: DType, count: int = -1, *, like: Ignored = None) -> Tensor:
    return array(Shape.of(Dim.unknown() if count < 0 else count), dtype)


@NP.op("numpy.fromfile")
def fromfile(file: Ignored, dtype: DType | None = "float64", count: int = -1, sep: Ignored = "", offset: Ignored = 0, *,
             like: Ignored = None) -> Tensor:  # fmt: skip
    return array(Shape.of(Dim.unknown()), dtype or "float64")


@NP.op("numpy.memmap")
def memmap(
    filename: Ignored, dtype: DType | None = "uint8", mode: Ignored = "r+", offset: Ignored = 0,
    shape: Dims | None = None, order: Ignored = "C",
) -> Tensor:  # fmt: skip
    return array(Shape.of(Dim.unknown()) if shape is None else sizes(shape), dtype or "uint8")


@NP.op("numpy.ndarray")
def ndarray(
    shape: Dims, dtype: DType | None = None, buffer: Ignored = None, offset: Ignored = 0, strides: Ignored = None,
    order: Ignored = None,
) -> Tensor:  # fmt: skip
    return array(sizes(shape), dtype or "float64")

"""Arrays over memory, texts and files."""

from __future__ import annotations

from ...core.dim import Dim
from ...core.dtype import FAMILY, bits
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Value
from ..binding import Dims, DType, Ignored
from .creation import sizes
from .dialect import NP, array


@NP.op("numpy.vander")
def vander(x: Tensor, N: Dim | None = None, increasing: Ignored = False) -> Tensor:
    return array(Shape.of(x.shape[0], x.shape[0] if N is None else N), None)


@NP.op("numpy.frombuffer")
def frombuffer(buffer: Ignored, dtype: DType | None = None, count: int = -1, offset: Ignored = 0, *,
               like: Ignored = None) -> Tensor:  # fmt: skip
    held = Dim.of(count) if count >= 0 else _held(buffer, offset, dtype or "float64")
    return array(Shape.of(held or Dim.unknown()), dtype or "float64")


def _held(buffer: Value, offset: object, dtype: str) -> Dim | None:
    """How many elements some bytes are, where they come out even."""
    payload = buffer.payload if isinstance(buffer, Constant) else None
    size = len(payload) if isinstance(payload, bytes) else getattr(buffer, "count", None)
    start = offset if isinstance(offset, int) else getattr(offset, "payload", None)
    width = bits(dtype) // 8 if isinstance(size, int) and dtype in FAMILY else 0
    if not width or not isinstance(size, int) or not isinstance(start, int) or not 0 <= start < size:
        return None
    number, rest = divmod(size - start, width)
    return None if rest else Dim.of(number, getattr(buffer, "origin", None))


@NP.op("numpy.fromstring")
def fromstring(string: Ignored, dtype: DType | None = "float64", count: int = -1, *, sep: Ignored = "",
               like: Ignored = None) -> Tensor:  # fmt: skip
    return array(Shape.of(Dim.unknown() if count < 0 else count), dtype or "float64")


@NP.op("numpy.fromiter")
def fromiter(iter: Ignored, dtype: DType, count: int = -1, *, like: Ignored = None) -> Tensor:
    return array(Shape.of(Dim.unknown() if count < 0 else count), dtype)


@NP.op("numpy.ndarray")
def ndarray(
    shape: Dims, dtype: DType | None = None, buffer: Ignored = None, offset: Ignored = 0, strides: Ignored = None,
    order: Ignored = None,
) -> Tensor:  # fmt: skip
    return array(sizes(shape), dtype or "float64")

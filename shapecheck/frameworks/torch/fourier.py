"""`torch.fft`: discrete Fourier transforms. Source: the pages of torch.fft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra.axes import axis
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Tensor
from .dialect import T, copied, tensor

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.dim import Dim
    from ..binding import Dims, DType, Ignored, Ints

_COMPLEX = {"float32": "complex64", "float64": "complex128", "complex64": "complex64", "complex128": "complex128"}
_REAL = {"complex64": "float32", "complex128": "float64"}


def _complex(dtype: str | None) -> str | None:
    """Whole numbers become those of the default dtype."""
    return "complex64" if family(dtype) in ("int", "uint", "bool") else _COMPLEX.get(dtype or "")


def _dtype(name: str, input: Tensor) -> str | None:
    kind = name.rstrip("2n")
    if kind in ("rfft", "ihfft") and family(input.dtype) == "complex":
        raise Undecided("a real transform of complex numbers")
    found = _complex(input.dtype)
    return _REAL.get(found or "") if kind in ("irfft", "hfft") else found


def _lengths(name: str, input: Tensor, sizes: tuple[Dim | None, ...], dims: tuple[int, ...]) -> Shape:
    """The last of the axes is the one that holds half of the frequencies."""
    places = [axis(dim, input.rank) for dim in dims]
    if len(set(places)) < len(places):
        raise Mismatch("dim-out-of-range", f"axes {dims} name one twice", runtime="FFT dims must be unique")
    lengths = list(input.shape.dims)
    kind = name.rstrip("2n")
    for at, size in zip(places, sizes, strict=True):
        given = size is not None and size.value != -1
        last = at == places[-1]
        if kind in ("irfft", "hfft") and last and not given:
            lengths[at] = (lengths[at] - 1) * 2
            continue
        points = size if size is not None and given else lengths[at]
        lengths[at] = points // 2 + 1 if kind in ("rfft", "ihfft") and last else points
    return Shape(lengths)


def _require_axes(input: Tensor) -> None:
    if input.shape == Shape():
        raise Mismatch("dim-out-of-range", "a transform of a tensor without axes",
                       runtime="Dimension specified as -1 but tensor has no dimensions")  # fmt: skip


def _one(name: str) -> Callable[..., Tensor]:
    def transform(input: Tensor, n: Dim | None = None, dim: int = -1, norm: Ignored = None, *,
                  out: Ignored = None) -> Tensor:  # fmt: skip
        _require_axes(input)
        return tensor(_lengths(name, input, (n,), (dim,)), _dtype(name, input))

    return transform


def _several(name: str) -> Callable[..., Tensor]:
    default = (-2, -1) if name.endswith("2") else None

    def transform(input: Tensor, s: Dims | None = None, dim: Ints | None = default, norm: Ignored = None, *,
                  out: Ignored = None) -> Tensor:  # fmt: skip
        if dim:
            _require_axes(input)
        axes = dim if dim is not None else tuple(range(0 if s is None else input.rank - len(s), input.rank))
        if s is not None and len(s) != len(axes):
            raise Mismatch("dim-out-of-range", f"{len(s)} sizes for {len(axes)} axes",
                           runtime="When given, dim and shape arguments must have the same length")  # fmt: skip
        if not axes:
            raise Undecided("no axes")
        return tensor(_lengths(name, input, s or (None,) * len(axes), axes), _dtype(name, input))

    return transform


for _name in ("fft", "ifft", "rfft", "irfft", "hfft", "ihfft"):
    T.op(f"torch.fft.{_name}")(_one(_name))
    for _end in "2n":
        T.op(f"torch.fft.{_name}{_end}")(_several(_name + _end))


@T.op("torch.fft.fftshift", "torch.fft.ifftshift")
def shifted(input: Tensor, dim: Ints | None = None) -> Tensor:
    for number in dim or ():
        axis(number, input.rank)
    return copied(input)


@T.op("torch.fft.fftfreq")
def frequencies(n: Dim, d: Ignored = 1.0, *, out: Ignored = None, dtype: DType | None = None, layout: Ignored = None,
                device: Ignored = None, requires_grad: Ignored = False) -> Tensor:  # fmt: skip
    return tensor(Shape.of(n), dtype or "float32")


@T.op("torch.fft.rfftfreq")
def half_of_frequencies(n: Dim, d: Ignored = 1.0, *, out: Ignored = None, dtype: DType | None = None,
                        layout: Ignored = None, device: Ignored = None,
                        requires_grad: Ignored = False) -> Tensor:  # fmt: skip
    return tensor(Shape.of(n // 2 + 1), dtype or "float32")

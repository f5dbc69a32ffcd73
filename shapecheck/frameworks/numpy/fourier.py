"""Fourier transforms and window functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.dim import Dim, maximum
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Tensor
from ..binding import Dims, Ignored, Ints
from .axes import axis as nth
from .dialect import NP, array

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Value


def _complex(dtype: str | None) -> str | None:
    if dtype is None or dtype in ("float16",):
        return None
    return "complex64" if dtype in ("float32", "complex64") else "complex128"


def _real(dtype: str | None) -> str | None:
    return {"complex64": "float32", "complex128": "float64"}.get(_complex(dtype) or "")


def _points(dim: Dim, n: Dim | None) -> Dim:
    return dim if n is None else n


def _one_axis(name: str) -> Callable[..., Tensor]:
    def function(
        a: Tensor, n: Dim | None = None, axis: int = -1, norm: Ignored = None, out: Value | None = None
    ) -> Tensor:
        at = nth(axis, a.rank)
        size = _points(a.shape[at], n)
        if name in ("rfft", "ihfft"):
            return array(a.shape.replace(at, size // 2 + 1), _complex(a.dtype))
        if name in ("irfft", "hfft"):
            return array(a.shape.replace(at, (a.shape[at] - 1) * 2 if n is None else n), _real(a.dtype))
        return array(a.shape.replace(at, size), _complex(a.dtype))

    return function


def _several(a: Tensor, s: Dims | None, axes: Ints | None, real: bool, inverse: bool) -> Tensor:
    if axes is None:
        axes = tuple(range(0 if s is None else a.rank - len(s), a.rank))
    places = [nth(number, a.rank) for number in axes]
    if s is not None and len(s) != len(places):
        raise Mismatch("permute-rank-mismatch", f"{len(s)} sizes for {len(places)} axes",
                       runtime="Shape and axes have different lengths.")  # fmt: skip
    lengths = list(a.shape.dims)
    for number, at in enumerate(places):
        size = lengths[at] if s is None or s[number] == -1 else s[number]
        last = number == len(places) - 1
        if real and inverse and last and s is None:
            size = (lengths[at] - 1) * 2
        lengths[at] = size // 2 + 1 if real and last and not inverse else size
    if not places:  # nothing is transformed
        return array(a.shape, None)
    return array(Shape(lengths), _real(a.dtype) if real and inverse else _complex(a.dtype))


def _flat(name: str) -> Callable[..., Tensor]:
    def function(a: Tensor, s: Dims | None = None, axes: Ints | None = (-2, -1), norm: Ignored = None,
                 out: Value | None = None) -> Tensor:  # fmt: skip
        return _several(a, s, axes, "r" in name, name.startswith("i"))

    return function


def _deep(name: str) -> Callable[..., Tensor]:
    def function(a: Tensor, s: Dims | None = None, axes: Ints | None = None, norm: Ignored = None,
                 out: Value | None = None) -> Tensor:  # fmt: skip
        return _several(a, s, axes, "r" in name, name.startswith("i"))

    return function


for _name in ("fft", "ifft", "rfft", "irfft", "hfft", "ihfft"):
    NP.op(f"numpy.fft.{_name}")(_one_axis(_name))
for _name in ("fft2", "ifft2", "rfft2", "irfft2"):
    NP.op(f"numpy.fft.{_name}")(_flat(_name))
for _name in ("fftn", "ifftn", "rfftn", "irfftn"):
    NP.op(f"numpy.fft.{_name}")(_deep(_name))


@NP.op("numpy.fft.fftshift", "numpy.fft.ifftshift")
def fftshift(x: Tensor, axes: Ints | None = None) -> Tensor:
    [nth(number, x.rank) for number in axes or ()]
    return x.like()


@NP.op("numpy.fft.fftfreq")
def fftfreq(n: Dim, d: Ignored = 1.0, device: Ignored = None) -> Tensor:
    return array(Shape.of(n), "float64")


@NP.op("numpy.fft.rfftfreq")
def rfftfreq(n: Dim, d: Ignored = 1.0, device: Ignored = None) -> Tensor:
    return array(Shape.of(maximum(n // 2 + 1, 0)), "float64")


def _window(M: Dim) -> Tensor:
    return array(Shape.of(maximum(M, 0)), "float64")


NP.family("hanning hamming blackman bartlett", _window, ("numpy.{}",))


@NP.op("numpy.kaiser")
def kaiser(M: Dim, beta: Ignored) -> Tensor:
    return array(Shape.of(maximum(M, 0)), "float64")

"""Windows, and short-time Fourier transforms. Source: the pages of torch.stft, torch.istft and torch.signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from .creation import fresh
from .dialect import T, asked, is_true, tensor
from .pointwise import REAL
from .values import refuse, require_least, said

if TYPE_CHECKING:
    from ...core.value import Value
    from ..binding import Ignored

_COMPLEX = {"float32": "complex64", "float64": "complex128", "complex64": "complex64", "complex128": "complex128"}


def window(M: Dim, *, a: Ignored = None, alpha: Ignored = 0.54, beta: Ignored = 12.0, center: Ignored = None,
           std: Ignored = 1.0, tau: Ignored = 1.0, sym: Ignored = True, dtype: Value | None = None,
           layout: Ignored = None, device: Ignored = None, requires_grad: Ignored = False) -> Tensor:  # fmt: skip
    wanted = asked(dtype, None)
    if wanted not in (None, "float32", "float64"):
        raise Mismatch("argument-value", f"a window of {wanted} numbers", argument="dtype",
                       runtime=f"expects float32 or float64 dtypes, got: torch.{wanted}")  # fmt: skip
    require_least(std, 0, "std", "Standard deviation must be positive, got: {} instead.", above=True)
    require_least(tau, 0, "tau", "Tau must be positive, got: {} instead.", above=True)
    require_least(beta, 0, "beta", "beta must be non-negative, got: {} instead.")
    if said(sym) is True and said(center) is not None:
        refuse(center, "center", "Center must be None for symmetric windows")
    if isinstance(a, Sequence) and a.known == ():
        raise Mismatch("argument-value", "no coefficients", argument="a", runtime="Coefficients cannot be empty")
    if said(layout) not in (None, "torch.strided"):
        refuse(layout, "layout", f"is implemented for strided tensors only, got: {said(layout)}")
    return fresh(Shape.of(M), asked(dtype, T.default_float))


T.family(
    "bartlett blackman cosine exponential gaussian general_cosine general_hamming hamming hann kaiser nuttall",
    window,
    ("torch.signal.windows.{}",),
)


@T.op("torch.kaiser_window")
def kaiser_window(window_length: Dim, periodic: Ignored = True, beta: Ignored = 12.0, *, dtype: Value | None = None,
                  layout: Ignored = None, device: Ignored = None, requires_grad: Ignored = False,
                  pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    return fresh(Shape.of(window_length), asked(dtype, T.default_float))


def _require_hop(hop: Dim, n_fft: Dim) -> None:
    if hop.value is not None and hop.value <= 0:
        raise Undecided("windows that do not move")
    if n_fft.value is not None and n_fft.value <= 0:
        raise Undecided("windows without a length")


@T.op("torch.stft", "torch.Tensor.stft")
def stft(input: Tensor, n_fft: Dim, hop_length: Dim | None = None, win_length: Dim | None = None,
         window: Tensor | None = None, center: bool = True, pad_mode: Ignored = "reflect", normalized: Ignored = False,
         onesided: bool | None = None, return_complex: Value | None = None,
         align_to_window: Ignored = None) -> Tensor:  # fmt: skip
    """[..., frequencies, windows]; with an axis more for the two parts of a complex number, if they are not wanted."""
    if input.shape.known_rank and input.rank not in (1, 2):
        raise Mismatch(
            "layer-input-rank",
            f"stft of {input.shape}",
            argument="input",
            runtime=f"stft: expected a 1D or 2D tensor, but got {input.rank}D tensor",
        )
    _require_window(window, n_fft if win_length is None else win_length)
    complex_ = "complex" in (family(input.dtype), family(window.dtype) if window is not None else None)
    hop = n_fft // 4 if hop_length is None else hop_length
    _require_hop(hop, n_fft)
    length = input.shape[-1] + (n_fft // 2) * 2 if center else input.shape[-1]
    whole = complex_ if onesided is None else not onesided
    shape = input.shape[:-1] + (n_fft if whole else n_fft // 2 + 1, (length - n_fft) // hop + 1)
    if is_true(return_complex, complex_) is None:
        raise Undecided("return_complex is not known")
    dtype = _COMPLEX.get(input.dtype or "")
    real = family(input.dtype) == "float" and (window is None or family(window.dtype) == "float")
    if return_complex is None and real:
        raise Mismatch(
            "stft-return-complex",
            "stft of real numbers without return_complex",
            runtime="stft requires the return_complex parameter be given for real inputs, and will further require "
            "that return_complex=True in a future PyTorch release.",
            help="return_complex=True; torch.view_as_real for the two parts",
        )
    return tensor(shape, dtype) if is_true(return_complex, complex_) else tensor(shape + (2,), REAL.get(dtype or ""))


def _require_window(window: Tensor | None, length: Dim) -> None:
    if window is None or not window.shape.known_rank:
        return
    if window.rank != 1 or window.shape[0].equals(length) is Truth.NO:
        raise Mismatch(
            "elementwise-shape-mismatch",
            f"a window {window.shape}, takes [{length}]",
            argument="window",
            runtime=f"expected a 1D window tensor of size equal to win_length={length}, but got window with size "
            f"{window.shape}",
        )


@T.op("torch.istft", "torch.Tensor.istft")
def istft(input: Tensor, n_fft: Dim, hop_length: Dim | None = None, win_length: Dim | None = None,
          window: Tensor | None = None, center: bool = True, normalized: Ignored = False,
          onesided: bool | None = None, length: Dim | None = None, return_complex: bool = False) -> Tensor:  # fmt: skip
    if input.dtype is not None and family(input.dtype) != "complex":
        raise Mismatch(
            "integer-input" if family(input.dtype) == "int" else "layer-input-rank",
            f"istft of {input.dtype} numbers",
            argument="input",
            runtime="istft requires a complex-valued input tensor matching the output from stft with "
            "return_complex=True.",
            help="torch.stft(..., return_complex=True)",
        )
    _require_window(window, n_fft if win_length is None else win_length)
    hop = n_fft // 4 if hop_length is None else hop_length
    _require_hop(hop, n_fft)
    total = n_fft + (input.shape[-1] - 1) * hop
    samples = length if length is not None else total - (n_fft // 2) * 2 if center else total
    dtype = input.dtype if return_complex else REAL.get(input.dtype or "")
    return tensor(input.shape[:-2] + (samples,), dtype)

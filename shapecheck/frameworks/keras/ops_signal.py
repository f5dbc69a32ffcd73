"""`keras.ops` of signals: Fourier transforms, frames, and labels without an alignment."""

from __future__ import annotations

from typing import Any

from ...core.dim import Dim
from ...core.outcome import Undecided
from ...core.shape import Shape
from ...core.tensor import Tensor
from ..binding import Ignored, Tensors
from .dialect import K, tensor
from .ops_elementwise import AT


def _transformed(x: Tensors) -> tuple[Tensor, Tensor]:
    """The real and the imaginary part."""
    if len(x) != 2:
        raise Undecided("a real and an imaginary part")
    return tensor(x[0].shape, x[0].dtype), tensor(x[0].shape, x[0].dtype)


K.family("fft fft2 ifft2", _transformed, AT)


@K.op("keras.ops.rfft")
def rfft(x: Tensor, fft_length: Dim | None = None) -> tuple[Tensor, Tensor]:
    length = fft_length if fft_length is not None else x.shape[-1]
    found = x.shape[:-1] + (length // 2 + 1,)
    return tensor(found, x.dtype), tensor(found, x.dtype)


@K.op("keras.ops.irfft")
def irfft(x: Tensors, fft_length: Dim | None = None) -> Tensor:
    if len(x) != 2:
        raise Undecided("a real and an imaginary part")
    shape = x[0].shape
    return tensor(shape[:-1] + (fft_length if fft_length is not None else (shape[-1] - 1) * 2,), x[0].dtype)


@K.op("keras.ops.extract_sequences")
def extract_sequences(x: Tensor, sequence_length: Dim, sequence_stride: Dim) -> Tensor:
    """Frames along the last axis."""
    return tensor(x.shape[:-1] + ((x.shape[-1] - sequence_length) // sequence_stride + 1, sequence_length), x.dtype)


@K.op("keras.ops.stft")
def stft(x: Tensor, sequence_length: Ignored, sequence_stride: Dim, fft_length: Dim, window: Ignored = "hann",
         center: bool = True) -> tuple[Tensor, Tensor]:  # fmt: skip
    """Frames of `fft_length`; `center` pads half a frame at both ends."""
    total = x.shape[-1] + (fft_length // 2) * 2 if center else x.shape[-1]
    found = x.shape[:-1] + ((total - fft_length) // sequence_stride + 1, fft_length // 2 + 1)
    return tensor(found, x.dtype), tensor(found, x.dtype)


@K.op("keras.ops.istft")
def istft(x: Tensors, sequence_length: Ignored, sequence_stride: Ignored, fft_length: Ignored,
          length: Dim | None = None, window: Ignored = "hann", center: Ignored = True) -> Tensor:  # fmt: skip
    shape = x[0].shape
    return tensor(shape[:-2] + (length if length is not None else Dim.unknown(),), x[0].dtype)


@K.op("keras.ops.ctc_loss")
def ctc_loss(target: Tensor, output: Tensor, target_length: Ignored, output_length: Ignored,
             mask_index: Ignored = 0) -> Tensor:  # fmt: skip
    if target.rank != 2 or output.rank != 3:
        raise Undecided("labels or scores of other ranks")
    return tensor(Shape((output.shape[0],)), None)


@K.op("keras.ops.ctc_decode")
def ctc_decode(inputs: Tensor, sequence_lengths: Ignored, strategy: Ignored = "greedy", beam_width: Ignored = 100,
               top_paths: Ignored = 1, merge_repeated: Ignored = True, mask_index: Ignored = 0) -> Any:  # fmt: skip
    raise Undecided("paths of unknown length")

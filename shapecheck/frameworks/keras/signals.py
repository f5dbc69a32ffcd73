"""Layers of sounds: spectrograms."""

from __future__ import annotations

from ...core.dim import Dim
from ...core.outcome import Undecided
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ..binding import Ignored
from .checks import ranked
from .convolution import joined, split, window_sizes
from .dialect import K, changed


@K.layer("keras.layers.MelSpectrogram")
def mel_spectrogram(inputs: Tensor, *, fft_length: Dim = 2048, sequence_stride: Dim = 512,  # type: ignore[assignment]
                    sequence_length: Ignored = None, window: Ignored = "hann", sampling_rate: Ignored = 16000,
                    num_mel_bins: Dim = 128, min_freq: Ignored = 20.0,  # type: ignore[assignment]
                    **others: Ignored) -> Tensor:  # fmt: skip
    """[batch, samples] becomes [batch, bins, frames]; half a window is added at both ends."""
    if inputs.rank not in (1, 2):
        raise Undecided("sounds of several channels")
    padded = inputs.shape[-1] + (Dim.of(fft_length) // 2) * 2
    frames = (padded - fft_length) // sequence_stride + 1
    return changed(inputs, Shape((*inputs.shape.dims[:-1], Dim.of(num_mel_bins), frames)))


def _power_of_two(length: Dim) -> Dim:
    """The next one."""
    return Dim.of(1 << (length.value - 1).bit_length()) if length.value is not None else Dim.unknown(low=1)


@K.layer("keras.layers.STFTSpectrogram")
def stft_spectrogram(inputs: Tensor, *, mode: str = "log", frame_length: Dim = 256,  # type: ignore[assignment]
                     frame_step: Dim | None = None, fft_length: Dim | None = None, window: Ignored = "hann",
                     periodic: Ignored = False, scaling: Ignored = "density", padding: str = "valid",
                     expand_dims: bool = False, data_format: str | None = None,
                     **others: Ignored) -> Tensor:  # fmt: skip
    """[batch, samples, channels] becomes [batch, frames, frequencies of each channel]."""
    inputs = ranked(inputs, 3, "STFTSpectrogram", "inputs")
    batch, samples, channels = split(inputs.shape, data_format)
    length = Dim.of(frame_length)
    step = frame_step if frame_step is not None else length // 2
    frequencies = (fft_length if fft_length is not None else _power_of_two(length)) // 2 + 1
    if mode == "stft":
        frequencies = frequencies * 2
    if samples[0].less(length) is not Truth.NO:
        raise Undecided("a sound that may be shorter than a frame")
    frames = window_sizes(samples, (length,), (step,), padding, None)
    if not expand_dims:
        return changed(inputs, joined(batch, frames, frequencies * channels, data_format))
    if data_format == "channels_first":
        return changed(inputs, Shape((batch, channels, *frames, frequencies)))
    return changed(inputs, Shape((batch, *frames, frequencies, channels)))

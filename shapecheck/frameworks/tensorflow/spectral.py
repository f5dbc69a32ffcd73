"""`tf.signal`: Fourier and cosine transforms, frames of a signal, windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra.axes import axis as nth
from ...core.dim import Dim, maximum
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ..binding import Dims, Ignored, Ints
from .dialect import TF, asked, need, quoting, spell, tensor
from .elementwise import fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Value

_COMPLEX = {"float32": "complex64", "float64": "complex128"}
_REAL = {"complex64": "float32", "complex128": "float64"}
_AT = ("tensorflow.signal.{0}", "tensorflow.{0}")


def _need_axes(x: Tensor, count: int, op: str) -> None:
    if x.shape.known_rank and x.rank < count:
        raise Mismatch(
            "layer-input-rank", f"{op} of {x.shape}: {count} axes are needed", argument="input",
            runtime=(f"Input must have rank of at least {count} but got: {spell(x.shape)}",
                     f"Shape must be at least rank {count} but is rank {x.rank}"),
        )  # fmt: skip


# -- Fourier ---------------------------------------------------------------------------------------------------


def _whole(count: int) -> Callable[..., Tensor]:
    def function(input: Tensor, name: Ignored = None) -> Tensor:
        need(input, "complex", "FFT", "input")
        _need_axes(input, count, "the transform")
        return tensor(input.shape, input.dtype)

    return function


def _sized(shape: Shape, sizes: tuple[Dim, ...]) -> Shape:
    return Shape((*shape.dims[: shape.rank - len(sizes)], *sizes))


def _half(count: int) -> Callable[..., Tensor]:
    """Of real numbers: the last axis has half of the frequencies."""

    def function(input_tensor: Tensor, fft_length: Dims | None = None, name: Ignored = None) -> Tensor:
        need(input_tensor, "float", "RFFT", "input_tensor")
        _need_axes(input_tensor, count, "the transform")
        if not input_tensor.shape.known_rank:
            return tensor(Shape.unknown(), _COMPLEX.get(input_tensor.dtype or ""))
        sizes = _lengths(fft_length, count) or input_tensor.shape.dims[-count:]
        sizes = (*sizes[:-1], sizes[-1] // 2 + 1)
        return tensor(_sized(input_tensor.shape, sizes), _COMPLEX.get(input_tensor.dtype or ""))

    return function


def _back(count: int) -> Callable[..., Tensor]:
    def function(input_tensor: Tensor, fft_length: Dims | None = None, name: Ignored = None) -> Tensor:
        need(input_tensor, "complex", "IRFFT", "input_tensor")
        _need_axes(input_tensor, count, "the transform")
        if not input_tensor.shape.known_rank:
            return tensor(Shape.unknown(), _REAL.get(input_tensor.dtype or ""))
        sizes = _lengths(fft_length, count)
        if sizes is None:
            given = input_tensor.shape.dims[-count:]
            sizes = (*given[:-1], maximum((given[-1] - 1) * 2, 0))
        return tensor(_sized(input_tensor.shape, sizes), _REAL.get(input_tensor.dtype or ""))

    return function


def _lengths(given: tuple[Dim, ...] | None, count: int) -> tuple[Dim, ...] | None:
    if given is not None and len(given) != count:
        raise Mismatch("layer-input-rank", f"{len(given)} lengths for {count} axes", argument="fft_length",
                       runtime=(f"fft_length must have shape [{count}]",
                                f"Dimension must be {count} but is {len(given)}"))  # fmt: skip
    return given


_Z = "tf.complex(tf.ones([{0}]), tf.ones([{0}]))"
for _count, _suffix in ((1, ""), (2, "2d"), (3, "3d")):
    _full, _flat = ", ".join("78456"[: _count + 1]), ", ".join("7845"[: _count - 1])
    _complex = (f"{{}}({_Z.format(_full)})", f"{{}}(tf.ones([{_full}]))", f"{{}}({_Z.format(_flat)})")
    for _kind in ("fft", "ifft"):
        TF.op(*(at.format(_kind + _suffix) for at in _AT), samples=fill(_complex, f"tf.signal.{_kind}{_suffix}"))(
            _whole(_count)
        )
    _sizes = ", ".join(["6"] * _count)
    _real = (f"{{}}(tf.ones([{_full}]))", f"{{}}(tf.ones([{_full}]), [{_sizes}])", f"{{}}({_Z.format(_full)})",
             f"{{}}(tf.ones([{_flat}]))", f"{{}}(tf.ones([{_full}], tf.float64), fft_length=[{_sizes}])",
             f"{{}}(tf.ones([{_full}]), [{_sizes}, 6])")  # fmt: skip
    TF.op(f"tensorflow.signal.rfft{_suffix}", samples=fill(_real, f"tf.signal.rfft{_suffix}"))(_half(_count))
    _inverse = (f"{{}}({_Z.format(_full)})", f"{{}}({_Z.format(_full)}, [{_sizes}])", f"{{}}(tf.ones([{_full}]))",
                f"{{}}({_Z.format(_flat)})")  # fmt: skip
    TF.op(f"tensorflow.signal.irfft{_suffix}", samples=fill(_inverse, f"tf.signal.irfft{_suffix}"))(_back(_count))


def _shifted(x: Tensor, axes: Ints | None = None, name: Ignored = None) -> Tensor:
    if x.shape.known_rank:
        with quoting("axis is out of range"):
            for number in axes or ():
                nth(number, x.rank)
    return tensor(x.shape, x.dtype, Facts(low=x.facts.low, high=x.facts.high))


for _name in ("fftshift", "ifftshift"):
    TF.op(f"tensorflow.signal.{_name}",
          samples=fill(("{}(tf.ones([2, 3]))", "{}(tf.ones([2, 3]), axes=[1])", "{}(tf.ones([2, 3]), [2])"),
                       f"tf.signal.{_name}"))(_shifted)  # fmt: skip


# -- cosines ---------------------------------------------------------------------------------------------------


def _cosines(
    input: Tensor, type: Ignored = 2, n: Dim | None = None, axis: int = -1, norm: Ignored = None, name: Ignored = None
) -> Tensor:
    need(input, "float", "DCT", "input")
    return tensor(input.shape if n is None else input.shape[:-1] + Shape.of(n), input.dtype)


TF.op("tensorflow.signal.dct",
      samples=("tf.signal.dct(tf.ones([2, 8]))", "tf.signal.dct(tf.ones([2, 8]), n=5)",
               "tf.signal.dct(tf.ones([2, 8]), 3)", "tf.signal.dct(tf.ones([8], tf.int32))"))(_cosines)  # fmt: skip


@TF.op("tensorflow.signal.idct", samples=("tf.signal.idct(tf.ones([2, 8]))", "tf.signal.idct(tf.ones([2, 8]), 3)"))
def idct(
    input: Tensor, type: Ignored = 2, n: Ignored = None, axis: int = -1, norm: Ignored = None, name: Ignored = None
) -> Tensor:
    need(input, "float", "DCT", "input")
    return tensor(input.shape, input.dtype)


# -- frames ----------------------------------------------------------------------------------------------------


def framed(size: Dim, length: Dim, step: Dim, padded: bool) -> Dim:
    """How many frames a signal has."""
    count = step.value
    if count is None or count < 1:
        return Dim.unknown()
    return (size + (count - 1)) // count if padded else maximum((size - length + count) // count, 0)


@TF.op("tensorflow.signal.frame",
       samples=("tf.signal.frame(tf.ones([2, 20]), 5, 3)", "tf.signal.frame(tf.ones([20]), 5, 3, pad_end=True)",
                "tf.signal.frame(tf.ones([20, 2]), 5, 3, axis=0)", "tf.signal.frame(tf.ones([3]), 5, 3)",
                "tf.signal.frame(tf.ones([2, 20]), 5, 3, axis=2)"))  # fmt: skip
def frame(
    signal: Tensor, frame_length: Dim, frame_step: Dim, pad_end: bool = False, pad_value: Ignored = 0, axis: int = -1,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    if not signal.shape.known_rank:
        return tensor(Shape.unknown(), signal.dtype)
    with quoting("list index out of range", "axis is out of range"):
        at = nth(axis, signal.rank)
    count = framed(signal.shape[at], frame_length, frame_step, pad_end)
    return tensor(signal.shape.replace(at, count, frame_length), signal.dtype)


@TF.op("tensorflow.signal.stft",
       samples=("tf.signal.stft(tf.ones([2, 64]), 16, 4)", "tf.signal.stft(tf.ones([64]), 10, 5, fft_length=32)",
                "tf.signal.stft(tf.ones([64]), 10, 5)", "tf.signal.stft(tf.ones([64]), 16, 5, pad_end=True)",
                "tf.signal.stft(tf.ones([2, 64], tf.float64), frame_length=16, frame_step=8, window_fn=None)",
                "tf.signal.stft(tf.ones([64], tf.int32), 16, 4)"))  # fmt: skip
def stft(
    signals: Tensor, frame_length: Dim, frame_step: Dim, fft_length: Dim | None = None, window_fn: Ignored = None,
    pad_end: bool = False, name: Ignored = None,
) -> Tensor:  # fmt: skip
    need(signals, "float", "RFFT", "signals")
    bins = fft_length if fft_length is not None else _power(frame_length)
    front = signals.shape[:-1] if signals.shape.known_rank else Shape.unknown()
    count = framed(signals.shape[-1], frame_length, frame_step, pad_end) if signals.shape.known_rank else Dim.unknown()
    return tensor(front + Shape.of(count, bins // 2 + 1), _COMPLEX.get(signals.dtype or ""))


def _power(length: Dim) -> Dim:
    """The power of two that holds so many samples."""
    number = length.value
    return Dim.unknown() if number is None or number < 1 else Dim.of(1 << (number - 1).bit_length())


@TF.op("tensorflow.signal.inverse_stft",
       samples=(f"tf.signal.inverse_stft({_Z.format('2, 13, 9')}, 16, 4)",
                f"tf.signal.inverse_stft({_Z.format('13, 9')}, 16, 4, 16)"))
def inverse_stft(
    stfts: Tensor, frame_length: Dim, frame_step: Dim, fft_length: Ignored = None, window_fn: Ignored = None,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    need(stfts, "complex", "IRFFT", "stfts")
    _need_axes(stfts, 2, "inverse_stft")
    front = stfts.shape[:-2] if stfts.shape.known_rank else Shape.unknown()
    count = stfts.shape[-2] if stfts.shape.known_rank else Dim.unknown()
    return tensor(front + Shape.of((count - 1) * frame_step + frame_length), _REAL.get(stfts.dtype or ""))


@TF.op("tensorflow.signal.overlap_and_add",
       samples=("tf.signal.overlap_and_add(tf.ones([2, 5, 8]), 4)", "tf.signal.overlap_and_add(tf.ones([8]), 4)"))
def overlap_and_add(signal: Tensor, frame_step: Dim, name: Ignored = None) -> Tensor:
    _need_axes(signal, 2, "overlap_and_add")
    if not signal.shape.known_rank:
        return tensor(Shape.unknown(), signal.dtype)
    *front, frames, length = signal.shape.dims
    return tensor(Shape((*front, (frames - 1) * frame_step + length)), signal.dtype)


@TF.op("tensorflow.signal.mdct",
       samples=("tf.signal.mdct(tf.ones([2, 64]), 16)", "tf.signal.mdct(tf.ones([60]), 16, pad_end=True)"))
def mdct(
    signals: Tensor, frame_length: Dim, window_fn: Ignored = None, pad_end: bool = False, norm: Ignored = None,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    need(signals, "float", "MDCT", "signals")
    half = frame_length // 2
    count = framed(signals.shape[-1], frame_length, half, pad_end)
    return tensor(signals.shape[:-1] + Shape.of(count, half), signals.dtype)


@TF.op("tensorflow.signal.inverse_mdct", samples=("tf.signal.inverse_mdct(tf.ones([2, 7, 8]))",
                                                  "tf.signal.inverse_mdct(tf.ones([8]))"))  # fmt: skip
def inverse_mdct(mdcts: Tensor, window_fn: Ignored = None, norm: Ignored = None, name: Ignored = None) -> Tensor:
    _need_axes(mdcts, 2, "inverse_mdct")
    *front, frames, half = mdcts.shape.dims
    return tensor(Shape((*front, (frames + 1) * half)), mdcts.dtype)


@TF.op("tensorflow.signal.mfccs_from_log_mel_spectrograms",
       samples=("tf.signal.mfccs_from_log_mel_spectrograms(tf.ones([2, 7, 20]))",))  # fmt: skip
def mfccs_from_log_mel_spectrograms(log_mel_spectrograms: Tensor, name: Ignored = None) -> Tensor:
    need(log_mel_spectrograms, "float", "MFCC", "log_mel_spectrograms")
    return tensor(log_mel_spectrograms.shape, log_mel_spectrograms.dtype)


@TF.op("tensorflow.signal.linear_to_mel_weight_matrix",
       samples=("tf.signal.linear_to_mel_weight_matrix()",
                "tf.signal.linear_to_mel_weight_matrix(40, 257, 16000, dtype=tf.float64)"))  # fmt: skip
def linear_to_mel_weight_matrix(
    num_mel_bins: Dim | int = 20, num_spectrogram_bins: Dim | int = 129, sample_rate: Ignored = 8000,
    lower_edge_hertz: Ignored = 125.0, upper_edge_hertz: Ignored = 3800.0, dtype: Value | str = "float32",
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    return tensor(Shape.of(num_spectrogram_bins, num_mel_bins), asked(dtype, "float32"), Facts(low=0))


# -- windows ---------------------------------------------------------------------------------------------------


def _periodic(
    window_length: Dim, periodic: Ignored = True, dtype: Value | str = "float32", name: Ignored = None
) -> Tensor:
    return tensor(Shape.of(window_length), asked(dtype, "float32"))


def _bent(window_length: Dim, beta: Ignored = 12.0, dtype: Value | str = "float32", name: Ignored = None) -> Tensor:
    return tensor(Shape.of(window_length), asked(dtype, "float32"))


def _plain(window_length: Dim, dtype: Value | str = "float32", name: Ignored = None) -> Tensor:
    return tensor(Shape.of(window_length), asked(dtype, "float32"))


_WINDOWS: dict[str, Callable[..., Tensor]] = {
    "hann_window": _periodic, "hamming_window": _periodic, "kaiser_window": _bent,
    "kaiser_bessel_derived_window": _bent, "vorbis_window": _plain,
}  # fmt: skip
for _name, _window in _WINDOWS.items():
    TF.op(f"tensorflow.signal.{_name}",
          samples=fill(("{}(8)", "{}(window_length=16, dtype=tf.float64)"), f"tf.signal.{_name}"))(_window)  # fmt: skip


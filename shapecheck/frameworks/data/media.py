"""Sounds, pictures and matrices in files of other kinds, at the level of ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.outcome import Undecided
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Unknown, Value
from ..binding import Ignored
from ..numpy.dialect import NP, array, asarray

if TYPE_CHECKING:
    from ...core.value import Context


@NP.native("imageio.imread", "imageio.v2.imread", "imageio.v3.imread", "skimage.io.imread")
def imread(context: Context, arguments: Arguments) -> Value:
    """At least a height and a width."""
    return array(Shape((Dim.unknown(low=1), Dim.unknown(low=1)), gap=2), None)


@NP.native("scipy.io.loadmat")
def loadmat(context: Context, arguments: Arguments) -> Value:
    return Mapping({}, open=True)


@NP.native("scipy.io.wavfile.read")
def wav(context: Context, arguments: Arguments) -> Value:
    return Sequence.tuple((Unknown("a rate"), array(Shape((Dim.unknown(),), gap=1), None)))


# -- librosa -------------------------------------------------------------------------------------------------------


@NP.native("librosa.load")
def sound(context: Context, arguments: Arguments) -> Value:
    """One axis of float32, unless several channels are kept."""
    mono, rate = arguments.get(2, "mono"), arguments.get(1, "sr")
    kept = mono is not None and not (isinstance(mono, Constant) and mono.payload is True)
    plain = "dtype" not in arguments.keywords
    found = array(Shape.unknown() if kept else Shape.of(Dim.unknown()), "float32" if plain else None)
    known = Constant(22050) if rate is None else rate if isinstance(rate, Constant) and rate.payload else None
    return Sequence.tuple((found, known or Unknown("a rate")))


def _rows(name: str, parameter: str, default: int) -> None:
    def function(*, y: Value | None = None, **more: Any) -> Tensor:
        number = more.get(parameter, default)
        if y is None or not isinstance(number, int):
            raise Undecided("a feature of a sound that is not known")
        found = asarray(y).shape
        return array(Shape((*found.dims[:-1], number, Dim.unknown(low=1))), None)

    NP.native(f"librosa.feature.{name}")(_called(function, parameter))


def _called(function: Any, parameter: str) -> Any:
    def run(context: Context, arguments: Arguments) -> Value:
        asked = arguments.keywords.get(parameter)
        given = {parameter: asked.payload if isinstance(asked, Constant) else ...} if asked is not None else {}
        try:
            return function(y=arguments.get(0, "y"), **given)  # type: ignore[no-any-return]
        except Undecided as reason:
            return Unknown(reason.reason)

    return run


for _name, _parameter, _default in (
    ("mfcc", "n_mfcc", 20), ("melspectrogram", "n_mels", 128), ("chroma_stft", "n_chroma", 12),
    ("chroma_cqt", "n_chroma", 12), ("zero_crossing_rate", " ", 1), ("spectral_centroid", " ", 1),
    ("spectral_bandwidth", " ", 1), ("spectral_rolloff", " ", 1), ("rms", " ", 1), ("tonnetz", " ", 6),
):  # fmt: skip
    _rows(_name, _parameter, _default)


def _same(S: Value, *args: Ignored, **more: Ignored) -> Tensor:
    return array(asarray(S).shape, None)


NP.family("amplitude_to_db power_to_db", _same, ("librosa.{}",))

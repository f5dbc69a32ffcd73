"""Sounds, pictures, volumes and matrices in files of other kinds: by their headers, or at the level of ranks."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.objects import Instance, Property, library_class
from ...core.outcome import Undecided
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..binding import Ignored
from ..numpy.dialect import NP, array, asarray
from ..python.files import data_file, path_text, will_differ

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ...core.origin import Origin
    from ...core.value import Context
    from .wav import Sound


@NP.native("imageio.imread", "imageio.v2.imread", "imageio.v3.imread")
def imread(context: Context, arguments: Arguments) -> Value:
    """At least a height and a width. Source: the pages of imageio.v2 and imageio.v3."""
    from ..python.folders import picture_in

    plain = len(arguments.positional) < 2 and not set(arguments.keywords) - {"uri", "im"}
    found = picture_in(context, arguments.get(0, "uri"), False) if plain else None
    if found is None or found.channels != 3 or not found.upright:  # others may be moving ones
        return array(Shape((Dim.unknown(low=1), Dim.unknown(low=1)), gap=2), None)
    origin = context.origin("the picture in the file")
    sides = (Dim.of(found.height, origin), Dim.of(found.width, origin))
    return array(Shape.of(*sides, 3), "uint8", Facts(low=0, high=255))


@NP.native("skimage.io.imread")
def skimage_imread(context: Context, arguments: Arguments) -> Value:
    """`imread(fname, as_gray=False)`: a grey picture has no axis for colours. Source: skimage.io's page."""
    grey = arguments.get(1, "as_gray")
    known = False if grey is None else getattr(grey, "payload", None)
    if known is False:
        return imread(context, Arguments(arguments.positional[:1]))
    return array(Shape((Dim.unknown(low=1), Dim.unknown(low=1)), gap=2), None)


@NP.native("tifffile.imread", "tifffile.memmap")
def tiff(context: Context, arguments: Arguments) -> Value:
    """Of any number of axes. Source: tifffile's page."""
    return array(Shape.unknown(), None)


@NP.native("idx2numpy.convert_from_file")
def idx_array(context: Context, arguments: Arguments) -> Value:
    """The array of an idx file, by its header where the file is there. Source: idx2numpy's page."""
    from .rawfile import idx

    path = data_file(context, arguments.get(0, "file"))
    found = idx(path, False) if path is not None else None
    if found is None or path is None:
        return array(Shape.unknown(), None)
    context.note("data file", path)
    origin = context.origin(f"the header of {os.path.basename(path)}")
    return array(Shape(Dim.of(size, origin) for size in found.shape), found.dtype)


@NP.native("scipy.io.loadmat")
def loadmat(context: Context, arguments: Arguments) -> Value:
    """A dict of arrays, by the headers of the file where it is there."""
    from . import matlab

    plain = len(arguments.positional) == 1 and not arguments.keywords and not arguments.open
    path = _named(context, arguments.get(0, "file_name"), ".mat") if plain else None
    found = matlab.arrays(path) if path is not None else None
    if found is None or path is None:
        return Mapping({}, open=True)
    context.note("data file", path)
    base = os.path.basename(path)
    items: dict[Hashable, Value] = {f"__{name}__": Unknown("a note") for name in ("header", "version", "globals")}
    for name, (shape, dtype) in found.items():
        origin = context.origin(f"{name} in {base}")
        held = None if shape is None else array(Shape(Dim.of(size, origin) for size in shape), dtype)
        items[name] = held or Unknown(f"{name} in {base}")
    return Mapping(items)


def _named(context: Context, name: Value | None, ending: str) -> str | None:
    """A file by its name, or by that and an ending."""
    text = path_text(name)
    return data_file(context, name) or (data_file(context, Constant(text + ending)) if text is not None else None)


# -- nibabel -------------------------------------------------------------------------------------------------------


@NP.native("nibabel.load")
def volume(context: Context, arguments: Arguments) -> Value:
    """A volume of the brain and what belongs to it. Source: "Nibabel images", its manual."""
    from . import nifti

    path = data_file(context, arguments.get(0, "filename"))
    found = nifti.shape(path) if path is not None and len(arguments.positional) == 1 else None
    made = Instance(VOLUME)
    shape = Shape.unknown()
    if found is not None and path is not None:
        context.note("data file", path)
        origin = context.origin(f"the header of {os.path.basename(path)}")
        shape = Shape(Dim.of(size, origin) for size in found)
    made.state.update({" shape": shape, "affine": array(Shape.of(4, 4), "float64"), "dataobj": array(shape, None)})
    return made


def _data(context: Context, arguments: Arguments) -> Value:
    """`get_fdata(caching="fill", dtype=float64)`"""
    shape, dtype = arguments.positional[0].hidden("shape"), arguments.get(2, "dtype")  # type: ignore[attr-defined]
    return array(shape, "float64" if dtype is None else NP.dtype_of(dtype))


def _axes(context: Context, arguments: Arguments) -> Value:
    return context.attribute(array(arguments.positional[0].hidden("shape"), None), "shape")  # type: ignore[attr-defined]


VOLUME = library_class(
    "nibabel.nifti1.Nifti1Image", get_fdata=_data, get_data=_data, shape=Property(Native("shape", _axes)),
    header=Unknown("the header of a volume"),
)  # fmt: skip
NP.classes(VOLUME)

# -- sounds --------------------------------------------------------------------------------------------------------


def header_of(context: Context, name: Value | None) -> tuple[Sound, Origin] | None:
    """What a file says of its sound, and where it says so."""
    from . import wav

    path = data_file(context, name)
    found = wav.sound(path) if path is not None else None
    if found is None or path is None:
        return None
    context.note("data file", path)
    return found, context.origin(f"the header of {os.path.basename(path)}")


@NP.native("scipy.io.wavfile.read")
def scipy_sound(context: Context, arguments: Arguments) -> Value:
    """(rate, samples), or with several channels [samples, channels]. Source: scipy.io.wavfile's page."""
    known = header_of(context, arguments.get(0, "filename"))
    if known is None or "mmap" in arguments.keywords:
        return Sequence.tuple((Scalar("int"), array(Shape((Dim.unknown(),), gap=1), None)))
    found, origin = known
    return Sequence.tuple((Constant(found.rate), array(_axes_of(found, origin), found.dtype)))


def _axes_of(found: Sound, origin: Origin) -> Shape:
    length = Dim.of(found.samples, origin)
    return Shape.of(length) if found.channels == 1 else Shape.of(length, Dim.of(found.channels, origin))


@NP.native("soundfile.read")
def soundfile_sound(context: Context, arguments: Arguments) -> Value:
    """(samples, rate); two axes if there are several channels or `always_2d`. Source: python-soundfile's page."""
    dtype, wide = arguments.get(4, "dtype"), arguments.get(6, "always_2d")
    kind = "float64" if dtype is None else NP.dtype_of(dtype)
    plain = not set(arguments.keywords) & {"frames", "start", "stop", "out", "fill_value"} and not arguments.open
    known = header_of(context, arguments.get(0, "file")) if plain and len(arguments.positional) == 1 else None
    if known is not None and wide is None:
        return Sequence.tuple((array(_axes_of(*known), kind), Constant(known[0].rate)))
    both = isinstance(wide, Constant) and wide.payload is True
    shape = Shape.of(Dim.unknown(), Dim.unknown(low=1)) if both else Shape((Dim.unknown(),), gap=1)
    return Sequence.tuple((array(shape, kind), Scalar("int")))


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


_WRITERS = (
    "scipy.io.savemat scipy.io.wavfile.write soundfile.write imageio.imwrite imageio.v2.imwrite imageio.v3.imwrite "
    "imageio.imsave imageio.v2.imsave skimage.io.imsave nibabel.save"
)


@NP.native(*_WRITERS.split())
def saved(context: Context, arguments: Arguments) -> Value:
    """The file of the first text is written."""
    texts = [value for value in arguments.positional[:2] if path_text(value) is not None]
    will_differ(context, texts[0] if texts else None)
    return NONE

"""OpenCV: pictures are arrays [height, width, channels] of bytes, sizes are (width, height)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.outcome import Undecided
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Unknown, Value
from ..binding import Ignored
from ..numpy.dialect import NP, array, asarray

if TYPE_CHECKING:
    from ...core.value import Context

_BYTES = Facts(low=0, high=255)


def _side() -> Dim:
    return Dim.unknown(low=1)


def _bytes(height: Dim, width: Dim, flag: Value | None) -> Value:
    """A picture that is read: in colour, or as the flag says."""
    how = 1 if flag is None else flag.payload if isinstance(flag, Constant) else None
    if how == 1:
        return array(Shape.of(height, width, 3), "uint8", _BYTES)
    if how == 0:
        return array(Shape.of(height, width), "uint8", _BYTES)
    return array(Shape((height, width), gap=2), None) if isinstance(how, int) else Unknown("a picture")


@NP.native("cv2.imread")
def imread(context: Context, arguments: Arguments) -> Value:
    from ..python.folders import picture_in

    found = picture_in(context, arguments.get(0, "filename"), False)
    height, width = _side(), _side()
    if found is not None and found.upright:
        origin = context.origin("the picture in the file")
        height, width = Dim.of(found.height, origin), Dim.of(found.width, origin)
    return _bytes(height, width, arguments.get(1, "flags"))


@NP.native("cv2.imdecode")
def imdecode(context: Context, arguments: Arguments) -> Value:
    return _bytes(_side(), _side(), arguments.get(1, "flags"))


# -- what becomes of a picture -------------------------------------------------------------------------------------


def _picture(value: Value) -> Tensor:
    found = asarray(value)
    if not found.shape.known_rank or found.rank not in (2, 3):
        raise Undecided("a picture of unknown rank")
    return found


def _made(height: Dim, width: Dim, src: Tensor, dtype: str | None = None) -> Tensor:
    """Pictures of one channel have no axis for it."""
    if src.rank == 2:
        return array(Shape.of(height, width), dtype or src.dtype)
    channels = src.shape[2]
    one = channels.equals(1)
    if one is Truth.MAYBE:
        return array(Shape((height, width), gap=2), dtype or src.dtype)
    return array(Shape.of(height, width) if one is Truth.YES else Shape.of(height, width, channels), dtype or src.dtype)


def _size(value: Value | None) -> tuple[Dim, Dim]:
    """(width, height) as height and width."""
    known = value.known if isinstance(value, Sequence) else None
    if known is None or len(known) != 2:
        return _side(), _side()
    sizes = [one.dim if isinstance(one, Constant) and one.dim is not None else _side() for one in known]
    return sizes[1], sizes[0]


@NP.op("cv2.resize")
def resize(
    src: Value, dsize: Value | None = None, dst: Ignored = None, fx: Ignored = 0, fy: Ignored = 0,
    interpolation: Ignored = 1,
) -> Tensor:  # fmt: skip
    return _made(*_size(dsize), _picture(src))


@NP.op("cv2.warpAffine", "cv2.warpPerspective")
def warp(src: Value, M: Ignored, dsize: Value, *args: Ignored, **more: Ignored) -> Tensor:
    return _made(*_size(dsize), _picture(src))


def _same(src: Value, *args: Ignored, **more: Ignored) -> Tensor:
    found = _picture(src)
    return _made(found.shape[0], found.shape[1], found)


NP.family(
    "GaussianBlur medianBlur blur bilateralFilter flip erode dilate morphologyEx bitwise_not equalizeHist "
    "fastNlMeansDenoising addWeighted", _same, ("cv2.{}",),
)  # fmt: skip


@NP.op("cv2.Canny")
def canny(image: Value, *args: Ignored, **more: Ignored) -> Tensor:
    found = _picture(image)
    return array(Shape.of(found.shape[0], found.shape[1]), "uint8", _BYTES)


@NP.op("cv2.threshold")
def threshold(src: Value, *args: Ignored, **more: Ignored) -> Any:
    found = _picture(src)
    return Scalar("float"), _made(found.shape[0], found.shape[1], found)


@NP.op("cv2.copyMakeBorder")
def bordered(src: Value, top: Dim, bottom: Dim, left: Dim, right: Dim, *args: Ignored, **more: Ignored) -> Tensor:
    found = _picture(src)
    return _made(found.shape[0] + top + bottom, found.shape[1] + left + right, found)


@NP.op("cv2.split")
def split(m: Value) -> Value:
    found = _picture(m)
    number = 1 if found.rank == 2 else found.shape[2].value
    if number is None:
        raise Undecided("a picture of unknown depth")
    return Sequence.tuple(array(Shape.of(found.shape[0], found.shape[1]), found.dtype) for _ in range(number))


@NP.op("cv2.merge")
def merge(mv: Value) -> Tensor:
    parts = mv.known if isinstance(mv, Sequence) else None
    pictures = [_picture(part) for part in parts or ()]
    if len(pictures) < 2 or any(picture.rank != 2 for picture in pictures):
        raise Undecided("channels that are not known")
    return array(Shape.of(*pictures[0].shape.dims, len(pictures)), pictures[0].dtype)


@NP.native("cv2.imwrite")
def written(context: Context, arguments: Arguments) -> Value:
    from ..python.files import will_differ

    will_differ(context, arguments.get(0, "filename"))
    return Unknown("whether a picture was written")


@NP.native("cv2.imshow", "cv2.waitKey", "cv2.destroyAllWindows", "cv2.setNumThreads")
def shown(context: Context, arguments: Arguments) -> Value:
    return Unknown("nothing that matters")


# -- colours -------------------------------------------------------------------------------------------------------

COLOURS = {
    "BGR2BGRA": 0, "RGB2RGBA": 0, "BGRA2BGR": 1, "RGBA2RGB": 1, "BGR2RGBA": 2, "RGB2BGRA": 2, "RGBA2BGR": 3,
    "BGRA2RGB": 3, "BGR2RGB": 4, "RGB2BGR": 4, "BGRA2RGBA": 5, "RGBA2BGRA": 5, "BGR2GRAY": 6, "RGB2GRAY": 7,
    "GRAY2BGR": 8, "GRAY2RGB": 8, "GRAY2BGRA": 9, "GRAY2RGBA": 9, "BGRA2GRAY": 10, "RGBA2GRAY": 11, "BGR2YCrCb": 36,
    "RGB2YCrCb": 37, "YCrCb2BGR": 38, "YCrCb2RGB": 39, "BGR2HSV": 40, "RGB2HSV": 41, "BGR2LAB": 44, "BGR2Lab": 44,
    "RGB2LAB": 45, "RGB2Lab": 45, "HSV2BGR": 54, "HSV2RGB": 55, "LAB2BGR": 56, "Lab2BGR": 56, "LAB2RGB": 57,
    "Lab2RGB": 57, "BGR2YUV": 82, "RGB2YUV": 83, "YUV2BGR": 84, "YUV2RGB": 85,
}  # fmt: skip
_INTO = {number: 2 if name.endswith("GRAY") else 4 if name.endswith("A") else 3 for name, number in COLOURS.items()}
"""By code: 2 for pictures without an axis for channels, else the number of channels."""
NP.constants({f"cv2.COLOR_{name}": number for name, number in COLOURS.items()})
NP.constants({
    "cv2.IMREAD_UNCHANGED": -1, "cv2.IMREAD_GRAYSCALE": 0, "cv2.IMREAD_COLOR": 1, "cv2.INTER_NEAREST": 0,
    "cv2.INTER_LINEAR": 1, "cv2.INTER_CUBIC": 2, "cv2.INTER_AREA": 3, "cv2.INTER_LANCZOS4": 4,
})  # fmt: skip


@NP.op("cv2.cvtColor")
def converted(src: Value, code: Value, dst: Ignored = None, dstCn: Ignored = 0, **more: Ignored) -> Tensor:
    found = asarray(src)
    into = _INTO.get(code.payload) if isinstance(code, Constant) else None
    if into is None or not found.shape.known_rank or found.rank not in (2, 3):
        raise Undecided("a conversion of colours that is not known")
    sides = found.shape.dims[:2]
    return array(Shape.of(*sides) if into == 2 else Shape.of(*sides, into), found.dtype)

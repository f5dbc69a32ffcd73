"""Pictures as data sets and PIL give them: so many channels, a height and a width, one byte a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.outcome import Mismatch, Undecided
from ....core.plain import NONE, Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Unknown, Value
from ...numpy.dialect import NUMPY
from ...torch.dialect import tensor

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ....core.value import Context

MODES = {"1": 1, "L": 1, "P": 1, "RGB": 3, "RGBA": 4, "CMYK": 4, "YCbCr": 3, "HSV": 3, "LAB": 3, "I": 1, "F": 1}
"""The channels of the modes of PIL."""


class Picture(Value):
    """An image of PIL."""

    __slots__ = ("channels", "height", "width")
    kind = "image"

    def __init__(self, channels: Dim, height: Dim, width: Dim) -> None:
        self.channels, self.height, self.width = channels, height, width

    @classmethod
    def unknown(cls) -> Picture:
        return cls(Dim.unknown(low=1), Dim.unknown(low=1), Dim.unknown(low=1))

    def sized(self, height: Dim, width: Dim) -> Picture:
        return Picture(self.channels, height, width)

    @property
    def array(self) -> Tensor:
        """[height, width, channels], or without the last axis for grey ones."""
        facts = Facts(low=0, high=255)
        if self.channels.value is None:
            return Tensor(Shape((self.height, self.width), gap=2), None, NUMPY)
        sides = (self.height, self.width)
        shape = Shape.of(*sides) if self.channels == 1 else Shape.of(*sides, self.channels)
        return Tensor(shape, "uint8", NUMPY, facts)

    def attribute(self, context: Context, name: str) -> Value:
        if name == "size":
            return Sequence.tuple((Constant(self.width), Constant(self.height)))
        if name in ("width", "height"):
            return Constant(self.width if name == "width" else self.height)
        from ....core.value import Native

        if name == "convert":
            return Native(name, lambda context, arguments: self._converted(arguments.get(0, "mode")))
        if name == "resize":
            return Native(name, lambda context, arguments: self._resized(arguments.get(0, "size")))
        if name == "save":
            return Native(name, _save)
        return Unknown(f"{name} of an image")

    def _converted(self, mode: Value | None) -> Value:
        wanted = getattr(mode, "payload", "")
        channels = MODES.get(wanted) if wanted not in ("1", "I", "F") else None
        return Picture(Dim.of(channels) if channels else Dim.unknown(low=1), self.height, self.width)

    def _resized(self, size: Value | None) -> Value:
        known = size.known if isinstance(size, Sequence) else None
        if known is None or len(known) != 2:
            return Picture(self.channels, Dim.unknown(low=1), Dim.unknown(low=1))
        width, height = (
            one.dim if isinstance(one, Constant) and one.dim is not None else Dim.unknown(low=1) for one in known
        )
        return self.sized(height, width)

    def key(self) -> Hashable | None:
        return ("image", str(self.channels), str(self.height), str(self.width))

    def join(self, other: Value) -> Value | None:
        if not isinstance(other, Picture):
            return None
        pairs = ((self.channels, other.channels), (self.height, other.height), (self.width, other.width))
        return Picture(*(mine if mine == theirs else Dim.unknown(low=1) for mine, theirs in pairs))


def _save(context: Context, arguments: Arguments) -> Value:
    from ...python.files import will_differ

    will_differ(context, arguments.get(0, "fp"))
    return NONE


def picture_of(value: Value) -> Picture | None:
    """A picture; one that nothing is known of where the value is unknown."""
    return value if isinstance(value, Picture) else Picture.unknown() if isinstance(value, Unknown) else None


def to_tensor(value: Value, scale: bool = True) -> Tensor:
    """[channels, height, width]: bytes become float32 in 0..1, other arrays keep their dtype."""
    picture = picture_of(value)
    if picture is not None:
        shape = Shape.of(picture.channels, picture.height, picture.width)
        return (
            tensor(shape, "float32", Facts(low=0, high=1)) if scale else tensor(shape, "uint8", Facts(low=0, high=255))
        )
    if isinstance(value, Tensor) and value.library.name == "numpy":
        return _of_array(value)
    if isinstance(value, Tensor):
        raise Mismatch(
            "layer-input-rank",
            "ToTensor of a tensor",
            argument="pic",
            runtime="pic should be PIL Image or ndarray. Got <class 'torch.Tensor'>",
        )
    raise Undecided(f"{value.kind} where an image is expected")


def _of_array(array: Tensor) -> Tensor:
    """[height, width] or [height, width, channels]"""
    dtype = "float32" if array.dtype == "uint8" else array.dtype
    facts = Facts(low=0, high=1) if array.dtype == "uint8" else None
    if not array.shape.known_rank:
        return tensor(Shape.of_rank(3), dtype, facts)
    if array.rank == 2:
        return tensor(Shape.of(1, *array.shape.dims), dtype, facts)
    if array.rank != 3:
        raise Mismatch(
            "layer-input-rank",
            f"an image {array.shape}",
            argument="pic",
            runtime=f"pic should be 2/3 dimensional. Got {array.rank} dimensions.",
        )
    height, width, channels = array.shape.dims
    return tensor(Shape.of(channels, height, width), dtype, facts)


def of_tensor(value: Value) -> Value:
    """`ToPILImage`"""
    if isinstance(value, Picture):
        return value
    if isinstance(value, Tensor) and value.shape.known_rank and value.rank in (2, 3):
        dims = value.shape.dims
        if value.rank == 2:
            return Picture(Dim.of(1), dims[0], dims[1])
        return Picture(*dims) if value.library.name == "torch" else Picture(dims[2], dims[0], dims[1])
    return Picture.unknown()


def resized(value: Value, height: Dim, width: Dim) -> Value:
    """With another height and width: a picture, or a tensor [..., height, width]."""
    picture = picture_of(value)
    if picture is not None:
        return picture.sized(height, width)
    if isinstance(value, Tensor) and value.shape.known_rank and value.rank >= 2:
        return tensor(Shape((*value.shape.dims[:-2], height, width)), value.dtype)
    return tensor(Shape.unknown(), None)


def size_of(value: Value) -> tuple[Dim, Dim]:
    """Height and width."""
    picture = picture_of(value)
    if picture is not None:
        return picture.height, picture.width
    if isinstance(value, Tensor) and value.shape.known_rank and value.rank >= 2:
        return value.shape[-2], value.shape[-1]
    return Dim.unknown(low=1), Dim.unknown(low=1)


def lengths(value: Value) -> tuple[Dim, ...] | None:
    """A number, or a sequence of numbers."""
    if isinstance(value, Constant) and value.dim is not None:
        return (value.dim,)
    if isinstance(value, Sequence) and value.known is not None:
        found = (lengths(one) for one in value.known)
        return tuple(one[0] if one else Dim.unknown(low=1) for one in found)
    return (Dim.unknown(low=1),) if isinstance(value, Scalar) else None

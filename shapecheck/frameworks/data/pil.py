"""PIL: opening and making pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.plain import Constant
from ...core.tensor import Tensor
from ...core.value import Arguments, Value
from ..numpy.dialect import NP
from .torchvision.pictures import MODES, Picture

if TYPE_CHECKING:
    from ...core.value import Context


@NP.native("PIL.Image.open")
def open_picture(context: Context, arguments: Arguments) -> Value:
    """The picture in a file, by its header where the file is there."""
    from ..python.folders import picture_in

    found = picture_in(context, arguments.get(0, "fp"), True)
    if found is None:
        return Picture.unknown()
    origin = context.origin("the picture in the file")
    channels = Dim.unknown(low=1) if found.channels is None else Dim.of(found.channels)
    return Picture(channels, Dim.of(found.height, origin), Dim.of(found.width, origin))


@NP.native("PIL.Image.new")
def new_picture(context: Context, arguments: Arguments) -> Value:
    """`Image.new(mode, (width, height))`"""
    mode, size = arguments.get(0, "mode"), arguments.get(1, "size")
    known = size.known if isinstance(size, Sequence) else None
    sides = [one.dim if isinstance(one, Constant) else None for one in known or ()]
    channels = MODES.get(mode.payload) if isinstance(mode, Constant) and mode.payload in ("L", "RGB", "RGBA") else None
    width, height = (one or Dim.unknown(low=1) for one in sides) if len(sides) == 2 else (Dim.unknown(low=1),) * 2
    return Picture(Dim.unknown(low=1) if channels is None else Dim.of(channels), height, width)


@NP.native("PIL.Image.fromarray")
def from_array(context: Context, arguments: Arguments) -> Value:
    given = arguments.get(0, "obj")
    if not isinstance(given, Tensor) or not given.shape.known_rank or given.dtype != "uint8":
        return Picture.unknown()
    if given.rank == 2:
        return Picture(Dim.of(1), *given.shape.dims)
    if given.rank == 3:
        height, width, channels = given.shape.dims
        return Picture(channels, height, width)
    return Picture.unknown()


NP.constants({f"PIL.Image.{name}": number for name, number in {
    "NEAREST": 0, "LANCZOS": 1, "ANTIALIAS": 1, "BILINEAR": 2, "BICUBIC": 3, "BOX": 4, "HAMMING": 5,
    "FLIP_LEFT_RIGHT": 0, "FLIP_TOP_BOTTOM": 1,
}.items()})  # fmt: skip

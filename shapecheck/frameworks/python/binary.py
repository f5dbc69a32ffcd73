"""Files that are read as bytes: where the next read starts, and how many bytes there are."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING, NamedTuple

from ...core.containers import Slice
from ...core.dim import Dim
from ...core.objects import Instance
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Unknown, Value
from ..declare import declare
from .tools import native, payload

if TYPE_CHECKING:
    from ...core.value import Context

_SMALL = 1024
"""So many bytes are taken as they are."""


class Bytes(Scalar):
    """Some bytes of a file."""

    __slots__ = ("count",)

    def __init__(self, count: int, file: str, context: Context) -> None:
        super().__init__("bytes", origin=context.origin(f"{count} bytes of {os.path.basename(file)}"))
        self.count = count

    def length(self, context: Context) -> Value:
        return Constant(Dim.of(self.count, self.origin))

    def item(self, context: Context, index: Value) -> Value:
        """`data[16:]`"""
        cut = index.python_slice if isinstance(index, Slice) else None
        if cut is None:
            return Unknown("a part of bytes")
        return Bytes(len(range(self.count)[cut]), "a file", context)


class Place(NamedTuple):
    """The file that is read, whether it is packed, how many bytes it has, and where the next read starts."""

    path: str
    packed: bool
    size: int
    at: int


def place_of(file: Value | None) -> Place | None:
    """Where an open file is; None if it is not known."""
    if not isinstance(file, Instance) or not file.hidden("binary"):
        return None
    from ..data import rawfile

    packed = file.hidden("packed")
    path, at = packed or file.hidden("data"), payload(file.hidden("at"))
    size = rawfile.size(path, packed is not None) if isinstance(path, str) and isinstance(at, int) else None
    return None if size is None else Place(path, packed is not None, size, at)


def move(context: Context, file: Value | None, at: int | None) -> None:
    """The next read starts there; None is not known."""
    if isinstance(file, Instance):
        file.hide(context, "at", Unknown("the place in a file") if at is None else Constant(at))


def read(context: Context, file: Value, count: Value | None) -> Value:
    """`file.read(count)`"""
    from ..data import rawfile

    place, wanted = place_of(file), -1 if count is None or count is NONE else payload(count)
    if place is None or not isinstance(wanted, int):
        move(context, file, None)
        return Scalar("bytes")
    left = max(place.size - place.at, 0)
    number = left if wanted < 0 else min(wanted, left)
    move(context, file, place.at + number)
    if (number <= _SMALL and not place.packed) or (place.packed and place.at + number <= _SMALL):
        found = rawfile.part(place.path, place.packed, place.at, number)
        if found is not None:
            context.note("data file", place.path)
            return Constant(found)
    context.note("data file", place.path)
    return Bytes(number, place.path, context)


def seek(context: Context, arguments: Arguments) -> Value:
    file, to, whence = arguments.positional[0], payload(arguments.get(1, "offset")), arguments.get(2, "whence")
    plain = isinstance(to, int) and to >= 0 and (whence is None or payload(whence) == 0)
    move(context, file, to if plain else None)
    if isinstance(file, Instance):
        file.hide(context, "lines", Constant(0) if plain and to == 0 else Unknown("the place in a file"))
    return Constant(to) if plain else Scalar("int")


def tell(context: Context, arguments: Arguments) -> Value:
    place = place_of(arguments.positional[0])
    return Scalar("int") if place is None else Constant(place.at)


@native("gzip.open")
def open_packed(context: Context, arguments: Arguments) -> Value:
    """`gzip.open(filename, mode="rb")`; texts that are packed are not looked at."""
    return _packed(context, arguments.get(0, "filename"), arguments.get(1, "mode"))


@native("gzip.GzipFile")
def packed_file(context: Context, arguments: Arguments) -> Value:
    """By its name, or over an open file."""
    inner = arguments.get(3, "fileobj")
    if inner is None or inner is NONE:
        return _packed(context, arguments.get(0, "filename"), arguments.get(1, "mode"))
    path = inner.hidden("data") if isinstance(inner, Instance) and payload(inner.hidden("at")) == 0 else None
    return _over(context, path)


def _packed(context: Context, name: Value | None, mode: Value | None) -> Value:
    from .files import data_file, file_value

    how = "rb" if mode is None or mode is NONE else payload(mode)
    if how in ("r", "rb"):
        return _over(context, data_file(context, name))
    file = file_value(context, name, mode)
    file.hide(context, "data", None)
    return file


def _over(context: Context, path: object) -> Value:
    from .files import TEXT_FILE

    file = Instance(TEXT_FILE)
    file.state.update({" binary": True, " packed": path if isinstance(path, str) else None, " at": Constant(0)})
    return file


declare("gzip.BadGzipFile", Unknown("gzip.BadGzipFile"))

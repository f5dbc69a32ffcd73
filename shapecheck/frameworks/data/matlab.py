"""MATLAB's files of version 5: the names, sizes and types of their arrays, as SciPy reads them.

Source: "MAT-File Format", The MathWorks; `scipy/io/matlab/_mio5_params.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from . import gate
from .gate import Unreadable

if TYPE_CHECKING:
    from .gate import Reader

_MOST, _HEAD = 256, 1024
_MATRIX, _PACKED = 14, 15
_STORED = {1: "int8", 2: "uint8", 3: "int16", 4: "uint16", 5: "int32", 6: "uint32", 7: "float32", 9: "float64",
           12: "int64", 13: "uint64"}  # fmt: skip
_NUMBERS = range(6, 16)
"""The classes of arrays of numbers."""


class Array(NamedTuple):
    """An unknown shape or dtype is None: cells, structures and texts have their own rules."""

    shape: tuple[int, ...] | None
    dtype: str | None


def arrays(path: str) -> dict[str, Array] | None:
    """The arrays of a file by name."""
    return gate.look(path, _arrays)


def _arrays(file: Reader) -> dict[str, Array] | None:
    head = file.at(0, 128)
    order = {b"IM": "little", b"MI": "big"}.get(head[126:128])
    if order is None or 1 not in head[124:126] or head.startswith(b"\x89HDF"):
        return None
    found: dict[str, Array] = {}
    place = 128
    while place < file.size:
        kind, size = (_number(file.at(place + i, 4), order) for i in (0, 4))
        if place + 8 + size > file.size or kind not in (_MATRIX, _PACKED) or len(found) >= _MOST:
            return None
        data = file.at(place + 8, min(size, _HEAD))
        if kind == _PACKED:
            data = _unpacked(data)
        name, array = _array(data, order)
        if not name:
            return None
        found[name] = array
        place += 8 + size
    return found


def _number(data: bytes, order: str) -> int:
    return int.from_bytes(data, "little" if order == "little" else "big")


def _unpacked(data: bytes) -> bytes:
    """The matrix, without its own tag."""
    import zlib

    return zlib.decompressobj().decompress(data, _HEAD)[8:]


def _array(data: bytes, order: str) -> tuple[str, Array]:
    flags, at = _part(data, 0, order)
    about = _number(flags[:4], order)
    axes, at = _part(data, at, order)
    name, at = _part(data, at, order)
    shape = tuple(_number(axes[i : i + 4], order) for i in range(0, len(axes), 4))
    special = about & 255 not in _NUMBERS or about & 0x0800  # complex ones
    if special or any(axis >> 31 for axis in shape):
        return name.decode("latin-1"), Array(None, None)
    stored = _number(data[at : at + 4], order)
    kind = stored & 0xFFFF if stored >> 16 else stored
    return name.decode("latin-1"), Array(shape, _STORED.get(kind))


def _part(data: bytes, at: int, order: str) -> tuple[bytes, int]:
    """The content of an element, and where the next one starts; short ones hold it in their tag."""
    tag = _number(data[at : at + 4], order)
    if tag >> 16:
        return data[at + 4 : at + 4 + (tag >> 16)], at + 8
    size = _number(data[at + 4 : at + 8], order)
    if at + 8 + size > len(data):
        raise Unreadable("an element that is cut off")
    return data[at + 8 : at + 8 + size], at + 8 + (size + 7) // 8 * 8

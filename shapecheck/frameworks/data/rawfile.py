"""Files of plain bytes, packed by gzip or not: how many there are, and the header of the idx format.

Source: "The IDX file format" by the authors of MNIST; RFC 1952.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from . import gate
from .gate import Reader, Unreadable

_HEAD = 4096
"""So many bytes at the start of a packed file are unpacked."""
_KINDS = {8: ("uint8", 1), 9: ("int8", 1), 11: ("int16", 2), 12: ("int32", 4), 13: ("float32", 4), 14: ("float64", 8)}
_LONGEST_SIZE = 2**32


class Idx(NamedTuple):
    """The array of a file, and where it starts."""

    shape: tuple[int, ...]
    dtype: str
    start: int


def idx(path: str, packed: bool | None = None) -> Idx | None:
    """The header of a file, where it agrees with the size. `packed`: None leaves that to the file."""
    return gate.look(path, lambda file: _idx(file, _is_packed(file) if packed is None else packed))


def size(path: str, packed: bool) -> int | None:
    """How many bytes a file has; a packed one says so in two places, if it is idx."""
    if not packed:
        return gate.look(path, lambda file: file.size)
    found = gate.look(path, lambda file: _idx(file, True) and _said(file))
    return found if isinstance(found, int) else None


def part(path: str, packed: bool, start: int, length: int) -> bytes | None:
    """Exactly so many bytes from there; of a packed file only near its start."""
    if not packed:
        return gate.look(path, lambda file: file.at(start, length))
    found = gate.look(path, _unpacked)
    return found[start : start + length] if found is not None and start + length <= len(found) else None


def _is_packed(file: Reader) -> bool:
    return file.some(0, 2) == b"\x1f\x8b"


def _unpacked(file: Reader) -> bytes:
    import zlib

    return zlib.decompressobj(wbits=31).decompress(file.some(0, 2 * _HEAD), _HEAD)


def _said(file: Reader) -> int:
    """What a packed file ends with: its size before it was packed."""
    return int.from_bytes(file.at(file.size - 4, 4), "little")


def _idx(file: Reader, packed: bool) -> Idx | None:
    head = _unpacked(file) if packed else file.some(0, _HEAD)
    zero, kind, rank = struct.unpack(">HBB", head[:4])
    if zero or kind not in _KINDS or not 0 < rank <= 8:
        return None
    shape = struct.unpack(f">{rank}I", head[4 : 4 + 4 * rank])
    dtype, width = _KINDS[kind]
    total = 4 + 4 * rank
    start = total
    for length in shape:
        width *= length
    total += width
    if total >= _LONGEST_SIZE or total != (_said(file) if packed else file.size):
        raise Unreadable("a header that does not agree with the size")
    return Idx(shape, dtype, start)

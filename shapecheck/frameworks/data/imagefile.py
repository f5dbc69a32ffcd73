"""The sizes of pictures, from the first bytes of their files. Whatever goes wrong, the answer is None."""

from __future__ import annotations

import struct
from typing import NamedTuple

from . import gate

_START, _HEAD = 2048, 256 * 1024
"""Most pictures say their size at once; others behind what a camera or an editor put there."""
_LARGEST = 1 << 20
"""Lengths above this are taken for damage."""


class Picture(NamedTuple):
    """Height, width, channels (None where the file does not say), and whether the picture is stored as it is shown."""

    height: int
    width: int
    channels: int | None
    upright: bool = True


def look(path: str, quick: bool = False) -> Picture | None:
    """The picture in a regular file: PNG, JPEG, GIF or BMP. `quick`: whether it is upright does not matter."""
    found = gate.look(path, lambda file: (_of(file.some(0, _START)) if quick else None) or _of(file.some(0, _HEAD)))
    fits = found is not None and 0 < found.height <= _LARGEST and 0 < found.width <= _LARGEST
    return found if fits else None


def _of(head: bytes) -> Picture | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
        width, height, depth, colour = struct.unpack(">IIBB", head[16:26])
        channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(colour) if depth == 8 else None
        return Picture(height, width, channels, b"eXIf" not in head)
    if head.startswith(b"\xff\xd8"):
        return _jpeg(head)
    if head.startswith((b"GIF87a", b"GIF89a")):
        width, height = struct.unpack("<HH", head[6:10])
        return Picture(height, width, None)
    if head.startswith(b"BM") and struct.unpack("<I", head[14:18])[0] >= 40:
        width, height, _, bits = struct.unpack("<iiHH", head[18:30])
        return Picture(abs(height), width, 3 if bits == 24 else None)
    return None


def _jpeg(head: bytes) -> Picture | None:
    """The first frame header behind the other segments."""
    at = 2
    while at + 9 < len(head):
        if head[at] != 0xFF:
            return None
        mark = head[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width, channels = struct.unpack(">HHB", head[at + 5 : at + 10])
            return Picture(height, width, channels if channels in (1, 3) else None, b"Exif\0" not in head[:at])
        (length,) = struct.unpack(">H", head[at + 2 : at + 4])
        if length < 2:
            return None
        at += 2 + length
    return None

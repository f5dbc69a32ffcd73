"""NIfTI: the axes of a volume, from the header of its file, packed by gzip or not. Source: nifti1.h and nifti2.h."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from . import gate

if TYPE_CHECKING:
    from .gate import Reader

_KINDS = ((348, 40, "h", 344, (b"n+1\0",)), (540, 16, "q", 4, (b"n+2\0",)))
"""The size of the header, where the axes are, their type, and where the mark is."""


def shape(path: str) -> tuple[int, ...] | None:
    return gate.look(path, _shape)


def _shape(file: Reader) -> tuple[int, ...] | None:
    head = file.some(0, 2048)
    if head.startswith(b"\x1f\x8b"):
        import zlib

        head = zlib.decompressobj(wbits=31).decompress(head, 1024)
    for size, at, kind, mark, marks in _KINDS:
        for order in "<>":
            if len(head) >= size and struct.unpack(f"{order}i", head[:4])[0] == size and head[mark : mark + 4] in marks:
                number, *axes = struct.unpack_from(f"{order}8{kind}", head, at)
                fits = 1 <= number <= 7 and all(axis > 0 for axis in axes[:number])
                return tuple(axes[:number]) if fits else None
    return None

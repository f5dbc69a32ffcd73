"""Sounds in RIFF files: how many channels and samples there are, and how they are stored.

Source: "Multiple channel audio data and WAVE files", Microsoft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from . import gate

if TYPE_CHECKING:
    from .gate import Reader

_MOST_CHUNKS = 64
_WHOLE, _REAL, _EXTENSIBLE = 1, 3, 0xFFFE
_DTYPES = {
    (_WHOLE, 8): "uint8", (_WHOLE, 16): "int16", (_WHOLE, 24): "int32", (_WHOLE, 32): "int32",
    (_REAL, 32): "float32", (_REAL, 64): "float64",
}  # fmt: skip
"""The arrays that scipy.io.wavfile makes, by the kind and the bits of a sample."""


class Sound(NamedTuple):
    channels: int
    samples: int
    rate: int
    dtype: str


def sound(path: str) -> Sound | None:
    return gate.look(path, _sound)


def _sound(file: Reader) -> Sound | None:
    head = file.at(0, 12)
    if head[:4] != b"RIFF" or head[8:] != b"WAVE":
        return None
    place, form = 12, b""
    for _ in range(_MOST_CHUNKS):
        chunk = file.at(place, 8)
        size = int.from_bytes(chunk[4:], "little")
        if chunk[:4] == b"fmt ":
            form = file.at(place + 8, min(size, 40))
        elif chunk[:4] == b"data":
            return _of(form, size) if form and place + 8 + size <= file.size else None
        place += 8 + size + size % 2
    return None


def _of(form: bytes, size: int) -> Sound | None:
    numbers = [int.from_bytes(form[i:j], "little") for i, j in ((0, 2), (2, 4), (4, 8), (12, 14), (14, 16), (24, 26))]
    kind, channels, rate, block, bits, inner = numbers
    dtype = _DTYPES.get((inner if kind == _EXTENSIBLE else kind, bits))
    if dtype is None or not channels or block != channels * bits // 8 or size % block:
        return None
    return Sound(channels, size // block, rate, dtype)

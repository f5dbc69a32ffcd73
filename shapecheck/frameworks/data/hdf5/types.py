"""The messages of an object's header that say what a data set holds: its axes and the type of its elements."""

from __future__ import annotations

from ..gate import Unreadable

_LONGEST_AXES = 32
_INTEGERS = {1: "int8", 2: "int16", 4: "int32", 8: "int64"}
_FLOATS = {(2, 16, 5, 10): "float16", (4, 32, 8, 23): "float32", (8, 64, 11, 52): "float64"}
"""By size, bits, and the bits of exponent and mantissa."""
_OBJECTS = (7, 9)
"""References, and sequences or texts of any length."""


def number(data: bytes) -> int:
    return int.from_bytes(data, "little")


def axes(data: bytes, width: int) -> tuple[int, ...] | None:
    """The lengths of the axes; None for a data set that holds nothing. `width`: the bytes of a length."""
    version, rank, kind = data[0], data[1], data[3]
    if version not in (1, 2) or rank > _LONGEST_AXES:
        raise Unreadable("a data space that is not known")
    if version == 2 and kind == 2:
        return None
    start = 8 if version == 1 else 4
    if len(data) < start + rank * width:
        raise Unreadable("a data space that is cut off")
    return tuple(number(data[start + i * width : start + (i + 1) * width]) for i in range(rank))


def dtype(data: bytes) -> str | None:
    """The dtype that elements of a type are read as; None if it is not one of ours."""
    kind, version, bits, size = data[0] & 15, data[0] >> 4, number(data[1:4]), number(data[4:8])
    if len(data) < 8 or not 1 <= version <= 5:
        raise Unreadable("a data type that is not known")
    if kind == 0:
        found = _INTEGERS.get(size)
        whole = number(data[8:10]) == 0 and number(data[10:12]) == 8 * size
        return None if found is None or not whole else found if bits & 8 else f"u{found}"
    if kind == 1:
        return _FLOATS.get((size, number(data[10:12]), data[13], data[15])) if number(data[8:10]) == 0 else None
    if kind == 3:
        return "string"
    if kind in _OBJECTS:
        return "object"
    if kind == 6:
        return _complex(data, version, bits & 0xFFFF, size)
    if kind == 8:
        return _named(data, version, bits & 0xFFFF)
    return None


def is_array(data: bytes) -> bool:
    """Elements have axes of their own."""
    return data[0] & 15 == 10


def _complex(data: bytes, version: int, members: int, size: int) -> str | None:
    """Two floats named r and i, as h5py writes complex numbers; other records are no dtype of ours."""
    if members != 2 or size not in (8, 16):
        return None
    at, found = 8, []
    for _ in range(2):
        name, at = _text(data, at, version < 3)
        at += 4 + 28 * (version == 1) if version < 3 else 1
        kind = dtype(data[at : at + 20])
        if data[at] & 15 != 1 or kind is None:
            return None
        found.append((name, kind))
        at += 20
    parts = dict(found)
    if list(parts) != [b"r", b"i"] or len(set(parts.values())) != 1:
        return None
    return {("float32", 8): "complex64", ("float64", 16): "complex128"}.get((parts[b"r"], size))


def _text(data: bytes, at: int, padded: bool) -> tuple[bytes, int]:
    """A name, and where it ends."""
    end = data.index(b"\0", at)
    return data[at:end], at + (end + 1 - at + 7) // 8 * 8 if padded else end + 1


def _named(data: bytes, version: int, members: int) -> str | None:
    """An enumeration is read as its numbers; h5py's own two truth values as these."""
    base = dtype(data[8:20])
    if base not in ("int8", "uint8") or members != 2:
        return base
    first, at = _text(data, 20, version < 3)
    second, at = _text(data, at, version < 3)
    named = dict(zip((first, second), data[at : at + 2], strict=True))
    return "bool" if named == {b"FALSE": 0, b"TRUE": 1} else base

"""Bounded, read-only looks at the headers of NumPy's files, and at the first lines of tables of numbers."""

from __future__ import annotations

import ast
import struct
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from . import gate

if TYPE_CHECKING:
    from .gate import Reader

_LONGEST_HEADER = 64 * 1024
_MOST_ARRAYS = 256
_MOST = 16 * 1024 * 1024
_PLAIN = (0, 8)
"""The kinds of compression that NumPy uses: none, and one that is undone piece by piece."""
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7z")
"""How files start that are unpacked when they are read."""
_LARGEST_TEXT = 8 * 1024 * 1024
_TYPES = {"b1": "bool", "f2": "float16", "f4": "float32", "f8": "float64", "c8": "complex64", "c16": "complex128",
          "i1": "int8", "i2": "int16", "i4": "int32", "i8": "int64",
          "u1": "uint8", "u2": "uint16", "u4": "uint32", "u8": "uint64"}  # fmt: skip


class Header(NamedTuple):
    """What a .npy file says of its array; an unknown dtype is None."""

    shape: tuple[int, ...]
    dtype: str | None


def headers(path: str) -> dict[str, Header] | None:
    """The arrays of a .npz file by name, or that of a .npy file under the empty name; None if it is neither."""
    return gate.look(path, _headers, _MOST)


def _headers(file: Reader) -> dict[str, Header] | None:
    start = file.read(6)
    file.seek(0)
    if start.startswith(b"PK"):
        return _archive(file)
    found = _header(file)
    return None if found is None else {"": found}


def _archive(file: Any) -> dict[str, Header] | None:
    import zipfile

    with zipfile.ZipFile(file) as archive:
        members = archive.infolist()
        if len(members) > _MOST_ARRAYS or any(member.compress_type not in _PLAIN for member in members):
            return None
        found = {}
        for member in members:
            with archive.open(member) as opened:
                header = _header(opened)
            if header is None:
                return None
            found[member.filename.removesuffix(".npy")] = header
        return found


def _header(file: IO[bytes] | Reader) -> Header | None:
    """Source: the NPY format, versions 1 to 3."""
    start = file.read(8)
    if len(start) < 8 or not start.startswith(b"\x93NUMPY"):
        return None
    wide = start[6] > 1
    size = file.read(4 if wide else 2)
    if len(size) < (4 if wide else 2):
        return None
    (length,) = struct.unpack("<I" if wide else "<H", size)
    if length > _LONGEST_HEADER:
        return None
    try:
        found = ast.literal_eval(file.read(length).decode("utf-8" if start[6] > 2 else "latin-1"))
        shape, descr = found["shape"], found["descr"]
    except (ValueError, SyntaxError, KeyError, TypeError, MemoryError, RecursionError):
        return None
    if not isinstance(shape, tuple) or not all(isinstance(size, int) and size >= 0 for size in shape):
        return None
    return Header(shape, _dtype(descr))


def _dtype(descr: object) -> str | None:
    if not isinstance(descr, str):
        return None
    code = descr.lstrip("<>=|")
    return _TYPES.get(code) or {"O": "object", "U": "string", "S": "string"}.get(code[:1])


def columns_of(path: str, delimiter: str | None, skip: int = 0) -> tuple[int | None, int] | None:
    """How many rows (None if the file is too long to count) and columns a text file of numbers has."""
    found = gate.look(path, _text, _LARGEST_TEXT + 2 * _LONGEST_HEADER)
    if found is None:
        return None
    lines, whole = found
    rows = [line.split(b"#", 1)[0].strip() for line in lines[skip:]]
    mark = delimiter.encode() if delimiter else None
    widths = {len(row.split(mark)) for row in rows if row}
    if len(widths) != 1:
        return None
    return (sum(1 for row in rows if row) if whole else None), widths.pop()


def _text(file: Reader) -> tuple[list[bytes], bool] | None:
    if b"\0" in file.some(0, _LONGEST_HEADER) or file.some(0, 3).startswith(_PACKED):
        return None
    file.seek(0)
    if file.size > _LARGEST_TEXT:
        return file.read(_LONGEST_HEADER).split(b"\n")[:-1], False
    return file.read(_LARGEST_TEXT).split(b"\n"), True

"""The gate to data files: only regular files are opened, nothing is waited for, and so many bytes are read at most.

A file that is missing, truncated, damaged or of another kind gives None; so does one that says what cannot be.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

Found = TypeVar("Found")

MOST = 1 << 20
"""So many bytes of a file are read, unless a format asks for more."""
_SMALLEST = 64
"""What one read costs at least."""
_HOW = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class Unreadable(ValueError):
    """The file does not hold what it says, or more than is looked at."""


class Reader:
    """A regular file that is open for a look. Raises `OSError` for what is none, `Unreadable` past its end and its
    budget. What reads archives may use it as a file."""

    __slots__ = ("_file", "left", "size")

    def __init__(self, path: str, most: int = MOST) -> None:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise Unreadable("not a regular file")
        number = os.open(path, _HOW)
        self._file = os.fdopen(number, "rb", buffering=0)
        status = os.fstat(number)  # it may be another file by now
        if not stat.S_ISREG(status.st_mode):
            self._file.close()
            raise Unreadable("not a regular file")
        self.size = status.st_size
        self.left = most

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def at(self, place: int, length: int) -> bytes:
        """Exactly so many bytes from there."""
        if place < 0 or length < 0 or place + length > self.size:
            raise Unreadable("past the end")
        found = self.some(place, length)
        if len(found) < length:
            raise Unreadable("past the end")
        return found

    def some(self, place: int, length: int) -> bytes:
        """So many bytes from there, or what there is of them."""
        self._file.seek(place)
        return self.read(length)

    def read(self, length: int = -1) -> bytes:
        wanted = self.size if length < 0 else min(length, self.size)
        self.left -= max(wanted, _SMALLEST)
        if self.left < 0:
            raise Unreadable("more than is looked at")
        parts = []
        while wanted > 0 and (part := self._file.read(wanted)):
            parts.append(part)
            wanted -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def seek(self, place: int, whence: int = 0) -> int:
        return self._file.seek(place, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True


def look(path: str, examine: Callable[[Reader], Found], most: int = MOST) -> Found | None:
    """What a function finds in a file; None whatever goes wrong."""
    try:
        with Reader(path, most) as file:
            return examine(file)
    except Exception:  # a damaged file may mislead its reader anywhere
        return None

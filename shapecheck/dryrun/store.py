"""The cache: a folder with one file of lines, each an answer with its key and a checksum.

Lines are only ever added, each batch in one write, so that several runs can share the file. A line that is broken, or
has another checksum, is no line. What cannot be read is empty, what cannot be written is forgotten.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from typing import Any
from zlib import crc32

NAME = ".shapecheck_cache"
_FILE = "answers.jsonl"
_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# This file is a cache directory tag created by shapecheck.\n"
    "# For information about cache directory tags see https://bford.info/cachedir/\n"
)
_LARGEST = 32 << 20
"""A file that has grown beyond that many bytes begins anew."""
_LONGEST = 1 << 16
"""An answer of more bytes is not kept."""


class Store:
    """The answers in one folder. It is read when first needed, and made when there is something to keep."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._found: dict[str, Any] | None = None
        self._new: list[bytes] = []

    def find(self, key: str) -> Any:
        """What is kept under a key, or None."""
        if self._found is None:
            self._found = _read(os.path.join(self.folder, _FILE))
        return self._found.get(key)

    @property
    def count(self) -> int:
        """How many answers there are."""
        self.find("")
        return len(self._found or ())

    def add(self, key: str, value: Any) -> None:
        """Keeps something; `flush` writes it."""
        self.find(key)
        assert self._found is not None
        self._found[key] = value
        text = json.dumps([key, value], separators=(",", ":"))
        if len(text) < _LONGEST:
            self._new.append(f"{crc32(text.encode()):08x} {text}\n".encode())

    def flush(self) -> None:
        """Writes what was added since. A folder that cannot be written to is left alone."""
        lines, self._new = self._new, []
        if lines:
            with contextlib.suppress(OSError):
                _prepare(self.folder)
                _append(os.path.join(self.folder, _FILE), b"\n" + b"".join(lines))


def _prepare(folder: str) -> None:
    os.makedirs(folder, exist_ok=True)
    if os.path.islink(folder):
        raise OSError("a link")
    for name, text in (("CACHEDIR.TAG", _TAG), (".gitignore", "*\n")):
        with contextlib.suppress(FileExistsError), open(os.path.join(folder, name), "x", encoding="utf-8") as stream:
            stream.write(text)


def _open(path: str, flags: int) -> int:
    """A regular file, nothing that a link leads to or that waits for somebody. Raises OSError."""
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    found = os.open(path, flags, 0o644)
    if not stat.S_ISREG(os.fstat(found).st_mode):
        os.close(found)
        raise OSError("no regular file")
    return found


def _append(path: str, data: bytes) -> None:
    with contextlib.suppress(FileNotFoundError):
        if os.stat(path).st_size > _LARGEST:
            os.unlink(path)
    file = _open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    try:
        os.write(file, data)
    finally:
        os.close(file)


def _read(path: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    try:
        with open(_open(path, os.O_RDONLY), "rb") as stream:
            data = stream.read(2 * _LARGEST)
    except OSError:
        return found
    for line in data.splitlines():
        sum_, _, text = line.partition(b" ")
        if sum_ == b"%08x" % crc32(text):
            with contextlib.suppress(ValueError, TypeError, RecursionError):
                key, value = json.loads(text)
                found[key] = value
    return found

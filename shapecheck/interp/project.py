"""The files around the one that is analysed: read once, and which data may be peeked at."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from ..ir.lower import lower
from ..source import Unreadable, read
from ..source.read import raw
from .pins import pinned
from .search import Search

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..core.said import Said
    from ..ir.nodes import Program
    from ..source.module import Module
    from .asking import Oracle
    from .inputs import Inputs
    from .pins import Release

_MARKS = ("pyproject.toml", "setup.py", "setup.cfg", ".git")
_WORD = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
_HIGHEST = 8
"""How many folders up the root of a project is looked for."""


class Project:
    """Reads files once. `overlay` holds texts that are newer than their files (an editor's, or standard input)."""

    def __init__(
        self, main: str, overlay: dict[str, str] | None = None, data: bool = True, python: str | None = None,
        inputs: Mapping[str, Said] | None = None, releases: Mapping[str, int] | None = None,
    ) -> None:
        self.main = main
        self.overlay = overlay or {}
        self.data = data
        self.folder = os.path.dirname(os.path.abspath(main))
        self.root = _root(self.folder)
        self._modules: dict[str, Module | None] = {}
        self._programs: dict[str, Program | None] = {}
        self._texts: dict[str, bytes] = {}
        self.search = Search(main, self.root, python)
        self._given = inputs or {}
        self.inputs: Inputs | None = None
        self._releases = releases or {}
        self.oracle: Oracle | None = None
        """Who is asked what no declaration tells."""
        self._pins: dict[str, Release | None] = {}

    def read_main(self) -> Module:
        """The file that is analysed. Raises `Unreadable`."""
        module = read(self.main, self.overlay.get(self.main))
        self._modules[self.main] = module
        if self._given:
            from .inputs import Inputs

            stem = os.path.relpath(os.path.splitext(os.path.abspath(self.main))[0], self.root).replace(os.sep, ".")
            self.inputs = Inputs(self._given, module, stem)
        return module

    def module(self, path: str) -> Module | None:
        """A file, read; None if it cannot be."""
        if path not in self._modules:
            try:
                self._modules[path] = read(path, self.overlay.get(path))
            except (Unreadable, OSError):
                self._modules[path] = None
        return self._modules[path]

    def program(self, path: str) -> Program | None:
        """A file without sugar."""
        if path not in self._programs:
            module = self.module(path)
            self._programs[path] = None if module is None else lower(module)
        return self._programs[path]

    def size(self, path: str) -> int:
        """The characters of a file that was read."""
        module = self._modules.get(path)
        return len(module.text) if module is not None else 0

    def mentions(self, path: str, word: str) -> bool:
        """Whether a file has a word in it; it need not have been read."""
        if path not in self._texts:
            module = self._modules.get(path)
            try:
                self._texts[path] = module.text.encode("utf-8", "surrogatepass") if module is not None else raw(path)
            except Unreadable:
                self._texts[path] = b""
        text, wanted = self._texts[path], word.encode()
        at = text.find(wanted)
        while at >= 0:
            around = text[max(at - 1, 0) : at] + text[at + len(wanted) : at + len(wanted) + 1]
            if not any(byte in _WORD for byte in around):
                return True
            at = text.find(wanted, at + 1)
        return False

    def release(self, package: str) -> Release | None:
        """The release of a package that was asked for, or the highest one that the project allows."""
        if package not in self._pins:
            asked = self._releases.get(package)
            self._pins[package] = (asked, 0) if asked is not None else pinned(self.root, package)
        return self._pins[package]

    @property
    def modules(self) -> dict[str, Module]:
        """The files read so far."""
        return {path: module for path, module in self._modules.items() if module is not None}

    def data_file(self, path: str, importer: str) -> str | None:
        """The full name of a regular file inside the project that the program reads."""
        return self._inside(path, importer, stat.S_ISREG)

    def data_folder(self, path: str, importer: str) -> str | None:
        """The full name of a folder inside the project; what lies beside the program differs from run to run."""
        found = self._inside(path, importer, stat.S_ISDIR)
        own = os.path.join(os.path.realpath(self.folder), "")
        return None if found is None or own.startswith(os.path.join(found, "")) else found

    def _inside(self, path: str, importer: str, wanted: Callable[[int], bool]) -> str | None:
        if not self.data:
            return None
        bases = [os.path.realpath(base) + os.sep for base in (self.root, self.folder)]
        for folder in dict.fromkeys([os.path.dirname(os.path.abspath(importer or self.main)), os.getcwd()]):
            try:
                full = os.path.realpath(os.path.join(folder, os.path.expanduser(path)))
                if any((full + os.sep).startswith(base) for base in bases) and wanted(os.stat(full).st_mode):
                    return full
            except (OSError, ValueError):
                continue
        return None


def _root(folder: str) -> str:
    """The nearest folder upwards that holds a project's mark; else the folder itself."""
    here = folder
    for _ in range(_HIGHEST):
        if any(os.path.exists(os.path.join(here, mark)) for mark in _MARKS):
            return here
        parent = os.path.dirname(here)
        if parent == here:
            break
        here = parent
    return folder

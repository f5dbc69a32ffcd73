"""The files around the one that is analysed: which module an import means, and which data may be peeked at."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from ..ir.lower import lower
from ..source import Unreadable, read

if TYPE_CHECKING:
    from ..ir.nodes import Program
    from ..source.module import Module

_MARKS = ("pyproject.toml", "setup.py", "setup.cfg", ".git")
_HIGHEST = 8
"""How many folders up the root of a project is looked for."""


class Project:
    """Reads files once. `overlay` holds texts that are newer than their files (an editor's, or standard input)."""

    def __init__(self, main: str, overlay: dict[str, str] | None = None, data: bool = True) -> None:
        self.main = main
        self.overlay = overlay or {}
        self.data = data
        self.folder = os.path.dirname(os.path.abspath(main))
        self.root = _root(self.folder)
        self._modules: dict[str, Module | None] = {}
        self._programs: dict[str, Program | None] = {}
        self._found: dict[tuple[str, int, str], str | None] = {}

    def read_main(self) -> Module:
        """The file that is analysed. Raises `Unreadable`."""
        module = read(self.main, self.overlay.get(self.main))
        self._modules[self.main] = module
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

    @property
    def modules(self) -> dict[str, Module]:
        """The files read so far."""
        return {path: module for path, module in self._modules.items() if module is not None}

    def find_module(self, path: str, level: int, importer: str) -> str | None:
        """The file that an import means: relative to the importing file, beside the script, or under the root."""
        key = (path, level, importer)
        if key not in self._found:
            self._found[key] = self._find(path, level, importer)
        return self._found[key]

    def _find(self, path: str, level: int, importer: str) -> str | None:
        inside = os.path.dirname(os.path.abspath(importer))
        if level:
            for _ in range(level - 1):
                inside = os.path.dirname(inside)
            folders = [inside]
        else:
            folders = list(dict.fromkeys([inside, self.folder, self.root, os.path.join(self.root, "src")]))
        parts = path.split(".") if path else []
        for folder in folders:
            base = os.path.join(folder, *parts)
            for candidate in (f"{base}.py", os.path.join(base, "__init__.py")) if parts else (
                os.path.join(base, "__init__.py"),
            ):  # fmt: skip
                if os.path.isfile(candidate) and not _same_file(candidate, importer):
                    return candidate
        return None

    def data_file(self, path: str, importer: str) -> str | None:
        """The full name of a regular file inside the project that the program reads."""
        if not self.data:
            return None
        for folder in dict.fromkeys([os.path.dirname(os.path.abspath(importer or self.main)), os.getcwd()]):
            full = os.path.realpath(os.path.join(folder, os.path.expanduser(path)))
            inside = any(full.startswith(os.path.realpath(base) + os.sep) for base in (self.root, self.folder))
            try:
                if inside and stat.S_ISREG(os.stat(full).st_mode):
                    return full
            except (OSError, ValueError):
                continue
        return None


def _same_file(one: str, other: str) -> bool:
    return os.path.abspath(one) == os.path.abspath(other)


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

"""Bounded, read-only looks at folders: what lies in them, and trees of one folder a class.

Links are not followed out of a folder, nor to folders at all: where there is one, nothing is known.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from .imagefile import Picture, look

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 1 << 16
"""A folder of more entries is not looked through."""
_DEEPEST = 16
_MOST_PICTURES, _MOST_LOOKED_THROUGH = 2048, 256
"""Of so many pictures the sizes are compared; of fewer, whether they are upright, too."""


class Inside(NamedTuple):
    """The names in a folder: of the folders and of the files, in order."""

    folders: tuple[str, ...]
    files: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sorted((*self.folders, *self.files)))


class Walk:
    """A look through a folder and those in it, until there has been too much."""

    def __init__(self, top: str) -> None:
        self.top = os.path.join(os.path.realpath(top), "")
        self.left = _MOST

    def inside(self, folder: str) -> Inside | None:
        folders: list[str] = []
        files: list[str] = []
        with os.scandir(folder) as entries:
            for entry in entries:
                self.left -= 1
                if self.left < 0 or not entry.name.isprintable():
                    return None
                if entry.is_symlink():
                    there = os.path.realpath(entry.path)
                    if not there.startswith(self.top) or not os.path.isfile(there):
                        return None
                (folders if entry.is_dir() else files).append(entry.name)
        if files and not folders and all(name.startswith(".") for name in files):
            return None  # a place that version control keeps open: the data are elsewhere
        return Inside(tuple(sorted(folders)), tuple(sorted(files)))

    def tree(self, folder: str, depth: int = 0) -> list[tuple[str, Inside]] | None:
        """A folder and all below it, those above first, by their full names."""
        own = self.inside(folder) if depth <= _DEEPEST else None
        if own is None:
            return None
        found = [(folder, own)]
        for name in own.folders:
            below = self.tree(os.path.join(folder, name), depth + 1)
            if below is None:
                return None
            found += below
        return found


def inside(path: str) -> Inside | None:
    """What lies in a folder; None if that is too much, or nothing that can be told."""
    try:
        return Walk(path).inside(path)
    except OSError:
        return None


def alone(path: str) -> list[tuple[str, Inside]] | None:
    """The folder without those in it."""
    own = inside(path)
    return None if own is None else [(path, own)]


def tree(path: str) -> list[tuple[str, Inside]] | None:
    try:
        return Walk(path).tree(path)
    except OSError:
        return None


def classes(
    path: str, counts: Callable[[str], bool], is_class: Callable[[str], bool] = lambda name: True
) -> dict[str, tuple[str, ...]] | None:
    """The full names of the files that count, by the folder of their class; the classes in order."""
    found = tree(path)
    if found is None:
        return None
    sorted_out: dict[str, list[str]] = {name: [] for name in found[0][1].folders if is_class(name)}
    for folder, own in found[1:]:
        name = os.path.relpath(folder, path).split(os.sep)[0]
        if name in sorted_out:
            sorted_out[name] += [os.path.join(folder, file) for file in own.files if counts(file)]
    return {name: tuple(files) for name, files in sorted_out.items()}


def common_picture(paths: tuple[str, ...], as_stored: bool = True) -> Picture | None:
    """The one size of all pictures; None if there are several, or too many to be looked at. `as_stored`: they are not
    turned when they are read."""
    if not 0 < len(paths) <= (_MOST_PICTURES if as_stored else _MOST_LOOKED_THROUGH):
        return None
    first = look(paths[0], as_stored)
    if first is None:
        return None
    channels, upright = first.channels, first.upright
    for path in paths[1:]:
        found = look(path, as_stored)
        if found is None or (found.height, found.width) != (first.height, first.width):
            return None
        channels = channels if channels == found.channels else None
        upright = upright and found.upright
    return Picture(first.height, first.width, channels, upright)

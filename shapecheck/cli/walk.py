"""The files to check: those named, and those in the folders named."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..config import Config

SUFFIXES = (".py", ".ipynb")


class Complaint(Exception):
    """A path that gives nothing to check, in one line."""


class Missing(Complaint):
    """A path that does not exist."""


class NoPython(Complaint):
    """A folder with no Python file and no notebook in it."""


def find(paths: Sequence[str], config: Config) -> Iterator[str | Complaint]:
    """Each file once, in the order of the paths, sorted within a folder; and what is wrong with the paths."""
    seen: set[str] = set()
    for path in paths:
        if os.path.isdir(path):
            excluded = config.force_exclude and config.excludes(path)
            found = [] if excluded else list(_walk(path, config))
            if not found and not excluded:
                yield NoPython(f"{path}: no Python file and no notebook to check in this folder")
        elif not os.path.exists(path):
            found = [Missing(f"{path}: no such file or folder")]
        else:
            found = [] if config.force_exclude and config.excludes(path) else [_plain(path)]
        for each in found:
            if isinstance(each, Complaint) or (key := os.path.abspath(each)) not in seen:
                yield each
                if isinstance(each, str):
                    seen.add(key)


def _walk(folder: str, config: Config) -> Iterator[str | Complaint]:
    """The files below a folder. Hidden ones, virtual environments and what is excluded are left out."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as problem:
        yield Complaint(f"{_plain(folder)}: cannot be listed: {problem.strerror}")
        return
    for entry in listed:
        path = _plain(os.path.join(folder, entry.name))
        if entry.name.startswith(".") or config.excludes(path, itself=True):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not os.path.exists(os.path.join(path, "pyvenv.cfg")):
                yield from _walk(path, config)
        elif entry.name.endswith(SUFFIXES) and entry.is_file():
            yield path


def _plain(path: str) -> str:
    """The path without a leading `./`."""
    prefix = os.path.join(".", "")
    return path[len(prefix) :] if path.startswith(prefix) and len(path) > len(prefix) else path

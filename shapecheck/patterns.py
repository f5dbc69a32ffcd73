"""Patterns of paths: a name anywhere below a folder, or a path from it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from re import Pattern


def matches(path: str, patterns: Iterable[str], root: str, itself: bool = False) -> bool:
    """A pattern without a slash names a file or folder below the root; one with a slash is a path from it. Unless only
    `itself` is asked for, a path also matches because of a folder that it is in."""
    absolute = os.path.abspath(path)
    names, folders = [os.path.basename(absolute)], [absolute]
    if not itself:
        names = _below(absolute, root)
        while (parent := os.path.dirname(folders[-1])) != folders[-1]:
            folders.append(parent)
    return any(
        _glob(anchored(pattern, root)).fullmatch(each)
        for pattern in patterns
        for each in (folders if _is_path(pattern) else names)
    )


def _below(path: str, folder: str) -> list[str]:
    """The names on the way from a folder to a path in it; the path's own name alone when it is elsewhere."""
    prefix = os.path.join(folder, "")
    return path[len(prefix) :].split(os.sep) if path.startswith(prefix) else [os.path.basename(path)]


def _is_path(pattern: str) -> bool:
    return "/" in pattern.rstrip("/")


def anchored(pattern: str, folder: str) -> str:
    """A pattern that is a path, from the folder that it is relative to."""
    if not _is_path(pattern) or os.path.isabs(pattern):
        return pattern
    return os.path.join(folder.replace("[", "[[]").replace("*", "[*]").replace("?", "[?]"), pattern.removeprefix("./"))


_COMPILED: dict[str, Pattern[str]] = {}


def _glob(pattern: str) -> Pattern[str]:
    """`*` and `?` stay within a name, `**` crosses folders."""
    if pattern not in _COMPILED:
        import re

        parts = re.split(r"(\*\*/|\*\*|\*|\?|\[[^\]]+\])", pattern.rstrip("/"))
        special = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
        special |= {part: _one_of(part[1:-1]) for part in parts if part[:1] == "[" and part[1:]}
        _COMPILED[pattern] = re.compile("".join(special.get(part, re.escape(part)) for part in parts))
    return _COMPILED[pattern]


def _one_of(characters: str) -> str:
    escaped = characters.replace("\\", r"\\").replace("[", r"\[")
    return f"[^{escaped[1:]}]" if escaped.startswith("!") else f"[{escaped}]"

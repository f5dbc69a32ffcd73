"""Which releases of packages a project asks for, by what its own files say."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..source import Unreadable
from ..source.read import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

Release = tuple[int, int]

_FILES = ("requirements.txt", "requirements-dev.txt", "pyproject.toml", "setup.py", "setup.cfg", "Pipfile",
          "environment.yml", "environment.yaml", "conda.yaml", "constraints.txt")  # fmt: skip
_OPERATORS = ("===", "==", "~=", "<=", "<", "^", "=")
"""They bound a release from above; `>=` alone does not."""
_AROUND = " \t\"'[],;("
_LONGEST = 200_000
_ANY = 999


def pinned(root: str, package: str) -> Release | None:
    """The highest release (major, minor) of a package that the project allows; None if it does not say."""
    for name in _FILES:
        path = os.path.join(root, name)
        if not os.path.isfile(path):
            continue
        try:
            text = raw(path)[:_LONGEST].decode("utf-8", "replace")
        except (Unreadable, OSError):
            continue
        found = list(_releases(text, package))
        if found:
            return min(found)
    return None


def _releases(text: str, package: str) -> Iterator[Release]:
    """Those that stand behind the name, line by line."""
    for line in text.splitlines():
        code = line.partition("#")[0].lower()
        at = code.find(package)
        while at >= 0:
            rest = code[at + len(package) :]
            if at == 0 or code[at - 1] in _AROUND:
                yield from _bounds(rest)
            at = code.find(package, at + 1)


def _bounds(rest: str) -> Iterator[Release]:
    """`==2.10.1`, ` = "^2.4"`, `>=2.0,<2.16`"""
    if rest.startswith("["):
        rest = rest.partition("]")[2]
    rest = rest.lstrip(" \t'\"")
    if not rest.startswith((*_OPERATORS, ">", "!")):
        return
    for part in rest.split(";")[0].split(","):
        bound = part.strip(" \t'\"(){}]=") if part.lstrip().startswith("=") else part.strip(" \t'\"(){}]")
        operator = next((one for one in _OPERATORS if bound.startswith(one)), "==" if bound[:1].isdigit() else "")
        release = _number(bound[len(operator) :].lstrip(" '\"") if not bound[:1].isdigit() else bound)
        if operator and release is not None:
            open_ended = operator == "^" or (operator == "~=" and bound.count(".") < 2)
            yield (release[0], _ANY) if open_ended else _below(release) if operator == "<" else release


def _number(text: str) -> Release | None:
    """The first two numbers of a release."""
    parts = text.strip(" \t'\"^~=").split(".")
    digits = ["".join(c for c in part if c.isdigit()) for part in parts[:2]]
    if not digits or not digits[0]:
        return None
    return int(digits[0]), int(digits[1]) if len(digits) > 1 and digits[1] else 0


def _below(release: Release) -> Release:
    """The last one before."""
    major, minor = release
    return (major, minor - 1) if minor else (major - 1, _ANY)

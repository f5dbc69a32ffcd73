"""Where modules are: what an import finds, told by looking at folders alone."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from ..frameworks import builds_on, declares, knows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGES = ("site-packages", "dist-packages")
"""The folders that libraries are installed in."""
_LONGEST_METADATA = 400
"""Lines of a package's metadata that are looked at."""


class Found(NamedTuple):
    """A module: the file that is run, which a folder without `__init__.py` has none of; for a package, the folders
    that hold its parts. `library`: it is installed, not the project's."""

    file: str | None
    folders: tuple[str, ...] = ()
    library: bool = False

    @property
    def key(self) -> str:
        return self.file or self.folders[0]


class Search:
    """The folders that absolute imports look through, those that Python itself would look through first: the
    script's, or for a script inside a package the one that holds the package (`python -m`). The others are where
    projects keep their modules, with `PYTHONPATH` or an installation of their own."""

    def __init__(self, main: str, root: str, python: str | None) -> None:
        folder = os.path.dirname(os.path.abspath(main))
        own = outermost(folder)
        top = os.path.dirname(own) if own is not None else folder
        self.own = os.path.basename(own) if own is not None else None
        self.sure = [top]
        self.guessed = list(dict.fromkeys([folder, root, os.path.join(root, "src")]))
        self.installed = Installed(python, root)
        self._root = root
        self._folder = folder
        self._listed: dict[str, frozenset[str]] = {}

    def add(self, folder: str, first: bool) -> None:
        """The program looks into this folder, too: `sys.path.append`, or with `first` `sys.path.insert(0, ...)`."""
        full = os.path.normpath(os.path.join(self._folder, folder))
        bases = (self._root, os.path.dirname(self._folder), *self.sure)
        if any(_inside(full, base) for base in bases) and full not in self.sure:
            self.sure.insert(0 if first else len(self.sure), full)

    def top(self, name: str, importer: str) -> Found | None:
        """The module of a name without dots."""
        if knows(name):
            return None
        folders = []
        elsewhere = name in sys.stdlib_module_names or declares(name)
        for folder, sure in self._path(importer):
            if elsewhere and not (sure and self.own in (None, name)):
                continue
            if os.path.basename(folder) in PACKAGES and name != self.own:
                continue
            found = self._regular(folder, name)
            if found is not None and not _same_file(found.file, importer):
                return found
            folders.append(folder)
        if elsewhere:
            return None
        found = self.installed.find(name)
        return found or self._namespace(folders, name)

    def _path(self, importer: str) -> Iterator[tuple[str, bool]]:
        yield from ((folder, True) for folder in self.sure)
        for folder in dict.fromkeys([*self.guessed, os.path.dirname(os.path.abspath(importer))]):
            if folder not in self.sure:
                yield folder, False

    def inside(self, package: Found, name: str) -> Found | None:
        """A part of a package."""
        for folder in package.folders:
            found = self._regular(folder, name)
            if found is not None:
                return found._replace(library=package.library)
        found = self._namespace(package.folders, name)
        return found._replace(library=package.library) if found is not None else None

    def package(self, folder: str) -> Found:
        """The package that a folder of the project is."""
        init = os.path.join(folder, "__init__.py")
        return Found(init if os.path.isfile(init) else None, (folder,))

    def name_of(self, folder: str) -> str:
        """The full name of the package that a folder of the project is."""
        bases = [base for base in (*self.sure, *self.guessed) if folder != base and _inside(folder, base)]
        top = outermost(folder)
        base = os.path.dirname(top) if top is not None else max(bases, key=len, default=os.path.dirname(folder))
        return os.path.relpath(folder, base).replace(os.sep, ".")

    def _regular(self, folder: str, name: str) -> Found | None:
        """A package, or a file; as in Python the package comes first."""
        listed = self._list(folder)
        if name in listed:
            inner = os.path.join(folder, name)
            init = os.path.join(inner, "__init__.py")
            if os.path.isfile(init):
                return Found(init, (inner,))
        file = os.path.join(folder, f"{name}.py")
        return Found(file) if f"{name}.py" in listed and os.path.isfile(file) else None

    def _namespace(self, folders: Iterable[str], name: str) -> Found | None:
        inner = [os.path.join(folder, name) for folder in folders if name in self._list(folder)]
        parts = tuple(folder for folder in inner if os.path.isdir(folder))
        return Found(None, parts) if parts else None

    def _list(self, folder: str) -> frozenset[str]:
        if folder not in self._listed:
            self._listed[folder] = _listed(folder)
        return self._listed[folder]


class Installed:
    """The libraries that are installed for the project's interpreter: its site-packages, found as folders. Only those
    are read that say, in their metadata, that they build on a framework which is declared here."""

    def __init__(self, python: str | None, root: str) -> None:
        self._python = python
        self._root = root
        self._folders: tuple[str, ...] | None = None
        self._found: dict[str, Found | None] = {}

    @property
    def folders(self) -> tuple[str, ...]:
        if self._folders is None:
            self._folders = tuple(site_packages(self._python, self._root))
        return self._folders

    def find(self, name: str) -> Found | None:
        """The top of a library that is read."""
        if name not in self._found:
            self._found[name] = next(filter(None, (self._find(folder, name) for folder in self.folders)), None)
        return self._found[name]

    def exists(self, name: str) -> bool | None:
        """Whether anything of that name is installed; None if no site-packages were found."""
        listed = [_listed(folder) for folder in self.folders]
        endings = (name, f"{name}.py")
        if any(one in names for names in listed for one in endings):
            return True
        compiled = any(each.startswith(f"{name}.") for names in listed for each in names)
        return compiled if listed else None

    def inside(self, path: str) -> Found | None:
        """A module of any installed library, by its full name."""
        for folder in self.folders:
            base = os.path.join(folder, *path.split("."))
            if os.path.isfile(os.path.join(base, "__init__.py")):
                return Found(os.path.join(base, "__init__.py"), (base,), True)
            if os.path.isfile(f"{base}.py"):
                return Found(f"{base}.py", (), True)
        return None

    def _find(self, folder: str, name: str) -> Found | None:
        init = os.path.join(folder, name, "__init__.py")
        if not os.path.isfile(init) or not builds_on(_requirements(folder, name)):
            return None
        return Found(init, (os.path.join(folder, name),), True)


def site_packages(python: str | None, root: str) -> Iterator[str]:
    """The site-packages of an interpreter, of the active or the project's virtual environment, or of our own."""
    prefix = os.path.dirname(os.path.dirname(os.path.abspath(python))) if python and os.path.dirname(python) else None
    prefixes = [prefix, os.environ.get("VIRTUAL_ENV"), os.path.join(root, ".venv"), os.path.join(root, "venv")]
    for one in prefixes:
        found = list(_below(one)) if one else []
        if found:
            yield from found
            return
    yield from (path for path in sys.path if os.path.basename(path) in PACKAGES)


def _below(prefix: str) -> Iterator[str]:
    """`lib/python3.x/site-packages`, and `Lib/site-packages` on Windows."""
    lib = os.path.join(prefix, "lib")
    versions = sorted((name for name in _listed(lib) if name.startswith("python")), reverse=True)
    for inner in (*(os.path.join(lib, name) for name in versions), os.path.join(prefix, "Lib")):
        for packages in PACKAGES:
            if os.path.isdir(os.path.join(inner, packages)):
                yield os.path.join(inner, packages)


def _requirements(folder: str, name: str) -> list[str]:
    """The names of the packages that an installed one asks for, extras included."""
    infos = [each for each in _listed(folder) if each.endswith(".dist-info")]
    wanted = _normal(name)
    own = [each for each in infos if _normal(each.partition("-")[0]) == wanted]
    if not own:
        own = [each for each in infos if name in _lines(os.path.join(folder, each, "top_level.txt"))]
    found = []
    for each in own:
        for line in _lines(os.path.join(folder, each, "METADATA")):
            if line.startswith("Requires-Dist:"):
                required = line.partition(":")[2].strip()
                end = next((i for i, c in enumerate(required) if not (c.isalnum() or c in "._-")), len(required))
                found.append(_normal(required[:end]))
    return found


def _normal(name: str) -> str:
    return name.replace("-", "_").replace(".", "_").lower()


def _lines(path: str) -> list[str]:
    """The lines of a small text, up to the first empty one."""
    lines: list[str] = []
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                if not line.strip() or len(lines) > _LONGEST_METADATA:
                    break
                lines.append(line.strip())
    except (OSError, ValueError):
        pass
    return lines


def outermost(folder: str) -> str | None:
    """The outermost package that a folder is a part of; None if it is no package."""
    top = None
    while os.path.isfile(os.path.join(folder, "__init__.py")) and top != folder:
        folder, top = os.path.dirname(folder), folder
    return top


def _listed(folder: str) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))
    except (OSError, ValueError):
        return frozenset()


def _inside(path: str, base: str) -> bool:
    return path == base or path.startswith(base.rstrip(os.sep) + os.sep)


def _same_file(one: str | None, other: str) -> bool:
    return one is not None and os.path.abspath(one) == os.path.abspath(other)

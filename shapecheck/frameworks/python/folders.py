"""What lies in a folder: `os.listdir`, `os.walk`, `glob`, and the same of `pathlib`; of folders of the project it is
known."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Instance
from ...core.plain import FALSE, Constant, Scalar
from ...core.value import Arguments, Value
from .files import data_file, data_folder, path_text, will_differ
from .tools import native, payload, result, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context
    from ..data.imagefile import Picture

_FEW = 24
"""So many names are told apart; more are one of many."""
_MOST = 4096
"""Names beyond so many are only counted."""


def _count(context: Context, names: tuple[str, ...], where: str) -> Dim:
    return Dim.of(len(names), context.origin(f"{len(names)} entries of {os.path.basename(where) or where}"))


def listed(context: Context, names: tuple[str, ...], where: str) -> Sequence:
    """Names in an order that is not known."""
    if len(names) < 2:
        return Sequence.list(map(Constant, names))
    if len(names) > _FEW:
        some = Scalar("str", among=names if len(names) <= _MOST else None)
        return Sequence("list", (), some, _count(context, names, where))
    each = [Scalar("str", among=names) for _ in names]
    for one in each:
        one.drawn_from = names
    return Sequence.list(each)


def several_files(context: Context, value: Value | None) -> tuple[str, ...] | None:
    """The full names of the files that a path may mean."""
    among = value.hidden("among") if isinstance(value, Instance) else getattr(value, "among", None)
    if not isinstance(among, tuple) or len(among) > _MOST or not among or not all(type(one) is str for one in among):
        single = data_file(context, value)
        return None if single is None else (single,)
    found = [data_file(context, Constant(one)) for one in among]
    return tuple(one for one in found if one is not None) if None not in found else None


def picture_in(context: Context, value: Value | None, as_stored: bool) -> Picture | None:
    """What the headers of the files that a path may mean say alike. `as_stored`: pictures are not turned."""
    from ..data import folder

    paths = several_files(context, value)
    found = folder.common_picture(paths, as_stored) if paths is not None else None
    if found is not None and paths is not None:
        context.note("data file", paths[0])
    return found


@native("os.listdir")
def listdir(context: Context, arguments: Arguments) -> Value:
    from ..data import folder

    path = data_folder(context, arguments.get(0, "path") or Constant("."))
    found = folder.inside(path) if path is not None else None
    if found is None or path is None or not found.names:  # an empty one is to be filled
        return result("texts")
    context.note("data file", path)
    return listed(context, found.names, path)


@native("os.walk")
def walk(context: Context, arguments: Arguments) -> Value:
    """The folder itself first, then those in it, unless the program leaves some out."""
    from ..data import folder

    top = arguments.get(0, "top")
    path, text = data_folder(context, top), text_of(top)
    found = folder.tree(path) if path is not None and len(arguments.positional) == 1 else None
    others = Sequence.tuple((Scalar("str"), result("texts"), result("texts")))
    if found is None or path is None or arguments.keywords or len(found) > _MOST or not any(found[0][1]):
        return Sequence("iterator", (), others, Dim.unknown())
    context.note("data file", path)
    where = Constant(text) if text is not None else Scalar("str")
    first = Sequence.tuple((where, *(listed(context, names, path) for names in found[0][1])))
    if len(found) == 1:
        return Sequence("iterator", (first,))
    if text is not None:
        places = tuple(os.path.join(text, os.path.relpath(one, path)) for one, _ in found[1:])
        names = [tuple(dict.fromkeys(name for _, own in found[1:] for name in own[i])) for i in (0, 1)]
        lists = [Sequence("list", (), Scalar("str", among=_known(own)), Dim.unknown()) for own in names]
        others = Sequence.tuple((Scalar("str", among=_known(places)), *lists))
    return Sequence("iterator", (first,), others, Dim.unknown())


def _known(names: tuple[str, ...]) -> tuple[str, ...] | None:
    return names if 0 < len(names) <= _MOST else None


# -- patterns ------------------------------------------------------------------------------------------------------


def matching(context: Context, base: str, pattern: str, deep: bool, hidden: bool) -> tuple[str, ...] | None:
    """The paths, as they stand behind a folder, of what fits a pattern; None if that is not known. `deep`: `**` means
    any number of folders. `hidden`: names that start with a dot count like others."""
    parts = pattern.split("/")
    if "" in parts:
        return None
    while parts and not _is_magic(parts[0]):
        base = os.path.join(base, parts.pop(0))
    from ..data import folder

    path = data_folder(context, Constant(base or "."))
    if path is None or not parts or any(part in (".", "..") or ("**" in part and part != "**") for part in parts):
        return None
    if parts[-1] == "**" or (not deep and "**" in parts):
        return None
    found = folder.tree(path) if len(parts) > 1 else folder.alone(path)
    if found is None:
        return None
    context.note("data file", path)
    named = ([*_below(where, path), name] for where, own in found for name in own.names)
    kept = [one for one in named if _fits(one, parts, hidden)]
    return tuple(os.path.join(base, *one) for one in kept) if len(kept) <= 1 << 16 else None


def _below(where: str, top: str) -> list[str]:
    return [] if where == top else os.path.relpath(where, top).split(os.sep)


def _is_magic(part: str) -> bool:
    return any(character in part for character in "*?[")


def _fits(names: list[str], parts: list[str], hidden: bool) -> bool:
    from fnmatch import fnmatchcase

    if not parts or not names:
        return not parts and not names
    if parts[0] == "**":
        passed = hidden or not names[0].startswith(".")
        return _fits(names, parts[1:], hidden) or (passed and _fits(names[1:], parts, hidden))
    shown = hidden or parts[0].startswith(".") or not names[0].startswith(".")
    return shown and fnmatchcase(names[0], parts[0]) and _fits(names[1:], parts[1:], hidden)


@native("glob.glob", "glob.iglob")
def glob(context: Context, arguments: Arguments) -> Value:
    """`glob(pathname, *, root_dir=None, recursive=False)`"""
    given = arguments.get(0, "pathname")
    pattern, deep = path_text(given), arguments.keywords.get("recursive", FALSE)
    known = {"pathname", "recursive"}.issuperset(arguments.keywords) and isinstance(deep, Constant)
    found = None
    if pattern is not None and known and _is_magic(pattern) and text_of(given) is not None:
        base = "/" if pattern.startswith("/") else ""
        found = matching(context, base, pattern.removeprefix("/"), bool(payload(deep)), False)
    return listed(context, found, pattern or "") if found else result("texts")


def of_path(deep: bool) -> Callable[[Context, Arguments], Value]:
    """`path.glob(pattern)`, or `path.rglob(pattern)`"""

    def run(context: Context, arguments: Arguments) -> Value:
        path, pattern = arguments.positional[0], text_of(arguments.get(1, "pattern"))
        base, exact = path_text(path), text_of(path)
        found = None
        if base is not None and pattern is not None and len(arguments.positional) == 2 and not arguments.keywords:
            found = matching(context, base, f"**/{pattern}" if deep else pattern, True, True)
        return paths(context, found, base if exact is not None else None)

    return run


def iterdir(context: Context, arguments: Arguments) -> Value:
    from ..data import folder

    path = arguments.positional[0]
    base, full = path_text(path), data_folder(context, path)
    found = folder.inside(full) if full is not None else None
    if found is None or base is None:
        return paths(context, None, None)
    context.note("data file", full)
    return paths(context, tuple(os.path.join(base, name) for name in found.names), base if text_of(path) else None)


def paths(context: Context, found: tuple[str, ...] | None, base: str | None) -> Value:
    """Paths in an order that is not known."""
    from .paths import path_value, some_path

    if not found:
        return Sequence("iterator", (), path_value(None), Dim.unknown())
    one = path_value(None) if base is None or len(found) > _MOST else some_path(found)
    return Sequence("iterator", (), one, _count(context, found, base or "a folder"))


# -- what changes files --------------------------------------------------------------------------------------------


def changing(kind: str, *places: int) -> Callable[[Context, Arguments], Value]:
    """A function that changes the files or folders of some of its arguments."""

    def run(context: Context, arguments: Arguments) -> Value:
        given = arguments.positional
        for place in places:
            will_differ(context, given[place] if place < len(given) else None)
        return result(kind)

    return run


def make_folder(context: Context, arguments: Arguments) -> Value:
    """One that is there stays as it is."""
    first = arguments.get(0, "name") or arguments.keywords.get("path")
    if data_folder(context, first) is None:
        will_differ(context, first)
    return result("None")


native("os.makedirs", "os.mkdir")(make_folder)
native("os.remove", "os.unlink", "os.rmdir", "os.removedirs", "shutil.rmtree")(changing("None", 0))
native("os.rename", "os.replace")(changing("None", 0, 1))
native("os.symlink", "os.link")(changing("None", 1))
native("shutil.copy", "shutil.copy2", "shutil.copyfile", "shutil.copytree")(changing("str", 1))
native("shutil.move")(changing("str", 0, 1))

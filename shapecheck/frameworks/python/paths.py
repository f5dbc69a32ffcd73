"""`os.path`, `pathlib`, `os`, `glob` and what else asks the file system: paths are joined, the disk is never asked."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.convert import to_value
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.several import each
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from . import folders
from .files import Content, FileText, data_file, file_value, path_text
from .tools import answering, compute, computed, harmless, native, text_of
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

# -- os.path -------------------------------------------------------------------------------------------------------


def _on_texts(function: Callable[..., object], kind: str) -> Callable[[Context, Arguments], Value]:
    """A function of `os.path` that looks at texts alone; paths count as texts."""

    def run(context: Context, arguments: Arguments) -> Value:
        given = arguments.positional
        texts = [text_of(value) for value in given]
        if None not in texts and texts and not arguments.keywords and not arguments.open:
            return compute(function, Arguments([Constant(text) for text in texts]), kind)
        known = [one if text is None else Constant(text) for one, text in zip(given, texts, strict=True)]
        found = each(function, *known) if not arguments.keywords and not arguments.open else None
        if found is not None:
            return found
        if kind == "pair":
            return Sequence.tuple((Scalar("str"), Scalar("str")))
        files = [path_text(value) for value in given]
        if kind != "path" or None in files or not files or arguments.keywords or arguments.open:
            return Scalar("str" if kind == "path" else kind)
        return FileText(str(function(*files)))

    return run


for _name in ("join", "dirname", "normpath"):
    native(f"os.path.{_name}")(_on_texts(getattr(os.path, _name), "path"))
for _name in ("basename", "normcase", "commonprefix"):
    native(f"os.path.{_name}")(_on_texts(getattr(os.path, _name), "str"))
for _name in ("split", "splitext"):
    native(f"os.path.{_name}")(_on_texts(getattr(os.path, _name), "pair"))
native("os.path.isabs")(_on_texts(os.path.isabs, "bool"))
computed("os.path", str="commonpath")
harmless("os.path", str="expanduser expandvars", int="getsize", float="getmtime getctime getatime")
harmless("os.path", unknown="exists isfile isdir islink lexists ismount samefile")


@native("os.path.abspath", "os.path.realpath")
def absolute(context: Context, arguments: Arguments) -> Value:
    first = arguments.positional[0] if arguments.positional else NONE
    text, file = text_of(first), path_text(first)
    if text is not None and os.path.isabs(text) and os.path.normpath(text) == text and len(arguments.positional) == 1:
        return Constant(text)
    return FileText(file) if file is not None else Scalar("str")


@native("os.path.relpath")
def relative(context: Context, arguments: Arguments) -> Value:
    texts = [text_of(value) for value in arguments.positional]
    both = [text for text in texts if text is not None]
    sure = len(both) == len(texts) == 2 and os.path.isabs(both[0]) == os.path.isabs(both[1]) and not arguments.keywords
    outside = any(part == ".." for text in both for part in text.split("/"))
    return Constant(os.path.relpath(*both)) if sure and not outside else Scalar("str")


@native("os.fspath")
def as_text(context: Context, arguments: Arguments) -> Value:
    first = arguments.positional[0] if arguments.positional else NONE
    return _text(context, Arguments((first,)))


# -- os ------------------------------------------------------------------------------------------------------------

harmless(
    "os",
    None_="chdir chmod utime kill killpg putenv unsetenv nice setpgrp close fsync",
    str="getlogin strerror ctermid",
    int="cpu_count getpid getppid system umask getuid getgid",
    never="_exit abort",
    unknown="scandir stat popen times get_terminal_size sched_getaffinity urandom uname environb open read write "
    "pipe fork access getloadavg",
)
declare("os.getcwd", Native("os.getcwd", lambda context, arguments: FileText(".")))
for _name in ("sep", "linesep", "pathsep", "curdir", "pardir", "extsep", "devnull", "name"):
    declare(f"os.{_name}", Constant(getattr(os, _name)))
declare("os.path.sep", Constant(os.sep))


def _variable(context: Context, arguments: Arguments) -> Value:
    """`environ.get(name, default)`: set or not, nobody knows, but for what the program sets; what libraries look for is
    not set."""
    default = arguments.get(1, "default")
    known: Value | None = context.memory.get(("environment", text_of(arguments.get(0, "key"))))
    if known is not None:
        return known
    if context.in_library:
        return default or NONE
    return Scalar("str") if text_of(default) is not None else Unknown("an environment variable")


def _set_variable(context: Context, arguments: Arguments) -> Value:
    """`environ[name] = value`; of a name that is not known nothing is remembered."""
    name = text_of(arguments.get(1, "key"))
    if name is not None:
        context.write(context.memory, ("environment", name), arguments.get(2, "value") or Scalar("str"))
    return NONE


def _remove_variable(context: Context, arguments: Arguments) -> Value:
    name = text_of(arguments.get(1, "key"))
    if name is not None and ("environment", name) in context.memory:
        context.write(context.memory, ("environment", name), Unknown("an environment variable"))
    return Unknown("an environment variable")


native("os.getenv")(_variable)
_ENVIRON = library_class(
    "os._Environ",
    get=lambda context, arguments: _variable(context, Arguments(arguments.positional[1:], arguments.keywords)),
    __getitem__=lambda context, arguments: context.memory.get(("environment", text_of(arguments.get(1, "key"))))
    or Scalar("str"),
    __setitem__=_set_variable,
    setdefault=answering("str"),
    pop=_remove_variable,
    update=answering("None"),
    copy=answering("unknown"),
    __len__=answering("int"),
)
declare("os.environ", Instance(_ENVIRON))
declare("os._Environ", _ENVIRON)


# -- pathlib -------------------------------------------------------------------------------------------------------


def _pure(text: str) -> Any:
    """Python's own path, for questions about its text."""
    return import_module("pathlib").PurePosixPath(text)


def path_value(text: str | None, file: str | None = None) -> Instance:
    """A path; `file` names the file where the exact text is not known."""
    path = Instance(PATH)
    path.state[" text"] = text
    path.state[" file"] = file if text is None else text
    return path


def some_path(texts: tuple[str, ...]) -> Instance:
    """A path that is one of several."""
    path = path_value(None)
    path.state[" among"] = tuple(map(_normal, texts))
    return path


def _of_each(path: Value, function: Callable[[str], str]) -> tuple[str, ...]:
    """What a function of texts makes of a path that is one of several; nothing of other paths."""
    among = path.hidden("among") if isinstance(path, Instance) else None
    return tuple(dict.fromkeys(map(function, among))) if isinstance(among, tuple) else ()


def _one_text(among: tuple[str, ...]) -> Value:
    return Constant(among[0]) if len(among) == 1 else Scalar("str", among=among or None)


def _new_path(context: Context, arguments: Arguments) -> Value:
    given = arguments.positional[1:]
    if not given:
        return path_value(".")
    texts = [text_of(value) for value in given]
    known = [text for text in texts if text is not None]
    return path_value(_normal(os.path.join(*known)) if len(known) == len(texts) else None)


def _normal(text: str) -> str:
    """The text of a path, as `pathlib` spells it: no double or trailing slashes, no single dots."""
    slashes = len(text) - len(text.lstrip("/"))
    lead = "//" if slashes == 2 else "/" if slashes else ""
    parts = [part for part in text.split("/") if part not in ("", ".")]
    return lead + "/".join(parts) or "."


def _joined(left: Value | None, right: Value | None) -> Value:
    one, other = text_of(left), text_of(right)
    if one is not None and other is not None:
        return path_value(_normal(os.path.join(one, other)))
    base = left.hidden("file") if isinstance(left, Instance) else one
    if isinstance(base, str) and other is not None:
        return path_value(None, os.path.join(base, other))
    texts = [one if text is None else Constant(text) for one, text in ((left, one), (right, other))]
    found = each(os.path.join, *(text for text in texts if text is not None)) if None not in texts else None
    return some_path(found.among or ()) if isinstance(found, Scalar) else path_value(None)


def _join(context: Context, arguments: Arguments) -> Value:
    result: Value = arguments.positional[0]
    for part in arguments.positional[1:]:
        result = _joined(result, part)
    return result


def _part(name: str) -> Callable[[str], str]:
    if name == "name":
        return lambda text: "" if text == "." else os.path.basename(text)
    return lambda text: _split_suffix(os.path.basename(text))[name == "suffix"]


def _split_suffix(name: str) -> tuple[str, str]:
    at = name.rfind(".")
    return (name[:at], name[at:]) if 0 < at < len(name) - 1 else (name if name != "." else "", "")


def _path_attribute(context: Context, arguments: Arguments) -> Value:
    path, name = arguments.positional[0], text_of(arguments.positional[1])
    text = text_of(path)
    if name in ("name", "stem", "suffix"):
        return Constant(_part(name)(text)) if text is not None else _one_text(_of_each(path, _part(name)))
    if name == "parent":
        if text is not None:
            return path_value(_parent(text))
        above = _of_each(path, _parent)
        if above:
            return path_value(above[0]) if len(above) == 1 else some_path(above)
        file = path.hidden("file") if isinstance(path, Instance) else None
        return path_value(None, os.path.dirname(file) if isinstance(file, str) else None)
    pure = _pure(text) if text is not None else None
    if name == "parts":
        return to_value(pure.parts) if pure is not None else Sequence("tuple", (), Scalar("str"), Dim.unknown())
    if name in ("suffixes", "anchor", "root", "drive") and pure is not None:
        return to_value(getattr(pure, name))
    if name == "parents" and pure is not None:
        return Sequence.tuple(path_value(str(parent)) for parent in pure.parents)
    return Unknown(f"pathlib.Path.{name}")


def _parent(text: str) -> str:
    return _normal(os.path.dirname(text)) if text != "." else "."


def _resolve(context: Context, arguments: Arguments) -> Value:
    path = arguments.positional[0]
    file = path.hidden("file") if isinstance(path, Instance) else None
    return path_value(None, file if isinstance(file, str) else None)


def _open(context: Context, arguments: Arguments) -> Value:
    return file_value(context, arguments.positional[0], arguments.get(1, "mode"))


def _with(part: str) -> Callable[[Context, Arguments], Value]:
    def run(context: Context, arguments: Arguments) -> Value:
        text, new = text_of(arguments.positional[0]), text_of(arguments.get(1, part))
        if text is None or new is None or not os.path.basename(text):
            return path_value(None)
        folder, name = os.path.split(text)
        stem, suffix = _split_suffix(name)
        name = {"name": new, "suffix": stem + new, "stem": new + suffix}[part]
        return path_value(_normal(os.path.join(folder, name)))

    return run


def _text(context: Context, arguments: Arguments) -> Value:
    path = arguments.positional[0]
    text, file = text_of(path), path_text(path)
    if text is None and file is None:
        return _one_text(_of_each(path, str))
    return Constant(text) if text is not None else FileText(file) if file is not None else Scalar("str")


def _asked(name: str) -> Callable[[Context, Arguments], Value]:
    """A question about texts alone."""

    def run(context: Context, arguments: Arguments) -> Value:
        texts = [text_of(value) for value in arguments.positional]
        known = [text for text in texts if text is not None]
        if len(known) < len(texts) or arguments.keywords:
            return Unknown(f"Path.{name}")
        try:
            return to_value(getattr(_pure(known[0]), name)(*known[1:]))
        except (ValueError, TypeError):
            return Unknown(f"Path.{name}")

    return run


def _relative_to(context: Context, arguments: Arguments) -> Value:
    texts = [text_of(value) for value in arguments.positional]
    known = [text for text in texts if text is not None]
    try:
        return path_value(str(_pure(known[0]).relative_to(*known[1:])) if len(known) == len(texts) else None)
    except (ValueError, TypeError):
        return path_value(None)


def _same(context: Context, arguments: Arguments) -> Value:
    left, right = text_of(arguments.positional[0]), text_of(arguments.get(1, "other"))
    known = left is not None and right is not None and isinstance(arguments.get(1, "other"), Instance)
    return Constant(left == right) if known else Unknown("comparison of paths")


def _read_text(context: Context, arguments: Arguments) -> Value:
    name = data_file(context, arguments.positional[0])
    return Content(name) if name is not None else Scalar("str")


def _rename(context: Context, arguments: Arguments) -> Value:
    folders.changing("None", 0, 1)(context, arguments)
    return path_value(None)


_ASKED = "exists is_file is_dir is_symlink stat"
_PATH_LIKE = library_class("os.PathLike", CLASSES["object"])
declare("os.PathLike", _PATH_LIKE)
PATH = library_class(
    "pathlib.Path",
    _PATH_LIKE,
    __eq__=_same,
    is_absolute=_asked("is_absolute"),
    match=_asked("match"),
    is_relative_to=_asked("is_relative_to"),
    __new__=_new_path,
    __truediv__=_join,
    __rtruediv__=lambda context, arguments: _joined(arguments.positional[1], arguments.positional[0]),
    joinpath=_join,
    __getattr__=_path_attribute,
    __str__=_text,
    __fspath__=_text,
    as_posix=_text,
    resolve=_resolve,
    absolute=_resolve,
    expanduser=lambda context, arguments: path_value(None),
    glob=folders.of_path(False),
    rglob=folders.of_path(True),
    iterdir=folders.iterdir,
    open=_open,
    with_suffix=_with("suffix"),
    with_name=_with("name"),
    with_stem=_with("stem"),
    read_text=_read_text,
    read_bytes=answering("bytes"),
    write_text=folders.changing("int", 0),
    write_bytes=folders.changing("int", 0),
    mkdir=folders.make_folder,
    touch=folders.changing("None", 0),
    unlink=folders.changing("None", 0),
    rmdir=folders.changing("None", 0),
    rename=_rename,
    relative_to=_relative_to,
    **{name: answering("unknown") for name in _ASKED.split()},
)
for _name in ("Path", "PosixPath", "PurePath", "PurePosixPath"):
    declare(f"pathlib.{_name}", PATH)
declare("pathlib.Path.cwd", Unknown("the working directory"))
PATH.state["cwd"] = PATH.state["home"] = Unknown("a folder of the machine")

harmless("glob", str="escape")
harmless("shutil", unknown="disk_usage", str="make_archive which")
harmless(
    "tempfile", str="mkdtemp mktemp gettempdir", unknown="NamedTemporaryFile TemporaryDirectory TemporaryFile mkstemp"
)

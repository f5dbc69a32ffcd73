"""`os.path`, `pathlib`, `os`, `glob` and what else asks the file system: paths are joined, the disk is never asked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.plain import Constant, Scalar
from ...core.value import Arguments, Unknown, Value
from ..declare import declare
from .files import file_value
from .tools import answering, compute, harmless, native, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

# -- os.path -------------------------------------------------------------------------------------------------------


def _on_texts(function: Callable[..., object], kind: str) -> Callable[[Context, Arguments], Value]:
    """A function of `os.path` that looks at texts alone; paths count as texts."""

    def run(context: Context, arguments: Arguments) -> Value:
        texts = [text_of(value) for value in arguments.positional]
        if None in texts or arguments.keywords or arguments.open:
            return Sequence.tuple((Scalar("str"), Scalar("str"))) if kind == "pair" else Scalar(kind)
        return compute(function, Arguments([Constant(text) for text in texts]), kind)

    return run


for _name in ("join", "basename", "dirname", "normpath", "normcase", "commonprefix"):
    native(f"os.path.{_name}")(_on_texts(getattr(os.path, _name), "str"))
for _name in ("split", "splitext"):
    native(f"os.path.{_name}")(_on_texts(getattr(os.path, _name), "pair"))
native("os.path.isabs")(_on_texts(os.path.isabs, "bool"))
harmless("os.path", str="expanduser expandvars commonpath", int="getsize", float="getmtime getctime getatime")
harmless("os.path", unknown="exists isfile isdir islink lexists ismount samefile")


@native("os.path.abspath", "os.path.realpath", "os.path.relpath")
def absolute(context: Context, arguments: Arguments) -> Value:
    text = text_of(arguments.positional[0]) if arguments.positional else None
    if text is not None and os.path.isabs(text) and os.path.normpath(text) == text and len(arguments.positional) == 1:
        return Constant(text)
    return Scalar("str")


# -- os ------------------------------------------------------------------------------------------------------------

harmless(
    "os",
    None_="makedirs mkdir remove rename replace rmdir removedirs unlink chdir chmod symlink link utime kill killpg "
    "putenv unsetenv nice setpgrp close fsync",
    str="getcwd getlogin strerror ctermid",
    int="cpu_count getpid getppid system umask getuid getgid",
    texts="listdir",
    never="_exit abort",
    unknown="walk scandir stat popen times get_terminal_size sched_getaffinity urandom uname environb open read write "
    "pipe fork access getloadavg",
)
for _name in ("sep", "linesep", "pathsep", "curdir", "pardir", "extsep", "devnull", "name"):
    declare(f"os.{_name}", Constant(getattr(os, _name)))
declare("os.path.sep", Constant(os.sep))


def _variable(context: Context, arguments: Arguments) -> Value:
    """`environ.get(name, default)`: set or not, nobody knows."""
    default = arguments.get(1, "default")
    return Scalar("str") if text_of(default) is not None else Unknown("an environment variable")


native("os.getenv")(_variable)
_ENVIRON = library_class(
    "os._Environ",
    get=lambda context, arguments: _variable(context, Arguments(arguments.positional[1:], arguments.keywords)),
    __getitem__=answering("str"),
    __setitem__=answering("None"),
    setdefault=answering("str"),
    pop=answering("unknown"),
    update=answering("None"),
    copy=answering("unknown"),
    __len__=answering("int"),
)
declare("os.environ", Instance(_ENVIRON))
declare("os._Environ", _ENVIRON)


# -- pathlib -------------------------------------------------------------------------------------------------------


def path_value(text: str | None, file: str | None = None) -> Instance:
    """A path; `file` names the file where the exact text is not known."""
    path = Instance(PATH)
    path.state[" text"] = text
    path.state[" file"] = file if text is None else text
    return path


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
    return path_value(None)


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
        return Constant(_part(name)(text)) if text is not None else Scalar("str")
    if name == "parent":
        if text is not None:
            return path_value(_normal(os.path.dirname(text)) if text != "." else ".")
        file = path.hidden("file") if isinstance(path, Instance) else None
        return path_value(None, os.path.dirname(file) if isinstance(file, str) else None)
    if name == "parts":
        return Sequence("tuple", (), Scalar("str"), Dim.unknown())
    return Unknown(f"pathlib.Path.{name}")


def _resolve(context: Context, arguments: Arguments) -> Value:
    path = arguments.positional[0]
    file = path.hidden("file") if isinstance(path, Instance) else None
    return path_value(None, file if isinstance(file, str) else None)


def _paths(context: Context, arguments: Arguments) -> Value:
    return Sequence("iterator", (), path_value(None), Dim.unknown())


def _open(context: Context, arguments: Arguments) -> Value:
    return file_value(context, arguments.positional[0], arguments.get(1, "mode"))


def _with(part: str) -> Callable[[Context, Arguments], Value]:
    def run(context: Context, arguments: Arguments) -> Value:
        text, new = text_of(arguments.positional[0]), text_of(arguments.get(1, part))
        if text is None or new is None or not os.path.basename(text):
            return path_value(None)
        folder, name = os.path.split(text)
        name = new if part == "name" else _split_suffix(name)[0] + new
        return path_value(_normal(os.path.join(folder, name)))

    return run


def _text(context: Context, arguments: Arguments) -> Value:
    text = text_of(arguments.positional[0])
    return Constant(text) if text is not None else Scalar("str")


_ASKED = "exists is_file is_dir is_absolute is_symlink stat match"
PATH = library_class(
    "pathlib.Path",
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
    glob=_paths,
    rglob=_paths,
    iterdir=_paths,
    open=_open,
    with_suffix=_with("suffix"),
    with_name=_with("name"),
    read_text=answering("str"),
    read_bytes=answering("bytes"),
    write_text=answering("int"),
    write_bytes=answering("int"),
    mkdir=answering("None"),
    touch=answering("None"),
    unlink=answering("None"),
    rmdir=answering("None"),
    rename=lambda context, arguments: path_value(None),
    relative_to=lambda context, arguments: path_value(None),
    **{name: answering("unknown") for name in _ASKED.split()},
)
for _name in ("Path", "PosixPath", "PurePath", "PurePosixPath"):
    declare(f"pathlib.{_name}", PATH)
declare("pathlib.Path.cwd", Unknown("the working directory"))
PATH.state["cwd"] = PATH.state["home"] = Unknown("a folder of the machine")

harmless("glob", texts="glob iglob", str="escape")
harmless("shutil", None_="rmtree", unknown="disk_usage", str="copy copy2 copyfile copytree move make_archive which")
harmless(
    "tempfile", str="mkdtemp mktemp gettempdir", unknown="NamedTemporaryFile TemporaryDirectory TemporaryFile mkstemp"
)

"""Files: `open`, their lines, and `csv`. What is in a file of the project is looked at, never changed."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim, maximum
from ...core.objects import Instance, library_class
from ...core.origin import Origin
from ...core.plain import NONE, TRUE, Constant, Scalar
from ...core.value import Arguments, Native, Unknown, Value
from ..data import peek
from ..declare import declare
from .tools import answering, native, payload, text_of

if TYPE_CHECKING:
    from ...core.value import Context


class FileText(Scalar):
    """The text of a path that depends on where the program runs; `file` names the same file."""

    __slots__ = ("file",)

    def __init__(self, file: str) -> None:
        super().__init__("str")
        self.file = file


def path_text(value: Value | None) -> str | None:
    """A text that names the file of a path."""
    if isinstance(value, FileText):
        return value.file
    text = value.hidden("file") if isinstance(value, Instance) else None
    return text if isinstance(text, str) else text_of(value)


def data_file(context: Context, value: Value | None) -> str | None:
    """The full name of a file that may be peeked at, given the path that the program has for it."""
    text = path_text(value)
    if text is None or _written(text) in context.memory:
        return None
    full = context.data_file(text)
    return None if full is None or _written(full) in context.memory else full


def data_folder(context: Context, value: Value | None) -> str | None:
    """The full name of a folder that may be looked through: what the program writes does not lie in it."""
    text = path_text(value)
    full = context.data_folder(text) if text is not None else None
    if full is None or text is None:
        return None
    written = [key[1] for key in context.memory if isinstance(key, tuple) and key[0] == "written file"]
    own = (os.path.join(os.path.normpath(text), ""), os.path.join(full, ""))
    changed = any(name is None or os.path.join(name, "").startswith(own) for name in written)
    return None if changed else full


def _written(name: str) -> tuple[str, str]:
    """What is remembered of a file that the program writes: it will not hold what it holds now."""
    return ("written file", os.path.normpath(name))


def will_differ(context: Context, value: Value | None) -> None:
    """The program writes the file of this path, or changes its folder."""
    name = path_text(value)
    if name is None:
        context.write(context.memory, ("written file", None), TRUE)
        return
    context.write(context.memory, _written(name), TRUE)
    full = context.data_file(name) or context.data_folder(name)
    if full is not None:
        context.write(context.memory, _written(full), TRUE)


def _plural(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


class Line(Scalar):
    """A line of a file, which knows what it can be split into. Of the lines of the file the first `skip` are others."""

    __slots__ = ("file", "skip", "stripped")

    def __init__(self, text: Scalar, file: str, skip: int, stripped: bool) -> None:
        alphabet = text.alphabet - {"\n"} if stripped and text.alphabet else text.alphabet
        length = None if stripped else text.length_
        super().__init__("str", length=length, alphabet=alphabet, origin=text.origin)
        self.file, self.skip, self.stripped = file, skip, stripped

    def one_of_many(self) -> Value:
        return Line(self, self.file, self.skip, self.stripped)

    def attribute(self, context: Context, name: str) -> Value:
        if name in ("strip", "rstrip"):
            return Native(name, self._strip)
        return Native(name, self._split) if name == "split" else super().attribute(context, name)

    def _strip(self, context: Context, arguments: Arguments) -> Value:
        spaces = any(character.isspace() and character != "\n" for character in self.alphabet or " ")
        if payload(arguments.get(0, "chars")) not in (None, "\n"):
            return Scalar("str")
        if spaces and not arguments.positional and not peek.is_trimmed(self.file):
            return Scalar("str")
        return Line(self, self.file, self.skip, True)

    def _split(self, context: Context, arguments: Arguments) -> Value:
        separator = arguments.get(0, "sep") or NONE
        text = payload(separator)
        known = len(arguments.positional) < 2 and "maxsplit" not in arguments.keywords
        if known and (separator is NONE or isinstance(text, str)):
            columns = peek.fields(self.file, text, self.skip, self.stripped)
            if columns is not None:
                base = os.path.basename(self.file)
                return Sequence("list", (text_like(context, column, "row", base, False) for column in columns))
        return Sequence("list", (), Scalar("str"), Dim.unknown(low=1))


class Content(Scalar):
    """All text of a file."""

    __slots__ = ("file",)

    def __init__(self, file: str) -> None:
        super().__init__("str")
        self.file = file

    def attribute(self, context: Context, name: str) -> Value:
        if name != "splitlines":
            return super().attribute(context, name)
        return Native(name, lambda context, arguments: lines_of(context, self.file, True))


def text_like(context: Context, column: peek.Column, unit: str, file: str, whole: bool) -> Scalar:
    """A text of a file, by what all texts in its place have in common."""
    length = column.length
    many = _plural(length, "character", "characters") + " " if length is not None else ""
    what = f"{many}a {unit} in {file}"
    origin = Origin(context.span, what)
    few = tuple(sorted(column.values)) if whole and column.values else None
    size = Dim.of(length, origin) if length is not None else None
    return Scalar("str", length=size, alphabet=frozenset(column.alphabet), among=few, origin=origin)


def count_of(context: Context, number: int | None, least: int, unit: str, file: str) -> Dim:
    if number is None:
        return Dim.unknown(low=least, origin=Origin(context.span, f"the {unit} of {file}"))
    return Dim.of(number, Origin(context.span, f"{_plural(number, unit[:-1], unit)} in {file}"))


# -- open ----------------------------------------------------------------------------------------------------------


def lines_of(context: Context, name: str, stripped: bool) -> Sequence:
    """The lines of a file, with or without their ends."""
    found = peek.lines(name)
    if found is None:
        return Sequence("list", (), Scalar("str"), Dim.unknown())
    base = os.path.basename(name)
    first = [] if found.header is None else [Constant(found.header.rstrip("\n") if stripped else found.header)]
    if not found.least:
        return Sequence("list", first)
    line = Line(text_like(context, found.line, "line", base, False), name, len(first), stripped)
    return Sequence("list", first, line, count_of(context, found.lines, found.least, "lines", base))


def opened_text(file: Value) -> tuple[str, int] | None:
    """The full name of the file that an open text file reads, and how many of its lines were read."""
    if not isinstance(file, Instance) or file.hidden("binary"):
        return None
    name, lines = file.hidden("data"), payload(file.hidden("lines"))
    return (name, lines) if isinstance(name, str) and isinstance(lines, int) else None


def _set_lines(context: Context, file: Value, lines: int | None) -> None:
    """So many lines were read; None is not known."""
    if isinstance(file, Instance):
        file.hide(context, "lines", Unknown("the place in a file") if lines is None else Constant(lines))


def file_name(source: Value) -> str | None:
    """The full name of the file that an open file reads, or that a text was read from."""
    if isinstance(source, Content):
        return source.file
    name = source.hidden("data") if isinstance(source, Instance) else None
    return name if isinstance(name, str) else None


def _lines(context: Context, arguments: Arguments) -> Value:
    file = arguments.positional[0]
    found = opened_text(file)
    _set_lines(context, file, None)
    if found is not None and len(arguments.positional) == 1:
        return _behind(lines_of(context, found[0], False), found[1])
    return Sequence("list", (), Scalar("bytes" if _is_binary(file) else "str"), Dim.unknown())


def _behind(lines: Sequence, read: int) -> Sequence:
    """The lines that are left once some were read."""
    items, left = lines.items[read:], max(read - len(lines.items), 0)
    if not left or lines.rest is None:
        return Sequence("list", items, lines.rest, lines.contents.number)
    number = lines.count.value
    if number is None:
        return Sequence("list", (), lines.rest, maximum(lines.count - left, 0))
    return Sequence("list", (), lines.rest, Dim.of(max(number - left, 0), lines.count.origin))


def _is_binary(file: Value) -> bool:
    return isinstance(file, Instance) and bool(file.hidden("binary"))


def _read(context: Context, arguments: Arguments) -> Value:
    file = arguments.positional[0]
    if _is_binary(file):
        from . import binary

        return binary.read(context, file, arguments.get(1, "size"))
    found = opened_text(file)
    _set_lines(context, file, None)
    return Content(found[0]) if found is not None and not found[1] and len(arguments.positional) == 1 else Scalar("str")


def _read_line(context: Context, arguments: Arguments) -> Value:
    file = arguments.positional[0]
    found = opened_text(file)
    if isinstance(file, Instance):
        file.hide(context, "at", Unknown("the place in a file"))
    _set_lines(context, file, None if found is None or len(arguments.positional) > 1 else found[1] + 1)
    first = peek.lines(found[0]) if found is not None and not found[1] else None
    if first is not None and first.header is not None and len(arguments.positional) == 1:
        return Constant(first.header)
    return Scalar("bytes" if _is_binary(file) else "str")


def _seek(context: Context, arguments: Arguments) -> Value:
    from .binary import seek

    return seek(context, arguments)


def _tell(context: Context, arguments: Arguments) -> Value:
    from .binary import tell

    return tell(context, arguments)


TEXT_FILE = library_class(
    "io.TextIOWrapper",
    read=_read, readline=_read_line, readlines=_lines, __iter__=_lines, __next__=_read_line,
    __enter__=answering("self"), __exit__=answering("None"), write=answering("int"), writelines=answering("None"),
    close=answering("None"), flush=answering("None"), seek=_seek, tell=_tell, fileno=answering("int"),
)  # fmt: skip


@native("builtins.open", "io.open", "codecs.open")
def open_file(context: Context, arguments: Arguments) -> Value:
    path, mode = arguments.get(0, "file"), arguments.get(1, "mode")
    return file_value(context, path, mode)


@native("bz2.open", "lzma.open")
def open_packed(context: Context, arguments: Arguments) -> Value:
    """What is packed in these ways is not looked at."""
    file = file_value(context, arguments.get(0, "filename"), arguments.get(1, "mode") or Constant("rb"))
    file.hide(context, "data", None)
    return file


def file_value(context: Context, path: Value | None, mode: Value | None) -> Instance:
    """An open file."""
    how = "r" if mode is None else payload(mode)
    file = Instance(TEXT_FILE)
    if path is not None:
        file.state["name"] = path
    file.state.update({" binary": not isinstance(how, str) or "b" in how, " at": Constant(0), " lines": Constant(0)})
    if isinstance(how, str) and "r" in how and "+" not in how:
        file.state[" data"] = data_file(context, path)
    else:
        will_differ(context, path)
    return file


declare("io.TextIOWrapper", TEXT_FILE)

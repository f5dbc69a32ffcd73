"""`io.StringIO` and `io.BytesIO`: files in memory, whose text is known while the program only writes or reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Unknown, Value
from ..declare import declare
from .held import small
from .tools import answering, payload
from .types import CLASSES

if TYPE_CHECKING:
    from ...core.value import Context


def _empty(buffer: Value) -> Any:
    """An empty text of the kind that the file holds."""
    return b"" if isinstance(buffer, Instance) and buffer.cls.is_a("io.BytesIO") else ""


def _state(arguments: Arguments) -> tuple[Value, Any, int | None]:
    """The file, all that it holds, and where it is read or written next; None for what is not known."""
    buffer = arguments.positional[0] if arguments.positional else NONE
    text, at = (buffer.hidden("text"), buffer.hidden("at")) if isinstance(buffer, Instance) else (None, None)
    return buffer, text, at if isinstance(at, int) else None


def _set(context: Context, buffer: Value, **known: Any) -> None:
    for name, what in known.items():
        if isinstance(buffer, Instance):
            buffer.hide(context, name, what)


def _init(context: Context, arguments: Arguments) -> Value:
    buffer, given = _state(arguments)[0], arguments.get(1, "initial_value") or arguments.get(None, "initial_bytes")
    empty, found = _empty(buffer), payload(given)
    known = empty if given is None or given is NONE else found if isinstance(found, type(empty)) else None
    _set(context, buffer, text=known, at=0)
    return NONE


def _whole(context: Context, arguments: Arguments) -> Value:
    buffer, text, _ = _state(arguments)
    return Constant(text) if text is not None else Scalar(type(_empty(buffer)).__name__)


def _read(context: Context, arguments: Arguments) -> Value:
    buffer, text, at = _state(arguments)
    if text is None or at is None or len(arguments.positional) > 1 or arguments.keywords:
        _set(context, buffer, at=None)
        return Scalar(type(_empty(buffer)).__name__)
    _set(context, buffer, at=len(text))
    return Constant(text[at:])


def _write(context: Context, arguments: Arguments) -> Value:
    (buffer, text, at), new = _state(arguments), payload(arguments.get(1, "s"))
    if text is not None and isinstance(new, type(text)) and at == len(text) and small(text):
        _set(context, buffer, text=text + new, at=len(text) + len(new))
        return Constant(len(new))
    _set(context, buffer, text=None)
    return Scalar("int")


def _seek(context: Context, arguments: Arguments) -> Value:
    start = payload(arguments.get(1, "pos")) == 0 and len(arguments.positional) == 2 and not arguments.keywords
    _set(context, _state(arguments)[0], at=0 if start else None)
    return Scalar("int")


def _lines(context: Context, arguments: Arguments) -> Value:
    text = _read(context, Arguments(arguments.positional[:1]))
    if isinstance(text, Constant) and isinstance(text.payload, str):
        return Sequence("list", map(Constant, text.payload.splitlines(keepends=True)))
    return Sequence("list", (), Scalar(type(_empty(_state(arguments)[0])).__name__), Dim.unknown())


def _changed(context: Context, arguments: Arguments) -> Value:
    """Something that is not followed."""
    _set(context, _state(arguments)[0], text=None, at=None)
    return Unknown("a file in memory")


_METHODS = {
    "__init__": _init, "getvalue": _whole, "read": _read, "write": _write, "seek": _seek, "readlines": _lines,
    "__iter__": _lines, **dict.fromkeys(("truncate", "writelines", "readline", "readinto"), _changed),
    **{name: answering("None") for name in ("close", "flush", "__exit__")}, "tell": answering("int"),
    "getbuffer": answering("unknown"), "__enter__": answering("self"),
}  # fmt: skip
for _name in ("StringIO", "BytesIO"):
    declare(f"io.{_name}", library_class(f"io.{_name}", CLASSES["object"], **_METHODS))
declare("io.IOBase", library_class("io.IOBase", CLASSES["object"]))
declare("io.UnsupportedOperation", Unknown("io.UnsupportedOperation"))

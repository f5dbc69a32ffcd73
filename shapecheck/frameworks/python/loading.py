"""`importlib`, `sys.path` and `sys.modules`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.plain import NONE, Scalar
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .tools import harmless, native, payload, sequence_of, text_of

if TYPE_CHECKING:
    from ...core.value import Context


@native("importlib.import_module")
def import_module(context: Context, arguments: Arguments) -> Value:
    name, package = payload(arguments.get(0, "name")), payload(arguments.keywords.get("package", arguments.get(1, "")))
    if not isinstance(name, str) or not name.strip("."):
        return Unknown("a module of a name that is not known")
    if name.startswith("."):
        if not isinstance(package, str):
            return Unknown("a module inside a package that is not known")
        dots = len(name) - len(name.lstrip("."))
        name = ".".join([*package.split(".")[: len(package.split(".")) - dots + 1], name.lstrip(".")])
    return context.module(name)


class Modules(Value):
    """`sys.modules`: any module by its name."""

    __slots__ = ()
    kind = "dict"

    def item(self, context: Context, index: Value) -> Value:
        name = payload(index)
        return context.module(name) if isinstance(name, str) and name else Unknown("an imported module")


class SearchPath(Sequence):
    """`sys.path`: a folder that the program puts into it is looked into."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("list", (), Scalar("str"), Dim.unknown(low=1))

    def attribute(self, context: Context, name: str) -> Value:
        if name in ("append", "insert", "extend"):
            return Native(f"sys.path.{name}", lambda context, arguments: self._add(context, name, arguments))
        return super().attribute(context, name)

    def update(self, context: Context, operator: str, other: Value) -> Value | None:
        self._add(context, "extend", Arguments((other,)))
        return self

    def _add(self, context: Context, how: str, arguments: Arguments) -> Value:
        new = arguments.positional[-1] if arguments.positional else NONE
        several = sequence_of(context, new) if how == "extend" else None
        for folder in several or (new,):
            text = text_of(folder)
            if text is not None:
                context.search(text, how == "insert")
        return NONE


declare("sys.path", SearchPath())
declare("sys.modules", Modules())
harmless("importlib", unknown="reload util")
